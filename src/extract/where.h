/* 7. Where: where.c and the files beside it. Part of extract_internal.h, which
 * has what its functions are told of. */
#ifndef SR_EXTRACT_WHERE_H
#define SR_EXTRACT_WHERE_H

#include "extract/extract_internal.h"

/* The place mention of the sentence that stands nearest in the tree; SR_NONE. */
uint32_t sr_place_near(const struct sr_reading *r, uint32_t trigger);

/* The name that no table has and that a movement goes to or comes from
 * ("advancing towards Abu Zaraf"); SR_NONE. */
uint32_t sr_unknown_goal(const struct sr_reading *r, uint32_t trigger,
			 unsigned type);

/* The name right before the bracket that a trigger stands in; SR_NONE. */
uint32_t sr_before_bracket(const struct sr_reading *r, uint32_t trigger);

/* nowhere.c: the token of a name that puts the happening somewhere that no
 * table knows, SR_NONE; and that name as a slot, without a point. */
uint32_t sr_unknown_place(const struct sr_reading *r, uint32_t trigger,
			  unsigned type);
/* The next name after a token that stands in a row with a place and is none that
 * we know: "Gao, Menaka and Kidal"; SR_NONE. */
uint32_t sr_unknown_beside(const struct sr_reading *r, uint32_t place,
			   uint32_t after);
void sr_name_unknown(const struct sr_reading *r, uint32_t i,
		     struct sr_place_slot *slot);

/* The preposition of a place: by the tree, else the word right before it ("in X
 * two citizens were hurt" may be parsed as of the citizens); 0: none. */
uint32_t sr_place_prep(const struct sr_reading *r, const struct sr_place *p);

/* "X, a rail junction | north of Y": X, where the mention only says where that
 * lies; else the mention itself. */
uint32_t sr_place_glossed(const struct sr_reading *r, uint32_t m);

/* stands.c: is it a country? Says a preposition whither or whence? And does a place
 * stand for its government or people; `going`: whither somebody goes is no party. */
bool sr_is_state_place(const struct sr_place *p);
bool sr_goes_to(const struct sr_reading *r, uint32_t prep);
bool sr_place_is_party(const struct sr_reading *r, const struct sr_place *p,
		       bool going);

/* Is it of a place that is told by another: "a base 85 miles from X" (stands.c)? */
bool sr_is_offset(const struct sr_reading *r, uint32_t i);

/* The subject, also of "one of the": "X is one of the strongholds" (stands.c). */
uint32_t sr_part_subject(const struct sr_reading *r, uint32_t i);

/* Does a pattern's target line lead to that: "the army fled, losing the town"
 * (whose.c)? */
bool sr_suffers(const struct sr_reading *r, const struct sr_frame *f,
		const struct sr_pattern *p, uint32_t who);

/* heading.c: the place that the section around a sentence is headed by; SR_NONE. */
uint32_t sr_section_place(const struct sr_reading *r, uint32_t sentence);

/* heading.c. "5 June - Mamove: an attack": the place, or the name that no table
 * has, that a paragraph is labelled with. */
uint32_t sr_note_place(const struct sr_reading *r, uint32_t sentence,
			uint32_t *name);

/* "Across the country 40 were killed": not where the text was before. */
bool sr_is_of_country(const struct sr_reading *r, uint32_t sentence);

/* "Assessed Russian advances: footage shows that": does the noun only name what a
 * paragraph then tells? */
bool sr_in_label(const struct sr_reading *r, uint32_t i);

/* front.c: the front that a sentence opens with ("In the X direction, ..."),
 * where it does not tell of one place on it alone; SR_NONE. */
uint32_t sr_front_of(const struct sr_reading *r, uint32_t sentence);

/* "Mali: two soldiers killed": the place that labels the trigger's sentence;
 * SR_NONE. */
uint32_t sr_place_ahead(const struct sr_reading *r, uint32_t trigger);

/* Of a mention that opens the sentence of a trigger, the place behind the
 * trigger where it happened, if one is told; else the mention. */
uint32_t sr_place_behind(const struct sr_reading *r, uint32_t trigger,
			 uint32_t m);

/* podium.c: "a spokesman in Kyiv said that": where a state speaks from; *says:
 * the verb of saying */
bool sr_speaks_from(const struct sr_reading *r, const struct sr_place *p,
		    uint32_t *says);

/* "Told reporters in Geneva that", "said in a speech in X": where that verb of
 * saying, or any (SR_NONE), was said */
bool sr_is_podium(const struct sr_reading *r, const struct sr_place *p,
		  uint32_t verb);

/* Does it stand behind "in" or "near": where something is, and not whose or
 * whither? */
bool sr_sets_scene(const struct sr_reading *r, uint32_t m);

/* The place mention; SR_NONE, and where the words have a name that no table
 * knows, its token in *name. */
uint32_t sr_where_of(const struct sr_reading *r, uint32_t trigger,
		     const struct sr_claim *c, uint32_t *name);

#endif
