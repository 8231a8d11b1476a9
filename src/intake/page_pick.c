/* Which parts of a page are the article's. After the ideas of Kohlschütter et
 * al., "Boilerplate Detection using Shallow Text Features" (2010): sentences
 * that are no links speak for a text, links and short labels against it.
 *
 * Each part is worth its words, or costs them; a box what its parts are worth
 * together. From the page inwards, the box is taken that still holds most of
 * what the one around it holds. Names of classes (data/ingest/marks.tsv) throw
 * out menus, advertisements, comments; but a name that would throw out most of
 * the page's sentences is not believed. */
#include "base/str.h"
#include "ingest/cue.h"
#include "intake/page.h"

#define SENTENCE 12u /* words; a part that long with a stop is of a text */
#define LONG 25u     /* words; a part that long is, stop or not */
#define SHORT 5u
#define MOST_PERCENT 40u /* of the page: noise does not hold so much */
#define CORE_PERCENT 80  /* of a box's worth, in a box within: the core */
#define MORE 60u		 /* words of a box that goes on with a text beside it */
#define MOSTLY_PERCENT 60u /* of what is around it, in a text's largest box */
#define LEADS 3	       /* parts before the core that may belong to it */
#define TEASER 45u	     /* words, on average, of less than a report */
#define INDEX_LEAST 5u /* headings that are links, of a page of links */

uint8_t sr_marks_of(const struct sr_kit *kit, struct sr_str name)
{
	struct sr_cue cue;
	unsigned marks = 0;

	for (uint32_t at = 0; at < name.n;) {
		struct sr_span rest = { at, (uint32_t)name.n };
		if (name.s[at] != ' ' &&
		    sr_cue_at(kit, SR_TRIE_CUES, SR_TABLE_MARKS, name, rest,
			      &cue)) {
			unsigned mark = 1u << sr_kit_value(kit, SR_TABLE_MARKS,
							   cue.row,
							   SR_MARKS_KIND);
			/* Of a name in parts the last says what it is. */
			if (mark == SR_MARK_TEXT)
				marks &= ~(unsigned)SR_MARK_NOISE;
			else if (mark == SR_MARK_NOISE)
				marks &= ~(unsigned)SR_MARK_TEXT;
			marks |= mark;
			at = cue.at.to;
		}
		while (at < name.n && name.s[at] != ' ')
			at++;
		at++;
	}
	return (uint8_t)marks;
}

static bool is_linked(const struct sr_passage *part)
{
	return part->linked * 2 > part->words;
}

static bool is_prose(const struct sr_passage *part)
{
	if (part->kind == SR_EL_HEADING || part->kind == SR_EL_CAPTION ||
	    is_linked(part))
		return false;
	return part->words >= LONG ||
	       (part->stops && part->words >= SENTENCE);
}

static int32_t worth(const struct sr_passage *part)
{
	int32_t words = (int32_t)part->words, linked = (int32_t)part->linked;

	if (is_linked(part))
		return words < 30 ? -words : -30;
	if (part->kind == SR_EL_HEADING || part->kind == SR_EL_CAPTION)
		return 0;
	if (is_prose(part))
		return words - 2 * linked;
	if (part->stops && part->words >= SHORT)
		return words / 2;
	return part->kind == SR_EL_ITEM || part->kind == SR_EL_ROW ? 0 : -2;
}

/* Sums of what is in the boxes, from the innermost outwards. */
static void sum(struct sr_page *g)
{
	size_t n = g->boxes.nitem;

	for (size_t i = 0; i < n; i++) {
		struct sr_box *b = &g->boxes.items[i];
		b->words = b->linked = b->plain = b->heads = 0;
		b->score = 0;
	}
	for (size_t i = 0; i < g->parts.nitem; i++) {
		const struct sr_passage *part = &g->parts.items[i];
		struct sr_box *b = &g->boxes.items[part->box];
		if (b->out)
			continue;
		b->words += part->words;
		b->linked += part->linked;
		b->plain += is_prose(part) ? part->words - part->linked : 0;
		b->heads += part->kind == SR_EL_HEADING && is_linked(part);
		b->score += worth(part);
	}
	for (size_t i = n; i-- > 1;) {
		const struct sr_box *b = &g->boxes.items[i];
		struct sr_box *up = &g->boxes.items[b->parent];
		up->words += b->words;
		up->linked += b->linked;
		up->plain += b->plain;
		up->heads += b->heads;
		up->score += b->score;
	}
}

static void throw_out(struct sr_page *g, size_t i)
{
	for (size_t k = i; k < g->boxes.items[i].end; k++)
		g->boxes.items[k].out = true;
}

static bool is_noise(const struct sr_box *b)
{
	return b->kind == SR_EL_SIDE ||
	       (b->marks & (SR_MARK_NOISE | SR_MARK_HIDDEN));
}

/* What readers wrote, or the mail that a mail answers: not of the text, unless it
 * is nearly all there is. Was there any? */
static bool throw_comments(struct sr_page *g)
{
	uint64_t all = g->boxes.items[0].plain;
	bool any = false;

	for (size_t i = 0; i < g->boxes.nitem; i++) {
		const struct sr_box *b = &g->boxes.items[i];
		if (!b->out && (b->marks & SR_MARK_COMMENT) &&
		    !(b->marks & SR_MARK_BODY) &&
		    (uint64_t)b->plain * 10 < 9 * all) {
			throw_out(g, i);
			any = true;
		}
	}
	return any;
}

static void throw_noise(struct sr_page *g)
{
	uint64_t most = (uint64_t)g->boxes.items[0].plain * MOST_PERCENT / 100;

	for (size_t i = 0; i < g->boxes.nitem; i++) {
		const struct sr_box *b = &g->boxes.items[i];
		if (!b->out && is_noise(b) &&
		    !(b->marks & (SR_MARK_BODY | SR_MARK_COMMENT)) &&
		    b->plain <= most)
			throw_out(g, i);
	}
}

/* The box that is worth most: what is around it is menus, on balance. */
static uint32_t find_best(const struct sr_page *g)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < g->boxes.nitem; i++)
		if (!g->boxes.items[i].out &&
		    g->boxes.items[i].score > g->boxes.items[best].score)
			best = i;
	return best;
}

/* Whether a box beside the best one of its parent goes on with its text: long
 * paragraphs, few links, no headings that lead elsewhere. */
static bool goes_on(const struct sr_page *g, uint32_t i)
{
	const struct sr_box *b = &g->boxes.items[i];
	bool lone = b->end == i + 1;

	return !b->out && b->plain >= (lone ? LONG : MORE) && !b->heads &&
	       b->linked * 6 < b->words && b->plain * 10 >= b->words * 7;
}

/* A text that an advertisement cuts in two: is there more of it beside the
 * best box within `core`? Then what else is beside it goes. */
static bool keep_company(struct sr_page *g, uint32_t core, uint32_t best)
{
	uint32_t end = g->boxes.items[core].end;
	bool more = false;

	if (g->boxes.items[core].words * MOSTLY_PERCENT >
	    g->boxes.items[best].words * 100)
		return false;
	for (uint32_t i = core + 1; i < end; i = g->boxes.items[i].end)
		more = more || (i != best && goes_on(g, i));
	for (uint32_t i = core + 1; more && i < end; i = g->boxes.items[i].end)
		if (i != best && g->boxes.items[i].end > i + 1 &&
		    !goes_on(g, i))
			throw_out(g, i);
	return more;
}

/* The box that holds most of what is around it, as far in as that goes. */
static uint32_t find_core(struct sr_page *g)
{
	uint32_t core = find_best(g);

	for (;;) {
		const struct sr_box *b = &g->boxes.items[core];
		uint32_t best = core;
		int64_t score = 0;
		for (uint32_t i = core + 1; i < b->end;
		     i = g->boxes.items[i].end) {
			const struct sr_box *in = &g->boxes.items[i];
			int64_t s = in->score;
			if (in->marks & SR_MARK_BODY)
				s = s * 3 / 2;
			if (!in->out && s > score) {
				best = i;
				score = s;
			}
		}
		/* A lone paragraph is not the text that it stands in. */
		if (best == core ||
		    score * 100 < (int64_t)b->score * CORE_PERCENT ||
		    g->boxes.items[best].end == best + 1 ||
		    keep_company(g, core, best))
			return core;
		core = best;
	}
}

static bool inside(const struct sr_page *g, const struct sr_passage *part,
		   uint32_t box)
{
	return part->box >= box && part->box < g->boxes.items[box].end;
}

/* The box in which a part is one of several. */
static uint32_t flow_of(const struct sr_page *g, const struct sr_passage *part)
{
	return g->boxes.items[part->box].parent;
}

/* Boxes of links within the core. */
static void throw_links(struct sr_page *g, uint32_t core)
{
	for (uint32_t i = core + 1; i < g->boxes.items[core].end; i++) {
		const struct sr_box *b = &g->boxes.items[i];
		if (!b->out && b->score < 0 && b->linked * 2 > b->words &&
		    b->kind != SR_EL_HEADING)
			throw_out(g, i);
	}
}

/* Whether a part that is no prose belongs to the text around it. flow: prose
 * in its box or the box around it. */
static bool belongs(const struct sr_page *g, const struct sr_passage *part,
		    bool flow)
{
	uint8_t marks = g->boxes.items[part->box].marks;

	if (part->kind == SR_EL_CAPTION)
		return part->words >= 3;
	if (is_linked(part) || (marks & (SR_MARK_DAY | SR_MARK_AUTHOR)))
		return false;
	if (part->kind == SR_EL_ROW)
		return part->words >= 2;
	if (part->stops && part->words >= SHORT)
		return true;
	return flow || part->kind == SR_EL_ITEM;
}

/* plain of a box is used up by now: it counts the prose that stands in it or
 * in the boxes right below. */
static void count_flow(struct sr_page *g)
{
	for (size_t i = 0; i < g->boxes.nitem; i++)
		g->boxes.items[i].plain = 0;
	for (size_t i = 0; i < g->parts.nitem; i++) {
		const struct sr_passage *part = &g->parts.items[i];
		if (!is_prose(part) || g->boxes.items[part->box].out)
			continue;
		g->boxes.items[part->box].plain++;
		if (flow_of(g, part) != part->box)
			g->boxes.items[flow_of(g, part)].plain++;
	}
}

static void keep_parts(struct sr_page *g, uint32_t core, bool whole)
{
	count_flow(g);
	for (size_t i = 0; i < g->parts.nitem; i++) {
		struct sr_passage *part = &g->parts.items[i];
		if (!inside(g, part, core) || g->boxes.items[part->box].out)
			continue;
		bool flow = g->boxes.items[flow_of(g, part)].plain ||
			    g->boxes.items[part->box].plain;
		part->keep = is_prose(part) || whole ||
			     part->kind == SR_EL_HEADING ||
			     belongs(g, part, flow);
	}
}

/* Headings with nothing below them, labels at either end. */
static void trim(struct sr_page *g)
{
	bool below = false, prose = false;

	for (size_t i = g->parts.nitem; i-- > 0;) {
		struct sr_passage *part = &g->parts.items[i];
		if (!part->keep)
			continue;
		if (part->kind == SR_EL_HEADING) {
			part->keep = below;
			below = below && part->level <= 2;
			continue;
		}
		if (!prose && !is_prose(part) && part->kind != SR_EL_ITEM &&
		    part->kind != SR_EL_ROW && !part->stops &&
		    part->kind != SR_EL_CAPTION)
			part->keep = false;
		prose = prose || is_prose(part);
		below = below || part->keep;
	}
	for (size_t i = 0; i < g->parts.nitem; i++) {
		struct sr_passage *part = &g->parts.items[i];
		if (part->keep && is_prose(part))
			break;
		if (part->kind == SR_EL_BLOCK && !part->stops)
			part->keep = false;
	}
}

/* A standfirst between the title and the core. */
static void keep_lead(struct sr_page *g, uint32_t core)
{
	size_t first = 0, title = SIZE_MAX;
	unsigned n = 0;

	while (first < g->parts.nitem &&
	       !(inside(g, &g->parts.items[first], core) &&
		 g->parts.items[first].keep))
		first++;
	for (size_t i = 0; i < first; i++)
		if (g->parts.items[i].kind == SR_EL_HEADING &&
		    g->parts.items[i].level == 1)
			title = i;
	for (size_t i = title; i < first && n < LEADS; i++) {
		struct sr_passage *part = &g->parts.items[i];
		const struct sr_box *b = &g->boxes.items[part->box];
		if (b->out || is_linked(part) || part->linked ||
		    (b->marks & (SR_MARK_DAY | SR_MARK_AUTHOR)))
			continue;
		if (part->stops && part->words >= 8 &&
		    part->kind != SR_EL_HEADING) {
			part->keep = true;
			n++;
		}
	}
}

/* A list of other pages: as many headings that are links as paragraphs. */
static bool is_index(const struct sr_page *g)
{
	uint32_t heads = 0, prose = 0, words = 0;

	for (size_t i = 0; i < g->parts.nitem; i++) {
		const struct sr_passage *part = &g->parts.items[i];
		if (!part->keep)
			continue;
		heads += part->kind == SR_EL_HEADING && is_linked(part);
		prose += is_prose(part);
		words += is_prose(part) ? part->words : 0;
	}
	return heads >= INDEX_LEAST && heads * 3 >= prose * 2 &&
	       words < prose * TEASER;
}

uint32_t sr_page_pick(struct sr_page *g, bool whole)
{
	uint32_t words = 0, core = 0;

	if (!g->boxes.nitem)
		return 0;
	sum(g);
	if (throw_comments(g))
		sum(g);
	throw_noise(g);
	sum(g);
	if (!whole) {
		core = find_core(g);
		throw_links(g, core);
	}
	g->top = core;
	keep_parts(g, core, whole);
	if (!whole) {
		trim(g);
		keep_lead(g, core);
	}
	if (!whole && !g->article && is_index(g))
		return 0;
	for (size_t i = 0; i < g->parts.nitem; i++)
		words += g->parts.items[i].keep ? g->parts.items[i].words : 0;
	return words;
}
