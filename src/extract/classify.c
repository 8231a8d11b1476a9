/* What each word can stand for: from the table of things, and from the
 * mentions found in it. */
#include "base/str.h"
#include "extract/cue.h"
#include "extract/extract_internal.h"

/* The token of a phrase that the rest hangs on; in English nouns the last
 * whose head lies outside. */
static uint32_t phrase_head(const struct sr_tree *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = to; i-- > from;) {
		uint32_t head = t->token[i].head;
		if (head < from || head >= to || head == i)
			return i;
	}
	return to - 1;
}

static bool may_be_thing(const struct sr_token *t)
{
	switch (t->upos) {
	case SR_UPOS_NOUN:
	case SR_UPOS_PROPN:
	case SR_UPOS_ADJ:
	case SR_UPOS_PRON:
	case SR_UPOS_NUM:
		return true;
	default:
		return false;
	}
}

#define HEAD_MEMBER 4 /* of heads.tsv, and one */

/* Rows of the small tables onto the token that stands for their phrase. */
static bool from_row(struct sr_reading *r, const struct sr_hit *h)
{
	uint8_t row = (uint8_t)(h->row + 1);
	uint32_t head;

	switch (h->table) {
	case SR_TABLE_LIGHT_VERBS: /* the longer comes first and stays */
		head = phrase_head(&r->tree, h->from, h->to);
		if (!r->light[head])
			r->light[head] = row;
		return true;
	case SR_TABLE_HEADS:
		head = phrase_head(&r->tree, h->from, h->to);
		r->head_kind[head] = (uint8_t)(1 + sr_kit_value(r->kit,
		                                                SR_TABLE_HEADS,
		                                                h->row,
		                                                SR_HEADS_KIND));
		return true;
	case SR_TABLE_SPEECH:
		r->speech[phrase_head(&r->tree, h->from, h->to)] = row;
		return true;
	case SR_TABLE_TELLINGS:
		r->telling[phrase_head(&r->tree, h->from, h->to)] = row;
		return true;
	case SR_TABLE_COUNTED:
		if (sr_kit_value(r->kit, SR_TABLE_COUNTED, h->row,
		                 SR_COUNTED_KIND) == 0)
			r->classes[h->from] |= SR_CLASS_FATE;
		return true;
	case SR_TABLE_CUES:
		head = phrase_head(&r->tree, h->from, h->to);
		/* "call for", whatever "for" hangs on */
		if ((sr_is_verb(&r->tree, h->from) && !sr_is_verb(&r->tree, head)) ||
		    (sr_is_noun(&r->tree, h->from) &&
		     r->tree.token[head].lower == r->word.about_like[0]))
			head = h->from;
		if (sr_kit_value(r->kit, SR_TABLE_CUES, h->row, SR_CUES_PLACE))
			r->cue_with[head] = row;
		else if (!r->cue_over[head]) /* the longer stays */
			r->cue_over[head] = row;
		return true;
	default:
		return false;
	}
}

static bool is_plain_phrase(const struct sr_reading *r, const struct sr_hit *h)
{
	int32_t kind = sr_kit_value(r->kit, SR_TABLE_CUES, h->row, SR_CUES_KIND);

	return h->to - h->from > 1 &&
	       (kind == SR_CUE_IS_PLAIN || kind == SR_CUE_IS_THEN);
}

/* Of two phrases with one head the longer tells: hits come longer first from
 * each token, and a phrase that starts earlier is the longer where heads are
 * last. Other words of a phrase keep what they are ("rocket" of "attack"). */
static void from_hits(struct sr_reading *r)
{
	const struct sr_hit *light = NULL, *cue = NULL;

	for (size_t i = 0; i < r->doc->hits.nitem; i++) {
		const struct sr_hit *h = &r->doc->hits.items[i];
		if (h->to - h->from > r->longest_hit)
			r->longest_hit = h->to - h->from;
		r->names_war |= h->table == SR_TABLE_WARS &&
		                h->column == SR_WARS_NAMES;
		/* "take place" is not also the "take" of "take losses" */
		if (h->table == SR_TABLE_LIGHT_VERBS) {
			if (light && h->from >= light->from &&
			    h->to <= light->to &&
			    h->to - h->from < light->to - light->from)
				continue;
			light = h;
		}
		/* "not only" is not also "not" */
		if (h->table == SR_TABLE_CUES) {
			if (cue && h->to <= cue->to && h->from >= cue->from)
				continue;
			cue = is_plain_phrase(r, h) ? h : cue;
		}
		if (from_row(r, h) || h->table != SR_TABLE_THINGS)
			continue;
		uint32_t head = phrase_head(&r->tree, h->from, h->to);
		if ((r->classes[head] & ~(uint32_t)SR_CLASS_FATE) ||
		    !may_be_thing(&r->tree.token[head]) ||
		    sr_only_called_so(r, head))
			continue;
		r->classes[head] |= (uint32_t)sr_kit_value(
		        r->kit, SR_TABLE_THINGS, h->row, SR_THINGS_CLASSES);
	}
}

static uint32_t party_classes(const struct sr_party *p)
{
	switch ((enum sr_party_kind)p->kind) {
	case SR_PARTY_KIND_CIVILIANS:
		return SR_CLASS_CIV | SR_CLASS_PEOPLE;
	case SR_PARTY_KIND_FORCE:
	case SR_PARTY_KIND_GROUP:
	case SR_PARTY_KIND_UNIT:
		return SR_CLASS_PARTY | SR_CLASS_FORCE;
	case SR_PARTY_KIND_INSTITUTION:
	case SR_PARTY_KIND_MEDIA:
	case SR_PARTY_KIND_STATE:
		return SR_CLASS_PARTY;
	case SR_PARTY_KIND_OFFICIAL:
	case SR_PARTY_KIND_PERSON:
		return SR_CLASS_PARTY | SR_CLASS_PEOPLE;
	case SR_PARTY_KIND_PEOPLE:
		return SR_CLASS_PEOPLE;
	}
	return 0;
}

/* "Took Dessie, some 400 km from the capital": how far off it lies. */
static bool is_how_far(const struct sr_reading *r, const struct sr_number *n)
{
	const struct sr_token *t = r->tree.token;
	uint32_t to = n->counted != SR_NONE && n->counted >= n->m.to
			      ? n->counted + 1
			      : n->m.to;

	return sr_str_is(n->unit, "km") && n->m.from > 0 &&
	       t[n->m.from - 1].xpos == SR_XPOS_COMMA && to < r->tree.ntoken &&
	       (t[to].upos == SR_UPOS_ADP || t[to].upos == SR_UPOS_ADV);
}

/* "Sent 30 drones, but 28 of them were", "burned two trucks and seized three
 * others": drones too, and trucks, as the number says. */
static void from_counted(struct sr_reading *r, size_t i)
{
	const struct sr_number *n = &r->doc->numbers.items[i];

	if (n->counted == SR_NONE)
		return;
	bool others = r->tree.token[n->counted].lower == r->word.others &&
		      !sr_str_is(n->unit, "people");
	if (!others && r->tree.token[n->counted].upos != SR_UPOS_PRON)
		return;
	if (others)
		r->classes[n->counted] = 0;
	for (size_t k = i; k-- > 0;) {
		const struct sr_number *was = &r->doc->numbers.items[k];
		if (was->counted == SR_NONE ||
		    !sr_str_equal(was->unit, n->unit))
			continue;
		r->classes[n->counted] |= r->classes[was->counted];
		return;
	}
}

/* "Three Turks", "one Peruvian": tagged as any noun is. */
static bool is_of_people(const struct sr_doc *d, uint32_t token)
{
	uint32_t p = d->tokens.items[token].party;

	return p != SR_NONE &&
	       d->parties.items[p].kind == SR_PARTY_KIND_STATE &&
	       d->parties.items[p].m.to == d->parties.items[p].m.from + 1;
}

static void from_mentions(struct sr_reading *r)
{
	const struct sr_doc *d = r->doc;

	for (size_t i = 0; i < d->places.nitem; i++)
		r->classes[d->places.items[i].m.head] |=
		        SR_CLASS_PLACE | SR_CLASS_GROUND;
	for (size_t i = 0; i < d->parties.nitem; i++)
		r->classes[d->parties.items[i].m.head] |=
		        party_classes(&d->parties.items[i]);
	for (size_t i = 0; i < d->numbers.nitem; i++) {
		const struct sr_number *n = &d->numbers.items[i];
		uint32_t at = n->counted != SR_NONE ? n->counted : n->m.head;
		/* "400,000 Afghans": people, not their state */
		if ((r->tree.token[at].xpos == SR_XPOS_NNPS ||
		     is_of_people(d, at)) &&
		    sr_str_is(n->unit, "people"))
			r->classes[at] = SR_CLASS_PEOPLE;
		if (n->of_time)
			continue;
		from_counted(r, i);
		r->classes[at] |= SR_CLASS_NUMBER;
		for (uint32_t k = n->m.from; k < n->m.to; k++)
			if (r->tree.token[k].upos == SR_UPOS_NUM)
				r->classes[k] |= SR_CLASS_NUMBER;
		/* "three HIMARS rockets" */
		if (at + 1 < r->tree.ntoken &&
		    r->tree.token[at].head == at + 1 &&
		    r->tree.token[at].deprel == SR_REL_COMPOUND)
			r->classes[at + 1] |= SR_CLASS_NUMBER;
		if (sr_number_is_length(r, n) && !is_how_far(r, n))
			r->classes[at] |= SR_CLASS_LENGTH;
		if (!sr_number_is_money(r, n))
			continue;
		r->classes[at] |= SR_CLASS_MONEY;
		r->classes[phrase_head(&r->tree, n->m.from, n->m.to)] |=
		        SR_CLASS_MONEY;
	}
}

/* "The destroyer Laboon", "MV Rubymar" */
static bool is_ship_name(const struct sr_reading *r, uint32_t i)
{
	return i > 0 && (r->classes[i - 1] & SR_CLASS_EQUIP) &&
	       r->tree.token[i - 1].sentence == r->tree.token[i].sentence &&
	       r->tree.token[i - 1].xpos != SR_XPOS_NNS;
}

#define MOST_NAMES 4

/* "Killed Omaro Tele, 41, and": somebody's name, with his age behind it. */
static bool is_aged(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;
	uint32_t end = i + 1;

	while (end < r->tree.ntoken && end < i + MOST_NAMES &&
	       t[end].upos == SR_UPOS_PROPN)
		end++;
	if (end + 2 >= r->tree.ntoken ||
	    t[end + 2].sentence != t[i].sentence ||
	    t[end].xpos != SR_XPOS_COMMA ||
	    t[end + 2].xpos != SR_XPOS_COMMA ||
	    !(t[end + 1].traits & SR_TRAIT_DIGITS))
		return false;
	return t[end + 1].at.to - t[end + 1].at.from <= 2;
}

/* "Retook Kibati": a name that is of nothing we know may be a village's. */
static void from_names(struct sr_reading *r)
{
	for (uint32_t i = 0; i < r->tree.ntoken; i++) {
		const struct sr_token *t = &r->tree.token[i];
		if (t->upos == SR_UPOS_PROPN && (t->flags & SR_TOK_CAPITAL) &&
		    !(t->flags & SR_TOK_ALLCAPS) && t->place == SR_NONE &&
		    t->party == SR_NONE && t->time == SR_NONE &&
		    t->number == SR_NONE && !r->classes[i])
			r->classes[i] = is_ship_name(r, i) ? SR_CLASS_EQUIP
					: is_aged(r, i)	   ? SR_CLASS_PEOPLE
							   : SR_CLASS_NAME;
	}
}

/* "Armed Twic youth": whoever is armed fights. */
static void from_arms(struct sr_reading *r)
{
	for (uint32_t i = 0; i < r->tree.ntoken; i++) {
		if (r->tree.token[i].lower != r->word.armed ||
		    r->tree.token[i].deprel != SR_REL_AMOD)
			continue;
		uint32_t who = r->tree.token[i].head;
		uint32_t k = r->classes[who];
		if (!(k & SR_CLASS_PEOPLE) || (k & SR_CLASS_FORCE))
			continue;
		r->classes[who] |= SR_CLASS_FORCE;
		r->classes[who] &= ~(uint32_t)SR_CLASS_CIV;
	}
}

/* "The eastern side of X", "on both sides of the river": nobody's side. */
static void from_sides(struct sr_reading *r)
{
	for (uint32_t i = 0; i < r->tree.ntoken; i++) {
		if (r->tree.token[i].lemma != r->word.side)
			continue;
		SR_CHILDREN (&r->tree, i, c)
			if (c > i && sr_rel_is(&r->tree, c, SR_REL_NMOD) &&
			    sr_case_of(&r->tree, c) == r->word.of &&
			    (r->tree.token[c].place != SR_NONE ||
			     (r->classes[c] & SR_CLASS_PLACE)))
				r->classes[i] &= ~(uint32_t)SR_CLASS_FORCE;
	}
}

/* "Members of a militia" do what the militia does; members of a parliament, two
 * members of a militia, members of the X Group are what they are called. */
static void from_members(struct sr_reading *r)
{
	const struct sr_token *t = r->tree.token;

	for (uint32_t i = 0; i < r->tree.ntoken; i++) {
		bool group = false;
		if (r->head_kind[i] != HEAD_MEMBER)
			continue;
		SR_CHILDREN (&r->tree, i, c)
			group |= sr_rel_is(&r->tree, c, SR_REL_NMOD) &&
				 sr_case_of(&r->tree, c) == r->word.of &&
				 (r->classes[c] & SR_CLASS_FORCE);
		bool own = t[i].party != SR_NONE &&
			   r->doc->parties.items[t[i].party].side.n;
		if (!group || own || t[i].xpos != SR_XPOS_NNS ||
		    (r->classes[i] & SR_CLASS_NUMBER))
			r->head_kind[i] = 0;
	}
}

bool sr_classify(struct sr_reading *r)
{
	size_t n = r->doc->tokens.nitem;

	r->classes = SR_NEW(&r->doc->mem, uint32_t, n);
	r->light = SR_NEW(&r->doc->mem, uint8_t, n);
	r->head_kind = SR_NEW(&r->doc->mem, uint8_t, n);
	r->cue_over = SR_NEW(&r->doc->mem, uint8_t, n);
	r->cue_with = SR_NEW(&r->doc->mem, uint8_t, n);
	r->speech = SR_NEW(&r->doc->mem, uint8_t, n);
	r->telling = SR_NEW(&r->doc->mem, uint8_t, n);
	if (!r->classes || !r->light || !r->head_kind || !r->cue_over ||
	    !r->cue_with || !r->speech || !r->telling)
		return false;
	from_hits(r);
	from_mentions(r);
	from_members(r), from_arms(r), from_sides(r);
	from_names(r);
	return true;
}
