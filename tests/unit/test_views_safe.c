#include "views/safe.h"

#include "lib/check.h"

static struct sr_str safe(const char *s, size_t n, char out[256])
{
	size_t k = sr_safe_line((struct sr_str){ s, n }, out, 256);

	return (struct sr_str){ out, k };
}

#define SAFE(lit) safe(lit, sizeof(lit) - 1, out)

static void lines(void)
{
	char out[256];

	CHECK_STR(SAFE("plain\ttext\n"), "plain text ");
	CHECK_STR(SAFE("\x1b[31mred\x07"), "\\x1b[31mred\\x07");
	CHECK_STR(SAFE("a\0b"), "a\\x00b");
	CHECK_STR(SAFE("\xc2\x9b"
		       "31m"),
		  "\\x9b31m");
	CHECK_STR(SAFE("a\xe2\x80\xaeZb"), "a<U+202E>Zb");
	CHECK_STR(SAFE("\xe2\x81\xa6x\xe2\x81\xa9"), "<U+2066>x<U+2069>");
	CHECK_STR(SAFE("bad \xff byte"), "bad \xef\xbf\xbd byte");
	CHECK_STR(SAFE("\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2"),
		  "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2");
	/* A character that does not fit is left out whole. */
	CHECK_INT(sr_safe_line(SR_STR("ab\xc3\xa9"), out, 3), 2);
	CHECK_INT(sr_safe_line(SR_STR("\x1b\x1b"), out, 7), 4);
}

static void xml(void)
{
	struct sr_arena mem;
	struct sr_json out = { .mem = &mem };

	sr_arena_init(&mem, 1 << 16);
	sr_safe_xml(&out, SR_STR("<a b=\"c\">]]>&amp;\x1b\xff\xef\xbf\xbf\n"
				 "\xf0\x9f\x94\xa5\xc3\xa9"));
	CHECK_STR(sr_json_text(&out),
		  "&lt;a b=&quot;c&quot;&gt;]]&gt;&amp;amp;   \n"
		  "\xf0\x9f\x94\xa5\xc3\xa9");
	sr_arena_release(&mem);
}

static void widths(void)
{
	CHECK_INT(sr_safe_width(SR_STR("abc")), 3);
	CHECK_INT(sr_safe_width(SR_STR("e\xcc\x81")), 1);
	CHECK_INT(sr_safe_width(SR_STR("\xe6\xbc\xa2\xe5\xad\x97")), 4);
	CHECK_STR(sr_safe_cut(SR_STR("\xe6\xbc\xa2\xe5\xad\x97"), 3),
		  "\xe6\xbc\xa2");
	CHECK_STR(sr_safe_cut(SR_STR("abc"), 2), "ab");
	CHECK_STR(sr_safe_cut(SR_STR("abc"), 3), "abc");
}

static void formulas(void)
{
	CHECK(sr_is_formula(SR_STR("=cmd()")) && sr_is_formula(SR_STR("@x")));
	CHECK(sr_is_formula(SR_STR("+1")) && sr_is_formula(SR_STR("-1")));
	CHECK(!sr_is_formula(SR_STR("1-1")) && !sr_is_formula(SR_STR("")));
	CHECK(!sr_is_formula((struct sr_str){ "\0=", 2 }));
}

int main(void)
{
	lines();
	xml();
	widths();
	formulas();
	return done();
}
