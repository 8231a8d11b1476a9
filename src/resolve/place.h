/* Places, from the words to the gazetteer: what the files place_*.c share.
 *
 *	place_mark.c   the tables' words around each token
 *	place_name.c   a name's candidates, from gazetteer and tables
 *	place_run.c    the longest run of words that the gazetteer has
 *	place_reach.c  how far a name reaches
 *	place_spot.c   which words are a name of a place
 *	place_again.c  names called a place elsewhere in the report
 *	place_near.c   "50 km south of", "northern", "between", "outskirts of"
 *	place_choose.c which of the candidates is meant, by all of the report
 *	place_throw.c  which of the chosen are not meant after all
 *	place_inside.c what the words say they lie in
 *	place_the.c    "the town", "there", "it"
 *	place_line.c   "in the south", "the Lebanese border"
 *	place_change.c where "50 km south of X" lies
 *	place_put.c    the doc's list
 *	place.c        the stage
 *
 * A *spot* is a stretch of words that may name a place; a *name* is what
 * spots with the same words have in common, with its candidates. Names are
 * chosen for, not spots: within one report a name means one place. After
 * Leidner, "Toponym resolution in text" (2007): one sense a discourse, least
 * distance, the largest where nothing else tells. */
#ifndef SR_RESOLVE_PLACE_H
#define SR_RESOLVE_PLACE_H

#include "kit/gaz_memo.h"
#include "kit/kit.h"
#include "model/doc.h"

/* In the order of SR_NOUN_WORDS of kit/schema.h. */
enum place_class {
	PLACE_SETTLEMENT,
	PLACE_QUARTER,
	PLACE_AREA1,
	PLACE_AREA2,
	PLACE_REGION,
	PLACE_COUNTRY,
	PLACE_LAND,
	PLACE_WATER,
	PLACE_SITE,
	PLACE_LINE,
	PLACE_NCLASS
};

/* In the order of SR_SIGN_WORDS. */
enum place_sign {
	SIGN_IN,
	SIGN_NEAR,
	SIGN_BETWEEN,
	SIGN_VERB,
	SIGN_FROM,
	SIGN_OF,
	SIGN_THE,
	SIGN_AND,
	SIGN_THERE,
	SIGN_BE,
	SIGN_EDGE,
	SIGN_CENTRE,
	SIGN_PARTICLE,
	SIGN_ORG,
	SIGN_GIVEN,
	SIGN_WORD,
	SIGN_VOICE,
	SIGN_TO,
	SIGN_IT,
	SIGN_PAPER,
	SIGN_SHIP,
	SIGN_CLOCK,
	SIGN_WITH,
	SIGN_KIN,
	SIGN_PART,
};

/* What the tables say of a token and of what stands around it. Rows are kept
 * plus one, 0 for none. */
struct place_mark {
	uint32_t signs;	      /* bits of the signs that this token alone is */
	uint16_t noun;	      /* a noun of places begins here, longest */
	uint16_t noun_many;   /* ... in the plural */
	uint16_t noun_tokens; /* how many tokens it has */
	uint16_t noun_end;    /* one ends right before this token */
	uint16_t noun_end_tokens;
	uint16_t country, country_tokens; /* a country's name begins here */
	uint16_t feature, feature_tokens; /* a name of features.tsv */
	uint16_t people;  /* a demonym is this token: row of the country */
	uint16_t bearing; /* "north", "northern" begins here */
	uint8_t bearing_tokens;
	bool part;	     /* of these, the adjective */
	uint8_t before;	     /* tenths: what the words before say for a place */
	uint8_t before_kind; /* enum place_sign */
	uint8_t word;	     /* tenths: a common word */
	bool taken;	     /* inside the name of somebody or something else */
	bool voice;	     /* "according to" ends right before this token */
	bool title;	     /* a rank or title ends right before this token */
	bool person;	     /* inside what looks like a person's name */
	bool unit;	     /* a word for a force begins here */
	bool speech;	     /* a verb of saying begins here */
	bool named;	     /* inside a spot */
	bool time;	     /* inside an expression of time */
	bool starts;	     /* a name can begin with it */
	bool other;	     /* another table knows the word */
	uint32_t hit;	     /* the first that begins here, plus one */
};

struct place_cand {
	enum { CAND_GAZ, CAND_FEATURE, CAND_COUNTRY } from;
	uint32_t index; /* place of the gazetteer or row */
	int64_t id;
	struct sr_point at;
	double x, y, z; /* the same as a unit vector */
	double radius;	/* km */
	uint32_t population;
	uint32_t admin1, admin2; /* places of the gazetteer */
	uint8_t class;		 /* enum place_class */
	uint8_t tier;		 /* enum sr_gaz_tier */
	bool main;
	bool shadow;	      /* a province; its town of that name goes first */
	char country[3];      /* empty: of several */
	uint32_t country_row; /* of countries.tsv, SR_NONE */
	char feature[SR_GAZ_FEATURE + 1];
	struct sr_str own_name; /* of a row; see place_cand_name */
	uint32_t name_at;	/* of the gazetteer's */
	double prior, score;
	uint32_t why; /* bits of enum place_why */
};

enum place_why {
	WHY_INSIDE = 1,	   /* the place it is said to be in holds it */
	WHY_AREA = 2,	   /* its province is named */
	WHY_COUNTRY = 4,   /* its country is named */
	WHY_NEAR = 8,	   /* near others of the report */
	WHY_DISTANCE = 16, /* as far from another as is said */
	WHY_LARGE = 32,
	WHY_AGAINST = 64, /* a stated distance or place speaks against it */
	WHY_FAR = 128,	  /* far from all else in the report */
	WHY_KIND = 256,	  /* a town, a province, as is said */
};

struct place_name {
	struct sr_str key;	 /* folded */
	uint64_t hash;		 /* of key and wanted */
	uint8_t wanted;		 /* enum place_class, PLACE_NCLASS for any */
	struct place_cand *cand; /* best first once chosen */
	uint32_t ncand;
	uint32_t nspot;
	double sign;   /* the strongest of its spots' */
	double margin; /* of the best over the next */
	bool accepted, missing;
	uint64_t nouns; /* rows of nouns.tsv that it was called by */
	bool bare;	/* and once by none */
};

/* How a spot's words change what its name stands for. */
enum place_change {
	CHANGE_NONE,
	CHANGE_NEAR,
	CHANGE_EDGE,   /* outskirts, suburbs */
	CHANGE_CENTRE, /* downtown */
	CHANGE_PART,   /* "northern X" */
	CHANGE_SIDE,   /* "south of X", no distance */
	CHANGE_OFFSET, /* "50 km south of X" or "50 km from X" */
	CHANGE_BETWEEN,
	CHANGE_LINE, /* the X front, the X-Y road */
	CHANGE_SITE, /* X airport, the airport of X */
};

struct place_spot {
	uint32_t from, to;   /* tokens of the name */
	uint32_t name;	     /* SR_NONE: a name in no table */
	double sign;	     /* how much the words around say that it is one */
	uint32_t noun;	     /* row of the noun that goes with it, SR_NONE */
	uint32_t noun_token; /* that noun's first token, SR_NONE */
	uint32_t lent;	     /* row of the noun that its list has before it */
	uint32_t in;	     /* spot that it is said to be in, SR_NONE */
	bool list;	     /* goes on from the spot before: "A, B and C" */
	bool included;	     /* of "villages, including A and B" */
	bool reference;	     /* only what another place is told by */
	bool within;	     /* of a side: "in the north of X" */
	bool dropped;
	enum place_change change;
	double bearing, km; /* of a change; bearing -1: none, km 0: none */
	uint32_t other;	    /* spot: the far end of a "between" */
	uint32_t whole_from, whole_to; /* tokens with what changes it */
};

/* One of the tokens [from, to), of which nothing else is known yet. */
static inline struct place_spot place_spot_of(uint32_t from, uint32_t to)
{
	return (struct place_spot){ .from = from,
				    .to = to,
				    .name = SR_NONE,
				    .noun = SR_NONE,
				    .noun_token = SR_NONE,
				    .lent = SR_NONE,
				    .in = SR_NONE,
				    .other = SR_NONE,
				    .bearing = -1,
				    .whole_from = from,
				    .whole_to = to };
}

/* "X, a town 350 km east of Y": X lies so from Y. */
struct place_told {
	uint32_t spot, from; /* X, Y */
	double km, bearing;  /* bearing -1: not told */
};

/* A mention on its way to the doc's list. */
struct place_draft {
	struct sr_place p; /* inside and antecedent: drafts, until sorted */
	uint32_t spot;	   /* SR_NONE: none of its own */
	uint32_t order;
	const struct place_name *name; /* NULL: none */
	bool inner; /* its words belong to a longer mention */
};

/* What follows from the kit alone, for as long as the doc has read with it. */
struct place_kept {
	uint16_t iso[26 * 26];	/* row of a country, plus one, by its code */
	struct place_code {
		bool known;
		uint8_t class;
		int32_t radius; /* km; 0: unknown */
	} code[256]; /* by the gazetteer's number of it */
};

struct place_work {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_gaz gaz;
	struct sr_gaz_memo *memo;
	bool tags;		 /* the tagger has run */
	struct place_mark *mark; /* of each token, and one behind the last */
	bool *headline; /* of each sentence: most words have a capital */
	SR_LIST(struct place_name) names;
	SR_LIST(struct place_spot) spots;
	SR_LIST(struct place_told) tolds;
	SR_LIST(struct place_draft) drafts;
	uint32_t directed; /* end of the last "in the south" */
	uint32_t nnamed;   /* of these, those with a name; then anaphors */
	struct place_run_cache *runs;
	struct place_kept *kept;
	uint32_t *slot; /* index of names + 1 by hash */
	size_t nslot;
	SR_LIST(uint32_t) surnames; /* symbols */
	uint32_t *country_named; /* by row: how often */
	uint32_t top_country;	 /* row that most places lie in, SR_NONE */
	double top_share;
};

/* A noun of places and where it stands. */
struct place_noun {
	uint32_t at, end; /* tokens */
	uint32_t the;	  /* its article, SR_NONE */
	uint32_t last;	  /* drafts of names that begin before it */
};

static inline const struct sr_token *place_token(const struct place_work *w,
						 uint32_t i)
{
	return &w->doc->tokens.items[i];
}

static inline bool place_capital(const struct place_work *w, uint32_t i)
{
	return i < w->doc->tokens.nitem &&
	       place_token(w, i)->flags & (SR_TOK_CAPITAL | SR_TOK_ALLCAPS);
}

static inline bool place_is(const struct place_work *w, uint32_t i,
			    enum place_sign sign)
{
	return i < w->doc->tokens.nitem && w->mark[i].signs >> sign & 1;
}

/* How far the words from token i on are a name: so many tokens, 0 for none. By
 * exact keys, then the looser ones, each asked alone. */
enum place_run_tier { RUN_EXACT, RUN_K1, RUN_K2, RUN_NTIER };
uint32_t place_run(struct place_work *w, uint32_t i, uint32_t to,
		   enum place_run_tier tier);

/* Can a name that begins with token i go on behind it? */
bool place_goes_on(const struct place_work *w, uint32_t i, uint32_t to);

/* Can a name begin with token i? Told by what is marked around it, and marked
 * itself (`starts`). Has it letters; is there no space before it; is it an
 * Arabic article and a capital behind a hyphen? */
bool place_starts(const struct place_work *w, uint32_t i);
bool place_letters(const struct place_work *w, uint32_t i);
bool place_glued(const struct place_work *w, uint32_t i);
bool place_inner_capital(const struct place_work *w, uint32_t i);

/* One ASCII mark, like a comma? */
bool place_char(const struct place_work *w, uint32_t i, char c);

/* "20 villages came under fire, including | X and Z of the Y region". */
bool place_included(const struct place_work *w, const struct place_spot *p,
		    const struct sr_sentence *s);

/* "Two villages, | X in the Y region", "three towns: | X, Z and W". */
bool place_of_many(const struct place_work *w, const struct place_spot *p,
		   const struct sr_sentence *s);

/* The mark behind "X region" where the list goes on right behind it: "A in the
 * X region; B"; else where the name ends. */
uint32_t place_behind_region(const struct place_work *w,
			     const struct place_spot *last, uint32_t from);

/* Was token i the last name of a person somewhere in the report? */
bool place_surname(const struct place_work *w, uint32_t i);

/* Each gives false when memory ran out. */
bool place_marks(struct place_work *w);
bool place_spots(struct place_work *w);
bool place_again(struct place_work *w);
bool place_relations(struct place_work *w);
bool place_choose(struct place_work *w);
bool place_drafts(struct place_work *w);
bool place_anaphors(struct place_work *w);
bool place_put(struct place_work *w);

/* Puts a mention of what draft `antecedent` stands for, or of a candidate of no
 * name in the report, which is copied; nouns: rows that call it so. */
bool place_put_same(struct place_work *w, uint32_t from, uint32_t to,
		    uint32_t antecedent);
bool place_put_cand(struct place_work *w, uint32_t from, uint32_t to,
		    const struct place_cand *c, uint64_t nouns);

/* "The Syrian capital", "Syria's capital", "the capital"; *done: it was one. */
bool place_seat(struct place_work *w, struct place_noun noun, bool *done);

/* place_line.c: "in the south" at token i; "the Lebanese border", "Lebanese
 * territory", of whose country the people are at token i. */
bool place_direction(struct place_work *w, uint32_t i,
		     const struct sr_sentence *s);
bool place_line_of(struct place_work *w, uint32_t i,
		   const struct sr_sentence *s);

/* The name of tokens [from, to) with its candidates of a class; its number,
 * SR_NONE when no table knows it or memory ran out (w->doc->mem.full). */
uint32_t place_name_of(struct place_work *w, uint32_t from, uint32_t to,
		       enum place_class wanted);

/* The number of that name where it is sought as another kind of place; SR_NONE
 * if it never was. */
uint32_t place_name_like(struct place_work *w, const struct place_name *n,
			 enum place_class wanted);

/* The same of a word without its last letter, for well-known places only: text
 * that lost its apostrophes has "Syrias" for "Syria's". */
uint32_t place_genitive_of(struct place_work *w, uint32_t token);

/* "The village of X Y", "in X Y": called a place, whatever the tree says. */
bool place_called(const struct place_work *w, uint32_t i);

/* "Near Ali Doro", "towards Abu Zaraf": a place, though it begins as somebody's
 * name does. */
bool place_beside(const struct place_work *w, uint32_t i);

/* "X, where they fought for | the town": is the word in a clause of X? */
bool place_owns_clause(const struct place_work *w, const struct place_draft *d,
		       uint32_t token);

/* "At Gidan Giye | , near X", "| in X": is it told at token i where it lies? */
bool place_tells_more(const struct place_work *w, uint32_t i, uint32_t to);

/* A capital word beside a name that nothing else explains, so that the name is
 * likely a part of another: "Jack [London]". */
bool place_is_rest(const struct place_work *w, uint32_t i, bool first);

/* "Freedom Square", "Saudi Hospital": a site's noun with a capital stands at
 * token i, and what is before it is its name, whatever else that may be. */
bool place_names_site(const struct place_work *w, uint32_t i,
		      const struct sr_sentence *s);

/* place_reach.c: the longest name that begins at token i; its end, or i. */
uint32_t place_name_end(struct place_work *w, uint32_t i,
			const struct sr_sentence *s);

/* A run of capitals that no table knows, unless it's plainly something else:
 * a word that some table knows, an adjective of a people, an acronym. */
uint32_t place_unknown_end(const struct place_work *w, uint32_t i,
			   const struct sr_sentence *s);

/* "Bustan" of "Bustan al-Qasr", "Vadul" of "Vadul X": what is known, up to end,
 * is part of a longer name. */
bool place_goes_beyond(struct place_work *w, uint32_t from, uint32_t end,
		       uint32_t to);

/* Is token i such a word, "Syrias" before what is Syria's? */
bool place_owner(struct place_work *w, uint32_t token);

/* The first place of exactly that name, in the country of that row and with
 * that feature code; false if there is none. */
bool place_cand_of(struct place_work *w, struct sr_str name, uint32_t country,
		   const char *feature, struct place_cand *c);

/* The country of that row of countries.tsv. */
void place_country(struct place_work *w, uint32_t row, struct place_cand *c);

/* Does a table know tokens [from, to) as a name, at one of those tiers? */
bool place_known(struct place_work *w, uint32_t from, uint32_t to,
		 enum sr_gaz_tier least, enum sr_gaz_tier most);

/* "In the north of X", X being an area: a part of it, no place beside it. */
bool place_within(const struct place_work *w, const struct place_spot *s);

/* place_change.c: the mention that a spot's words with what changes its name
 * make of one of the bare name, c's. False where they make none. */
bool place_change(struct place_work *w, struct sr_place *p,
		  const struct place_spot *s, const struct place_cand *c);

/* The point that a distance or a direction fixes of a spot: "X, 20 km north of
 * Y", "X, north of Y". False where none does. */
bool place_told_point(struct place_work *w, struct sr_place *p, uint32_t spot);

void place_set_point(struct sr_place *p, struct sr_point at, double radius);

/* A country's code in capitals, the kit's or the arena's. */
struct sr_str place_iso(struct place_work *w, uint32_t country);

/* The sign that a name needs to be a place although all of its candidates are
 * thrown out. */
#define PLACE_THROWN_SIGN 2.0

/* place_why.c: the reasons for a candidate in words, in the report's memory. */
struct sr_str place_why(struct place_work *w, const struct place_cand *c);

/* "Northern X": its middle so far from that of X, its radius, by X's. */
#define PART_SHIFT 0.5
#define PART_RADIUS 0.7

/* The square of the chord between candidates, of a sphere of radius 1. */
static inline double place_chord2(const struct place_cand *a,
				  const struct place_cand *b)
{
	double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z;

	return x * x + y * y + z * z;
}

/* The name to show. */
static inline struct sr_str place_cand_name(const struct place_work *w,
					    const struct place_cand *c)
{
	return c->from == CAND_GAZ ? sr_gaz_text(&w->gaz, c->name_at)
				   : c->own_name;
}

/* Kilometres between candidates, by their vectors: rough. */
double place_km(const struct place_cand *a, const struct place_cand *b);

/* Does area y hold c? */
bool place_holds(const struct place_cand *y, const struct place_cand *c);

/* An area, not a place in one? */
static inline bool place_is_area(const struct place_cand *c)
{
	return c->class == PLACE_COUNTRY || c->class == PLACE_AREA1 ||
	       c->class == PLACE_AREA2 || c->class == PLACE_REGION ||
	       c->radius > 120;
}

/* place_inside.c. Does any likely reading of spot y hold c? Does y hold a reading of spot x? */
bool place_spot_holds(const struct place_work *w, uint32_t y,
		      const struct place_cand *c);
bool place_spot_holds_some(const struct place_work *w,
			   const struct place_cand *y,
			   const struct place_spot *x);

/* "X neighbourhood in the city of Y", "the town of X in Y": does the candidate
 * lie elsewhere? */
bool place_off_city(const struct place_work *w, const struct place_spot *p,
		    const struct place_cand *cand);

/* The best candidate of a spot's name; NULL if it has none. */
const struct place_cand *place_best(const struct place_work *w,
				    const struct place_spot *s);

#endif
