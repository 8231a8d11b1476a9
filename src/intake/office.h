/* Documents of word processors: what their parts say, into a flow. */
#ifndef SR_INTAKE_OFFICE_H
#define SR_INTAKE_OFFICE_H

#include "intake/flow.h"
#include "intake/xml.h"

/* The parts that are read, empty where the file has none. */
struct sr_office {
	struct sr_str word;	   /* word/document.xml */
	struct sr_str word_styles; /* word/styles.xml */
	struct sr_str core;	   /* docProps/core.xml */
	struct sr_str content;	   /* content.xml of OpenDocument */
	struct sr_str meta;	   /* meta.xml of it */
};

/* Word's (ECMA-376), OpenDocument's (ISO 26300) text. SR_REFUSED for XML that
 * is broken, for a spreadsheet, for slides. */
enum sr_code sr_docx_read(struct sr_flow *f, const struct sr_office *office,
			  const char *path, struct sr_err *err) SR_MUST_USE;
enum sr_code sr_odt_read(struct sr_flow *f, const struct sr_office *office,
			 const char *path, struct sr_err *err) SR_MUST_USE;

/* Rich text (RTF). SR_REFUSED for what is none, SR_LIMIT. */
enum sr_code sr_rtf_read(struct sr_flow *f, struct sr_str bytes,
			 const char *path, struct sr_err *err) SR_MUST_USE;

/* Title, author and last change from the properties of either, if they are
 * whole. */
void sr_office_properties(struct sr_flow *f, struct sr_str xml);

/* What a style is for by its name: a heading, a caption, the title, a table of
 * contents, else a paragraph. */
enum sr_style {
	SR_STYLE_BODY,
	SR_STYLE_HEADING,
	SR_STYLE_TITLE,
	SR_STYLE_CAPTION,
	SR_STYLE_CONTENTS,
};
enum sr_style sr_style_of(struct sr_str name);

/* Styles of a file by their ids; only those that are no paragraph's. */
struct sr_styles {
	struct {
		struct sr_str id;
		enum sr_style style;
	} known[64];
	size_t n;
};
void sr_styles_add(struct sr_styles *styles, struct sr_arena *mem,
		   struct sr_str id, struct sr_str name);
enum sr_style sr_styles_find(const struct sr_styles *styles, struct sr_str id);

/* Ends a paragraph of that style. */
void sr_flow_end_styled(struct sr_flow *f, enum sr_style style);

#endif
