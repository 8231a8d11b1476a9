/* Military units: a number, arms and titles, a size: "the 4th Guards tank
 * division of the Russian army". Where such a name begins and ends is found
 * here, by tokens; kit/unit.h says what it means. Known ones get their side
 * from the table of formations, the others from the words around them, the
 * unit that they are of and the rest of the report (party_order.c). */
#include "base/str.h"
#include "kit/unit.h"
#include "resolve/atom.h"
#include "resolve/party_internal.h"

struct unit {
	uint32_t from;	   /* of the words of its own name */
	uint32_t to;	   /* one behind its size, or the number behind that */
	uint32_t echelon;  /* row, SR_NONE */
	bool number, nick; /* has one */
	bool behind;	   /* the number stands behind the size */
};

bool sr_numeral_is_ordinal(const struct sr_muster *m, uint32_t row)
{
	return sr_kit_value(m->kit, SR_TABLE_NUMERALS, row, SR_NUMERALS_KIND) ==
	       SR_NUMERAL_ORDINAL;
}

static bool is_tens(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f = sr_fact_at(m, i, SR_FACT_ORDINAL);

	return f && sr_capital(m, i) &&
	       sr_kit_value(m->kit, SR_TABLE_NUMERALS, f->row,
			    SR_NUMERALS_KIND) == SR_NUMERAL_TENS;
}

static bool all_digits(struct sr_str s, size_t *n)
{
	for (*n = 0; *n < s.n && s.s[*n] >= '0' && s.s[*n] <= '9';)
		++*n;
	return *n && *n <= 4 && *n == s.n;
}

/* "93", "93rd", "Sixth", "III": is there a number that ends at token i, not in
 * front of `limit`? `ordinal` says whether it is said as a rank in a row. */
static bool number_ending(const struct sr_muster *m, uint32_t i, uint32_t limit,
			  uint32_t *from, bool *ordinal)
{
	struct sr_str s = sr_doc_text(m->doc, m->token[i].at);
	const struct sr_fact *f = sr_fact_ending(m, i, SR_FACT_ORDINAL);
	size_t k;

	*from = i;
	*ordinal = false;
	/* "a D-30 howitzer": of a model, no unit */
	if (all_digits(s, &k))
		return i == 0 || !sr_is_dash(m, i - 1) ||
		       m->token[i - 1].at.to != m->token[i].at.from;
	*ordinal = true;
	if (k && k <= 4)
		return sr_is_rank((struct sr_str){ s.s + k, s.n - k });
	if (sr_roman_read(s))
		return true;
	if (!f || f->from < limit || !sr_numeral_is_ordinal(m, f->row))
		return false;
	*from = f->from;
	uint32_t before = f->from;
	if (before > limit + 1 && sr_is_dash(m, before - 1))
		before--;
	if (before > limit && is_tens(m, before - 1))
		*from = before - 1;
	return sr_capital(m, *from);
}

/* May a word be part of a name that a unit has of its own? */
static bool fits_nick(const struct sr_muster *m, uint32_t i)
{
	bool word = m->token[i].upos == SR_UPOS_PROPN ||
		    (!(m->token[i].flags & SR_TOK_FIRST) &&
		     (m->token[i].upos == SR_UPOS_ADJ ||
		      m->token[i].upos == SR_UPOS_NOUN));

	/* "UNDER FULL ARMY CONTROL" */
	if ((m->token[i].flags & SR_TOK_ALLCAPS) &&
	    (m->token[i + 1].flags & SR_TOK_ALLCAPS))
		return false;
	return word && sr_capital(m, i) &&
	       (m->name[i] == SR_NONE ||
		sr_name_at(m, i)->kind == SR_FACT_SURNAME ||
		sr_name_at(m, i)->kind == SR_FACT_FORMATION);
}

/* "Dnipro-1" */
static bool known_name(const struct sr_muster *m, uint32_t i)
{
	const struct sr_fact *f = sr_name_at(m, i);

	return f && f->to == i + 1 && f->kind == SR_FACT_FORMATION;
}

/* "1st ARVN Division", "11th Sri Lanka battalion": does a known name end at
 * token i that stands right behind a number of rank? */
static bool numbered_name(const struct sr_muster *m, uint32_t i, uint32_t limit)
{
	const struct sr_fact *f = sr_name_at(m, i);
	uint32_t from;
	bool ordinal;

	return f && f->to == i + 1 && f->from > limit &&
	       number_ending(m, f->from - 1, limit, &from, &ordinal) && ordinal;
}

/* "12 armies", "12 army reservists": so many, and no 12th. */
static bool is_counted(const struct sr_muster *m, uint32_t noun)
{
	const struct sr_token *t = m->token;

	return t[noun].xpos == SR_XPOS_NNS ||
	       (noun + 1 < m->ntoken && t[noun + 1].xpos == SR_XPOS_NNS &&
		((t[noun].deprel == SR_REL_COMPOUND &&
		  t[noun].head == noun + 1) ||
		 (!sr_capital(m, noun) && !sr_capital(m, noun + 1))));
}

/* The words in front of a unit's size, read from right to left. A number and
 * an arm with a capital belong to it even where the tags have cut them off. */
static void read_left(const struct sr_muster *m, uint32_t noun, struct unit *u)
{
	uint32_t start = sr_sentence_of(m, noun)->from, from;
	uint32_t limit = m->nps.items[m->np_in[noun]].own;
	bool ordinal;

	while (u->from > start) {
		uint32_t i = u->from - 1;
		bool inside = i >= limit;
		const struct sr_fact *arm =
			sr_fact_ending(m, i, SR_FACT_BRANCH);
		if (number_ending(m, i, start, &from, &ordinal)) {
			u->number = ordinal || !is_counted(m, noun);
			u->from = u->number ? from : u->from;
			return;
		}
		if (arm && arm->from >= start &&
		    (inside || sr_capital(m, arm->from)))
			u->from = arm->from;
		else if (inside && sr_is_dash(m, i) && i > limit)
			u->from = i;
		else if (i > limit && u->nick && sr_is_dash(m, i + 1) &&
			 (m->link[i] & SR_LINK_PARTICLE))
			u->from = i; /* "Suqour al-Sham" */
		else if (inside && fits_nick(m, i)) {
			u->nick = true;
			u->from = i;
		} else if (inside &&
			   (known_name(m, i) || numbered_name(m, i, limit))) {
			u->nick = true;
			u->from = sr_name_at(m, i)->from;
		} else
			return;
	}
}

/* "Brigade 313": a number right behind, that counts nothing and is no day. */
static void read_number_behind(const struct sr_muster *m, uint32_t noun,
			       struct unit *u)
{
	uint32_t i = noun + 1;
	size_t k;

	if (u->number || i >= sr_sentence_of(m, noun)->to ||
	    !sr_capital(m, noun) || m->token[noun].xpos == SR_XPOS_NNS ||
	    m->token[i].time != SR_NONE ||
	    !all_digits(sr_doc_text(m->doc, m->token[i].at), &k))
		return;
	uint32_t n = m->token[i].number;
	if (n != SR_NONE && (m->doc->numbers.items[n].counted != SR_NONE ||
			     m->doc->numbers.items[n].m.to > i + 1))
		return;
	u->number = u->behind = true;
	u->nick = false;
	u->to = i + 1;
}

static bool flag(const struct sr_muster *m, uint32_t echelon, unsigned column)
{
	return sr_kit_value(m->kit, SR_TABLE_ECHELONS, echelon, column) != 0;
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
		if (d &&
		    (d->fact == SR_FACT_FORMATION || d->fact == SR_FACT_GROUP))
			sr_draft_drop(m, i);
	}
}

static bool is_quote(const struct sr_muster *m, uint32_t i)
{
	return m->token[i].xpos == SR_XPOS_QUOTE_OPEN ||
	       m->token[i].xpos == SR_XPOS_QUOTE_CLOSE;
}

/* "the 'Azov' battalion": a name in quotation marks in front of the size. */
static void read_quoted(const struct sr_muster *m, struct unit *u)
{
	uint32_t start = sr_sentence_of(m, u->from)->from, i = u->from;

	if (u->number || u->nick || i < start + 3 || !is_quote(m, i - 1))
		return;
	for (i -= 2; i > start && sr_capital(m, i) && u->from - i < 6; i--) {
		if (!is_quote(m, i - 1))
			continue;
		u->from = i - 1;
		u->nick = true;
		return;
	}
}

/* Is what stands in front of a size the name of a formation of the table? */
static bool nick_known(const struct sr_muster *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (sr_name_at(m, i) &&
		    sr_name_at(m, i)->kind == SR_FACT_FORMATION)
			return true;
	return false;
}

/* What every unit's draft has. */
static struct sr_draft *unit_draft(struct sr_muster *m, uint32_t from,
				   uint32_t to, uint32_t noun)
{
	struct sr_draft *d = sr_draft_new(m, from, to, noun);

	if (!d)
		return NULL;
	d->fact = SR_FACT_ECHELON;
	d->p.kind = SR_PARTY_KIND_UNIT;
	d->p.plural = m->token[noun].xpos == SR_XPOS_NNS ||
		      m->token[noun].xpos == SR_XPOS_NNPS;
	return d;
}

/* What the phrase says of its unit: whose it is, what it is of. Gives one
 * behind the words of an owner that has a name, else `to`. */
static uint32_t read_owner(struct sr_muster *m, const struct sr_phrase_np *np,
			   uint32_t to, struct sr_draft *d)
{
	uint32_t end, owner = sr_owner_behind(m, to, SR_LINK_OWNER, &end);

	d->p.side = sr_side_said(m, np, true, &d->p.why);
	if (np->possessor != SR_NONE)
		d->parent = m->nps.items[np->possessor].noun;
	if (owner == SR_NONE)
		return to;
	d->parent = owner;
	return sr_name_at(m, owner) || sr_draft_at(m, owner) ? end : to;
}

static void add_unit(struct sr_muster *m, const struct unit *u, uint32_t noun)
{
	const struct sr_phrase_np *np = m->np_in[noun] == SR_NONE
						? NULL
						: &m->nps.items[m->np_in[noun]];
	uint32_t to = u->behind ? u->to : read_right(m, u->to);
	bool whole = np && np->noun >= u->from && np->noun < to;
	struct sr_draft said = { .parent = SR_NONE };
	struct sr_str words = sr_words(m, u->from, to);
	uint32_t from = whole && np->from < u->from ? np->from : u->from;

	swallow(m, u->from, to);
	if (whole)
		to = read_owner(m, np, to, &said);
	if (from == u->from && from > sr_sentence_of(m, from)->from &&
	    m->token[from - 1].upos == SR_UPOS_DET)
		from--;
	struct sr_draft *d = unit_draft(m, from, to, noun);
	if (!d)
		return;
	d->np = whole ? m->np_in[noun] : SR_NONE;
	d->p.side = said.p.side;
	d->p.why = said.p.why;
	d->parent = said.parent;
	d->own_from = u->from;
	d->own_to = u->to;
	d->echelon = u->echelon;
	d->named = d->definite = true;
	d->p.name = words;
	d->p.unit = sr_unit_new(m, words);
	if (!d->p.unit)
		return;
	if (d->p.unit->number || !d->p.plural)
		d->p.name = sr_unit_words(m, d->p.unit);
	sr_unit_settle(m, d);
}

/* One of a row: a number whose arms and size stand with the last. */
static struct sr_draft *add_one_of(struct sr_muster *m, uint32_t from,
				   uint32_t to, const struct sr_draft *last)
{
	struct sr_draft like = *last; /* drafts may move */
	struct sr_draft *d = unit_draft(m, from, to, to - 1);
	struct sr_unit *own = SR_NEW(&m->doc->mem, struct sr_unit, 1);

	if (!d || !own) {
		m->failed = true;
		return NULL;
	}
	*own = *like.p.unit;
	own->number =
		sr_unit_number(m->kit, sr_words(m, from, to), &own->style);
	d->p.unit = own;
	if (like.p.why == SR_PARTY_SAID) {
		d->p.side = like.p.side;
		d->p.why = like.p.why;
	}
	d->own_from = from;
	d->own_to = to;
	d->parent = like.parent;
	d->echelon = like.echelon;
	d->named = d->definite = true;
	d->p.plural = false;
	d->p.name = sr_unit_words(m, own);
	sr_unit_settle(m, d);
	return d;
}

/* "the 40th and the 155th brigades", "the 7th, 8th and 9th divisions": those
 * in front of the last are units too, and the words of all are the last's, so
 * that whoever asks who acts has them all. */
static void add_listed(struct sr_muster *m, const struct unit *u, uint32_t noun)
{
	const struct sr_draft *last = sr_draft_at(m, noun);
	uint32_t start = sr_sentence_of(m, noun)->from, i = u->from, from;
	bool ordinal;

	if (!last || !last->p.unit || !last->p.plural)
		return;
	for (size_t n = 0; n < 8 && i > start; n++) {
		uint32_t k = i - (m->token[i - 1].upos == SR_UPOS_DET);
		bool tied = false;
		for (; k > start && (m->token[k - 1].upos == SR_UPOS_CCONJ ||
				     m->token[k - 1].xpos == SR_XPOS_COMMA);
		     k--)
			tied = true;
		if (!tied || k == start ||
		    !number_ending(m, k - 1, start, &from, &ordinal) ||
		    !ordinal || !add_one_of(m, from, k, sr_draft_at(m, noun)))
			break;
		i = from;
	}
	struct sr_draft *all = sr_draft_at(m, noun);
	if (i == u->from || !all)
		return;
	all->p.m.from = i - (i > start && m->token[i - 1].upos == SR_UPOS_DET);
	all->p.m.at.from = m->token[all->p.m.from].at.from;
}

/* "the brigade", "two battalions": a unit with no name. */
static void add_bare_unit(struct sr_muster *m, const struct unit *u,
			  uint32_t noun)
{
	if (m->np_of[noun] == SR_NONE)
		return;
	const struct sr_phrase_np np = m->nps.items[m->np_of[noun]];
	uint32_t end, owner = sr_owner_behind(m, np.to, SR_LINK_OWNER, &end);
	bool part = owner != SR_NONE &&
		    sr_fact_ending(m, owner, SR_FACT_ECHELON);
	bool bare = np.from == np.noun && m->token[noun].xpos == SR_XPOS_NN;
	/* "units of" are its men; "two companies of" no firms */
	if (m->noun[noun] != SR_NONE &&
	    (!part || m->facts.items[m->noun[noun]].kind == SR_FACT_NOUN))
		return;
	if (!part && (!flag(m, u->echelon, SR_ECHELONS_ALONE) || bare))
		return;
	struct sr_draft *d = unit_draft(m, np.from, np.to, noun);
	if (!d)
		return;
	d->np = m->np_of[noun];
	if (np.possessor != SR_NONE)
		d->p.name = sr_words(m, np.own, np.to);
	read_owner(m, &np, np.to, d);
	d->own_to = np.to;
	d->echelon = u->echelon;
	d->definite = sr_is_definite(m, &np);
	d->alone = !d->p.side.n;
}

#define LEAST_TITLE 7 /* a brigade */

/* "the army's Armoured Corps", "the Presidential Guard Brigade": an arm and a
 * large size, both with capitals, of which an army has one. */
static bool is_title(const struct sr_muster *m, const struct unit *u,
		     uint32_t noun)
{
	const struct sr_phrase_np *np = &m->nps.items[m->np_in[noun]];

	return u->from + 1 < u->to && sr_capital(m, noun) &&
	       sr_capital(m, u->from) && m->token[noun].xpos != SR_XPOS_NNS &&
	       !(m->token[u->from].flags & SR_TOK_FIRST) &&
	       sr_is_definite(m, np) &&
	       sr_fact_at(m, u->from, SR_FACT_BRANCH) &&
	       sr_kit_value(m->kit, SR_TABLE_ECHELONS, u->echelon,
			    SR_ECHELONS_SIZE) >= LEAST_TITLE;
}

/* Is a size part of a longer one, as "Army" is of "3rd Army Corps"? */
static bool covered(const struct sr_muster *m, const struct sr_fact *f)
{
	for (uint32_t i = f->from; i < f->to; i++) {
		const struct sr_fact *over = sr_fact_at(m, i, SR_FACT_ECHELON);
		if (over && over != f && over->from <= f->from &&
		    over->to > f->to)
			return true;
	}
	return false;
}

static void read_unit(struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t noun = f->to - 1, n = m->np_in[noun];
	struct unit u = { .from = f->from, .to = f->to, .echelon = f->row };
	struct sr_draft *known = sr_draft_at(m, noun);

	if (n == SR_NONE || covered(m, f) ||
	    (m->token[noun].upos != SR_UPOS_NOUN &&
	     m->token[noun].upos != SR_UPOS_PROPN))
		return;
	read_left(m, noun, &u);
	read_number_behind(m, noun, &u);
	read_quoted(m, &u);
	if (known && (!u.number || (known->fact != SR_FACT_FORMATION &&
				    known->fact != SR_FACT_GROUP)))
		return;
	if (u.nick && !u.number &&
	    !(flag(m, f->row, SR_ECHELONS_NAMED) &&
	      (sr_capital(m, noun) || nick_known(m, u.from, f->from))))
		u.nick = false;
	if (u.number || u.nick || is_title(m, &u, noun))
		add_unit(m, &u, noun);
	else
		add_bare_unit(m, &u, noun);
	if (u.number)
		add_listed(m, &u, noun);
}

bool sr_inside_unit(const struct sr_muster *m, uint32_t token)
{
	for (uint32_t i = token + 1; i < m->ntoken && i < token + 8; i++) {
		const struct sr_draft *d = sr_draft_at(m, i);
		if (d && d->fact == SR_FACT_ECHELON && d->named &&
		    d->own_from <= token && token < d->own_to)
			return true;
	}
	return false;
}

/* "the 101st Airborne", "155th Naval Infantry", "40 Commando": a number and an
 * arm. */
static void read_sizeless(struct sr_muster *m, const struct sr_fact *f)
{
	uint32_t noun = f->to - 1;
	struct unit u = { .from = f->from, .to = f->to, .echelon = SR_NONE };
	uint32_t from;
	bool ordinal;

	if (m->np_in[noun] == SR_NONE || sr_draft_at(m, noun) ||
	    m->nps.items[m->np_in[noun]].noun != noun ||
	    sr_inside_unit(m, noun))
		return;
	read_left(m, noun, &u);
	if (!u.number || u.nick)
		return;
	struct sr_unit *is = sr_unit_new(m, sr_words(m, u.from, u.to));
	number_ending(m, u.from, u.from, &from, &ordinal);
	struct sr_str none = { NULL, 0 }, side;
	if (is && (sr_unit_known(m, is, none, &side) != SR_NONE ||
		   (ordinal && sr_capital(m, noun))))
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
