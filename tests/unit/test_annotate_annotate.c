/* What every model must get right, and what holds for any text. */
#include "annotate/annotate.h"

#include <stdlib.h>

#include "annotate/engine.h"
#include "lib/check.h"
#include "ontology.h"
#include "text/text.h"
#include "views/conllu.h"

static struct sr_kit *kit;

static enum sr_code read(struct sr_doc *doc, const char *text)
{
	doc->report.text = sr_str_of(text);
	enum sr_code code = sr_paragraphs(doc, NULL);
	if (!code)
		code = sr_tokenize(doc, kit, NULL);
	return code ? code : sr_annotate(doc, kit, NULL);
}

static void tree(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(read(&doc, "The rebels captured two towns."), SR_OK);
	const struct sr_token *t = doc.tokens.items;
	CHECK_INT(doc.tokens.nitem, 6);
	CHECK_INT(t[2].head, 2);
	CHECK_INT(t[2].deprel, SR_REL_ROOT);
	CHECK_INT(t[2].upos, SR_UPOS_VERB);
	CHECK_INT(t[2].xpos, SR_XPOS_VBD);
	CHECK_STR(t[2].lemma_text, "capture");
	CHECK_INT(t[1].head, 2);
	CHECK_INT(t[1].deprel, SR_REL_NSUBJ);
	CHECK_STR(t[1].lemma_text, "rebel");
	CHECK_STR(sr_symbol_text(&doc, kit, t[1].lemma), "rebel");
	CHECK_INT(t[4].head, 2);
	CHECK_INT(t[4].deprel, SR_REL_OBJ);
	CHECK_INT(t[3].deprel, SR_REL_NUMMOD);
	CHECK(doc.sentences.items[0].parsed);
	sr_doc_reset(&doc);
	CHECK_INT(read(&doc, "The town was shelled by troops."), SR_OK);
	t = doc.tokens.items;
	CHECK_INT(t[1].deprel, SR_REL_NSUBJ_PASS);
	CHECK_INT(t[5].deprel, SR_REL_OBL_AGENT);
	CHECK_STR(t[3].lemma_text, "shell");
	sr_doc_release(&doc);
}

static void unwanted(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	doc.report.text = SR_STR("They left. The army stayed. It rained.");
	CHECK_INT(sr_paragraphs(&doc, NULL), SR_OK);
	CHECK_INT(sr_tokenize(&doc, kit, NULL), SR_OK);
	CHECK_INT(doc.sentences.nitem, 3);
	doc.sentences.items[1].wanted = false;
	CHECK_INT(sr_annotate(&doc, kit, NULL), SR_OK);
	CHECK(doc.sentences.items[0].parsed);
	CHECK(!doc.sentences.items[1].parsed);
	CHECK(doc.sentences.items[2].parsed);
	CHECK_INT(doc.tokens.items[5].upos, SR_UPOS_VERB);
	CHECK_STR(doc.tokens.items[5].lemma_text, "stay");
	sr_doc_release(&doc);
}

/* Every sentence is a tree with one root, whatever the words. */
static bool trees(const struct sr_doc *doc)
{
	for (size_t s = 0; s < doc->sentences.nitem; s++) {
		const struct sr_sentence *x = &doc->sentences.items[s];
		size_t roots = 0;
		for (uint32_t i = x->from; i < x->to; i++) {
			uint32_t at = i, steps = 0;
			while (doc->tokens.items[at].head != at &&
			       steps++ < x->to - x->from)
				at = doc->tokens.items[at].head;
			if (doc->tokens.items[at].head != at || at < x->from ||
			    at >= x->to)
				return false;
			roots += doc->tokens.items[i].head == i;
		}
		if (roots != 1)
			return false;
	}
	return true;
}

static void any_text(void)
{
	static const char *const WORD[] = { "troops", "the", "Kyiv", "of",
		                            "fell", ",", "and", "(", "12",
		                            "é", "that", "\"", "said" };
	static char text[60000];
	struct sr_doc doc;
	uint32_t x = 3;
	size_t n = 0;

	for (int i = 0; i < 6000; i++) {
		x = x * 1664525u + 1013904223u;
		const char *w = WORD[(x >> 16) % 13];
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s", w,
		                      i % 1500 == 1499 ? "\n\n" : " ");
	}
	sr_doc_init(&doc);
	CHECK_INT(read(&doc, text), SR_OK);
	CHECK(doc.sentences.nitem > 10); /* cut at SR_MAX_SENTENCE */
	CHECK(trees(&doc));
	sr_doc_reset(&doc);
	CHECK_INT(read(&doc, ""), SR_OK);
	CHECK_INT(doc.tokens.nitem, 0);
	sr_doc_release(&doc);
}

/* All paths of the processor give the same CoNLL-U. */
static void same_paths(void)
{
	static const char TEXT[] =
	        "UN peacekeepers, who don't speak Nuer, said on Friday that "
	        "gunmen had burned 40 homes near Bentiu. \"We fled,\" a woman "
	        "said.\n\nTwo killed in raid";
	struct sr_doc doc[SR_DOT_AMX + 1];
	struct sr_str model, first = { NULL, 0 };

	model.s = sr_kit_section(kit, "lang", &model.n);
	for (int p = 0; p <= (int)SR_DOT_AMX; p++) {
		if (!sr_dot_has((enum sr_dot_path)p))
			continue;
		struct sr_doc *d = &doc[p];
		sr_doc_init(d);
		d->report.text = sr_str_of(TEXT);
		CHECK_INT(sr_paragraphs(d, NULL), SR_OK);
		CHECK_INT(sr_tokenize(d, kit, NULL), SR_OK);
		CHECK_INT(sr_annotate_by(d, kit, model, (enum sr_dot_path)p,
		                         NULL),
		          SR_OK);
		struct sr_json out = { .mem = &d->mem };
		CHECK_INT(sr_conllu_write(d, 0, &out, NULL), SR_OK);
		if (p == 0)
			first = sr_json_text(&out);
		CHECK(sr_str_equal(first, sr_json_text(&out)));
	}
	for (int p = 0; p <= (int)SR_DOT_AMX; p++)
		if (sr_dot_has((enum sr_dot_path)p))
			sr_doc_release(&doc[p]);
}

static void conllu(void)
{
	static const char WANT[] =
	        "# newdoc id = a\n# newpar\n# sent_id = 1\n"
	        "# text = Don't.\n"
	        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
	        "1\tDo\tdo\tAUX\tVB\t_\t_\t_\t_\t_\n"
	        "2\tn't\tnot\tPART\tRB\t_\t_\t_\t_\t_\n"
	        "3\t.\t.\tPUNCT\t.\t_\t_\t_\t_\t_\n\n";
	struct sr_doc doc;

	sr_doc_init(&doc);
	doc.report.name = SR_STR("a");
	doc.report.text = SR_STR("Don't.");
	CHECK_INT(sr_paragraphs(&doc, NULL), SR_OK);
	CHECK_INT(sr_tokenize(&doc, kit, NULL), SR_OK);
	doc.sentences.items[0].wanted = false;
	CHECK_INT(sr_annotate(&doc, kit, NULL), SR_OK);
	struct sr_json out = { .mem = &doc.mem };
	CHECK_INT(sr_conllu_write(&doc, 0, &out, NULL), SR_OK);
	CHECK_STR(sr_json_text(&out), WANT);
	sr_doc_release(&doc);
}

int main(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	tree();
	unwanted();
	any_text();
	same_paths();
	conllu();
	sr_kit_close(kit);
	return done();
}
