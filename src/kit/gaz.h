/* The gazetteer: place names to places, in the kit's section "gaz" or in a
 * file that `sitrep gazetteer import` wrote. 220,000 places with 1.4 million
 * keys, 25 MB, mapped; nothing is read before it is asked for.
 *
 * Names are not stored but for the one to show: a key (kit/spell.h) is kept as
 * its 64-bit hash, sorted, so that two gazetteers can be merged and a look-up
 * is one bucket and a short search, below a microsecond. Two keys with one
 * hash: once in 10^7 gazetteers.
 *
 * The bytes may be anything: opening checks the sizes of the parts, and each
 * offset is checked where it is used, so a damaged file gives wrong places,
 * never a fault. */
#ifndef SR_KIT_GAZ_H
#define SR_KIT_GAZ_H

#include "base/geo.h"
#include "base/str.h"
#include "kit/spell.h"

#define SR_GAZ_NONE UINT32_MAX
#define SR_GAZ_MAX_FEATURES 250
#define SR_GAZ_FEATURE 8 /* bytes of a feature code */

/* One place as the file has it: 40 bytes. */
struct sr_gaz_record {
	int64_t id;	  /* GeoNames; negative: a place without such an id */
	int32_t lat, lon; /* 1e-7 degrees */
	uint32_t population;	 /* 0: unknown */
	uint32_t name;		 /* offset of its length */
	uint32_t admin1, admin2; /* places, or SR_GAZ_NONE */
	char country[2];
	uint16_t radius;    /* 100 m; 0: by its feature */
	uint8_t feature;    /* index of the feature codes */
	uint8_t nalternate; /* names it goes by, at most 255 */
	uint8_t pad[2];
};

struct sr_gaz {
	const struct sr_gaz_header *header;
	const char *feature;  /* codes of 8 bytes, NUL-padded */
	const uint32_t *grid; /* first place of each cell of a degree */
	const struct sr_gaz_record *record;
	const uint64_t *hash; /* sorted */
	const uint32_t *value, *posting, *bucket;
	const uint64_t *filter; /* says of most words that they are no key */
	const uint32_t *area;	/* admin-1 places, by country and code */
	const char *name;
	unsigned shift;	       /* of a hash to its bucket */
	unsigned filter_shift; /* and to its word of the filter */
};

/* Looks at the bytes of a gazetteer, which are borrowed and must be aligned to
 * 8. False when they are none of this version. Costs nothing. */
bool sr_gaz_open(struct sr_gaz *g, const void *bytes, size_t n) SR_MUST_USE;

/* A place in words. Strings point into the gazetteer. */
struct sr_gaz_place {
	int64_t id;
	struct sr_str name, country, feature, admin1;
	struct sr_point at;
	uint32_t population, index, admin1_index, admin2_index;
	double radius_km; /* 0: unknown */
	unsigned nalternate;
	uint8_t feature_index;
	uint32_t name_at; /* for sr_gaz_text */
};

/* False when there is no such place. */
bool sr_gaz_place(const struct sr_gaz *g, uint32_t index,
		  struct sr_gaz_place *p);

/* The same less what is not in its record, but elsewhere in memory: `name` and
 * `admin1` are left empty. */
bool sr_gaz_place_bare(const struct sr_gaz *g, uint32_t index,
		       struct sr_gaz_place *p);

/* The same of a record, or of a copy. */
void sr_gaz_record_read(const struct sr_gaz *g, const struct sr_gaz_record *r,
			uint32_t index, struct sr_gaz_place *p);

/* A place's name; NULL, 0 when there is no such place. */
struct sr_str sr_gaz_place_name(const struct sr_gaz *g, uint32_t index);

/* The place with that id in the square degree of the point, or SR_GAZ_NONE. */
uint32_t sr_gaz_at(const struct sr_gaz *g, struct sr_point at, int64_t id);

/* The id of a row of our own tables: a hash of the row's id, so that it stays
 * when rows are added. 52 bits, exact in JSON; negative. */
static inline int64_t sr_own_place_id(struct sr_str id)
{
	return -(int64_t)(sr_hash(id.s, id.n) >> 12) - 1;
}

/* How a name was found, best first. */
enum sr_gaz_tier {
	SR_GAZ_EXACT, /* the folded name, other names and languages included */
	SR_GAZ_BARE,  /* less a leading Arabic article */
	SR_GAZ_K1,
	SR_GAZ_K2, /* and within 2 symbols of it: ask last, and doubt it */
	SR_GAZ_NTIER
};

/* The places that answer to a key: those for which it is a main name first,
 * then by population. Bit 31 of an entry: a main name, not an alternate. */
struct sr_gaz_found {
	const uint32_t *entry;
	size_t n;
};
#define SR_GAZ_MAIN 0x80000000u

static inline uint32_t sr_gaz_index(uint32_t entry)
{
	return entry & 0x3FFFFFFF;
}

/* All keys of one name, made once and asked tier by tier. */
struct sr_gaz_query {
	struct sr_key fold, k1, k2;
	bool have_k1;
};

void sr_gaz_ask(struct sr_gaz_query *q, struct sr_str name);

/* The places of one tier; n is 0 for none. Entries are not checked against the
 * number of places: sr_gaz_place does that. K2 entries must be passed through
 * sr_gaz_close. */
struct sr_gaz_found sr_gaz_find(const struct sr_gaz *g, struct sr_gaz_query *q,
				enum sr_gaz_tier tier);

/* The same in steps, so that many names can wait for memory together: the hash of
 * a tier's key, false where there is nothing to ask for; then the two looks at
 * memory that come first, the second false when no place has the key; then the
 * answer. */
bool sr_gaz_query_hash(const struct sr_gaz *g, struct sr_gaz_query *q,
		       enum sr_gaz_tier tier, uint64_t *hash);
void sr_gaz_fetch(const struct sr_gaz *g, uint64_t hash);
bool sr_gaz_fetch_key(const struct sr_gaz *g, uint64_t hash);
struct sr_gaz_found sr_gaz_find_hash(const struct sr_gaz *g, uint64_t hash);

/* Is the place's own name within 2 symbols of the query's k1, within 1 for a k1
 * of fewer than 8? */
bool sr_gaz_close(const struct sr_gaz *g, const struct sr_gaz_query *q,
		  uint32_t index);

/* The populated place (P) nearest to a point and within so many km (at most
 * 300); of places nearly as near the larger. SR_GAZ_NONE if there is none. */
uint32_t sr_gaz_nearest(const struct sr_gaz *g, struct sr_point at, double km);

/* 2. For gaz_import.c: the name at an offset, the places of the n-th key. */
struct sr_str sr_gaz_text(const struct sr_gaz *g, uint32_t at);
struct sr_gaz_found sr_gaz_entries(const struct sr_gaz *g, uint32_t key);

/* SHA-256, in hex, of a kit's hash and this gazetteer's. */
void sr_gaz_hash_kit(const struct sr_gaz *g, const char kit[72], char out[72]);

/* Number of places. */
size_t sr_gaz_count(const struct sr_gaz *g);

/* 3. The file's bytes; for gaz.c and gaz_write.c. All little-endian. */

#define SR_GAZ_MAGIC 0x315A414754495253u /* "SRITGAZ1" */
#define SR_GAZ_VERSION 3u
#define SR_GAZ_CELLS (180u * 360u)

/* Then, each aligned to 8: features, grid (cells + 1), records, hashes,
 * values, buckets (2^bits + 1), filter (2^filter_bits words of 64 bits),
 * postings, areas (place, offset of its code
 * "UA.21"), names (a byte of length and the bytes). */
struct sr_gaz_header {
	uint64_t magic;
	uint32_t version, nfeature;
	uint32_t nplace, nkey, npost, narea;
	uint32_t name_size, bits;
	uint32_t filter_bits, pad; /* of the number of its words */
	char source[64];	   /* what it was made of, NUL-ended */
	char hash[72]; /* SHA-256 of all that follows, in hex, NUL-ended */
};

/* A value: a single place, or the offset of a count and so many entries. */
#define SR_GAZ_SINGLE 0x40000000u

/* The two bits of a hash in its word of the filter (Bloom 1970, in blocks of
 * one word: one look at memory says no to nine words of ten that are no key).
 */
static inline uint64_t sr_gaz_filter_bits(uint64_t hash)
{
	return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

/* The hash of a key in its tier's own range. */
uint64_t sr_gaz_hash(enum sr_gaz_tier tier, struct sr_str key);

#endif
