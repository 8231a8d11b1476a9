#include "kit/gaz.h"

#include <stdlib.h>

#include "base/limits.h"
#include "kit/gaz_dump.h"
#include "kit/gaz_write.h"
#include "kit/kit.h"
#include "lib/check.h"

/* Four places of our own, one of them twice by name; an area around two. */
static const char *const ROWS[] = {
	"1\tBerezhany\tBerezhany\tBrzeżany,Бережани,http://x.org/a,LWO,Bereschany"
	"\t49.44464\t24.94438\tP\tPPLA2\tUA\t\t22\t\t\t\t18757\t\t269\tx\t2018-01-01",
	"2\tAl Ḩajar\tAl Hajar\tHajar\t33.1\t44.2\tP\tPPL\tIQ\t\t07\t\t\t\t900\t\t30\tx"
	"\t2018-01-01",
	"3\tBerezhany\tBerezhany\t\t51.2\t33.1\tP\tPPL\tUA\t\t22\t\t\t\t200\t\t1\tx"
	"\t2018-01-01",
	"4\tDolní Lhota\tDolni Lhota\t\t49.8\t18.1\tP\tPPL\tCZ\t\t85\t\t\t\t1500\t\t"
	"1\tx\t2018-01-01",
};

static struct sr_str make(struct sr_arena *mem)
{
	struct sr_gaz_writer w;
	struct sr_str bytes = { NULL, 0 };
	struct sr_err err = { 0 };

	sr_gaz_writer_init(&w, mem);
	for (size_t i = 0; i < 4; i++) {
		struct sr_gaz_row row;
		CHECK(sr_gaz_row_read(sr_str_of(ROWS[i]), &row) == NULL);
		struct sr_gaz_entry e = {
			.id = row.id, .at = row.at, .has_point = true,
			.name = row.name, .feature = row.feature,
			.population = row.population,
			.country = { row.country.s[0], row.country.s[1] },
			.admin1 = i == 0 || i == 2 ? 4 : SR_GAZ_NONE,
			.admin2 = SR_GAZ_NONE,
		};
		CHECK_INT(sr_gaz_add(&w, &e), i);
		sr_gaz_add_names(&w, (uint32_t)i, &row);
	}
	struct sr_gaz_entry area = {
		.id = -7, .name = SR_STR("Ternopil Oblast"),
		.feature = SR_STR("ADM1"), .code = SR_STR("UA.22"),
		.country = { 'U', 'A' }, .admin1 = SR_GAZ_NONE,
		.admin2 = SR_GAZ_NONE,
	};
	CHECK_INT(sr_gaz_add(&w, &area), 4);
	sr_gaz_add_name(&w, 4, area.name, true);
	struct sr_gaz_entry empty = area;
	empty.code = SR_STR("UA.99");
	sr_gaz_add_name(&w, sr_gaz_add(&w, &empty), SR_STR("Nowhere"), true);
	sr_gaz_place_areas(&w);
	CHECK_INT(sr_gaz_finish(&w, "test", &bytes, &err), SR_OK);
	sr_gaz_writer_release(&w);
	return bytes;
}

/* The ids of what a name finds in one tier, best first, as text. */
static struct sr_str ids(const struct sr_gaz *g, const char *name,
                         enum sr_gaz_tier tier)
{
	static char out[256];
	struct sr_gaz_query q;
	size_t n = 0;

	sr_gaz_ask(&q, sr_str_of(name));
	struct sr_gaz_found f = sr_gaz_find(g, &q, tier);
	for (size_t i = 0; i < f.n && n < sizeof(out) - 32; i++) {
		struct sr_gaz_place p = { 0 };
		if (!sr_gaz_place(g, sr_gaz_index(f.entry[i]), &p))
			continue;
		n += (size_t)snprintf(out + n, 32, "%s%lld%s", n ? " " : "",
		                      (long long)p.id,
		                      f.entry[i] & SR_GAZ_MAIN ? "!" : "");
	}
	return (struct sr_str){ out, n };
}

static void looks_up(const struct sr_gaz *g)
{
	struct sr_gaz_place p;

	CHECK_INT(sr_gaz_count(g), 5);
	CHECK_STR(ids(g, "berezhany", SR_GAZ_EXACT), "1! 3!");
	CHECK_STR(ids(g, "Бережани", SR_GAZ_EXACT), "1");
	CHECK_STR(ids(g, "Brzezany", SR_GAZ_EXACT), "1");
	CHECK_STR(ids(g, "Berezhani", SR_GAZ_EXACT), "1");
	CHECK_STR(ids(g, "Berejani", SR_GAZ_EXACT), "");
	CHECK_STR(ids(g, "Berezhanyy", SR_GAZ_K1), "1! 3!");
	CHECK_STR(ids(g, "Berezhany", SR_GAZ_BARE), "");
	CHECK_STR(ids(g, "LWO", SR_GAZ_EXACT), "");
	CHECK_STR(ids(g, "x", SR_GAZ_EXACT), "");
	CHECK_STR(ids(g, "Hajar", SR_GAZ_EXACT), "2");
	CHECK_STR(ids(g, "al-Hajar", SR_GAZ_EXACT), "2!");
	CHECK_STR(ids(g, "el-Hajar", SR_GAZ_BARE), "2");
	CHECK_STR(ids(g, "Dolni Lhata", SR_GAZ_K2), "4!");
	CHECK_STR(ids(g, "Nowhere", SR_GAZ_EXACT), "");
	CHECK_STR(ids(g, "", SR_GAZ_EXACT), "");
	CHECK_STR(ids(g, "Ternopil Oblast", SR_GAZ_EXACT), "-7!");
	struct sr_gaz_query q;
	sr_gaz_ask(&q, SR_STR("Ternopil Oblast"));
	uint32_t i = sr_gaz_index(sr_gaz_find(g, &q, SR_GAZ_EXACT).entry[0]);
	CHECK(sr_gaz_place(g, i, &p));
	CHECK_STR(p.feature, "ADM1");
	CHECK(p.at.lat > 50 && p.at.lat < 51 && p.radius_km > 100);
	sr_gaz_ask(&q, SR_STR("Berezhany"));
	CHECK(sr_gaz_place(g, sr_gaz_index(sr_gaz_find(g, &q, SR_GAZ_EXACT)
	                                           .entry[0]), &p));
	CHECK_STR(p.name, "Berezhany");
	CHECK_STR(p.admin1, "Ternopil Oblast");
	CHECK_STR(p.country, "UA");
	CHECK_INT(p.population, 18757);
	CHECK(!sr_gaz_place(g, 5, &p));
}

static void is_near(const struct sr_gaz *g)
{
	struct sr_gaz_place p = { 0 };

	CHECK(sr_gaz_place(g, sr_gaz_nearest(g, (struct sr_point){ 33, 44 },
	                                     50), &p));
	CHECK_INT(p.id, 2);
	CHECK_INT(sr_gaz_nearest(g, (struct sr_point){ 33, 44 }, 5),
	          SR_GAZ_NONE);
	CHECK_INT(sr_gaz_nearest(g, (struct sr_point){ 90, 180 }, 300),
	          SR_GAZ_NONE);
	CHECK_INT(sr_gaz_nearest(g, (struct sr_point){ -90, -180 }, 300),
	          SR_GAZ_NONE);
}

/* Any bytes may come; nothing is read outside of them (ASan watches). */
static void survives(struct sr_str good)
{
	uint64_t state = 1;
	char *bad = malloc(good.n);
	int opened = 0;

	for (int round = 0; bad && round < 300; round++) {
		memcpy(bad, good.s, good.n);
		for (int k = 0; k < 40; k++) {
			state = state * 6364136223846793005u +
			        1442695040888963407u;
			size_t head = round % 3 ? good.n : 200;
			size_t from = round % 3 == 2 ? 259300 : 0;
			size_t at = from + (state >> 33) % (head - from);
			bad[at] = (char)(state >> 24);
		}
		struct sr_gaz g;
		if (!sr_gaz_open(&g, bad, good.n - (size_t)(round % 5)))
			continue;
		opened++;
		ids(&g, "Berezhany", SR_GAZ_EXACT);
		ids(&g, "Ternopil Oblast", SR_GAZ_K1);
		sr_gaz_nearest(&g, (struct sr_point){ 49.4, 24.9 }, 100);
	}
	CHECK(opened > 20);
	free(bad);
}

static void refuses(void)
{
	static const struct {
		const char *row, *why;
	} BAD[] = {
		{ "1\tA\tA", "not 19 columns with tabs between" },
		{ "x\tA\tA\t\t1\t2\tP\tPPL\tUA\t\t\t\t\t\t0\t\t\t\t",
		  "no geonameid in column 1" },
		{ "1\t\tA\t\t1\t2\tP\tPPL\tUA\t\t\t\t\t\t0\t\t\t\t",
		  "a name of 1 to 200 bytes expected in column 2" },
		{ "1\tA\tA\t\t91\t2\tP\tPPL\tUA\t\t\t\t\t\t0\t\t\t\t",
		  "no degrees in columns 5 and 6" },
		{ "1\tA\tA\t\t1\t2\tPP\tPPL\tUA\t\t\t\t\t\t0\t\t\t\t",
		  "no feature class and code in columns 7 and 8" },
		{ "1\tA\tA\t\t1\t2\tP\tPPL\tUA\t\t\t\t\t\t1e3\t\t\t\t",
		  "no whole number in column 15" },
		{ "1\tA\xFF\tA\t\t1\t2\tP\tPPL\tUA\t\t\t\t\t\t0\t\t\t\t",
		  "not UTF-8" },
	};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++) {
		struct sr_gaz_row row;
		const char *why = sr_gaz_row_read(sr_str_of(BAD[i].row), &row);
		CHECK_STR(sr_str_of(why), BAD[i].why);
	}
}

/* Does the first tier that knows the name know the place there? */
static bool knows(const struct sr_gaz *g, const char *name, double lat,
                  double lon)
{
	struct sr_gaz_query q;

	sr_gaz_ask(&q, sr_str_of(name));
	for (int t = 0; t < SR_GAZ_NTIER; t++) {
		struct sr_gaz_found f =
		        sr_gaz_find(g, &q, (enum sr_gaz_tier)t);
		for (size_t i = 0; i < f.n; i++) {
			struct sr_gaz_place p;
			uint32_t at = sr_gaz_index(f.entry[i]);
			if (t == SR_GAZ_K2 && !sr_gaz_close(g, &q, at))
				continue;
			if (sr_gaz_place(g, at, &p) &&
			    sr_geo_km(p.at, (struct sr_point){ lat, lon }) < 25)
				return true;
		}
		if (f.n)
			break;
	}
	printf("# %s is not known there\n", name);
	return false;
}

static const struct {
	const char *names; /* of one place */
	double lat, lon;
} TOWN[] = {
	{ "Kupiansk|Kup'yans'k|Kupyansk|Куп’янськ|Купянск", 49.71, 37.61 },
	{ "Trostianets|Trostyanets'|Trostyanets", 50.48, 34.97 },
	{ "Balakliia|Balakliya|Balakleya", 49.46, 36.86 },
	{ "Sievierodonetsk|Severodonetsk|Siverskodonetsk", 48.95, 38.49 },
	{ "Kharkiv|Kharkov|Harkov|Харків", 49.98, 36.25 },
	{ "Kyiv|Kiev", 50.45, 30.52 },
	{ "Bakhmut|Artemivsk|Artyomovsk", 48.59, 38.0 },
	{ "Dnipro|Dnipropetrovsk", 48.46, 35.04 },
	{ "Zaporizhzhia|Zaporozhye|Zaporizhia", 47.84, 35.14 },
	{ "Luhansk|Lugansk|Voroshilovgrad", 48.57, 39.33 },
	{ "Raqqa|Ar Raqqah|al-Raqqa|Rakka", 35.95, 39.01 },
	{ "Kobani|Ayn al-Arab|Kobane", 36.89, 38.35 },
	{ "Deir ez-Zor|Deir Ezzor|Deir al-Zour|Dayr az Zawr", 35.34, 40.14 },
	{ "El Fasher|Al Fashir|el-Fasher|al-Fashir", 13.63, 25.35 },
	{ "Khan Yunis|Khan Younis|Khan Yunus", 31.34, 34.31 },
	{ "Stepanakert|Khankendi", 39.82, 46.75 },
	{ "Mekelle|Mek'ele|Mekele", 13.5, 39.47 },
	{ "Stalingrad|Volgograd", 48.7, 44.5 },
};

/* The gazetteer of the build. */
static void finds_towns(void)
{
	char path[512];
	struct sr_kit *kit = NULL;
	struct sr_err err = { 0 };
	struct sr_gaz g;
	size_t n;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	const void *bytes = sr_kit_section(kit, "gaz", &n);
	CHECK(sr_gaz_open(&g, bytes, n));
	if (!strstr(g.header->source, "npm")) {
		printf("# SKIPPED: towns, the gazetteer is not the full one\n");
		sr_kit_close(kit);
		return;
	}
	CHECK(sr_gaz_count(&g) > 200000);
	for (size_t i = 0; i < sizeof(TOWN) / sizeof(*TOWN); i++) {
		struct sr_str rest = sr_str_of(TOWN[i].names);
		while (rest.n) {
			char name[64];
			struct sr_str s = sr_str_cut(&rest, '|');
			snprintf(name, sizeof(name), "%.*s", (int)s.n, s.s);
			CHECK(knows(&g, name, TOWN[i].lat, TOWN[i].lon));
		}
	}
	sr_kit_close(kit);
}

int main(void)
{
	struct sr_arena mem;
	struct sr_gaz g;

	sr_arena_init(&mem, (size_t)64 << 20);
	struct sr_str bytes = make(&mem);
	CHECK(sr_gaz_open(&g, bytes.s, bytes.n));
	looks_up(&g);
	is_near(&g);
	survives(bytes);
	refuses();
	finds_towns();
	CHECK(!sr_gaz_open(&g, NULL, 0));
	CHECK(!sr_gaz_open(&g, bytes.s, 100));
	CHECK_INT(sr_gaz_nearest(&g, (struct sr_point){ 0, 0 }, 10),
	          SR_GAZ_NONE);
	sr_arena_release(&mem);
	return done();
}
