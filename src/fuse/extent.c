/* How much of a place a claim's words speak of. A region has a holder only where
 * all of it is meant. Of a town most reports tell parts and surroundings too:
 * "rebel-held suburbs of the capital", "the town's eastern districts"; whoever
 * has those does not have the town. */
#include "fuse/extent.h"

#include "base/str.h"
#include "base/utf8.h"
#include "fuse/pieces.h"
#include "ontology.h"

#define REACH 6 /* pieces from "parts of" to the name */
#define BEHIND 4 /* and from the name to "districts" */
#define AND 3 /* bytes of a word that joins two names */

static bool names_extent(unsigned table)
{
	return table == SR_TABLE_EXTENTS;
}

/* The kind of the phrase that begins there, -1: none; *length its pieces. */
static int extent_at(const struct sr_kit *kit, const struct sr_pieces *p,
		     uint32_t from, uint32_t *length)
{
	const struct sr_phrase *f =
		sr_pieces_phrase(kit, p, from, names_extent, length);

	return f ? (int)sr_kit_value(kit, SR_TABLE_EXTENTS, f->row,
				     SR_EXTENTS_KIND)
		 : -1;
}

bool sr_says_whole(const struct sr_kit *kit, struct sr_str words)
{
	struct sr_pieces p;
	bool whole = false;
	uint32_t length;

	if (!kit)
		return false;
	sr_pieces_cut(kit, words, &p);
	for (uint32_t i = 0; i < p.n; i++) {
		int kind = extent_at(kit, &p, i, &length);
		if (kind == SR_EXTENTS_PART)
			return false;
		whole |= kind == SR_EXTENTS_WHOLE;
	}
	return whole;
}

/* A claim's words beside the name of its place. */
struct told {
	const struct sr_kit *kit;
	struct sr_pieces words, name;
	bool named; /* the name is among the words */
};

static bool is_name(const struct told *t, uint32_t i)
{
	return t->name.n && i < t->words.n &&
	       sr_folds_to_same(t->words.text[i], t->name.text[0]);
}

static bool is_town(const struct told *t, uint32_t i)
{
	uint32_t length;

	return i < t->words.n &&
	       extent_at(t->kit, &t->words, i, &length) == SR_EXTENTS_TOWN;
}

static bool is_mark(const struct told *t, uint32_t i)
{
	return sr_piece_case(t->words.text[i]) == SR_CASE_ANY &&
	       t->words.text[i].n == 1 && !t->words.symbol[i];
}

/* Does the name come within so many pieces? Where it is not among the words,
 * what stands for it does, or another spelling of it. */
static bool name_follows(const struct told *t, uint32_t from, uint32_t most)
{
	for (uint32_t i = from; i < t->words.n && i < from + most; i++) {
		if (is_name(t, i) || (!t->named && is_town(t, i)))
			return true;
		if (!t->named && t->words.casing[i] != SR_CASE_ANY)
			return true;
		if (is_mark(t, i))
			return false;
	}
	return false;
}

/* "Districts of the town", "eastern Mosul": a compass point stands right before
 * the name. */
static bool is_before(const struct told *t, uint32_t i, int kind,
		      uint32_t length)
{
	bool adjective = kind == SR_EXTENTS_PIECE && length == 1;

	return (kind == SR_EXTENTS_PIECE || kind == SR_EXTENTS_PART ||
		kind == SR_EXTENTS_BESIDE) &&
	       (adjective ? is_name(t, i + 1)
			  : name_follows(t, i + length, REACH));
}

/* "The town's southern districts". */
static bool is_behind(const struct told *t, uint32_t i)
{
	uint32_t length, k = i + 1, from = 0;

	if (!is_name(t, i) && !is_town(t, i))
		return false;
	for (; k < t->words.n && k <= i + 2; k++)
		if (sr_folds_to_same(t->words.text[k], SR_STR("s")))
			from = k + 1;
	for (k = from; from && k < t->words.n && k < from + BEHIND; k++)
		if (extent_at(t->kit, &t->words, k, &length) == SR_EXTENTS_ITS)
			return true;
	return false;
}

/* "The NAME and Oren directions": before the word no more than names, and one
 * "and". */
static bool is_way(const struct told *t, uint32_t i)
{
	uint32_t length, small = 0;

	for (uint32_t k = i + 1; is_name(t, i) && k < t->words.n &&
				 k <= i + BEHIND && small < 2;
	     k++) {
		if (extent_at(t->kit, &t->words, k, &length) == SR_EXTENTS_WAY)
			return true;
		small += t->words.casing[k] == SR_CASE_ANY;
		if (small && k == i + 1 && t->words.text[k].n > AND)
			return false;
	}
	return false;
}

enum sr_extent sr_says_extent(const struct sr_kit *kit, struct sr_str words,
			      struct sr_str name)
{
	struct told t = { .kit = kit };

	if (!kit)
		return SR_EXTENT_OPEN;
	sr_pieces_cut(kit, words, &t.words);
	sr_pieces_cut(kit, name, &t.name);
	for (uint32_t i = 0; i < t.words.n; i++)
		t.named |= is_name(&t, i);
	for (uint32_t i = 0; i < t.words.n; i++) {
		uint32_t length = 0;
		int kind = extent_at(kit, &t.words, i, &length);
		if (is_before(&t, i, kind, length))
			return kind == SR_EXTENTS_BESIDE ? SR_EXTENT_BESIDE
							 : SR_EXTENT_PART;
		if (is_way(&t, i))
			return SR_EXTENT_BESIDE;
		if (is_behind(&t, i))
			return SR_EXTENT_PART;
		/* "The town near the border": it is what is meant. */
		if (!t.named && kind == SR_EXTENTS_TOWN)
			return SR_EXTENT_OPEN;
	}
	return SR_EXTENT_OPEN;
}

uint8_t *sr_extents(const struct sr_kit *kit, const struct sr_records *records,
		    struct sr_arena *mem)
{
	size_t n = records->claims.nitem;
	uint8_t *extent = SR_NEW(mem, uint8_t, n);

	for (size_t i = 0; extent && i < n; i++) {
		const struct sr_record *r = &records->claims.items[i];
		const struct sr_place_slot *p = &r->claim.place;
		extent[i] = SR_EXTENT_OPEN;
		if (p->role == SR_ROLE_AREA)
			extent[i] = sr_says_whole(kit, r->words)
					    ? SR_EXTENT_WHOLE
					    : SR_EXTENT_OPEN;
		else if (p->role == SR_ROLE_AT)
			extent[i] = (uint8_t)sr_says_extent(kit, r->words,
							    p->name);
	}
	return extent;
}
