/* Slips mended, and what is right left alone. A sentence is given as words
 * "form/UPOS/XPOS/head/relation", the heads counted from 1. */
#include "annotate/repair.h"

#include <stdlib.h>

#include "base/str.h"
#include "lib/check.h"
#include "ontology.h"
#include "text/chars.h"

static struct sr_kit *kit;

static unsigned find(struct sr_str name, const char *(*names)(unsigned),
                     unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (sr_str_is(name, names(i)))
			return i;
	check_line(0, __FILE__, __LINE__, "no such tag");
	return 0;
}

static void add(struct sr_doc *doc, struct sr_str word)
{
	struct sr_token *t = SR_PUSH(&doc->mem, &doc->tokens);
	struct sr_str form = sr_str_cut(&word, '/');
	uint32_t from = (uint32_t)(form.s - doc->report.text.s);

	*t = (struct sr_token){
		.at = { from, from + (uint32_t)form.n },
		.flags = (uint8_t)sr_case_flags(form),
	};
	t->upos = (uint8_t)find(sr_str_cut(&word, '/'), sr_upos_name,
	                        SR_UPOS_COUNT);
	t->xpos = (uint8_t)find(sr_str_cut(&word, '/'), sr_xpos_name,
	                        SR_XPOS_COUNT);
	struct sr_str head = sr_str_cut(&word, '/');
	uint32_t own = (uint32_t)doc->tokens.nitem - 1;
	long to = strtol(head.s, NULL, 10);
	t->head = to ? (uint32_t)to - 1 : own;
	t->deprel = (uint8_t)find(word, sr_rel_name, SR_REL_COUNT);
}

static struct sr_repair_words words;

static void check_repair(const char *text, const char *want, int line)
{
	struct sr_doc doc;
	struct sr_str rest = sr_str_of(text);
	char out[1024];
	size_t n = 0;

	sr_doc_init(&doc);
	doc.report.text = rest;
	while (rest.n)
		add(&doc, sr_str_cut(&rest, ' '));
	struct sr_sentence s = { .from = 0,
		                 .to = (uint32_t)doc.tokens.nitem };
	sr_repair_words(&words, kit);
	sr_repair(&doc, kit, &words, &s);
	for (uint32_t i = 0; i < s.to; i++) {
		const struct sr_token *t = &doc.tokens.items[i];
		struct sr_str form = sr_doc_text(&doc, t->at);
		n += (size_t)snprintf(out + n, sizeof(out) - n,
		                      "%s%.*s/%s/%s/%u/%s", i ? " " : "",
		                      (int)form.n, form.s, sr_upos_name(t->upos),
		                      sr_xpos_name(t->xpos),
		                      t->head == i ? 0 : t->head + 1,
		                      sr_rel_name(t->deprel));
	}
	check_str((struct sr_str){ out, n }, want, __FILE__, line, text);
	sr_doc_release(&doc);
}

#define MENDED(text, want) check_repair((text), (want), __LINE__)
#define KEPT(text) check_repair((text), (text), __LINE__)

static void participles(void)
{
	MENDED("Nine/NUM/CD/3/nsubj were/AUX/VBD/3/cop injured/ADJ/JJ/0/root",
	       "Nine/NUM/CD/3/nsubj:pass were/AUX/VBD/3/aux:pass "
	       "injured/VERB/VBN/0/root");
	MENDED("They/PRON/PRP/3/nsubj have/AUX/VBP/3/aux "
	       "advanced/ADJ/JJ/0/root",
	       "They/PRON/PRP/3/nsubj have/AUX/VBP/3/aux "
	       "advanced/VERB/VBN/0/root");
	MENDED("killed/VERB/VBD/0/root two/NUM/CD/1/obj and/CCONJ/CC/4/cc "
	       "wounded/ADJ/JJ/1/conj ten/NUM/CD/4/obj",
	       "killed/VERB/VBD/0/root two/NUM/CD/1/obj and/CCONJ/CC/4/cc "
	       "wounded/VERB/VBD/1/conj ten/NUM/CD/4/obj");
	KEPT("He/PRON/PRP/3/nsubj is/AUX/VBZ/3/cop tired/ADJ/JJ/0/root");
	KEPT("wounded/ADJ/JJ/2/amod men/NOUN/NNS/0/root");
	KEPT("It/PRON/PRP/4/nsubj has/AUX/VBZ/4/aux been/AUX/VBN/4/cop "
	     "sudden/ADJ/JJ/0/root");
}

static void voices(void)
{
	MENDED("Bombs/NOUN/NNS/2/nsubj:pass killed/VERB/VBN/0/root "
	       "four/NUM/CD/2/obj",
	       "Bombs/NOUN/NNS/2/nsubj killed/VERB/VBD/0/root "
	       "four/NUM/CD/2/obj");
	KEPT("men/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass "
	     "given/VERB/VBN/0/root food/NOUN/NN/3/obj");
	MENDED("Two/NUM/CD/2/nsubj wounded/VERB/VBN/0/root in/ADP/IN/4/case "
	       "raid/NOUN/NN/2/obl",
	       "Two/NUM/CD/2/nsubj:pass wounded/VERB/VBN/0/root "
	       "in/ADP/IN/4/case raid/NOUN/NN/2/obl");
	KEPT("men/NOUN/NNS/0/root killed/VERB/VBN/1/acl");
}

static void attributes(void)
{
	MENDED("killed/VERB/VBD/0/root four/NUM/CD/1/obj and/CCONJ/CC/6/cc "
	       "injured/VERB/VBN/6/amod six/NUM/CD/6/nummod "
	       "others/NOUN/NNS/2/conj",
	       "killed/VERB/VBD/0/root four/NUM/CD/1/obj and/CCONJ/CC/4/cc "
	       "injured/VERB/VBD/1/conj six/NUM/CD/6/nummod "
	       "others/NOUN/NNS/4/obj");
	MENDED("fell/VERB/VBD/0/root there/ADV/RB/1/advmod ,/PUNCT/,/6/punct "
	       "wounding/ADJ/JJ/6/amod ten/NUM/CD/6/nummod "
	       "boys/NOUN/NNS/2/conj",
	       "fell/VERB/VBD/0/root there/ADV/RB/1/advmod ,/PUNCT/,/4/punct "
	       "wounding/VERB/VBG/1/advcl ten/NUM/CD/6/nummod "
	       "boys/NOUN/NNS/4/obj");
	KEPT("carried/VERB/VBD/0/root bodies/NOUN/NNS/1/obj and/CCONJ/CC/5/cc "
	     "injured/VERB/VBN/5/amod men/NOUN/NNS/2/conj");
	KEPT("saw/VERB/VBD/0/root an/DET/DT/5/det estimated/VERB/VBN/5/amod "
	     "40/NUM/CD/5/nummod men/NOUN/NNS/1/obj");
}

static void pairs(void)
{
	MENDED("dozens/NOUN/NNS/0/root of/ADP/IN/3/case dead/ADJ/JJ/1/nmod "
	       "or/CCONJ/CC/5/cc captured/VERB/VBN/3/conj "
	       "Malian/ADJ/JJ/7/amod troops/NOUN/NNS/1/nmod",
	       "dozens/NOUN/NNS/0/root of/ADP/IN/7/case dead/ADJ/JJ/7/amod "
	       "or/CCONJ/CC/5/cc captured/VERB/VBN/7/amod "
	       "Malian/ADJ/JJ/7/amod troops/NOUN/NNS/1/nmod");
	KEPT("dozens/NOUN/NNS/0/root of/ADP/IN/3/case dead/ADJ/JJ/1/nmod "
	     "or/CCONJ/CC/5/cc captured/VERB/VBN/3/conj "
	     "near/ADP/IN/7/case Gao/PROPN/NNP/5/obl");
	MENDED("aid/NOUN/NN/4/nsubj is/AUX/VBZ/4/aux being/AUX/VBG/4/cop "
	       "organised/ADJ/JJ/0/root",
	       "aid/NOUN/NN/4/nsubj:pass is/AUX/VBZ/4/aux "
	       "being/AUX/VBG/4/aux:pass organised/VERB/VBN/0/root");
}

static void names(void)
{
	MENDED("town/NOUN/NN/0/root of/ADP/IN/3/case Bila/PROPN/NNP/1/nmod "
	       "Krynytsia/PROPN/NNP/1/nmod",
	       "town/NOUN/NN/0/root of/ADP/IN/3/case Bila/PROPN/NNP/1/nmod "
	       "Krynytsia/PROPN/NNP/3/flat");
	KEPT("road/NOUN/NN/0/root from/ADP/IN/3/case Sana/PROPN/NNP/1/nmod "
	     "to/ADP/IN/5/case Marib/PROPN/NNP/1/nmod");
	KEPT("raids/NOUN/NNS/0/root Monday/PROPN/NNP/1/nmod:unmarked "
	     "Kassala/PROPN/NNP/1/nmod");
}

static void nouns(void)
{
	MENDED("the/DET/DT/2/det bloodshed/VERB/VBN/3/nsubj "
	       "went/VERB/VBD/0/root",
	       "the/DET/DT/2/det bloodshed/NOUN/NN/3/nsubj "
	       "went/VERB/VBD/0/root");
	MENDED("on/ADP/IN/2/case outskirts/VERB/VBZ/0/root",
	       "on/ADP/IN/2/case outskirts/NOUN/NNS/0/root");
}

static void verbs(void)
{
	MENDED("it/PRON/PRP/3/nsubj would/AUX/MD/3/aux sever/ADV/RB/0/root "
	       "roads/NOUN/NNS/3/obj",
	       "it/PRON/PRP/3/nsubj would/AUX/MD/3/aux sever/VERB/VB/0/root "
	       "roads/NOUN/NNS/3/obj");
	KEPT("it/PRON/PRP/4/nsubj would/AUX/MD/4/aux be/AUX/VB/4/cop "
	     "safe/ADJ/JJ/0/root");
	MENDED("it/PRON/PRP/5/nsubj would/AUX/MD/5/aux sever/ADV/RB/5/advmod "
	       "the/DET/DT/5/det road/NOUN/NN/0/root",
	       "it/PRON/PRP/3/nsubj would/AUX/MD/3/aux sever/VERB/VB/0/root "
	       "the/DET/DT/5/det road/NOUN/NN/3/obj");
	KEPT("would/AUX/MD/3/aux soon/ADV/RB/3/advmod sever/VERB/VB/0/root");
}

static void called(void)
{
	MENDED("they/PRON/PRP/2/nsubj declared/VERB/VBD/0/root "
	       "Gao/PROPN/NNP/4/nsubj freed/VERB/VBD/2/ccomp",
	       "they/PRON/PRP/2/nsubj declared/VERB/VBD/0/root "
	       "Gao/PROPN/NNP/2/obj freed/VERB/VBN/2/xcomp");
	KEPT("they/PRON/PRP/2/nsubj said/VERB/VBD/0/root "
	     "Gao/PROPN/NNP/4/nsubj burned/VERB/VBD/2/ccomp");
}

static void gerunds(void)
{
	MENDED("holding/VERB/VBG/5/acl it/PRON/PRP/1/obj would/AUX/MD/4/aux "
	       "cut/VERB/VB/0/root roads/NOUN/NNS/4/nsubj",
	       "holding/VERB/VBG/4/csubj it/PRON/PRP/1/obj would/AUX/MD/4/aux "
	       "cut/VERB/VB/0/root roads/NOUN/NNS/4/obj");
	KEPT("holding/VERB/VBG/2/acl roads/NOUN/NNS/4/nsubj would/AUX/MD/4/aux "
	     "cut/VERB/VB/0/root it/PRON/PRP/4/obj");
}

int main(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	participles();
	voices();
	attributes();
	pairs();
	names();
	nouns();
	verbs();
	called();
	gerunds();
	sr_kit_close(kit);
	return done();
}
