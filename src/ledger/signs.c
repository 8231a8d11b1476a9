#include "ledger/signs.h"

#define CHUNK 4096u  /* reports */
#define CHUNKS 256u  /* at most: the first million of reports, 32 MB */
#define SIGN_BITS 240u
#define FEW (SIGN_BITS / 16)
#define HASHES 4096u
#define MOST_MARKS 240u /* of a new report: beyond, signs say nothing */
#define AHEAD 8u
#define PAYS 8	     /* a sketch read by itself costs as much as so many */

/* n 0: a report that has no marks or is not known. Up to FEW marks are told by 12
 * bits of a hash each, more by a bit each. */
struct sign {
	uint8_t n;   /* at most MOST_MARKS + 1 */
	bool paired; /* it is or was like another one */
	uint16_t bits[FEW];
};

struct sr_signs {
	bool all; /* of all reports */
	int64_t asked;
	struct sign *chunk[CHUNKS];
	uint64_t own[HASHES / 64]; /* the new report's: a bit for each hash */
	uint8_t bit[MOST_MARKS];   /* and its marks among SIGN_BITS */
	uint32_t nmark;		   /* 0: there are too many */
};

static uint16_t hash_of(uint64_t mark)
{
	return mark * 0x9e3779b97f4a7c15u >> 40 & (HASHES - 1);
}

/* Its place; NULL: there is none yet, or it is beyond the bound. */
static struct sign *find(const struct sr_signs *s, int64_t report)
{
	if (report <= 0 || report >= (int64_t)CHUNK * CHUNKS)
		return NULL;
	struct sign *chunk = s->chunk[report / CHUNK];
	return chunk ? &chunk[report % CHUNK] : NULL;
}

/* The same, made where there is none. */
static struct sign *place_of(struct sr_ledger *l, int64_t report)
{
	struct sign *own = find(l->signs, report);

	if (own || report <= 0 || report >= (int64_t)CHUNK * CHUNKS)
		return own;
	l->signs->chunk[report / CHUNK] =
		SR_NEW(&l->signs_mem, struct sign, CHUNK);
	return find(l->signs, report);
}

static void add(struct sign *s, size_t i, uint64_t mark)
{
	unsigned hash = hash_of(mark), bit = hash % SIGN_BITS;

	if (s->n > FEW)
		s->bits[bit / 16] |= (uint16_t)(1u << bit % 16);
	else
		s->bits[i] = (uint16_t)hash;
}

static void begin_sign(struct sign *s, size_t nmark)
{
	memset(s, 0, sizeof(*s));
	s->n = (uint8_t)(nmark <= MOST_MARKS ? nmark : MOST_MARKS + 1);
}

static void put(struct sr_ledger *l, int64_t report,
		const struct sr_sketch *sketch)
{
	struct sign *own = place_of(l, report);

	if (!own)
		return;
	begin_sign(own, sketch->nmark);
	for (uint32_t i = 0; i < sketch->nmark; i++)
		add(own, i, sketch->mark[i]);
}

/* The same from the bytes of a row. */
static void put_bytes(struct sr_ledger *l, int64_t report, struct sr_str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.s;
	struct sign *own = place_of(l, report);

	if (!own)
		return;
	begin_sign(own, bytes.n / 8);
	for (size_t i = 0; i < bytes.n / 8; i++) {
		uint64_t mark = 0;
		for (int k = 0; k < 8; k++)
			mark = mark << 8 | *p++;
		add(own, i, mark);
	}
}

static enum sr_code each(struct sr_ledger *l, const char *sql,
			 void (*fn)(struct sr_ledger *l, sqlite3_stmt *st),
			 struct sr_err *err)
{
	sqlite3_stmt *st = sr_sql_prepare(l, sql, err);
	int rc;

	if (!st)
		return SR_DATABASE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		fn(l, st);
	sqlite3_finalize(st);
	return rc == SQLITE_DONE
		       ? SR_OK
		       : sr_sql_fail(l, "looking for the same text", err);
}

static void load_sketch(struct sr_ledger *l, sqlite3_stmt *st)
{
	put_bytes(l, sqlite3_column_int64(st, 0), sr_column(st, 1));
}

static void load_pair(struct sr_ledger *l, sqlite3_stmt *st)
{
	sr_signs_pair(l, sqlite3_column_int64(st, 0));
}

static enum sr_code load(struct sr_ledger *l, struct sr_err *err)
{
	enum sr_code code =
		each(l, "SELECT report, marks FROM sketch", load_sketch, err);

	if (!code)
		code = each(l, "SELECT DISTINCT report FROM alike", load_pair,
			    err);
	l->signs->all = true;
	return code;
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
	memset(s->own, 0, sizeof(s->own));
	for (uint32_t i = 0; i < s->nmark; i++) {
		unsigned hash = hash_of(sketch->mark[i]);
		s->own[hash / 64] |= (uint64_t)1 << hash % 64;
		s->bit[i] = (uint8_t)(hash % SIGN_BITS);
	}
	return code;
}

/* How many of the new report's marks it may have. */
static uint32_t shared(const struct sr_signs *s, const struct sign *o)
{
	uint32_t same = 0;

	for (uint32_t i = 0; o->n > FEW && i < s->nmark; i++)
		same += (unsigned)o->bits[s->bit[i] / 16] >> s->bit[i] % 16 & 1;
	for (uint32_t i = 0; o->n <= FEW && i < o->n; i++)
		same += s->own[o->bits[i] / 64] >> o->bits[i] % 64 & 1;
	return same;
}

static bool may_meet(struct sr_signs *s, const struct sign *o)
{
	if (!o || !o->n)
		s->asked++;
	if (!o || !o->n || !s->nmark)
		return true;
	uint32_t same = shared(s, o);
	uint32_t least = o->n < s->nmark ? o->n : s->nmark;
	return sr_marks_suffice(same, least);
}

size_t sr_signs_sift(struct sr_ledger *l, int64_t *other, size_t n)
{
	const struct sign *ahead[AHEAD];
	size_t kept = 0;

	/* They lie all over memory: each is fetched while others are tried. */
	for (size_t i = 0; i < n + AHEAD; i++) {
		const struct sign **own = &ahead[i % AHEAD];
		if (i >= AHEAD && may_meet(l->signs, *own))
			other[kept++] = other[i - AHEAD];
		*own = i < n ? find(l->signs, other[i]) : NULL;
		if (*own)
			__builtin_prefetch(*own);
	}
	return kept;
}

bool sr_signs_may_have(const struct sr_ledger *l, int64_t report, uint64_t mark)
{
	const struct sign *o = find(l->signs, report);
	unsigned hash = hash_of(mark), bit = hash % SIGN_BITS;
	bool has = false;

	if (!o || !o->n)
		return true;
	if (o->n > FEW)
		return o->bits[bit / 16] >> bit % 16 & 1;
	for (uint32_t i = 0; i < o->n; i++)
		has = has || o->bits[i] == hash;
	return has;
}

void sr_signs_pair(struct sr_ledger *l, int64_t report)
{
	struct sign *own = find(l->signs, report);

	if (own)
		own->paired = true;
}

bool sr_signs_may_pair(const struct sr_ledger *l, int64_t report)
{
	const struct sign *o = find(l->signs, report);

	return !o || !o->n || o->paired;
}
