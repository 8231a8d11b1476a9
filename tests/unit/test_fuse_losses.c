/* Figures of losses and groups of places, from claims made by hand. */
#include "fuse/losses.h"

#include "base/calendar.h"
#include "fuse/places.h"
#include "lib/check.h"
#include "ontology.h"

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_voices voices;
};

static struct sr_claim *add(struct test *t, uint32_t report, int64_t low,
			    int64_t high)
{
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);

	r->report = report;
	r->points.from = (uint32_t)t->records.claims.nitem;
	r->claim.type = SR_TYPE_LOSS_KILLED;
	r->claim.has_count = true;
	r->claim.count = (struct sr_count){ low * 1000, high * 1000 };
	r->claim.unit = SR_STR("people");
	r->claim.has_target = true;
	r->claim.target.side = SR_STR("RU");
	r->claim.days = (struct sr_days){ 100, 101 };
	return &r->claim;
}

static void start(struct test *t)
{
	*t = (struct test){ .records = { .claims = { 0 } } };
	sr_arena_init(&t->mem, 64 << 20);
	for (int i = 0; i < 3; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->report.name = SR_STR("a.txt");
		f->report.publisher = i ? SR_STR("Wire") : SR_STR("");
		f->sha256 = i == 2 ? SR_STR("bb") : SR_STR("aa");
	}
}

static enum sr_code run(struct test *t, bool all, struct sr_losses *l)
{
	struct sr_losses_in in = { &t->records, &t->voices, all };

	return sr_voices(&t->records, &t->mem, &t->voices, NULL) ||
	       sr_losses(&in, &t->mem, l, NULL);
}

static void figures(void)
{
	struct sr_losses l;
	struct test t;

	start(&t);
	add(&t, 1, 10, 10);
	add(&t, 2, 10, 10); /* the same figure in another report */
	add(&t, 2, 10, 10); /* and once more in that report */
	add(&t, 0, 10, 10); /* of nobody named: of the report */
	add(&t, 1, 30, 40)->speaker = SR_STR("officials");
	add(&t, 1, 500, 500)->days = (struct sr_days){ 0, 101 };
	add(&t, 1, 5, 5)->count_further = true;
	add(&t, 1, 7, 7)->target.side = SR_STR("");
	add(&t, 1, 0, 0)->has_count = false;
	add(&t, 1, 9, 9)->type = SR_TYPE_CONTROL_HOLD;
	CHECK_INT(run(&t, false, &l), SR_OK);
	CHECK_INT(l.items.nitem, 6);
	const struct sr_loss *x = l.items.items;
	CHECK(x[0].scope == SR_SCOPE_TOTAL && x[0].claim->count.low == 500000);
	CHECK_STR(x[1].claimant, "officials"); /* those who speak first */
	CHECK_INT(x[1].claim->count.high, 40000);
	CHECK_STR(x[2].claimant, "a.txt");
	CHECK(x[3].scope == SR_SCOPE_PERIOD && x[3].n == 3 &&
	      x[3].support.nreport == 2);
	CHECK_STR(x[3].claimant, "Wire");
	CHECK(x[3].own_voice && !x[1].own_voice);
	CHECK(x[4].scope == SR_SCOPE_FURTHER);
	CHECK_INT(x[4].series, x[3].series);
	CHECK(x[0].series != x[3].series);
	CHECK(x[5].side.n == 0); /* unknown sides last */
	CHECK_INT(run(&t, true, &l), SR_OK);
	CHECK_INT(l.items.nitem, 7);
	sr_arena_release(&t.mem);
}

static struct sr_claim *total(struct test *t, uint32_t report, int32_t to,
			      int64_t low, int64_t high)
{
	struct sr_claim *c = add(t, report, low, high);

	c->speaker = SR_STR("the staff");
	c->days = (struct sr_days){ 10, to };
	return c;
}

static const struct sr_loss *line(const struct sr_losses *l, int32_t to,
				  int64_t low)
{
	for (size_t i = 0; i < l->items.nitem; i++)
		if (l->items.items[i].claim->days.to == to &&
		    l->items.items[i].claim->count.low == low * 1000)
			return &l->items.items[i];
	CHECK_INT(to, -1); /* no such line */
	return l->items.items;
}

/* Totals of one claimant are followed; of another, or of others, they aren't. */
static void steps(void)
{
	struct sr_losses l;
	struct test t;

	start(&t);
	total(&t, 2, 151, 30500, 30500);
	total(&t, 1, 150, 30350, 30350)->days.from = 12; /* about then */
	total(&t, 2, 151, 30500, 30500)->speaker = SR_STR("The Staff");
	total(&t, 1, 152, 30100, 30100);
	total(&t, 1, 152, 30110, 30110);
	total(&t, 1, 153, 31000, 32000);
	total(&t, 1, 150, 9000, 9000)->target.side = SR_STR("CIV");
	total(&t, 1, 152, 700, 700)->speaker = SR_STR("the foe");
	total(&t, 1, 153, 400, 400)->days.from = 100; /* since later */
	CHECK_INT(run(&t, false, &l), SR_OK);
	CHECK_INT(l.series.nitem, 4);
	CHECK(line(&l, 150, 30350)->step == SR_STEP_NONE);
	CHECK(line(&l, 151, 30500)->step == SR_STEP_UP);
	CHECK_INT(line(&l, 151, 30500)->change.low, 150000);
	CHECK_INT(line(&l, 151, 30500)->n, 2);
	CHECK_INT(line(&l, 151, 30500)->support.norigin, 1);
	CHECK(line(&l, 152, 30100)->step == SR_STEP_DOWN);
	CHECK_INT(line(&l, 152, 30100)->change.high, -400000);
	CHECK(line(&l, 152, 30110)->step == SR_STEP_REVISED);
	CHECK(line(&l, 153, 31000)->step == SR_STEP_UP);
	CHECK_INT(line(&l, 153, 31000)->change.low, 890000);
	CHECK_INT(line(&l, 153, 31000)->change.high, 1890000);
	CHECK(line(&l, 152, 700)->step == SR_STEP_NONE);
	CHECK(line(&l, 153, 400)->step == SR_STEP_NONE);
	const struct sr_loss_series *s =
		&l.series.items[line(&l, 150, 30350)->series];
	CHECK_INT(s->n, 5);
	CHECK_INT(s->ndown, 1);
	CHECK(s->totals && s->nadded == 0);
	sr_arena_release(&t.mem);
}

/* "Since the war began", and "in five years": one start. */
static void starts(void)
{
	struct sr_losses l;
	struct test t;

	start(&t);
	total(&t, 1, 1810, 250000, 250000);
	total(&t, 1, 1860, 280000, 280000)->days.from = 60;
	total(&t, 1, 1870, 290000, 290000)->days.from = 400;
	CHECK_INT(run(&t, false, &l), SR_OK);
	CHECK_INT(l.series.nitem, 2);
	CHECK(line(&l, 1860, 280000)->step == SR_STEP_UP);
	sr_arena_release(&t.mem);
}

/* "At least" may be less than before without taking anything back. */
static void floors(void)
{
	struct sr_losses l;
	struct test t;

	start(&t);
	total(&t, 1, 150, 50000, 50000)->count.high = SR_COUNT_OPEN_HIGH;
	total(&t, 1, 151, 59000, 59000)->count.high = SR_COUNT_OPEN_HIGH;
	total(&t, 1, 152, 55000, 55000)->count.high = SR_COUNT_OPEN_HIGH;
	CHECK_INT(run(&t, false, &l), SR_OK);
	CHECK(line(&l, 151, 59000)->step == SR_STEP_UP);
	CHECK_INT(line(&l, 151, 59000)->change.high, 9000000);
	CHECK(line(&l, 152, 55000)->step == SR_STEP_SAME);
	sr_arena_release(&t.mem);
}

static struct sr_claim *period(struct test *t, int32_t from, int32_t to,
			       int64_t n)
{
	struct sr_claim *c = add(t, 1, n, n);

	c->speaker = SR_STR("the staff");
	c->days = (struct sr_days){ from, to };
	return c;
}

static void sums(void)
{
	struct sr_losses l;
	struct test t;

	start(&t);
	period(&t, 100, 100, 5);
	period(&t, 101, 102, 7)->count.high = 9000;
	period(&t, 102, 103, 100); /* overlaps */
	period(&t, 104, 104, 20)->count_further = true;
	period(&t, 105, 105, 1000)->basis = SR_BASIS_REPORT; /* by then */
	period(&t, 106, 106, 1000)->status = SR_STATUS_DENIED;
	period(&t, 107, 107, 1000)->speaker = SR_STR("the foe");
	period(&t, 108, 108, 1000)->type = SR_TYPE_LOSS_WOUNDED;
	CHECK_INT(run(&t, false, &l), SR_OK);
	const struct sr_loss_series *s =
		&l.series.items[line(&l, 100, 5)->series];
	CHECK(!s->totals);
	CHECK_INT(s->n, 6);
	CHECK_INT(s->nadded, 3);
	CHECK_INT(s->sum.low, 32000);
	CHECK_INT(s->sum.high, 34000);
	s = &l.series.items[line(&l, 107, 1000)->series];
	CHECK_INT(s->nadded, 0); /* one is no sum */
	sr_arena_release(&t.mem);
}

/* A month that leaves its day open is no total; "since" so long ago is. */
static void scopes(void)
{
	struct sr_claim c = { .days = sr_days_of_month(2022, 9) };

	CHECK(sr_scope_of(&c) == SR_SCOPE_PERIOD);
	c.days.from--;
	CHECK(sr_scope_of(&c) == SR_SCOPE_TOTAL);
	c.days = (struct sr_days){ 100, 110 };
	CHECK(sr_scope_of(&c) == SR_SCOPE_PERIOD);
	c.count_total = true;
	CHECK(sr_scope_of(&c) == SR_SCOPE_TOTAL);
}

static void place(struct test *t, uint32_t report, const char *name, int64_t id,
		  double lat)
{
	struct sr_claim *c = add(t, report, 1, 1);

	c->has_place = true;
	c->place.name = sr_str_of(name);
	c->place.id = id;
	c->place.has_point = lat != 0;
	c->place.lat = lat;
}

static void places(void)
{
	struct sr_spot_groups g;
	struct test t;

	start(&t);
	place(&t, 0, "Kidal", 0, 18.45); /* near the one with an id */
	place(&t, 1, "Kidal", 77, 18.44);
	place(&t, 1, "KIDAL", 77, 18.44);
	place(&t, 1, "Kidal", 78, 10.0); /* a namesake */
	place(&t, 1, "Kidal", 0, 12.0);	 /* another, without an id */
	place(&t, 1, "the east", 0, 0);
	place(&t, 2, "The East", 0, 0);
	add(&t, 1, 1, 1);
	CHECK_INT(sr_group_places(&t.records, &t.mem, &g, NULL), SR_OK);
	CHECK_INT(g.items.nitem, 4);
	size_t total = 0, most = 0;
	for (size_t i = 0; i < g.items.nitem; i++) {
		total += g.items.items[i].n;
		if (g.items.items[i].n > most)
			most = g.items.items[i].n;
	}
	CHECK_INT(total, 7);
	CHECK_INT(most, 3);
	CHECK_INT(g.items.items[3].nreport, 2);
	sr_arena_release(&t.mem);
}

static void no_memory(void)
{
	enum sr_code code = SR_NOMEM;
	struct sr_spot_groups g;
	struct sr_losses l;
	struct test t;
	size_t n;

	start(&t);
	for (int i = 0; i < 40; i++)
		place(&t, 1, i % 2 ? "a" : "b", i + 1, 1.5);
	for (n = 1; code; n++) {
		t.mem.full = false;
		t.mem.fail_after = t.mem.requests + n;
		code = run(&t, true, &l);
		if (!code)
			code = sr_group_places(&t.records, &t.mem, &g, NULL);
	}
	CHECK(n > 6);
	CHECK_INT(g.items.nitem, 40);
	sr_arena_release(&t.mem);
}

int main(void)
{
	figures();
	steps();
	starts();
	floors();
	sums();
	scopes();
	places();
	no_memory();
	return done();
}
