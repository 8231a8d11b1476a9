/* The rules by which claims are read: the .pat files of data/patterns.
 *
 * A block a pattern, a key and its value a line, blocks apart by an empty
 * line, # starts a comment line:
 *
 *	pattern  seize.verb
 *	type     control.seize
 *	verb     seize capture occupy overrun
 *	need     patient:place
 *	actor    agent:party
 *	place    patient:place
 *	yes      Rebels seized the town of Kidal. | actor=Rebels place=Kidal
 *	no       Customs officers seized two kilograms of heroin.
 *
 * pattern   its id, unique, [a-z0-9.-]
 * type      the type of claim (data/ontology/types.tsv)
 * verb, noun, adj   the lemmas that trigger it; a particle behind ~ (fall~back)
 * need      one of these selectors must find something; lines add up
 * not       none of these may
 * actor, target, place, count   where the slot is filled from: the first
 *           selector that finds something; without a line, extract/slot.c
 *           has a default for actor and place; "-" leaves the slot empty
 * status    a status other than asserted
 * again     the type it takes where the last attack told of is of that type:
 *           "the strike" after an air raid
 * disposition   of loss.equipment: destroyed, damaged, abandoned, captured
 * yes, no   sentences that must give the claim, and must not; behind | what
 *           the slots must hold (name, or a part of it)
 * why       anything a later reader should know
 *
 * A selector is steps with dots between, then :CLASS|CLASS or =LEMMA|LEMMA.
 * Steps: agent patient (whoever the voice makes so), subj obj, poss, mod
 * (adjectives and nouns before a noun), head (the noun it modifies), self,
 * adv (adverbs and particles), aux (will, must ...), comp (a clause or infinitive it governs),
 * measure (a number of miles or the like), light (the verb that carries a
 * noun: "launched" an attack), case (the preposition that it stands behind
 * itself), where (the place that the tree puts nearest, whatever lies
 * between), det (its article, "no"), beside (the number right before or behind it:
 * "nine dead", "killed nine"), or a preposition (in, of, against ...).
 * Lemmas are compared with the word as it stands, too. Classes: see
 * sr_class. */
#ifndef SR_KIT_PATTERN_H
#define SR_KIT_PATTERN_H

#include "kit/kit.h"

/* What a word can stand for; a word may be several. The names are
 * SR_CLASS_WORDS of schema.h, in this order. */
enum sr_class {
	SR_CLASS_PARTY = 1,        /* a side, force, unit, group, leader */
	SR_CLASS_FORCE = 1 << 1,   /* fighters of any kind */
	SR_CLASS_PEOPLE = 1 << 2,  /* persons of any kind */
	SR_CLASS_CIV = 1 << 3,     /* civilians */
	SR_CLASS_PLACE = 1 << 4,   /* a named place or a word for one */
	SR_CLASS_GROUND = 1 << 5,  /* places, positions, land, miles of it */
	SR_CLASS_SITE = 1 << 6,    /* buildings, bridges, works */
	SR_CLASS_EQUIP = 1 << 7,   /* weapons, vehicles, aircraft, ships */
	SR_CLASS_AIR = 1 << 8,     /* what comes from the air: jets, drones */
	SR_CLASS_GUN = 1 << 9,     /* artillery, rockets, missiles, shells */
	SR_CLASS_BOMB = 1 << 10,   /* mines, grenades, planted charges */
	SR_CLASS_SUPPLY = 1 << 11, /* food, fuel, ammunition, roads, rail */
	SR_CLASS_EVENT = 1 << 12,  /* an attack, a battle, a strike */
	SR_CLASS_NUMBER = 1 << 13, /* has a number */
	SR_CLASS_MONEY = 1 << 14,
	SR_CLASS_LENGTH = 1 << 15, /* km, km2 */
	SR_CLASS_UTILITY = 1 << 16, /* power, water, gas, communications */
	SR_CLASS_TALK = 1 << 17,    /* talks, deal, ceasefire, plan */
	SR_CLASS_MARK = 1 << 18,    /* flag, banner */
	SR_CLASS_CRIME = 1 << 19,   /* war crime, atrocity, genocide */
	SR_CLASS_BODY = 1 << 20,    /* limb, head: what else is "hit" */
	SR_CLASS_HOME = 1 << 21,    /* houses, homes: people are driven from */
	SR_CLASS_LINE = 1 << 22,    /* front line, defences, front */
	SR_CLASS_VOICE = 1 << 23,   /* a statement, a report, a channel */
	SR_CLASS_FATE = 1 << 24,    /* killed, wounded, displaced: counted.tsv */
	SR_CLASS_CALAMITY = 1 << 25, /* illness, flood, accident: no war */
	SR_CLASS_NAME = 1 << 26, /* a name that no table knows */
	SR_CLASS_COMBAT = 1 << 27, /* fighting, a battle: of two, face to face */
	SR_CLASS_COUNTER = 1 << 28, /* a counteroffensive: of who lost the land */
	SR_CLASS_LAST = SR_CLASS_COUNTER,
};

enum sr_step {
	SR_STEP_SELF,
	SR_STEP_AGENT,
	SR_STEP_PATIENT,
	SR_STEP_SUBJ,
	SR_STEP_OBJ,
	SR_STEP_POSS,
	SR_STEP_MOD,
	SR_STEP_HEAD,
	SR_STEP_COMP,
	SR_STEP_MEASURE,
	SR_STEP_LIGHT,
	SR_STEP_CASE,
	SR_STEP_WHERE,
	SR_STEP_BESIDE,
	SR_STEP_ADV,
	SR_STEP_DET,
	SR_STEP_AUX,
	SR_STEP_PREP, /* + the preposition's symbol */
};

enum sr_line {
	SR_LINE_NEED,
	SR_LINE_NOT,
	SR_LINE_ACTOR,
	SR_LINE_TARGET,
	SR_LINE_PLACE,
	SR_LINE_COUNT_OF,
};

enum sr_trigger_pos { SR_TRIGGER_VERB, SR_TRIGGER_NOUN, SR_TRIGGER_ADJ };

#define SR_MAX_STEPS 4

struct sr_selector {
	uint8_t line;  /* enum sr_line */
	uint8_t group; /* number of the line within the pattern */
	uint8_t nstep, nlemma;
	uint32_t step[SR_MAX_STEPS]; /* SR_STEP_*, or SR_STEP_PREP + symbol */
	uint32_t classes;            /* 0: any */
	uint32_t lemma;              /* index of its first lemma */
};

struct sr_pattern {
	uint32_t id; /* text */
	uint16_t type, status;
	uint16_t again;      /* type, UINT16_MAX none */
	uint8_t disposition; /* text index below, 0 none */
	uint8_t lines;       /* bit a line kind that the pattern has */
	uint16_t nselector;
	uint32_t selector; /* index of its first */
};

struct sr_trigger {
	uint32_t symbol, particle; /* particle: 0 none */
	uint16_t pattern, pos;
};

struct sr_example {
	uint32_t text, expect; /* texts; expect 0: none */
	uint16_t pattern;
	uint16_t fires;
};

size_t sr_patterns(const struct sr_kit *kit, const struct sr_pattern **p);

/* Has a symbol any? Most words have none. */
static inline bool sr_is_trigger(const struct sr_kit *kit, uint32_t symbol)
{
	const struct sr_kit_tables *k = sr_kit_tables(kit);

	return symbol <= k->nsymbol && (k->trigger[symbol / 8] >> symbol % 8 & 1);
}

/* The triggers of a lemma's symbol: a stretch of one array. */
const struct sr_trigger *sr_triggers(const struct sr_kit *kit, uint32_t symbol,
                                     size_t *n);

const struct sr_selector *sr_pattern_selectors(const struct sr_kit *kit,
                                               const struct sr_pattern *p);

const uint32_t *sr_selector_lemmas(const struct sr_kit *kit,
                                   const struct sr_selector *s);

size_t sr_examples(const struct sr_kit *kit, const struct sr_example **e);

/* A text of the section: ids, examples, expectations. */
struct sr_str sr_pattern_text(const struct sr_kit *kit, uint32_t text);

/* "destroyed" and so on; empty for 0. */
struct sr_str sr_disposition_name(unsigned disposition);

#endif
