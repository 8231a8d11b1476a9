/* When what is told of was: by its own words, its sentence's, the story's days
 * and the report's (timed.c, when.c, story.c, bygone.c, past.c). Every file of
 * extract has it from extract_internal.h. */
#ifndef SR_EXTRACT_WHEN_H
#define SR_EXTRACT_WHEN_H

#include "model/doc.h"

struct sr_reading;
struct sr_made;

struct sr_when {
	struct sr_days days;
	struct sr_span at;
	uint32_t time; /* mention, SR_NONE */
	uint8_t basis;
};
/* A time mention that stands under i without a clause of its own between;
 * `before`: only those in front of that token. SR_NONE. */
uint32_t sr_time_under(const struct sr_reading *r, uint32_t i, unsigned depth,
		       uint32_t before);

/* The mention that the sentence has of a trigger's time, however far in the
 * tree; SR_NONE. */
uint32_t sr_time_of(const struct sr_reading *r, uint32_t trigger);

struct sr_when sr_when_of(const struct sr_reading *r, uint32_t trigger,
                          const struct sr_claim *c);

/* "has lost", "have been driven": from then until now. */
bool sr_is_perfect(const struct sr_reading *r, uint32_t trigger);

/* "to have seized": no purpose. */
bool sr_is_past_infinitive(const struct sr_reading *r, uint32_t verb);

/* story.c */

/* Does the report name days long gone rather than its own? */
bool sr_is_history(const struct sr_doc *doc);

/* Do its paragraphs open with days of the calendar? */
bool sr_is_diary(const struct sr_doc *doc);

/* "- 3 May: rebels take Gao": does a note begin with this sentence? */
bool sr_opens_entry(const struct sr_reading *r, uint32_t sentence);

/* The stretch of days that the text named last before a token, within so many
 * sentences of its paragraph: a mention, SR_NONE. */
uint32_t sr_told_before(const struct sr_reading *r, uint32_t token,
                        uint32_t sentences);

/* bygone.c: is a claim with no day of its own about somebody long gone? */
bool sr_is_bygone(const struct sr_reading *r, const struct sr_claim *c,
                  const struct sr_made *of);

/* The days of a war long over in which the words say that it was; false where
 * they name none. */
bool sr_bygone_war(const struct sr_reading *r, uint32_t trigger,
                   struct sr_days *days);

/* In a chronicle, the day that heads the note: "10 May 2024. Gunmen raided
 * ..."; false: none but the report's own does. */
bool sr_headed_days(const struct sr_reading *r, uint32_t trigger, unsigned type,
		    struct sr_days *days);

/* In a history, the days that the story is at; false: the report's own. */
bool sr_story_days(const struct sr_reading *r, uint32_t trigger, unsigned type,
                   struct sr_days *days);

/* meanwhile.c: "a girl who was fetching water on Sunday", "the number of those
 * killed in Sunday's strike": a time mention; SR_NONE. */
uint32_t sr_time_meanwhile(const struct sr_reading *r, uint32_t trigger);
uint32_t sr_time_counted(const struct sr_reading *r, uint32_t trigger);

/* What a clause of harm on a place is of: "a raid on a church that killed two";
 * the noun itself where there is nothing else. */
uint32_t sr_event_behind(const struct sr_reading *r, uint32_t noun,
			 uint32_t clause);

/* "An attack on X that killed nine on Friday": does the clause tell what its
 * subject did, which is then of its day? */
bool sr_tells_of_event(const struct sr_reading *r, uint32_t clause);

/* past.c */

/* "Since then, it has advanced", "has been shelled since"; from what was told
 * before until the report's day. */
bool sr_says_since_then(const struct sr_reading *r, uint32_t trigger);
struct sr_days sr_since_then(const struct sr_reading *r, uint32_t trigger);

/* past.c: "recently", some time ago; "a 21-day truce", how long a thing is and
 * not when it was. */
bool sr_is_left_open(const struct sr_reading *r, uint32_t m);
bool sr_is_of_a_thing(const struct sr_reading *r, const struct sr_time *e);

/* When what "10 days after" or "after a week-long battle" speaks of was, by the
 * time of the clause above; false: the trigger is under no such words. */
bool sr_past_days(const struct sr_reading *r, uint32_t trigger,
                  struct sr_days *days);

/* "Said in March that they had fled": the days of a saying long before the
 * report, by which what was said had come about. */
bool sr_said_days(const struct sr_reading *r, uint32_t trigger,
		  struct sr_days *days);

/* "A week after it fell": a time mention that counts from what the clause
 * behind it tells. */
bool sr_counts_from(const struct sr_reading *r, uint32_t m);

#endif
