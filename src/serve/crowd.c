#include "serve/crowd.h"

#include <sys/socket.h>

#include "serve/clock.h"

#define TICK_MS 500
#define CROWDED_TICK_MS 50
#define CROWDED (SR_MOST_CONNECTIONS * 3 / 4)
#define ROOMY (SR_MOST_CONNECTIONS / 2)
#define GRACE_MS 250 /* even in a crowd a head may take so long */

static int64_t most_ms(enum sr_seat_state state)
{
	switch (state) {
	case SR_SEAT_HEAD:
		return SR_HEAD_MS;
	case SR_SEAT_BODY:
		return SR_BODY_MS;
	case SR_SEAT_ANSWER:
		return SR_ANSWER_MS;
	case SR_SEAT_FREE:
		break;
	}
	return INT64_MAX;
}

/* The socket is only shut here; libmicrohttpd sees that and closes it. */
static void end(struct sr_seat *seat, int64_t now)
{
	shutdown(seat->fd, SHUT_RDWR);
	seat->since = now; /* not again at once */
}

static struct sr_seat *oldest_head(struct sr_crowd *c, int64_t now)
{
	struct sr_seat *oldest = NULL;

	for (size_t i = 0; i < SR_LEN(c->seat); i++) {
		struct sr_seat *s = &c->seat[i];
		if (s->state == SR_SEAT_HEAD && now - s->since > GRACE_MS &&
		    (!oldest || s->since < oldest->since))
			oldest = s;
	}
	return oldest;
}

static void look(struct sr_crowd *c, int64_t now)
{
	size_t nused = c->nused;
	struct sr_seat *s;

	for (size_t i = 0; i < SR_LEN(c->seat); i++)
		if (now - c->seat[i].since > most_ms(c->seat[i].state))
			end(&c->seat[i], now);
	if (nused < CROWDED)
		return;
	for (; nused > ROOMY && (s = oldest_head(c, now)); nused--)
		end(s, now);
}

static void *watch(void *user)
{
	struct sr_crowd *c = user;

	pthread_mutex_lock(&c->lock);
	while (!c->ending) {
		struct timespec until;
		sr_clock_after(c->nused >= CROWDED ? CROWDED_TICK_MS : TICK_MS,
			       &until);
		pthread_cond_timedwait(&c->wake, &c->lock, &until);
		look(c, sr_clock_ms());
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

bool sr_crowd_start(struct sr_crowd *c)
{
	pthread_condattr_t attr;

	pthread_mutex_init(&c->lock, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&c->wake, &attr);
	pthread_condattr_destroy(&attr);
	c->on = pthread_create(&c->thread, NULL, watch, c) == 0;
	return c->on;
}

void sr_crowd_stop(struct sr_crowd *c)
{
	if (!c->on)
		return;
	pthread_mutex_lock(&c->lock);
	c->ending = true;
	pthread_cond_signal(&c->wake);
	pthread_mutex_unlock(&c->lock);
	pthread_join(c->thread, NULL);
	pthread_cond_destroy(&c->wake);
	pthread_mutex_destroy(&c->lock);
	c->on = false;
}

struct sr_seat *sr_crowd_come(struct sr_crowd *c, int fd)
{
	struct sr_seat *seat = NULL;

	pthread_mutex_lock(&c->lock);
	for (size_t i = 0; !seat && i < SR_LEN(c->seat); i++)
		if (c->seat[i].state == SR_SEAT_FREE)
			seat = &c->seat[i];
	if (seat) {
		*seat = (struct sr_seat){ SR_SEAT_HEAD, fd, sr_clock_ms(),
					  NULL };
		if (++c->nused >= CROWDED)
			pthread_cond_signal(&c->wake);
	}
	pthread_mutex_unlock(&c->lock);
	return seat;
}

void sr_crowd_go(struct sr_crowd *c, struct sr_seat *seat)
{
	if (!seat)
		return;
	pthread_mutex_lock(&c->lock);
	seat->state = SR_SEAT_FREE;
	c->nused--;
	pthread_mutex_unlock(&c->lock);
}

void sr_crowd_set(struct sr_crowd *c, struct sr_seat *seat,
		  enum sr_seat_state state)
{
	if (!seat)
		return;
	pthread_mutex_lock(&c->lock);
	seat->state = state;
	seat->since = sr_clock_ms();
	pthread_mutex_unlock(&c->lock);
}
