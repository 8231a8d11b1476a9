/* The tree of a report as text. Everything that may come from outside is
 * escaped for where it goes: no link, heading or markup can be put in by a
 * title or a name. The same tree gives the same bytes. */
#ifndef SR_BRIEF_WRITE_H
#define SR_BRIEF_WRITE_H

#include "base/json.h"
#include "brief/brief.h"

enum sr_brief_format { SR_BRIEF_MD, SR_BRIEF_HTML, SR_BRIEF_PDF };

/* "md", "html", "pdf"; SR_USAGE names those there are. */
enum sr_code sr_brief_format(const char *name, enum sr_brief_format *format,
			     struct sr_err *err) SR_MUST_USE;

/* Appends the report to out. SR_NOMEM; SR_IO when Cairo fails. */
enum sr_code sr_brief_write(const struct sr_brief *brief,
			    enum sr_brief_format format, struct sr_json *out,
			    struct sr_err *err) SR_MUST_USE;

/* One writer each: write_md.c, write_html.c, write_pdf.c. */
void sr_brief_write_md(const struct sr_brief *brief, struct sr_json *out);
void sr_brief_write_html(const struct sr_brief *brief, struct sr_json *out);
enum sr_code sr_brief_write_pdf(const struct sr_brief *brief,
				struct sr_json *out,
				struct sr_err *err) SR_MUST_USE;

#endif
