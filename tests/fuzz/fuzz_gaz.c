/* Rows of a GeoNames dump, and a gazetteer of four places with bytes changed.
 * A first byte below 128: the rest is a line of a dump; what is taken goes
 * into a gazetteer. Else: five bytes each, an offset and a value, near the
 * header and behind the grid where all that varies stands. */
#include "fuzz.h"
#include "kit/gaz_dump.h"

#define GRID ((SR_GAZ_CELLS + 1) * 4)

static const char *const ROWS[] = {
	"1\tBerezhany\tBerezhany\tBrzezany,Bereschany\t49.4\t24.9\tP\tPPLA2\tUA"
	"\t\t22\t\t\t\t18757\t\t269\tx\t2018-01-01",
	"2\tAl Hajar\tAl Hajar\tHajar\t33.1\t44.2\tP\tPPL\tIQ\t\t07\t\t\t\t900"
	"\t\t30\tx\t2018-01-01",
	"3\tBerezhany\tBerezhany\t\t51.2\t33."
	"1\tP\tPPL\tUA\t\t22\t\t\t\t200\t\t1"
	"\tx\t2018-01-01",
	"4\tDolni Lhota\tDolni "
	"Lhota\t\t49.8\t18.1\tP\tPPL\tCZ\t\t85\t\t\t\t1500"
	"\t\t1\tx\t2018-01-01",
};

static void add(struct sr_gaz_writer *w, struct sr_str line)
{
	struct sr_gaz_row row;

	if (sr_gaz_row_read(line, &row))
		return;
	HOLDS(row.country.n == 2 || row.country.n == 0);
	struct sr_gaz_entry e = sr_gaz_row_entry(&row);
	uint32_t entry = sr_gaz_add(w, &e);
	if (entry != SR_GAZ_NONE)
		sr_gaz_add_names(w, entry, &row);
}

static struct sr_str make(struct sr_arena *mem, struct sr_str line)
{
	struct sr_gaz_writer w;
	struct sr_str bytes = { NULL, 0 };
	struct sr_err err = { 0 };

	sr_gaz_writer_init(&w, mem);
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(*ROWS); i++)
		add(&w, sr_str_of(ROWS[i]));
	if (line.n)
		add(&w, line);
	HOLDS(sr_gaz_finish(&w, "fuzz", &bytes, &err) == SR_OK);
	sr_gaz_writer_release(&w);
	return bytes;
}

static size_t ask(const struct sr_gaz *g, struct sr_str name)
{
	struct sr_gaz_query q;
	size_t sum = 0;

	sr_gaz_ask(&q, name);
	for (int tier = 0; tier < SR_GAZ_NTIER; tier++) {
		struct sr_gaz_found f =
			sr_gaz_find(g, &q, (enum sr_gaz_tier)tier);
		for (size_t i = 0; i < f.n; i++) {
			struct sr_gaz_place p;
			uint32_t at = sr_gaz_index(f.entry[i]);
			if (!sr_gaz_place(g, at, &p))
				continue;
			for (size_t k = 0; k < p.name.n; k++)
				sum += (unsigned char)p.name.s[k];
			sum += p.admin1.n + p.feature.n +
			       sr_gaz_close(g, &q, at);
		}
	}
	return sum;
}

static void read_all(struct sr_str bytes)
{
	static volatile size_t sink;
	struct sr_gaz g;

	if (!sr_gaz_open(&g, bytes.s, bytes.n))
		return;
	sink = ask(&g, SR_STR("Berezhany")) + ask(&g, SR_STR("al-Hajar")) +
	       ask(&g, SR_STR("Dolni Lhata"));
	sink += sr_gaz_nearest(&g, (struct sr_point){ 49, 25 }, 100);
	sink += sr_gaz_nearest(&g, (struct sr_point){ -90, 180 }, 300);
	(void)sink;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct sr_arena good_mem;
	static struct sr_str good;
	static char *copy;
	struct sr_arena mem;

	if (n == 0)
		return 0;
	if (bytes[0] < 128) {
		sr_arena_init(&mem, (size_t)64 << 20);
		read_all(make(&mem, (struct sr_str){ (const char *)bytes + 1,
						     n - 1 }));
		sr_arena_release(&mem);
		return 0;
	}
	if (!copy) {
		sr_arena_init(&good_mem, (size_t)64 << 20);
		good = make(&good_mem, (struct sr_str){ NULL, 0 });
		copy = malloc(good.n);
		HOLDS(copy && good.n > GRID);
	}
	memcpy(copy, good.s, good.n);
	for (bytes++, n--; n >= 5; bytes += 5, n -= 5) {
		uint32_t at;
		memcpy(&at, bytes, sizeof(at));
		at %= (uint32_t)(good.n - GRID);
		copy[at < 256 ? at : at + GRID] = (char)bytes[4];
	}
	read_all((struct sr_str){ copy, good.n });
	return 0;
}
