/* A name's candidates. Looked up once for each name of a report and kept; a
 * report has some 300 different words with a capital, 40 of them places. */
#include <math.h>

#include "base/utf8.h"
#include "kit/phrase.h"
#include "ontology.h"
#include "resolve/place.h"

#define MOST_CANDIDATES 200
#define FETCHED 16 /* places asked of memory at once */
#define NOT_WANTED -2.5 /* a town where the words say river */
#define LESS_EXACT -1.5
#define LESS_MAIN -2.0
#define LESS_AREA -1.2
#define WELL_KNOWN 3.4 /* prior of a city of half a million, or a province */
#define GENITIVE 1000  /* keeps their hashes apart */
#define RADIAN (3.14159265358979323846 / 180)

/* The row of a feature code in codes.tsv, SR_NONE for a code it lacks. */
static uint32_t code_row(const struct place_work *w, struct sr_str feature)
{
	char id[SR_GAZ_FEATURE];
	size_t n = feature.n < sizeof(id) ? feature.n : sizeof(id);

	for (size_t i = 0; i < n; i++)
		id[i] = (char)(feature.s[i] | 32);
	for (size_t i = 0; i < n; i++) /* digits have the bit already */
		id[i] = feature.s[i] >= 'A' ? id[i] : feature.s[i];
	return sr_kit_row(w->kit, SR_TABLE_CODES, (struct sr_str){ id, n });
}

/* Candidates */

static void set_point(struct place_cand *c, struct sr_point at)
{
	double lat = at.lat * RADIAN, lon = at.lon * RADIAN;

	c->at = at;
	c->x = sr_cos(lat) * sr_cos(lon);
	c->y = sr_cos(lat) * sr_sin(lon);
	c->z = sr_sin(lat);
}

static struct place_code code_of(const struct place_work *w,
				 struct sr_str feature)
{
	uint32_t row = code_row(w, feature);

	if (row == SR_NONE)
		return (struct place_code){ true, PLACE_SITE, 0 };
	return (struct place_code){
		true,
		(uint8_t)sr_kit_value(w->kit, SR_TABLE_CODES, row,
				      SR_CODES_CLASS),
		sr_kit_value(w->kit, SR_TABLE_CODES, row, SR_CODES_RADIUS),
	};
}

static void set_feature(struct place_cand *c, struct sr_str feature,
			struct place_code code)
{
	size_t n = feature.n < SR_GAZ_FEATURE ? feature.n : SR_GAZ_FEATURE;

	memset(c->feature, 0, sizeof(c->feature));
	if (n)
		memcpy(c->feature, feature.s, n);
	c->class = code.class;
	if (c->radius <= 0 && code.radius)
		c->radius = code.radius;
}

/* How far a town reaches: a disc whose density is that of towns. */
static double town_radius(uint32_t population)
{
	double r = 0.012 * sqrt((double)population);

	return r < 2 ? 2 : r > 25 ? 25 : r;
}

/* Logarithms to base ten in steps: enough to rank by, and the same on every
 * machine. */
static double digits(uint32_t v)
{
	double d = 0;

	for (; v >= 10; v /= 10)
		d += 1;
	return d + (double)(v > 1 ? v - 1 : 0) / 9;
}

static double feature_prior(const struct place_cand *c, unsigned nalternate)
{
	double p = digits(nalternate) * 0.5;

	if (c->class == PLACE_AREA1)
		return p + 3.3;
	if (c->class == PLACE_AREA2)
		return p + 0.2;
	if (c->class == PLACE_QUARTER)
		p -= 0.7;
	if (strcmp(c->feature, "PPLC") == 0)
		p += 1.5;
	else if (strcmp(c->feature, "PPLA") == 0)
		p += 0.7;
	if (c->population == 0)
		return p - 0.3;
	return p + 0.9 * digits(c->population) - 2;
}

/* A capital goes by its other names as well: "Kiev" is no province. */
static double tier_prior(const struct place_cand *c, enum sr_gaz_tier tier,
			 bool main)
{
	switch (tier) {
	case SR_GAZ_EXACT:
		return main				? 0
		       : strcmp(c->feature, "PPLC") == 0 ? -0.1
							 : -0.9;
	case SR_GAZ_BARE:
		return -0.9;
	case SR_GAZ_K1:
		return main ? -1 : -2.4;
	case SR_GAZ_K2:
	case SR_GAZ_NTIER:
		break;
	}
	return -3;
}

static void set_country(const struct place_work *w, struct place_cand *c,
			struct sr_str iso)
{
	c->country_row = SR_NONE;
	if (iso.n != 2)
		return;
	c->country[0] = (char)(iso.s[0] & ~32);
	c->country[1] = (char)(iso.s[1] & ~32);
	unsigned a = (unsigned)c->country[0] - 'A';
	unsigned b = (unsigned)c->country[1] - 'A';
	if (a < 26 && b < 26 && w->kept->iso[a * 26 + b])
		c->country_row = w->kept->iso[a * 26 + b] - 1u;
}

/* The index-th place of the gazetteer as a candidate; false: there is none. */
static bool fill_gaz(struct place_work *w, struct place_cand *c, uint32_t index,
		     enum sr_gaz_tier tier, bool main)
{
	struct sr_gaz_place place, *p = &place;
	struct sr_gaz_vector v;

	if (!sr_gaz_memo_place(w->memo, &w->gaz, index, p, &v))
		return false;
	*c = (struct place_cand){
		.from = CAND_GAZ,
		.index = p->index,
		.id = p->id,
		.population = p->population,
		.admin1 = p->admin1_index,
		.admin2 = p->admin2_index,
		.tier = (uint8_t)tier,
		.main = main,
		.name_at = p->name_at,
		.at = p->at,
		.x = v.x,
		.y = v.y,
		.z = v.z,
	};
	set_country(w, c, p->country);
	c->radius = p->radius_km;
	struct place_code *code = &w->kept->code[p->feature_index];
	if (!code->known)
		*code = code_of(w, p->feature);
	set_feature(c, p->feature, *code);
	if (c->radius <= 0)
		c->radius = town_radius(p->population);
	c->prior = feature_prior(c, p->nalternate) + tier_prior(c, tier, main);
	return true;
}

static void fill_row(struct place_work *w, struct place_cand *c,
		     enum sr_table table, uint32_t row)
{
	bool country = table == SR_TABLE_COUNTRIES;
	unsigned lat = country ? SR_COUNTRIES_LAT : SR_FEATURES_LAT;
	unsigned lon = country ? SR_COUNTRIES_LON : SR_FEATURES_LON;
	unsigned radius = country ? SR_COUNTRIES_RADIUS : SR_FEATURES_RADIUS;
	struct sr_str id = sr_kit_text(w->kit, table, row, 0);
	struct sr_str iso =
		country ? id
			: sr_kit_text(w->kit, table, row, SR_FEATURES_COUNTRY);

	*c = (struct place_cand){
		.from = country ? CAND_COUNTRY : CAND_FEATURE,
		.index = row,
		.id = sr_own_place_id(id),
		.admin1 = SR_GAZ_NONE,
		.admin2 = SR_GAZ_NONE,
		.main = true,
		.own_name = sr_kit_text(w->kit, table, row, SR_COUNTRIES_NAME),
		.radius = sr_kit_value(w->kit, table, row, radius),
	};
	set_country(w, c, iso);
	struct sr_str feature =
		country ? SR_STR("PCLI")
			: sr_kit_text(w->kit, table, row, SR_FEATURES_FEATURE);
	set_feature(c, feature, code_of(w, feature));
	set_point(c, (struct sr_point){
			     sr_kit_value(w->kit, table, row, lat) / 1000.0,
			     sr_kit_value(w->kit, table, row, lon) / 1000.0 });
	int32_t prior = country ? 0
				: sr_kit_value(w->kit, table, row,
					       SR_FEATURES_PRIOR);
	c->prior = country ? 7 : c->class == PLACE_SETTLEMENT ? 0.6 : 4;
	if (prior > 0)
		c->prior = prior;
}

/* Lists of candidates */

struct gather {
	SR_LIST(struct place_cand) c;
	bool failed;
};

static struct place_cand *more(struct place_work *w, struct gather *g)
{
	struct place_cand *c = SR_PUSH(&w->doc->mem, &g->c);

	g->failed = g->failed || !c;
	return c;
}

static void add_rows(struct place_work *w, struct gather *g, uint32_t from,
		     uint32_t to)
{
	const struct sr_doc *doc = w->doc;
	uint32_t i = w->mark[from].hit;

	for (; i && i <= doc->hits.nitem; i++) {
		const struct sr_hit *h = &doc->hits.items[i - 1];
		if (h->from != from)
			break;
		bool country = h->table == SR_TABLE_COUNTRIES &&
			       h->column == SR_COUNTRIES_FORMS;
		if (h->to != to || (!country && h->table != SR_TABLE_FEATURES))
			continue;
		struct place_cand *c = more(w, g);
		if (c)
			fill_row(w, c, (enum sr_table)h->table, h->row);
	}
}

/* Rows whose name is one word, by that word. */
static void add_word(struct place_work *w, struct gather *g, struct sr_str word)
{
	char fold[SR_MAX_KEY];
	size_t n = sr_fold(word, fold, sizeof(fold)), k = 0;

	if (n > sizeof(fold))
		return;
	uint32_t node =
		sr_trie_step(w->kit, SR_TRIE_FORMS, 0,
			     sr_kit_symbol(w->kit, (struct sr_str){ fold, n }));
	const struct sr_phrase *p =
		node ? sr_trie_ends(w->kit, SR_TRIE_FORMS, node, &k) : NULL;
	for (size_t i = 0; i < k; i++) {
		bool country = p[i].table == SR_TABLE_COUNTRIES &&
			       p[i].column == SR_COUNTRIES_FORMS;
		struct place_cand *c =
			country || p[i].table == SR_TABLE_FEATURES ? more(w, g)
								   : NULL;
		if (c)
			fill_row(w, c, (enum sr_table)p[i].table, p[i].row);
	}
}

/* Two entries for one place: the areas of a province and of its town's
 * district share a name and a point. The first wins. */
static bool have(const struct gather *g, const struct place_cand *c)
{
	for (size_t i = 0; i < g->c.nitem; i++) {
		const struct place_cand *o = &g->c.items[i];
		double near = o->radius < c->radius ? o->radius : c->radius;
		if (o->from == CAND_GAZ && c->from == CAND_GAZ &&
		    o->index == c->index)
			return true;
		if (o->class == c->class && place_km(o, c) < near)
			return true;
	}
	return false;
}

static size_t add_tier(struct place_work *w, struct gather *g,
		       struct sr_gaz_name *name, enum sr_gaz_tier tier)
{
	struct sr_gaz_query *q = sr_gaz_name_query(name);
	struct sr_gaz_found f = tier == SR_GAZ_K2
					? sr_gaz_find(&w->gaz, q, tier)
					: sr_gaz_name_find(&w->gaz, name, tier);
	size_t n = 0;

	for (size_t i = 0; i < f.n && i < FETCHED; i++)
		sr_gaz_memo_fetch(w->memo, sr_gaz_index(f.entry[i]));
	for (size_t i = 0; i < f.n && g->c.nitem < MOST_CANDIDATES; i++) {
		struct place_cand c;
		uint32_t at = sr_gaz_index(f.entry[i]);
		if (tier == SR_GAZ_K2 && !sr_gaz_close(&w->gaz, q, at))
			continue;
		if (!fill_gaz(w, &c, at, tier, f.entry[i] & SR_GAZ_MAIN))
			continue;
		n++;
		/* "Cedar" for Cedar County */
		if (c.class == PLACE_AREA2 && 
		    q->fold.n + 4 < place_cand_name(w, &c).n)
			c.prior += LESS_AREA;
		if (have(g, &c))
			continue;
		struct place_cand *own = more(w, g);
		if (own)
			*own = c;
	}
	return n;
}

static struct sr_str words(const struct place_work *w, uint32_t from,
			   uint32_t to)
{
	return sr_doc_text(w->doc,
			   (struct sr_span){ place_token(w, from)->at.from,
					     place_token(w, to - 1)->at.to });
}

/* Keeps only those of the wanted class, when there are any. */
static void keep_wanted(struct gather *g, enum place_class wanted)
{
	size_t n = 0;
	bool area = wanted == PLACE_AREA1 || wanted == PLACE_AREA2 ||
		    wanted == PLACE_REGION;

	if (wanted == PLACE_NCLASS)
		return;
	for (int pass = 0; pass < 2 && n == 0; pass++) {
		for (size_t i = 0; i < g->c.nitem; i++) {
			enum place_class c = g->c.items[i].class;
			bool fits = c == wanted;
			if (pass && area)
				fits = c == PLACE_AREA1 || c == PLACE_AREA2 ||
				       c == PLACE_REGION || c == PLACE_LAND;
			else if (pass && wanted == PLACE_SETTLEMENT)
				fits = c == PLACE_QUARTER;
			if (fits)
				g->c.items[n++] = g->c.items[i];
		}
	}
	if (n)
		g->c.nitem = n;
	bool strict = wanted == PLACE_LAND || wanted == PLACE_WATER;
	for (size_t i = 0; n == 0 && strict && i < g->c.nitem; i++)
		g->c.items[i].prior += NOT_WANTED;
}

/* A province that bears the name of a town in it, as most do: the bare name is
 * the town's, unless that is a hamlet. */
/* "Red Sea" is the sea first and only then the province on it. */
static bool is_own(const struct place_cand *c, const struct place_cand *area)
{
	return c->from == CAND_FEATURE && c->class != area->class;
}

static void shadow_areas(struct gather *g)
{
	for (size_t i = 0; i < g->c.nitem; i++) {
		struct place_cand *a = &g->c.items[i];
		bool first = a->class == PLACE_AREA1;
		if (a->from != CAND_GAZ || (!first && a->class != PLACE_AREA2))
			continue;
		for (size_t k = 0; k < g->c.nitem; k++) {
			const struct place_cand *t = &g->c.items[k];
			bool in = first ? t->admin1 == a->index
					: t->admin2 == a->index;
			bool hamlet = first && t->population < 10000 &&
				      strncmp(t->feature, "PPLA", 4) != 0;
			if (!is_own(t, a) &&
			    (t->class != PLACE_SETTLEMENT || !in || hamlet))
				continue;
			double less = is_own(t, a) ? 4 : 1;
			a->shadow = true;
			if (a->prior > t->prior - less)
				a->prior = t->prior - less;
		}
	}
}

/* Where a name is exactly that of a well-known place, others that only go by
 * it too, or are only spelt alike, are not meant. */
static void weigh_tiers(struct gather *g)
{
	double main = -10, exact = -10;

	for (size_t i = 0; i < g->c.nitem; i++) {
		const struct place_cand *c = &g->c.items[i];
		if (c->from != CAND_GAZ || c->tier == SR_GAZ_EXACT)
			exact = c->prior > exact ? c->prior : exact;
		if (c->main && (c->from != CAND_GAZ || c->tier == SR_GAZ_EXACT))
			main = c->prior > main ? c->prior : main;
	}
	for (size_t i = 0; i < g->c.nitem; i++) {
		struct place_cand *c = &g->c.items[i];
		if (c->tier >= SR_GAZ_K1 && exact > -9)
			c->prior += LESS_EXACT;
		else if (!c->main && main > WELL_KNOWN)
			c->prior += LESS_MAIN;
	}
}

static bool grow(struct place_work *w)
{
	size_t n = w->nslot ? w->nslot * 2 : 256;
	uint32_t *slot = SR_NEW(&w->doc->mem, uint32_t, n);

	if (!slot)
		return false;
	for (uint32_t i = 0; i < w->names.nitem; i++) {
		size_t at = w->names.items[i].hash & (n - 1);
		while (slot[at])
			at = (at + 1) & (n - 1);
		slot[at] = i + 1;
	}
	w->slot = slot;
	w->nslot = n;
	return true;
}

static struct place_name *new_name(struct place_work *w, uint64_t hash,
				   struct sr_str key, enum place_class wanted)
{
	char *copy = sr_arena_copy(&w->doc->mem, key.s, key.n);
	struct place_name *n = copy ? SR_PUSH(&w->doc->mem, &w->names) : NULL;

	if (!n)
		return NULL;
	*n = (struct place_name){ .key = { copy, key.n },
				  .hash = hash,
				  .wanted = (uint8_t)wanted,
				  .sign = -100 };
	return n;
}

/* Looser spellings beside the exact ones: "Semenivka" may be written here for a
 * Semenovka. The loosest only where no other finds anything. */
static bool gather_all(struct place_work *w, struct gather *g, uint32_t from,
		       uint32_t to, struct sr_gaz_name *q)
{
	add_rows(w, g, from, to);
	size_t n = g->c.nitem;
	for (int t = SR_GAZ_EXACT; t <= SR_GAZ_K1; t++)
		n += add_tier(w, g, q, (enum sr_gaz_tier)t);
	if (n == 0)
		add_tier(w, g, q, SR_GAZ_K2);
	return !g->failed;
}

static uint32_t find_name(struct place_work *w, uint64_t hash,
			  struct sr_str key, size_t *at)
{
	*at = hash & (w->nslot - 1);
	for (; w->slot[*at]; *at = (*at + 1) & (w->nslot - 1)) {
		const struct place_name *n = &w->names.items[w->slot[*at] - 1];
		if (n->hash == hash && sr_str_equal(n->key, key))
			return w->slot[*at] - 1;
	}
	return SR_NONE;
}

uint32_t place_name_like(struct place_work *w, const struct place_name *n,
			 enum place_class wanted)
{
	uint64_t hash = n->hash - n->wanted + (uint64_t)wanted;
	size_t at;

	return w->nslot ? find_name(w, hash, n->key, &at) : SR_NONE;
}

static uint32_t keep_name(struct place_work *w, uint64_t hash,
			  struct sr_str key, enum place_class wanted,
			  const struct gather *g, size_t at)
{
	struct place_name *n = new_name(w, hash, key, wanted);

	if (!n)
		return SR_NONE;
	n->cand = g->c.items;
	n->ncand = (uint32_t)g->c.nitem;
	w->slot[at] = (uint32_t)w->names.nitem;
	return n->ncand ? w->slot[at] - 1 : SR_NONE;
}

uint32_t place_name_of(struct place_work *w, uint32_t from, uint32_t to,
		       enum place_class wanted)
{
	struct sr_gaz_name q;
	struct gather g = { 0 };
	size_t at;

	sr_gaz_name_init(&q, w->memo, words(w, from, to));
	struct sr_str key = sr_gaz_name_fold(&q);
	uint64_t hash = sr_hash(key.s, key.n) + (uint64_t)wanted;
	if (w->names.nitem * 2 >= w->nslot && !grow(w))
		return SR_NONE;
	uint32_t known = find_name(w, hash, key, &at);
	if (known != SR_NONE)
		return w->names.items[known].ncand ? known : SR_NONE;
	if (!gather_all(w, &g, from, to, &q))
		return SR_NONE;
	keep_wanted(&g, wanted);
	weigh_tiers(&g);
	shadow_areas(&g);
	return keep_name(w, hash, key, wanted, &g, at);
}

uint32_t place_genitive_of(struct place_work *w, uint32_t token)
{
	struct sr_gaz_name q;
	struct gather g = { 0 };
	struct sr_str word = words(w, token, token + 1);
	size_t at, kept = 0;

	word.n--;
	sr_gaz_name_init(&q, w->memo, word);
	struct sr_str key = sr_gaz_name_fold(&q);
	uint64_t hash = sr_hash(key.s, key.n) + GENITIVE;
	if (w->names.nitem * 2 >= w->nslot && !grow(w))
		return SR_NONE;
	uint32_t known = find_name(w, hash, key, &at);
	if (known != SR_NONE)
		return w->names.items[known].ncand ? known : SR_NONE;
	add_word(w, &g, word);
	add_tier(w, &g, &q, SR_GAZ_EXACT);
	if (g.failed)
		return SR_NONE;
	shadow_areas(&g);
	for (size_t i = 0; i < g.c.nitem; i++)
		if (g.c.items[i].prior > WELL_KNOWN && g.c.items[i].main)
			g.c.items[kept++] = g.c.items[i];
	g.c.nitem = kept;
	return keep_name(w, hash, key, PLACE_NCLASS, &g, at);
}

bool place_known(struct place_work *w, uint32_t from, uint32_t to,
		 enum sr_gaz_tier least, enum sr_gaz_tier most)
{
	struct sr_gaz_name q;

	sr_gaz_name_init(&q, w->memo, words(w, from, to));
	for (int t = (int)least; t <= (int)most; t++)
		if (sr_gaz_name_known(&w->gaz, &q, (enum sr_gaz_tier)t))
			return true;
	return false;
}

void place_country(struct place_work *w, uint32_t row, struct place_cand *c)
{
	fill_row(w, c, SR_TABLE_COUNTRIES, row);
}

bool place_cand_of(struct place_work *w, struct sr_str name, uint32_t country,
		   const char *feature, struct place_cand *c)
{
	struct sr_gaz_query q;

	sr_gaz_ask(&q, name);
	struct sr_gaz_found f = sr_gaz_find(&w->gaz, &q, SR_GAZ_EXACT);
	for (size_t i = 0; i < f.n; i++) {
		if (!fill_gaz(w, c, sr_gaz_index(f.entry[i]), SR_GAZ_EXACT,
			      true))
			continue;
		if (c->country_row == country &&
		    strcmp(c->feature, feature) == 0)
			return true;
	}
	return false;
}
