/* The functions of more.h as the program has them: each opens the module and
 * calls the module's. Opening it again costs a look at a list, so nothing is
 * kept here. Where it is missing, or another version's, an item is refused
 * and a command fails, each with a line that says so. */
#include "cli/more.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/limits.h"

#define MODULE "sitrep-more.so"
#define MISSING MODULE " of this version is not beside the program nor in " \
		SR_LIBDIR "/sitrep"

static const struct sr_more *open_at(const char *folder, const char *below)
{
	char path[2 * SR_MAX_PATH];

	snprintf(path, sizeof(path), "%s%s" MODULE, folder, below);
	void *module = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
	if (!module)
		return NULL;
	const struct sr_more *m = dlsym(module, SR_MORE_NAME);
	if (m && m->size == sizeof(*m) && strcmp(m->version, SR_VERSION) == 0)
		return m;
	dlclose(module);
	return NULL;
}

/* NULL: there is none. */
static const struct sr_more *more(void)
{
	static const char *const BESIDE[] = {
		"/", "/" SR_LIBDIR_BESIDE "/sitrep/"
	};
	char folder[SR_MAX_PATH];
	const struct sr_more *m = NULL;

	if (sr_cli_folder(NULL, folder, sizeof(folder)))
		for (size_t i = 0; !m && i < SR_LEN(BESIDE); i++)
			m = open_at(folder, BESIDE[i]);
	return m ? m : open_at(SR_LIBDIR, "/sitrep/");
}

static bool give_missing(const struct sr_within *w)
{
	return sr_give_error(w, 0, SR_IO, MISSING);
}

bool sr_open_archive(const struct sr_within *w, struct sr_stream *s,
		     bool packed)
{
	const struct sr_more *m = more();

	return m ? m->open_archive(w, s, packed) : give_missing(w);
}

bool sr_open_feed(const struct sr_within *w, struct sr_stream *s)
{
	const struct sr_more *m = more();

	return m ? m->open_feed(w, s) : give_missing(w);
}

bool sr_open_mail(const struct sr_within *w, struct sr_stream *s)
{
	const struct sr_more *m = more();

	return m ? m->open_mail(w, s) : give_missing(w);
}

bool sr_open_mbox(const struct sr_within *w, struct sr_stream *s)
{
	const struct sr_more *m = more();

	return m ? m->open_mbox(w, s) : give_missing(w);
}

enum sr_code sr_page_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item, struct sr_str html,
			  struct sr_err *err)
{
	const struct sr_more *m = more();

	return m ? m->page_read(doc, kit, item, html, err)
		 : sr_fail(err, SR_IO, item->path, "%s", MISSING);
}

enum sr_code sr_office_read(struct sr_doc *doc, const struct sr_kit *kit,
			    const struct sr_item *item, struct sr_err *err)
{
	const struct sr_more *m = more();

	return m ? m->office_read(doc, kit, item, err)
		 : sr_fail(err, SR_IO, item->path, "%s", MISSING);
}

bool sr_posts_give(const struct sr_within *w, struct sr_str bytes, bool *go_on)
{
	const struct sr_more *m = more();

	return m && m->posts_give(w, bytes, go_on);
}

bool sr_icu_knows(const char *name)
{
	const struct sr_more *m = more();

	return m && m->icu_knows(name);
}

bool sr_icu_guess(struct sr_str bytes, char out[SR_CHARSET])
{
	const struct sr_more *m = more();

	return m && m->icu_guess(bytes, out);
}

enum sr_code sr_icu_convert(struct sr_arena *mem, const char *charset,
			    struct sr_str bytes, struct sr_str *text,
			    struct sr_err *err)
{
	const struct sr_more *m = more();

	return m ? m->icu_convert(mem, charset, bytes, text, err)
		 : sr_fail(err, SR_IO, charset, "%s", MISSING);
}

enum sr_code sr_fetcher_open(struct sr_fetcher **fetcher,
			     const struct sr_fetch_options *options,
			     struct sr_err *err)
{
	const struct sr_more *m = more();

	*fetcher = NULL;
	return m ? m->fetcher_open(fetcher, options, err)
		 : sr_fail(err, SR_IO, "net", "%s", MISSING);
}

void sr_fetcher_close(struct sr_fetcher *fetcher)
{
	if (fetcher) /* else there may be no need of the module */
		more()->fetcher_close(fetcher);
}

enum sr_code sr_fetch(struct sr_fetcher *fetcher, const char *url,
		      const struct sr_fetch_if *known, struct sr_arena *mem,
		      struct sr_fetched *out, struct sr_err *err)
{
	return more()->fetch(fetcher, url, known, mem, out, err);
}

static int command_missing(void)
{
	sr_say("%s", MISSING);
	return SR_EXIT_ENVIRONMENT;
}

int sr_cmd_brief(struct sr_cli *cli)
{
	const struct sr_more *m = more();

	return m ? m->cmd_brief(cli) : command_missing();
}

int sr_cmd_map(struct sr_cli *cli)
{
	const struct sr_more *m = more();

	return m ? m->cmd_map(cli) : command_missing();
}

int sr_cmd_serve(struct sr_cli *cli)
{
	const struct sr_more *m = more();

	return m ? m->cmd_serve(cli) : command_missing();
}
