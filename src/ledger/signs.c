#include "ledger/signs.h"

#define CHUNK 4096u  /* reports */
#define CHUNKS 256u  /* at most: the first million of reports, 32 MB */
#define SIGN_BITS 240u
#define MOST_MARKS 240u /* of a new report: beyond, signs say nothing */
#define PAYS 8	     /* a sketch read by itself costs as much as so many */

/* A bit for each mark; the first 16 bits are how many marks there are, 0 for a
 * report that has none or is not known. */
struct sign {
	uint64_t bits[4];
};

struct sr_signs {
	bool all; /* of all reports */
	int64_t asked;
	struct sign *chunk[CHUNKS];
	uint8_t at[MOST_MARKS]; /* the new report's bits */
	uint32_t nmark;		/* 0: there are too many */
};

static unsigned bit_of(uint64_t mark)
{
	return 16 + (unsigned)((mark * 0x9e3779b97f4a7c15u >> 40) % SIGN_BITS);
}

/* Its place, made where there is none; NULL: beyond the bound. */
static struct sign *place_of(struct sr_ledger *l, int64_t report)
{
	struct sr_signs *s = l->signs;

	if (report <= 0 || report >= (int64_t)CHUNK * CHUNKS)
		return NULL;
	struct sign **chunk = &s->chunk[report / CHUNK];
	if (!*chunk)
		*chunk = SR_NEW(&l->signs_mem, struct sign, CHUNK);
	return *chunk ? &(*chunk)[report % CHUNK] : NULL;
}

static void add(struct sign *s, uint64_t mark)
{
	unsigned bit = bit_of(mark);

	s->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void set_size(struct sign *s, size_t nmark)
{
	s->bits[0] |= nmark < UINT16_MAX ? nmark : UINT16_MAX;
}

static void put(struct sr_ledger *l, int64_t report,
		const struct sr_sketch *sketch)
{
	struct sign *own = place_of(l, report);

	if (!own)
		return;
	*own = (struct sign){ { 0 } };
	for (uint32_t i = 0; i < sketch->nmark; i++)
		add(own, sketch->mark[i]);
	set_size(own, sketch->nmark);
}

/* The same from the bytes of a row. */
static void put_bytes(struct sr_ledger *l, int64_t report, struct sr_str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.s;
	struct sign *own = place_of(l, report);

	if (!own)
		return;
	*own = (struct sign){ { 0 } };
	for (size_t i = 0; i + 8 <= bytes.n; i += 8) {
		uint64_t mark = 0;
		for (int k = 0; k < 8; k++)
			mark = mark << 8 | *p++;
		add(own, mark);
	}
	set_size(own, bytes.n / 8);
}

static enum sr_code load(struct sr_ledger *l, struct sr_err *err)
{
	sqlite3_stmt *st =
		sr_sql_prepare(l, "SELECT report, marks FROM sketch", err);
	int rc;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		put_bytes(l, sqlite3_column_int64(st, 0), sr_column(st, 1));
	sqlite3_finalize(st);
	l->signs->all = true;
	return rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for the same text", err);
}

enum sr_code sr_signs_begin(struct sr_ledger *l, int64_t report,
			    const struct sr_sketch *sketch, struct sr_err *err)
{
	enum sr_code code = SR_OK;

	if (!l->signs) {
		sr_arena_reset(&l->signs_mem);
		l->signs = SR_NEW(&l->signs_mem, struct sr_signs, 1);
		if (!l->signs)
			return sr_fail_nomem(err, l->path);
	}
	struct sr_signs *s = l->signs;
	if (!s->all && s->asked * PAYS >= report)
		code = load(l, err);
	put(l, report, sketch);
	s->nmark = sketch->nmark <= MOST_MARKS ? sketch->nmark : 0;
	for (uint32_t i = 0; i < s->nmark; i++)
		s->at[i] = (uint8_t)(bit_of(sketch->mark[i]) - 16);
	return code;
}

bool sr_signs_may_meet(struct sr_ledger *l, int64_t other)
{
	struct sr_signs *s = l->signs;
	const struct sign *o = place_of(l, other);
	uint32_t n = o ? (uint32_t)(o->bits[0] & UINT16_MAX) : 0;
	uint32_t same = 0;

	if (!n)
		s->asked++;
	if (!n || !s->nmark)
		return true;
	for (uint32_t i = 0; i < s->nmark; i++) {
		unsigned bit = s->at[i] + 16u;
		same += (uint32_t)(o->bits[bit / 64] >> bit % 64) & 1;
	}
	uint32_t least = n < s->nmark ? n : s->nmark;
	return same && same * 4 >= least;
}
