#include "intake/charset_icu.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define PROBE 65536u	 /* bytes that a look is taken at */
#define LEAST_SURE 10	 /* of ICU's confidence, 0 to 100 */

bool sr_icu_knows(const char *name)
{
	UErrorCode code = U_ZERO_ERROR;

	ucnv_close(ucnv_open(name, &code));
	return U_SUCCESS(code);
}

bool sr_icu_guess(struct sr_str bytes, char out[SR_CHARSET])
{
	UErrorCode code = U_ZERO_ERROR;
	UCharsetDetector *d = ucsdet_open(&code);
	size_t n = bytes.n < PROBE ? bytes.n : PROBE;
	bool sure = false;

	ucsdet_setText(d, bytes.s, (int32_t)n, &code);
	const UCharsetMatch *match =
		U_SUCCESS(code) ? ucsdet_detect(d, &code) : NULL;
	if (match && U_SUCCESS(code) &&
	    ucsdet_getConfidence(match, &code) >= LEAST_SURE) {
		const char *name = ucsdet_getName(match, &code);
		sure = name && strlen(name) < SR_CHARSET;
		if (sure)
			memcpy(out, name, strlen(name) + 1);
	}
	ucsdet_close(d);
	return sure;
}

enum sr_code sr_icu_convert(struct sr_arena *mem, const char *charset,
			    struct sr_str bytes, struct sr_str *text,
			    struct sr_err *err)
{
	UErrorCode code = U_ZERO_ERROR;
	UConverter *cnv = ucnv_open(charset, &code);

	if (U_FAILURE(code))
		return sr_fail(err, SR_REFUSED, charset,
			       "not the name of a character set");
	/* A byte becomes at most one character of the first plane. */
	size_t room = bytes.n * 3 + 16;
	char *out = sr_arena_raw(mem, room, 1);
	if (!out) {
		ucnv_close(cnv);
		return sr_fail_nomem(err, charset);
	}
	int32_t n = ucnv_toAlgorithmic(UCNV_UTF8, cnv, out, (int32_t)room,
				       bytes.s, (int32_t)bytes.n, &code);
	ucnv_close(cnv);
	if (U_FAILURE(code))
		return sr_fail(err, SR_REFUSED, charset,
			       "characters that cannot be converted: %s",
			       u_errorName(code));
	*text = (struct sr_str){ out, (size_t)n };
	return SR_OK;
}
