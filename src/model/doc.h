/* One report being read: its text, which never changes, and lists of spans of
 * it. Each stage reads some lists and fills the next; see cli/stages.c for the
 * order. All memory is the arena's. A report has about 1,000 tokens, 40
 * sentences and 20 claims; the largest 100 times that. */
#ifndef SR_MODEL_DOC_H
#define SR_MODEL_DOC_H

#include "base/arena.h"
#include "base/list.h"
#include "model/remark.h"
#include "model/unit.h"
#include "sitrep.h"

#define SR_NONE UINT32_MAX

/* What a stretch of the text is. Header fields other than the title are not
 * read for claims; a title, a caption and a heading are text like any other. */
enum sr_block_kind {
	SR_BLOCK_BODY,
	SR_BLOCK_TITLE,
	SR_BLOCK_HEADING,
	SR_BLOCK_CAPTION,
	SR_BLOCK_FIELD, /* date, URL, publisher, byline: not read */
	SR_BLOCK_ASIDE, /* of another language, or of no war: not read */
};

/* A paragraph: one or more lines that belong together. */
struct sr_block {
	struct sr_span at;
	enum sr_block_kind kind;
};

enum sr_token_flag {
	SR_TOK_SPACE_AFTER = 1,
	SR_TOK_MWT_FIRST = 2, /* first word of a token of several: do|n't */
	SR_TOK_MWT_REST = 4,  /* a further word of it */
	SR_TOK_CAPITAL = 8,   /* first letter a capital */
	SR_TOK_ALLCAPS = 16,  /* two letters or more, all capitals */
	SR_TOK_FIRST = 32,    /* first word of its sentence */
};

/* What hangs on a word's own letters alone (text/known.h), so that stages ask a
 * bit and need not look at the text. */
enum sr_trait {
	SR_TRAIT_WORD = 1,   /* ASCII letters, and digits behind the first */
	SR_TRAIT_DIGITS = 2, /* ASCII digits only */
	SR_TRAIT_MARK = 4,   /* one ASCII character that is neither */
	SR_TRAIT_PIECE = 8,  /* one piece of a phrase (kit/phrase.h) */
	SR_TRAIT_CASE = 16,  /* times enum sr_case, as one piece has it */
	SR_TRAIT_RANK = 64,  /* 7th */
	SR_TRAIT_LEMMA = 128, /* its lemma, another word, is one piece */
};
#define SR_TRAIT_CASE_OF(traits) ((traits) / SR_TRAIT_CASE & 3u)

/* A syntactic word (UD). upos, xpos, deprel: the enums of the ontology. */
struct sr_token {
	struct sr_span at;
	uint32_t lower; /* symbol of the folded form */
	uint32_t lemma; /* symbol of the folded lemma */
	uint32_t head;  /* index of a token of the doc; its own for a root */
	uint8_t upos, xpos, deprel, flags;
	uint32_t sentence;
	uint32_t traits; /* enum sr_trait */
	struct sr_str lemma_text; /* as CoNLL-U prints it; may be the text's */
	/* What begins, goes on or ends here; indices into the lists, SR_NONE. */
	uint32_t place, time, party, number;
};

struct sr_sentence {
	uint32_t from, to; /* tokens */
	struct sr_span at;
	uint32_t block;
	uint32_t repeat_of; /* an earlier sentence that says the same, SR_NONE */
	bool wanted;        /* to be parsed; the tokeniser sets it for all */
	bool parsed;        /* heads and relations are filled */
};

/* A phrase of a table found in the text; sorted by from, longer first. */
struct sr_hit {
	uint32_t from, to; /* tokens */
	uint32_t row;
	uint16_t table, column;
};

/* What every mention has. Tokens [from, to); head is the one that stands for
 * it in the tree. */
struct sr_mention {
	struct sr_span at;
	uint32_t from, to, head;
};

struct sr_candidate {
	int64_t id;
	struct sr_str name, admin1, country;
	double lat, lon;
	int64_t population;
	double score;
	struct sr_str why; /* "exact name; oblast named; 50 km from Sumy" */
};

enum sr_place_kind {
	SR_PLACE_POINT,   /* town, village, site */
	SR_PLACE_AREA,    /* country, oblast, macro-region, front, sea, river */
	SR_PLACE_OFFSET,  /* a point by distance and bearing: "50km south of" */
	SR_PLACE_BETWEEN, /* between two places */
	/* Looks like a place and is in no table. has_point only where the words
	 * fix a coarse one: in a town, at a distance from one. */
	SR_PLACE_MISSING,
};

struct sr_place {
	struct sr_mention m;
	enum sr_place_kind kind;
	struct sr_str name;            /* the gazetteer's name, else the words */
	struct sr_str feature;         /* GeoNames feature code, "PPL", "ADM1" */
	struct sr_str admin1, country; /* name; ISO 3166 alpha-2 */
	int64_t id;
	bool has_point;
	double lat, lon, radius_km;
	uint32_t row;    /* of places/features.tsv, SR_NONE */
	uint32_t inside; /* place mention that holds it ("in Sumy"), SR_NONE */
	uint32_t antecedent; /* earlier mention that "the town" stands for, or
	                      * that "50 km south of X" tells the place of */
	const struct sr_candidate *candidates; /* best first */
	size_t ncandidate;
};

enum sr_time_kind {
	SR_TIME_POINT,    /* a day or a stretch: "on Sunday", "in March" */
	SR_TIME_SINCE,    /* from there to the anchor: "since March 10" */
	SR_TIME_UNTIL,
	SR_TIME_DURATION, /* "25 days", "for weeks": length, ends unknown */
	SR_TIME_REPEAT,   /* "every day", "nightly" */
	SR_TIME_VAGUE,    /* "recently", "at that time", "former" */
};

/* Which part of the stretch that is named: "early March", "the end of 1943". */
enum sr_part { SR_PART_ALL, SR_PART_START, SR_PART_MID, SR_PART_END };

/* Two intervals, each unknown when from > to. `named` is the whole stretch of
 * the calendar that the words name (the day, the month, the year), as TIMEX2
 * has it. `days` is when what is told of happened or held, which is what a
 * claim takes: "early March" names March and means 1 to 10; "since March 10"
 * names that day and means from then to the report's; both ends of "from May
 * to July" mean all of it, and so do two days in a row ("on 4 and 5 May"). */
struct sr_time {
	struct sr_mention m; /* prepositions left out */
	enum sr_time_kind kind;
	uint8_t basis; /* enum sr_basis */
	uint8_t part;  /* enum sr_part: which of `named` */
	struct sr_days named, days;
	int32_t length; /* days, of a duration; 0: unknown */
};

/* How a party's side is known, from the surest. */
enum sr_party_why {
	SR_PARTY_UNKNOWN,
	SR_PARTY_TABLE,   /* a row of data/actors names it */
	SR_PARTY_SAID,    /* the words around its noun do: "Russian", "of Iraq" */
	SR_PARTY_PLACE,   /* the place that it governs or comes from */
	SR_PARTY_REFERS,  /* it stands for a mention before it */
	SR_PARTY_CONTEXT, /* what such words mean in the report's war */
};

/* data/ontology/party_kinds.tsv names the kinds. Sorted by first token, longer
 * ones first; they nest ("Russian" in "Russian troops"). token.party is the
 * longest mention that the token heads, else the smallest that covers it. */
struct sr_party {
	struct sr_mention m;
	struct sr_str name; /* normal name from the table, else the words */
	struct sr_str side; /* "UA", "CIV", "IS"; empty: unknown */
	uint8_t kind;       /* enum sr_party_kind of the ontology */
	uint8_t why;        /* enum sr_party_why, of its side */
	uint16_t table;     /* enum sr_table of row */
	uint32_t row;       /* of the table that named it, SR_NONE */
	uint32_t entity;    /* same number: same party within the doc */
	const struct sr_unit *unit; /* of a unit with a name, or men of one */
	bool plural;
	bool pronoun; /* name and side are its antecedent's */
};

struct sr_number {
	struct sr_mention m;
	struct sr_count count;
	struct sr_str unit; /* as claims.md: "people", "tank", "km", "USD" */
	uint32_t counted;   /* token of the noun counted, SR_NONE */
	bool further;       /* "a further", "another": adds to an earlier one */
	bool total;         /* "a total of", "in all", "so far" */
	bool of_time;       /* of days, nights, hours */
};

/* Words in quotation marks, or told as somebody's words by indentation. */
struct sr_quote {
	uint32_t from, to; /* tokens, the marks included */
	uint32_t speaker;  /* index into speakers, SR_NONE */
};

/* Somebody whom the report says something from. */
struct sr_speaker {
	struct sr_mention m;
	struct sr_str name; /* as named at its fullest in the report */
	struct sr_str side;
	uint32_t party; /* party mention, SR_NONE */
};

/* Why a report was not read, but for its header. */
enum sr_aside {
	SR_ASIDE_NONE,
	SR_ASIDE_LANGUAGE, /* report.language is not English */
	SR_ASIDE_NO_WAR,   /* nothing in it that a claim could come of */
};

struct sr_doc {
	struct sr_arena mem;
	struct sr_report report;
	SR_LIST(struct sr_block) blocks;
	SR_LIST(struct sr_token) tokens;
	SR_LIST(struct sr_sentence) sentences;
	SR_LIST(struct sr_hit) hits;
	SR_LIST(struct sr_place) places;
	SR_LIST(struct sr_time) times;
	SR_LIST(struct sr_party) parties;
	SR_LIST(struct sr_number) numbers;
	SR_LIST(struct sr_quote) quotes;
	SR_LIST(struct sr_speaker) speakers;
	SR_LIST(struct sr_claim) claims;
	SR_LIST(struct sr_remark) remarks; /* in the order of their words */
	struct sr_intern *words; /* symbols that the kit lacks */
	struct sr_atoms *atoms;  /* resolve/atom.h */
	struct sr_exprs *exprs;  /* resolve/expr.h */
	struct sr_tree *tree;	 /* annotate/walk.h; of this report's heads */
	uint8_t aside; /* enum sr_aside */
	bool ungated;  /* to be read whatever its language, war or no war */
	uint32_t war; /* that it is about: row of SR_TABLE_WARS, SR_NONE */
	/* What is remembered from one report to the next, to be faster: nothing
	 * that comes out may depend on it. Its size is fixed (annotate/memo.h,
	 * text/known.h). */
	struct sr_arena kept;
	char kept_of[72]; /* hash of the kit that it is of: sr_kit_keep */
	struct sr_memo *memo;
	struct sr_gaz_memo *gaz_memo;  /* kit/gaz_memo.h */
	struct place_kept *place_kept; /* resolve/place.h */
	struct sr_party_kept *party_kept; /* resolve/party_internal.h */
	struct sr_extract_kept *extract_kept; /* extract/extract_internal.h */
	struct sr_known *known; /* text/known.h */
};

/* An empty doc; its memory is bounded by SR_MAX_ARENA. */
void sr_doc_init(struct sr_doc *doc);

/* Empty again, the memory and what is remembered kept for the next report. */
void sr_doc_reset(struct sr_doc *doc);

void sr_doc_release(struct sr_doc *doc);

/* Empties `to` and copies into its memory what is kept of a reading: report,
 * claims, remarks, why it was set aside. False without memory. */
bool sr_doc_copy_read(struct sr_doc *to, const struct sr_doc *from);

/* The text of a span. */
static inline struct sr_str sr_doc_text(const struct sr_doc *doc,
                                        struct sr_span at)
{
	return (struct sr_str){ doc->report.text.s + at.from,
		                (size_t)(at.to - at.from) };
}

#endif
