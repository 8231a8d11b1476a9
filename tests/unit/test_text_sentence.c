/* Sentences that are too long are parted where clauses are, runs without white
 * space where they must be, and nothing is lost. */
#include <stdlib.h>

#include "base/limits.h"
#include "lib/check.h"
#include "text/text.h"

static struct sr_kit *kit;
static char text[40000];

/* `n` times the words, into text. */
static void fill(const char *words, size_t n)
{
	size_t len = strlen(words);

	for (size_t i = 0; i < n; i++)
		memcpy(text + i * len, words, len);
	text[n * len] = '\0';
}

static bool read(struct sr_doc *doc)
{
	sr_doc_init(doc);
	doc->report.text = sr_str_of(text);
	return sr_paragraphs(doc, NULL) == SR_OK &&
	       sr_tokenize(doc, kit, NULL) == SR_OK;
}

static uint32_t words(const struct sr_doc *doc, size_t s)
{
	return doc->sentences.items[s].to - doc->sentences.items[s].from;
}

static struct sr_str last(const struct sr_doc *doc, size_t s)
{
	uint32_t end = doc->sentences.items[s].to;

	return sr_doc_text(doc, doc->tokens.items[end - 1].at);
}

/* Every token is in one sentence, none too long. */
static bool whole(const struct sr_doc *doc)
{
	uint32_t at = 0;

	for (size_t s = 0; s < doc->sentences.nitem; s++) {
		if (doc->sentences.items[s].from != at ||
		    words(doc, s) > SR_MAX_SENTENCE || words(doc, s) == 0)
			return false;
		for (; at < doc->sentences.items[s].to; at++)
			if (doc->tokens.items[at].sentence != s)
				return false;
	}
	return at == doc->tokens.nitem;
}

static void check_parts(const char *what, size_t n, const char *end)
{
	struct sr_doc doc;
	bool same = true;

	fill(what, n);
	CHECK(read(&doc));
	CHECK(whole(&doc));
	CHECK(doc.sentences.nitem > 1);
	for (size_t s = 0; s + 1 < doc.sentences.nitem; s++)
		same = same && sr_str_is(last(&doc, s), end) &&
		       words(&doc, s) > SR_MAX_SENTENCE / 2;
	CHECK(same);
	sr_doc_release(&doc);
}

static void short_enough(void)
{
	struct sr_doc doc;

	fill("of it , ", SR_MAX_SENTENCE / 3);
	CHECK(read(&doc));
	CHECK_INT(doc.sentences.nitem, 1);
	sr_doc_release(&doc);
}

static void long_runs(void)
{
	struct sr_doc doc;
	bool cut = true;

	fill("\xc3\xa9t\xc3\xa9", 4000);
	CHECK(read(&doc));
	CHECK(whole(&doc));
	CHECK(doc.tokens.nitem > 20000 / SR_MAX_TOKEN_BYTES);
	for (size_t i = 0; i < doc.tokens.nitem; i++) {
		const struct sr_token *t = &doc.tokens.items[i];
		bool space = t->flags & SR_TOK_SPACE_AFTER;
		if (t->at.to - t->at.from > SR_MAX_TOKEN_BYTES ||
		    ((unsigned char)text[t->at.from] & 0xC0) == 0x80 ||
		    space != (i + 1 == doc.tokens.nitem))
			cut = false;
	}
	CHECK(cut);
	sr_doc_release(&doc);
}

int main(void)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	short_enough();
	check_parts("one of the men by the road , ", 100, ",");
	check_parts("some of it : all by the way , ", 100, ":");
	check_parts("and ", 1000, "and");
	long_runs();
	sr_kit_close(kit);
	return done();
}
