/* Sides of speakers and extents of regions, from the tables. */
#include "fuse/side.h"
#include "fuse/extent.h"

#include "lib/check.h"
#include "lib/kit.h"

int main(void)
{
	static const char *const SIDE[][2] = {
		{ "Ukraine's General Staff", "UA" },
		{ "the Russian defence ministry", "RU" },
		{ "Baku", "AZ" },
		{ "a Taliban spokesman", "TALIBAN" },
		{ "Ilham Aliyev", "AZ" },
		{ "the governor", "" },
		{ "residents", "" },
		{ "", "" },
	};
	static const char *const WHOLE[] = {
		"captured all of Luhansk oblast",
		"has taken the whole of the province",
		"is in full control of the region",
		"the entire country",
	};
	static const char *const PART[] = {
		"controls areas in Ukraine", "holds almost all of the region",
		"took most of Darfur",	     "captured Luhansk oblast",
		"not fully under control",
	};
	/* Words, the place's name, what of it: part, beside, open. */
	static const char *const OF[][3] = {
		{ "rebel-held parts of Milas", "Milas", "p" },
		{ "districts of the northern city of Milas", "Milas", "p" },
		{ "took positions in the town", "Milas", "p" },
		{ "Milas's southern quarters", "Milas", "p" },
		{ "the city's eastern half", "Milas", "p" },
		{ "eastern Milas", "Milas", "p" },
		{ "most of Mylas city", "Milas", "p" },
		{ "the rebel-held suburbs of Milas", "Milas", "b" },
		{ "a stronghold near the capital Milas", "Milas", "b" },
		{ "gains in the Milas and Oren directions", "Milas", "b" },
		{ "gains in the Milas and Oren directions", "Oren", "b" },
		{ "entrenched on the Milas front", "Milas", "b" },
		{ "took Milas and opened a front", "Milas", "" },
		{ "took Milas near the capital Oren", "Milas", "" },
		{ "took the northern city of Milas", "Milas", "" },
		{ "took the village near the border", "Milas", "" },
		{ "took Milas and parts of Oren", "Milas", "" },
		{ "the rebel-held Milas district", "Milas", "" },
		{ "took Starokostelnykivka and parts of Oren", "Starokostelnykivka", "" },
	};
	struct sr_kit *kit = test_kit();

	for (size_t i = 0; i < sizeof(SIDE) / sizeof(*SIDE); i++)
		CHECK_STR(sr_side_in(kit, sr_str_of(SIDE[i][0])), SIDE[i][1]);
	for (size_t i = 0; i < sizeof(WHOLE) / sizeof(*WHOLE); i++)
		CHECK(sr_says_whole(kit, sr_str_of(WHOLE[i])));
	for (size_t i = 0; i < sizeof(PART) / sizeof(*PART); i++)
		CHECK(!sr_says_whole(kit, sr_str_of(PART[i])));
	for (size_t i = 0; i < sizeof(OF) / sizeof(*OF); i++) {
		enum sr_extent e = sr_says_extent(kit, sr_str_of(OF[i][0]),
						  sr_str_of(OF[i][1]));
		check_str(sr_str_of(e == SR_EXTENT_PART     ? "p"
				    : e == SR_EXTENT_BESIDE ? "b"
							    : ""),
			  OF[i][2], __FILE__, __LINE__, OF[i][0]);
	}
	CHECK(!sr_says_whole(NULL, SR_STR("all of it")));
	CHECK(!sr_side_in(NULL, SR_STR("Baku")).n);
	sr_kit_close(kit);
	return done();
}
