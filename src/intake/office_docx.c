/* The text of a Word document (ECMA-376, WordprocessingML): paragraphs with
 * their styles, rows of tables, text boxes once. What was deleted under
 * "track changes", hidden runs, codes of fields, notes and tables of contents
 * are left out; headers and footers of the pages stand in other parts. */
#include "base/compiler.h"
#include "base/str.h"
#include "intake/office.h"

struct docx {
	struct sr_flow *flow;
	struct sr_styles styles;
	struct sr_str id; /* of the style that is being read */
	enum sr_style style; /* of the paragraph */
	bool run, text, hidden; /* within a run, its text; it is not shown */
	bool marks; /* within the properties of a paragraph */
	bool joins, joined; /* the paragraph goes on in the next; the one
			       before did */
};

static bool is_skipped(const struct sr_xml *x)
{
	static const char *const SKIPPED[] = {
		"del",	      "moveFrom",  "Fallback",	 "sectPr",
		"docPartObj", "binData",   "object",	 "tblPr",
		"trPr",	      "tcPr",	   "tblGrid",	 "footnoteReference",
		"comment",    "rPrChange", "pPrChange",
	};

	for (size_t i = 0; i < SR_LEN(SKIPPED); i++)
		if (sr_xml_is(x, SKIPPED[i]))
			return true;
	return false;
}

static bool is_off(struct sr_str v)
{
	return sr_str_is(v, "0") || sr_str_is(v, "false") ||
	       sr_str_is(v, "off");
}

/* Properties of a paragraph or a run. */
static void take_property(struct docx *d, struct sr_xml *x)
{
	struct sr_arena *mem = d->flow->mem;

	if (sr_xml_is(x, "pStyle"))
		d->style = sr_styles_find(&d->styles,
					  sr_xml_attr(x, mem, "val"));
	else if (sr_xml_is(x, "outlineLvl") && d->style == SR_STYLE_BODY &&
		 !sr_str_is(sr_xml_attr(x, mem, "val"), "9"))
		d->style = SR_STYLE_HEADING;
	else if (sr_xml_is(x, "framePr") && d->marks)
		d->joins = sr_xml_attr(x, mem, "dropCap").n &&
			   !sr_str_is(sr_xml_attr(x, mem, "dropCap"), "none");
	else if (sr_xml_is(x, "vanish") && d->run)
		d->hidden = !is_off(sr_xml_attr(x, mem, "val"));
}

/* A first letter that is set large is a paragraph of its own in the file, and
 * none for a reader. */
static void end_paragraph(struct docx *d)
{
	if (d->joins)
		d->joined = true;
	else
		sr_flow_end_styled(d->flow, d->style);
	d->joins = false;
}

/* Nothing came that it could have gone on in. */
static void end_joined(struct docx *d)
{
	if (d->joined)
		sr_flow_end(d->flow, SR_BLOCK_BODY);
	d->joined = false;
}

static void end_cell(struct docx *d)
{
	end_joined(d);
	sr_flow_cell_end(d->flow);
}

static void on_start(struct docx *d, struct sr_xml *x)
{
	struct sr_flow *f = d->flow;

	x->skip = is_skipped(x);
	/* The end of a paragraph was deleted. */
	d->joins = d->joins || (d->marks && sr_xml_is(x, "del"));
	if (x->skip)
		return;
	if (sr_xml_is(x, "p")) {
		if (!d->joined)
			sr_flow_begin(f);
		d->joined = d->joins = false;
		d->style = SR_STYLE_BODY;
	} else if (sr_xml_is(x, "pPr")) {
		d->marks = true;
	} else if (sr_xml_is(x, "r")) {
		d->run = true;
		d->hidden = false;
	} else if (sr_xml_is(x, "t")) {
		d->text = d->run && !d->hidden &&
			  d->style != SR_STYLE_CONTENTS;
	} else if (sr_xml_is(x, "tbl")) {
		end_joined(d);
		f->tables++;
	} else if (d->run && sr_xml_is(x, "tab")) {
		sr_flow_blank(f);
	} else if (d->run && (sr_xml_is(x, "br") || sr_xml_is(x, "cr"))) {
		sr_flow_line(f);
	} else if (d->run && sr_xml_is(x, "noBreakHyphen")) {
		sr_flow_put(f, SR_STR("-"));
	} else {
		take_property(d, x);
	}
}

static void on_end(struct docx *d, const struct sr_xml *x)
{
	struct sr_flow *f = d->flow;

	if (sr_xml_is(x, "t"))
		d->text = false;
	else if (sr_xml_is(x, "r"))
		d->run = false;
	else if (sr_xml_is(x, "pPr"))
		d->marks = false;
	else if (sr_xml_is(x, "p"))
		end_paragraph(d);
	else if (sr_xml_is(x, "tc"))
		end_cell(d);
	else if (sr_xml_is(x, "tr"))
		sr_flow_row_end(f);
	else if (sr_xml_is(x, "tbl") && f->tables)
		f->tables--;
}

static void on_event(void *user, struct sr_xml *x)
{
	struct docx *d = user;

	if (x->start)
		on_start(d, x);
	else if (x->end)
		on_end(d, x);
	else if (d->text)
		sr_flow_put(d->flow, x->text);
	x->stop = d->flow->full;
}

/* word/styles.xml: a style has an id in the user's language and a name in that
 * of the format. */
static void on_style(void *user, struct sr_xml *x)
{
	struct docx *d = user;

	if (!x->start)
		return;
	if (sr_xml_is(x, "style"))
		d->id = sr_xml_attr(x, d->flow->mem, "styleId");
	else if (sr_xml_is(x, "name") && d->id.n)
		sr_styles_add(&d->styles, d->flow->mem, d->id,
			      sr_xml_attr(x, d->flow->mem, "val"));
}

/* docProps/core.xml (Dublin Core) and meta.xml name the same things. */
struct props {
	struct sr_flow *flow;
	struct sr_str *field;
};

static void on_property(void *user, struct sr_xml *x)
{
	struct props *p = user;
	struct sr_flow *f = p->flow;

	if (x->start) {
		p->field = sr_xml_is(x, "title")     ? &f->title
			   : sr_xml_is(x, "creator") ? &f->author
			   : sr_xml_is(x, "modified") || sr_xml_is(x, "date")
				   ? &f->modified
				   : NULL;
		return;
	}
	if (x->end) {
		p->field = NULL;
		return;
	}
	if (!p->field || p->field->n || x->text.n > 400)
		return;
	const char *own = sr_arena_copy(f->mem, x->text.s ? x->text.s : "",
					x->text.n);
	*p->field = sr_str_trim((struct sr_str){ own, own ? x->text.n : 0 });
}

void sr_office_properties(struct sr_flow *f, struct sr_str xml)
{
	struct props p = { .flow = f };

	/* A file whose properties are broken has none. */
	if (xml.n)
		(void)sr_xml_walk(xml, on_property, &p);
}

enum sr_code sr_docx_read(struct sr_flow *f, const struct sr_office *office,
			  const char *path, struct sr_err *err)
{
	struct docx d = { .flow = f };

	if (office->word_styles.n)
		(void)sr_xml_walk(office->word_styles, on_style, &d);
	sr_office_properties(f, office->core);
	if (!sr_xml_walk(office->word, on_event, &d))
		return sr_fail(err, SR_REFUSED, path,
			       "a Word document whose text is damaged");
	return SR_OK;
}
