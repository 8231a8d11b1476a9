/* Which writer. */
#include "brief/write.h"

#include "base/compiler.h"
#include "base/str.h"

enum sr_code sr_brief_format(const char *name, enum sr_brief_format *format,
			     struct sr_err *err)
{
	static const char *const NAME[] = { "md", "html", "pdf" };

	for (size_t i = 0; i < SR_LEN(NAME); i++)
		if (strcmp(name, NAME[i]) == 0) {
			*format = (enum sr_brief_format)i;
			return SR_OK;
		}
	return sr_fail(err, SR_USAGE, name,
		       "no such format of a brief; expected md, html or pdf");
}

enum sr_code sr_brief_write(const struct sr_brief *brief,
			    enum sr_brief_format format, struct sr_json *out,
			    struct sr_err *err)
{
	enum sr_code code = SR_OK;

	switch (format) {
	case SR_BRIEF_MD:
		sr_brief_write_md(brief, out);
		break;
	case SR_BRIEF_HTML:
		sr_brief_write_html(brief, out);
		break;
	case SR_BRIEF_PDF:
		code = sr_brief_write_pdf(brief, out, err);
		break;
	}
	if (!code && out->full)
		code = sr_fail_nomem(err, "brief");
	return code;
}
