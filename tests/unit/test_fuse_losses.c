/* Figures of losses and groups of places, from claims made by hand. */
#include "fuse/losses.h"

#include "base/calendar.h"
#include "fuse/places.h"
#include "lib/check.h"
#include "ontology.h"

struct test {
	struct sr_arena mem;
	struct sr_records records;
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
	sr_arena_init(&t->mem, 1 << 20);
	for (int i = 0; i < 3; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->report.name = SR_STR("a.txt");
		f->report.publisher = i ? SR_STR("Wire") : SR_STR("");
		f->sha256 = i == 2 ? SR_STR("bb") : SR_STR("aa");
	}
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
	CHECK_INT(sr_losses(&t.records, false, &t.mem, &l, NULL), SR_OK);
	CHECK_INT(l.items.nitem, 6);
	const struct sr_loss *x = l.items.items;
	CHECK(x[0].scope == SR_SCOPE_TOTAL && x[0].claim->count.low == 500000);
	CHECK(x[1].scope == SR_SCOPE_PERIOD && x[1].n == 3 &&
	      x[1].nreport == 2);
	CHECK_STR(x[1].claimant, "Wire");
	CHECK(x[1].own_voice && !x[3].own_voice);
	CHECK_STR(x[2].claimant, "a.txt");
	CHECK_STR(x[3].claimant, "officials");
	CHECK_INT(x[3].claim->count.high, 40000);
	CHECK(x[4].scope == SR_SCOPE_FURTHER);
	CHECK(x[5].side.n == 0); /* unknown sides last */
	CHECK_INT(sr_losses(&t.records, true, &t.mem, &l, NULL), SR_OK);
	CHECK_INT(l.items.nitem, 7);
	sr_arena_release(&t.mem);
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
		code = sr_losses(&t.records, true, &t.mem, &l, NULL);
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
	places();
	no_memory();
	return done();
}
