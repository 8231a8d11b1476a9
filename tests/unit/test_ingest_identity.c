#include "ingest/identity.h"

#include "lib/check.h"

static bool same_words(const char *a, const char *b)
{
	char x[SR_HEX], y[SR_HEX];

	sr_report_text_hash(sr_str_of(a), x);
	sr_report_text_hash(sr_str_of(b), y);
	return strcmp(x, y) == 0;
}

int main(void)
{
	char hash[SR_HEX];
	static char longer[20000], spaced[20001];

	/* FIPS 180-2, B.1. */
	sr_report_text_hash(SR_STR(" abc\r\n"), hash);
	CHECK_STR(sr_str_of(hash), "ba7816bf8f01cfea414140de5dae2223b00361a3"
				   "96177a9cb410ff61f20015ad");
	CHECK(same_words("One town.\nTwo.\n",
			 "\xEF\xBB\xBFOne  town.\r\nTwo."));
	CHECK(same_words("One town", "One\xC2\xA0town \t"));
	CHECK(!same_words("One town", "Onetown"));
	CHECK(!same_words("One town", "one town"));
	/* Across the inner buffer's end. */
	memset(longer, 'a', sizeof(longer) - 1);
	memcpy(spaced, longer, sizeof(longer));
	spaced[sizeof(longer) - 1] = ' ';
	CHECK(same_words(longer, spaced));
	spaced[4096] = ' ';
	CHECK(!same_words(longer, spaced));
	return done();
}
