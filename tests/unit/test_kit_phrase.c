#include "kit/phrase.h"

#include <stdlib.h>

#include "lib/check.h"

static void pieces(const char *s, const char *const *want, size_t n)
{
	struct sr_str rest = sr_str_of(s);

	for (size_t i = 0; i < n; i++)
		CHECK_STR(sr_piece_next(&rest), want[i]);
	CHECK_INT(sr_piece_next(&rest).n, 0);
}

static void opens(void)
{
	char path[512];
	struct sr_kit *kit;
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	uint32_t row = sr_kit_row(kit, SR_TABLE_TYPES, SR_STR("attack.air"));
	CHECK_STR(sr_kit_text(kit, SR_TABLE_TYPES, row, SR_TYPES_CAMEO), "195");
	CHECK_INT(sr_kit_row(kit, SR_TABLE_TYPES, SR_STR("x")), SR_NONE);
	CHECK_INT(strlen(sr_kit_hash(kit)), 64);
	sr_kit_close(kit);
	CHECK_INT(sr_kit_read(&kit, "SREPKIT1 but then nothing", 25, &err),
	          SR_REFUSED);
	CHECK(kit == NULL);
}

int main(void)
{
	pieces("Kup’yans'k, 93rd", (const char *[]){ "Kup", "’", "yans", "'",
	                                             "k", ",", "93rd" },
	       7);
	pieces("anti–tank  U.S.", (const char *[]){ "anti", "–", "tank", "U",
	                                            ".", "S", "." },
	       7);
	pieces("Zoë café ▪Ağdam", (const char *[]){ "Zoë", "café", "▪",
	                                            "Ağdam" },
	       4);
	pieces("  ", NULL, 0);
	CHECK(sr_piece_case(SR_STR("US")) == SR_CASE_ALL);
	CHECK(sr_piece_case(SR_STR("Us")) == SR_CASE_CAPITAL);
	CHECK(sr_piece_case(SR_STR("us")) == SR_CASE_ANY);
	CHECK(sr_piece_case(SR_STR("U")) == SR_CASE_CAPITAL);
	opens();
	return done();
}
