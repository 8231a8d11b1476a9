/* Whose words a report is that says "our troops" itself. */
#include <stdlib.h>

#include "annotate/annotate.h"
#include "lib/check.h"
#include "resolve/party.h"
#include "resolve/resolve.h"
#include "text/text.h"

static struct sr_kit *kit;

/* Reads a line above a text as far as their parties. */
static enum sr_code read_under(struct sr_doc *doc, const char *text,
			       enum sr_block_kind kind)
{
	struct sr_err err = { 0 };
	enum sr_code code = SR_OK;
	const char *end = strchr(text, '\n');

	doc->report.text = sr_str_of(text);
	struct sr_block *head = SR_PUSH(&doc->mem, &doc->blocks);
	struct sr_block *body = SR_PUSH(&doc->mem, &doc->blocks);
	if (!head || !body || !end)
		return SR_NOMEM;
	head = &doc->blocks.items[0];
	head->at = (struct sr_span){ 0, (uint32_t)(end - text) };
	head->kind = kind;
	body->at = (struct sr_span){ head->at.to + 2,
				     (uint32_t)doc->report.text.n };
	if ((code = sr_tokenize(doc, kit, &err)) ||
	    (code = sr_annotate(doc, kit, &err)) ||
	    (code = sr_lexicon(doc, kit, &err)))
		return code;
	return sr_parties(doc, kit, &err);
}

static const char *side_of(const char *text, enum sr_block_kind kind,
			   const char *noun)
{
	static char side[32];
	struct sr_doc doc;

	sr_doc_init(&doc);
	snprintf(side, sizeof(side), "?");
	if (!read_under(&doc, text, kind))
		for (uint32_t i = 0; i < doc.tokens.nitem; i++) {
			const struct sr_party *p = sr_party_headed(&doc, i);
			if (p && sr_str_is(sr_doc_text(&doc,
						       doc.tokens.items[i].at),
					   noun))
				snprintf(side, sizeof(side), "%.*s",
					 (int)p->side.n, p->side.s);
		}
	sr_doc_release(&doc);
	return side;
}

#define BODY                                                                   \
	"\n\nOur units are near Talish. Azerbaijan shelled Hadrut. Armenia"       \
	" denied it."

static void check_side(const char *text, enum sr_block_kind kind,
		       const char *noun, const char *side)
{
	CHECK(strcmp(side_of(text, kind, noun), side) == 0);
}

int main(void)
{
	char path[512];
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	check_side("Ministry of Defence of Azerbaijan: summary" BODY,
		   SR_BLOCK_TITLE, "units", "AZ");
	check_side("Summary by the Armenian army" BODY, SR_BLOCK_TITLE, "units",
		   "AM");
	check_side("Armenian Unified Centre, 17 October" BODY, SR_BLOCK_FIELD,
		   "units", "AM");
	/* who is told of in a title need not have written it */
	check_side("Shelling kills two as Armenia looks on" BODY,
		   SR_BLOCK_TITLE, "units", "");
	sr_kit_close(kit);
	return done();
}
