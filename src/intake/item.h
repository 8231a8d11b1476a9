/* An item: one report as it was found, in a file of its own, in a feed, an
 * archive, a mailbox. intake.h finds items, sr_item_read makes a report of one.
 * Finding is cheap and goes through its input once; reading is not, and may be
 * done by many threads. */
#ifndef SR_INTAKE_ITEM_H
#define SR_INTAKE_ITEM_H

#include "ingest/ingest.h"

/* What an item's body is. */
enum sr_form {
	SR_FORM_TEXT,	  /* plain text, maybe with a header of its own */
	SR_FORM_PAGE,	  /* an HTML page, in which the article is looked for */
	SR_FORM_FRAGMENT, /* HTML that is all text: of a feed, of a mail */
	SR_FORM_PDF,
	SR_FORM_OFFICE,	  /* of a word processor: .docx, .odt, .rtf */
};

/* What is said of the body by what it was found in: fields of a feed, columns,
 * a header of HTTP. Empty: not said. Days as they were written. */
struct sr_given {
	struct sr_str id, title, publisher, author, url;
	struct sr_str published, updated;
	struct sr_str charset;
	struct sr_str captured; /* when it stood at its address, in ISO 8601 */
};

struct sr_item {
	const char *path;    /* for messages: "a.zip/b.warc#3"; "-" */
	struct sr_str name;  /* its id or URL, else the last part of path */
	struct sr_str bytes; /* as received: what the ledger hashes and keeps */
	struct sr_str body;  /* what is to be read; often bytes itself */
	enum sr_form form;
	bool whole; /* its address has no more of it than the body */
	bool own;   /* whatever is said under its address later, of the moment
		       that `given` says, is this item edited */
	struct sr_given given;
	uint64_t size;	   /* as the file system says; 0: unknown */
	enum sr_code code; /* not SR_OK: why it could not be had */
	struct sr_err err;
};

/* Called for each item; what it holds lives until the call returns. False: no
 * more is wanted. */
typedef bool sr_item_fn(void *user, const struct sr_item *item);

/* A copy whose strings are all mem's. False without memory. */
bool sr_item_copy(struct sr_arena *mem, const struct sr_item *from,
		  struct sr_item *to);

/* Can a title say something? It has three words or more. */
bool sr_is_headline(struct sr_str title);

/* The form of bytes that are one report: a page, a PDF, a document, else
 * text. */
enum sr_form sr_form_of(struct sr_str bytes);

/* Reads an item that could be had into an empty doc, as sr_ingest_text does for
 * plain text: the body's characters become UTF-8, the article is cut out of
 * its page; offsets count in the text made. The item must live as long as the
 * doc is used. Fails as sr_ingest_text does. */
enum sr_code sr_item_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item,
			  const struct sr_ingest_options *options,
			  struct sr_err *err) SR_MUST_USE;

#endif
