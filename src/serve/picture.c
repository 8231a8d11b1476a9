#include "serve/picture.h"

#include <stdlib.h>

#include "serve/hand.h"

void sr_pictures_init(struct sr_pictures *p)
{
	pthread_mutex_init(&p->lock, NULL);
	for (int i = 0; i < SR_PICTURES; i++)
		pthread_mutex_init(&p->making[i], NULL);
}

static void free_one(struct sr_pictured *one)
{
	sr_ask_release(&one->ask);
	free(one);
}

void sr_picture_drop(struct sr_pictures *p, struct sr_pictured *one)
{
	bool last;

	if (!one)
		return;
	pthread_mutex_lock(&p->lock);
	last = !--one->refs;
	pthread_mutex_unlock(&p->lock);
	if (last)
		free_one(one);
}

void sr_pictures_release(struct sr_pictures *p)
{
	for (int i = 0; i < SR_PICTURES; i++) {
		sr_picture_drop(p, p->now[i]);
		pthread_mutex_destroy(&p->making[i]);
	}
	pthread_mutex_destroy(&p->lock);
}

static struct sr_pictured *find(struct sr_pictures *p, enum sr_picture_of of,
				const char *state)
{
	struct sr_pictured *one = NULL;

	pthread_mutex_lock(&p->lock);
	if (p->now[of] && strcmp(p->now[of]->state, state) == 0) {
		one = p->now[of];
		one->refs++;
	}
	pthread_mutex_unlock(&p->lock);
	return one;
}

static enum sr_code work_out(struct sr_pictured *one, enum sr_picture_of of)
{
	enum sr_code code;

	if (of == SR_PICTURE_CONFLICTS)
		return sr_conflicts_load(&one->ask, true, &one->conflicts);
	if (of == SR_PICTURE_INCIDENTS)
		return sr_ask_incidents(&one->ask, &one->incidents);
	one->view.ask = &one->ask;
	code = sr_control_load(&one->view);
	return code ? code : sr_controls(&one->view, &one->controls);
}

/* The ledger is its own as long as it is made: after that it asks nothing. */
static struct sr_pictured *make(struct sr_ask *ask, enum sr_picture_of of,
				const char *state)
{
	struct sr_pictured *one = calloc(1, sizeof(*one));

	if (!one) {
		sr_fail_nomem(&ask->err, "picture");
		return NULL;
	}
	sr_ask_init(&one->ask);
	one->ask.mem.limit = SR_ANSWER_MEMORY;
	one->ask.ledger = ask->ledger;
	one->ask.kit = ask->kit;
	snprintf(one->state, sizeof(one->state), "%s", state);
	enum sr_code code = work_out(one, of);
	one->ask.ledger = NULL;
	if (!code)
		return one;
	ask->err = one->ask.err;
	ask->err.code = code;
	free_one(one);
	return NULL;
}

struct sr_pictured *sr_picture_take(struct sr_pictures *p,
				    enum sr_picture_of of, struct sr_ask *ask,
				    const char *state)
{
	struct sr_pictured *one, *was = NULL;

	pthread_mutex_lock(&p->making[of]);
	one = find(p, of, state);
	if (!one && (one = make(ask, of, state))) {
		pthread_mutex_lock(&p->lock);
		was = p->now[of];
		p->now[of] = one;
		one->refs = 2;
		pthread_mutex_unlock(&p->lock);
	}
	pthread_mutex_unlock(&p->making[of]);
	sr_picture_drop(p, was);
	return one;
}

struct sr_control_view sr_picture_control(const struct sr_pictured *one,
					  struct sr_ask *ask)
{
	struct sr_control_view view = one->view;

	view.ask = ask;
	return view;
}

struct sr_conflicts_view sr_picture_conflicts(const struct sr_pictured *one,
					      struct sr_ask *ask)
{
	struct sr_conflicts_view view = one->conflicts;

	view.ask = ask;
	return view;
}
