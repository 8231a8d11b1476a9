/* What the files of extract share: one reading of one doc. */
#ifndef SR_EXTRACT_INTERNAL_H
#define SR_EXTRACT_INTERNAL_H

#include "base/compiler.h"
#include "base/err.h"
#include "annotate/walk.h"
#include "kit/pattern.h"
#include "model/family.h"
#include "ontology.h"

/* Symbols of the few function words that the grammar itself turns on. */
struct sr_words {
	uint32_t by, of, on, against, at, from, under, including, according, per, use,
		come, call, have, the, this, that, a, an, others, another, been,
		since, until, toll, first, country, help, life, before, armed,
		between, then, after, following, during, when, where, already, previously,
		with, as, we, he, she, each, one, other, both, couple, side, far,
		civil, fall;
	uint32_t near_like[4], toward_like[4], in_like[6], about_like[4];
	uint32_t war_like[2], begin_like[2], self_like[4];
};

/* Beside each claim of the doc: the tokens it was made of. */
struct sr_made {
	uint32_t trigger, actor, target; /* SR_NONE where there is none */
	uint32_t place;                  /* mention */
	uint32_t name; /* token of a place's name that is no mention */
};

struct sr_reading;

/* claim.c: puts a claim, with how sure its reading is, beside what it was made
 * of. */
enum sr_code sr_claim_made(struct sr_reading *r, const struct sr_claim *c,
			   struct sr_made made);

/* A weight of lexicon/confidence.tsv, once it was looked up: sure.c. */
struct sr_weight {
	int32_t value;
	bool known;
};
#define SR_WEIGHTS 64

/* What follows from the kit alone, for as long as the doc has read with it. */
struct sr_extract_kept {
	struct sr_words word;
	struct sr_weight weight[SR_WEIGHTS];
};

/* What is in the sentence that was read last: glance.c. */
struct sr_glance {
	uint32_t sentence;
	uint32_t classes;   /* of all its words */
	uint64_t words[8];  /* lemmas and words as they stand, by hash */
	uint32_t verb;      /* rule.c: the word asked for last, and whether */
	bool taken;         /* it has a particle; SR_NONE: none was */
	bool timed;         /* a word of it, or right before it, is of a time */
	uint32_t place, place_end; /* mentions that begin in it: from, up to */
	uint32_t number, number_end;
	uint32_t symbol; /* asked for last, and its triggers; NULL: none was */
	size_t ntrigger;
	const struct sr_trigger *trigger;
};

/* whose.c: what is known of a party as a speaker. */
struct sr_voice {
	uint32_t next;    /* the next mention of its entity, SR_NONE */
	uint32_t first;   /* of the entity with this number, SR_NONE */
	uint32_t fullest; /* of that entity, + 1; 0: not asked yet */
	bool known;       /* its voice was asked for, it is */
	struct sr_str voice;
};

/* where.c: the place that the sections before a sentence are headed by, which
 * was asked for last. */
struct sr_section {
	uint32_t sentence, place; /* 0: none was asked for */
};

struct sr_reading {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_tree tree;
	uint32_t *classes;  /* enum sr_class bits of each token */
	uint8_t *light;     /* row of light_verbs.tsv + 1 of each token */
	uint8_t *head_kind; /* kind of heads.tsv + 1 of each token */
	uint8_t *cue_over;  /* row of cues.tsv + 1, by where the cue stands */
	uint8_t *cue_with;
	uint8_t *speech;    /* row of speech.tsv + 1 */
	uint8_t *telling;   /* row of tellings.tsv + 1 */
	uint32_t *quote;    /* index of the quotation + 1 */
	struct sr_words word;
	bool names_war; /* a war of the tables, by its name: bygone.c */
	bool history; /* tells of days long gone: story.c */
	bool diary;   /* its paragraphs open with days: story.c */
	bool calamity; /* is about illness, floods, accidents: calamity.c */
	SR_LIST(struct sr_made) made;
	struct sr_weight *weight; /* SR_WEIGHTS of them, or NULL */
	struct sr_glance *glance; /* or NULL */
	struct sr_section *section;
	struct sr_voice **voices; /* of each party; *voices NULL: none asked */
	uint32_t longest_hit; /* tokens of the longest phrase of a table */
};

/* A word that may tell of a happening, and where its parts stand. */
struct sr_frame {
	uint32_t trigger;
	bool nominal;       /* a noun: "the attack on" */
	uint32_t light;     /* the verb that carries it ("launched"), SR_NONE */
	bool light_patient; /* that verb's subject is the one it is done to */
	bool light_event;   /* its subject is the happening, or tells of it */
};

/* words.c */
struct sr_words sr_learn_words(const struct sr_kit *kit);

/* Is a preposition one of "in, across, ...", "near, outside, ...", "to,
 * toward, ..."? False for 0, none. */
bool sr_says_in(const struct sr_reading *r, uint32_t prep);
bool sr_says_near(const struct sr_reading *r, uint32_t prep);
bool sr_says_toward(const struct sr_reading *r, uint32_t prep);

/* beside.c: "40 killed": the token of the number; SR_NONE. */
uint32_t sr_number_beside(const struct sr_reading *r, uint32_t at);

/* blame.c: "blamed the attack on rebels": the rebels; SR_NONE. */
uint32_t sr_blamed_on(const struct sr_reading *r, uint32_t verb);
/* "An attack carried out by the army", "blamed on it": the army; SR_NONE. */
uint32_t sr_by_participle(const struct sr_reading *r, uint32_t noun);
/* "Accused the army of shelling", "blamed the rebels for it": whoever is
 * accused. "Claimed responsibility for a bomb": whoever claims it. */
uint32_t sr_accused(const struct sr_reading *r, uint32_t i);

/* Is that the United Nations, or theirs? They kill seldom. */
bool sr_is_of_un(const struct sr_reading *r, uint32_t i);

/* "Himself": whoever does it. */
bool sr_is_reflexive(const struct sr_reading *r, uint32_t i);

/* "The war", "their conflict": all of it, no one blow. */
bool sr_says_war(const struct sr_reading *r, uint32_t noun);
bool sr_is_war(const struct sr_reading *r, uint32_t noun);

/* total.c: "On the Israeli side, 29 have been killed": not where others were. */
bool sr_is_of_a_side(const struct sr_reading *r, uint32_t trigger);

/* "The war has killed", "killed in the conflict" */
bool sr_is_of_war(const struct sr_reading *r, uint32_t trigger);

/* "Iraq's first attack", "the deadliest fighting": one of a row of such. */
bool sr_is_superlative(const struct sr_reading *r, uint32_t i);
bool sr_is_ranked(const struct sr_reading *r, uint32_t noun);

/* "The country's worst attack": whose it is, it befell. */
bool sr_befell(const struct sr_reading *r, uint32_t noun, uint32_t whose);

/* 1. classify.c: fills classes, light, head_kind; false: arena full. */
bool sr_classify(struct sr_reading *r);

/* 2. frame.c */

#define SR_MAX_FOUND 16

/* "Launched by", "planted by", and not "reported by", "repelled by": may who
 * does the verb do the happening? */
bool sr_may_carry(const struct sr_reading *r, uint32_t verb);
/* "Reported shelling": a verb whose subject tells of what it carries. */
bool sr_only_tells(const struct sr_reading *r, uint32_t verb);
/* Does what is its subject happen: "took place", "began"? */
bool sr_happens(const struct sr_reading *r, uint32_t verb);

/* "A Haiti gang attack": where the gang is, not who attacked (words.c) */
bool sr_is_land_of_band(const struct sr_reading *r, uint32_t noun, uint32_t i);

/* A form in -ing that may be a noun, though it is tagged a verb: it has no
 * object, no subject and no auxiliary of its own. */
bool sr_is_gerund(const struct sr_reading *r, uint32_t i);

/* noun: a gerund is to be read as one. */
struct sr_frame sr_frame_of(const struct sr_reading *r, uint32_t trigger,
                            bool noun);

/* glance.c: of that sentence; NULL where there is none to be had. */
const struct sr_glance *sr_glance_at(const struct sr_reading *r,
                                     uint32_t sentence);

/* listed.c: do the words that hang on token i begin behind a bracket? */
bool sr_in_brackets(const struct sr_reading *r, uint32_t i);

/* False where a sentence has that word nowhere. */
bool sr_may_have(const struct sr_reading *r, uint32_t sentence, uint32_t word);

/* False where a selector can lead to nothing from that trigger. */
bool sr_may_find(const struct sr_reading *r, uint32_t trigger,
                 const struct sr_selector *s);

/* The tokens a selector leads to from a frame, best first; gives how many. */
size_t sr_select(const struct sr_reading *r, const struct sr_frame *f,
                 const struct sr_selector *s, uint32_t found[SR_MAX_FOUND]);

/* What a word stands for: the noun of a relative pronoun, what is counted
 * behind "dozens of", "a number of", "some of". */
uint32_t sr_meant(const struct sr_reading *r, uint32_t token);

/* 3. slot.c: words to slots. */

/* The party that a noun phrase names or is of: its own mention, or that of
 * its adjective, possessor or "of" ("a Russian air strike"). */
struct sr_found_party {
	uint32_t party; /* mention, SR_NONE */
	bool own;       /* the noun itself is the party */
};
struct sr_found_party sr_party_of(const struct sr_reading *r, uint32_t token);

bool sr_number_is_length(const struct sr_reading *r, const struct sr_number *n);
bool sr_number_is_money(const struct sr_reading *r, const struct sr_number *n);

/* "Missiles fired by Russian forces": of a weapon, who fired it. */
bool sr_firer_slot(const struct sr_reading *r, uint32_t token,
		   struct sr_party_slot *slot);
bool sr_party_slot(const struct sr_reading *r, uint32_t token,
                   struct sr_party_slot *slot);
/* pair.c: "the shelling of Ukrainian villages": whose they are shelled none. */
bool sr_is_struck(const struct sr_reading *r, uint32_t of);

/* The same of who does it: "the tenth attack of the rebels" is theirs. */
bool sr_doer_slot(const struct sr_reading *r, uint32_t token,
		  struct sr_party_slot *slot);

/* The same for a speaker: as the report names it, a person at the fullest. */
bool sr_speaker_slot(const struct sr_reading *r, uint32_t token,
                     struct sr_party_slot *slot);

/* whose.c: "Somalia attack kills ten": a land's name before a blow that is where
 * it was and not whose, but for strikes and where the rest lies abroad. */
bool sr_names_scene(const struct sr_reading *r, uint32_t i);

/* whose.c: does some pattern take the verb for an attack or a killing? */
bool sr_is_blow(const struct sr_reading *r, uint32_t verb);

/* whose.c: a claim's `voice` for the token that its speaker was found at. */
struct sr_str sr_speaker_voice(const struct sr_reading *r, uint32_t token);

/* slot.c: "the governor, Jean Bosco": the name rather than the office. */
uint32_t sr_name_beside(const struct sr_reading *r, uint32_t token);

/* 3b. who.c: the token that stands for whoever does what a pattern tells of:
 * by its actor line, by the tree, by what brought it about; SR_NONE. */
uint32_t sr_actor_of(const struct sr_reading *r, const struct sr_frame *f,
                     const struct sr_pattern *p);
/* "A major battle": no officer. */
bool sr_only_called_so(const struct sr_reading *r, uint32_t i);

/* able.c: claims of that type are of whoever does it: civilians move, and who
 * meets or pledges may be anybody. */
bool sr_anybody_may(unsigned type);

/* Fighters and sides act; civilians and things do not. i may be SR_NONE. */
bool sr_may_act(const struct sr_reading *r, uint32_t i, unsigned type);

/* Herders, villagers, youths who did it with their own hands; SR_NONE. */
uint32_t sr_folk_doer(const struct sr_reading *r, const struct sr_frame *f,
		      unsigned type);

/* The number of what a noun stands for; NULL. */
const struct sr_number *sr_number_of(const struct sr_reading *r,
                                     uint32_t token);
/* "She is one of 300 girls abducted": how many were, where n is the one. */
const struct sr_number *sr_number_of_all(const struct sr_reading *r,
					 uint32_t trigger,
					 const struct sr_number *n);

/* The place mention that a noun names, or that it lies in; SR_NONE. */
uint32_t sr_place_within(const struct sr_reading *r, uint32_t token,
                         unsigned depth);

/* "The northern Iraq operation": a name that says where, not whose. slot.c */
bool sr_is_in_part(const struct sr_reading *r, uint32_t i);

/* "US-led", "the Damascus-controlled town", "its ally Damascus": whose it is or
 * who, not where. slot.c */
bool sr_is_half(const struct sr_reading *r, const struct sr_place *p);

/* Of a place and one that the words put into it ("hit the X quarter of Y",
 * "Syria's Idlib"), that one; else the mention itself. where.c */
uint32_t sr_place_narrower(const struct sr_reading *r, uint32_t mention);

/* Of "50 km south of X", the mention of X; else the mention itself. */
uint32_t sr_place_anchor(const struct sr_reading *r, uint32_t mention);

/* 4. status.c */
enum sr_status sr_status_of(const struct sr_reading *r, uint32_t trigger,
                            unsigned type);

/* A word for what is tried or meant to be: "attempt", "plan". */
bool sr_is_aim(const struct sr_reading *r, uint32_t i);

/* reach.c: what governs i; the kind of the cue on it that bears on i, -1 without
 * one; does what governs i bear on it through i's relation? */
uint32_t sr_governor(const struct sr_reading *r, uint32_t i);
int sr_kind_over(const struct sr_reading *r, uint32_t head, uint32_t i);
bool sr_reaches_up(const struct sr_reading *r, uint32_t i);

/* Does the verb end or prevent what it is done to: "halted the fighting"? */
bool sr_is_ending(const struct sr_reading *r, uint32_t verb);

/* 5a. voice.c */

/* The kinds of speech.tsv. */
enum sr_speech {
	SR_SPEECH_IS_SAY,
	SR_SPEECH_IS_WEAK,
	SR_SPEECH_IS_DENY,
	SR_SPEECH_IS_DISPUTE,
	SR_SPEECH_IS_ACCUSE,
	SR_SPEECH_IS_QUOTE,
};

/* enum sr_speech of a verb of saying; -1: none. */
int sr_speech_kind(const struct sr_reading *r, uint32_t i);

/* "The Indonesian Hospital": a nation's word that is part of the name of a site
 * and says nothing of whose it is or who did it. slot.c */
bool sr_names_site(const struct sr_reading *r, uint32_t i);

/* Can that noun speak? A body, a person, a page; not a thing or a place. */
/* Is it a word of a title or heading, where all may have capitals? */
bool sr_in_headline(const struct sr_reading *r, uint32_t i);

bool sr_may_speak(const struct sr_reading *r, uint32_t i);

/* The speaker that a verb of saying names; SR_NONE. */
uint32_t sr_speaker_at(const struct sr_reading *r, uint32_t verb);

/* said_back.c: the verb of saying that the participle of one goes on from;
 * SR_NONE. */
uint32_t sr_said_before(const struct sr_reading *r, uint32_t verb);

/* Is that a quotation mark? *which: one of those that quote.c knows. */
bool sr_is_mark(struct sr_str s, uint32_t *which);

/* 5b. quote.c: fills doc->quotes and r->quote; false: arena full. */
bool sr_find_quotes(struct sr_reading *r);

/* source.c: whose words a text is ("an analysis by X"); X of "according to X"
 * under predicate p; the same wherever in the sentence it stands; SR_NONE. */
uint32_t sr_maker_of(const struct sr_reading *r, uint32_t noun);
uint32_t sr_source_under(const struct sr_reading *r, uint32_t p);
uint32_t sr_source_in_sentence(const struct sr_reading *r, uint32_t trigger);

/* 5c. say.c */

/* The token that names who says what the trigger tells of, and the verb of
 * saying where it is one; SR_NONE: the publisher. */
uint32_t sr_speaker_of(const struct sr_reading *r, uint32_t trigger,
                       uint32_t *verb);

/* 6. when.h */

/* 6a. span.c: the first of the doc's places, times and numbers that begins at
 * a token or behind it; how many there are if none does */

uint32_t sr_places_from(const struct sr_doc *doc, uint32_t token);
uint32_t sr_parties_from(const struct sr_doc *doc, uint32_t token);
/* Those that begin in a stretch, up to *end; the side of the first that has
 * one, which is that of a speaker who is named there. */
uint32_t sr_parties_in(const struct sr_doc *doc, struct sr_span at,
		       uint32_t *end);
struct sr_str sr_side_named(const struct sr_doc *doc, struct sr_span at);

/* What a side is called in the report, or else in the tables. */
struct sr_str sr_side_called(const struct sr_reading *r, struct sr_str side);
uint32_t sr_times_from(const struct sr_doc *doc, uint32_t token);
uint32_t sr_numbers_from(const struct sr_doc *doc, uint32_t token);
size_t sr_hits_from(const struct sr_doc *doc, uint32_t token);

/* The first token that begins at that byte or behind it; their number if none
 * does. */
uint32_t sr_token_at(const struct sr_doc *doc, uint32_t at);

/* total.c: a sum over days, or of more people than are lost in one place. */
bool sr_is_of_more(const struct sr_claim *c);

/* total.c: how wide the place of a claim is and whose, before it is filled. */
void sr_put_width(const struct sr_reading *r, struct sr_claim *c, uint32_t place);

/* total.c: a loss of a whole side with no place of its own but the land of the
 * war, and no time, told as what has come about so far. */
bool sr_is_running_total(const struct sr_reading *r, uint32_t trigger,
			 const struct sr_claim *c);

#include "extract/where.h"

/* 8. infer.c */

/* Fills what goes without saying: the actor, whose a thing was. */
void sr_infer_parties(const struct sr_reading *r, uint32_t trigger,
                      struct sr_claim *c);

/* "Baku says that Shusha is taken", by nobody named: by whom the speaker's side
 * says elsewhere in the report that it was, and not by its enemy. */
void sr_infer_takers(const struct sr_reading *r);

/* wreck.c: whose arms were lost, where nobody says: the one side's whose arms
 * the report has lost elsewhere. */
void sr_infer_wrecks(const struct sr_reading *r);

/* came.c: "fighting between rebel groups", both sides of it named; and the
 * attacker and the days of the attack that a loss came of. */
bool sr_is_between(const struct sr_reading *r, const struct sr_claim *c);
void sr_come_of(const struct sr_reading *r, uint32_t trigger,
		struct sr_claim *c);
/* Who has held the claim's place for years by then, by held.tsv; empty. */
struct sr_str sr_long_held_by(const struct sr_reading *r,
			      const struct sr_claim *c);

/* "We have taken the airport": whoever the speaker speaks for has. */
void sr_infer_we(const struct sr_reading *r, uint32_t trigger, uint32_t who,
                 struct sr_claim *c);

/* Does word i say that nobody could prove what it governs: "could not verify"? */
bool sr_is_unproved(const struct sr_reading *r, uint32_t i);

/* Is the word one that denies what it stands beside; has i such a word? */
bool sr_denies_beside(const struct sr_reading *r, uint32_t i);
bool sr_is_negated(const struct sr_reading *r, uint32_t i);

/* mood.c */

/* "A may be the cause, and B has fallen": is the second told without the words
 * beside the first? "Take the port": is that an order? */
bool sr_own_mood(const struct sr_tree *t, uint32_t i);
/* Is it a clause with a conjunction or a subject of its own? */
bool sr_stands_alone(const struct sr_reading *r, uint32_t i);
/* Is the verb told of in the active? */
bool sr_is_active(const struct sr_reading *r, uint32_t i);
/* Does its sentence end in a question mark? */
bool sr_is_question(const struct sr_reading *r, uint32_t i);

/* "Until they withdraw", "are to meet": it has not come (mood.c). */
bool sr_is_awaited(const struct sr_reading *r, uint32_t i);
bool sr_is_to_be(const struct sr_reading *r, uint32_t i);

/* "Aid trucks would enter": is i no happening but by its verb? */
bool sr_is_brought(const struct sr_reading *r, uint32_t i, unsigned type);

/* "Took", "were sent", "had taken" (mood.c)? */
bool sr_has_happened(const struct sr_tree *t, uint32_t i);
bool sr_is_order(const struct sr_reading *r, uint32_t i);

/* Whoever speaks of reports that somebody tells of; else who itself. */
uint32_t sr_above_reports(const struct sr_reading *r, uint32_t who);
/* voice.c: "according to preliminary data" names nobody. */
bool sr_is_nobodys_data(const struct sr_reading *r, uint32_t who);

/* said_back.c: "This was announced by the governor": whose words those before
 * that verb of saying are. */
void sr_tell_back(struct sr_reading *r, uint32_t verb);

/* told.c */

/* "Reports that they fled": is i what a noun tells? */
bool sr_is_content(const struct sr_reading *r, uint32_t i);

/* span.c: do the words that hang on i begin with a comma, or behind one? */
bool sr_is_behind_comma(const struct sr_tree *t, uint32_t i);

/* "The claim that they fled is untrue": is that said of what i tells? */
bool sr_verdict_denies(const struct sr_reading *r, uint32_t i);

/* "Reports that they fled could not be confirmed", where the tree has hung what
 * was not done on the noun as well. */
bool sr_verdict_doubts(const struct sr_reading *r, uint32_t i);

/* "Alarm at reports that they fled": is i told by nobody's reports? */
bool sr_is_hearsay(const struct sr_reading *r, uint32_t i);

/* "No group claimed responsibility for the blast", which happened all the
 * same: only who denies it denies anything. */
bool sr_only_blames(const struct sr_reading *r, uint32_t i);

/* "No group", "neither side": a noun that names nobody. */
bool sr_is_nobody(const struct sr_reading *r, uint32_t noun);
/* "Was not briefed on the battle", "nobody was hurt in it": it was one. */
bool sr_is_untold(const struct sr_reading *r, uint32_t head, uint32_t i);
bool sr_harmed_nobody(const struct sr_reading *r, uint32_t head, uint32_t i);

/* "An earlier version", or what that is of: taken back by the publisher. */
bool sr_is_taken_back(const struct sr_reading *r, uint32_t noun);

/* 9. rule.c */

/* As sr_triggers; those of the symbol that was asked for last are at hand. */
const struct sr_trigger *sr_triggers_of(const struct sr_reading *r,
                                        uint32_t symbol, size_t *n);

bool sr_trigger_fits(const struct sr_reading *r, const struct sr_trigger *g,
                     uint32_t token);
bool sr_pattern_matches(const struct sr_reading *r, const struct sr_frame *f,
                        const struct sr_pattern *p);

/* What the first selector of such a line that finds anything finds. */
size_t sr_line_find(const struct sr_reading *r, const struct sr_frame *f,
                    const struct sr_pattern *p, enum sr_line line,
                    uint32_t found[SR_MAX_FOUND]);

/* sure.c: thousandths; see sitrep.h at sr_claim.confidence. */
uint16_t sr_confidence(const struct sr_reading *r, const struct sr_claim *c);

/* answer.c */

/* "Moscow denied the report", "disputed that account": what was told before,
 * denied or disputed by whoever answers it, the verb being one of speech.tsv.
 * Makes a claim for each that is answered, and says in *is whether there is
 * one. */
enum sr_code sr_read_answer(struct sr_reading *r, uint32_t verb, bool *is);

/* Can that word be such a verb? */
bool sr_may_answer(const struct sr_reading *r, uint32_t i);

/* What a word of tellings.tsv stands for, -1 for any other word. A charge is
 * TOLD too, which alone sr_telling_kind gives. */
enum {
	SR_TELLING_TOLD,
	SR_TELLING_FIGURE,
	SR_TELLING_BLAME,
	SR_TELLING_IT,
	SR_TELLING_CHARGE
};
bool sr_is_charge(const struct sr_reading *r, uint32_t i);
int sr_telling_kind(const struct sr_reading *r, uint32_t i);

/* "Rejected the figure given by the governor": a noun that says itself what it
 * stands for, under `verb`. */
bool sr_says_itself(const struct sr_tree *t, uint32_t word, uint32_t verb);

/* doubt.c: "Reuters could not verify the claim" at word i: what was told before,
 * and is meant, is unverified from now on. */
/* "That was wrong": denies what the report has told right before. */
void sr_take_back(struct sr_reading *r, uint32_t i);

void sr_doubt_told(struct sr_reading *r, uint32_t i);

/* tally.c */

#define SR_TALLY_GAP 3 /* sentences of a list that may be of another kind */

struct sr_tally {
	size_t head; /* the claim that heads the list, SIZE_MAX */
	size_t seen; /* claims there were then */
	unsigned left; /* sentences until the list is taken to be over */
};

/* "Tanks - 5,402 (+20)": reads the sentence as a line of a list of losses, if
 * the last claim of it or before it heads one. */
enum sr_code sr_read_tally(struct sr_reading *r, size_t s, struct sr_tally *y);

/* calamity.c */

/* Is the report about illness, floods, accidents? */
bool sr_is_of_calamity(const struct sr_reading *r);

/* Is a claim of that type, told by that word, of such a thing? */
bool sr_is_calamity(const struct sr_reading *r, uint32_t trigger,
                    unsigned type);

/* evidence.c */

struct sr_evidence_parts {
	uint32_t trigger;
	uint32_t part[4];                      /* tokens, SR_NONE */
	const struct sr_mention *place, *time; /* NULL */
	struct sr_span count;
};

struct sr_span sr_evidence_span(const struct sr_reading *r,
                                const struct sr_evidence_parts *parts);

#include "extract/when.h"

#endif
