/* What intake refuses and how it says so; offsets; memory that runs out. */
#include <stdlib.h>

#include "base/limits.h"
#include "ingest/ingest.h"
#include "lib/check.h"
#include "lib/kit.h"

static struct sr_kit *kit;

static void refused(struct sr_str bytes, enum sr_code code, const char *where,
		    const char *text)
{
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(sr_ingest_text(&doc, kit, SR_STR("a.txt"), bytes, NULL, &err),
		  code);
	CHECK_STR(sr_str_of(err.where), where);
	CHECK_STR(sr_str_of(err.text), text);
	sr_doc_release(&doc);
}

static void refusals(void)
{
	static const char hint[] =
		" is not UTF-8: expected text in UTF-8, or the option "
		"--replace";
	char text[200];
	char *large = malloc(SR_MAX_REPORT + 1);

	refused(SR_STR(""), SR_REFUSED, "a.txt",
		"empty: expected a report's text");
	refused(SR_STR(" \r\n\t\xC2\xA0\xEF\xBB\xBF"), SR_REFUSED, "a.txt",
		"only white space: expected a report's text");
	refused(SR_STR("\x7F"
		       "ELF\x02\x01\x00\x00\x00"),
		SR_REFUSED, "a.txt", "binary: expected text in UTF-8");
	refused(SR_STR("\xFF\xFEK\x00y\x00"), SR_REFUSED, "a.txt",
		"UTF-16 text: expected text in UTF-8");
	snprintf(text, sizeof(text), "byte 0xE9 at offset 12%s", hint);
	refused(SR_STR("One.\nTwo caf\xE9s.\n"), SR_REFUSED, "a.txt:2", text);
	snprintf(text, sizeof(text), "byte 0xC0 at offset 6%s", hint);
	refused(SR_STR("a\rb\r\nc\xC0\x80"), SR_REFUSED, "a.txt:3", text);
	if (!large)
		return;
	memset(large, 'a', SR_MAX_REPORT + 1);
	refused((struct sr_str){ large, SR_MAX_REPORT + 1 }, SR_LIMIT, "a.txt",
		"larger than 4194304 bytes (SR_MAX_REPORT)");
	free(large);
}

static void markup(void)
{
	static const char why[] = "HTML or XML: "
				  "expected plain text in UTF-8";
	struct sr_err err = { 0 };
	struct sr_doc doc;

	refused(SR_STR("\xEF\xBB\xBF\n<!DOCTYPE html><p>Troops left."),
		SR_REFUSED, "a.txt", why);
	refused(SR_STR("<?xml version=\"1.0\"?>\n<rss></rss>"), SR_REFUSED,
		"a.txt", why);
	refused(SR_STR("<p>One</p><p>Two</p><p>Three</p><p>Four</p>"
		       "<p class=\"x\">Five</p>"),
		SR_REFUSED, "a.txt", why);
	sr_doc_init(&doc);
	CHECK_INT(sr_ingest_text(&doc, kit, SR_STR("a"),
				 SR_STR("<b>Troops</b> left <the town> at 5 < "
					"6 on <i>Monday</i>."),
				 NULL, &err),
		  SR_OK);
	sr_doc_release(&doc);
}

static void replaces(void)
{
	const struct sr_ingest_options replace = { .replace_bad = true };
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(sr_ingest_text(&doc, kit, SR_STR("a"),
				 SR_STR("Caf\xE9s \xF0\x9F burn."), &replace,
				 &err),
		  SR_OK);
	CHECK_STR(doc.report.text, "Caf\xEF\xBF\xBDs \xEF\xBF\xBD\xEF\xBF\xBD "
				   "burn.");
	CHECK_INT(doc.blocks.items[0].at.to, doc.report.text.n);
	sr_doc_release(&doc);
}

/* The bytes are the caller's own and no offset moves. */
static void borrows(void)
{
	static const char text[] = "\xEF\xBB\xBFTitle: A b\r\nDate: 2014-08-03"
				   "\r\n\r\n  One here.\r\n";
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(sr_ingest_text(&doc, kit, SR_STR("a"), SR_STR(text), NULL,
				 &err),
		  SR_OK);
	CHECK(doc.report.text.s == text);
	CHECK_INT(doc.blocks.nitem, 3);
	CHECK_INT(doc.blocks.items[0].kind, SR_BLOCK_TITLE);
	CHECK_INT(doc.blocks.items[0].at.from, strlen("\xEF\xBB\xBFTitle: "));
	CHECK_STR(sr_doc_text(&doc, doc.blocks.items[2].at), "One here.");
	CHECK(doc.report.title.s == text + doc.blocks.items[0].at.from);
	sr_doc_release(&doc);
}

/* Every request for memory refused once: an error each time, no crash. */
static void runs_out(void)
{
	static const char text[] =
		"A town is taken\nBy Sample Desk | 3 May "
		"2015\nhttp://a.example/"
		"\n\nKYIV (AP) - Troops of the army took the town on Sunday, "
		"the army said in a statement.\n\nRead more\nCaf\xE9";
	const struct sr_ingest_options replace = { .replace_bad = true };
	enum sr_code code = SR_NOMEM;
	size_t n = 1;

	for (; n < 1000 && code; n++) {
		struct sr_err err = { 0 };
		struct sr_doc doc;
		sr_doc_init(&doc);
		doc.mem.fail_after = n;
		code = sr_ingest_text(&doc, kit, SR_STR("a"), SR_STR(text),
				      &replace, &err);
		if (code && (code != SR_NOMEM || err.code != SR_NOMEM))
			check_line(0, __FILE__, __LINE__,
				   "an error that says so");
		sr_doc_release(&doc);
	}
	CHECK_INT(code, SR_OK);
	CHECK(n > 3);
}

/* Shapes that would take quadratic time if any step looked back. */
static void is_linear(void)
{
	static const char *const unit[] = {
		"a",	       "a ", "\n", "a\n",	   "Aa: ", "By ",
		"2022-01-01 ", "(",  "- ", "\xE2\x80\x94", "> ",   "\xC2\xA0"
	};
	char *text = malloc(SR_MAX_REPORT);

	for (size_t i = 0; text && i < sizeof(unit) / sizeof(*unit); i++) {
		size_t k = strlen(unit[i]), n = SR_MAX_REPORT / k * k;
		struct sr_err err = { 0 };
		struct sr_doc doc;
		for (size_t at = 0; at < n; at += k)
			memcpy(text + at, unit[i], k);
		sr_doc_init(&doc);
		enum sr_code code = sr_ingest_text(&doc, kit, SR_STR("a"),
						   (struct sr_str){ text, n },
						   NULL, &err);
		bool blank = *unit[i] == '\n' || *unit[i] == '\xC2';
		CHECK_INT(code, blank ? SR_REFUSED : SR_OK);
		sr_doc_release(&doc);
	}
	free(text);
}

int main(void)
{
	kit = test_kit();
	refusals();
	markup();
	replaces();
	borrows();
	runs_out();
	is_linear();
	sr_kit_close(kit);
	return done();
}
