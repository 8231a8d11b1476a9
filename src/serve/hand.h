/* A few handles of the ledger, lent to one thread at a time: as many questions
 * are worked on at once, whoever else asks waits for his turn. One more only
 * looks whether the ledger has changed, one writes. */
#ifndef SR_SERVE_HAND_H
#define SR_SERVE_HAND_H

#include <pthread.h>
#include <sys/types.h>

#include "answer/ask.h"
#include "serve/cache.h"

#define SR_MOST_HANDS 4
#define SR_WAIT_MS 3000	 /* for another program that writes */
#define SR_TURN_MS 20000 /* for a handle */
#define SR_ANSWER_MEMORY ((size_t)4 << 30)

struct sr_hand {
	struct sr_ledger *ledger;
	unsigned of; /* the file's number, when it was opened */
	bool lent;
};

struct sr_hands {
	const char *path;
	pthread_mutex_t lock, watching, writing;
	pthread_cond_t free;
	struct sr_hand hand[SR_MOST_HANDS];
	struct sr_ledger *watch, *writer;
	unsigned writer_of;
	dev_t dev; /* of the file that is open */
	ino_t ino;
	unsigned of;	    /* another file each time it is exchanged */
	char salt[SR_TAG];  /* what else decides the answers */
	char state[SR_TAG]; /* of the ledger, when last seen */
};

/* `salt`: what beside the ledger decides the answers, goes into its state. */
enum sr_code sr_hands_open(struct sr_hands *h, const char *path,
			   const char *salt, struct sr_err *err) SR_MUST_USE;
void sr_hands_close(struct sr_hands *h);

/* The state of the ledger: 16 hex digits, others when anything was written. As
 * long as another program keeps it locked, the one seen last. */
enum sr_code sr_hands_state(struct sr_hands *h, char state[SR_TAG],
			    struct sr_err *err) SR_MUST_USE;

/* Lends a handle that holds the ledger as it is, and says which state that is;
 * NULL with the reason, `busy` where trying again may help. */
struct sr_hand *sr_hands_take(struct sr_hands *h, char state[SR_TAG],
			      bool *busy, struct sr_err *err);
void sr_hands_give(struct sr_hands *h, struct sr_hand *hand);

/* The one that writes, lent to one at a time; NULL as above. Given back with
 * how it went: what failed is undone. True when it failed because another
 * program was writing. */
struct sr_ledger *sr_hands_write(struct sr_hands *h, struct sr_err *err);
bool sr_hands_written(struct sr_hands *h, enum sr_code code);

#endif
