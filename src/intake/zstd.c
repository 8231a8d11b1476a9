/* Zstandard (RFC 8878), frame by frame; with a dictionary in a first frame that
 * is to be skipped, as WARC files have it (magic 0x184D2A5D). */
#include <string.h>
#include <zstd.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/open.h"

#define DICTIONARY "\x5D\x2A\x4D\x18"
#define LARGEST_DICTIONARY ((size_t)4 << 20)
#define WINDOW_LOG 27 /* 128 MiB of what was unpacked before */
#define FEW ((uint64_t)64 << 20)

struct unpack {
	struct sr_stream *s;
	ZSTD_DCtx *ctx;
	size_t left; /* what ZSTD_decompressStream gave: 0, a frame ended */
	uint64_t unpacked;
};

static enum sr_code pull(void *from, char *out, size_t n, size_t *got,
			 struct sr_err *err)
{
	struct unpack *u = from;
	ZSTD_outBuffer o = { out, n, 0 };

	while (o.pos == 0) {
		struct sr_str w = sr_stream_peek(u->s, 1);
		ZSTD_inBuffer i = { w.s, w.n, 0 };
		if (!w.n && u->left == 0)
			break;
		size_t left = ZSTD_decompressStream(u->ctx, &o, &i);
		if (ZSTD_isError(left))
			return sr_fail(err, SR_REFUSED, "",
				       "damaged: %s", ZSTD_getErrorName(left));
		if (!w.n && o.pos == 0)
			return sr_fail(err, SR_REFUSED, "",
				       "a packed file that breaks off");
		u->left = left;
		sr_stream_skip(u->s, i.pos);
	}
	*got = o.pos;
	u->unpacked += o.pos;
	if (u->unpacked > FEW && u->unpacked / SR_MAX_RATIO > u->s->pulled)
		return sr_fail(err, SR_LIMIT, "",
			       "unpacks to more than %u times its size "
			       "(SR_MAX_RATIO)",
			       SR_MAX_RATIO);
	return SR_OK;
}

static uint32_t little(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	       (uint32_t)b[3] << 24;
}

/* Takes the dictionary that a first frame holds, itself packed or not. */
static bool take_dictionary(struct unpack *u)
{
	struct sr_str w = sr_stream_peek(u->s, 8);

	if (w.n < 8 || memcmp(w.s, DICTIONARY, 4) != 0)
		return true;
	size_t n = little(w.s + 4);
	if (n > LARGEST_DICTIONARY)
		return false;
	w = sr_stream_peek(u->s, 8 + n);
	if (w.n < 8 + n)
		return false;
	struct sr_str dict = { w.s + 8, n };
	struct sr_arena mem;
	sr_arena_init(&mem, LARGEST_DICTIONARY * 2);
	bool ok = true;
	if (n > 4 && little(dict.s) == ZSTD_MAGICNUMBER) {
		char *out = sr_arena_raw(&mem, LARGEST_DICTIONARY, 1);
		size_t k = out ? ZSTD_decompress(out, LARGEST_DICTIONARY,
						 dict.s, dict.n)
			       : 0;
		ok = out && !ZSTD_isError(k);
		dict = (struct sr_str){ out, ok ? k : 0 };
	}
	ok = ok && !ZSTD_isError(
			   ZSTD_DCtx_loadDictionary(u->ctx, dict.s, dict.n));
	sr_arena_release(&mem);
	sr_stream_skip(u->s, 8 + n);
	return ok;
}

bool sr_open_zstd(const struct sr_within *w, struct sr_stream *s)
{
	struct unpack u = { .s = s, .ctx = ZSTD_createDCtx() };
	struct sr_within in = *w;
	struct sr_stream out;
	bool go_on;

	if (!u.ctx)
		return sr_give_error(w, 0, SR_NOMEM, "no memory");
	ZSTD_DCtx_setParameter(u.ctx, ZSTD_d_windowLogMax, WINDOW_LOG);
	if (take_dictionary(&u)) {
		in.depth++;
		in.size = 0;
		sr_stream_init(&out, pull, &u);
		go_on = sr_open(&in, &out);
		sr_stream_release(&out);
	} else {
		go_on = sr_give_error(w, 0, SR_REFUSED,
				      "a packed file whose dictionary is "
				      "damaged or too large");
	}
	ZSTD_freeDCtx(u.ctx);
	return go_on;
}
