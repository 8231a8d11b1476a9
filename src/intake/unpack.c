#include "intake/unpack.h"

#include <brotli/decode.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

/* What is unpacked so far; it has room for one byte more than there may be. */
struct unpacked {
	struct sr_arena *mem;
	struct sr_str in; /* what is left */
	char *p;
	size_t n, room, most;
};

enum state { MORE, END, BROKEN };

/* Doubles the room; false where there is enough of it, or no memory. */
static bool grow(struct unpacked *u)
{
	size_t room = u->room ? u->room * 2 : u->in.n * 4 + 4096;

	room = room > u->most + 1 ? u->most + 1 : room;
	char *p = u->room > u->most ? NULL : sr_arena_raw(u->mem, room, 1);
	if (!p)
		return false;
	if (u->n)
		memcpy(p, u->p, u->n);
	u->p = p;
	u->room = room;
	return true;
}

static enum state inflate_some(void *from, struct unpacked *u)
{
	z_stream *z = from;

	z->next_in = (z_const Bytef *)(uintptr_t)u->in.s;
	z->avail_in = (uInt)u->in.n;
	z->next_out = (Bytef *)u->p + u->n;
	z->avail_out = (uInt)(u->room - u->n);
	int state = inflate(z, Z_NO_FLUSH);
	u->n = u->room - z->avail_out;
	u->in = (struct sr_str){ (const char *)z->next_in, z->avail_in };
	return state == Z_STREAM_END			  ? END
	       : state == Z_OK || state == Z_BUF_ERROR ? MORE
						       : BROKEN;
}

static enum state brotli_some(void *from, struct unpacked *u)
{
	const uint8_t *in = (const uint8_t *)u->in.s;
	uint8_t *out = (uint8_t *)u->p + u->n;
	size_t room = u->room - u->n;
	BrotliDecoderResult r = BrotliDecoderDecompressStream(
		from, &u->in.n, &in, &room, &out, NULL);

	u->in.s = (const char *)in;
	u->n = u->room - room;
	return r == BROTLI_DECODER_RESULT_SUCCESS ? u->in.n ? BROKEN : END
	       : r == BROTLI_DECODER_RESULT_ERROR ? BROKEN
						  : MORE;
}

static enum state zstd_some(void *from, struct unpacked *u)
{
	ZSTD_inBuffer in = { u->in.s, u->in.n, 0 };
	ZSTD_outBuffer out = { u->p, u->room, u->n };
	size_t left = ZSTD_decompressStream(from, &out, &in);

	u->n = out.pos;
	u->in = (struct sr_str){ u->in.s + in.pos, u->in.n - in.pos };
	if (ZSTD_isError(left))
		return BROKEN;
	return left == 0 && !u->in.n ? END : MORE;
}

static enum sr_code run(struct unpacked *u,
			enum state (*some)(void *, struct unpacked *),
			void *from, struct sr_err *err)
{
	enum state state = MORE;

	while (state == MORE && (u->n < u->room || grow(u))) {
		size_t left = u->in.n, n = u->n;
		state = some(from, u);
		if (state == MORE && u->in.n == left && u->n == n)
			state = BROKEN;
	}
	if (u->n > u->most)
		return sr_fail(err, SR_LIMIT, "",
			       "unpacks to more than %zu bytes", u->most);
	if (state == MORE)
		return sr_fail_nomem(err, "body");
	if (state == BROKEN)
		return sr_fail(err, SR_REFUSED, "",
			       "a packed body that breaks off or is damaged");
	return SR_OK;
}

static enum sr_code unpack_gzip(struct unpacked *u, struct sr_err *err)
{
	z_stream z = { .avail_in = 0 };

	if (inflateInit2(&z, 15 + 32) != Z_OK)
		return sr_fail_nomem(err, "body");
	enum sr_code code = run(u, inflate_some, &z, err);
	inflateEnd(&z);
	return code;
}

static enum sr_code unpack_brotli(struct unpacked *u, struct sr_err *err)
{
	BrotliDecoderState *s = BrotliDecoderCreateInstance(NULL, NULL, NULL);

	if (!s)
		return sr_fail_nomem(err, "body");
	enum sr_code code = run(u, brotli_some, s, err);
	BrotliDecoderDestroyInstance(s);
	return code;
}

static enum sr_code unpack_zstd(struct unpacked *u, struct sr_err *err)
{
	ZSTD_DCtx *ctx = ZSTD_createDCtx();

	if (!ctx)
		return sr_fail_nomem(err, "body");
	enum sr_code code = run(u, zstd_some, ctx, err);
	ZSTD_freeDCtx(ctx);
	return code;
}

enum sr_code sr_unpack(struct sr_arena *mem, enum sr_packing packing,
		       struct sr_str in, size_t most, struct sr_str *out,
		       struct sr_err *err)
{
	struct unpacked u = { .mem = mem, .in = in, .most = most };
	enum sr_code code = SR_OK;

	switch (packing) {
	case SR_PACKING_GZIP:
		code = unpack_gzip(&u, err);
		break;
	case SR_PACKING_BROTLI:
		code = unpack_brotli(&u, err);
		break;
	case SR_PACKING_ZSTD:
		code = unpack_zstd(&u, err);
		break;
	case SR_PACKING_NONE:
		return SR_OK;
	}
	if (!code)
		*out = (struct sr_str){ u.p ? u.p : "", u.n };
	return code;
}
