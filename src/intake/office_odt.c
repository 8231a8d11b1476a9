/* The text of an OpenDocument text (ISO 26300): paragraphs and headings of
 * content.xml, rows of tables, frames. Notes, comments, tables of contents and
 * what was deleted under "track changes" are left out. */
#include "base/compiler.h"
#include "base/str.h"
#include "intake/office.h"

struct odt {
	struct sr_flow *flow;
	struct sr_styles styles;
	enum sr_style style; /* of the paragraph */
	unsigned within;     /* paragraphs around the text */
	const char *other;   /* it is no text but this */
};

static bool is_skipped(const struct sr_xml *x)
{
	static const char *const SKIPPED[] = {
		"note",		"annotation",	      "tracked-changes",
		"desc",		"table-of-content",   "alphabetical-index",
		"illustration-index", "table-index",  "object-index",
		"bibliography", "binary-data",	      "sequence-decls",
		"forms",	"font-face-decls",    "scripts",
		"user-field-decls", "variable-decls", "object",
	};

	for (size_t i = 0; i < SR_LEN(SKIPPED); i++)
		if (sr_xml_is(x, SKIPPED[i]))
			return true;
	return false;
}

/* A style of this document is made of one that has a name. */
static void take_style(struct odt *o, struct sr_xml *x)
{
	struct sr_arena *mem = o->flow->mem;

	sr_styles_add(&o->styles, mem, sr_xml_attr(x, mem, "name"),
		      sr_xml_attr(x, mem, "parent-style-name"));
}

static void begin_paragraph(struct odt *o, struct sr_xml *x)
{
	struct sr_str id = sr_xml_attr(x, o->flow->mem, "style-name");

	sr_flow_begin(o->flow);
	o->within++;
	o->style = sr_xml_is(x, "h") ? SR_STYLE_HEADING
			      : sr_styles_find(&o->styles, id);
}

static void on_start(struct odt *o, struct sr_xml *x)
{
	struct sr_flow *f = o->flow;

	x->skip = is_skipped(x);
	if (x->skip)
		return;
	if (sr_xml_is(x, "style"))
		take_style(o, x);
	else if (sr_xml_is(x, "spreadsheet"))
		o->other = "a spreadsheet: expected a text; save it as CSV";
	else if (sr_xml_is(x, "presentation") || sr_xml_is(x, "drawing"))
		o->other = "slides or a drawing: expected a text; save it as "
			   "PDF";
	else if (sr_xml_is(x, "p") || sr_xml_is(x, "h"))
		begin_paragraph(o, x);
	else if (sr_xml_is(x, "table"))
		f->tables++;
	else if (o->within && (sr_xml_is(x, "s") || sr_xml_is(x, "tab")))
		sr_flow_blank(f);
	else if (o->within && sr_xml_is(x, "line-break"))
		sr_flow_line(f);
}

static void on_end(struct odt *o, const struct sr_xml *x)
{
	struct sr_flow *f = o->flow;

	if ((sr_xml_is(x, "p") || sr_xml_is(x, "h")) && o->within) {
		sr_flow_end_styled(f, o->style);
		o->within--;
	} else if (sr_xml_is(x, "table-cell")) {
		sr_flow_cell_end(f);
	} else if (sr_xml_is(x, "table-row")) {
		sr_flow_row_end(f);
	} else if (sr_xml_is(x, "table") && f->tables) {
		f->tables--;
	}
}

static void on_event(void *user, struct sr_xml *x)
{
	struct odt *o = user;

	if (x->start)
		on_start(o, x);
	else if (x->end)
		on_end(o, x);
	else if (o->within)
		sr_flow_put(o->flow, x->text);
	x->stop = o->flow->full || o->other;
}

enum sr_code sr_odt_read(struct sr_flow *f, const struct sr_office *office,
			 const char *path, struct sr_err *err)
{
	struct odt o = { .flow = f };

	sr_office_properties(f, office->meta);
	if (!sr_xml_walk(office->content, on_event, &o))
		return sr_fail(err, SR_REFUSED, path,
			       "an OpenDocument whose text is damaged");
	if (o.other)
		return sr_fail(err, SR_REFUSED, path, "%s", o.other);
	return SR_OK;
}
