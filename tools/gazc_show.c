/* See gazc_show.h. A row of exonyms.tsv finds its town by hash: the keys of
 * all rows (some 1,500) in a sorted list, the keys of all towns passed by it
 * once. */
#include "tools/gazc_show.h"

#include <stdlib.h>

#include "base/utf8.h"

#define MOST_PLAIN 400 /* bytes */

/* Countries, by their two letters. */

static int pair_of(char a, char b)
{
	unsigned x = ((unsigned)a | 32) - 'a', y = ((unsigned)b | 32) - 'a';

	return x < 26 && y < 26 ? (int)(x * 26 + y) : -1;
}

static void read_plain(const struct sr_tsv *t, bool plain[26 * 26])
{
	size_t column = t->ncolumn - 1;

	for (size_t i = 0; i < t->nrow; i++) {
		struct sr_str id = t->row[i].cell[0];
		int pair = id.n == 2 ? pair_of(id.s[0], id.s[1]) : -1;
		if (pair >= 0)
			plain[pair] = sr_str_is(t->row[i].cell[column], "yes");
	}
}

/* Signs for sounds that English lacks: ayn, hamza, soft sign; marks that stand
 * alone. The plain apostrophe stays: names written so are English already. */
static bool is_mark(uint32_t cp)
{
	return (cp >= 0x2B9 && cp <= 0x2BF) || cp == 0x2018 || cp == 0x2019 ||
	       cp == 0x2032 || cp == '`' || cp == 0xB4 ||
	       (cp >= 0x300 && cp < 0x370);
}

/* One letter without its marks, its case kept. */
static size_t put_plain(char *out, size_t room, uint32_t cp)
{
	char raw[4], fold[8];
	size_t n = sr_utf8_put(raw, cp);
	uint32_t lower = sr_lower(cp);

	if (cp >= 0x80 && cp < 0x2000) {
		size_t k = sr_fold((struct sr_str){ raw, n }, fold,
				   sizeof(fold));
		bool ascii = k > 0 && k <= sizeof(fold);
		for (size_t i = 0; ascii && i < k; i++)
			ascii = fold[i] >= 'a' && fold[i] <= 'z';
		if (ascii && k <= room) {
			memcpy(out, fold, k);
			if (lower != cp)
				out[0] = (char)(out[0] - 32);
			return k;
		}
	}
	if (n > room)
		return 0;
	memcpy(out, raw, n);
	return n;
}

static struct sr_str plain_of(struct sr_arena *mem, struct sr_str name)
{
	const char *p = name.s, *end = sr_str_end(name);
	char text[MOST_PLAIN];
	size_t n = 0;

	while (p < end) {
		uint32_t cp = sr_utf8_next(&p, end);
		if (!is_mark(cp) && cp != SR_UTF8_BAD)
			n += put_plain(text + n, sizeof(text) - n, cp);
	}
	char *own = sr_arena_copy(mem, text, n);
	return (struct sr_str){ own, own ? n : 0 };
}

bool gazc_plain_names(struct sr_gaz_writer *w, const struct sr_tsv *countries)
{
	bool plain[26 * 26] = { false };

	read_plain(countries, plain);
	for (size_t i = 0; i < w->entries.nitem; i++) {
		struct sr_gaz_entry *e = &w->entries.items[i];
		int pair = pair_of(e->country[0], e->country[1]);
		bool ascii = true;
		for (size_t k = 0; ascii && k < e->name.n; k++)
			ascii = (unsigned char)e->name.s[k] < 0x80;
		if (ascii || pair < 0 || !plain[pair])
			continue;
		struct sr_str s = plain_of(w->mem, e->name);
		if (!s.s)
			return false;
		if (s.n)
			e->name = s;
	}
	return true;
}

/* Exonyms */

struct want {
	uint64_t hash;
	uint32_t row;
};

struct rows {
	struct want *want;
	size_t n;
	uint32_t *best; /* town of each row + 1 */
};

static int order_wants(const void *a, const void *b)
{
	const struct want *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static uint64_t key_of(struct sr_str name)
{
	struct sr_key fold;

	sr_spell_fold(name, &fold);
	return sr_gaz_hash(SR_GAZ_EXACT, (struct sr_str){ fold.s, fold.n });
}

/* The names that rows find their towns by: those of `also`, else the name. */
static bool read_wants(struct sr_gaz_writer *w, const struct sr_tsv *t,
		       struct rows *r)
{
	SR_LIST(struct want) list = { 0 };

	for (uint32_t i = 0; i < t->nrow; i++) {
		struct sr_str rest = t->row[i].cell[3];
		if (!rest.n || sr_str_is(rest, "-"))
			rest = t->row[i].cell[2];
		while (rest.n) {
			struct want *p = SR_PUSH(w->mem, &list);
			if (!p)
				return false;
			*p = (struct want){ key_of(sr_str_cut(&rest, '|')), i };
		}
	}
	if (list.nitem)
		qsort(list.items, list.nitem, sizeof(*list.items), order_wants);
	r->want = list.items;
	r->n = list.nitem;
	r->best = SR_NEW(w->mem, uint32_t, t->nrow + 1);
	return r->best != NULL;
}

static size_t first_want(const struct rows *r, uint64_t hash)
{
	size_t low = 0, high = r->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (r->want[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void take(const struct sr_gaz_writer *w, struct rows *r,
		 const struct sr_tsv *t, uint32_t row, uint32_t entry)
{
	const struct sr_gaz_entry *e = &w->entries.items[entry];
	struct sr_str country = t->row[row].cell[1];
	uint32_t best = r->best[row];

	if (country.n == 2 &&
	    pair_of(country.s[0], country.s[1]) ==
		    pair_of(e->country[0], e->country[1]) &&
	    (!best ||
	     e->population > w->entries.items[best - 1].population))
		r->best[row] = entry + 1;
}

bool gazc_exonyms(struct sr_gaz_writer *w, uint32_t n,
		  const struct sr_tsv *exonyms)
{
	struct rows r;

	if (!read_wants(w, exonyms, &r))
		return false;
	for (size_t i = 0; i < w->npair; i++) {
		const struct sr_gaz_pair *p = &w->pair[i];
		uint32_t entry = sr_gaz_index(p->value);
		uint64_t hash = (uint64_t)p->high << 32 | p->low;
		for (size_t k = first_want(&r, hash);
		     entry < n && k < r.n && r.want[k].hash == hash; k++)
			take(w, &r, exonyms, r.want[k].row, entry);
	}
	for (uint32_t i = 0; i < exonyms->nrow; i++) {
		if (!r.best[i])
			continue;
		struct sr_str name = exonyms->row[i].cell[2];
		w->entries.items[r.best[i] - 1].name = name;
		sr_gaz_add_name(w, r.best[i] - 1, name, true);
	}
	return !w->failed;
}
