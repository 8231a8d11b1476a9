/* Spreadsheets (.xlsx, ECMA-376 SpreadsheetML; .ods, ISO 26300): each sheet that has a row of
 * names of columns that are known is a table, and is read as one: its rows are
 * written as tab separated values, one at a time, and table.c does the rest. */
#ifndef SR_INTAKE_SHEET_H
#define SR_INTAKE_SHEET_H

#include "base/list.h"
#include "intake/open.h"
#include "intake/xml.h"

struct archive;

/* A part of the zip as it is unpacked, or bytes that are there. */
struct sr_unzip {
	struct archive *zip; /* NULL: of `left` */
	struct sr_str left;
	uint64_t n, most; /* bytes so far, and that there may be */
	bool over;	  /* there were more */
};

/* As sr_xml_open wants it; `from` is a struct sr_unzip. */
int sr_unzip_pull(void *from, char *out, int n);

/* Goes through all of a part; false where it is broken. */
bool sr_unzip_walk(struct sr_unzip *part, sr_xml_fn *fn, void *user);

/* What a number in a cell stands for. */
enum sr_cell {
	SR_CELL_NUMBER,
	SR_CELL_DAY, /* maybe with an hour */
	SR_CELL_HOUR,
};

struct sr_book {
	struct sr_arena mem;
	SR_LIST(struct sr_str) strings; /* that cells name by number */
	SR_LIST(uint8_t) styles;	/* of cells: enum sr_cell */
	bool since_1904;		/* its days count from there */
};

/* The shared strings, the styles. False where they are broken, or too many. */
bool sr_book_strings(struct sr_book *book, struct sr_unzip *part);
bool sr_book_styles(struct sr_book *book, struct sr_unzip *part);

/* A number as a day, an hour or both, into out: "2024-05-04T08:30:00"; false
 * where it is none. */
#define SR_CELL_TEXT 32
bool sr_book_stamp(const struct sr_book *book, enum sr_cell kind,
		   struct sr_str number, char out[SR_CELL_TEXT]);

/* Gives the rows of a sheet, if it has names of columns; *found says so. False
 * when no more is wanted. */
bool sr_sheet_give(const struct sr_within *w, const struct sr_book *book,
		   struct sr_unzip *part, bool *found);

/* The same of each sheet of an OpenDocument's content. */
bool sr_sheets_give(const struct sr_within *w, struct sr_unzip *part,
		    bool *found);

/* Gives what is in a spreadsheet. False: the bytes are none, nothing was given.
 */
bool sr_book_give(const struct sr_within *w, struct sr_str bytes,
		  bool *go_on);

#endif
