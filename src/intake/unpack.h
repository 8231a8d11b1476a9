/* Bodies of HTTP that are packed whole. */
#ifndef SR_INTAKE_UNPACK_H
#define SR_INTAKE_UNPACK_H

#include "base/arena.h"
#include "base/err.h"

enum sr_packing {
	SR_PACKING_NONE,
	SR_PACKING_GZIP, /* or zlib's: HTTP's deflate */
	SR_PACKING_BROTLI,
	SR_PACKING_ZSTD,
};

/* The bytes unpacked, the arena's, at most so many; of none as they are. *out is
 * left where it fails: SR_LIMIT, SR_NOMEM, SR_REFUSED for what breaks off. */
enum sr_code sr_unpack(struct sr_arena *mem, enum sr_packing packing,
		       struct sr_str in, size_t most, struct sr_str *out,
		       struct sr_err *err) SR_MUST_USE;

#endif
