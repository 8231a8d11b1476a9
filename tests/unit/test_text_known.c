/* Words met before: the same tokens from a doc that has read much as from a new
 * one, and what a word's traits are. */
#include <stdlib.h>

#include "kit/phrase.h"
#include "lib/check.h"
#include "text/chars.h"
#include "text/known.h"
#include "text/text.h"

static struct sr_kit *kit;

static void read(struct sr_doc *doc, const char *text)
{
	doc->report.text = sr_str_of(text);
	CHECK_INT(sr_paragraphs(doc, NULL), SR_OK);
	CHECK_INT(sr_tokenize(doc, kit, NULL), SR_OK);
}

static const char *const TEXTS[] = {
	"The 7th Brigade held Ostrivka; nobody cannot leave. No. 4 is far.",
	"THE Ostrivka road, the ostrivka road. Mr. Ostrivka's dog, 24km off",
	"Glavnoye-upravleniye-svyazi-i-informatsionnykh-tekhnologiy said so.",
	"Caf\xC3\xA9 caf\xC3\xA9 Ostrivk Ostrivka Ostrivkaa a, a. I. gonna",
};

/* Is all of it what a doc that knows nothing reads? */
static void same_as_new(struct sr_doc *doc, const char *text)
{
	struct sr_doc fresh;

	sr_doc_init(&fresh);
	read(&fresh, text);
	CHECK_INT(doc->tokens.nitem, fresh.tokens.nitem);
	CHECK_INT(doc->sentences.nitem, fresh.sentences.nitem);
	for (size_t i = 0; i < doc->tokens.nitem; i++) {
		const struct sr_token *a = &doc->tokens.items[i];
		const struct sr_token *b = &fresh.tokens.items[i];
		CHECK_INT(a->at.from, b->at.from);
		CHECK_INT(a->at.to, b->at.to);
		CHECK_INT(a->lower, b->lower);
		CHECK_INT(a->flags, b->flags);
		CHECK_INT(a->traits, b->traits);
		CHECK_INT(a->sentence, b->sentence);
	}
	sr_doc_release(&fresh);
}

/* Every byte at every place, with letters up to it and behind. */
static void letters(void)
{
	char s[21];
	int wrong = 0;

	for (int c = 0; c < 256; c++)
		for (size_t at = 0; at < sizeof(s); at++) {
			for (size_t i = 0; i < sizeof(s); i++)
				s[i] = "azAZ"[i % 4];
			s[at] = (char)c;
			bool letter = (c >= 'a' && c <= 'z') ||
				      (c >= 'A' && c <= 'Z');
			wrong += sr_letters(s, sizeof(s)) !=
				 (letter ? sizeof(s) : at);
			wrong += sr_letters(s, at) != at;
		}
	CHECK_INT(wrong, 0);
}

/* Of all lengths up to three times eight and one. */
static void hashes(void)
{
	static const char WORD[] = "Zhovtneve1234567890ABCDEF";
	char lower[sizeof(WORD)];

	for (size_t n = 0; n < sizeof(WORD); n++) {
		struct sr_str s = { WORD, n };
		for (size_t i = 0; i < n; i++)
			lower[i] = sr_ascii_lower(WORD[i]);
		CHECK(sr_hash_lower(s) == sr_hash(lower, n));
		if (n)
			CHECK(sr_hash_quick(WORD, n) !=
			      sr_hash_quick(lower, n));
	}
}

static void remembered(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	for (size_t k = 0; k < 3 * sizeof(TEXTS) / sizeof(TEXTS[0]); k++) {
		const char *text = TEXTS[k * k % (sizeof(TEXTS) /
						  sizeof(TEXTS[0]))];
		read(&doc, text);
		same_as_new(&doc, text);
		sr_doc_reset(&doc);
		CHECK(doc.known != NULL);
	}
	/* Counted round: a name of an old report is not taken for its own. */
	doc.known->report = UINT32_MAX - 1;
	for (size_t k = 0; k < 3; k++) {
		read(&doc, TEXTS[k]);
		same_as_new(&doc, TEXTS[k]);
		sr_doc_reset(&doc);
	}
	sr_doc_release(&doc);
}

static uint32_t traits(struct sr_doc *doc, const char *word)
{
	sr_doc_reset(doc);
	read(doc, word);
	CHECK_INT(doc->tokens.nitem, 1);
	return doc->tokens.items[0].traits;
}

static void kinds(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(traits(&doc, "mill"), SR_TRAIT_WORD | SR_TRAIT_PIECE);
	CHECK_INT(traits(&doc, "Mill"),
		  SR_TRAIT_WORD | SR_TRAIT_PIECE |
			  SR_CASE_CAPITAL * SR_TRAIT_CASE);
	CHECK_INT(SR_TRAIT_CASE_OF(traits(&doc, "MI6")), SR_CASE_ALL);
	CHECK_INT(traits(&doc, "1998"), SR_TRAIT_DIGITS | SR_TRAIT_PIECE);
	CHECK_INT(traits(&doc, "7th"), SR_TRAIT_PIECE | SR_TRAIT_RANK);
	CHECK_INT(traits(&doc, ";"), SR_TRAIT_MARK | SR_TRAIT_PIECE);
	CHECK_INT(traits(&doc, "\xE2\x80\x94"), 0);
	CHECK_INT(traits(&doc, "b\xC3\xA9"), 0);
	sr_doc_release(&doc);
}

int main(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	remembered();
	letters();
	hashes();
	kinds();
	sr_kit_close(kit);
	return done();
}
