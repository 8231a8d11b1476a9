/* Which mentions are one party: a number a party, by name, by number, by the
 * side whose forces they are. Mentions are met in the order of their heads;
 * what stands for an earlier one is settled on the way (party_definite.c,
 * party_pronoun.c). */
#include "resolve/party_refer.h"
#include "base/str.h"
#include "base/utf8.h"

/* One party? By what names it. */
static bool same_words(struct sr_str a, struct sr_str b)
{
	return a.n && sr_str_equal(a, b);
}

/* The forces of a side, not one man of them. */
static bool is_force(const struct sr_draft *d)
{
	return d->fact == SR_FACT_NOUN && (d->p.plural || d->many) &&
	       sr_people_fight(d->class) && d->class != SR_PEOPLE_PRISONER &&
	       d->class != SR_PEOPLE_POLICE;
}

/* The first of several words; empty where there is but one. */
static struct sr_str first_word(struct sr_str s)
{
	const char *space = s.n ? memchr(s.s, ' ', s.n) : NULL;

	return space ? (struct sr_str){ s.s, (size_t)(space - s.s) }
		     : (struct sr_str){ NULL, 0 };
}

static bool ends_with(struct sr_str s, struct sr_str end)
{
	return end.n <= s.n &&
	       sr_str_equal((struct sr_str){ s.s + (s.n - end.n), end.n }, end);
}

/* "Myo Win Tun" and "Zaw Naing Tun": two men of one last name. Mohamed may be
 * spelt Muhammad, and an initial stands for any name. */
static bool are_namesakes(const struct sr_draft *a, const struct sr_draft *b)
{
	struct sr_str x = first_word(a->p.name), y = first_word(b->p.name);

	/* "Rami Abdel Rahman", "Abdel Rahman" */
	if (ends_with(a->p.name, b->p.name) ||
	    ends_with(b->p.name, a->p.name))
		return false;
	return x.n > 2 && y.n > 2 && x.s[x.n - 1] != '.' &&
	       y.s[y.n - 1] != '.' && sr_lower((unsigned char)x.s[0]) !=
					      sr_lower((unsigned char)y.s[0]);
}

static bool same_party(const struct sr_draft *a, const struct sr_draft *b)
{
	if (a->p.row != SR_NONE && a->p.row == b->p.row &&
	    a->p.table == SR_TABLE_LEADERS && b->p.table == a->p.table)
		return true; /* whatever the spelling */
	if (a->surname || b->surname)
		return a->surname == b->surname && !are_namesakes(a, b);
	if (a->named && b->named && a->p.row != SR_NONE)
		return a->p.table == b->p.table && a->p.row == b->p.row &&
		       same_words(a->p.name, b->p.name);
	if (is_force(a) && is_force(b))
		return same_words(a->p.side, b->p.side);
	if (a->fact == SR_FACT_BODY && b->fact == SR_FACT_BODY)
		return same_words(a->p.name, b->p.name);
	return false;
}

/* What parties that may be one have in common. */
static uint64_t party_key(const struct sr_draft *d)
{
	if (d->p.table == SR_TABLE_LEADERS && d->p.row != SR_NONE)
		return (uint64_t)1 << 42 | d->p.row;
	if (d->surname)
		return d->surname;
	if (d->named && d->p.row != SR_NONE)
		return (uint64_t)1 << 41 | (uint64_t)d->p.table << 32 |
		       d->p.row;
	if (is_force(d) && d->p.side.n)
		return (uint64_t)1 << 50 ^
		       (sr_hash(d->p.side.s, d->p.side.n) >> 16);
	if (d->fact == SR_FACT_BODY)
		return (uint64_t)1 << 51 ^
		       (sr_hash(d->p.name.s, d->p.name.n) >> 16);
	return 0;
}

/* Whoever was named before with the same full name, else by what key says. */
static uint32_t met_before(const struct sr_refer *r, uint64_t key,
			   uint64_t full)
{
	uint32_t last = full ? sr_note_find(r->m, SR_NOTE_PARTY, full) : SR_NONE;

	return last == SR_NONE && key ? sr_note_find(r->m, SR_NOTE_PARTY, key)
				      : last;
}

static uint64_t full_name(const struct sr_draft *d)
{
	return d->surname && first_word(d->p.name).n
		       ? (uint64_t)1 << 52 ^
				 (sr_hash(d->p.name.s, d->p.name.n) >> 16)
		       : 0;
}

static void set_entity(struct sr_refer *r, size_t i)
{
	struct sr_draft *d = sr_met(r, i);

	if (d->p.kind == SR_PARTY_KIND_UNIT && !d->p.pronoun && !d->alone &&
	    (d->p.unit || d->fact == SR_FACT_FORMATION)) {
		sr_order_entity(r, i);
		return;
	}
	uint64_t key = party_key(d), full = full_name(d);
	uint32_t last = met_before(r, key, full);

	bool taken = d->p.entity != SR_NONE;

	if (!taken && last != SR_NONE &&
	    same_party(&r->m->drafts.items[last], d))
		d->p.entity = r->m->drafts.items[last].p.entity;
	if (d->p.entity == SR_NONE)
		d->p.entity = r->nentity++;
	if (key && !taken)
		sr_note_put(r->m, SR_NOTE_PARTY, key, r->order[i]);
	if (full && !taken)
		sr_note_put(r->m, SR_NOTE_PARTY, full, r->order[i]);
	if (d->surname && d->post != SR_NONE)
		sr_note_put(r->m, SR_NOTE_HOLDER, d->post, r->order[i]);
}

void sr_refer_take(struct sr_draft *d, const struct sr_draft *from)
{
	d->p.entity = from->p.entity;
	d->p.unit = from->p.unit;
	d->p.side = from->p.side;
	d->p.why = from->p.side.n ? SR_PARTY_REFERS : SR_PARTY_UNKNOWN;
	if (from->named) {
		d->p.name = from->p.name;
		d->p.table = from->p.table;
		d->p.row = from->p.row;
	}
}

/* Drafts are met in the order of their heads, pronouns in between; those join
 * the order as they are made. */
static void walk(struct sr_refer *r)
{
	struct sr_muster *m = r->m;

	for (uint32_t t = 0; t < m->ntoken && !m->failed; t++) {
		if (m->token[t].upos == SR_UPOS_PRON &&
		    m->draft_of[t] == SR_NONE)
			sr_refer_pronoun(r, t);
		if (m->draft_of[t] == SR_NONE)
			continue;
		r->order[r->norder++] = m->draft_of[t];
		sr_refer_noun(r, r->norder - 1);
		set_entity(r, r->norder - 1);
	}
}

/* A person's fullest name, post and side to all of the person's mentions. */
static void spread_persons(struct sr_refer *r)
{
	uint32_t *best = SR_NEW(&r->m->doc->mem, uint32_t, r->nentity);

	if (!best) {
		r->m->failed = true;
		return;
	}
	for (size_t i = 0; i < r->norder; i++) {
		const struct sr_draft *d = sr_met(r, i);
		uint32_t *b = &best[d->p.entity];
		if (!d->surname || d->p.pronoun)
			continue;
		const struct sr_draft *o = *b ? sr_met(r, *b - 1) : NULL;
		if (!o || (!o->p.side.n && d->p.side.n) ||
		    ((o->p.side.n != 0) == (d->p.side.n != 0) &&
		     d->p.name.n > o->p.name.n))
			*b = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < r->norder; i++) {
		struct sr_draft *d = sr_met(r, i);
		if (!d->surname || !best[d->p.entity])
			continue;
		const struct sr_draft *o = sr_met(r, best[d->p.entity] - 1);
		if (o->p.name.n > d->p.name.n)
			d->p.name = o->p.name;
		if (!d->p.side.n && o->p.side.n) {
			d->p.side = o->p.side;
			d->p.why = SR_PARTY_REFERS;
		}
		if (o->p.kind == SR_PARTY_KIND_OFFICIAL)
			d->p.kind = o->p.kind;
	}
}

void sr_muster_refer(struct sr_muster *m)
{
	struct sr_refer r = { .m = m };

	r.order = SR_NEW(&m->doc->mem, uint32_t, m->ntoken);
	if (!r.order) {
		m->failed = true;
		return;
	}
	r.ours = sr_own_side(m, &r.own);
	walk(&r);
	if (!m->failed)
		spread_persons(&r);
	if (!m->failed)
		sr_order_finish(&r);
}
