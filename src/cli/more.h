/* What the program opens when it is first needed: sitrep-more.so beside it.
 *
 * Pages, feeds, mail, archives, old character sets, the net, maps, briefs and
 * the server need 80 libraries, which take ten times as long to load as a
 * report of plain text takes to be read. So they lie in a module, which is
 * the same program again with another front. The module gives this table;
 * more.c has a function of the same name for each, which the linker takes in
 * place of the library's and which calls the table's. Nothing else knows of
 * it, and libsitrep.a is whole without it. See decision 144. */
#ifndef SR_CLI_MORE_H
#define SR_CLI_MORE_H

#include "cli/cli.h"
#include "fetch/fetch.h"
#include "intake/charset_icu.h"
#include "intake/open.h"
#include "intake/posts.h"
#include "intake/read.h"

struct sr_more {
	uint64_t size; /* of this table, and what was built with it: */
	const char *version;
	bool (*open_archive)(const struct sr_within *, struct sr_stream *,
			     bool);
	bool (*open_feed)(const struct sr_within *, struct sr_stream *);
	bool (*open_mail)(const struct sr_within *, struct sr_stream *);
	bool (*open_mbox)(const struct sr_within *, struct sr_stream *);
	enum sr_code (*page_read)(struct sr_doc *, const struct sr_kit *,
				  const struct sr_item *, struct sr_str,
				  struct sr_err *);
	enum sr_code (*office_read)(struct sr_doc *, const struct sr_kit *,
				    const struct sr_item *, struct sr_err *);
	bool (*posts_give)(const struct sr_within *, struct sr_str, bool *);
	bool (*icu_knows)(const char *);
	bool (*icu_guess)(struct sr_str, char[SR_CHARSET]);
	enum sr_code (*icu_convert)(struct sr_arena *, const char *,
				    struct sr_str, struct sr_str *,
				    struct sr_err *);
	enum sr_code (*fetcher_open)(struct sr_fetcher **,
				     const struct sr_fetch_options *,
				     struct sr_err *);
	void (*fetcher_close)(struct sr_fetcher *);
	enum sr_code (*fetch)(struct sr_fetcher *, const char *,
			      const struct sr_fetch_if *, struct sr_arena *,
			      struct sr_fetched *, struct sr_err *);
	int (*cmd_brief)(struct sr_cli *);
	int (*cmd_map)(struct sr_cli *);
	int (*cmd_serve)(struct sr_cli *);
};

/* The one name that is looked for in the module. */
#define SR_MORE_NAME "sr_more"
extern const struct sr_more sr_more;

#endif
