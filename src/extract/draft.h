/* A claim being made, and the slots it is given (fill.c). */
#ifndef SR_EXTRACT_DRAFT_H
#define SR_EXTRACT_DRAFT_H

#include "extract/extract_internal.h"

struct sr_claim_draft {
	const struct sr_pattern *pattern;
	struct sr_frame frame;
	uint32_t actor, target, counted; /* tokens or SR_NONE */
	uint32_t place_mention, time;    /* mentions */
	uint32_t place_name; /* token of a place's name that is no mention */
	uint32_t other;  /* a further target beside the first, SR_NONE */
	bool loser;      /* the target is who lost it, not what is counted */
	bool summed;     /* the count is of all that stand in the target's row */
	size_t recalled; /* claim that the words go back to, SIZE_MAX */
	struct sr_claim claim;
};

/* Actor and target, by the pattern's lines, else by extract/who.c. */
void sr_fill_parties(const struct sr_reading *r, struct sr_claim_draft *d);

/* pair.c: "US and British warplanes": the actor goes by both. */
void sr_name_pair(const struct sr_reading *r, struct sr_claim_draft *d);

/* type.c: the type by the pattern and what was told before; and once its slots
 * are filled, by whose the land is. */
uint16_t sr_type_of(const struct sr_reading *r, const struct sr_claim_draft *d);

/* "The attack" after a rocket attack is that one, and of its type; of no other
 * that goes by another noun. After sr_recall_event. */
uint16_t sr_type_again(const struct sr_reading *r,
		       const struct sr_claim_draft *d);
void sr_settle_type(const struct sr_reading *r, const struct sr_claim_draft *d,
		    struct sr_claim *c);

bool sr_is_loss_of_people(unsigned type);

/* idle.c: does what fits the pattern tell of nothing? Asked before the place. */
bool sr_is_idle(const struct sr_reading *r, const struct sr_claim_draft *d);

/* Taking and holding tell something only of somebody, of a place or of so much
 * land; "land it has conquered" does not. */
bool sr_is_empty(const struct sr_reading *r, const struct sr_claim_draft *d,
		 size_t nplace);

/* Whose the wounded are who are told of beside the dead. */
void sr_follow_loss(struct sr_reading *r, struct sr_claim_draft *d);

/* The days of a loss told of beside another are also those of the other. */
void sr_share_days(struct sr_reading *r, struct sr_claim_draft *d);

/* again.c: d->recalled, the claim that "the blast", "this attack" tells of
 * again, and from that attack its actor. */
void sr_recall_event(const struct sr_reading *r, struct sr_claim_draft *d);

/* The days of the attack in which a loss came, told of before. */
struct sr_when;
void sr_loss_days(const struct sr_reading *r, const struct sr_claim_draft *d,
		  struct sr_when *w);

/* Two clauses with subjects of their own, both active or both passive. */
bool sr_have_own_subjects(const struct sr_reading *r, uint32_t verb,
			  uint32_t other);

/* Two attacks, each by a subject of its own: not one told again. */
bool sr_each_its_own(const struct sr_reading *r, uint32_t verb, uint32_t actor,
		     const struct sr_made *m);

/* nowhere.c: a name that no table has, where the claim's own words put it
 * nowhere else; SR_NONE. */
uint32_t sr_nowhere_of(const struct sr_reading *r,
		       const struct sr_claim_draft *d);

/* Nobody inflicts his own losses. */
void sr_spare_own(const struct sr_reading *r, struct sr_claim_draft *d);

/* The mentions that the pattern's place line leads to, one claim each. */
size_t sr_line_places(const struct sr_reading *r,
                      const struct sr_claim_draft *d,
                      uint32_t mention[SR_MAX_FOUND]);

/* "Hit targets in A, B and C": the row that mention[0] begins; how many. */
size_t sr_row_places(const struct sr_reading *r,
		     uint32_t mention[SR_MAX_FOUND]);

/* gapped.c: the claims that follow from one without its verb: each with a number
 * or a day of its own. */
enum sr_code sr_read_gapped(struct sr_reading *r, struct sr_claim_draft *d);

/* listed.c: "20 killed (government forces)": who stands in brackets alone behind
 * a trigger; SR_NONE. */
uint32_t sr_side_in_brackets(const struct sr_reading *r, uint32_t trigger);

/* Has the place of people counted a number of its own in front? */
bool sr_is_gapped(const struct sr_reading *r, const struct sr_claim *c,
		  uint32_t m);

/* mutual.c: the claims from `from` on, where two accuse each other: each is put
 * once more with speaker and actor the other way. */
enum sr_code sr_read_mutual(struct sr_reading *r, uint32_t trigger, size_t from);

/* claim.c: puts the claim as it stands; gives it a place by name. */
enum sr_code sr_draft_put(struct sr_reading *r, struct sr_claim_draft *d);
void sr_put_name(const struct sr_reading *r, struct sr_claim_draft *d,
		 uint32_t name);

/* row.c: "a mayor and seven guards are among the dead", "nine rebels and two
 * soldiers dead": the number of those at token `other` is none of the mayors',
 * of whom the last claim is; it has their own, if they have one. */
void sr_give_back_count(struct sr_reading *r, uint32_t other);

/* listed.c: leaves out a second name of the place before it ("A/B"), and what
 * holds it, where an address ends with that. */
size_t sr_one_name_each(const struct sr_reading *r,
			uint32_t mention[SR_MAX_FOUND], size_t n);

/* listed.c: adds to the n mentions those of a list that goes on behind the last
 * of them with prepositions of their own; how many there are. */
size_t sr_listed_places(const struct sr_reading *r,
			const struct sr_claim_draft *d,
			uint32_t mention[SR_MAX_FOUND], size_t n);

/* named.c: the same of a list whose members say where each lies ("A in the X
 * region and the towns of B and C"), and of one that names what was counted
 * ("two villages, A and B"). */
size_t sr_named_places(const struct sr_reading *r,
		       const struct sr_claim_draft *d,
		       uint32_t mention[SR_MAX_FOUND], size_t n);

void sr_put_place(const struct sr_reading *r, struct sr_claim_draft *d,
                  uint32_t mention);

/* "A tank", "one officer": a number in all but name. */
bool sr_is_single(const struct sr_reading *r, uint32_t i);

/* The first of those in the target's row that the trigger befell. */
uint32_t sr_row_first(const struct sr_reading *r,
		      const struct sr_claim_draft *d);

/* Where those at token i were, one of a row of people of whom others were
 * elsewhere ("44 people in X and 12 people in Y"): a mention; SR_NONE. */
uint32_t sr_people_place(const struct sr_reading *r, uint32_t first,
			 uint32_t i);

/* One target and count of people told of in a row (row.c). */
void sr_sum_row(const struct sr_reading *r, struct sr_claim_draft *d);
void sr_fill_count(const struct sr_reading *r, struct sr_claim_draft *d);
void sr_fill_speaker(const struct sr_reading *r, struct sr_claim_draft *d);

/* Last: the words from the first part of the claim to its last. */
void sr_fill_evidence(const struct sr_reading *r, struct sr_claim_draft *d);

/* total.c: "505 have been killed since March and 50 on their side": both since. */
void sr_share_total(const struct sr_reading *r, struct sr_claim_draft *d);

#endif
