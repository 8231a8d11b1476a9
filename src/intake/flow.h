/* The text of a document as it is gathered, paragraph by paragraph, from the
 * events of its parser: white space as one blank, an empty line between
 * paragraphs, a row of a table as a line with " | " between its cells. What
 * comes out is read as plain text is, with its header; captions and headings
 * stay marked. */
#ifndef SR_INTAKE_FLOW_H
#define SR_INTAKE_FLOW_H

#include "base/list.h"
#include "ingest/parts.h"
#include "intake/item.h"

struct sr_flow {
	struct sr_arena *mem;
	char *text;
	size_t n, room;
	SR_LIST(struct sr_ingest_part) parts;
	size_t from;	 /* where the paragraph being gathered begins */
	size_t cell;	 /* where its last cell does */
	bool blank;	 /* is due before the next word */
	bool soft;	 /* the next goes on in a new line, without a gap */
	bool due;	 /* a paragraph of a cell has ended; another ends it */
	unsigned tables; /* around it */
	bool full;	 /* no memory, or more text than a report may have */
	/* What the file says of itself; empty: nothing. */
	struct sr_str title, author, modified;
	struct sr_str heading; /* a paragraph that is marked as the title */
};

/* Adds UTF-8; what is not, becomes U+FFFD. */
void sr_flow_put(struct sr_flow *f, struct sr_str s);

/* A blank, once. */
void sr_flow_blank(struct sr_flow *f);

/* Begins a paragraph: in a cell it goes on after what is there, the first
 * one; else the last is ended, as BODY. */
void sr_flow_begin(struct sr_flow *f);

/* Ends a paragraph. In a cell a short one is ended by what comes next. */
void sr_flow_end(struct sr_flow *f, enum sr_block_kind kind);

/* Ends a line: what comes next stands below it without a gap. */
void sr_flow_line(struct sr_flow *f);

void sr_flow_cell_end(struct sr_flow *f);
void sr_flow_row_end(struct sr_flow *f);

/* Reads what was gathered into an empty doc. The day that the file was last
 * written is an inferred day of publication where the text names none. Fails
 * as sr_ingest_text does. */
enum sr_code sr_flow_read(struct sr_flow *f, struct sr_doc *doc,
			  const struct sr_kit *kit, const struct sr_item *item,
			  struct sr_err *err) SR_MUST_USE;

#endif
