/* Bodies to reports, one function for each form. */
#ifndef SR_INTAKE_READ_H
#define SR_INTAKE_READ_H

#include "intake/item.h"

/* HTML, in UTF-8: the article of a page (SR_FORM_PAGE), or all of it. */
enum sr_code sr_page_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item, struct sr_str html,
			  struct sr_err *err) SR_MUST_USE;

/* A PDF as a page of HTML: its text in <pre>, its title and author in the head;
 * the arena's. SR_REFUSED for one that can't be read, SR_IO without
 * pdftotext. */
enum sr_code sr_pdf_to_html(struct sr_arena *mem, const struct sr_item *item,
			 struct sr_str *page, struct sr_err *err) SR_MUST_USE;

/* A document of a word processor: .docx, .odt, .rtf. */
enum sr_code sr_office_read(struct sr_doc *doc, const struct sr_kit *kit,
			    const struct sr_item *item,
			    struct sr_err *err) SR_MUST_USE;

#endif
