/* Losses: every figure as `sitrep losses` has it, its claimant beside it, and
 * nothing added over claimants. */
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "brief/sentence.h"

#define MOST_FIGURES 20 /* rows */
#define MOST_CITED 8

static const struct sr_str NONE = { NULL, 0 };

struct row {
	uint32_t index;
	int64_t size;
};

static int by_size(const void *x, const void *y)
{
	const struct row *a = x, *b = y;

	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static int by_index(const void *x, const void *y)
{
	const struct row *a = x, *b = y;

	return a->index < b->index ? -1 : a->index > b->index;
}

/* Was it told of those days, rather than of a time that only holds them? */
static bool is_within(const struct sr_briefing *b, const struct sr_loss *l)
{
	struct sr_days d = l->claim->days;

	return sr_days_known(d) && d.to <= b->filter.days.to;
}

/* Of a claimant's totals on one thing the last within the days asked for. */
static bool is_last(const struct sr_briefing *b, uint32_t i)
{
	const struct sr_losses *l = &b->losses.losses;
	const struct sr_loss *one = &l->items.items[i];

	if (one->scope != SR_SCOPE_TOTAL)
		return true;
	for (size_t k = i + 1; k < l->items.nitem; k++)
		if (l->items.items[k].series == one->series &&
		    is_within(b, &l->items.items[k]))
			return false;
	return true;
}

/* A total matters more than a part; a number with a side more than without. */
static int64_t size_of(const struct sr_briefing *b, uint32_t i)
{
	const struct sr_loss *l = &b->losses.losses.items.items[i];
	const struct sr_count *c = &l->claim->count;
	int64_t n = c->low == SR_COUNT_OPEN_LOW ? c->high : c->low;

	n = n > INT64_C(1000000000000) ? INT64_C(1000000000000) : n;
	n = n * (l->scope == SR_SCOPE_TOTAL ? 4 : 1) * (l->side.n ? 2 : 1) *
	    (l->support.norigin > 1 ? 2 : 1);
	return is_within(b, l) && is_last(b, i) &&
			       !sr_str_is(l->claim->unit, "percent")
		       ? n + INT64_C(1)
		       : -1;
}

static struct sr_str what_of(struct sr_briefing *b, const struct sr_claim *c)
{
	struct sr_str name = sr_str_of(sr_claim_type(c));
	struct sr_str fate = sr_brief_outside(b, c->disposition, 20);

	if (fate.n)
		return fate;
	sr_str_cut(&name, '.');
	return sr_brief_named(b, "what", name);
}

static struct sr_str days_of(struct sr_briefing *b, const struct sr_loss *l)
{
	const struct sr_claim *c = l->claim;
	struct sr_days d = c->days;
	struct sr_str text;

	if (sr_days_known(d) && c->basis == SR_BASIS_REPORT)
		d.from = SR_DAY_MIN;
	text = sr_capital(&b->en, sr_span_text(&b->en, d));
	return l->scope == SR_SCOPE_TOTAL && text.n
		       ? sr_brief_say(b, "days.total", text, NONE)
		       : text;
}

static const struct sr_filed *first_report(const struct sr_losses_view *v,
					   const struct sr_loss *l)
{
	return sr_filed_of(&v->all,
			   &v->all.claims.items[v->losses.order[l->from]]);
}

static void figure_row(struct sr_briefing *b, struct sr_brief_table *table,
		       const struct sr_loss *l)
{
	const struct sr_losses_view *v = &b->losses;
	struct sr_str side =
		!l->side.n ? sr_phrase(&b->en, "side.unknown")
		: l->claim->has_target &&
				sr_brief_anybody(b, &l->claim->target)
			? sr_phrase(&b->en, "side.people")
			: sr_brief_side(b, l->side);
	struct sr_amount a = { .count = l->claim->count,
			       .unit = l->claim->unit,
			       .digits = true };
	struct sr_brief_text *t;

	sr_brief_cell(b, table, sr_capital(&b->en, side));
	sr_brief_cell(b, table, what_of(b, l->claim));
	t = sr_brief_cell(b, table, sr_amount_text(&b->en, &a));
	for (uint32_t i = 0; i < l->n && i < MOST_CITED; i++)
		sr_brief_hold(b, t, &v->all, v->losses.order[l->from + i]);
	if (t)
		t->note = sr_brief_named(
			b, "status", sr_str_of(sr_claim_status(l->claim)));
	sr_brief_cell(b, table, days_of(b, l));
	sr_brief_cell(b, table,
		      l->own_voice
			      ? sr_brief_outlet_start(b, first_report(v, l))
			      : sr_capital(&b->en,
					   sr_brief_outside(b, l->claimant,
							    SR_BRIEF_NAME)));
	/* The numbers stand in a column of their own, what they prove beside
	 * the figure. */
	t = sr_brief_cell(b, table, NONE);
	for (uint32_t i = 0; i < l->n && i < MOST_CITED; i++)
		sr_brief_hold(b, t, &v->all, v->losses.order[l->from + i]);
	sr_brief_number(b, t);
}

/* The rows to show, in the order of `losses`; *n of them. */
static struct row *choose(struct sr_briefing *b, size_t *n)
{
	size_t all = b->losses.losses.items.nitem;
	struct row *row = SR_NEW(b->en.mem, struct row, all);

	*n = row ? all : 0;
	for (uint32_t i = 0; i < *n; i++)
		row[i] = (struct row){ i, size_of(b, i) };
	if (*n)
		qsort(row, *n, sizeof(*row), by_size);
	*n = *n < MOST_FIGURES ? *n : MOST_FIGURES;
	while (*n && row[*n - 1].size < 0)
		--*n;
	if (*n)
		qsort(row, *n, sizeof(*row), by_index);
	return row;
}

void sr_brief_losses(struct sr_briefing *b)
{
	size_t n;
	struct row *row = choose(b, &n);

	if (!n || !sr_brief_section(b, "losses"))
		return;
	struct sr_brief_part *p = sr_brief_part(b, SR_PART_PARAGRAPH);
	sr_brief_text(b, p, sr_phrase(&b->en, "losses.about"));
	struct sr_brief_table *t = sr_brief_table(b, "table.losses", 6);
	if (t)
		t->caption = sr_phrase(&b->en, "caption.losses");
	for (size_t i = 0; i < n; i++)
		figure_row(b, t, &b->losses.losses.items.items[row[i].index]);
	sr_brief_more(b, "more.figures", b->losses.losses.items.nitem - n);
}
