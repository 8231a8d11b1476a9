/* A vote among the hits: each name of a war counts ten, each word that tells
 * of it one, at most three for the same word, so that one side's name often
 * repeated does not outvote both sides and the town. Of wars with equal votes
 * the one that began last before the report wins. */
#include "resolve/war.h"

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"

#define NAME_VOTES 10
#define WORD_MOST 3
#define LEAST_VOTES 3
#define AFTERMATH 1100 /* days after its end that reports still tell of it */

struct ballot {
	uint32_t votes;
	uint32_t last; /* symbol of the word counted last, and how often */
	uint32_t times;
};

static bool in_time(const struct sr_kit *kit, uint32_t war, struct sr_days day)
{
	int32_t from = sr_kit_value(kit, SR_TABLE_WARS, war, SR_WARS_FROM);
	int32_t to = sr_kit_value(kit, SR_TABLE_WARS, war, SR_WARS_TO);

	if (!sr_days_known(day))
		return true;
	if (sr_kit_text(kit, SR_TABLE_WARS, war, SR_WARS_TO).n == 0)
		return from <= day.to;
	return from <= day.to && day.from <= to + AFTERMATH;
}

static void count(struct ballot *b, const struct sr_hit *hit, uint32_t word)
{
	if (hit->column == SR_WARS_NAMES) {
		b->votes += NAME_VOTES;
		return;
	}
	if (word != b->last) {
		b->last = word;
		b->times = 0;
	}
	if (b->times++ < WORD_MOST)
		b->votes++;
}

uint32_t sr_war_find(struct sr_doc *doc, const struct sr_kit *kit,
		     struct sr_days day)
{
	size_t n = sr_kit_rows(kit, SR_TABLE_WARS);
	struct ballot *b = SR_NEW(&doc->mem, struct ballot, n);
	uint32_t best = SR_NONE;

	if (!b)
		return SR_NONE;
	for (size_t i = 0; i < doc->hits.nitem; i++) {
		const struct sr_hit *hit = &doc->hits.items[i];
		if (hit->table == SR_TABLE_WARS && hit->row < n)
			count(&b[hit->row], hit,
			      doc->tokens.items[hit->from].lower);
	}
	for (uint32_t i = 0; i < n; i++) {
		if (b[i].votes < LEAST_VOTES || !in_time(kit, i, day))
			continue;
		if (best == SR_NONE || b[i].votes > b[best].votes ||
		    (b[i].votes == b[best].votes &&
		     sr_kit_value(kit, SR_TABLE_WARS, i, SR_WARS_FROM) >
			     sr_kit_value(kit, SR_TABLE_WARS, best,
					  SR_WARS_FROM)))
			best = i;
	}
	return best;
}

/* Is that word, folded, what people call this war for short? */
static bool called(const struct sr_kit *kit, uint32_t war, struct sr_str word)
{
	struct sr_str rest =
		sr_kit_text(kit, SR_TABLE_WARS, war, SR_WARS_NOUNS);

	while (rest.s)
		if (sr_str_equal(sr_str_cut(&rest, '|'), word))
			return true;
	return false;
}

/* The war whose proper name stands in the expression; SR_NONE. */
static uint32_t named(const struct sr_doc *doc, const struct sr_expr *e)
{
	const struct sr_atom *atom = doc->atoms->list.items;
	uint32_t from = atom[e->from].token, to = atom[e->to - 1].token + 1;
	const struct sr_hit *hit = doc->hits.items;
	size_t lo = 0, hi = doc->hits.nitem;

	while (lo < hi) { /* the first hit that begins in it */
		size_t mid = lo + (hi - lo) / 2;
		if (hit[mid].from < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t i = lo; i < doc->hits.nitem && hit[i].from < to; i++)
		if (hit[i].table == SR_TABLE_WARS &&
		    hit[i].column == SR_WARS_NAMES && hit[i].from >= from &&
		    hit[i].to <= to)
			return hit[i].row;
	return SR_NONE;
}

uint32_t sr_war_meant(const struct sr_doc *doc, const struct sr_kit *kit,
		      const struct sr_expr *e, uint32_t war)
{
	const struct sr_atoms *a = doc->atoms;
	uint32_t own = named(doc, e);
	bool any = false, fits = false;
	char fold[64];

	if (own != SR_NONE || war == SR_NONE)
		return own;
	for (uint32_t i = e->from; i < e->to; i++) {
		const struct sr_word *w =
			sr_atom_word(a, i, SR_TABLE_TIMES, SR_TW_WAR);
		if (!w)
			continue;
		struct sr_span at = { a->list.items[i].at.from,
				      a->list.items[i + w->n - 1].at.to };
		size_t n = sr_fold(sr_str_at(a->text, at), fold, sizeof(fold));
		any = true;
		fits |= n <= sizeof(fold) &&
			called(kit, war, (struct sr_str){ fold, n });
		i += w->n - 1;
	}
	return fits || !any ? war : SR_NONE;
}
