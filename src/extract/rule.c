/* Patterns against frames. A pattern matches when the word class of its
 * trigger and its particle fit, each of its need lines finds something, and
 * none of its not lines does. */
#include "extract/extract_internal.h"

/* "a counter-offensive", tagged an adjective: its place in the sentence is a
 * noun's. */
static bool stands_as_noun(const struct sr_tree *t, uint32_t i)
{
	return t->token[i].upos == SR_UPOS_ADJ &&
	       (sr_rel_is(t, i, SR_REL_NMOD) || sr_rel_is(t, i, SR_REL_OBL) ||
	        sr_rel_is(t, i, SR_REL_OBJ) || sr_rel_is(t, i, SR_REL_NSUBJ));
}

static bool pos_fits(const struct sr_reading *r, uint32_t i,
                     const struct sr_trigger *g)
{
	unsigned upos = r->tree.token[i].upos;

	switch ((enum sr_trigger_pos)g->pos) {
	case SR_TRIGGER_VERB:
		return sr_is_verb(&r->tree, i);
	case SR_TRIGGER_NOUN:
		/* "battle lines", "attack force": no battle, no attack */
		return (upos == SR_UPOS_NOUN || upos == SR_UPOS_PROPN ||
		        stands_as_noun(&r->tree, i) ||
		        (g->symbol == r->tree.token[i].lower &&
		         sr_is_gerund(r, i))) &&
		       !(r->tree.token[i].deprel == SR_REL_COMPOUND &&
		         i < r->tree.token[i].head);
	case SR_TRIGGER_ADJ:
		return upos == SR_UPOS_ADJ || upos == SR_UPOS_ADV ||
		       upos == SR_UPOS_VERB;
	}
	return false;
}

const struct sr_trigger *sr_triggers_of(const struct sr_reading *r,
                                        uint32_t symbol, size_t *n)
{
	struct sr_glance *g = r->glance;

	if (!g)
		return sr_triggers(r->kit, symbol, n);
	if (!g->trigger || g->symbol != symbol) {
		g->trigger = sr_triggers(r->kit, symbol, &g->ntrigger);
		g->symbol = symbol;
	}
	*n = g->ntrigger;
	return g->trigger;
}

/* Where a verb has a particle that other patterns ask for it is theirs:
 * "shot down" is no shot. */
static bool finds_particle(const struct sr_reading *r, uint32_t i)
{
	size_t n;
	const struct sr_trigger *g =
	        sr_triggers_of(r, r->tree.token[i].lemma, &n);

	for (size_t k = 0; k < n; k++)
		if (g[k].particle &&
		    sr_has_particle(&r->tree, i, g[k].particle))
			return true;
	return false;
}

static bool is_taken(const struct sr_reading *r, uint32_t i)
{
	struct sr_glance *g = r->glance;

	if (!g)
		return finds_particle(r, i);
	if (g->verb != i) { /* each of its patterns asks */
		g->verb = i;
		g->taken = finds_particle(r, i);
	}
	return g->taken;
}

bool sr_trigger_fits(const struct sr_reading *r, const struct sr_trigger *g,
                     uint32_t i)
{
	if (!pos_fits(r, i, g))
		return false;
	return g->particle ? sr_has_particle(&r->tree, i, g->particle)
	                   : !is_taken(r, i);
}

size_t sr_line_find(const struct sr_reading *r, const struct sr_frame *f,
                    const struct sr_pattern *p, enum sr_line line,
                    uint32_t found[SR_MAX_FOUND])
{
	const struct sr_selector *s = sr_pattern_selectors(r->kit, p);

	if (!(p->lines >> line & 1))
		return 0;
	for (unsigned i = 0; i < p->nselector; i++) {
		if (s[i].line != line)
			continue;
		size_t n = sr_select(r, f, &s[i], found);
		if (n)
			return n;
	}
	return 0;
}

bool sr_pattern_matches(const struct sr_reading *r, const struct sr_frame *f,
                        const struct sr_pattern *p)
{
	const struct sr_selector *s = sr_pattern_selectors(r->kit, p);
	uint32_t found[SR_MAX_FOUND];

	for (unsigned i = 0; i < p->nselector;) {
		unsigned group = s[i].group, line = s[i].line;
		bool hit = false;
		for (; i < p->nselector && s[i].group == group; i++)
			if (line == SR_LINE_NEED || line == SR_LINE_NOT)
				hit = hit || sr_select(r, f, &s[i], found) > 0;
		if ((line == SR_LINE_NEED && !hit) ||
		    (line == SR_LINE_NOT && hit))
			return false;
	}
	return true;
}
