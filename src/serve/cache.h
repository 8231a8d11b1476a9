/* Answers that were given, each by its address, until the ledger changes or
 * room is needed: the least lately asked for goes first. An answer is shared
 * by all who ask and lives until the last of them has it. */
#ifndef SR_SERVE_CACHE_H
#define SR_SERVE_CACHE_H

#include <pthread.h>

#include "base/str.h"

#define SR_MOST_KEPT 256		       /* answers */
#define SR_MOST_KEPT_BYTES ((size_t)192 << 20) /* bytes of them in all */
#define SR_TAG 24 /* of a state of the ledger, or file */

struct sr_body {
	char *key;
	char tag[SR_TAG];
	const char *type;     /* static */
	char *bytes, *packed; /* packed: by gzip, when first asked for */
	size_t n, npacked;
	size_t refs;
	uint64_t used; /* when it was last asked for, in turns */
};

#define SR_MOST_MAKING 64

struct sr_cache {
	pthread_mutex_t lock;
	pthread_cond_t made;
	struct sr_making {
		struct sr_str key; /* its maker's; s is NULL: free */
		const char *tag;
	} making[SR_MOST_MAKING];
	struct sr_body *body[SR_MOST_KEPT];
	size_t nbody, nbyte;
	uint64_t turn;
};

void sr_cache_init(struct sr_cache *c);
void sr_cache_release(struct sr_cache *c);

/* The answer kept for an address in that state, or NULL. Given back with
 * sr_cache_drop. */
struct sr_body *sr_cache_find(struct sr_cache *c, struct sr_str key,
			      const char *tag);

/* Whether the caller is to work out what was not found. False: another one was
 * at it, and has just ended: look again. True is ended with sr_cache_made, with
 * key and tag untouched until then. */
bool sr_cache_make(struct sr_cache *c, struct sr_str key, const char *tag);
void sr_cache_made(struct sr_cache *c, struct sr_str key, const char *tag);

/* Keeps a copy of an answer and gives it as sr_cache_find does; NULL without
 * memory. Those of the same address in other states are let go. */
struct sr_body *sr_cache_put(struct sr_cache *c, struct sr_str key,
			     const char *tag, const char *type,
			     struct sr_str bytes);

/* An answer that is given once and not kept; NULL without memory. */
struct sr_body *sr_body_once(const char *type, struct sr_str bytes);

void sr_cache_drop(struct sr_cache *c, struct sr_body *b);

/* Its bytes packed by gzip; false where that is not worth it, or without
 * memory. Lives as long as the body. */
bool sr_cache_pack(struct sr_cache *c, struct sr_body *b, struct sr_str *out);

#endif
