/* See basemap.h. */
#include "draw/basemap.h"

#include "base/file.h"

static enum sr_code damaged(const char *where, const char *what,
			    struct sr_err *err)
{
	return sr_fail(err, SR_REFUSED, where,
		       "expected a base map of this version: %s", what);
}

static bool strip_fits(const struct sr_base *b, const struct sr_strip *s)
{
	return s->npoint <= b->header->npoint &&
	       s->point <= b->header->npoint - s->npoint &&
	       s->name < b->header->nname;
}

static bool layers_fit(const struct sr_base_header *h)
{
	for (unsigned l = 0; l < SR_BASE_LEVELS; l++)
		for (unsigned k = 0; k < SR_BASE_LAYERS; k++)
			if (h->n[l][k] > h->nstrip ||
			    h->first[l][k] > h->nstrip - h->n[l][k])
				return false;
	return true;
}

/* Offsets of names, then the names. */
static bool names_fit(const struct sr_base *b, const char *bytes)
{
	const struct sr_base_header *h = b->header;

	for (uint32_t i = 0; i < h->nname; i++) {
		uint32_t at;
		memcpy(&at, b->name + (size_t)i * 4, 4);
		if (at >= h->name_size ||
		    (unsigned char)bytes[at] >= h->name_size - at)
			return false;
	}
	return h->nname > 0;
}

enum sr_code sr_base_read(struct sr_base *b, struct sr_str bytes,
			  const char *where, struct sr_err *err)
{
	const struct sr_base_header *h = (const void *)bytes.s;

	*b = (struct sr_base){ .bytes = bytes, .header = h };
	if (bytes.n < sizeof(*h) || h->magic != SR_BASE_MAGIC ||
	    h->version != SR_BASE_VERSION)
		return damaged(where, "its header is another", err);
	uint64_t strips = (uint64_t)h->nstrip * sizeof(struct sr_strip);
	uint64_t points = (uint64_t)h->npoint * 8;
	uint64_t names = (uint64_t)h->nname * 4;
	if (sizeof(*h) + strips + points + names + h->name_size != bytes.n)
		return damaged(where, "its length is another", err);
	const char *at = bytes.s + sizeof(*h);
	b->strip = (const void *)at;
	b->point = (const void *)(at + strips);
	b->name = at + strips + points;
	if (!layers_fit(h) || !names_fit(b, b->name + names) ||
	    h->source[sizeof(h->source) - 1])
		return damaged(where, "its list of layers does not fit", err);
	for (uint32_t i = 0; i < h->nstrip; i++)
		if (!strip_fits(b, &b->strip[i]))
			return damaged(where, "points are missing", err);
	return SR_OK;
}

enum sr_code sr_base_open(struct sr_base *b, const char *path,
			  struct sr_err *err)
{
	struct sr_str bytes;
	enum sr_code code = sr_file_map(path, &bytes, err);

	*b = (struct sr_base){ .header = NULL };
	if (code)
		return code;
	code = sr_base_read(b, bytes, path, err);
	if (code) {
		sr_file_unmap(bytes);
		*b = (struct sr_base){ .header = NULL };
	}
	return code;
}

void sr_base_close(struct sr_base *b)
{
	if (b->header)
		sr_file_unmap(b->bytes);
	*b = (struct sr_base){ .header = NULL };
}

unsigned sr_base_level(const struct sr_base *b, double degrees)
{
	unsigned level = 0;

	while (level + 1 < SR_BASE_LEVELS &&
	       b->header->tolerance[level + 1] <= degrees)
		level++;
	return level;
}

const struct sr_strip *sr_base_strips(const struct sr_base *b, unsigned level,
				      enum sr_base_layer layer, size_t *n)
{
	*n = b->header->n[level][layer];
	return b->strip + b->header->first[level][layer];
}

struct sr_str sr_base_name(const struct sr_base *b, uint16_t name)
{
	const char *names = b->name + (size_t)b->header->nname * 4;
	uint32_t at;

	if (!name || name >= b->header->nname)
		return (struct sr_str){ NULL, 0 };
	memcpy(&at, b->name + (size_t)name * 4, 4);
	return (struct sr_str){ names + at + 1, (unsigned char)names[at] };
}
