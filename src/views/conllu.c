#include "views/conllu.h"

#include <stdio.h>

#include "ontology.h"

static void put(struct sr_json *out, const char *s)
{
	sr_json_raw(out, sr_str_of(s));
}

static void put_number(struct sr_json *out, size_t n)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%zu", n);
	put(out, digits);
}

/* Control characters and line ends would break the format. */
static void put_text(struct sr_json *out, struct sr_str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.s[i] >= ' ')
			continue;
		sr_json_raw(out, (struct sr_str){ s.s + from, i - from });
		put(out, " ");
		from = i + 1;
	}
	if (from < s.n)
		sr_json_raw(out, (struct sr_str){ s.s + from, s.n - from });
}

static void put_head(const struct sr_doc *doc, size_t i, struct sr_json *out)
{
	const struct sr_token *t = &doc->tokens.items[i];
	const struct sr_sentence *s = &doc->sentences.items[t->sentence];

	if (!s->parsed) {
		put(out, "_\t_\t_\t");
	} else if (t->head == i) {
		put(out, "0\troot\t_\t");
	} else {
		put_number(out, t->head - s->from + 1);
		put(out, "\t");
		put(out, sr_rel_name(t->deprel));
		put(out, "\t_\t");
	}
}

static void put_misc(struct sr_json *out, bool space)
{
	put(out, space ? "_\n" : "SpaceAfter=No\n");
}

static void put_range(const struct sr_doc *doc, size_t i, size_t from,
		      struct sr_json *out)
{
	const struct sr_token *t = doc->tokens.items;
	size_t last = i;

	while (last + 1 < doc->tokens.nitem &&
	       (t[last + 1].flags & SR_TOK_MWT_REST))
		last++;
	put_number(out, i - from + 1);
	put(out, "-");
	put_number(out, last - from + 1);
	put(out, "\t");
	put_text(out, sr_doc_text(doc, (struct sr_span){ t[i].at.from,
							 t[last].at.to }));
	put(out, "\t_\t_\t_\t_\t_\t_\t_\t");
	put_misc(out, t[last].flags & SR_TOK_SPACE_AFTER);
}

static void put_token(const struct sr_doc *doc, size_t i, size_t from,
		      struct sr_json *out)
{
	const struct sr_token *t = &doc->tokens.items[i];
	bool part = t->flags & (SR_TOK_MWT_FIRST | SR_TOK_MWT_REST);

	if (t->flags & SR_TOK_MWT_FIRST)
		put_range(doc, i, from, out);
	put_number(out, i - from + 1);
	put(out, "\t");
	put_text(out, sr_doc_text(doc, t->at));
	put(out, "\t");
	put_text(out, t->lemma_text);
	put(out, "\t");
	put(out, sr_upos_name(t->upos));
	put(out, "\t");
	put(out, sr_xpos_name(t->xpos));
	put(out, "\t_\t");
	put_head(doc, i, out);
	put_misc(out, part || (t->flags & SR_TOK_SPACE_AFTER));
}

static void put_sentence(const struct sr_doc *doc, size_t i, size_t before,
			 struct sr_json *out)
{
	const struct sr_sentence *s = &doc->sentences.items[i];

	if (before + i == 0) {
		put(out, "# newdoc id = ");
		put_text(out, doc->report.name);
		put(out, "\n");
	}
	if (i == 0 || s[-1].block != s->block)
		put(out, "# newpar\n");
	put(out, "# sent_id = ");
	put_number(out, before + i + 1);
	put(out, "\n# text = ");
	put_text(out, sr_doc_text(doc, s->at));
	put(out, "\n");
	for (size_t t = s->from; t < s->to; t++)
		put_token(doc, t, s->from, out);
	put(out, "\n");
}

enum sr_code sr_conllu_write(const struct sr_doc *doc, size_t before,
			     struct sr_json *out, struct sr_err *err)
{
	for (size_t i = 0; i < doc->sentences.nitem; i++)
		put_sentence(doc, i, before, out);
	return out->full ? sr_fail_nomem(err, "conllu") : SR_OK;
}
