/* Sides of speakers and extents of regions, from the tables. */
#include "fuse/side.h"

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
	struct sr_kit *kit = test_kit();

	for (size_t i = 0; i < sizeof(SIDE) / sizeof(*SIDE); i++)
		CHECK_STR(sr_side_in(kit, sr_str_of(SIDE[i][0])), SIDE[i][1]);
	for (size_t i = 0; i < sizeof(WHOLE) / sizeof(*WHOLE); i++)
		CHECK(sr_says_whole(kit, sr_str_of(WHOLE[i])));
	for (size_t i = 0; i < sizeof(PART) / sizeof(*PART); i++)
		CHECK(!sr_says_whole(kit, sr_str_of(PART[i])));
	CHECK(!sr_says_whole(NULL, SR_STR("all of it")));
	CHECK(!sr_side_in(NULL, SR_STR("Baku")).n);
	sr_kit_close(kit);
	return done();
}
