/* gzip (RFC 1952) by zlib, member by member, as WARC files have one for each
 * record. What stands before a break is given to the last byte. */
#include <string.h>
#include <zlib.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/open.h"

#define FEW ((uint64_t)64 << 20) /* bytes that may be packed ever so well */

struct unpack {
	struct sr_stream *s;
	z_stream z;
	bool within; /* a member */
	uint64_t unpacked;
};

/* The next member, if one begins here; what follows a member and is none is
 * padding. */
static bool begin_member(struct unpack *u, struct sr_str *w)
{
	*w = sr_stream_peek(u->s, 2);
	if (w->n < 2 || memcmp(w->s, "\x1F\x8B", 2) != 0)
		return false;
	u->within = inflateReset(&u->z) == Z_OK;
	return u->within;
}

static enum sr_code step(struct unpack *u, struct sr_str w, struct sr_err *err)
{
	u->z.next_in = (z_const Bytef *)(uintptr_t)w.s;
	u->z.avail_in = (uInt)(w.n < (1u << 30) ? w.n : 1u << 30);
	uInt had = u->z.avail_in;
	int state = inflate(&u->z, Z_NO_FLUSH);
	sr_stream_skip(u->s, had - u->z.avail_in);
	if (state == Z_STREAM_END)
		u->within = false;
	else if (state == Z_BUF_ERROR && !w.n)
		return sr_fail(err, SR_REFUSED, "",
			       "a packed file that breaks off");
	else if (state != Z_OK && state != Z_BUF_ERROR)
		return sr_fail(err, SR_REFUSED, "", "damaged: %s",
			       u->z.msg ? u->z.msg : "not gzip");
	return SR_OK;
}

static enum sr_code pull(void *from, char *out, size_t n, size_t *got,
			 struct sr_err *err)
{
	struct unpack *u = from;
	enum sr_code code = SR_OK;

	u->z.next_out = (Bytef *)out;
	u->z.avail_out = (uInt)n;
	while (!code && u->z.avail_out == n) {
		struct sr_str w = sr_stream_peek(u->s, 1);
		if (!u->within && !begin_member(u, &w))
			break;
		code = step(u, w, err);
	}
	*got = n - u->z.avail_out;
	u->unpacked += *got;
	if (u->unpacked > FEW && u->unpacked / SR_MAX_RATIO > u->s->pulled)
		return sr_fail(err, SR_LIMIT, "",
			       "unpacks to more than %u times its size "
			       "(SR_MAX_RATIO)",
			       SR_MAX_RATIO);
	return code;
}

bool sr_open_gzip(const struct sr_within *w, struct sr_stream *s)
{
	struct unpack u = { .s = s };
	struct sr_within in = *w;
	struct sr_stream out;

	if (inflateInit2(&u.z, 15 + 16) != Z_OK)
		return sr_give_error(w, 0, SR_NOMEM, "no memory");
	in.depth++;
	in.size = 0;
	sr_stream_init(&out, pull, &u);
	bool go_on = sr_open(&in, &out);
	sr_stream_release(&out);
	inflateEnd(&u.z);
	return go_on;
}
