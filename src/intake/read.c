/* An item to a report, by what its body is. */
#include "intake/read.h"

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ingest/parts.h"
#include "intake/charset.h"

/* Are the characters beyond ASCII such as a text has: letters beside letters,
 * quotation marks, dashes? What was read in the wrong characters has others. */
static bool is_plausible(struct sr_str s)
{
	const char *p = s.s, *end = sr_str_end(s);
	uint32_t before = ' ';
	size_t all = 0, odd = 0;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		const char *q = p;
		if (cp >= 0x80) {
			uint32_t next = q < end ? sr_utf8_next(&q, end) : ' ';
			bool letter = sr_is_letter(cp) &&
				      (sr_is_letter(before) ||
				       sr_is_letter(next));
			bool mark = (cp >= 0x2010 && cp <= 0x203A) ||
				    cp == 0x20AC || cp == 0x2116 ||
				    (cp >= 0x3000 && cp <= 0x303F) ||
				    (cp >= 0xFF00 && cp <= 0xFFEF) ||
				    (cp >= 0xA0 && cp <= 0xBB);
			all++;
			odd += !letter && !mark;
		}
		before = cp;
	}
	return odd * 10 <= all;
}

/* Plain text in other characters than UTF-8 is converted when it is sure what
 * they are; else it is left as it is, to be refused or replaced. */
static enum sr_code text_of(struct sr_doc *doc, const struct sr_item *item,
			    struct sr_str *text, struct sr_err *err)
{
	char name[SR_CHARSET];
	struct sr_str made;

	*text = item->body;
	if (item->body.n > SR_MAX_REPORT)
		return SR_OK;
	sr_charset_find(item->body, item->given.charset, SR_MARKUP_NONE, name);
	if (!name[0])
		return SR_OK;
	enum sr_code code =
		sr_to_utf8(&doc->mem, name, item->body, &made, err);
	if (!code && (item->given.charset.n || is_plausible(made)))
		*text = made;
	return code;
}

static struct sr_ingest_fields fields_of(const struct sr_given *given)
{
	return (struct sr_ingest_fields){
		.title = given->title,
		.publisher = given->publisher,
		.author = given->author,
		.url = given->url,
		.published = given->published,
		.updated = given->updated,
	};
}

/* Where a row or message has a title beside its text, that is its first line, as
 * it is of a page: what changed hands often stands in headlines alone. */
static enum sr_code put_title(struct sr_doc *doc, struct sr_str title,
			      struct sr_str *text, struct sr_err *err)
{
	struct sr_str body = sr_str_trim(*text);

	title = sr_str_trim(title);
	if (!sr_is_headline(title) || memchr(title.s, '\n', title.n) ||
	    (body.n >= title.n && memcmp(body.s, title.s, title.n) == 0))
		return SR_OK;
	char *both = sr_arena_raw(&doc->mem, title.n + 2 + text->n, 1);
	if (!both)
		return sr_fail_nomem(err, "a report with its title");
	memcpy(both, title.s, title.n);
	memcpy(both + title.n, "\n\n", 2);
	memcpy(both + title.n + 2, text->s, text->n);
	*text = (struct sr_str){ both, title.n + 2 + text->n };
	return SR_OK;
}

static enum sr_code read_text(struct sr_doc *doc, const struct sr_kit *kit,
			      const struct sr_item *item,
			      const struct sr_ingest_options *options,
			      struct sr_err *err)
{
	struct sr_ingest_fields fields = fields_of(&item->given);
	struct sr_str text;
	enum sr_code code = text_of(doc, item, &text, err);

	if (!code)
		code = put_title(doc, fields.title, &text, err);
	if (!code)
		code = sr_ingest_text(doc, kit, item->name, text, options, err);
	if (!code)
		sr_ingest_put_fields(doc, kit, &fields);
	if (!code && fields.url.n)
		sr_ingest_by_url(doc, kit);
	return code;
}

static enum sr_code read_page(struct sr_doc *doc, const struct sr_kit *kit,
			      const struct sr_item *item, struct sr_err *err)
{
	struct sr_str html;
	enum sr_code code =
		sr_charset_clean(&doc->mem, item->body, item->given.charset,
				 SR_MARKUP_HTML, &html, err);

	return code ? code : sr_page_read(doc, kit, item, html, err);
}

static const char *find(struct sr_str s, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= s.n; i++)
		if (memcmp(s.s + i, what, n) == 0)
			return s.s + i;
	return NULL;
}

/* What stands between two strings; empty when they are not there. */
static struct sr_str between(struct sr_str s, const char *from, const char *to)
{
	const char *a = s.n ? find(s, from) : NULL;

	if (!a)
		return (struct sr_str){ NULL, 0 };
	a += strlen(from);
	size_t left = (size_t)(s.s + s.n - a);
	const char *b = find((struct sr_str){ a, left }, to);
	return (struct sr_str){ a, b ? (size_t)(b - a) : left };
}

/* "&lt;", "&gt;", "&amp;", "&quot;" to what they stand for, in place. */
static struct sr_str unescape(char *s, size_t n)
{
	static const struct {
		const char *name;
		char c;
	} NAMES[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' },
		      { "&quot;", '"' }, { "&apos;", '\'' } };
	size_t out = 0;

	for (size_t i = 0; i < n;) {
		size_t step = 1;
		char c = s[i];
		for (size_t k = 0; c == '&' && k < SR_LEN(NAMES); k++) {
			size_t len = strlen(NAMES[k].name);
			if (n - i >= len &&
			    memcmp(s + i, NAMES[k].name, len) == 0) {
				c = NAMES[k].c;
				step = len;
				break;
			}
		}
		s[out++] = c;
		i += step;
	}
	return (struct sr_str){ s, out };
}

static enum sr_code read_pdf(struct sr_doc *doc, const struct sr_kit *kit,
			     const struct sr_item *item,
			     const struct sr_ingest_options *options,
			     struct sr_err *err)
{
	struct sr_item made = *item;
	struct sr_str page;
	enum sr_code code = sr_pdf_to_html(&doc->mem, item, &page, err);

	if (code)
		return code;
	struct sr_str text = between(page, "<pre>", "</pre>");
	struct sr_str author =
		between(page, "<meta name=\"Author\" content=\"", "\"");
	char *copy = sr_arena_copy(&doc->mem, text.n ? text.s : "", text.n);
	if (!copy)
		return sr_fail_nomem(err, item->path);
	made.body = unescape(copy, text.n);
	if (!sr_str_trim(made.body).n)
		return sr_fail(err, SR_REFUSED, item->path,
			       "a PDF without text: pictures of pages?");
	if (!made.given.author.n)
		made.given.author = author;
	return read_text(doc, kit, &made, options, err);
}

/* What a container says may hold any bytes; what a report says is UTF-8. */
static enum sr_code clean_given(struct sr_arena *mem, struct sr_given *given,
				struct sr_err *err)
{
	struct sr_str *field[] = { &given->id,	     &given->title,
				   &given->publisher, &given->author,
				   &given->url,	     &given->published,
				   &given->updated };
	const struct sr_str none = { NULL, 0 };
	enum sr_code code = SR_OK;

	for (size_t i = 0; !code && i < SR_LEN(field); i++)
		if (sr_utf8_check(*field[i]) != field[i]->n)
			code = sr_charset_clean(mem, *field[i], none,
						SR_MARKUP_XML, field[i], err);
	return code;
}

enum sr_code sr_item_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item,
			  const struct sr_ingest_options *options,
			  struct sr_err *err)
{
	struct sr_item own = *item;
	enum sr_code code = clean_given(&doc->mem, &own.given, err);

	if (code)
		return code;
	switch (item->form) {
	case SR_FORM_TEXT:
		return read_text(doc, kit, &own, options, err);
	case SR_FORM_PAGE:
	case SR_FORM_FRAGMENT:
		return read_page(doc, kit, &own, err);
	case SR_FORM_PDF:
		return read_pdf(doc, kit, &own, options, err);
	case SR_FORM_OFFICE:
		return sr_office_read(doc, kit, &own, err);
	}
	return SR_REFUSED;
}
