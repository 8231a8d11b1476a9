/* What party_person.c and party_title.c share: a name and its titles. */
#ifndef SR_RESOLVE_PARTY_PERSON_H
#define SR_RESOLVE_PARTY_PERSON_H

#include "resolve/party_internal.h"

/* A name and what is said with it. */
struct sr_person {
	uint32_t from, to; /* the name */
	uint32_t np;	   /* noun phrase of the name, SR_NONE */
	uint32_t post;	   /* fact of the post, SR_NONE */
	uint32_t post_np;  /* phrase of the post: np, or one beside it */
	const struct sr_fact *known; /* leader or surname of the table */
	bool titled;		     /* a rank or title stands in front */
	bool ranked;
};

/* Takes ranks and posts off the front of the name, and those in small letters
 * in front of it; fills titled, ranked, post, from. */
void sr_person_titles(const struct sr_muster *m, struct sr_person *p);

/* Finds a post in an apposition behind or before the name, if it has none. */
void sr_person_post(const struct sr_muster *m, struct sr_person *p);

/* Where the words of the name's titles begin: "Iraqi Defence Minister X", "the
 * Aleppo governor X"; not those of another phrase. */
uint32_t sr_person_start(const struct sr_muster *m, const struct sr_person *p);

/* The fact of the post that a noun phrase's noun is, SR_NONE. */
uint32_t sr_post_of(const struct sr_muster *m, const struct sr_phrase_np *np);

#endif
