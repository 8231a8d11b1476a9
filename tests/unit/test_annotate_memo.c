/* What is remembered changes nothing: the same report read by a doc that has
 * read others gives what a new doc gives. */
#include "annotate/memo.h"

#include <stdlib.h>

#include "annotate/annotate.h"
#include "lib/check.h"
#include "text/text.h"

static struct sr_kit *kit;

static bool read(struct sr_doc *doc, const char *text)
{
	sr_doc_reset(doc);
	doc->report.text = sr_str_of(text);
	return !sr_paragraphs(doc, NULL) && !sr_tokenize(doc, kit, NULL) &&
	       !sr_annotate(doc, kit, NULL);
}

static bool alike(const struct sr_doc *a, const struct sr_doc *b)
{
	bool same = a->tokens.nitem == b->tokens.nitem;

	for (size_t i = 0; same && i < a->tokens.nitem; i++) {
		const struct sr_token *s = &a->tokens.items[i];
		const struct sr_token *t = &b->tokens.items[i];
		same = s->upos == t->upos && s->xpos == t->xpos &&
		       s->head == t->head && s->deprel == t->deprel &&
		       sr_str_equal(s->lemma_text, t->lemma_text) &&
		       sr_str_equal(sr_symbol_text(a, kit, s->lemma),
		                    sr_symbol_text(b, kit, t->lemma));
	}
	return same;
}

int main(void)
{
	static const char *const TEXT[] = {
		"Shelling hit Zarvany. The shelling hit a bus, killing six.",
		"SHELLING HIT ZARVANY",
		"Brezhnevka was hit; the Antidisestablishmentarianists fled.",
		"Shelling hit Zarvany. The shelling hit a bus, killing six.",
	};
	struct sr_doc old, fresh;

	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	sr_doc_init(&old);
	for (size_t i = 0; i < sizeof(TEXT) / sizeof(TEXT[0]); i++) {
		sr_doc_init(&fresh);
		CHECK(read(&old, TEXT[i]));
		CHECK(read(&fresh, TEXT[i]));
		CHECK(alike(&old, &fresh));
		sr_doc_release(&fresh);
	}
	const struct sr_memo *memo = old.memo;
	sr_doc_reset(&old);
	CHECK(old.memo == memo && memo != NULL);
	sr_doc_release(&old);
	CHECK(old.memo == NULL);
	sr_kit_close(kit);
	return done();
}
