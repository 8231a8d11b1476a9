#include "fuse/alike.h"

#include <stdlib.h>

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"

#define MARK_BITS 48
#define LEAST_LINE 8u	   /* words of a line that is a sentence, or */
#define LEAST_WORDS 12u	   /* shared by two texts that are alike */
#define LEAST_PART 24u	   /* shared, where one is in a longer one */
#define IDEOGRAPHS 0x2E80u /* from there on a letter is a word */

/* 1. Words */

/* Mixes the bits of a hash so that all of them depend on all (D. Stafford's
 * variant 13 of the finaliser of MurmurHash3). */
static uint64_t mix(uint64_t h)
{
	h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
	h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
	return h ^ (h >> 31);
}

static bool is_word(uint32_t cp)
{
	return sr_is_letter(cp) || (cp >= '0' && cp <= '9');
}

/* "https://..." or "www....": how long it is, 0 for what is no address. */
static size_t address(const char *p, const char *end)
{
	static const char *const BEGIN[] = { "http://", "https://", "www." };
	size_t n = 0;

	for (size_t i = 0; i < SR_LEN(BEGIN) && !n; i++) {
		size_t k = strlen(BEGIN[i]);
		if ((size_t)(end - p) > k && memcmp(p, BEGIN[i], k) == 0)
			n = k;
	}
	while (n && p + n < end && !strchr(" \t\n\r>)\"", p[n]))
		n++;
	return n;
}

/* Does a line end as a sentence does, quotes and brackets aside? */
static bool ends_sentence(const char *from, const char *end)
{
	while (end > from && strchr(" \t\r\"')]", end[-1]))
		end--;
	return end > from && strchr(".!?", end[-1]);
}

/* Appends the words of folded text; there is room. */
static void take_words(const char *p, const char *end, struct sr_terms *out)
{
	while (p < end) {
		const char *from = p, *at;
		size_t skip = address(p, end);
		if (skip) {
			p += skip;
			continue;
		}
		uint32_t cp = sr_utf8_next(&p, end);
		if (cp == SR_UTF8_BAD || !is_word(cp))
			continue;
		for (at = p; at < end && cp < IDEOGRAPHS; p = at) {
			cp = sr_utf8_next(&at, end);
			if (cp == SR_UTF8_BAD || !is_word(cp) ||
			    cp >= IDEOGRAPHS)
				break;
		}
		out->hash[out->n++] = sr_hash(from, (size_t)(p - from));
	}
}

bool sr_text_terms(struct sr_str text, struct sr_arena *mem,
		   struct sr_terms *out)
{
	size_t room = text.n * 4 + 1;
	char *folded = sr_arena_raw(mem, room, 1);
	size_t n = folded ? sr_fold(text, folded, room) : 0;
	const char *end = folded + n, *p = folded;

	/* Each word but the last has a byte behind it, ideographs have three. */
	*out = (struct sr_terms){ sr_arena_raw(mem, n / 2 + 1, 8), 0 };
	if (!folded || !out->hash)
		return false;
	while (p < end) {
		const char *eol = memchr(p, '\n', (size_t)(end - p));
		uint32_t before = out->n;
		if (!eol)
			eol = end;
		take_words(p, eol, out);
		if (out->n - before < LEAST_LINE && !ends_sentence(p, eol))
			out->n = before;
		p = eol + (eol < end);
	}
	if (!out->n)
		take_words(folded, end, out);
	return true;
}

/* 2. Shingles and marks */

static uint32_t nshingle(const struct sr_terms *w)
{
	return w->n < SR_SHINGLE ? 0 : w->n - SR_SHINGLE + 1;
}

static uint64_t shingle(const struct sr_terms *w, uint32_t i)
{
	uint64_t h = 0;

	for (uint32_t k = 0; k < SR_SHINGLE; k++)
		h = mix(h * 31 + w->hash[i + k]);
	return h;
}

static int by_value(const void *pa, const void *pb)
{
	const uint64_t *a = pa, *b = pb;

	return (*a > *b) - (*a < *b);
}

bool sr_text_sketch(const struct sr_terms *w, struct sr_arena *mem,
		    struct sr_sketch *out)
{
	uint32_t n = nshingle(w), last = UINT32_MAX, k = 0;
	uint64_t *hash = sr_arena_raw(mem, n, sizeof(*hash));

	*out = (struct sr_sketch){ sr_arena_raw(mem, n, sizeof(*hash)), 0 };
	if (!hash || !out->mark)
		return false;
	for (uint32_t i = 0; i < n; i++)
		hash[i] = shingle(w, i) >> (64 - MARK_BITS);
	/* The least of each window, the rightmost of equals. */
	for (uint32_t to = n < SR_WINDOW ? n : SR_WINDOW; n && to <= n; to++) {
		uint32_t from = to < SR_WINDOW ? 0 : to - SR_WINDOW;
		if (last == UINT32_MAX || last < from) {
			last = from;
			for (uint32_t i = from + 1; i < to; i++)
				if (hash[i] <= hash[last])
					last = i;
		} else if (hash[to - 1] <= hash[last]) {
			last = to - 1;
		} else {
			continue;
		}
		out->mark[k++] = hash[last];
	}
	if (k)
		qsort(out->mark, k, sizeof(*out->mark), by_value);
	for (uint32_t i = 0; i < k; i++)
		if (!i || out->mark[i] != out->mark[out->nmark - 1])
			out->mark[out->nmark++] = out->mark[i];
	return true;
}

int64_t sr_text_rank(struct sr_str sha256)
{
	int64_t rank = 0;

	for (size_t i = 0; i < MARK_BITS / 4 && i < sha256.n; i++) {
		char c = sha256.s[i];
		rank = rank * 16 + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
	}
	return rank;
}

bool sr_sketches_meet(const struct sr_sketch *a, const struct sr_sketch *b)
{
	uint32_t i = 0, k = 0, same = 0;
	uint32_t least = a->nmark < b->nmark ? a->nmark : b->nmark;

	while (i < a->nmark && k < b->nmark) {
		if (a->mark[i] == b->mark[k]) {
			same++;
			i++;
			k++;
		} else if (a->mark[i] < b->mark[k]) {
			i++;
		} else {
			k++;
		}
	}
	return sr_marks_suffice(same, least);
}

/* 3. Overlap */

bool sr_text_shingles(const struct sr_terms *w, struct sr_arena *mem,
		      struct sr_shingles *out)
{
	uint32_t n = nshingle(w);

	*out = (struct sr_shingles){ sr_arena_raw(mem, n, 8), n, w->n };
	for (uint32_t i = 0; out->hash && i < n; i++)
		out->hash[i] = shingle(w, i) | 1;
	return out->hash != NULL;
}

/* Where a shingle is, or would be. */
static size_t slot_of(const struct sr_held *h, uint64_t hash)
{
	size_t at = (hash >> 20) & h->mask;

	while (h->slot[at].hash && h->slot[at].hash != hash)
		at = (at + 1) & h->mask;
	return at;
}

bool sr_text_hold(const struct sr_shingles *s, struct sr_arena *mem,
		  struct sr_held *out)
{
	size_t room = 16;

	while (room < (size_t)s->n * 2)
		room *= 2;
	*out = (struct sr_held){ .own = s, .mask = room - 1 };
	out->slot = SR_NEW(mem, struct sr_held_slot, room);
	out->at = sr_arena_raw(mem, s->n, sizeof(*out->at));
	for (uint32_t i = 0; out->slot && out->at && i < s->n; i++) {
		out->at[i] = (uint32_t)slot_of(out, s->hash[i]);
		out->slot[out->at[i]].hash = s->hash[i];
	}
	return out->slot && out->at;
}

/* A shingle more of those shared, the i-th: how many words it adds. */
static uint32_t covers(uint32_t i, uint32_t *upto)
{
	uint32_t from = *upto > i ? *upto : i;

	*upto = i + SR_SHINGLE;
	return *upto - from;
}

struct sr_overlap sr_held_overlap(struct sr_held *h,
				  const struct sr_shingles *other)
{
	struct sr_overlap o = { .na = h->own->nword, .nb = other->nword };
	uint32_t upto = 0;

	h->turn++;
	for (uint32_t i = 0; i < other->n; i++) {
		struct sr_held_slot *s =
			&h->slot[slot_of(h, other->hash[i])];
		if (!s->hash)
			continue;
		s->turn = h->turn;
		o.b += covers(i, &upto);
	}
	upto = 0;
	for (uint32_t i = 0; o.b && i < h->own->n; i++)
		if (h->slot[h->at[i]].turn == h->turn)
			o.a += covers(i, &upto);
	return o;
}

bool sr_text_overlap(const struct sr_terms *a, const struct sr_terms *b,
		     struct sr_arena *mem, struct sr_overlap *out)
{
	struct sr_shingles of_a, of_b;
	struct sr_held held;

	if (!sr_text_shingles(a, mem, &of_a) ||
	    !sr_text_shingles(b, mem, &of_b) ||
	    !sr_text_hold(&of_a, mem, &held))
		return false;
	*out = sr_held_overlap(&held, &of_b);
	return true;
}

/* Of the shorter at least 60 of 100 words, of the longer 30; or of the shorter
 * 80 in a longer one. */
enum sr_alike sr_alike_of(const struct sr_overlap *o)
{
	/* Of two that are as long, the one of which more is shared: the answer
	 * is the same from both sides. */
	bool a_short = o->na < o->nb || (o->na == o->nb && o->a >= o->b);
	uint64_t least = a_short ? o->a : o->b, n = a_short ? o->na : o->nb;
	uint64_t most = a_short ? o->b : o->a, m = a_short ? o->nb : o->na;

	if (least < LEAST_WORDS)
		return SR_ALIKE_NONE;
	if (least * 100 >= n * 60 && most * 100 >= m * 30)
		return SR_ALIKE_SAME;
	if (least >= LEAST_PART && least * 100 >= n * 80)
		return a_short ? SR_ALIKE_IN : SR_ALIKE_HOLDS;
	return SR_ALIKE_NONE;
}

enum sr_alike sr_alike_other_side(enum sr_alike kind)
{
	if (kind == SR_ALIKE_IN)
		return SR_ALIKE_HOLDS;
	return kind == SR_ALIKE_HOLDS ? SR_ALIKE_IN : kind;
}
