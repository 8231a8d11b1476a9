/* Who says it: verbs of saying above the happening or beside its clause,
 * "according to" (source.c), and the quotation that it stands in. */
#include "base/str.h"
#include "extract/extract_internal.h"

/* "..., the ministry said, sparking fears that": what follows a comma that no
 * quotation follows is not said. */
static bool is_closed(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;
	uint32_t kind;

	return verb + 2 < r->tree.ntoken &&
	       t[verb + 1].xpos == SR_XPOS_COMMA &&
	       t[verb + 2].sentence == t[verb].sentence &&
	       !sr_is_mark(sr_doc_text(r->doc, t[verb + 2].at), &kind);
}

/* Does the verb of saying say what it says itself? Then it is no aside. */
static bool has_content(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	if (is_closed(r, verb))
		return false;
	return sr_child(t, verb, SR_REL_CCOMP) != SR_NONE ||
	       sr_child(t, verb, SR_REL_XCOMP) != SR_NONE ||
	       sr_child(t, verb, SR_REL_OBJ) != SR_NONE;
}

/* "..., witnesses said." taken for one more thing that happened. */
static bool is_tail(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
	        &r->doc->sentences.items[t->token[verb].sentence];

	return t->token[verb].deprel == SR_REL_CONJ && verb + 2 >= s->to &&
	       sr_child(t, verb, SR_REL_CC) == SR_NONE &&
	       sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY;
}

/* "As officials said" */
static bool is_as(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	if (!sr_rel_is(t, verb, SR_REL_ADVCL))
		return false;
	uint32_t mark = sr_child(t, verb, SR_REL_MARK);
	return mark != SR_NONE && t->token[mark].lower == r->word.as;
}

static bool is_wh(const struct sr_reading *r, uint32_t i)
{
	unsigned x = r->tree.token[i].xpos;

	return (x == SR_XPOS_WDT || x == SR_XPOS_WP || x == SR_XPOS_WRB) &&
	       !(r->tree.token[i].flags & SR_TOK_ALLCAPS);
}

/* "Detained them in Aden, where, prisoners allege, officers took part": said of
 * what follows alone. */
static bool is_behind_wh(const struct sr_reading *r, uint32_t c,
			 uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	uint32_t from = t->from[c] > 2 ? t->from[c] - 2 : 0;

	/* a comma of its own may hang on it from before that word */
	for (uint32_t k = from > trigger ? from : trigger + 1; k < c; k++)
		if (is_wh(r, k) && !sr_dominates(t, c, k))
			return t->token[k + 1].upos == SR_UPOS_PUNCT;
	return false;
}

/* A verb of saying set beside clause p: "..., officials said", "as officials
 * said". The trigger must not stand within it. */
static uint32_t aside_under(const struct sr_reading *r, uint32_t p,
                            uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;

	const uint64_t told = sr_rels(SR_REL_PARATAXIS) |
			      sr_rels(SR_REL_CCOMP);
	const uint64_t maybe = told | sr_rels(SR_REL_ADVCL) | /* is_as */
			       SR_REL_BIT(SR_REL_CONJ);       /* is_tail */

	if (!(t->rels[p] & maybe))
		return SR_NONE;
	/* "denies that X did, as the minister claimed" */
	bool denied = t->token[p].deprel == SR_REL_CCOMP &&
		      sr_speech_kind(r, t->token[p].head) == SR_SPEECH_IS_DENY;
	SR_CHILDREN(t, p, c) {
		/* nobody speaks by any other word: sr_speaker_at */
		if (!r->speech[c] || (!sr_rel_in(t, c, told) && !is_as(r, c) &&
				      !is_tail(r, c)))
			continue;
		int kind = sr_speech_kind(r, c);
		/* "; a spokesman denied this" is an answer */
		if (kind == SR_SPEECH_IS_WEAK || kind == SR_SPEECH_IS_DENY ||
		    kind == SR_SPEECH_IS_DISPUTE || has_content(r, c) ||
		    sr_dominates(t, c, trigger) || sr_is_negated(r, c) ||
		    (denied && c > p) || is_behind_wh(r, c, trigger))
			continue;
		uint32_t who = sr_speaker_at(r, c);
		/* "as told in a report by the army" */
		SR_CHILDREN(t, c, d)
			if (who == SR_NONE && sr_rel_is(t, d, SR_REL_OBL))
				who = sr_maker_of(r, d);
		if (who != SR_NONE)
			return who;
	}
	return SR_NONE;
}

/* "Put the toll at 45", "and the wounded at 120": a figure is given. */
static bool has_figure(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	SR_CHILDREN(t, i, c)
		if (c > i && t->token[c].number != SR_NONE &&
		    (sr_rel_is(t, c, SR_REL_OBL) ||
		     sr_rel_is(t, c, SR_REL_NMOD)) &&
		    sr_case_of(t, c) == r->word.at)
			return true;
	return false;
}

/* "Put its losses at 23 dead and 53 wounded", "spoke of 85 dead": a word for
 * what befell so many, right behind the number. */
static bool behind_figure(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;

	if (i < 2 || !(r->classes[i] & SR_CLASS_FATE) ||
	    t->token[i - 1].upos != SR_UPOS_NUM ||
	    t->token[i - 1].number == SR_NONE)
		return false;
	uint32_t prep = sr_case_of(t, i - 1);
	return (t->token[i - 1].head == verb &&
		(prep == r->word.of || prep == r->word.at)) ||
	       (t->token[i].deprel == SR_REL_CONJ &&
		t->token[i - 1].head == i &&
		t->token[i - 2].upos == SR_UPOS_CCONJ);
}

/* "Said that jets hit the port and that two were killed": the parser may join
 * the second to the verb. */
static bool is_that(const struct sr_reading *r, uint32_t i)
{
	uint32_t mark = sr_child(&r->tree, i, SR_REL_MARK);

	return mark != SR_NONE && r->tree.token[mark].lower == r->word.that;
}

/* "As fighting raged in Gao, the army said that ...": when it said so. */
static bool is_setting(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t told = sr_child(t, verb, SR_REL_CCOMP);

	return t->to[i] < verb && told != SR_NONE && told > verb &&
	       (t->token[t->to[i]].xpos == SR_XPOS_COMMA ||
		t->token[t->to[i] - 1].xpos == SR_XPOS_COMMA) &&
	       sr_child(t, i, SR_REL_MARK) != SR_NONE;
}

/* "Declared a truce as troops moved in": what was announced is the noun. */
static bool is_told_then(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t what = sr_child(t, verb, SR_REL_OBJ);

	return what != SR_NONE && what > verb && what < i &&
	       sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY &&
	       sr_child(t, verb, SR_REL_CCOMP) == SR_NONE &&
	       sr_child(t, i, SR_REL_MARK) != SR_NONE &&
	       (sr_child(t, i, SR_REL_NSUBJ) != SR_NONE ||
		sr_child(t, i, SR_REL_NSUBJ_PASS) != SR_NONE) &&
	       !is_that(r, i);
}

/* May what stands under a verb of saying by this relation be its words? */
static bool told_by(const struct sr_reading *r, uint32_t i, uint32_t verb)
{
	int kind = sr_speech_kind(r, verb);

	if (kind < 0)
		return false;
	switch (r->tree.token[i].deprel) {
	case SR_REL_CCOMP:
		return true;
	case SR_REL_PARATAXIS:
		/* "continues to shell the town: six were killed" */
		return sr_child(&r->tree, verb, SR_REL_XCOMP) == SR_NONE;
	case SR_REL_OBL:
		/* "spoke of gains" */
		return sr_case_of(&r->tree, i) == r->word.of ||
		       has_figure(r, verb) || behind_figure(r, i, verb) ||
		       (kind != SR_SPEECH_IS_WEAK &&
			sr_case_of(&r->tree, i) != r->word.toward_like[2]);
	case SR_REL_IOBJ: /* "denied reports that", taken for a hearer */
		return kind == SR_SPEECH_IS_DENY &&
		       sr_telling_kind(r, i) >= 0;
	case SR_REL_OBJ:
		/* "claimed thousands of lives" */
		if (r->tree.token[sr_meant(r, i)].lemma == r->word.life)
			return false;
		return kind != SR_SPEECH_IS_WEAK || has_figure(r, verb);
	case SR_REL_CONJ:
		return (has_figure(r, verb) && has_figure(r, i)) ||
		       behind_figure(r, i, verb) || is_that(r, i);
	case SR_REL_XCOMP:
		return kind != SR_SPEECH_IS_WEAK || behind_figure(r, i, verb);
	case SR_REL_ADVCL:
		return kind != SR_SPEECH_IS_WEAK &&
		       !is_setting(r, i, verb) && !is_told_then(r, i, verb);
	default:
		return false;
	}
}

/* "Said they had retaken Sake, a town that was shelled for weeks", "Sake,
 * which was shelled": the publisher's own word on what is spoken of. */
static bool is_gloss(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t from = t->from[i], kind;

	if (t->token[i].deprel != SR_REL_ACL_RELCL)
		return false;
	if (t->token[t->token[i].head].deprel == SR_REL_APPOS)
		return true;
	if (t->token[from].upos == SR_UPOS_PUNCT)
		return is_wh(r, from + 1);
	/* not 'the "beasts" who' */
	return is_wh(r, from) && from > 0 &&
	       t->token[from - 1].upos == SR_UPOS_PUNCT &&
	       !sr_is_mark(sr_doc_text(r->doc, t->token[from - 1].at), &kind);
}

/* "Fighting went on in the east, where troops took a hill, the army said": what
 * ends right before the speaker behind it all is his too. */
static bool is_said_last(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t end = t->to[i], verb = i;

	for (unsigned n = 0; n < 16 && t->token[verb].head != verb; n++)
		verb = t->token[verb].head;
	uint32_t told = sr_child(t, verb, SR_REL_CCOMP);
	uint32_t who = sr_child(t, verb, SR_REL_NSUBJ);
	return verb > end && sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY &&
	       told != SR_NONE && told < i && sr_dominates(t, told, i) &&
	       who != SR_NONE && t->token[end].xpos == SR_XPOS_COMMA &&
	       t->from[who] == end + 1;
}

/* "Army says it will go; fighting shuts the border": an item of a headline
 * ends at the semicolon. */
static bool is_next_item(const struct sr_reading *r, uint32_t verb, uint32_t i)
{
	if (!sr_in_headline(r, i))
		return false;
	for (uint32_t k = verb; k < i; k++)
		if (sr_str_is(sr_doc_text(r->doc, r->tree.token[k].at), ";"))
			return true;
	return false;
}

/* Is that word somebody's, by other words than clause i? */
static bool is_owned(const struct sr_reading *r, uint32_t noun, uint32_t i)
{
	uint32_t p = sr_party_of(r, noun).party;

	return p != SR_NONE &&
	       !sr_dominates(&r->tree, i, r->doc->parties.items[p].m.head);
}

/* "After the army announced that": right before "that" stands the verb whose
 * words follow, whatever the tree has hung them on. */
static uint32_t verb_before_that(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[i].deprel != SR_REL_CCOMP || !is_that(r, i))
		return SR_NONE;
	uint32_t mark = sr_child(t, i, SR_REL_MARK);
	return mark > 0 && r->speech[mark - 1] && sr_is_verb(t, mark - 1) &&
			       sr_speech_kind(r, mark - 1) == SR_SPEECH_IS_SAY
		       ? mark - 1
		       : SR_NONE;
}

/* ", days after gunmen killed nine", ", after videos showed": a clause behind a
 * comma with a conjunction of its own. */
static bool is_circumstance(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;
	uint32_t mark = t->token[i].deprel == SR_REL_ADVCL
				? sr_child(t, i, SR_REL_MARK)
				: SR_NONE;

	return mark != SR_NONE && mark < i && t->token[i].head < i &&
	       sr_is_behind_comma(t, i) &&
	       t->token[mark].xpos == SR_XPOS_IN;
}

/* Such a clause is no part of what is denied, nor of what was said before the
 * verb of saying: "..., the army said, days after". */
static bool is_left_out(const struct sr_reading *r, uint32_t i, uint32_t beside)
{
	uint32_t verb = r->tree.token[i].head;
	int kind = sr_speech_kind(r, verb);

	if (r->quote[beside] || verb == i || kind < 0 || verb > beside)
		return false;
	return kind == SR_SPEECH_IS_DENY || kind == SR_SPEECH_IS_DISPUTE ||
	       i < verb ||
	       (i == beside &&
		sr_child(&r->tree, verb, SR_REL_CCOMP) < verb);
}

/* "The rebels denied a UN report that": whoever denies it speaks; else it. */
static uint32_t denier_of(const struct sr_reading *r, uint32_t report,
			  uint32_t *verb)
{
	uint32_t up = r->tree.token[report].head;
	uint32_t who = SR_NONE;

	if (r->tree.token[report].deprel == SR_REL_OBJ && up < report &&
	    sr_speech_kind(r, up) == SR_SPEECH_IS_DENY)
		who = sr_speaker_at(r, up);
	if (who == SR_NONE)
		return report;
	*verb = up;
	return who;
}

static uint32_t speaker_in_sentence(const struct sr_reading *r, uint32_t trigger,
                                    uint32_t *verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = trigger, beside = SR_NONE;

	for (unsigned n = 0; n < 24; n++) {
		uint32_t who = sr_source_under(r, i), head = t->token[i].head;
		*verb = SR_NONE;
		uint32_t own = who == SR_NONE ? verb_before_that(r, i) : SR_NONE;
		if (own != SR_NONE && own != head) {
			*verb = own;
			return sr_speaker_at(r, own);
		}
		if (is_circumstance(r, i))
			beside = i;
		if (who == SR_NONE)
			who = aside_under(r, i, trigger);
		if (who != SR_NONE)
			return who;
		if (head == i)
			return SR_NONE;
		/* "said this week they had": the parser hangs it on the week */
		if (t->token[i].deprel == SR_REL_ACL_RELCL &&
		    t->token[head].time != SR_NONE &&
		    sr_speech_kind(r, t->token[head].head) == SR_SPEECH_IS_SAY) {
			head = t->token[head].head;
			*verb = head;
			return sr_speaker_at(r, head);
		}
		/* "Kyiv's estimates that", "UN figures suggesting" */
		if (t->token[i].deprel == SR_REL_ACL &&
		    (r->classes[head] & SR_CLASS_VOICE) && is_owned(r, head, i))
			return denier_of(r, head, verb);
		if (beside != SR_NONE && is_left_out(r, i, beside))
			return SR_NONE;
		if (told_by(r, i, head) && !is_next_item(r, head, trigger)) {
			who = sr_speaker_at(r, head);
			*verb = head;
			if (who != SR_NONE && who != i)
				return who;
		}
		if (is_gloss(r, i) && !is_said_last(r, i))
			return SR_NONE;
		i = head;
	}
	return SR_NONE;
}

/* Headlines name who says so at an end: "Ministry: nine soldiers killed",
 * "Nine soldiers killed - monitor". */
#define LONGEST_NAME 6

static bool is_break(const struct sr_reading *r, uint32_t i)
{
	static const char *const MARK[] = { ":", "-", "–", "—", "|", "," };
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	/* "a check-post" */
	if (sr_str_is(s, "-") && i > 0 &&
	    r->tree.token[i - 1].at.to == r->tree.token[i].at.from)
		return false;
	for (size_t k = 0; k < SR_LEN(MARK); k++)
		if (sr_str_is(s, MARK[k]))
			return r->tree.token[i].upos == SR_UPOS_PUNCT;
	return false;
}

/* The one noun that [from, to) is, where it is a body, a person or a voice
 * and no land, and at an end of its own people or an army too ("…: governor");
 * SR_NONE. */
static uint32_t name_alone(const struct sr_reading *r, uint32_t from,
                           uint32_t to, bool end)
{
	const struct sr_tree *t = &r->tree;
	uint32_t who = SR_NONE;

	if (to <= from || to - from > LONGEST_NAME)
		return SR_NONE;
	for (uint32_t i = from; i < to; i++) {
		if (sr_is_verb(t, i) || t->token[i].upos == SR_UPOS_PUNCT ||
		    t->token[i].upos == SR_UPOS_NUM)
			return SR_NONE;
		end = end && (t->token[i].upos != SR_UPOS_ADP ||
			      t->token[i].lower == r->word.of);
		uint32_t head = t->token[i].head;
		if (head < from || head >= to || head == i)
			who = i;
	}
	if (!sr_may_speak(r, who) ||
	    (!end && (r->classes[who] & SR_CLASS_CIV)))
		return SR_NONE;
	uint32_t p = t->token[who].party;
	if ((r->classes[who] & SR_CLASS_VOICE) ||
	    (end && (r->classes[who] & (SR_CLASS_PEOPLE | SR_CLASS_FORCE))))
		return who;
	if (p == SR_NONE || r->doc->parties.items[p].m.head != who)
		return SR_NONE;
	switch ((enum sr_party_kind)r->doc->parties.items[p].kind) {
	case SR_PARTY_KIND_INSTITUTION:
	case SR_PARTY_KIND_MEDIA:
	case SR_PARTY_KIND_OFFICIAL:
	case SR_PARTY_KIND_PERSON:
		return who;
	case SR_PARTY_KIND_CIVILIANS:
	case SR_PARTY_KIND_FORCE:
	case SR_PARTY_KIND_GROUP:
	case SR_PARTY_KIND_PEOPLE:
	case SR_PARTY_KIND_STATE:
	case SR_PARTY_KIND_UNIT:
		break;
	}
	return SR_NONE;
}

static uint32_t source_of_headline(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_doc *d = r->doc;
	const struct sr_sentence *s =
	        &d->sentences.items[r->tree.token[trigger].sentence];
	uint32_t who = SR_NONE;

	if (!sr_in_headline(r, trigger))
		return SR_NONE;
	/* not the first of a list: "Guards, gas: soldiers held" */
	for (uint32_t i = s->from; i < trigger && who == SR_NONE; i++)
		if (is_break(r, i) && r->tree.token[i].xpos != SR_XPOS_COMMA)
			who = name_alone(r, s->from, i, false);
	for (uint32_t i = s->to; i-- > trigger && who == SR_NONE;)
		if (is_break(r, i))
			who = name_alone(r, i + 1, s->to,
					 r->tree.token[i].xpos != SR_XPOS_COMMA);
	return who;
}

/* "..., state media report.": the tree may take the verb for a noun. */
static uint32_t source_at_end(const struct sr_reading *r, uint32_t trigger)
{
	const struct sr_tree *t = &r->tree;
	const struct sr_sentence *s =
		&r->doc->sentences.items[t->token[trigger].sentence];
	uint32_t last = s->to;

	while (last > trigger + 2 && t->token[last - 1].upos == SR_UPOS_PUNCT)
		last--;
	last--;
	if (last <= trigger + 1 || sr_speech_kind(r, last) != SR_SPEECH_IS_SAY ||
	    !sr_is_noun(t, last))
		return SR_NONE;
	for (uint32_t i = last; i > trigger + 1 && last - i < LONGEST_NAME; i--)
		if (t->token[i - 1].xpos == SR_XPOS_COMMA)
			return name_alone(r, i, last, false);
	return SR_NONE;
}

uint32_t sr_speaker_of(const struct sr_reading *r, uint32_t trigger,
                       uint32_t *verb)
{
	uint32_t q = r->quote[trigger];

	uint32_t who = speaker_in_sentence(r, trigger, verb);

	/* '"In the east, the minister said, rebels fled," the paper wrote':
	 * whose words the words quoted say they are */
	if (q && r->doc->quotes.items[q - 1].speaker != SR_NONE &&
	    (who == SR_NONE || *verb == SR_NONE || r->quote[*verb] != q ||
	     r->tree.token[who].upos == SR_UPOS_PRON)) {
		*verb = SR_NONE;
		return r->doc->quotes.items[q - 1].speaker;
	}
	/* "negotiators proposed": the word is theirs */
	if (who == SR_NONE && sr_speech_kind(r, trigger) == SR_SPEECH_IS_SAY)
		who = sr_speaker_at(r, trigger);
	if (who == SR_NONE && !q)
		who = sr_source_in_sentence(r, trigger);
	if (who == SR_NONE && !q)
		who = source_at_end(r, trigger);
	return who != SR_NONE || q ? who : source_of_headline(r, trigger);
}
