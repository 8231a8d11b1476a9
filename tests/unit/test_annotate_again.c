/* A sentence met before gets its tree without the net; one that only looks
 * alike does not. */
#include "annotate/again.h"

#include <stdlib.h>

#include "annotate/annotate.h"
#include "lib/check.h"
#include "text/text.h"

static struct sr_kit *kit;

static void cut(struct sr_doc *doc, const char *text)
{
	sr_doc_reset(doc);
	doc->report.text = sr_str_of(text);
	CHECK_INT(sr_paragraphs(doc, NULL), SR_OK);
	CHECK_INT(sr_tokenize(doc, kit, NULL), SR_OK);
}

static void recalls(struct sr_again *a, struct sr_doc *doc)
{
	static const char TEXT[] = "Rain fell. Shells hit a bus in Zarvany.";

	cut(doc, TEXT);
	CHECK(!sr_again_recall(a, doc, 1));
	CHECK_INT(sr_annotate(doc, kit, NULL), SR_OK);
	sr_again_keep(a, doc, 1);
	uint8_t upos = doc->tokens.items[4].upos;
	uint32_t head = doc->tokens.items[3].head;
	CHECK(head != 3);

	/* elsewhere in another report */
	cut(doc, "Snow and rain fell on it. Then it was dark. "
		 "Shells hit a bus in Zarvany.");
	CHECK(!sr_again_recall(a, doc, 0));
	CHECK(sr_again_recall(a, doc, 2));
	uint32_t first = doc->sentences.items[2].from;
	CHECK_INT(doc->tokens.items[first + 1].upos, upos);
	CHECK_INT(doc->tokens.items[first].head, first + head - 3);
	CHECK(doc->sentences.items[2].parsed);
	CHECK(!doc->sentences.items[1].parsed);
}

static void tells_apart(struct sr_again *a, struct sr_doc *doc)
{
	cut(doc, "Rain fell. Shells hit a bus in Zarvany!");
	CHECK(!sr_again_recall(a, doc, 1));
	cut(doc, "Rain fell. Shells hit a bus in Zarvany.");
	CHECK(sr_again_recall(a, doc, 1));
	doc->tokens.items[4].flags ^= SR_TOK_CAPITAL;
	CHECK(!sr_again_recall(a, doc, 1));
	doc->tokens.items[4].flags ^= SR_TOK_CAPITAL;
	doc->tokens.items[4].at.to--;
	CHECK(!sr_again_recall(a, doc, 1));
	doc->tokens.items[4].at.to++;
	doc->sentences.items[1].wanted = false;
	CHECK(!sr_again_recall(a, doc, 1));
}

int main(void)
{
	char path[512];
	struct sr_arena mem;
	struct sr_doc doc;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	sr_arena_init(&mem, 1 << 26);
	sr_doc_init(&doc);
	struct sr_again *a = sr_again_new(&mem);
	CHECK(a != NULL);
	recalls(a, &doc);
	tells_apart(a, &doc);
	sr_doc_release(&doc);
	sr_arena_release(&mem);
	sr_kit_close(kit);
	return done();
}
