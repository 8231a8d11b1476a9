/* A report whose paragraphs and fields are known already: of a page, a feed. */
#ifndef SR_INGEST_PARTS_H
#define SR_INGEST_PARTS_H

#include "ingest/ingest.h"

/* A line of the text and what it is. BODY: to be looked at as lines of plain
 * text are; a byline or "Advertisement" becomes a FIELD. */
struct sr_ingest_part {
	struct sr_span at;
	enum sr_block_kind kind;
};

/* Fields that are known from elsewhere; empty: not known. They stand above
 * what the text says. Days as they were written. */
struct sr_ingest_fields {
	struct sr_str title, publisher, author, url, published, updated;
};

/* Fills doc->report and doc->blocks from doc->report.name and text, which are
 * set, and n parts in the order of the text: those of kind TITLE and FIELD
 * first. SR_NOMEM. */
enum sr_code sr_ingest_parts(struct sr_doc *doc, const struct sr_kit *kit,
			     const struct sr_ingest_part *part, size_t n,
			     const struct sr_ingest_fields *fields,
			     struct sr_err *err) SR_MUST_USE;

/* The same fields put over those of a text that was read. */
void sr_ingest_put_fields(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_ingest_fields *fields);

/* The outlet and the day that the report's address tells, where they are not
 * known. */
void sr_ingest_by_url(struct sr_doc *doc, const struct sr_kit *kit);

/* A line that names an author or a day of publication and little else. */
bool sr_line_says(const struct sr_kit *kit, struct sr_str line);

/* A day as programs write it: 2022-03-27T10:00:00Z, Sun, 27 Mar 2022 10:00:00
 * GMT, 20220327, 1648375200 (seconds, or thousandths, since 1970). Unknown for
 * what is none. */
struct sr_days sr_day_written(const struct sr_kit *kit, struct sr_str s);

#endif
