/* Military units: a number, arms and titles, a size: "the 4th Guards tank
 * division of the Russian army". Known ones get their side from the table of
 * formations, the others from the words around them. */
#include "base/str.h"
#include "resolve/atom.h"
#include "resolve/party_internal.h"

#define MOST_ARMS 4
#define MOST_NUMBER 9999
#define MOST_UNIT_NAME 160

struct unit {
	uint32_t from;		 /* of the words of its own name */
	uint32_t to;		 /* one behind its size */
	int32_t number;		 /* 0: none */
	uint32_t arm[MOST_ARMS]; /* rows of branches.tsv, as in the text */
	size_t narm;
	uint32_t echelon; /* row, SR_NONE */
	bool nick;	  /* a capitalised name stands in front of the size */
};

bool sr_numeral_is_ordinal(const struct sr_muster *m, uint32_t row)
{
	return sr_kit_value(m->kit, SR_TABLE_NUMERALS, row, SR_NUMERALS_KIND) ==
	       SR_NUMERAL_ORDINAL;
}

/* "93", "93rd", or "Sixth": its number, 0 for none. `ordinal` says whether it
 * is said as a rank in a row. */
static int32_t number_of(const struct sr_muster *m, uint32_t i, bool *ordinal)
{
	struct sr_str s = sr_doc_text(m->doc, m->token[i].at);
	const struct sr_fact *f = sr_fact_at(m, i, SR_FACT_ORDINAL);
	int32_t n = 0;
	size_t k = 0;

	*ordinal = false;
	for (; k < s.n && s.s[k] >= '0' && s.s[k] <= '9'; k++) {
		n = n * 10 + (s.s[k] - '0');
		if (n > MOST_NUMBER)
			return 0;
	}
	if (k) {
		*ordinal = s.n == k + 2;
		return k == s.n || *ordinal ? n : 0;
	}
	if (!f || f->to != i + 1 || !sr_capital(m, i) ||
	    !sr_numeral_is_ordinal(m, f->row))
		return 0;
	*ordinal = true;
	return sr_kit_value(m->kit, SR_TABLE_NUMERALS, f->row,
			    SR_NUMERALS_LOW) /
	       1000;
}

/* The words in front of a unit's size, read from right to left. */
static void read_left(const struct sr_muster *m, uint32_t limit, struct unit *u)
{
	bool ordinal;

	while (u->from > limit) {
		uint32_t i = u->from - 1;
		const struct sr_fact *arm =
			sr_fact_ending(m, i, SR_FACT_BRANCH);
		int32_t n = number_of(m, i, &ordinal);
		if (n) {
			bool count = !ordinal &&
				     m->token[u->to - 1].xpos == SR_XPOS_NNS;
			if (!count) {
				u->number = n;
				u->from = i;
			}
			return;
		}
		if (arm && arm->from >= limit && !u->nick) {
			if (u->narm < MOST_ARMS)
				u->arm[u->narm++] = arm->row;
			u->from = arm->from;
		} else if (sr_is_dash(m, i) && i > limit) {
			u->from = i;
		} else if (m->token[i].upos == SR_UPOS_PROPN &&
			   sr_capital(m, i) &&
			   (m->name[i] == SR_NONE ||
			    sr_name_at(m, i)->kind == SR_FACT_SURNAME ||
			    sr_name_at(m, i)->kind == SR_FACT_FORMATION)) {
			u->nick = true;
			u->from = i;
		} else {
			return;
		}
	}
}

static bool flag(const struct sr_muster *m, uint32_t echelon, unsigned column)
{
	return sr_kit_value(m->kit, SR_TABLE_ECHELONS, echelon, column) != 0;
}

/* The main arm: the one nearest to the size. */
static uint32_t main_arm(const struct sr_muster *m, const struct unit *u)
{
	for (size_t i = 0; i < u->narm; i++)
		if (!sr_kit_value(m->kit, SR_TABLE_BRANCHES, u->arm[i],
				  SR_BRANCHES_CLASS))
			return u->arm[i];
	return SR_NONE;
}

/* The formation of the table that a unit is: number and size the same, the
 * arm the same or not said on one side. Of several on two sides none. */
static uint32_t known_unit(const struct sr_muster *m, const struct unit *u,
			   struct sr_str said)
{
	uint32_t arm = main_arm(m, u), found = SR_NONE;
	struct sr_str side = { NULL, 0 };

	if (!u->number)
		return SR_NONE;
	for (uint32_t r = 0; r < sr_kit_rows(m->kit, SR_TABLE_FORMATIONS);
	     r++) {
		if (sr_kit_value(m->kit, SR_TABLE_FORMATIONS, r,
				 SR_FORMATIONS_NUMBER) != u->number)
			continue;
		uint32_t a = (uint32_t)sr_kit_value(m->kit, SR_TABLE_FORMATIONS,
						    r, SR_FORMATIONS_ARM);
		uint32_t e = (uint32_t)sr_kit_value(m->kit, SR_TABLE_FORMATIONS,
						    r, SR_FORMATIONS_ECHELON);
		if ((u->echelon != SR_NONE && e != u->echelon) ||
		    (arm != SR_NONE && a != arm) ||
		    (arm == SR_NONE && u->echelon == SR_NONE))
			continue;
		struct sr_str s = sr_kit_text(m->kit, SR_TABLE_FORMATIONS, r,
					      SR_FORMATIONS_SIDE);
		if (said.n ? !sr_str_equal(s, said) : !sr_side_known(m, s))
			continue;
		if (found != SR_NONE && !sr_str_equal(s, side))
			return SR_NONE;
		found = found == SR_NONE ? r : found;
		side = s;
	}
	return found;
}

static void append(char *out, size_t *n, struct sr_str s)
{
	if (*n && *n < MOST_UNIT_NAME)
		out[(*n)++] = ' ';
	for (size_t i = 0; i < s.n && *n < MOST_UNIT_NAME; i++)
		out[(*n)++] = s.s[i];
}

/* "93rd Mechanised Brigade": the normal form of a numbered unit. */
static struct sr_str unit_name(struct sr_muster *m, const struct unit *u)
{
	char out[MOST_UNIT_NAME + 1];
	size_t n = 0;

	if (u->number)
		append(out, &n, sr_words(m, u->from, u->from + 1));
	for (size_t i = u->narm; i-- > 0;)
		append(out, &n,
		       sr_kit_text(m->kit, SR_TABLE_BRANCHES, u->arm[i],
				   SR_BRANCHES_NAME));
	if (u->echelon != SR_NONE)
		append(out, &n,
		       sr_kit_text(m->kit, SR_TABLE_ECHELONS, u->echelon,
				   SR_ECHELONS_NAME));
	char *own = sr_arena_copy(&m->doc->mem, out, n);
	if (!own) {
		m->failed = true;
		return (struct sr_str){ NULL, 0 };
	}
	return (struct sr_str){ own, n };
}

/* A name right behind the size: "Brigade Kholodnyi Yar", "Battalion 'Aidar'";
 * gives where it ends. A formation's name there is the same unit's. */
static uint32_t read_right(struct sr_muster *m, uint32_t to)
{
	const struct sr_sentence *s = sr_sentence_of(m, to - 1);
	uint32_t i = to;
	bool quoted = i < s->to && m->token[i].upos == SR_UPOS_PUNCT &&
		      (m->token[i].xpos == SR_XPOS_QUOTE_OPEN ||
		       m->token[i].xpos == SR_XPOS_QUOTE_CLOSE);

	if (quoted)
		i++;
	const struct sr_fact *f = sr_name_at(m, i);
	if (i < s->to && f && f->from == i && f->kind == SR_FACT_FORMATION &&
	    !quoted)
		return f->to;
	uint32_t from = i;
	while (i < s->to && i < from + 4 && sr_capital(m, i) &&
	       m->token[i].upos == SR_UPOS_PROPN &&
	       m->token[i].place == SR_NONE &&
	       (m->name[i] == SR_NONE ||
		sr_name_at(m, i)->kind == SR_FACT_FORMATION))
		i++;
	if (i == from)
		return to;
	if (!quoted)
		return to;
	bool closed = i < s->to && m->token[i].upos == SR_UPOS_PUNCT &&
		      m->token[i].xpos == SR_XPOS_QUOTE_CLOSE;
	return closed ? i + 1 : to;
}

/* Mentions of names within the unit's own are parts of it. */
static void swallow(struct sr_muster *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		struct sr_draft *d = sr_draft_at(m, i);
		if (d && d->fact == SR_FACT_FORMATION)
			sr_draft_drop(m, i);
	}
}

static void add_unit(struct sr_muster *m, const struct unit *u, uint32_t noun)
{
	const struct sr_phrase_np *np = m->np_in[noun] == SR_NONE
						? NULL
						: &m->nps.items[m->np_in[noun]];
	uint32_t to = read_right(m, u->to);
	bool whole = np && np->noun >= u->from && np->noun < to;
	uint32_t from = whole ? np->from : u->from;
	uint32_t end;
	uint8_t why = SR_PARTY_UNKNOWN;
	struct sr_str said = { NULL, 0 };

	if (whole) {
		said = sr_side_said(m, np, true, &why);
		uint32_t owner = sr_owner_behind(m, to, SR_LINK_OWNER, &end);
		if (owner != SR_NONE &&
		    (sr_name_at(m, owner) || sr_draft_at(m, owner)))
			to = end;
	}
	swallow(m, u->from, to);
	uint32_t row = known_unit(m, u, said);
	struct sr_draft *d = sr_draft_new(m, from, to, noun);
	if (!d)
		return;
	d->fact = SR_FACT_ECHELON;
	d->np = whole ? m->np_in[noun] : SR_NONE;
	d->p.kind = SR_PARTY_KIND_UNIT;
	d->p.side = said;
	d->p.why = why;
	d->number = u->number;
	d->arm = main_arm(m, u);
	d->echelon = u->echelon;
	d->named = u->number || u->nick;
	d->definite = true;
	d->p.plural = m->token[noun].xpos == SR_XPOS_NNS ||
		      m->token[noun].xpos == SR_XPOS_NNPS;
	if (u->number && !u->nick)
		d->p.name = unit_name(m, u);
	else if (d->named)
		d->p.name = sr_words(m, u->from, to);
	if (row == SR_NONE) {
		/* Rebels have no tanks' divisions with a number. */
		if (!d->p.side.n && d->number && d->arm != SR_NONE &&
		    sr_within_a_state(m)) {
			d->p.side = m->home;
			d->p.why = SR_PARTY_CONTEXT;
		}
		return;
	}
	d->p.table = SR_TABLE_FORMATIONS;
	d->p.row = row;
	if (!d->p.side.n) {
		d->p.side = sr_kit_text(m->kit, SR_TABLE_FORMATIONS, row,
					SR_FORMATIONS_SIDE);
		d->p.why = SR_PARTY_TABLE;
	}
}

/* "the brigade", "two battalions": a unit with no name. */
static void add_bare_unit(struct sr_muster *m, const struct unit *u,
			  uint32_t noun)
{
	if (m->np_of[noun] == SR_NONE || m->noun[noun] != SR_NONE)
		return;
	const struct sr_phrase_np np = m->nps.items[m->np_of[noun]];
	if (!flag(m, u->echelon, SR_ECHELONS_ALONE) ||
	    (np.from == np.noun && m->token[noun].xpos == SR_XPOS_NN))
		return;
	struct sr_draft *d = sr_draft_new(m, np.from, np.to, noun);
	if (!d)
		return;
	d->fact = SR_FACT_ECHELON;
	d->np = m->np_of[noun];
	d->p.kind = SR_PARTY_KIND_UNIT;
	d->p.side = sr_side_said(m, &np, true, &d->p.why);
	d->p.plural = m->token[noun].xpos == SR_XPOS_NNS;
	d->echelon = u->echelon;
	d->arm = main_arm(m, u);
	d->definite = sr_is_definite(m, &np);
	d->alone = !d->p.side.n;
}

static void read_unit(struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t noun = f->to - 1, n = m->np_in[noun];
	struct unit u = { .from = f->from, .to = f->to, .echelon = f->row };
	struct sr_draft *known = sr_draft_at(m, noun);

	if (n == SR_NONE || (known && known->fact != SR_FACT_FORMATION) ||
	    (m->token[noun].upos != SR_UPOS_NOUN &&
	     m->token[noun].upos != SR_UPOS_PROPN))
		return;
	read_left(m, m->nps.items[n].own, &u);
	if (known && !u.number)
		return;
	if (u.nick && !u.number &&
	    !(flag(m, f->row, SR_ECHELONS_NAMED) && sr_capital(m, noun)))
		u.nick = false;
	if (u.number || u.nick)
		add_unit(m, &u, noun);
	else
		add_bare_unit(m, &u, noun);
}

/* "the 101st Airborne", "155th Naval Infantry": a number and an arm. */
static void read_sizeless(struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t noun = f->to - 1;
	struct unit u = { .from = f->from, .to = f->to, .echelon = SR_NONE };
	bool ordinal;

	if (m->np_in[noun] == SR_NONE || sr_draft_at(m, noun) ||
	    m->nps.items[m->np_in[noun]].noun != noun)
		return;
	u.arm[u.narm++] = f->row;
	read_left(m, m->nps.items[m->np_in[noun]].own, &u);
	if (!u.number || u.nick)
		return;
	number_of(m, u.from, &ordinal);
	if (ordinal &&
	    (sr_capital(m, noun) ||
	     known_unit(m, &u, (struct sr_str){ NULL, 0 }) != SR_NONE))
		add_unit(m, &u, noun);
}

void sr_muster_units(struct sr_muster *m)
{
	for (uint32_t k = 0; k < m->facts.nitem; k++) {
		const struct sr_fact f = m->facts.items[k];
		if (f.kind == SR_FACT_ECHELON &&
		    sr_fact_ending(m, f.to - 1, SR_FACT_ECHELON) ==
			    &m->facts.items[k])
			read_unit(m, &f);
	}
	for (uint32_t k = 0; k < m->facts.nitem; k++) {
		const struct sr_fact f = m->facts.items[k];
		if (f.kind == SR_FACT_BRANCH)
			read_sizeless(m, &f);
	}
}
