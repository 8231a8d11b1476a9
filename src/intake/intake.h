/* Bytes of any kind to items: what a thing is, is found out by its content,
 * never by its name. Archives and compressed files are opened, feeds, tables
 * and mailboxes parted, to a depth and size that base/limits.h names. One item
 * is in memory at a time. What is broken is given as an item with its error,
 * and the rest goes on. */
#ifndef SR_INTAKE_INTAKE_H
#define SR_INTAKE_INTAKE_H

#include "intake/item.h"

struct sr_intake {
	const struct sr_kit *kit;
	sr_item_fn *fn;
	void *user;
	/* "title=headline,text=body": which columns or keys hold what, before
	 * data/ingest/columns.tsv; NULL: by the table alone. */
	const char *map;
};

/* The items of a file or pipe that can be opened by its path; "-" is standard
 * input. False when fn asked for no more. */
bool sr_intake_file(const struct sr_intake *in, const char *path);

/* The items of bytes that came under that path or address. `given` says what
 * else is known of them (a charset, an address); NULL: nothing. */
bool sr_intake_bytes(const struct sr_intake *in, const char *path,
		     struct sr_str bytes, const struct sr_given *given);

/* SR_USAGE with the reason when a mapping is none. */
enum sr_code sr_intake_map_check(const char *map, struct sr_err *err)
	SR_MUST_USE;

#endif
