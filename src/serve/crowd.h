/* Who is connected, and who has been at it for too long.
 *
 * libmicrohttpd ends a connection that is silent; one that sends a byte every
 * few seconds would stay for ever. Here each has a deadline for the head of a
 * request, for its body and for taking the answer; a thread ends those that
 * are over it, and, when it gets crowded, the oldest that have not asked
 * anything yet, so that who comes with a whole request is always let in. */
#ifndef SR_SERVE_CROWD_H
#define SR_SERVE_CROWD_H

#include <pthread.h>

#include "base/compiler.h"

#define SR_MOST_CONNECTIONS 400
#define SR_HEAD_MS 15000    /* to send a head, or to send anything again */
#define SR_BODY_MS 30000    /* to send a body */
#define SR_ANSWER_MS 120000 /* to be answered and to take it */

enum sr_seat_state { SR_SEAT_FREE, SR_SEAT_HEAD, SR_SEAT_BODY, SR_SEAT_ANSWER };

struct sr_seat {
	enum sr_seat_state state;
	int fd;
	int64_t since; /* ms */
	void *request; /* of the connection, if one is on: its thread's */
};

struct sr_crowd {
	pthread_mutex_t lock;
	pthread_cond_t wake;
	pthread_t thread;
	bool on, ending;
	size_t nused;
	struct sr_seat seat[SR_MOST_CONNECTIONS + 8];
};

/* False when no thread can be had. */
bool sr_crowd_start(struct sr_crowd *c);
void sr_crowd_stop(struct sr_crowd *c);

/* A connection comes; NULL when there is no seat. It goes; it changes. NULL is
 * fine for a seat. */
struct sr_seat *sr_crowd_come(struct sr_crowd *c, int fd);
void sr_crowd_go(struct sr_crowd *c, struct sr_seat *seat);
void sr_crowd_set(struct sr_crowd *c, struct sr_seat *seat,
		  enum sr_seat_state state);

#endif
