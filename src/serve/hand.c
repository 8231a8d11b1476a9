#include "serve/hand.h"

#include <stdio.h>
#include <sys/stat.h>

#include "serve/clock.h"

/* Has the file been exchanged for another one since? Under `watching`. */
static bool is_other(struct sr_hands *h)
{
	struct stat st;

	if (stat(h->path, &st) != 0 ||
	    (st.st_dev == h->dev && st.st_ino == h->ino))
		return false;
	h->dev = st.st_dev;
	h->ino = st.st_ino;
	return true;
}

static void state_of(const struct sr_hands *h, const char *head,
		     char state[SR_TAG])
{
	struct sr_digest d;
	char hex[SR_HEX];

	sr_digest_init(&d);
	sr_digest_text(&d, sr_str_of(head));
	sr_digest_text(&d, sr_str_of(h->salt));
	sr_digest_end(&d, hex);
	snprintf(state, SR_TAG, "%.16s", hex);
}

static struct sr_ledger *open_one(const struct sr_hands *h, struct sr_err *err)
{
	struct sr_ledger *l = sr_ledger_open(h->path, SR_LEDGER_READ, err);

	if (l)
		sr_ledger_wait(l, SR_WAIT_MS);
	return l;
}

enum sr_code sr_hands_open(struct sr_hands *h, const char *path,
			   const char *salt, struct sr_err *err)
{
	pthread_condattr_t attr;

	h->path = path;
	snprintf(h->salt, sizeof(h->salt), "%s", salt);
	pthread_mutex_init(&h->lock, NULL);
	pthread_mutex_init(&h->watching, NULL);
	pthread_mutex_init(&h->writing, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&h->free, &attr);
	pthread_condattr_destroy(&attr);
	is_other(h);
	h->watch = open_one(h, err);
	return h->watch ? sr_hands_state(h, h->state, err) : err->code;
}

void sr_hands_close(struct sr_hands *h)
{
	if (!h->path)
		return;
	for (int i = 0; i < SR_MOST_HANDS; i++)
		sr_ledger_close(h->hand[i].ledger);
	sr_ledger_close(h->watch);
	sr_ledger_close(h->writer);
	pthread_cond_destroy(&h->free);
	pthread_mutex_destroy(&h->lock);
	pthread_mutex_destroy(&h->watching);
	pthread_mutex_destroy(&h->writing);
}

enum sr_code sr_hands_state(struct sr_hands *h, char state[SR_TAG],
			    struct sr_err *err)
{
	char head[SR_HEX];
	enum sr_code code = SR_OK;

	pthread_mutex_lock(&h->watching);
	if (is_other(h)) {
		struct sr_ledger *l = open_one(h, err);
		if (l) {
			sr_ledger_close(h->watch);
			h->watch = l;
			h->of++;
		} else {
			h->ino = 0; /* tried again with the next request */
			code = SR_DATABASE;
		}
	}
	if (!code)
		sr_ledger_wait(h->watch, h->state[0] ? 50 : SR_WAIT_MS);
	if (!code)
		code = sr_ledger_hold(h->watch, head, err);
	if (!code) {
		sr_ledger_let_go(h->watch);
		state_of(h, head, h->state);
	} else if (h->state[0] && sr_ledger_was_busy(h->watch)) {
		*err = (struct sr_err){ 0 };
		code = SR_OK;
	}
	memmove(state, h->state, SR_TAG);
	pthread_mutex_unlock(&h->watching);
	return code;
}

static struct sr_hand *wait_for_one(struct sr_hands *h)
{
	struct sr_hand *hand = NULL;
	struct timespec until;
	int timed_out = 0;

	sr_clock_after(SR_TURN_MS, &until);
	pthread_mutex_lock(&h->lock);
	while (!hand && !timed_out) {
		for (int i = 0; !hand && i < SR_MOST_HANDS; i++)
			if (!h->hand[i].lent)
				hand = &h->hand[i];
		if (!hand)
			timed_out = pthread_cond_timedwait(&h->free, &h->lock,
							   &until);
	}
	if (hand)
		hand->lent = true;
	pthread_mutex_unlock(&h->lock);
	return hand;
}

static unsigned file_now(struct sr_hands *h)
{
	pthread_mutex_lock(&h->watching);
	unsigned of = h->of;
	pthread_mutex_unlock(&h->watching);
	return of;
}

struct sr_hand *sr_hands_take(struct sr_hands *h, char state[SR_TAG],
			      bool *busy, struct sr_err *err)
{
	struct sr_hand *hand = wait_for_one(h);
	unsigned of = file_now(h);
	char head[SR_HEX];

	*busy = !hand;
	if (!hand) {
		sr_fail(err, SR_LIMIT, "",
			"too many questions at once; try again");
		return NULL;
	}
	if (hand->ledger && hand->of != of) {
		sr_ledger_close(hand->ledger);
		hand->ledger = NULL;
	}
	if (!hand->ledger)
		hand->ledger = open_one(h, err);
	hand->of = of;
	if (hand->ledger && !sr_ledger_hold(hand->ledger, head, err)) {
		state_of(h, head, state);
		return hand;
	}
	*busy = hand->ledger && sr_ledger_was_busy(hand->ledger);
	sr_hands_give(h, hand);
	return NULL;
}

void sr_hands_give(struct sr_hands *h, struct sr_hand *hand)
{
	if (hand->ledger)
		sr_ledger_let_go(hand->ledger);
	pthread_mutex_lock(&h->lock);
	hand->lent = false;
	pthread_cond_signal(&h->free);
	pthread_mutex_unlock(&h->lock);
}

struct sr_ledger *sr_hands_write(struct sr_hands *h, struct sr_err *err)
{
	unsigned of = file_now(h);

	pthread_mutex_lock(&h->writing);
	if (h->writer && h->writer_of != of) {
		sr_ledger_close(h->writer);
		h->writer = NULL;
	}
	if (!h->writer)
		h->writer = sr_ledger_open(h->path, SR_LEDGER_WRITE, err);
	h->writer_of = of;
	if (h->writer)
		sr_ledger_wait(h->writer, SR_WAIT_MS);
	else
		pthread_mutex_unlock(&h->writing);
	return h->writer;
}

bool sr_hands_written(struct sr_hands *h, enum sr_code code)
{
	bool busy = code && sr_ledger_was_busy(h->writer);

	if (code) { /* what was begun is undone */
		sr_ledger_close(h->writer);
		h->writer = NULL;
	}
	pthread_mutex_unlock(&h->writing);
	return busy;
}
