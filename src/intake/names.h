/* The names under which a report's fields stand (data/ingest/names.tsv). */
#ifndef SR_INTAKE_NAMES_H
#define SR_INTAKE_NAMES_H

#include "intake/item.h"

/* As SR_NAME_WORDS has them. */
enum sr_name {
	SR_NAME_ID,
	SR_NAME_TITLE,
	SR_NAME_PUBLISHER,
	SR_NAME_AUTHOR,
	SR_NAME_URL,
	SR_NAME_PUBLISHED,
	SR_NAME_UPDATED,
	SR_NAME_TEXT,
	SR_NAME_HTML,
	SR_NAME_COUNT,
};

/* A field's value as found so far, and how good its name was: of two, the one
 * of the lower rank is kept. */
struct sr_named {
	struct sr_str value[SR_NAME_COUNT];
	unsigned rank[SR_NAME_COUNT]; /* 0: none */
};

/* Which field a name stands for, its rank (1: the best) in *rank.
 * SR_NAME_COUNT for none. page: of those that pages have in their heads. */
enum sr_name sr_name_find(const struct sr_kit *kit, struct sr_str name,
			  bool page, unsigned *rank);

/* Takes a value that is not empty, unless a better one is there. */
void sr_named_put(struct sr_named *named, enum sr_name field, unsigned rank,
		  struct sr_str value);

/* sr_name_find and sr_named_put. */
void sr_named_take(struct sr_named *named, const struct sr_kit *kit,
		   struct sr_str name, struct sr_str value);

/* The fields but for the text. */
void sr_named_give(const struct sr_named *named, struct sr_given *given);

/* The field that a word of the option --map names; SR_NAME_COUNT for none. */
enum sr_name sr_name_of(struct sr_str word);

#endif
