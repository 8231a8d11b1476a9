#include "kit/schema.h"

#include <string.h>

#include "base/str.h"

#define ID { "id", SR_COL_ID, NULL, true }

const struct sr_schema sr_schemas[SR_TABLE_COUNT] = {
	[SR_TABLE_TYPES] = { "ontology/types.tsv",
	                     { ID,
	                       { "acled", SR_COL_TEXT, NULL, false },
	                       { "plover", SR_COL_TEXT, NULL, false },
	                       { "cameo", SR_COL_TEXT, NULL, false },
	                       { "means", SR_COL_TEXT, NULL, true } } },
	[SR_TABLE_STATUSES] = { "ontology/statuses.tsv",
	                        { ID, { "means", SR_COL_TEXT, NULL, true } } },
	[SR_TABLE_PARTY_KINDS] = { "ontology/party_kinds.tsv",
	                           { ID, { "means", SR_COL_TEXT, NULL, true } } },
	[SR_TABLE_MONTHS] = { "lexicon/months.tsv",
	                      { ID,
	                        { "number", SR_COL_INT, NULL, true },
	                        { "forms", SR_COL_FORMS, NULL, true } } },
	[SR_TABLE_TOKENS] = { "lexicon/tokens.tsv",
	                      { ID,
	                        { "kind", SR_COL_ENUM,
	                          "title|abbreviation|number|join|clitic|"
	                          "prefix|unit|domain|face",
	                          true },
	                        { "form", SR_COL_TEXT, NULL, true },
	                        { "parts", SR_COL_TEXT, NULL, false } } },
	[SR_TABLE_WEEKDAYS] = { "lexicon/weekdays.tsv",
	                        { ID,
	                          { "number", SR_COL_INT, NULL, true },
	                          { "forms", SR_COL_FORMS, NULL, true } } },
	[SR_TABLE_THINGS] = { "lexicon/things.tsv",
	                      { ID,
	                        { "lemmas", SR_COL_LEMMAS, NULL, true },
	                        { "classes", SR_COL_SET, SR_CLASS_WORDS, true },
	                        { "unit", SR_COL_TEXT, NULL, true } } },
	[SR_TABLE_NUMERALS] = { "lexicon/numerals.tsv",
	                        { ID,
	                          { "forms", SR_COL_FORMS, NULL, true },
	                          { "kind", SR_COL_ENUM, SR_NUMERAL_WORDS,
	                            true },
	                          { "low", SR_COL_MILLI, NULL, true },
	                          { "high", SR_COL_MILLI, NULL, true },
	                          { "power", SR_COL_INT, NULL, true } } },
	[SR_TABLE_BOUNDS] = { "lexicon/bounds.tsv",
	                      { ID,
	                        { "forms", SR_COL_FORMS, NULL, true },
	                        { "side", SR_COL_ENUM, SR_BOUND_WORDS, true },
	                        { "low", SR_COL_MILLI, NULL, false },
	                        { "high", SR_COL_MILLI, NULL, false } } },
	[SR_TABLE_UNITS] = { "lexicon/units.tsv",
	                     { ID,
	                       { "forms", SR_COL_FORMS, NULL, true },
	                       { "kind", SR_COL_ENUM, SR_UNIT_WORDS, true },
	                       { "unit", SR_COL_TEXT, NULL, true },
	                       { "numer", SR_COL_INT, NULL, true },
	                       { "denom", SR_COL_INT, NULL, true } } },
	[SR_TABLE_COUNTED] = { "lexicon/counted.tsv",
	                       { ID,
	                         { "lemmas", SR_COL_LEMMAS, NULL, true },
	                         { "kind", SR_COL_ENUM, "verb|noun", true },
	                         { "unit", SR_COL_TEXT, NULL, true } } },
	[SR_TABLE_TIMES] = { "lexicon/times.tsv",
	                     { ID,
	                       { "forms", SR_COL_FORMS, NULL, true },
	                       { "kind", SR_COL_ENUM, SR_TIME_WORDS, true },
	                       { "value", SR_COL_INT, NULL, true },
	                       { "extra", SR_COL_INT, NULL, true } } },
	[SR_TABLE_WARS] = { "lexicon/wars.tsv",
	                    { ID,
	                      { "name", SR_COL_TEXT, NULL, true },
	                      { "names", SR_COL_FORMS, NULL, true },
	                      { "about", SR_COL_FORMS, NULL, true },
	                      { "nouns", SR_COL_TEXT, NULL, true },
	                      { "sides", SR_COL_TEXT, NULL, true },
	                      { "place", SR_COL_TEXT, NULL, true },
	                      { "from", SR_COL_DAY, NULL, true },
	                      { "to", SR_COL_DAY, NULL, false } } },
	[SR_TABLE_LIGHT_VERBS] = { "lexicon/light_verbs.tsv",
	                           { ID,
	                             { "lemmas", SR_COL_LEMMAS, NULL, true },
	                             { "role", SR_COL_ENUM,
	                               "agent|patient|event", true },
	                             { "prep", SR_COL_TEXT, NULL, false } } },
	[SR_TABLE_HEADS] = { "lexicon/heads.tsv",
	                     { ID,
	                       { "lemmas", SR_COL_LEMMAS, NULL, true },
	                       { "kind", SR_COL_ENUM, "number|part|sort",
	                         true } } },
	[SR_TABLE_CUES] = { "lexicon/cues.tsv",
	                    { ID,
	                      { "lemmas", SR_COL_LEMMAS, NULL, true },
	                      { "kind", SR_COL_ENUM,
	                        "plain|possible|planned|unverified|disputed|"
	                        "denied",
	                        true },
	                      { "place", SR_COL_ENUM, "over|with", true } } },
	[SR_TABLE_SPEECH] = { "lexicon/speech.tsv",
	                      { ID,
	                        { "lemmas", SR_COL_LEMMAS, NULL, true },
	                        { "kind", SR_COL_ENUM,
	                          "say|weak|deny|dispute|accuse|quote",
	                          true },
	                        { "agentless", SR_COL_ENUM,
	                          "asserted|unverified|possible", true } } },
};

int sr_schema_find(struct sr_str name)
{
	for (int i = 0; i < SR_TABLE_COUNT; i++) {
		const char *slash = strrchr(sr_schemas[i].path, '/');
		const char *base = slash ? slash + 1 : sr_schemas[i].path;
		struct sr_str stem = { base, strlen(base) - strlen(".tsv") };
		if (sr_str_equal(stem, name))
			return i;
	}
	return -1;
}
