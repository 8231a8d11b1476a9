/* What is remembered of the gazetteer's answers changes none of them. */
#include "kit/gaz_memo.h"

#include <stdlib.h>

#include "kit/kit.h"
#include "lib/check.h"

static const char *const NAME[] = {
	"Poltava", "POLTAVA", "Полтава", "al-Hasakah", "Hasakah", "Vinnytsia",
	"Vinnitsa", "Vinnytsja", "Zzyzxqq", "a", "Kremenchuk", "Kremenchug",
	"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
};
#define NAMES (sizeof(NAME) / sizeof(*NAME))

static bool known(const struct sr_gaz *g, struct sr_gaz_query *q,
		  enum sr_gaz_tier tier)
{
	struct sr_gaz_found f = sr_gaz_find(g, q, tier);

	for (size_t i = 0; i < f.n; i++)
		if (tier != SR_GAZ_K2 ||
		    sr_gaz_close(g, q, sr_gaz_index(f.entry[i])))
			return true;
	return false;
}

/* Asked with what is remembered and without: the same? Tiers from the first or
 * from the last, since what is asked before must not count. */
static bool same(const struct sr_gaz *g, struct sr_gaz_memo *memo,
		 const char *text, bool back)
{
	struct sr_gaz_query q;
	struct sr_gaz_name name;
	bool all = true;

	sr_gaz_name_init(&name, memo, sr_str_of(text));
	for (int i = 0; i < SR_GAZ_NTIER; i++) {
		enum sr_gaz_tier t = (enum sr_gaz_tier)(
			back ? SR_GAZ_NTIER - 1 - i : i);
		sr_gaz_ask(&q, sr_str_of(text));
		struct sr_gaz_found a = sr_gaz_find(g, &q, t);
		struct sr_gaz_found b = sr_gaz_name_find(g, &name, t);
		all = all && a.n == b.n && (!a.n || a.entry == b.entry) &&
		      known(g, &q, t) == sr_gaz_name_known(g, &name, t);
	}
	return all;
}

/* Two that share a slot, each asked twice in turns, and one past the last. */
static bool places(const struct sr_gaz *g, struct sr_gaz_memo *memo)
{
	bool all = true;

	for (uint32_t i = 0; i < 8; i++) {
		uint32_t index = 7 + (i / 2 % 2) * SR_GAZ_MEMO_PLACES;
		struct sr_gaz_place a, b;
		struct sr_gaz_vector v;
		all = all && sr_gaz_place_bare(g, index, &a) &&
		      sr_gaz_memo_place(memo, g, index, &b, &v) &&
		      a.id == b.id && a.at.lat == b.at.lat &&
		      a.at.lon == b.at.lon && a.name_at == b.name_at &&
		      a.population == b.population &&
		      sr_str_equal(a.country, b.country) &&
		      v.z == sr_sin(a.at.lat * (3.14159265358979323846 / 180));
	}
	struct sr_gaz_place last;
	struct sr_gaz_vector v;
	uint32_t n = (uint32_t)sr_gaz_count(g);
	return all && !sr_gaz_memo_place(memo, g, n, &last, &v) &&
	       sr_gaz_memo_place(memo, g, n - 1, &last, &v) &&
	       !sr_gaz_memo_place(memo, g, SR_GAZ_NONE, &last, &v);
}

static size_t slot_of(const char *name)
{
	return sr_hash_quick(name, strlen(name)) & (SR_GAZ_MEMO_NAMES - 1);
}

/* Some names at a time, one of them twice and one that takes another's slot, as
 * if each were asked alone. */
static bool at_once(const struct sr_gaz *g, struct sr_gaz_memo *memo)
{
	struct sr_str ahead[SR_GAZ_MEMO_AHEAD];
	char taker[32] = "x0";
	bool all = true;
	size_t asked = 0;

	for (unsigned i = 1; slot_of(taker) != slot_of(NAME[0]); i++)
		snprintf(taker, sizeof(taker), "x%u", i);
	for (size_t i = 0; i < SR_GAZ_MEMO_AHEAD; i++)
		ahead[i] = sr_str_of(NAME[i % NAMES]);
	ahead[SR_GAZ_MEMO_AHEAD - 1] = sr_str_of(taker);
	memset(memo->kept, 0, SR_GAZ_MEMO_NAMES * sizeof(*memo->kept));
	sr_gaz_memo_ahead(memo, g, ahead, SR_GAZ_MEMO_AHEAD);
	for (size_t i = 0; i < SR_GAZ_MEMO_NAMES; i++)
		asked += memo->kept[i].asked & 1;
	all = asked > NAMES / 2 && same(g, memo, taker, false);
	for (size_t i = 0; i < NAMES; i++)
		all = all && same(g, memo, NAME[i], false);
	return all;
}

int main(void)
{
	struct sr_str ahead = sr_str_of(NAME[0]);
	struct sr_kit *kit;
	struct sr_doc doc;
	struct sr_gaz gaz, none = { .header = NULL };
	char path[512];
	size_t n;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	const void *bytes = sr_kit_section(kit, "gaz", &n);
	CHECK(sr_gaz_open(&gaz, bytes, n));
	sr_doc_init(&doc);
	struct sr_gaz_memo *memo = sr_gaz_memo_of(&doc, &gaz);
	CHECK(memo);
	for (int round = 0; memo && round < 3; round++)
		for (size_t i = 0; i < NAMES; i++)
			CHECK(same(&gaz, memo, NAME[i], round == 1));
	/* A slot that another name has taken. */
	for (size_t i = 0; memo && i < SR_GAZ_MEMO_NAMES; i++)
		if (memo->kept[i].n)
			memo->kept[i].name[0] ^= 1;
	for (size_t i = 0; memo && i < NAMES; i++)
		CHECK(same(&gaz, memo, NAME[i], false));

	CHECK(memo && at_once(&gaz, memo));
	sr_gaz_memo_ahead(memo, &none, &ahead, 1);
	CHECK(places(&gaz, memo));

	/* Kept for the next report; empty for another gazetteer. */
	struct sr_gaz_place p;
	struct sr_gaz_vector v;
	sr_doc_reset(&doc);
	CHECK(sr_gaz_memo_of(&doc, &gaz) == memo && memo->seen[7].r.id);
	CHECK(sr_gaz_memo_of(&doc, &none) == memo && !memo->seen[7].r.id);
	CHECK(!sr_gaz_memo_place(memo, &none, 7, &p, &v));
	CHECK(same(&none, memo, NAME[0], false));
	CHECK(sr_gaz_memo_of(&doc, &gaz) == memo);
	CHECK(same(&gaz, memo, NAME[0], false));
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
