#include "serve/cache.h"

#include <stdlib.h>
#include <zlib.h>

#define LEAST_PACKED 1024
#define LEVEL 4

void sr_cache_init(struct sr_cache *c)
{
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->made, NULL);
}

static void free_body(struct sr_body *b)
{
	free(b->key);
	free(b->bytes);
	free(b->packed);
	free(b);
}

/* Under the lock. */
static void let_go(struct sr_cache *c, size_t i)
{
	struct sr_body *b = c->body[i];

	c->nbyte -= b->n + b->npacked;
	c->body[i] = c->body[--c->nbody];
	if (!--b->refs)
		free_body(b);
}

void sr_cache_release(struct sr_cache *c)
{
	while (c->nbody)
		let_go(c, c->nbody - 1);
	pthread_cond_destroy(&c->made);
	pthread_mutex_destroy(&c->lock);
}

struct sr_body *sr_cache_find(struct sr_cache *c, struct sr_str key,
			      const char *tag)
{
	struct sr_body *found = NULL;

	pthread_mutex_lock(&c->lock);
	for (size_t i = 0; !found && i < c->nbody; i++)
		if (sr_str_is(key, c->body[i]->key) &&
		    strcmp(c->body[i]->tag, tag) == 0)
			found = c->body[i];
	if (found) {
		found->refs++;
		found->used = ++c->turn;
	}
	pthread_mutex_unlock(&c->lock);
	return found;
}

/* Who is at it; NULL: nobody. Under the lock. */
static struct sr_making *maker_of(struct sr_cache *c, struct sr_str key,
				  const char *tag)
{
	for (size_t i = 0; i < SR_MOST_MAKING; i++)
		if (c->making[i].key.s && sr_str_equal(c->making[i].key, key) &&
		    strcmp(c->making[i].tag, tag) == 0)
			return &c->making[i];
	return NULL;
}

bool sr_cache_make(struct sr_cache *c, struct sr_str key, const char *tag)
{
	bool own;

	pthread_mutex_lock(&c->lock);
	own = !maker_of(c, key, tag);
	while (!own && maker_of(c, key, tag))
		pthread_cond_wait(&c->made, &c->lock);
	/* Where there is no room to note it, two may be at the same. */
	for (size_t i = 0; own && i < SR_MOST_MAKING; i++)
		if (!c->making[i].key.s) {
			c->making[i] = (struct sr_making){ key, tag };
			break;
		}
	pthread_mutex_unlock(&c->lock);
	return own;
}

void sr_cache_made(struct sr_cache *c, struct sr_str key, const char *tag)
{
	pthread_mutex_lock(&c->lock);
	struct sr_making *m = maker_of(c, key, tag);
	if (m)
		m->key.s = NULL;
	pthread_cond_broadcast(&c->made);
	pthread_mutex_unlock(&c->lock);
}

/* Under the lock: room for one more of so many bytes. */
static void make_room(struct sr_cache *c, struct sr_str key, size_t n)
{
	for (size_t i = c->nbody; i-- > 0;)
		if (sr_str_is(key, c->body[i]->key))
			let_go(c, i);
	while (c->nbody && (c->nbody == SR_MOST_KEPT ||
			    c->nbyte + n > SR_MOST_KEPT_BYTES)) {
		size_t oldest = 0;
		for (size_t i = 1; i < c->nbody; i++)
			if (c->body[i]->used < c->body[oldest]->used)
				oldest = i;
		let_go(c, oldest);
	}
}

static struct sr_body *new_body(struct sr_str key, const char *tag,
				const char *type, struct sr_str bytes)
{
	struct sr_body *b = calloc(1, sizeof(*b));

	if (!b)
		return NULL;
	b->key = calloc(key.n + 1, 1);
	b->bytes = malloc(bytes.n + 1);
	if (!b->key || !b->bytes) {
		free_body(b);
		return NULL;
	}
	if (key.n)
		memcpy(b->key, key.s, key.n);
	if (bytes.n)
		memcpy(b->bytes, bytes.s, bytes.n);
	b->bytes[bytes.n] = '\0';
	b->n = bytes.n;
	b->type = type;
	snprintf(b->tag, sizeof(b->tag), "%s", tag);
	b->refs = 1;
	return b;
}

struct sr_body *sr_cache_put(struct sr_cache *c, struct sr_str key,
			     const char *tag, const char *type,
			     struct sr_str bytes)
{
	struct sr_body *b = new_body(key, tag, type, bytes);

	if (!b || bytes.n > SR_MOST_KEPT_BYTES / 4)
		return b;
	pthread_mutex_lock(&c->lock);
	make_room(c, key, bytes.n);
	c->body[c->nbody++] = b;
	c->nbyte += b->n;
	b->refs++;
	b->used = ++c->turn;
	pthread_mutex_unlock(&c->lock);
	return b;
}

struct sr_body *sr_body_once(const char *type, struct sr_str bytes)
{
	return new_body((struct sr_str){ "", 0 }, "", type, bytes);
}

void sr_cache_drop(struct sr_cache *c, struct sr_body *b)
{
	bool last;

	if (!b)
		return;
	pthread_mutex_lock(&c->lock);
	last = !--b->refs;
	pthread_mutex_unlock(&c->lock);
	if (last)
		free_body(b);
}

/* One gzip member; NULL without memory or where it gets no smaller. */
static char *gzip(const struct sr_body *b, size_t *n)
{
	z_stream z = { .next_in = (Bytef *)b->bytes, .avail_in = (uInt)b->n };
	char *out = NULL;

	if (deflateInit2(&z, LEVEL, Z_DEFLATED, 15 + 16, 8,
			 Z_DEFAULT_STRATEGY) != Z_OK)
		return NULL;
	size_t room = deflateBound(&z, (uLong)b->n);
	out = malloc(room);
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)room;
	bool whole = out && deflate(&z, Z_FINISH) == Z_STREAM_END;
	*n = z.total_out;
	deflateEnd(&z);
	if (whole && *n < b->n)
		return out;
	free(out);
	return NULL;
}

/* Is it kept? Under the lock. */
static bool is_kept(const struct sr_cache *c, const struct sr_body *b)
{
	for (size_t i = 0; i < c->nbody; i++)
		if (c->body[i] == b)
			return true;
	return false;
}

bool sr_cache_pack(struct sr_cache *c, struct sr_body *b, struct sr_str *out)
{
	bool is_text = strstr(b->type, "text/") == b->type ||
		       strstr(b->type, "json") || strstr(b->type, "svg");
	char *made = NULL;
	size_t n = 0;

	if (!is_text || b->n < LEAST_PACKED || b->n > (size_t)1 << 30)
		return false;
	pthread_mutex_lock(&c->lock);
	bool is_made = b->packed;
	pthread_mutex_unlock(&c->lock);
	if (!is_made)
		made = gzip(b, &n);
	pthread_mutex_lock(&c->lock);
	if (made && !b->packed) {
		b->packed = made;
		b->npacked = n;
		made = NULL;
		if (is_kept(c, b))
			c->nbyte += n;
	}
	*out = (struct sr_str){ b->packed, b->npacked };
	pthread_mutex_unlock(&c->lock);
	free(made);
	return out->s;
}
