/* An HTML page as the extraction of its article sees it: boxes (elements that
 * begin a line of their own), one inside the other, and parts (paragraphs,
 * headings, items, rows), each in a box. The parser (page_parse.c) makes both
 * in one pass; page_pick.c chooses the parts that are the article's;
 * page_meta.c what the page says of itself; page.c makes the report.
 * A page of news has 500 boxes and 200 parts, 30 of them the article's. */
#ifndef SR_INTAKE_PAGE_H
#define SR_INTAKE_PAGE_H

#include "base/list.h"
#include "intake/names.h"

/* As SR_ELEMENT_WORDS has them; INLINE for all that the table lacks. */
enum sr_element {
	SR_EL_BLOCK,
	SR_EL_MAIN,
	SR_EL_SIDE,
	SR_EL_DROP,
	SR_EL_BREAK,
	SR_EL_HEADING,
	SR_EL_CAPTION,
	SR_EL_ITEM,
	SR_EL_ROW,
	SR_EL_CELL,
	SR_EL_QUOTE,
	SR_EL_PRE,
	SR_EL_LINK,
	SR_EL_HEAD,
	SR_EL_INLINE,
};

/* Bits, in the order of SR_MARK_WORDS. */
enum sr_mark {
	SR_MARK_NOISE = 1,
	SR_MARK_COMMENT = 2,
	SR_MARK_TEXT = 4,
	SR_MARK_CAPTION = 8,
	SR_MARK_AUTHOR = 16,
	SR_MARK_DAY = 32,
	SR_MARK_HIDDEN = 64, /* not shown, or said to be of the page */
	SR_MARK_BODY = 128,  /* said to be the article's body */
};

struct sr_box {
	uint32_t parent, end; /* boxes [own, end) are it and those within */
	uint8_t kind;	      /* enum sr_element */
	uint8_t marks;
	/* Words of all parts within: all, in links, of sentences; headings
	 * that are links. */
	uint32_t words, linked, plain, heads;
	int32_t score;
	bool out; /* not of the article */
};

struct sr_passage {
	struct sr_span at; /* of the page's text */
	uint32_t box;
	uint32_t words, linked;
	uint8_t kind;  /* enum sr_element: BLOCK, HEADING, CAPTION, ITEM, ROW */
	uint8_t level; /* of a heading */
	bool soft;     /* only a line break before it */
	bool stops;    /* ends as a sentence does */
	bool keep;
};

/* A day, author or title by the element that holds it, in order of worth. */
struct sr_page {
	struct sr_arena *mem;
	const struct sr_kit *kit;
	char *text;
	size_t ntext, room;
	SR_LIST(struct sr_box) boxes;
	SR_LIST(struct sr_passage) parts;
	SR_LIST(struct sr_str) ld; /* scripts of JSON-LD */
	struct sr_named named;	   /* of the head, of microdata */
	struct sr_str time;	   /* of the first <time datetime> */
	struct sr_str head_title;  /* of <title> */
	uint32_t top; /* box of the article, when it was picked */
	bool article; /* it says that it is one */
	bool cut;     /* a limit was met: this is its beginning */
	bool many; /* an element has too many attributes */
	bool full;    /* no memory */
};

static inline struct sr_str sr_passage_text(const struct sr_page *p,
					 const struct sr_passage *part)
{
	return (struct sr_str){ p->text + part->at.from,
				(size_t)(part->at.to - part->at.from) };
}

/* Parses HTML in UTF-8 into an empty page. False without memory. */
bool sr_page_parse(struct sr_page *page, struct sr_str html);

/* Marks the parts that are the article's with `keep`. Gives how many words
 * they have; 0 when there is none. whole: all is text but what is marked as
 * noise. */
uint32_t sr_page_pick(struct sr_page *page, bool whole);

/* What the page says of itself beyond `named`: JSON-LD, then what stands in
 * it. In *body the article's text as JSON-LD gives it, may be empty. */
void sr_page_meta(struct sr_page *page, struct sr_str *body);

/* The article that a page carries as JSON for its scripts, as HTML, the
 * arena's; empty for none. */
struct sr_str sr_page_state(struct sr_page *page, struct sr_str html);

/* The row of marks.tsv's bits for a class, an id, a role. */
uint8_t sr_marks_of(const struct sr_kit *kit, struct sr_str name);

#endif
