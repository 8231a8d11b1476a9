/* Markdown (CommonMark, with the tables of GitHub's). Every mark that means
 * something is escaped with a backslash, at the start of a line too; the only
 * links are those of the references, as <https://...>. */
#include <stdio.h>

#include "base/str.h"
#include "brief/write.h"

static void raw(struct sr_json *out, const char *s)
{
	sr_json_raw(out, sr_str_of(s));
}

/* Does the text at i go on with these bytes? */
static bool goes_on(struct sr_str s, size_t i, const char *with)
{
	size_t n = strlen(with);

	return s.n - i >= n && memcmp(s.s + i, with, n) == 0;
}

/* What a line must not begin with: "12." and "3)" would be a list. */
static bool is_marker(struct sr_str s, size_t i)
{
	if (i == 0)
		return s.s[0] && strchr("+-=#", s.s[0]);
	if (s.s[i] != '.' && s.s[i] != ')')
		return false;
	for (size_t k = 0; k < i; k++)
		if (s.s[k] < '0' || s.s[k] > '9')
			return false;
	return true;
}

static void text(struct sr_json *out, struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool mark = s.s[i] && strchr("\\`*_[]<>|&~", s.s[i]);
		bool link = goes_on(s, i, "://") ||
			    (i >= 3 && s.s[i] == '.' &&
			     goes_on(s, i - 3, "www."));
		if (mark || link || is_marker(s, i))
			raw(out, "\\");
		sr_json_raw(out, (struct sr_str){ s.s + i, 1 });
	}
}

static void number(struct sr_json *out, const char *before, uint32_t n,
		   const char *after)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%u", n);
	raw(out, before);
	raw(out, digits);
	raw(out, after);
}

/* A sentence with its note and references. */
static void sentence(struct sr_json *out, const struct sr_brief_text *t)
{
	text(out, t->text);
	if (t->note.n) {
		raw(out, t->text.n ? " *(" : "*(");
		text(out, t->note);
		raw(out, ")*");
	}
	if (t->refs.nitem && t->text.n)
		raw(out, " ");
	for (size_t i = 0; i < t->refs.nitem; i++)
		number(out, "[", t->refs.items[i], "]");
}

static void sentences(struct sr_json *out, const struct sr_brief_part *p)
{
	for (size_t i = 0; i < p->texts.nitem; i++) {
		if (i)
			raw(out, " ");
		sentence(out, &p->texts.items[i]);
	}
}

static void table(struct sr_json *out, const struct sr_brief_table *t)
{
	if (t->caption.n) {
		raw(out, "**");
		text(out, t->caption);
		raw(out, "**\n\n");
	}
	for (size_t i = 0; i < t->ncolumn; i++) {
		raw(out, "| ");
		text(out, t->head[i]);
		raw(out, " ");
	}
	raw(out, "|\n");
	for (size_t i = 0; i < t->ncolumn; i++)
		raw(out, t->right[i] ? "|--:" : "|---");
	raw(out, "|\n");
	for (size_t i = 0; i < t->cells.nitem; i++) {
		raw(out, "| ");
		sentence(out, &t->cells.items[i]);
		raw(out, (i + 1) % t->ncolumn ? " " : " |\n");
	}
	raw(out, "\n");
}

static void part(struct sr_json *out, const struct sr_brief_part *p, bool list)
{
	switch (p->kind) {
	case SR_PART_HEAD:
		raw(out, "### ");
		sentences(out, p);
		raw(out, "\n\n");
		break;
	case SR_PART_ITEM:
		raw(out, "- ");
		sentences(out, p);
		raw(out, list ? "\n" : "\n\n");
		break;
	case SR_PART_TABLE:
		table(out, p->table);
		break;
	case SR_PART_PARAGRAPH:
	case SR_PART_MORE:
		sentences(out, p);
		raw(out, "\n\n");
		break;
	}
}

static void section(struct sr_json *out, const struct sr_brief_section *s)
{
	raw(out, "## ");
	text(out, s->title);
	raw(out, "\n\n");
	for (size_t i = 0; i < s->parts.nitem; i++)
		part(out, &s->parts.items[i],
		     i + 1 < s->parts.nitem &&
			     s->parts.items[i + 1].kind == SR_PART_ITEM);
}

static void reference(struct sr_json *out, const struct sr_brief *b,
		      const struct sr_brief_ref *r, uint32_t n)
{
	number(out, "", n, ". ");
	text(out, r->outlet);
	if (r->title.n) {
		raw(out, ", *");
		text(out, r->title);
		raw(out, "*");
	}
	raw(out, ", ");
	text(out, r->day);
	if (r->url.n) {
		raw(out, ", <");
		sr_json_raw(out, r->url);
		raw(out, ">");
	}
	for (size_t i = 0; i < r->claims.nitem; i++) {
		raw(out, i ? " " : "; ");
		if (!i) {
			text(out, b->words_of_claims);
			raw(out, " ");
		}
		text(out, r->claims.items[i]);
	}
	raw(out, "\n");
}

void sr_brief_write_md(const struct sr_brief *b, struct sr_json *out)
{
	raw(out, "# ");
	text(out, b->title);
	raw(out, "\n\n**");
	text(out, b->period);
	raw(out, "**\n\n");
	sentences(out, &b->lead);
	raw(out, "\n\n");
	for (size_t i = 0; i < b->sections.nitem; i++)
		section(out, &b->sections.items[i]);
	if (!b->refs.nitem)
		return;
	raw(out, "## ");
	text(out, b->words_of_refs);
	raw(out, "\n\n");
	for (size_t i = 0; i < b->refs.nitem; i++)
		reference(out, b, &b->refs.items[i], (uint32_t)i + 1);
}
