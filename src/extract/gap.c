#include "extract/gap.h"

#include "extract/extract_internal.h"

/* Who fights does it, or it is done to them or to a place. */
static bool is_of_war(const struct sr_reading *r, uint32_t i)
{
	uint32_t agent = sr_agent(&r->tree, i), patient = sr_patient(&r->tree, i);

	return (agent != SR_NONE && (r->classes[agent] & SR_CLASS_FORCE)) ||
	       (patient != SR_NONE &&
	        (r->classes[patient] & (SR_CLASS_FORCE | SR_CLASS_PLACE)));
}

static bool is_known(const struct sr_reading *r, uint32_t i)
{
	size_t n;

	sr_triggers(r->kit, r->tree.token[i].lemma, &n);
	return n || r->light[i] || r->cue_over[i] || r->cue_with[i] ||
	       r->speech[i] || r->head_kind[i];
}

enum sr_code sr_gap_verbs(struct sr_doc *doc, const struct sr_kit *kit,
                          struct sr_gap_verbs *verbs, struct sr_err *err)
{
	struct sr_reading r = { .doc = doc, .kit = kit };

	*verbs = (struct sr_gap_verbs){ 0 };
	if (!sr_tree_init(&r.tree, doc, kit) || !sr_classify(&r))
		return sr_fail_nomem(err, "gaps");
	for (uint32_t i = 0; i < doc->tokens.nitem; i++) {
		const struct sr_token *t = &doc->tokens.items[i];
		if (t->upos != SR_UPOS_VERB ||
		    !doc->sentences.items[t->sentence].parsed ||
		    is_known(&r, i) || !is_of_war(&r, i))
			continue;
		uint32_t *own = SR_PUSH(&doc->mem, verbs);
		if (!own)
			return sr_fail_nomem(err, "gaps");
		*own = i;
	}
	return SR_OK;
}
