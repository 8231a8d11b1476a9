/* What bytes are, by the first of them. */
#ifndef SR_INTAKE_SNIFF_H
#define SR_INTAKE_SNIFF_H

#include "intake/item.h"

enum sr_kind {
	SR_KIND_TEXT,
	SR_KIND_PAGE,	 /* HTML, or XML of no other kind */
	SR_KIND_FEED,	 /* RSS, Atom, RDF */
	SR_KIND_JSON,	 /* objects one after the other, or in a list */
	SR_KIND_TABLE,	 /* comma or tab separated, with names of columns */
	SR_KIND_CHAT,	 /* a chat saved as a text */
	SR_KIND_WARC,
	SR_KIND_MBOX,
	SR_KIND_MAIL,	 /* one message */
	SR_KIND_PDF,
	SR_KIND_OFFICE,	 /* a document of a word processor, or of its kin */
	SR_KIND_ARCHIVE, /* zip, tar, rar, 7z */
	SR_KIND_PACKED,	 /* one file: xz, bzip2, lzip */
	SR_KIND_GZIP,
	SR_KIND_ZSTD,
	SR_KIND_WIDE,	 /* text of two or four bytes a character */
	SR_KIND_OTHER,	 /* what is no report: *what names it */
};

#define SR_SNIFF ((size_t)16 << 10) /* bytes that it wants to see */

/* map: as in struct sr_intake; a table's columns are known by it. */
enum sr_kind sr_sniff(const struct sr_kit *kit, const char *map,
		      struct sr_str first, const char **what);

/* A zip that begins as documents do, or rich text. */
bool sr_is_office(struct sr_str first);

/* The comma, semicolon, tab or bar with which a table's first line parts at
 * least two names that are known, one of them of a text or title; else 0. */
char sr_table_separator(const struct sr_kit *kit, const char *map,
			struct sr_str line);

#endif
