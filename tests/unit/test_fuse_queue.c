/* What to look at first: what hangs on a claim alone before what several say,
 * the doubtful before the sure, nothing that was decided, in any order. */
#include "fuse/queue.h"

#include "base/calendar.h"
#include "lib/check.h"
#include "ontology.h"

#define MOST 16

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_queue got;
	char key[MOST][17], sha[MOST][3];
};

static void start(struct test *t)
{
	memset(t, 0, sizeof(*t));
	sr_arena_init(&t->mem, 64 << 20);
}

static struct sr_record *add(struct test *t, uint16_t type, int64_t place)
{
	size_t n = t->records.claims.nitem;
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);
	struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
	struct sr_claim *c = &r->claim;

	snprintf(t->sha[n], sizeof(t->sha[n]), "%02zx", n);
	f->sha256 = f->report.name = sr_str_of(t->sha[n]);
	f->report.published = (struct sr_days){ 1000, 1000 };
	snprintf(t->key[n], sizeof(t->key[n]), "%016zx", n * 7919 % 1009 + 1);
	r->key = sr_str_of(t->key[n]);
	r->report = (uint32_t)n;
	c->type = type;
	c->days = (struct sr_days){ 1000, 1000 };
	c->confidence = 900;
	c->has_actor = true;
	c->actor.name = c->actor.side = SR_STR("UA");
	c->has_place = c->place.has_point = true;
	c->place.name = place == 1 ? SR_STR("Sumy") : SR_STR("Izium");
	c->place.id = place;
	c->place.lat = 40 + (double)place;
	c->place.radius_km = 3;
	c->place.role = SR_ROLE_AT;
	return r;
}

static void run(struct test *t)
{
	struct sr_voices voices;
	struct sr_incidents incidents;
	struct sr_conflicts conflicts;
	struct sr_conflict_in conflict = { &t->records, &voices, NULL };
	struct sr_queue_in in = { &t->records, &voices, &incidents,
				  &conflicts };

	CHECK_INT(sr_voices(&t->records, &t->mem, &voices, NULL), SR_OK);
	CHECK_INT(sr_incidents(&t->records, &voices, NULL, &t->mem, &incidents,
			       NULL),
		  SR_OK);
	CHECK_INT(sr_conflicts(&conflict, &t->mem, &conflicts, NULL), SR_OK);
	CHECK_INT(sr_queue(&in, &t->mem, &t->got, NULL), SR_OK);
}

static struct sr_str nth(const struct test *t, size_t i)
{
	return t->records.claims.items[t->got.items.items[i].claim].key;
}

/* Two reports say Sumy, one Izium, another less surely a third thing of it. */
static void fill(struct test *t)
{
	add(t, SR_TYPE_CONTROL_SEIZE, 1);
	add(t, SR_TYPE_CONTROL_SEIZE, 1);
	add(t, SR_TYPE_CONTROL_SEIZE, 2);
}

static void alone_comes_first(void)
{
	struct test t;

	start(&t);
	fill(&t);
	run(&t);
	CHECK_INT(t.got.items.nitem, 3);
	CHECK_INT(t.got.items.items[0].claim, 2);
	CHECK(t.got.items.items[0].score > t.got.items.items[1].score * 2);
	CHECK(t.got.items.items[0].nwhy > 0);
	CHECK(memcmp(t.got.items.items[0].why[0].s,
		     "alone for UA holding Izium", 26) == 0);
	sr_arena_release(&t.mem);
}

static void doubt_counts(void)
{
	struct test t;

	start(&t);
	fill(&t);
	t.records.claims.items[1].claim.confidence = 100;
	run(&t);
	CHECK(t.got.items.items[1].claim == 1 ||
	      t.got.items.items[0].claim == 1);
	uint32_t sure = t.got.items.items[2].score;
	for (size_t i = 0; i < 3; i++)
		if (t.got.items.items[i].claim == 1)
			CHECK(t.got.items.items[i].score >= sure * 5);
	sr_arena_release(&t.mem);
}

static void decided_is_left_out(void)
{
	struct test t;

	start(&t);
	fill(&t);
	t.records.claims.items[2].verdict = SR_VERDICT_ACCEPTED;
	run(&t);
	CHECK_INT(t.got.items.nitem, 2);
	sr_arena_release(&t.mem);
}

static void any_order(void)
{
	struct test t, u;

	start(&t);
	fill(&t);
	add(&t, SR_TYPE_ATTACK_SHELLING, 2);
	run(&t);
	start(&u);
	fill(&u);
	add(&u, SR_TYPE_ATTACK_SHELLING, 2);
	struct sr_record *c = u.records.claims.items, swap = c[0];
	c[0] = c[3];
	c[3] = swap;
	run(&u);
	CHECK_INT(t.got.items.nitem, u.got.items.nitem);
	for (size_t i = 0; i < t.got.items.nitem; i++) {
		CHECK(sr_str_equal(nth(&t, i), nth(&u, i)));
		CHECK_INT(t.got.items.items[i].score,
			  u.got.items.items[i].score);
	}
	sr_arena_release(&t.mem);
	sr_arena_release(&u.mem);
}

int main(void)
{
	alone_comes_first();
	doubt_counts();
	decided_is_left_out();
	any_order();
	return done();
}
