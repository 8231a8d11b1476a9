/* What is not known for sure: told only with doubt, planned, possible. Plans and
 * fears are quoted, since only their own words say how far they go. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/order.h"
#include "base/str.h"
#include "brief/check.h"
#include "brief/sentence.h"
#include "model/family.h"
#include "ontology.h"

#define MOST_UNVERIFIED 10
#define LEAST_SPACES 3 /* between the words of a quotation */
#define MOST_QUOTED 6 /* of plans, of possibilities, of positions */

struct quoted {
	uint32_t claim;
	int weight;
};

static int by_weight(const void *x, const void *y)
{
	const struct quoted *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->claim < b->claim ? -1 : a->claim > b->claim;
}

static int by_claim(const void *x, const void *y)
{
	const struct quoted *a = x, *b = y;

	return a->claim < b->claim ? -1 : a->claim > b->claim;
}

static int weight_of(const struct sr_record *r)
{
	const struct sr_claim *c = &r->claim;
	int w = c->confidence / 50;

	w += c->speaker.n ? 8 : 0;
	w += c->has_place ? 6 : 0;
	w += c->has_actor && c->actor.side.n ? 4 : 0;
	w += c->basis == SR_BASIS_REPORT ? 0 : 4;
	w += r->words.n > 40 ? 6 : 0;
	return w - (r->words.n > 2 * SR_BRIEF_QUOTE ? 8 : 0);
}

/* Is the claim in an incident, which another section tells of? */
static bool is_told(const struct sr_briefing *b, int64_t row)
{
	return b->ntold && bsearch(&row, b->told, b->ntold, sizeof(row),
				   sr_by_i64) != NULL;
}

/* The rows of all claims in incidents, sorted. */
static void list_told(struct sr_briefing *b)
{
	const struct sr_incidents *in = &b->found.incidents;
	size_t n = b->found.all.claims.nitem;

	if (b->told || !(b->told = SR_NEW(b->en.mem, int64_t, n)))
		return;
	for (size_t i = 0; i < in->items.nitem; i++)
		for (uint32_t k = 0; b->found.wanted[i] &&
				     k < in->items.items[i].nclaim; k++)
			b->told[b->ntold++] =
				b->found.all.claims
					.items[in->items.items[i].claim[k]]
					.row;
	if (b->ntold)
		qsort(b->told, b->ntold, sizeof(*b->told), sr_by_i64);
}

/* Too few words to stand by themselves, and to be worth the text's reading. */
static bool is_scrap(struct sr_str words)
{
	size_t n = 0;

	for (size_t i = 0; i < words.n; i++)
		n += words.s[i] == ' ' || words.s[i] == '\n';
	return n < LEAST_SPACES;
}

/* The claims of a status; the same words of another claim are one. */
static size_t pick(struct sr_briefing *b, uint8_t status, bool politics,
		   struct quoted *list)
{
	const struct sr_records *all = &b->doubtful;
	size_t n = 0;

	for (uint32_t i = 0; i < all->claims.nitem; i++) {
		const struct sr_record *r = &all->claims.items[i];
		bool known = false;
		if (sr_is_politics(r->claim.type) != politics ||
		    (!politics && r->claim.status != status) ||
		    is_told(b, r->row) || is_scrap(r->words))
			continue;
		for (size_t k = 0; k < n && !known; k++)
			known = sr_str_equal(
				r->words,
				all->claims.items[list[k].claim].words);
		if (!known)
			list[n++] = (struct quoted){ i, weight_of(r) };
	}
	if (n)
		qsort(list, n, sizeof(*list), by_weight);
	return n;
}

/* "“...” (the governor, on 3 May)" */
static void quote(struct sr_briefing *b, uint32_t claim)
{
	const struct sr_record *r = &b->doubtful.claims.items[claim];
	const struct sr_claim *c = &r->claim;
	struct sr_when when = { c->days, c->basis == SR_BASIS_REPORT, false };
	struct sr_brief_part *part = sr_brief_part(b, SR_PART_ITEM);
	struct sr_str who = sr_brief_speaker(b, c->speaker);
	struct sr_str words = sr_brief_quote(b, &b->doubtful, claim);

	if (!who.n && sr_filed_of(&b->doubtful, r)->report.publisher.n)
		who = sr_brief_outlet_start(b, sr_filed_of(&b->doubtful, r));
	struct sr_slot_text slot[] = {
		{ "words", words.n ? words
				   : sr_brief_quote_short(b, &b->doubtful,
							  claim) },
		{ "who", c->speaker.n ? sr_capital(&b->en, who) : who },
		{ "when", sr_when_text(&b->en, &when) },
		{ NULL, { NULL, 0 } }
	};
	struct sr_brief_text *t = sr_brief_text(
		b, part,
		sr_say_phrase(&b->en, who.n ? "quoted" : "quoted.when", slot));
	sr_brief_hold(b, t, &b->doubtful, claim);
	if (t && !sr_brief_told_before(b, part))
		sr_brief_number(b, t);
}

static void tell(struct sr_briefing *b, const char *title, struct quoted *list,
		 size_t all)
{
	size_t n = all < MOST_QUOTED ? all : MOST_QUOTED;
	struct sr_brief_part *part;

	if (!all)
		return;
	if (title) {
		part = sr_brief_part(b, SR_PART_HEAD);
		sr_brief_text(b, part, sr_phrase(&b->en, title));
	}
	qsort(list, n, sizeof(*list), by_claim);
	for (size_t i = 0; i < n; i++)
		quote(b, list[i].claim);
	sr_brief_more(b, "more.claims", all - n);
}

/* Positions and plans of politics, at the end of the section on politics. */
void sr_brief_positions(struct sr_briefing *b)
{
	size_t n = b->doubtful.claims.nitem, nsection = b->brief->sections.nitem;
	struct quoted *list = SR_NEW(b->en.mem, struct quoted, n);

	list_told(b);
	n = list ? pick(b, 0, true, list) : 0;
	if (!n)
		return;
	if (!nsection || strcmp(b->brief->sections.items[nsection - 1].id,
				"politics") != 0)
		sr_brief_section(b, "politics");
	tell(b, "politics.positions", list, n);
}

void sr_brief_doubtful(struct sr_briefing *b)
{
	size_t all = b->doubtful.claims.nitem, n;
	struct quoted *list = SR_NEW(b->en.mem, struct quoted, all);
	struct sr_brief_section *s = sr_brief_section(b, "doubtful");

	if (!s || !list)
		return;
	sr_brief_unverified(b, MOST_UNVERIFIED);
	n = pick(b, SR_STATUS_PLANNED, false, list);
	tell(b, "doubt.planned", list, n);
	n = pick(b, SR_STATUS_POSSIBLE, false, list);
	tell(b, "doubt.possible", list, n);
	sr_brief_drop_empty(b);
}
