/* Plain text: is it text at all, then its header (header.c), then its blocks
 * (blocks.c). The bytes are never moved or changed, so that every offset
 * counts from the first byte of the file; the one exception is replace_bad. */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ingest/blocks.h"
#include "ingest/header.h"
#include "ingest/ingest.h"

#define PROBE 8192u	  /* bytes looked at to tell text from binary */
#define CONTROL_SHARE 10u /* of so many bytes one control byte is too many */
#define TAG_SHARE 10u	  /* of so many bytes one of a tag is too many */
#define FEW_TAGS 8u	  /* that a plain text may have */
#define LONGEST_TAG 400u

struct intake {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_ingest_options *options;
	struct sr_err *err;
	char where[96]; /* the report's name, for errors */
};

static void name_where(struct intake *in, struct sr_str name)
{
	int n = (int)(name.n > 80 ? 80 : name.n);

	snprintf(in->where, sizeof(in->where), "%.*s", n, name.n ? name.s : "");
}

static bool is_control(unsigned char c)
{
	return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F;
}

static enum sr_code refuse_binary(struct intake *in, struct sr_str bytes)
{
	size_t n = bytes.n < PROBE ? bytes.n : PROBE, control = 0, nul = 0;
	const unsigned char *b = (const unsigned char *)bytes.s;

	if (n >= 2 &&
	    ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF)))
		return sr_fail(in->err, SR_REFUSED, in->where,
			       "UTF-16 text: expected text in UTF-8");
	for (size_t i = 0; i < n; i++) {
		control += is_control(b[i]);
		nul += b[i] == 0;
	}
	if (nul || control > n / CONTROL_SHARE)
		return sr_fail(in->err, SR_REFUSED, in->where,
			       "binary: expected text in UTF-8");
	return SR_OK;
}

/* The bytes of the tag "<...>" at the start of s; 0 if there is none. */
static size_t tag_length(struct sr_str s)
{
	const char *end;
	char c = s.n > 1 ? s.s[1] : ' ';

	if (s.n < 3 || s.s[0] != '<' ||
	    !(c == '/' || c == '!' || c == '?' || (c | 32) >= 'a') ||
	    (c | 32) > 'z')
		return 0;
	end = memchr(s.s, '>', s.n < LONGEST_TAG ? s.n : LONGEST_TAG);
	return end ? (size_t)(end + 1 - s.s) : 0;
}

/* A page or a feed: it begins with a declaration, or is full of tags. */
bool sr_is_markup(struct sr_str text)
{
	struct sr_str s = { text.s, text.n < PROBE ? text.n : PROBE };
	size_t ntag = 0, sum = 0, all;
	const char *lt, *end;

	if (s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0)
		s = (struct sr_str){ s.s + 3, s.n - 3 };
	s = sr_str_trim(s);
	if (tag_length(s) && (s.s[1] == '!' || s.s[1] == '?'))
		return true;
	all = s.n;
	end = sr_str_end(s);
	while (s.n && (lt = memchr(s.s, '<', s.n))) {
		s = (struct sr_str){ lt, (size_t)(end - lt) };
		size_t n = tag_length(s);
		ntag += n > 0;
		sum += n;
		n += n == 0;
		s = (struct sr_str){ s.s + n, s.n - n };
	}
	return ntag > FEW_TAGS && sum >= all / TAG_SHARE;
}

static bool is_blank(struct sr_str text)
{
	const char *p = text.s, *end = text.s + text.n;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		if (!sr_is_space(cp) && cp != 0xFEFF && cp != 0x200B)
			return false;
	}
	return true;
}

static enum sr_code refuse_byte(struct intake *in, struct sr_str text,
				size_t at)
{
	size_t line = 1;
	char where[128];

	for (size_t i = 0; i < at; i++)
		line += text.s[i] == '\n' ||
			(text.s[i] == '\r' && text.s[i + 1] != '\n');
	snprintf(where, sizeof(where), "%s:%zu", in->where, line);
	return sr_fail(in->err, SR_REFUSED, where,
		       "byte 0x%02X at offset %zu is not UTF-8: expected text "
		       "in UTF-8, or the option --replace",
		       (unsigned char)text.s[at], at);
}

/* A copy of text in which each bad byte is U+FFFD. */
static enum sr_code replace_bad(struct intake *in, struct sr_str *text)
{
	const char *p = text->s, *end = text->s + text->n;
	size_t bad = 0;

	while (p < end)
		bad += sr_utf8_next(&p, end) == SR_UTF8_BAD;
	char *copy = sr_arena_raw(&in->doc->mem, text->n + 2 * bad, 1);
	if (!copy)
		return sr_fail_nomem(in->err, in->where);
	char *out = copy;
	for (p = text->s; p < end;) {
		const char *from = p;
		if (sr_utf8_next(&p, end) == SR_UTF8_BAD) {
			out += sr_utf8_put(out, 0xFFFD);
			continue;
		}
		memcpy(out, from, (size_t)(p - from));
		out += p - from;
	}
	*text = (struct sr_str){ copy, (size_t)(out - copy) };
	return SR_OK;
}

/* Size, binary, markup, UTF-8, blank, in this order. */
static enum sr_code check(struct intake *in, struct sr_str *text)
{
	if (text->n > SR_MAX_REPORT)
		return sr_fail(in->err, SR_LIMIT, in->where,
			       "larger than %u bytes (SR_MAX_REPORT)",
			       SR_MAX_REPORT);
	if (text->n == 0)
		return sr_fail(in->err, SR_REFUSED, in->where,
			       "empty: expected a report's text");
	enum sr_code code = refuse_binary(in, *text);
	if (code)
		return code;
	if (sr_is_markup(*text))
		return sr_fail(in->err, SR_REFUSED, in->where,
			       "HTML or XML: expected plain text in UTF-8");
	size_t bad = sr_utf8_check(*text);
	if (bad != text->n && !in->options->replace_bad)
		return refuse_byte(in, *text, bad);
	if (bad != text->n)
		code = replace_bad(in, text);
	if (!code && is_blank(*text))
		return sr_fail(in->err, SR_REFUSED, in->where,
			       "only white space: expected a report's text");
	return code;
}

static bool read_lines(struct sr_doc *doc, const struct sr_kit *kit)
{
	struct sr_header h = { .doc = doc,
			       .kit = kit,
			       .text = doc->report.text };
	struct sr_lines lines = { 0 }, head = { 0 };
	size_t first;

	if (!sr_lines_read(&doc->mem, h.text, &lines) ||
	    !sr_header_read(&h, &lines, &head, &first))
		return false;
	sr_footer_read(&h, &lines, first);
	if (!sr_blocks_make(&h, head.list.items, head.list.nitem, true) ||
	    !sr_blocks_make(&h, lines.list.items + first,
			    lines.list.nitem - first, false))
		return false;
	sr_header_from_url(&h);
	if (h.unsure)
		doc->report.published_inferred = true;
	return true;
}

enum sr_code sr_ingest_text(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_str name, struct sr_str bytes,
			    const struct sr_ingest_options *options,
			    struct sr_err *err)
{
	static const struct sr_ingest_options plain = { .replace_bad = false };
	struct intake in = { doc, kit, options ? options : &plain, err, "" };

	name_where(&in, name);
	enum sr_code code = check(&in, &bytes);
	if (code)
		return code;
	doc->report = (struct sr_report){ .name = name,
					  .text = bytes,
					  .published = { 1, 0 },
					  .updated = { 1, 0 } };
	return read_lines(doc, kit) ? SR_OK : sr_fail_nomem(err, in.where);
}
