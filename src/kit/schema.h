/* What tables there are, and what each of their columns holds.
 *
 * To add a table: an enumerator here, its columns' enumerators, one entry in
 * schema.c, the file under data/. The compiler of the kit (build.c) checks
 * every cell against its column's type; stages read rows by kit.h. */
#ifndef SR_KIT_SCHEMA_H
#define SR_KIT_SCHEMA_H

#include "sitrep.h"

enum sr_table {
	SR_TABLE_TYPES, /* ontology: the closed lists, for `check` and export */
	SR_TABLE_STATUSES,
	SR_TABLE_PARTY_KINDS,
	SR_TABLE_HEADER_FIELDS, /* lexicon: what intake looks for in lines */
	SR_TABLE_HEADER_WORDS,
	SR_TABLE_LINE_CUES,
	SR_TABLE_ELEMENTS, /* ingest: pages and columns, src/intake */
	SR_TABLE_MARKS,
	SR_TABLE_NAMES,
	SR_TABLE_MESSAGES,
	SR_TABLE_MONTHS, /* lexicon: how days are written */
	SR_TABLE_WEEKDAYS,
	SR_TABLE_THINGS, /* lexicon: nouns and their classes, kit/pattern.h */
	SR_TABLE_TOKENS, /* how words are cut, src/text */
	SR_TABLE_IRREGULAR, /* forms and lemmas, src/annotate */
	SR_TABLE_SPELLINGS, /* American words by their British form */
	SR_TABLE_REPAIRS,   /* words the net takes for others, src/annotate */
	SR_TABLE_GATE, /* what single words tell of war, src/text/gate.h */
	SR_TABLE_LANGUAGES, /* how they are told apart, src/text/language.h */
	SR_TABLE_NUMERALS, /* lexicon: how amounts are written */
	SR_TABLE_BOUNDS,
	SR_TABLE_UNITS,
	SR_TABLE_COUNTED,
	SR_TABLE_TIMES, /* lexicon: of what expressions of time are made */
	SR_TABLE_WARS,
	SR_TABLE_HELD, /* who has long held what */
	SR_TABLE_LIGHT_VERBS,
	SR_TABLE_HEADS,
	SR_TABLE_CUES,
	SR_TABLE_SPEECH,
	SR_TABLE_TELLINGS, /* what stands for something said before */
	SR_TABLE_PARTS, /* "of the", "including", "of them" */
	SR_TABLE_EXTENTS, /* "all of", "parts of" a region */
	SR_TABLE_CONFIDENCE, /* what tells for a claim, and against */
	SR_TABLE_STATES, /* actors: who acts and suffers, src/resolve/party.h */
	SR_TABLE_GROUPS,
	SR_TABLE_FORMATIONS,
	SR_TABLE_ECHELONS,
	SR_TABLE_BRANCHES,
	SR_TABLE_PEOPLE,
	SR_TABLE_BODIES,
	SR_TABLE_POSTS,
	SR_TABLE_RANKS,
	SR_TABLE_LEADERS,
	SR_TABLE_INSTITUTIONS,
	SR_TABLE_CONFLICTS,
	SR_TABLE_RELATIONS,
	SR_TABLE_VERBS,
	SR_TABLE_PRONOUNS,
	SR_TABLE_LINKS,
	SR_TABLE_PEOPLES,
	SR_TABLE_GIVEN,
	SR_TABLE_ADMIN1, /* places: read by tools/gazc, */
	SR_TABLE_EXONYMS, /* and this one */
	SR_TABLE_COUNTRIES,
	SR_TABLE_FEATURES, /* regions, rivers, bases, front-line villages */
	SR_TABLE_NOUNS,    /* what a place is called: town, oblast, river */
	SR_TABLE_BEARINGS,
	SR_TABLE_CODES, /* GeoNames' feature codes */
	SR_TABLE_SIGNS, /* words beside a name: is it a place? */
	SR_TABLE_HUES,	/* draw: colours of sides, src/draw/palette.h, */
	SR_TABLE_SIDES, /* and which are fixed, with a shape */
	SR_TABLE_PHRASES, /* brief: how a situation report says things */
	SR_TABLE_SENTENCES,
	SR_TABLE_CALLED,
	SR_TABLE_PLURALS,
	SR_TABLE_AMOUNTS,
	SR_TABLE_MEASURES,
	SR_TABLE_ARTICLES,
	SR_TABLE_TERMS, /* export: what other projects call it, src/export */
	SR_TABLE_ACLED,
	SR_TABLE_ACTORS,
	SR_TABLE_NATIONS,
	SR_TABLE_PRECISION,
	SR_TABLE_COUNT
};

/* Columns in the order of the file's first line, id first. */
enum { SR_TYPES_ID, SR_TYPES_CAMEO, SR_TYPES_MEANS };

enum { SR_HEADER_FIELDS_ID, SR_HEADER_FIELDS_FIELD, SR_HEADER_FIELDS_BARE,
       SR_HEADER_FIELDS_CUES };
enum { SR_HEADER_WORDS_ID, SR_HEADER_WORDS_KIND, SR_HEADER_WORDS_CUES };
/* Values of SR_HEADER_WORDS_KIND, of SR_LINE_CUES_AT, of SR_LINE_CUES_MAKES. */
enum sr_header_word { SR_HEADER_WORD_HALF, SR_HEADER_WORD_ZONE,
                      SR_HEADER_WORD_JOIN, SR_HEADER_WORD_ORDINAL,
                      SR_HEADER_WORD_AGO, SR_HEADER_WORD_UNKNOWN,
                      SR_HEADER_WORD_LABEL, SR_HEADER_WORD_OUTLET };
enum { SR_LINE_CUES_ID, SR_LINE_CUES_AT, SR_LINE_CUES_MAKES,
       SR_LINE_CUES_CUES };
enum sr_cue_where { SR_CUE_START, SR_CUE_WHOLE, SR_CUE_TAIL, SR_CUE_END };
enum sr_cue_makes { SR_CUE_CAPTION, SR_CUE_FIELD, SR_CUE_REST };
/* Their enumerators, in the same order: intake/page.h, intake/names.h. */
#define SR_ELEMENT_WORDS                                                       \
	"block|main|side|drop|break|heading|caption|item|row|cell|quote|pre|"  \
	"link|head"
#define SR_MARK_WORDS "noise|comment|text|caption|author|day"
#define SR_NAME_WORDS                                                          \
	"id|title|publisher|author|url|published|updated|text|html"
enum { SR_ELEMENTS_ID, SR_ELEMENTS_KIND };
enum { SR_MARKS_ID, SR_MARKS_KIND, SR_MARKS_CUES };
enum { SR_NAMES_ID, SR_NAMES_FIELD, SR_NAMES_PAGE, SR_NAMES_NAMES };
enum { SR_MESSAGES_ID, SR_MESSAGES_MARK, SR_MESSAGES_POST, SR_MESSAGES_TEXT,
       SR_MESSAGES_PUBLISHER, SR_MESSAGES_AUTHOR, SR_MESSAGES_DAY,
       SR_MESSAGES_NOT };
enum { SR_MONTHS_ID, SR_MONTHS_NUMBER, SR_MONTHS_FORMS };
enum { SR_IRREGULAR_ID, SR_IRREGULAR_LEMMA };
enum { SR_SPELLINGS_ID, SR_SPELLINGS_USUAL };
enum { SR_TOKENS_ID, SR_TOKENS_KIND, SR_TOKENS_FORM, SR_TOKENS_PARTS };
enum { SR_GATE_ID, SR_GATE_SIGN };
enum { SR_LANGUAGES_ID, SR_LANGUAGES_NAME, SR_LANGUAGES_SCRIPT,
       SR_LANGUAGES_MAIN, SR_LANGUAGES_WORDS, SR_LANGUAGES_LETTERS,
       SR_LANGUAGES_ENDINGS };
/* In the order of SR_SCRIPT_WORDS. */
enum sr_script { SR_SCRIPT_LATIN, SR_SCRIPT_CYRILLIC, SR_SCRIPT_ARABIC,
                 SR_SCRIPT_HEBREW, SR_SCRIPT_ETHIOPIC, SR_SCRIPT_MYANMAR,
                 SR_SCRIPT_DEVANAGARI, SR_SCRIPT_HAN, SR_SCRIPT_KANA,
                 SR_SCRIPT_HANGUL, SR_SCRIPT_GREEK, SR_SCRIPT_GEORGIAN,
                 SR_SCRIPT_ARMENIAN, SR_SCRIPT_THAI, SR_SCRIPT_LAO,
                 SR_SCRIPT_KHMER, SR_SCRIPT_BENGALI, SR_SCRIPT_TAMIL,
                 SR_SCRIPT_TELUGU, SR_SCRIPT_SINHALA, SR_SCRIPT_GURMUKHI,
                 SR_SCRIPT_COUNT };
#define SR_SCRIPT_WORDS                                                        \
	"latin|cyrillic|arabic|hebrew|ethiopic|myanmar|devanagari|han|kana|"   \
	"hangul|greek|georgian|armenian|thai|lao|khmer|bengali|tamil|telugu|"  \
	"sinhala|gurmukhi"
enum { SR_WEEKDAYS_ID, SR_WEEKDAYS_NUMBER, SR_WEEKDAYS_FORMS };

enum { SR_THINGS_ID, SR_THINGS_LEMMAS, SR_THINGS_CLASSES, SR_THINGS_UNIT };

enum { SR_NUMERALS_ID, SR_NUMERALS_FORMS, SR_NUMERALS_KIND, SR_NUMERALS_LOW,
       SR_NUMERALS_HIGH, SR_NUMERALS_POWER };
enum { SR_BOUNDS_ID, SR_BOUNDS_FORMS, SR_BOUNDS_SIDE, SR_BOUNDS_LOW,
       SR_BOUNDS_HIGH, SR_BOUNDS_MARK };
enum { SR_UNITS_ID, SR_UNITS_FORMS, SR_UNITS_KIND, SR_UNITS_UNIT,
       SR_UNITS_NUMER, SR_UNITS_DENOM };
enum { SR_COUNTED_ID, SR_COUNTED_FORMS, SR_COUNTED_KIND, SR_COUNTED_UNIT };
enum { SR_TIMES_ID, SR_TIMES_FORMS, SR_TIMES_KIND, SR_TIMES_VALUE,
       SR_TIMES_EXTRA };
enum { SR_WARS_ID, SR_WARS_NAME, SR_WARS_NAMES, SR_WARS_ABOUT, SR_WARS_NOUNS,
       SR_WARS_SIDES, SR_WARS_PLACE, SR_WARS_FROM, SR_WARS_TO };
enum { SR_HELD_ID, SR_HELD_TOWNS, SR_HELD_AREAS, SR_HELD_COUNTRY, SR_HELD_SIDE,
       SR_HELD_FROM, SR_HELD_TO };
enum { SR_LIGHT_VERBS_ID, SR_LIGHT_VERBS_LEMMAS, SR_LIGHT_VERBS_ROLE,
       SR_LIGHT_VERBS_PREP };
enum { SR_CONFIDENCE_ID, SR_CONFIDENCE_WEIGHT };
enum { SR_HEADS_ID, SR_HEADS_LEMMAS, SR_HEADS_KIND };

enum { SR_CUES_ID, SR_CUES_LEMMAS, SR_CUES_KIND, SR_CUES_PLACE };
enum { SR_SPEECH_ID, SR_SPEECH_LEMMAS, SR_SPEECH_KIND, SR_SPEECH_AGENTLESS };
enum { SR_TELLINGS_ID, SR_TELLINGS_LEMMAS, SR_TELLINGS_KIND };

enum { SR_PARTS_ID, SR_PARTS_KIND, SR_PARTS_FORMS };
enum { SR_EXTENTS_ID, SR_EXTENTS_FORMS, SR_EXTENTS_KIND };
enum sr_extents_kind {
	SR_EXTENTS_WHOLE,
	SR_EXTENTS_PART,
	SR_EXTENTS_PIECE,
	SR_EXTENTS_BESIDE,
	SR_EXTENTS_TOWN,
	SR_EXTENTS_ITS,
	SR_EXTENTS_WAY
};
enum sr_parts_kind { SR_PARTS_OF, SR_PARTS_WITH, SR_PARTS_THEM, SR_PARTS_LIE };

enum { SR_STATES_ID, SR_STATES_SIDE, SR_STATES_NAME, SR_STATES_NAMES,
       SR_STATES_ADJECTIVES, SR_STATES_PEOPLE, SR_STATES_SEATS,
       SR_STATES_CAPITALS, SR_STATES_FORCES, SR_STATES_FROM, SR_STATES_TO };
enum { SR_GROUPS_ID, SR_GROUPS_SIDE, SR_GROUPS_NAME, SR_GROUPS_NAMES,
       SR_GROUPS_COUNTRY, SR_GROUPS_KIND, SR_GROUPS_FROM, SR_GROUPS_TO };
enum { SR_FORMATIONS_ID, SR_FORMATIONS_SIDE, SR_FORMATIONS_NAME,
       SR_FORMATIONS_NUMBER, SR_FORMATIONS_ARM, SR_FORMATIONS_ECHELON,
       SR_FORMATIONS_NAMES };
enum { SR_ECHELONS_ID, SR_ECHELONS_NAME, SR_ECHELONS_LEMMAS, SR_ECHELONS_SIZE,
       SR_ECHELONS_NAMED, SR_ECHELONS_ALONE };
enum { SR_BRANCHES_ID, SR_BRANCHES_NAME, SR_BRANCHES_WORDS,
       SR_BRANCHES_CLASS, SR_BRANCHES_SERVICE, SR_BRANCHES_KIN,
       SR_BRANCHES_ALONE, SR_BRANCHES_USERS };
enum { SR_PEOPLE_ID, SR_PEOPLE_LEMMAS, SR_PEOPLE_CLASS, SR_PEOPLE_GROUP,
       SR_PEOPLE_ARMY };
enum { SR_BODIES_ID, SR_BODIES_LEMMAS, SR_BODIES_CLASS };
enum { SR_POSTS_ID, SR_POSTS_LEMMAS, SR_POSTS_CLASS, SR_POSTS_ALONE,
       SR_POSTS_SIDE };
enum { SR_RANKS_ID, SR_RANKS_FORMS, SR_RANKS_CLASS };
enum { SR_LEADERS_ID, SR_LEADERS_SIDE, SR_LEADERS_NAME, SR_LEADERS_NAMES,
       SR_LEADERS_ALONE, SR_LEADERS_POST, SR_LEADERS_FROM, SR_LEADERS_TO };
enum { SR_INSTITUTIONS_ID, SR_INSTITUTIONS_SIDE, SR_INSTITUTIONS_NAME,
       SR_INSTITUTIONS_NAMES, SR_INSTITUTIONS_COUNTRY, SR_INSTITUTIONS_KIND };
enum { SR_CONFLICTS_ID, SR_CONFLICTS_COUNTRY, SR_CONFLICTS_HOME,
       SR_CONFLICTS_FOES, SR_CONFLICTS_OCCUPIERS, SR_CONFLICTS_REBELS,
       SR_CONFLICTS_SEPARATISTS, SR_CONFLICTS_MILITANTS, SR_CONFLICTS_MILITIA,
       SR_CONFLICTS_COALITION, SR_CONFLICTS_FROM, SR_CONFLICTS_TO };
enum { SR_RELATIONS_ID, SR_RELATIONS_WORDS, SR_RELATIONS_KIND,
       SR_RELATIONS_FRONT };
enum { SR_VERBS_ID, SR_VERBS_LEMMAS, SR_VERBS_KIND };
enum { SR_PRONOUNS_ID, SR_PRONOUNS_FORMS, SR_PRONOUNS_NUMBER,
       SR_PRONOUNS_ANIMATE, SR_PRONOUNS_SELF };
enum { SR_PEOPLES_ID, SR_PEOPLES_ADJECTIVES, SR_PEOPLES_COUNTRY,
       SR_PEOPLES_SIDE };
enum { SR_GIVEN_ID, SR_GIVEN_FORMS };
enum { SR_LINKS_ID, SR_LINKS_FORMS, SR_LINKS_KINDS };

enum { SR_ADMIN1_ID, SR_ADMIN1_NAMES, SR_ADMIN1_LAT, SR_ADMIN1_LON };
enum { SR_EXONYMS_ID, SR_EXONYMS_COUNTRY, SR_EXONYMS_NAME, SR_EXONYMS_ALSO };
enum { SR_COUNTRIES_ID, SR_COUNTRIES_NAME, SR_COUNTRIES_FORMS,
       SR_COUNTRIES_DEMONYMS, SR_COUNTRIES_LAT, SR_COUNTRIES_LON,
       SR_COUNTRIES_RADIUS, SR_COUNTRIES_CONTINENT, SR_COUNTRIES_PLAIN };
enum { SR_FEATURES_ID, SR_FEATURES_NAME, SR_FEATURES_FORMS,
       SR_FEATURES_FEATURE, SR_FEATURES_COUNTRY, SR_FEATURES_LAT,
       SR_FEATURES_LON, SR_FEATURES_RADIUS, SR_FEATURES_PRIOR };
enum { SR_NOUNS_ID, SR_NOUNS_CLASS, SR_NOUNS_FORMS, SR_NOUNS_MANY, SR_NOUNS_OF,
       SR_NOUNS_AFTER, SR_NOUNS_THE, SR_NOUNS_LEAST, SR_NOUNS_MOST,
       SR_NOUNS_SOLE, SR_NOUNS_WHOLE };
enum { SR_BEARINGS_ID, SR_BEARINGS_DEGREES, SR_BEARINGS_FORMS,
       SR_BEARINGS_PART };
enum { SR_CODES_ID, SR_CODES_CLASS, SR_CODES_RADIUS, SR_CODES_TAKE };
enum { SR_SIGNS_ID, SR_SIGNS_KIND, SR_SIGNS_WEIGHT, SR_SIGNS_FORMS };
enum { SR_HUES_ID, SR_HUES_ORDER, SR_HUES_LIGHT, SR_HUES_DARK };
enum { SR_SIDES_ID, SR_SIDES_SIDE, SR_SIDES_HUE, SR_SIDES_SHAPE };

enum { SR_PHRASES_ID, SR_PHRASES_TEXT };
enum { SR_SENTENCES_ID, SR_SENTENCES_TYPE, SR_SENTENCES_NEEDS,
       SR_SENTENCES_TEXT, SR_SENTENCES_EXAMPLE, SR_SENTENCES_GIVES };
enum { SR_CALLED_ID, SR_CALLED_SIDE, SR_CALLED_NOUN, SR_CALLED_ADJECTIVE,
       SR_CALLED_FORCES, SR_CALLED_PLURAL };
enum { SR_PLURALS_ID, SR_PLURALS_ONE, SR_PLURALS_MANY, SR_PLURALS_SIGN,
       SR_PLURALS_JOINED };
enum { SR_AMOUNTS_ID, SR_AMOUNTS_LOW, SR_AMOUNTS_HIGH, SR_AMOUNTS_TEXT };
enum { SR_MEASURES_ID, SR_MEASURES_UNIT, SR_MEASURES_NUMER,
       SR_MEASURES_DENOM, SR_MEASURES_NAME };
enum { SR_ARTICLES_ID, SR_ARTICLES_KIND };

enum { SR_TERMS_ID, SR_TERMS_ACLED, SR_TERMS_HOME, SR_TERMS_PLOVER,
       SR_TERMS_MODE, SR_TERMS_CONTEXT, SR_TERMS_AGENT, SR_TERMS_UCDP,
       SR_TERMS_VIINA, SR_TERMS_SOURCE };
enum { SR_ACLED_ID, SR_ACLED_SUB_EVENT, SR_ACLED_EVENT, SR_ACLED_DISORDER };
enum { SR_ACTORS_ID, SR_ACTORS_SIDE, SR_ACTORS_NAME, SR_ACTORS_ACLED,
       SR_ACTORS_PLOVER, SR_ACTORS_VIINA };
enum { SR_NATIONS_ID, SR_NATIONS_ALPHA3, SR_NATIONS_NUMBER, SR_NATIONS_ACLED,
       SR_NATIONS_UCDP };
enum { SR_PRECISION_ID, SR_PRECISION_ACLED, SR_PRECISION_UCDP,
       SR_PRECISION_VIINA };
/* Of SR_TERMS_UCDP, SR_TERMS_VIINA and SR_ACTORS_VIINA; their enumerators:
 * export/work.h. The labels are in the order of VIINA's columns. */
#define SR_UCDP_WORDS "conflict|one-sided"
#define SR_VIINA_WORDS                                                         \
	"mil|aad|airstrike|airalert|uav|armor|arrest|artillery|control|"       \
	"firefight|ied|raid|occupy|property|cyber|hospital|milcas|civcas|"     \
	"retreat|san"
#define SR_VIINA_ACTOR_WORDS "rus|ukr|civ|other"

/* The words of SR_SENTENCES_NEEDS; their enumerators: brief/sentence.h. */
#define SR_SENTENCE_WORDS                                                      \
	"actor|target|at|place|when|number|big|arms|length|ground|money|"      \
	"fate|words"

enum sr_column_type {
	SR_COL_ID,
	SR_COL_TEXT,   /* anything */
	SR_COL_INT,    /* a whole number; value */
	SR_COL_MILLI,  /* a decimal number of at most 3 places; value times 1000 */
	SR_COL_DAY,    /* YYYY-MM-DD; value, days since 1970 */
	SR_COL_FLAG,   /* "yes" or "-"; value 1 or 0 */
	SR_COL_ENUM,   /* one of the words of `of`; value, its index from 0 */
	SR_COL_SET,    /* words of `of` with + between; value, a bit for each */
	SR_COL_REF,    /* the id of a row of the table named `of`; value, row */
	SR_COL_FORMS,  /* phrases with | between, looked for in the text */
	SR_COL_LEMMAS, /* phrases with | between, looked for in the lemmas */
	SR_COL_CUES,   /* phrases with | between, looked for in lines by intake */
};

#define SR_MAX_COLUMNS 16

struct sr_column {
	const char *name;
	enum sr_column_type type;
	const char *of;  /* see SR_COL_ENUM, SR_COL_REF */
	bool needed;     /* "-" is refused */
};

struct sr_schema {
	const char *path; /* below the data folder */
	struct sr_column column[SR_MAX_COLUMNS]; /* ends with a NULL name */
};

/* The words of enum sr_class (kit/pattern.h), lowest bit first. */
#define SR_CLASS_WORDS                                                         \
	"party|force|people|civ|place|ground|site|equip|air|gun|bomb|supply|"  \
	"event|number|money|length|utility|talk|mark|crime|body|home|line|"    \
	"voice|fate|calamity|name|combat|counter"

/* The words of the SR_COL_ENUM columns of numerals.tsv, bounds.tsv, units.tsv
 * and times.tsv. Their enumerators, in the same order: resolve/atom.h. */
#define SR_NUMERAL_WORDS                                                       \
	"ones|teen|tens|hundred|scale|suffix|group|some|scales|ordinal|"       \
	"suffix-ordinal|fraction|part|article|and|of"
#define SR_BOUND_WORDS "before|after"
#define SR_UNIT_WORDS                                                          \
	"length|area|calibre|mass|volume|percent|time|money|other|label"
#define SR_TIME_WORDS                                                          \
	"unit|weekend|season|daypart|day|ref|then|span|part|year-end|earlier|" \
	"later|rel|ago|offset|beside|hence|since|until|from|to|by|before|"     \
	"after|in|for|between|and|the|of|era|clock|zone|repeat|every|many|"    \
	"long|filler|approx|anniversary|feast|war|begin|tense|age"

/* The words of the SR_COL_ENUM and SR_COL_SET columns of data/actors. Their
 * enumerators, in the same order: resolve/party_internal.h. */
#define SR_GROUP_KIND_WORDS "group|force"
#define SR_INSTITUTION_KIND_WORDS "institution|media"
enum { SR_INSTITUTION_BODY, SR_INSTITUTION_MEDIA };
#define SR_ARM_WORDS "arm|honour|style"
enum { SR_ARM, SR_ARM_HONOUR, SR_ARM_STYLE };
#define SR_PEOPLE_WORDS                                                        \
	"force|fighter|rebel|separatist|militant|militia|loyal|enemy|"         \
	"occupier|defender|liberator|proxy|prisoner|civilian|person|official|" \
	"police|source|medic|aid|press|nation|sides|band|"     \
	"coalition|attacker|guerrilla|bloc"
#define SR_BODY_WORDS "state|public|un|media|state-media|firm|opposition|mission|press"
#define SR_POST_WORDS                                                          \
	"head|minister|governor|commander|spokesman|adviser|envoy|chief|"      \
	"lawmaker|royal|cleric|official|officer|expert|activist|medic|"        \
	"journalist|plain"
#define SR_RANK_WORDS "rank|title"
#define SR_RELATION_WORDS "patron|leader|holder|against|style|placed"
#define SR_VERB_WORDS "say|act|own|harm|address|lie"
#define SR_LINK_WORDS                                                          \
	"owner|employer|patron|inside|partner|definite|particle|alias"
/* Of nouns.tsv and signs.tsv; their enumerators: resolve/place.h. */
#define SR_NOUN_WORDS                                                          \
	"settlement|quarter|area1|area2|region|country|land|water|site|line"
#define SR_SIGN_WORDS                                                          \
	"in|near|between|verb|from|of|the|and|there|be|edge|centre|particle|"   \
	"org|given|word|voice|to|it|paper|ship|clock|with|kin|part"

/* Of sides.tsv; their enumerators, in the same order: draw/palette.h. */
#define SR_SHAPE_WORDS                                                         \
	"circle|square|triangle|diamond|down|pentagon|hexagon|star|cross"

/* Of every table, indexed by enum sr_table. */
extern const struct sr_schema sr_schemas[SR_TABLE_COUNT];

/* The table whose path, less folder and ending, is `name`; -1 if none. */
int sr_schema_find(struct sr_str name);

#endif
