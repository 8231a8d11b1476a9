/* Who speaks by one verb of saying: its subject where the tree has one that
 * can speak; else the noun that stands before it or behind the quotation, the
 * tree being least sure of such sentences; for a pronoun with nobody behind
 * it, whoever said something last. */
#include "base/str.h"
#include "extract/cue.h"
#include "extract/extract_internal.h"

int sr_speech_kind(const struct sr_reading *r, uint32_t i)
{
	return r->speech[i] ? sr_kit_value(r->kit, SR_TABLE_SPEECH,
	                                   r->speech[i] - 1u, SR_SPEECH_KIND)
	                    : -1;
}

bool sr_in_headline(const struct sr_reading *r, uint32_t i)
{
	const struct sr_doc *d = r->doc;
	uint32_t sentence = r->tree.token[i].sentence;
	unsigned kind =
		d->blocks.items[d->sentences.items[sentence].block].kind;

	return kind == SR_BLOCK_TITLE || kind == SR_BLOCK_HEADING;
}

/* "The Dhaka Independent": an adjective to the tagger, but the end of a name. */
static bool ends_name(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = r->tree.token;

	return t[i].upos == SR_UPOS_ADJ && i > 0 &&
	       (t[i].flags & t[i - 1].flags & SR_TOK_CAPITAL) &&
	       t[i - 1].head == i && t[i - 1].upos == SR_UPOS_PROPN &&
	       sr_is_subject(&r->tree, i) && !sr_in_headline(r, i);
}

/* Can that noun speak? A body, a person, a page; not a thing or a place. */
bool sr_may_speak(const struct sr_reading *r, uint32_t i)
{
	if (i == SR_NONE || (!sr_is_noun(&r->tree, i) && !ends_name(r, i)))
		return false;
	if (r->classes[i] & (SR_CLASS_PEOPLE | SR_CLASS_VOICE | SR_CLASS_FORCE))
		return true;
	uint32_t p = r->tree.token[i].party;
	if (p != SR_NONE && r->doc->parties.items[p].m.head == i)
		return true;
	/* "the Darfur Initiative for Justice": a name, whatever its tag */
	unsigned f = r->tree.token[i].flags;
	bool name = r->tree.token[i].upos == SR_UPOS_PROPN ||
		    ends_name(r, i) ||
		    (f & SR_TOK_ALLCAPS) ||
		    ((f & (SR_TOK_CAPITAL | SR_TOK_FIRST)) == SR_TOK_CAPITAL &&
		     !sr_in_headline(r, i));
	return name &&
	       !(r->classes[i] & (SR_CLASS_EQUIP | SR_CLASS_EVENT |
	                          SR_CLASS_PLACE));
}

/* "According to preliminary data": what nobody is named for says nothing
 * itself. */
bool sr_is_nobodys_data(const struct sr_reading *r, uint32_t who)
{
	const struct sr_tree *t = &r->tree;

	if (t->token[who].upos != SR_UPOS_NOUN ||
	    sr_party_of(r, who).party != SR_NONE)
		return false;
	uint32_t like = sr_child(t, who, SR_REL_AMOD);
	return (r->classes[who] & SR_CLASS_VOICE) &&
	       !(r->classes[who] & SR_CLASS_PEOPLE) && like != SR_NONE &&
	       sr_cue_kind(r, r->cue_with[like]) == SR_CUE_IS_PLAIN;
}

/* "The team said it was horrified by reports of raids", "we know of reports of
 * wounded," he said: the team's, his. */
uint32_t sr_above_reports(const struct sr_reading *r, uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t up = who, above;

	if (t->token[who].xpos != SR_XPOS_NNS ||
	    !r->telling[who] || sr_is_subject(t, who) ||
	    sr_party_of(r, who).party != SR_NONE)
		return who;
	for (unsigned n = 0; n < 8 && t->token[up].head != up; n++) {
		up = t->token[up].head;
		if (sr_speech_kind(r, up) != SR_SPEECH_IS_SAY)
			continue;
		above = sr_speaker_at(r, up);
		if (above != SR_NONE && above != who)
			return above;
	}
	if (r->quote[who] == 0)
		return who;
	above = r->doc->quotes.items[r->quote[who] - 1].speaker;
	return above != SR_NONE ? above : who;
}

static bool is_day(const struct sr_token *t)
{
	return t->time != SR_NONE && t->party == SR_NONE;
}

/* Is that a word that a verb and its subject may have between them: "later",
 * "on Monday"? */
static bool between_them(const struct sr_reading *r, uint32_t i)
{
	const struct sr_token *t = &r->tree.token[i];
	unsigned u = t->upos;

	return u == SR_UPOS_ADV || u == SR_UPOS_AUX || u == SR_UPOS_PART ||
	       is_day(t) || (u == SR_UPOS_ADP && is_day(t + 1));
}

static bool is_comma(const struct sr_reading *r, uint32_t i)
{
	struct sr_str s = sr_doc_text(r->doc, r->tree.token[i].at);

	return s.n == 1 && s.s[0] == ',';
}

/* How long an apposition may be: "X, a spokesman for the Y of Z, said". */
#define LONGEST_APPOSITION 14
#define LONGEST_OFFICE 6 /* words with capitals in front of a name */

/* The noun that ends at token i, or that its name begins with. */
static uint32_t noun_ending_at(const struct sr_reading *r, uint32_t i)
{
	const struct sr_tree *t = &r->tree;

	for (unsigned n = 0; n < 4 && t->token[i].deprel == SR_REL_FLAT &&
	                     t->token[i].head < i;
	     n++)
		i = t->token[i].head;
	/* "the Khortytsia group of troops": the group */
	uint32_t whole = t->token[i].head;
	if (t->token[i].deprel == SR_REL_NMOD && whole + 2 == i &&
	    t->token[i - 1].lower == r->word.of &&
	    t->token[i].xpos == SR_XPOS_NNS && sr_may_speak(r, whole))
		return whole;
	return sr_may_speak(r, i) ? i : SR_NONE;
}

/* "...," Ann Roe, the mayor, who had fled, told: the noun right behind the
 * quotation that stands between `from` and `to`. */
static uint32_t speaker_behind_mark(const struct sr_reading *r, uint32_t from,
                                    uint32_t to)
{
	const struct sr_tree *t = &r->tree;
	uint32_t i = to, k;

	while (i > from && !sr_is_mark(sr_doc_text(r->doc, t->token[i - 1].at), &k))
		i--;
	if (i == from)
		return SR_NONE;
	for (uint32_t end = i + 6; i < to && i < end; i++) {
		if (sr_is_verb(t, i) || t->token[i].upos == SR_UPOS_PUNCT)
			return SR_NONE;
		if (sr_may_speak(r, i) && t->token[i].deprel != SR_REL_COMPOUND)
			return i;
	}
	return SR_NONE;
}

/* Words with capitals and nothing else, behind an office that has none. */
static bool is_name(const struct sr_reading *r, uint32_t from, uint32_t to)
{
	const struct sr_token *t = r->tree.token;

	if (from < 2 || (t[from - 2].flags & SR_TOK_CAPITAL))
		return false;
	for (uint32_t i = from; i < to; i++)
		if (!(t[i].flags & SR_TOK_CAPITAL) ||
		    t[i].upos == SR_UPOS_PUNCT)
			return false;
	return to > from + 1;
}

/* Where the tree has no speaker for a verb of saying: the noun right before
 * it, or before the apposition that stands between commas. */
static uint32_t speaker_before(const struct sr_reading *r, uint32_t verb)
{
	uint32_t from = r->doc->sentences.items[r->tree.token[verb].sentence]
	                        .from;
	uint32_t i = verb, who;

	while (i > from && between_them(r, i - 1))
		i--;
	if (i == from)
		return SR_NONE;
	if (!is_comma(r, --i))
		return noun_ending_at(r, i);
	if (i == from)
		return SR_NONE;
	if ((who = speaker_behind_mark(r, from, i)) != SR_NONE)
		return who;
	for (uint32_t k = i - 1; k > from && i - k < LONGEST_APPOSITION; k--) {
		if (r->tree.token[k].xpos == SR_XPOS_VBD)
			break;
		if (!is_comma(r, k))
			continue;
		/* "the deputy chief of the staff, Jean Bosco, said" */
		bool place = r->tree.token[k - 1].place != SR_NONE;
		who = place || is_name(r, k + 1, i)
			      ? SR_NONE
			      : noun_ending_at(r, k - 1);
		return who != SR_NONE ? who : noun_ending_at(r, i - 1);
	}
	return SR_NONE;
}

/* Is that verb of saying finite, with nothing but its subject amiss? */
static bool lacks_speaker(const struct sr_reading *r, uint32_t verb)
{
	unsigned x = r->tree.token[verb].xpos;

	/* "..., told the paper": a participle to the parser, but nothing
	 * makes it passive */
	if (x == SR_XPOS_VBN &&
	    (sr_child(&r->tree, verb, SR_REL_AUX) != SR_NONE ||
	     r->tree.token[verb].head != verb))
		return false;
	return (x == SR_XPOS_VBD || x == SR_XPOS_VBZ || x == SR_XPOS_VBP ||
	        x == SR_XPOS_VBN) &&
	       sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY &&
	       !sr_is_passive(&r->tree, verb);
}

/* How many sentences back "he said" may go. */
#define SENTENCES_BACK 3

/* Is it "he" or "she" who says that, and the one found an outlet? "The governor
 * announced this, Reuters reports. "...", he said": the governor. */
static bool is_outlet_for_him(const struct sr_reading *r, uint32_t verb,
			      uint32_t who)
{
	uint32_t he = sr_subject(&r->tree, verb), p = r->tree.token[who].party;

	return he != SR_NONE && p != SR_NONE &&
	       (r->tree.token[he].lower == r->word.he ||
		r->tree.token[he].lower == r->word.she) &&
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_MEDIA;
}

/* "It said", "he added", with nobody found for the pronoun: whoever said
 * something last. */
static uint32_t speaker_again(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;

	for (uint32_t i = verb; i-- > 0;) {
		if (t[i].sentence + SENTENCES_BACK < t[verb].sentence)
			return SR_NONE;
		/* whose words stand in marks since */
		if (r->quote && r->quote[i] && !r->quote[verb] &&
		    t[i].sentence != t[verb].sentence) {
			uint32_t q = r->quote[i] - 1;
			uint32_t by = r->doc->quotes.items[q].speaker;
			if (by != SR_NONE && !is_outlet_for_him(r, verb, by))
				return by;
		}
		if (t[i].sentence == t[verb].sentence ||
		    sr_speech_kind(r, i) != SR_SPEECH_IS_SAY)
			continue;
		uint32_t who = sr_speaker_at(r, i);
		if (who != SR_NONE && !is_outlet_for_him(r, verb, who))
			return who;
	}
	return SR_NONE;
}

/* The body that the sentence before is about. */
static uint32_t subject_before(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_token *t = r->tree.token;
	const struct sr_sentence *s =
		&r->doc->sentences.items[t[verb].sentence];

	if (t[verb].sentence == 0 || s[-1].block != s->block)
		return SR_NONE;
	for (uint32_t i = s[-1].from; i < s[-1].to; i++)
		if (sr_is_subject(&r->tree, i) && t[t[i].head].head == t[i].head)
			return sr_may_speak(r, i) &&
					       !(r->classes[i] & SR_CLASS_PEOPLE)
				       ? i
				       : SR_NONE;
	return SR_NONE;
}

static bool mark_between(const struct sr_reading *r, uint32_t from, uint32_t to)
{
	uint32_t k;

	for (; from < to; from++)
		if (sr_is_mark(sr_doc_text(r->doc, r->tree.token[from].at), &k))
			return true;
	return false;
}

/* The subject of a verb of saying that stands on its own side of the
 * quotation marks: the parser may take what is quoted for another. */
static uint32_t subject_outside(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t best = SR_NONE;
	bool quoted = false;

	SR_CHILDREN(t, verb, c) {
		if (c > verb || !sr_is_subject(t, c))
			continue;
		if (mark_between(r, c, verb))
			quoted = true;
		else
			best = c;
	}
	if (quoted && best == SR_NONE)
		best = speaker_before(r, verb);
	return quoted ? best : SR_NONE;
}

static bool is_person(const struct sr_reading *r, uint32_t i)
{
	uint32_t p = r->tree.token[i].party;

	if (p == SR_NONE || r->doc->parties.items[p].m.head != i)
		return false;
	return r->doc->parties.items[p].kind == SR_PARTY_KIND_PERSON ||
	       r->doc->parties.items[p].kind == SR_PARTY_KIND_OFFICIAL;
}

/* "The ministry said in a statement. ... The statement noted", "released an update.
 * The update read": whoever made it known, some sentences before; SR_NONE. */
static uint32_t author_before(const struct sr_reading *r, uint32_t who)
{
	const struct sr_token *t = r->tree.token;
	uint32_t det = sr_child(&r->tree, who, SR_REL_DET), i = who;

	if (det == SR_NONE || t[det].lower != r->word.the)
		return SR_NONE;
	while (i-- > 0 && t[i].sentence + SENTENCES_BACK >= t[who].sentence) {
		if (t[i].lemma != t[who].lemma || t[i].sentence == t[who].sentence)
			continue;
		uint32_t verb = t[i].head;
		if (!sr_is_verb(&r->tree, verb))
			continue;
		uint32_t by = sr_speech_kind(r, verb) == SR_SPEECH_IS_SAY
				      ? sr_speaker_at(r, verb)
				      : sr_agent(&r->tree, verb);
		if (sr_may_speak(r, by))
			return by;
	}
	return SR_NONE;
}

/* "A statement from the rebels said": they did. */
static uint32_t author_of(const struct sr_reading *r, uint32_t who)
{
	const struct sr_tree *t = &r->tree;

	if (r->classes[who] & SR_CLASS_PEOPLE)
		return who;
	if (sr_telling_kind(r, who) < 0) {
		uint32_t by = r->tree.token[who].party == SR_NONE &&
					      (r->classes[who] & SR_CLASS_VOICE)
				      ? author_before(r, who)
				      : SR_NONE;
		return by != SR_NONE ? by : who;
	}
	SR_CHILDREN(t, who, c)
		if (sr_rel_is(t, c, SR_REL_NMOD) && sr_may_speak(r, c) &&
		    (sr_case_of(t, c) == r->word.from ||
		     sr_case_of(t, c) == r->word.by))
			return c;
	/* "a statement circulated by their supporters"; not "seen by Reuters" */
	uint32_t by = sr_child(t, who, SR_REL_ACL);
	by = by == SR_NONE || r->cue_over[by]
		     ? SR_NONE
		     : sr_child(t, by, SR_REL_OBL_AGENT);
	if (by != SR_NONE && sr_may_speak(r, by))
		return by;
	by = author_before(r, who);
	return by != SR_NONE ? by : who;
}

/* "Elder and lawyer Ali Sabiu said": one man of two offices. */
static uint32_t of_two_offices(const struct sr_reading *r, uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t name = sr_child(t, who, SR_REL_CONJ);

	return name != SR_NONE && t->token[who].xpos == SR_XPOS_NN &&
			       t->token[name].upos == SR_UPOS_PROPN &&
			       sr_child(t, name, SR_REL_NMOD_DESC) != SR_NONE &&
			       sr_child(t, who, SR_REL_DET) == SR_NONE
		       ? name
		       : who;
}

/* "Union Home Minister Amit Shah said": the parser may make two subjects of an
 * office and the name behind it. */
static uint32_t last_of_name(const struct sr_reading *r, uint32_t verb,
			     uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t end = who + LONGEST_OFFICE;

	if (!(t->token[who].flags & SR_TOK_CAPITAL))
		return of_two_offices(r, who);
	for (uint32_t k = who + 1; k < verb && k < end; k++) {
		if (!(t->token[k].flags & SR_TOK_CAPITAL))
			return who;
		if (t->token[k].head == verb && sr_is_subject(t, k))
			return k;
	}
	return who;
}

/* "Clashes erupt in Goma, dozens of deaths reported": what a claim tells of
 * tells none, where the verb ends it all. */
static bool is_reported(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t next = verb + 1, what = verb - 1;

	return verb > 0 && t->token[verb].lower != t->token[verb].lemma &&
	       t->token[what].xpos == SR_XPOS_NNS &&
	       !(r->classes[what] & (SR_CLASS_FORCE | SR_CLASS_VOICE)) &&
	       (sr_is_trigger(r->kit, t->token[what].lemma) ||
		sr_is_trigger(r->kit, t->token[what].lower)) &&
	       (next >= t->ntoken || t->token[next].upos == SR_UPOS_PUNCT ||
		t->token[next].sentence != t->token[verb].sentence);
}

/* "Nine people reported killed in Goma": they report nothing. */
static bool is_said_of(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	uint32_t fate = sr_child(t, verb, SR_REL_XCOMP);

	if (is_reported(r, verb))
		return true;
	return fate == verb + 1 && sr_child(t, verb, SR_REL_OBJ) == SR_NONE &&
	       (t->token[fate].xpos == SR_XPOS_VBN ||
		t->token[fate].upos == SR_UPOS_ADJ) &&
	       sr_child(t, verb, SR_REL_AUX_PASS) == SR_NONE;
}

/* "Two were among the 31 people killed, the mayor said", with two subjects to
 * the saying: the one behind the comma. */
static uint32_t last_subject(const struct sr_reading *r, uint32_t verb,
			     uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	const uint32_t counted = SR_CLASS_CIV | SR_CLASS_NUMBER;
	uint32_t last = who, told = sr_child(t, verb, SR_REL_CCOMP);

	SR_CHILDREN(t, verb, c)
		if (c > who && c < verb && t->token[c].deprel == SR_REL_NSUBJ &&
		    t->from[c] > 0 &&
		    t->token[t->from[c] - 1].xpos == SR_XPOS_COMMA)
			last = c;
	/* "a colonel was among the dead, the mayor said" */
	bool between = told != SR_NONE && told > who && told < last &&
		       sr_child(t, told, SR_REL_NSUBJ) == SR_NONE;
	return (r->classes[who] & counted) ||
			       t->token[who].time != SR_NONE || between
		       ? last
		       : who;
}

/* '"They fled," read the statement': an object to the parser. */
static uint32_t read_out(const struct sr_reading *r, uint32_t verb)
{
	uint32_t what = sr_object(&r->tree, verb), kind;

	if (verb == 0 || what == SR_NONE || what <= verb ||
	    what > verb + LONGEST_OFFICE ||
	    sr_speech_kind(r, verb) != SR_SPEECH_IS_WEAK ||
	    !(sr_telling_kind(r, what) >= 0 ||
	      (r->classes[what] & SR_CLASS_VOICE)))
		return SR_NONE;
	return sr_is_mark(sr_doc_text(r->doc, r->tree.token[verb - 1].at), &kind)
		       ? what
		       : SR_NONE;
}

/* Is the pronoun the one who does what is told? */
static bool is_of_told(const struct sr_reading *r, uint32_t who, uint32_t told)
{
	uint32_t doer = told == SR_NONE ? SR_NONE : sr_subject(&r->tree, told);
	uint32_t p = r->tree.token[who].party;

	if (doer == SR_NONE || p == SR_NONE)
		return false;
	uint32_t q = sr_party_of(r, doer).party;
	return q != SR_NONE && r->doc->parties.items[p].kind == SR_PARTY_KIND_GROUP &&
	       sr_str_equal(r->doc->parties.items[p].name,
			    r->doc->parties.items[q].name);
}

/* "The media centre of the rebels said ... The centre said that": a noun for a
 * house, that says so in so many words. */
static bool is_body_again(const struct sr_reading *r, uint32_t verb,
			  uint32_t who)
{
	const struct sr_tree *t = &r->tree;
	uint32_t told = sr_child(t, verb, SR_REL_CCOMP);

	return who != SR_NONE && who < verb && told != SR_NONE && told > verb &&
	       t->token[who].upos == SR_UPOS_NOUN && lacks_speaker(r, verb) &&
	       (r->classes[who] & (SR_CLASS_SITE | SR_CLASS_GROUND)) &&
	       sr_child(t, who, SR_REL_DET) != SR_NONE;
}

/* The speaker that a verb of saying names; SR_NONE. */
uint32_t sr_speaker_at(const struct sr_reading *r, uint32_t verb)
{
	const struct sr_tree *t = &r->tree;
	int kind = sr_speech_kind(r, verb);

	if (kind < 0 || !sr_is_verb(t, verb) || is_said_of(r, verb))
		return SR_NONE;
	uint32_t who = subject_outside(r, verb), head = t->token[verb].head;
	/* "quoted officials as saying" */
	if (t->token[verb].xpos == SR_XPOS_VBG &&
	    sr_speech_kind(r, head) == SR_SPEECH_IS_QUOTE)
		return sr_speaker_at(r, head);
	uint32_t said = sr_said_before(r, verb);
	if (said != SR_NONE)
		return sr_speaker_at(r, said);
	if (who == SR_NONE || sr_is_passive(t, verb))
		who = kind == SR_SPEECH_IS_QUOTE ? sr_patient(t, verb) : sr_agent(t, verb);
	if (who != SR_NONE && who < verb && sr_is_subject(t, who))
		who = last_subject(r, verb, who);
	if (who != SR_NONE)
		who = sr_meant(r, last_of_name(r, verb, who));
	/* "we warn them", in the publisher's own words */
	if (who != SR_NONE && t->token[who].lemma == r->word.we &&
	    !r->quote[verb])
		return SR_NONE;
	/* "..., it said": not what is spoken of */
	uint32_t told = sr_child(t, verb, SR_REL_CCOMP);
	if (who == SR_NONE && told != SR_NONE && told > verb &&
	    lacks_speaker(r, verb))
		SR_CHILDREN(t, told, c)
			if (c < verb && sr_is_subject(t, c))
				who = c;
	if (who != SR_NONE && t->token[who].upos == SR_UPOS_PRON && who > 0 &&
	    (told == SR_NONE || told < verb) &&
	    t->token[who - 1].upos == SR_UPOS_PUNCT && !is_person(r, who)) {
		uint32_t again = speaker_again(r, verb);
		bool near = again != SR_NONE &&
			    t->token[again].sentence + 1 >= t->token[verb].sentence;
		/* "The group downed a jet, it said": who speaks is the group */
		if (!near && is_of_told(r, who, told))
			return who;
		if (again != SR_NONE)
			return again;
	}
	if (who == SR_NONE)
		who = read_out(r, verb);
	if (sr_may_speak(r, who))
		return author_of(r, who);
	if (is_body_again(r, verb, who))
		return author_before(r, who) != SR_NONE ? author_before(r, who)
							: who;
	if (who != SR_NONE && t->token[who].upos == SR_UPOS_PRON &&
	    lacks_speaker(r, verb))
		return speaker_again(r, verb);
	if (!lacks_speaker(r, verb))
		return SR_NONE;
	/* "It assessed that": nobody's subject to the parser */
	return who == SR_NONE && verb > 0 &&
			       t->token[verb - 1].xpos == SR_XPOS_PRP
		       ? subject_before(r, verb)
		       : speaker_before(r, verb);
}
