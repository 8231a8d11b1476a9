/* Who held what, what happened, and what contradicts what: worked out once for
 * each state of the ledger from all of its claims, and shared by all who ask.
 * The slider of the page moves over the first, its filters over the second, and
 * every incident looks into the last. */
#ifndef SR_SERVE_PICTURE_H
#define SR_SERVE_PICTURE_H

#include "answer/conflicts.h"
#include "answer/control.h"
#include "answer/incidents.h"
#include "serve/cache.h"

enum sr_picture_of {
	SR_PICTURE_CONTROL,
	SR_PICTURE_CONFLICTS,
	SR_PICTURE_INCIDENTS,
	SR_PICTURES
};

struct sr_pictured {
	char state[SR_TAG];
	struct sr_ask ask; /* owns all that follows */
	struct sr_control_view view;
	struct sr_controls controls;
	struct sr_conflicts_view conflicts;
	struct sr_asked_incidents incidents; /* all of them */
	size_t refs;
};

struct sr_pictures {
	pthread_mutex_t lock, making[SR_PICTURES];
	struct sr_pictured *now[SR_PICTURES];
};

void sr_pictures_init(struct sr_pictures *p);
void sr_pictures_release(struct sr_pictures *p);

/* The picture of the state that `ask`, whose ledger holds still, is of. Made if
 * need be. NULL with the reason in ask->err. */
struct sr_pictured *sr_picture_take(struct sr_pictures *p,
				    enum sr_picture_of of, struct sr_ask *ask,
				    const char *state);
void sr_picture_drop(struct sr_pictures *p, struct sr_pictured *one);

/* Its views, for rows that go into the memory of `ask`. */
struct sr_control_view sr_picture_control(const struct sr_pictured *one,
					  struct sr_ask *ask);
struct sr_conflicts_view sr_picture_conflicts(const struct sr_pictured *one,
					      struct sr_ask *ask);

#endif
