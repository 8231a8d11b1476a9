/* What the files of the parties share: one doc being read for who acts,
 * suffers and speaks. The order is party.c's: facts of the tables, noun
 * phrases, names, the war it is about, units, persons, common nouns, and last
 * what refers back. */
#ifndef SR_RESOLVE_PARTY_INTERNAL_H
#define SR_RESOLVE_PARTY_INTERNAL_H

#include "annotate/walk.h"
#include "base/err.h"
#include "kit/kit.h"
#include "ontology.h"

/* What a phrase of data/actors says of the tokens it covers. Names first, the
 * stronger of two that cover the same tokens before the weaker. */
enum sr_fact_kind {
	SR_FACT_LEADER,
	SR_FACT_GROUP,
	SR_FACT_FORMATION,
	SR_FACT_INSTITUTION,
	SR_FACT_SEAT,
	SR_FACT_STATE,
	SR_FACT_CAPITAL,
	SR_FACT_ADJECTIVE,
	SR_FACT_PEOPLE, /* of a state: "Russians" */
	SR_FACT_SURNAME,
	SR_FACT_NAMES,		      /* those above are names */
	SR_FACT_NOUN = SR_FACT_NAMES, /* people.tsv */
	SR_FACT_BODY,
	SR_FACT_POST,
	SR_FACT_ECHELON,
	SR_FACT_BRANCH,
	SR_FACT_RANK,
	SR_FACT_ORDINAL,
	SR_FACT_RELATION,
	SR_FACT_VERB,
	SR_FACT_PRONOUN,
	SR_FACT_LINK,
	SR_FACT_GIVEN,	/* given.tsv */
	SR_FACT_ETHNIC, /* peoples.tsv */
	SR_FACT_THING,	/* lexicon/things.tsv */
	SR_FACT_COUNT,
};

struct sr_fact {
	uint32_t from, to, row; /* tokens */
	uint8_t kind;
};

/* In the order of SR_PEOPLE_WORDS. */
enum sr_people {
	SR_PEOPLE_FORCE,
	SR_PEOPLE_FIGHTER,
	SR_PEOPLE_REBEL,
	SR_PEOPLE_SEPARATIST,
	SR_PEOPLE_MILITANT,
	SR_PEOPLE_MILITIA,
	SR_PEOPLE_LOYAL,
	SR_PEOPLE_ENEMY,
	SR_PEOPLE_OCCUPIER,
	SR_PEOPLE_DEFENDER,
	SR_PEOPLE_LIBERATOR,
	SR_PEOPLE_PROXY,
	SR_PEOPLE_PRISONER,
	SR_PEOPLE_CIVILIAN,
	SR_PEOPLE_PERSON,
	SR_PEOPLE_OFFICIAL,
	SR_PEOPLE_POLICE,
	SR_PEOPLE_SOURCE,
	SR_PEOPLE_MEDIC,
	SR_PEOPLE_AID,
	SR_PEOPLE_PRESS,
	SR_PEOPLE_NATION,
	SR_PEOPLE_SIDES,
	SR_PEOPLE_BAND,
	SR_PEOPLE_COALITION,
	SR_PEOPLE_ATTACKER,
	SR_PEOPLE_GUERRILLA,
	SR_PEOPLE_BLOC,
};

/* In the order of SR_BODY_WORDS. */
enum sr_body {
	SR_BODY_STATE,
	SR_BODY_PUBLIC,
	SR_BODY_UN,
	SR_BODY_MEDIA,
	SR_BODY_STATE_MEDIA,
	SR_BODY_FIRM,
	SR_BODY_OPPOSITION,
	SR_BODY_MISSION,
	SR_BODY_PRESS,
};

/* In the order of SR_POST_WORDS. */
enum sr_post {
	SR_POST_HEAD,
	SR_POST_MINISTER,
	SR_POST_GOVERNOR,
	SR_POST_COMMANDER,
	SR_POST_SPOKESMAN,
	SR_POST_ADVISER,
	SR_POST_ENVOY,
	SR_POST_CHIEF,
	SR_POST_LAWMAKER,
	SR_POST_ROYAL,
	SR_POST_CLERIC,
	SR_POST_OFFICIAL,
	SR_POST_OFFICER,
	SR_POST_EXPERT,
	SR_POST_ACTIVIST,
	SR_POST_MEDIC,
	SR_POST_JOURNALIST,
	SR_POST_PLAIN,
};

enum sr_relation {
	SR_RELATION_PATRON,
	SR_RELATION_LEADER,
	SR_RELATION_HOLDER,
	SR_RELATION_AGAINST,
	SR_RELATION_STYLE,
	SR_RELATION_PLACED,
	SR_RELATION_NONE,
};

/* In the order of SR_VERB_WORDS. */
enum sr_verb {
	SR_VERB_SAY = 1,
	SR_VERB_ACT = 2,
	SR_VERB_OWN = 4,
	SR_VERB_HARM = 8,
	SR_VERB_ADDRESS = 16,
	SR_VERB_LIE = 32,
};

/* In the order of SR_LINK_WORDS. */
enum sr_link {
	SR_LINK_OWNER = 1,
	SR_LINK_EMPLOYER = 2,
	SR_LINK_PATRON = 4,
	SR_LINK_INSIDE = 8,
	SR_LINK_PARTNER = 16,
	SR_LINK_DEFINITE = 32,
	SR_LINK_PARTICLE = 64,
	SR_LINK_ALIAS = 128,
};

/* A noun phrase without what follows its noun: "the Russian army", and in it
 * "Russia's" of "Russia's army". Tokens [from, to); `possessor` is the phrase
 * in front of the 's, from which it then begins; SR_NONE. */
struct sr_phrase_np {
	uint32_t from, to, noun, possessor;
	uint32_t own; /* first token behind the possessor and its 's */
};

/* A party while it is being worked out. */
struct sr_draft {
	struct sr_party p;
	uint32_t np;	  /* its noun phrase, SR_NONE */
	uint32_t post;	  /* row of posts.tsv, SR_NONE */
	uint8_t fact;	  /* enum sr_fact_kind that made it */
	uint8_t class;	  /* of its noun: enum sr_people, sr_body, sr_post */
	bool definite;	  /* "the", "this" */
	bool named;	  /* has a name of its own */
	bool army;	  /* bare, the state's: people.tsv */
	bool many;	  /* one noun for many: "army", "militia" */
	bool alone;	  /* common noun with nothing that says whose */
	uint32_t surname; /* symbol of a person's last name, 0 */
	uint32_t first;	  /* token where a person's name begins, SR_NONE */
	/* of units */
	uint32_t echelon; /* row, SR_NONE */
	uint32_t parent;  /* the noun of what it is of, SR_NONE */
	uint32_t own_from, own_to; /* the words of its own, size included */
};

#define SR_MAX_SIDES 8
struct sr_side_count {
	struct sr_str side;
	uint32_t n;
};

/* Rows of the tables whose ids are codes of countries, by those: what follows
 * from the kit alone, for as long as the doc has read with it. Kept plus two, 1
 * for no row, 0: not looked up. */
struct sr_party_kept {
	uint32_t state[26 * 26], group[26 * 26];
};

struct sr_muster {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	const struct sr_token *token;
	uint32_t ntoken;
	struct sr_tree tree;
	SR_LIST(struct sr_fact) facts; /* by first token, longer first */
	uint32_t *first; /* first fact at or behind each token; ntoken + 1 */
	uint32_t *begins, *ends; /* kinds of a token's facts: 1 << kind */
	uint32_t *name;	 /* the fact of a name that covers a token, SR_NONE */
	uint32_t *noun;	 /* fact of people, bodies or posts that ends at it */
	uint8_t *verb;	 /* enum sr_verb bits */
	uint8_t *link;	 /* enum sr_link bits of a phrase that ends at it */
	uint32_t *np_of; /* noun phrase whose noun it is, SR_NONE */
	uint32_t *np_in; /* innermost noun phrase that it lies in, SR_NONE */
	SR_LIST(struct sr_phrase_np) nps;
	SR_LIST(struct sr_draft) drafts;
	bool *quoted;	    /* stands in quotation marks */
	uint32_t *draft_of; /* the draft whose head a token is, SR_NONE */
	/* what the report is about, see party_context.c */
	struct sr_side_count side[SR_MAX_SIDES];
	size_t nside;
	struct sr_side_count country[SR_MAX_SIDES]; /* where it happens */
	size_t ncountry;
	struct sr_days days;  /* that it tells of */
	bool dated;	      /* more than a guess */
	uint32_t conflict;    /* row of conflicts.tsv, SR_NONE */
	struct sr_str home;   /* its side of the government */
	struct sr_str foe;    /* who fights it in this report, empty */
	struct sr_str outlet; /* the side the publisher speaks for, empty */
	bool organ;	      /* and is: a ministry, a staff, a group */
	struct sr_party_kept *kept;
	struct sr_note *note; /* see sr_note_put */
	size_t nnote, note_room;
	bool failed; /* out of memory */
};

/* party_fact.c */

bool sr_muster_facts(struct sr_muster *m);

/* The longest fact of that kind that begins at token i; NULL. */
const struct sr_fact *sr_fact_from(const struct sr_muster *m, uint32_t i,
				   enum sr_fact_kind kind);

static inline const struct sr_fact *
sr_fact_at(const struct sr_muster *m, uint32_t i, enum sr_fact_kind kind)
{
	if (i >= m->ntoken || !(m->begins[i] >> kind & 1))
		return NULL;
	return sr_fact_from(m, i, kind);
}

/* The same that ends at token i, itself included. */
const struct sr_fact *sr_fact_to(const struct sr_muster *m, uint32_t i,
				 enum sr_fact_kind kind);

static inline const struct sr_fact *
sr_fact_ending(const struct sr_muster *m, uint32_t i, enum sr_fact_kind kind)
{
	return m->ends[i] >> kind & 1 ? sr_fact_to(m, i, kind) : NULL;
}

/* The name that covers a token; NULL. */
static inline const struct sr_fact *sr_name_at(const struct sr_muster *m,
					       uint32_t i)
{
	if (i >= m->ntoken || m->name[i] == SR_NONE)
		return NULL;
	return &m->facts.items[m->name[i]];
}

/* The side of a name's row, and its normal name ("-": the words). */
struct sr_str sr_fact_side(const struct sr_muster *m, const struct sr_fact *f);
struct sr_str sr_fact_name(const struct sr_muster *m, const struct sr_fact *f);
uint16_t sr_fact_table(const struct sr_fact *f);

/* party_phrase.c */

bool sr_muster_phrases(struct sr_muster *m);
bool sr_is_hyphen(const struct sr_muster *m, uint32_t i);

static inline bool sr_is_dash(const struct sr_muster *m, uint32_t i)
{
	return i < m->ntoken &&
	       (m->token[i].upos == SR_UPOS_PUNCT ||
		m->token[i].upos == SR_UPOS_SYM) &&
	       sr_is_hyphen(m, i);
}

/* The noun phrase that begins at token i or behind its determiner; NULL. */
const struct sr_phrase_np *sr_np_from(const struct sr_muster *m, uint32_t i);

/* party_context.c */

/* The days that the report tells of, for choosing among names and wars. */
void sr_muster_days(struct sr_muster *m);
void sr_muster_context(struct sr_muster *m);

/* 3a. Publishers (party_outlet.c). */

/* The side that the publisher speaks for, m->outlet and m->organ. */
void sr_muster_outlet(struct sr_muster *m);

enum sr_whose { SR_WHOSE_BODY, SR_WHOSE_GROUP, SR_WHOSE_STATE };

/* The side of the body whose name is among some words, of the first where
 * there are several; of groups and of states, too, where those will do. */
struct sr_str sr_side_in_words(const struct sr_muster *m, struct sr_str words,
			       enum sr_whose of);

/* What "rebels", "the occupiers" and the like mean in this report; empty. */
struct sr_str sr_side_of_class(const struct sr_muster *m, enum sr_people class);

/* The same in the war of another country, named by its side ("Syrian rebels");
 * false where the tables know no such war. */
bool sr_side_of_class_in(const struct sr_muster *m, struct sr_str country,
			 enum sr_people class, struct sr_str *side);

/* The side of a people's fighters in the report's war; empty. */
struct sr_str sr_side_of_people(const struct sr_muster *m, uint32_t i);

/* The side that fights that one in this report; empty if not plain. */
struct sr_str sr_side_against(const struct sr_muster *m, struct sr_str side);

/* Is the war one of a state against those who are none? Then "the army" and
 * "the government" are its home side's. */
bool sr_within_a_state(const struct sr_muster *m);

/* Whose "the army" is where nothing says so: the state's at home; of a war that a
 * state fights against a group alone, in a land not its own, that state's. Empty:
 * there is no telling. */
struct sr_str sr_army_side(const struct sr_muster *m);

/* The row of states.tsv or groups.tsv with that id, in whatever letters; SR_NONE
 * for those of none and of more than 7. */
uint32_t sr_row_of_code(const struct sr_muster *m, enum sr_table table,
			struct sr_str code);

/* Is a side a state's? */
bool sr_is_state(const struct sr_muster *m, struct sr_str side);

/* Is a side named in the report, or one of its war's? */
bool sr_side_known(const struct sr_muster *m, struct sr_str side);

/* The side of the state that is a country's; its code where no table has it. */
struct sr_str sr_side_of_country(const struct sr_muster *m,
				 struct sr_str country);

/* How a word joined by a dash says that a force stands to the name that ends
 * in front of token i ("-backed"), or that is in token i ("pro-Moscow"). */
enum sr_relation sr_relation_behind(const struct sr_muster *m, uint32_t i);

/* The classes of lexicon/things.tsv of a noun, enum sr_class bits. */
unsigned sr_thing_of(const struct sr_muster *m, uint32_t noun);

/* The bits of the link that ends in front of token i. */
unsigned sr_link_before(const struct sr_muster *m, uint32_t i);

/* Is a row of numerals.tsv an ordinal? */
bool sr_numeral_is_ordinal(const struct sr_muster *m, uint32_t row);

/* The class of a fact of a post. */
enum sr_post sr_post_class(const struct sr_muster *m, uint32_t post);

/* Is there a name or a body among tokens [from, to)? */
bool sr_named_in(const struct sr_muster *m, uint32_t from, uint32_t to);

/* Does the phrase begin with "the", "this", "our"? */
bool sr_is_definite(const struct sr_muster *m, const struct sr_phrase_np *np);

/* "A coalition of rebel groups": not the one that everybody knows. */
bool sr_is_some(const struct sr_muster *m, const struct sr_phrase_np *np);

/* The first token of the noun phrase that a noun is of, possessors included;
 * the noun itself where it is of none. */
uint32_t sr_phrase_start(const struct sr_muster *m, uint32_t noun);

/* Do people of that class (enum sr_people) fight? */
bool sr_people_fight(unsigned class);

/* The side of the country of a place named in [from, to) or in the phrase
 * that "of", "in" or "for" ties to it; empty. */
struct sr_str sr_country_near(const struct sr_muster *m, uint32_t from,
			      uint32_t to);

/* party_name.c, party_unit.c, party_person.c, party_noun.c */

void sr_muster_names(struct sr_muster *m);
void sr_muster_units(struct sr_muster *m);
void sr_muster_persons(struct sr_muster *m);
void sr_muster_nouns(struct sr_muster *m);
void sr_muster_shorts(struct sr_muster *m);

/* Is a token part of the name of a unit whose size stands behind it, whatever
 * the tags cut off? */
bool sr_inside_unit(const struct sr_muster *m, uint32_t token);

/* The parts of a unit's name, less what it is of; NULL for words that name
 * none, or without memory (m->failed). */
struct sr_unit *sr_unit_new(struct sr_muster *m, struct sr_str words);

/* The normal name of a unit, in the doc's arena. */
struct sr_str sr_unit_words(struct sr_muster *m, const struct sr_unit *u);

/* party_known.c: the row of formations.tsv that a unit is, of the side that is
 * said, SR_NONE; *side is known even where several units of one side have that
 * number. */
uint32_t sr_unit_known(const struct sr_muster *m, const struct sr_unit *u,
		       struct sr_str said, struct sr_str *side);

/* Gives the draft of a unit the side and the name that its name tells. */
void sr_unit_settle(struct sr_muster *m, struct sr_draft *d);

/* party_land.c */

/* "The Lebanese group", "the Iran-backed movement": may those words before a noun
 * for a band speak of one named before? The land that they say; empty. */
bool sr_is_band_said(const struct sr_muster *m, const struct sr_phrase_np *np);
struct sr_str sr_land_said(const struct sr_muster *m,
			   const struct sr_phrase_np *np);

/* The side of rebels, if a land's name alone gave them one; is that settled,
 * though it be nobody's? */
bool sr_side_in_land(const struct sr_muster *m, struct sr_draft *d,
		     const struct sr_phrase_np *np);

/* The side that the words before a noun, a possessor or "of X" give it. why:
 * enum sr_party_why. */
struct sr_str sr_side_said(const struct sr_muster *m,
			   const struct sr_phrase_np *np, bool fights,
			   uint8_t *why);

/* The side of the names in front of a noun that say whose it is; empty. */
struct sr_str sr_side_own(const struct sr_muster *m,
			  const struct sr_phrase_np *np);

/* The side of a patron named in front of a noun ("Iran-backed"); empty. */
struct sr_str sr_side_patron(const struct sr_muster *m,
			     const struct sr_phrase_np *np);

/* Where "of X", "for X" behind token `to` leads: the noun of the phrase, and
 * one behind its end; SR_NONE. */
uint32_t sr_owner_behind(const struct sr_muster *m, uint32_t to, unsigned links,
			 uint32_t *end);

/* party_quote.c */

bool sr_muster_quotes(struct sr_muster *m);

/* Who says the quoted words that a token is of; NULL if it is not quoted or
 * nobody is named. */
const struct sr_draft *sr_voice_of(const struct sr_muster *m, uint32_t token);

/* party_refer.c */

void sr_muster_refer(struct sr_muster *m);

/* What was noted last under a key of a kind; SR_NONE. Kinds: the surname of a
 * person, a row of a table, the holder of a post, a party's entity: the value
 * is a draft's index or an entity. */
enum sr_note_kind {
	SR_NOTE_SURNAME = 1,
	SR_NOTE_LEADER,
	SR_NOTE_HOLDER,
	SR_NOTE_PARTY,
};
uint32_t sr_note_find(const struct sr_muster *m, enum sr_note_kind kind,
		      uint64_t key);
void sr_note_put(struct sr_muster *m, enum sr_note_kind kind, uint64_t key,
		 uint32_t value);

/* A new draft over tokens [from, to) with that head; NULL without memory. */
struct sr_draft *sr_draft_new(struct sr_muster *m, uint32_t from, uint32_t to,
			      uint32_t head);

/* The token of [from, to) that stands for it in the tree. */
uint32_t sr_head_in(const struct sr_muster *m, uint32_t from, uint32_t to);

/* Takes back the draft that a token heads. */
void sr_draft_drop(struct sr_muster *m, uint32_t token);

/* The draft that a token heads; NULL. */
static inline struct sr_draft *sr_draft_at(const struct sr_muster *m,
					   uint32_t token)
{
	if (token >= m->ntoken || m->draft_of[token] == SR_NONE)
		return NULL;
	return &m->drafts.items[m->draft_of[token]];
}

/* The words of tokens [from, to). */
struct sr_str sr_words(const struct sr_muster *m, uint32_t from, uint32_t to);

static inline bool sr_capital(const struct sr_muster *m, uint32_t i)
{
	return (m->token[i].flags & SR_TOK_CAPITAL) != 0;
}

/* The sentence that a token lies in. */
static inline const struct sr_sentence *
sr_sentence_of(const struct sr_muster *m, uint32_t i)
{
	return &m->doc->sentences.items[m->token[i].sentence];
}

#endif
