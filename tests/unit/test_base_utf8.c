#include "base/utf8.h"
#include "lib/check.h"

static struct sr_str fold(const char *s)
{
	static char out[64];
	size_t n = sr_fold(sr_str_of(s), out, sizeof(out));

	return (struct sr_str){ out, n };
}

static void checks(void)
{
	CHECK_INT(sr_utf8_check(SR_STR("plain")), 5);
	CHECK_INT(sr_utf8_check(SR_STR("Київ")), 8);
	CHECK_INT(sr_utf8_check(SR_STR("ab\xff")), 2);
	CHECK_INT(sr_utf8_check(SR_STR("a\xc0\x80")), 1);         /* overlong */
	CHECK_INT(sr_utf8_check(SR_STR("\xed\xa0\x80")), 0);      /* surrogate */
	CHECK_INT(sr_utf8_check(SR_STR("a\xe2\x82")), 1);         /* cut off */
	CHECK_INT(sr_utf8_check(SR_STR("\xf4\x90\x80\x80")), 0);  /* too high */
	CHECK_INT(sr_utf8_check((struct sr_str){ "a\0b", 3 }), 1);
	CHECK_INT(sr_utf8_length(SR_STR("Київ’s")), 6);
}

int main(void)
{
	checks();
	CHECK_STR(fold("Zaporizhzhia"), "zaporizhzhia");
	CHECK_STR(fold("Kup’yans’k"), "kup'yans'k");
	CHECK_STR(fold("Łódź — “Ægir”"), "lodz - \"aegir\"");
	CHECK_STR(fold("ХАРКІВ"), "харків");
	CHECK(sr_is_upper('A') && sr_is_upper(0x416) && !sr_is_upper('1'));
	CHECK(sr_is_letter(0x416) && !sr_is_letter(0x2014));
	return done();
}
