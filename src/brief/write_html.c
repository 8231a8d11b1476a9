/* One HTML file that needs nothing else: no script, no font, no picture from
 * anywhere. Text is escaped; links are http or https, and tell nobody where the
 * reader came from. Headings, lists, table heads and anchors are real ones, so
 * that it can be read aloud; it prints, and reads at the width of a phone and in
 * the dark. */
#include <stdio.h>

#include "base/str.h"
#include "brief/write.h"

static const char STYLE[] =
	":root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;"
	"--ground:#fff;--line:#d0d7de;--wash:#f6f8fa;--link:#0b57a4}"
	"@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;"
	"--soft:#9aa7b4;--ground:#0f1419;--line:#30363d;--wash:#171d24;"
	"--link:#79b8ff}}"
	"*{box-sizing:border-box}"
	"body{margin:0;background:var(--ground);color:var(--ink);"
	"font:17px/1.55 Georgia,'DejaVu Serif',serif}"
	"main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}"
	"h1,h2,h3,th,caption,.period,.note,.more,sup{"
	"font-family:system-ui,'DejaVu Sans',sans-serif}"
	"h1{font-size:1.9rem;line-height:1.2;margin:0}"
	".period{font-size:1.15rem;color:var(--soft);margin:.2rem 0 1rem;"
	"padding-bottom:1rem;border-bottom:3px solid var(--ink)}"
	"h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.2rem;"
	"border-bottom:1px solid var(--line)}"
	"h3{font-size:1rem;margin:1.3rem 0 .3rem;color:var(--soft)}"
	"ul{margin:.3rem 0 1rem;padding-left:1.2rem}li{margin:.35rem 0}"
	"a{color:var(--link)}"
	".lead{color:var(--soft);font-size:.95rem}"
	".note{color:var(--soft);font-size:.8em}"
	".more{color:var(--soft);font-size:.85rem}"
	"sup{font-size:.68em;line-height:0;white-space:nowrap}"
	"sup a{text-decoration:none;padding:0 .08em}"
	"#s-key{background:var(--wash);border:1px solid var(--line);"
	"border-radius:6px;padding:.2rem 1rem .4rem;margin:1.4rem 0}"
	"#s-key h2{margin-top:.8rem;border:0}"
	".wide{overflow-x:auto;margin:1rem 0}"
	"table{border-collapse:collapse;width:100%;font-size:.88rem;"
	"line-height:1.4}"
	"caption{text-align:left;font-weight:600;font-size:.9rem;"
	"padding:.3rem 0}"
	"th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;"
	"border-bottom:1px solid var(--line);overflow-wrap:break-word}"
	"td,tbody th{min-width:5rem}thead th{border-bottom:2px solid var(--ink)}"
	"tbody th{font-weight:600}.n{text-align:right}"
	"#references ol{padding-left:2.2rem;font-size:.85rem}"
	"#references li{margin:.6rem 0;overflow-wrap:anywhere}"
	"#references .note{display:block;font-family:ui-monospace,"
	"'DejaVu Sans Mono',monospace;font-size:.72rem;line-height:1.4}"
	":target{background:var(--wash);outline:2px solid var(--link)}"
	"@media(max-width:30rem){body{font-size:16px}h1{font-size:1.5rem}}"
	"@media print{:root{--ink:#000;--soft:#333;--ground:#fff;"
	"--line:#999;--wash:#fff;--link:#000}body{font-size:10.5pt}"
	"main{max-width:none;padding:0}h2,h3,caption{break-after:avoid}"
	"li,tr{break-inside:avoid}thead{display:table-header-group}"
	"a{text-decoration:none}.wide{overflow:visible}@page{margin:18mm}}";

static void raw(struct sr_json *out, const char *s)
{
	sr_json_raw(out, sr_str_of(s));
}

static const char *escape_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void text(struct sr_json *out, struct sr_str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *escape = escape_of(s.s[i]);
		if (!escape)
			continue;
		sr_json_raw(out, (struct sr_str){ s.s + from, i - from });
		raw(out, escape);
		from = i + 1;
	}
	if (from < s.n)
		sr_json_raw(out, (struct sr_str){ s.s + from, s.n - from });
}

static void tagged(struct sr_json *out, const char *open, struct sr_str s,
		   const char *close)
{
	raw(out, open);
	text(out, s);
	raw(out, close);
}

static void refs(struct sr_json *out, const struct sr_brief_text *t)
{
	char link[64];

	if (!t->refs.nitem)
		return;
	raw(out, t->text.n ? "&#8288;<sup>" : "");
	for (size_t i = 0; i < t->refs.nitem; i++) {
		snprintf(link, sizeof(link), "<a href=\"#r%u\">[%u]</a>",
			 t->refs.items[i], t->refs.items[i]);
		raw(out, link);
	}
	raw(out, t->text.n ? "</sup>" : "");
}

static void sentence(struct sr_json *out, const struct sr_brief_text *t)
{
	text(out, t->text);
	if (t->note.n)
		tagged(out,
		       t->text.n ? " <span class=\"note\">("
				 : "<span class=\"note\">(",
		       t->note, ")</span>");
	refs(out, t);
}

static void sentences(struct sr_json *out, const struct sr_brief_part *p)
{
	for (size_t i = 0; i < p->texts.nitem; i++) {
		raw(out, i ? " " : "");
		sentence(out, &p->texts.items[i]);
	}
}

static void table_head(struct sr_json *out, const struct sr_brief_table *t)
{
	raw(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
		 "aria-label=\"");
	text(out, t->caption);
	raw(out, "\"><table>");
	tagged(out, "<caption>", t->caption, "</caption><thead><tr>");
	for (size_t i = 0; i < t->ncolumn; i++)
		tagged(out,
		       t->right[i] ? "<th scope=\"col\" class=\"n\">"
				   : "<th scope=\"col\">",
		       t->head[i], "</th>");
	raw(out, "</tr></thead>\n<tbody>");
}

static void table(struct sr_json *out, const struct sr_brief_table *t)
{
	table_head(out, t);
	for (size_t i = 0; i < t->cells.nitem; i++) {
		size_t column = i % t->ncolumn;
		raw(out, column ? t->right[column] ? "<td class=\"n\">" : "<td>"
				: "<tr><th scope=\"row\">");
		sentence(out, &t->cells.items[i]);
		raw(out, column ? "</td>" : "</th>");
		raw(out, column + 1 == t->ncolumn ? "</tr>\n" : "");
	}
	raw(out, "</tbody></table></div>\n");
}

static void part(struct sr_json *out, const struct sr_brief_part *p, bool first,
		 bool last)
{
	switch (p->kind) {
	case SR_PART_HEAD:
		raw(out, "<h3>");
		sentences(out, p);
		raw(out, "</h3>\n");
		break;
	case SR_PART_ITEM:
		raw(out, first ? "<ul>\n<li>" : "<li>");
		sentences(out, p);
		raw(out, last ? "</li>\n</ul>\n" : "</li>\n");
		break;
	case SR_PART_TABLE:
		table(out, p->table);
		break;
	case SR_PART_PARAGRAPH:
	case SR_PART_MORE:
		raw(out, p->kind == SR_PART_MORE ? "<p class=\"more\">" : "<p>");
		sentences(out, p);
		raw(out, "</p>\n");
		break;
	}
}

static bool is_item(const struct sr_brief_section *s, size_t i)
{
	return i < s->parts.nitem && s->parts.items[i].kind == SR_PART_ITEM;
}

static void section(struct sr_json *out, const struct sr_brief_section *s)
{
	raw(out, "<section id=\"s-");
	raw(out, s->id);
	raw(out, "\" aria-labelledby=\"h-");
	raw(out, s->id);
	raw(out, "\"><h2 id=\"h-");
	raw(out, s->id);
	tagged(out, "\">", s->title, "</h2>\n");
	for (size_t i = 0; i < s->parts.nitem; i++)
		part(out, &s->parts.items[i], i == 0 || !is_item(s, i - 1),
		     !is_item(s, i + 1));
	raw(out, "</section>\n");
}

static void reference(struct sr_json *out, const struct sr_brief *b,
		      const struct sr_brief_ref *r, uint32_t n)
{
	char start[48];

	snprintf(start, sizeof(start), "<li id=\"r%u\">", n);
	raw(out, start);
	text(out, r->outlet);
	if (r->title.n)
		tagged(out, ", <cite>", r->title, "</cite>");
	tagged(out, ", ", r->day, "");
	if (r->url.n) {
		tagged(out, ", <a rel=\"noopener noreferrer nofollow\" href=\"",
		       r->url, "\">");
		tagged(out, "", r->url, "</a>");
	}
	if (r->claims.nitem)
		tagged(out, " <span class=\"note\">", b->words_of_claims, "");
	for (size_t i = 0; i < r->claims.nitem; i++)
		tagged(out, " ", r->claims.items[i], "");
	raw(out, r->claims.nitem ? "</span></li>\n" : "</li>\n");
}

static void head(struct sr_json *out, const struct sr_brief *b)
{
	raw(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		 "<meta charset=\"utf-8\">\n"
		 "<meta name=\"viewport\" "
		 "content=\"width=device-width,initial-scale=1\">\n"
		 "<meta name=\"referrer\" content=\"no-referrer\">\n"
		 "<meta http-equiv=\"Content-Security-Policy\" "
		 "content=\"default-src 'none';style-src 'unsafe-inline'\">\n");
	tagged(out, "<title>", b->title, "");
	tagged(out, ", ", b->period, "</title>\n<style>");
	raw(out, STYLE);
	raw(out, "</style>\n</head>\n<body>\n<main>\n");
	tagged(out, "<h1>", b->title, "</h1>\n");
	tagged(out, "<p class=\"period\">", b->period, "</p>\n");
	raw(out, "<p class=\"lead\">");
	sentences(out, &b->lead);
	raw(out, "</p>\n");
}

void sr_brief_write_html(const struct sr_brief *b, struct sr_json *out)
{
	head(out, b);
	for (size_t i = 0; i < b->sections.nitem; i++)
		section(out, &b->sections.items[i]);
	if (b->refs.nitem)
		tagged(out, "<section id=\"references\"><h2>", b->words_of_refs,
		       "</h2>\n<ol>\n");
	for (size_t i = 0; i < b->refs.nitem; i++)
		reference(out, b, &b->refs.items[i], (uint32_t)i + 1);
	raw(out, b->refs.nitem ? "</ol></section>\n" : "");
	raw(out, "</main>\n</body>\n</html>\n");
}
