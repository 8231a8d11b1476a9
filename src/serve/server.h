/* The server as its own files see it. */
#ifndef SR_SERVE_SERVER_H
#define SR_SERVE_SERVER_H

#include <stdatomic.h>

#include "serve/cache.h"
#include "serve/crowd.h"
#include "serve/guard.h"
#include "serve/hand.h"
#include "serve/picture.h"
#include "serve/serve.h"

#define SR_URL 128

struct MHD_Daemon;

struct sr_server {
	const struct sr_serve_options *o;
	struct sr_guard guard;
	struct sr_hands hands;
	struct sr_cache cache;
	struct sr_pictures pictures;
	struct sr_crowd crowd;
	struct MHD_Daemon *daemon;
	pthread_mutex_t reading; /* one report is read at a time */
	pthread_mutex_t drawing; /* one map is drawn, or brief set, at a time:
				    Pango's fonts are for one thread */
	pthread_t warmer;
	bool warms;
	atomic_bool ending;
	int fd;
	char url[SR_URL], name[128]; /* name: of the ledger's file */
};

#endif
