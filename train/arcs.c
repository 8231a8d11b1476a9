/* How many of the arcs asked for are found: arcs KIT FILE. The file's form is
 * told in eval/war.arcs. Misses are printed, with the tree's own arc. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/annotate.h"
#include "base/str.h"
#include "data.h"
#include "ontology.h"
#include "text/text.h"

struct score {
	size_t asked, found;
};

/* The token "word" or "word#2" names; SR_NONE if there is none. */
static uint32_t token_of(const struct sr_doc *doc, struct sr_str name)
{
	struct sr_str word = sr_str_cut(&name, '#');
	long nth = name.n ? strtol(name.s, NULL, 10) : 1;

	for (uint32_t i = 0; i < doc->tokens.nitem; i++)
		if (sr_str_equal(sr_doc_text(doc, doc->tokens.items[i].at),
		                 word) &&
		    --nth == 0)
			return i;
	return SR_NONE;
}

static bool relation_is(struct sr_str found, struct sr_str asked)
{
	if (memchr(asked.s, ':', asked.n))
		return sr_str_equal(found, asked);
	return sr_str_equal(sr_str_cut(&found, ':'), asked);
}

static void ask(struct sr_doc *doc, struct sr_str line, struct score *s)
{
	struct sr_str rest = line;
	struct sr_str head = sr_str_cut(&rest, ' ');
	struct sr_str rel = sr_str_cut(&rest, ' ');
	uint32_t d = token_of(doc, rest);
	bool root = sr_str_is(rel, "-");

	s->asked++;
	if (d == SR_NONE) {
		printf("no such word: %.*s\n", (int)line.n, line.s);
		return;
	}
	const struct sr_token *t = &doc->tokens.items[d];
	uint32_t h = root ? d : token_of(doc, head);
	if (t->head == h &&
	    (root || relation_is(sr_str_of(sr_rel_name(t->deprel)), rel))) {
		s->found++;
		return;
	}
	struct sr_str own =
	        sr_doc_text(doc, doc->tokens.items[t->head].at);
	printf("%.*s\n    asked %.*s, found %.*s %s %.*s\n",
	       (int)doc->report.text.n, doc->report.text.s, (int)line.n,
	       line.s, (int)own.n, own.s, sr_rel_name(t->deprel), (int)rest.n,
	       rest.s);
}

static void read_sentence(struct sr_doc *doc, const struct sr_kit *kit,
                          struct sr_str text)
{
	struct sr_err err = { 0 };

	sr_doc_reset(doc);
	doc->report.text = text;
	if (sr_paragraphs(doc, &err) || sr_tokenize(doc, kit, &err) ||
	    sr_annotate(doc, kit, &err)) {
		fprintf(stderr, "%s: %s\n", err.where, err.text);
		exit(1);
	}
	if (doc->sentences.nitem != 1)
		printf("%zu sentences: %.*s\n", doc->sentences.nitem,
		       (int)text.n, text.s);
}

int main(int argc, char **argv)
{
	struct sr_kit *kit;
	struct sr_err err = { 0 };
	struct score s = { 0 };
	struct sr_doc doc;
	size_t n;

	if (argc != 3)
		return 2;
	if (sr_kit_open(&kit, argv[1], &err)) {
		fprintf(stderr, "%s: %s\n", err.where, err.text);
		return 3;
	}
	char *bytes = file_read(argv[2], &n);
	struct sr_str rest = { bytes, n };
	sr_doc_init(&doc);
	while (rest.s) {
		struct sr_str line = sr_str_cut(&rest, '\n');
		struct sr_str body = { line.s + 2, line.n - 2 };
		if (line.n > 2 && line.s[0] == 'S')
			read_sentence(&doc, kit, body);
		else if (line.n > 2 && line.s[0] == 'A')
			ask(&doc, body, &s);
	}
	printf("%zu of %zu arcs, %.1f %%\n", s.found, s.asked,
	       100.0 * (double)s.found / (double)s.asked);
	sr_doc_release(&doc);
	sr_kit_close(kit);
	free(bytes);
	return 0;
}
