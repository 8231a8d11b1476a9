/* What can't both be right, from claims made by hand: each rule with what it
 * must find and what it must leave alone, in any order. */
#include "fuse/conflict.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "lib/check.h"
#include "ontology.h"

#define MOST 600

struct test {
	struct sr_arena mem;
	struct sr_records records, remarks;
	struct sr_voices voices;
	struct sr_conflicts found;
	char key[MOST][17];
};

static const char *const SHA[] = { "aa", "bb", "cc", "dd" };

static void start(struct test *t)
{
	memset(t, 0, sizeof(*t));
	sr_arena_init(&t->mem, 64 << 20);
	for (int i = 0; i < 4; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->sha256 = sr_str_of(SHA[i]);
		f->report.name = sr_str_of(SHA[i]);
		f->report.published = (struct sr_days){ 1000 + i, 1000 + i };
	}
}

static struct sr_claim *add(struct test *t, uint32_t report, uint16_t type,
			    const char *speaker, int32_t day)
{
	size_t n = t->records.claims.nitem;
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);

	snprintf(t->key[n], sizeof(t->key[n]), "%016zx", n * 7919 % 1009);
	r->report = report;
	r->key = (struct sr_str){ t->key[n], 16 };
	r->points.from = (uint32_t)(n * 100);
	r->claim.type = type;
	r->claim.speaker = sr_str_of(speaker);
	r->claim.days = (struct sr_days){ day, day };
	r->claim.basis = SR_BASIS_EXPLICIT;
	r->claim.rule = SR_STR("x");
	return &r->claim;
}

static void at(struct sr_claim *c, int64_t id)
{
	c->has_place = c->place.has_point = true;
	c->place.name = id == 1 ? SR_STR("Kidal") : SR_STR("Gao");
	c->place.id = id;
	c->place.lat = 18 + (double)id;
	c->place.radius_km = 3;
	c->place.role = SR_ROLE_AT;
}

static void by(struct sr_claim *c, const char *side)
{
	c->has_actor = true;
	c->actor.name = c->actor.side = sr_str_of(side);
}

static void of(struct sr_claim *c, const char *name, const char *side)
{
	c->has_target = true;
	c->target.name = sr_str_of(name);
	c->target.side = sr_str_of(side);
}

static void number(struct sr_claim *c, int64_t low, int64_t high,
		   const char *unit)
{
	c->has_count = true;
	c->count.low = low * 1000;
	c->count.high = high < 0 ? SR_COUNT_OPEN_HIGH : high * 1000;
	c->unit = sr_str_of(unit);
}

static enum sr_code find(struct test *t)
{
	struct sr_conflict_in in = { &t->records, &t->voices, &t->remarks };

	return sr_conflicts(&in, &t->mem, &t->found, NULL);
}

static size_t run(struct test *t)
{
	CHECK_INT(sr_voices(&t->records, &t->mem, &t->voices, NULL), SR_OK);
	CHECK_INT(find(t), SR_OK);
	return t->found.items.nitem;
}

static void finish(struct test *t, size_t want, enum sr_conflict_kind kind)
{
	CHECK_INT(run(t), want);
	for (size_t i = 0; i < t->found.items.nitem; i++)
		CHECK(t->found.items.items[i].kind == kind);
	sr_arena_release(&t->mem);
}

static struct sr_claim *take(struct test *t, uint32_t report,
			     const char *speaker, const char *side, int32_t day)
{
	struct sr_claim *c = add(t, report, SR_TYPE_CONTROL_SEIZE, speaker, day);

	at(c, 1);
	by(c, side);
	return c;
}

static struct sr_claim *hold(struct test *t, uint32_t report,
			     const char *speaker, const char *side, int32_t day)
{
	struct sr_claim *c = take(t, report, speaker, side, day);

	c->type = SR_TYPE_CONTROL_HOLD;
	return c;
}

static void denied_taking(void)
{
	struct test t;

	start(&t);
	take(&t, 0, "the rebels", "R", 999);
	take(&t, 1, "", "R", 999);
	take(&t, 2, "the army", "R", 999)->status = SR_STATUS_DENIED;
	take(&t, 2, "the ministry", "R", 999)->status = SR_STATUS_DISPUTED;
	CHECK_INT(run(&t), 1);
	const struct sr_conflict *c = &t.found.items.items[0];
	CHECK(c->kind == SR_CONFLICT_DENIAL);
	CHECK_INT(c->nsaid, 2);
	CHECK_INT(c->nagainst, 2);
	CHECK_INT(c->said.norigin, 2);
	CHECK_INT(c->against.nreport, 1);
	CHECK_INT(t.found.claims.items[c->from], 0);
	CHECK(c->id[0] == 'k' && strlen(c->id) == 13);
	sr_arena_release(&t.mem);
}

static void not_denied(void)
{
	struct test t;
	struct sr_claim *c;

	start(&t);
	take(&t, 0, "the rebels", "R", 999);
	/* another day, another place, another side, another kind */
	take(&t, 1, "the army", "R", 1100)->status = SR_STATUS_DENIED;
	c = take(&t, 1, "the army", "R", 999);
	c->status = SR_STATUS_DENIED;
	at(c, 2);
	take(&t, 1, "the army", "G", 999)->status = SR_STATUS_DENIED;
	c = take(&t, 1, "the army", "R", 999);
	c->status = SR_STATUS_DENIED;
	c->type = SR_TYPE_ATTACK_AIR;
	/* the same voice; nobody's voice; what was only planned */
	take(&t, 1, "The Rebels", "R", 999)->status = SR_STATUS_DENIED;
	take(&t, 1, "", "R", 999)->status = SR_STATUS_DENIED;
	take(&t, 2, "a general", "G", 999)->status = SR_STATUS_PLANNED;
	finish(&t, 0, SR_CONFLICT_DENIAL);
}

/* "The army denied that the town had fallen." */
static void denied_fall(void)
{
	struct test t;

	start(&t);
	take(&t, 0, "the rebels", "R", 999);
	hold(&t, 0, "the rebels", "R", 999);
	take(&t, 1, "the army", "", 999)->status = SR_STATUS_DENIED;
	CHECK_INT(run(&t), 1);
	CHECK_INT(t.found.items.items[0].nsaid, 1);
	sr_arena_release(&t.mem);
}

static void denied_in_general(void)
{
	struct test t;
	struct sr_claim *c;

	start(&t);
	c = add(&t, 0, SR_TYPE_LOSS_KILLED, "a doctor", 960);
	by(c, "G");
	of(c, "civilians", "CIV");
	at(c, 1);
	c = add(&t, 1, SR_TYPE_ATTACK_SHELLING, "", 960);
	by(c, "G");
	of(c, "residents", "CIV");
	/* later; too long ago; another's; a force */
	by(add(&t, 3, SR_TYPE_ATTACK_CIVILIANS, "", 1001), "G");
	c = add(&t, 0, SR_TYPE_LOSS_KILLED, "a doctor", 900);
	by(c, "G");
	of(c, "civilians", "CIV");
	c = add(&t, 0, SR_TYPE_LOSS_KILLED, "a doctor", 900);
	by(c, "R");
	of(c, "civilians", "CIV");
	c = add(&t, 0, SR_TYPE_LOSS_KILLED, "a doctor", 900);
	by(c, "G");
	of(c, "soldiers", "R");
	c = add(&t, 2, SR_TYPE_ATTACK_CIVILIANS, "the ministry", 1000);
	by(c, "G");
	of(c, "civilians", "CIV");
	c->status = SR_STATUS_DENIED;
	/* of one town only, of which nothing is said */
	c = add(&t, 0, SR_TYPE_ATTACK_CIVILIANS, "the mayor", 1000);
	by(c, "G");
	of(c, "civilians", "CIV");
	c->status = SR_STATUS_DENIED;
	at(c, 2);
	c->place.has_point = false;
	c->evidence = (struct sr_span){ 10, 40 };
	c->place.at = (struct sr_span){ 30, 33 };
	CHECK_INT(run(&t), 1);
	CHECK_INT(t.found.items.items[0].nsaid, 2);
	CHECK_INT(t.found.items.items[0].nagainst, 1);
	sr_arena_release(&t.mem);
}

/* The answer to a claim stands against it, whatever is missing of both. */
static void answered(void)
{
	struct test t;
	struct sr_claim *c;

	start(&t);
	add(&t, 0, SR_TYPE_CONTROL_ADVANCE, "the rebels", 999);
	c = add(&t, 0, SR_TYPE_CONTROL_ADVANCE, "the army", 999);
	c->status = SR_STATUS_DISPUTED;
	CHECK_INT(run(&t), 0);
	c->rule = SR_STR("answer");
	finish(&t, 1, SR_CONFLICT_DENIAL);
}

static struct sr_claim *killed(struct test *t, uint32_t report,
			       const char *speaker, int64_t low, int64_t high)
{
	struct sr_claim *c =
		add(t, report, SR_TYPE_LOSS_KILLED, speaker, 999);

	at(c, 1);
	of(c, "soldiers", "G");
	number(c, low, high, "people");
	return c;
}

static void numbers(void)
{
	struct test t;
	struct sr_claim *c;

	start(&t);
	killed(&t, 0, "the rebels", 40, 40);
	killed(&t, 1, "the army", 15, 15);
	killed(&t, 2, "officials", 15, 15); /* the same against the same */
	CHECK_INT(run(&t), 1);
	CHECK(t.found.items.items[0].kind == SR_CONFLICT_NUMBER);
	CHECK_INT(t.found.items.items[0].nsaid +
			  t.found.items.items[0].nagainst, 3);
	sr_arena_release(&t.mem);
	start(&t);
	killed(&t, 0, "the rebels", 40, 40);
	killed(&t, 1, "the army", 35, 45);     /* they meet */
	killed(&t, 1, "The Rebels", 36, 38);   /* one voice */
	killed(&t, 1, "a doctor", 30, -1);     /* at least */
	killed(&t, 1, "a doctor", 24, 36)->count_further = true;
	killed(&t, 1, "a doctor", 2, 2);       /* too few to be the same */
	at(killed(&t, 1, "a doctor", 15, 15), 2);
	of(killed(&t, 1, "a doctor", 15, 15), "generals", "G");
	of(killed(&t, 1, "a doctor", 15, 15), "soldiers", "R");
	killed(&t, 1, "a doctor", 15, 15)->days = (struct sr_days){ 990, 990 };
	c = killed(&t, 1, "a doctor", 15, 15);
	c->type = SR_TYPE_LOSS_WOUNDED;
	killed(&t, 2, "a mayor", 55, 55); /* a toll has grown since */
	finish(&t, 0, SR_CONFLICT_NUMBER);
}

static struct sr_claim *total(struct test *t, uint32_t report,
			      const char *speaker, int32_t to, int64_t n)
{
	struct sr_claim *c = killed(t, report, speaker, n, n);

	c->has_place = false;
	c->days = (struct sr_days){ 700, to };
	return c;
}

static void totals(void)
{
	struct test t;

	start(&t);
	total(&t, 0, "the staff", 990, 30000);
	total(&t, 1, "the staff", 991, 30500);
	total(&t, 1, "the rebels", 991, 30500);
	total(&t, 2, "the rebels", 995, 40000); /* later, and larger */
	total(&t, 2, "the staff", 992, 29000)->days.from = 900; /* since else */
	finish(&t, 0, SR_CONFLICT_NUMBER);
	start(&t);
	total(&t, 0, "the staff", 990, 30000);
	total(&t, 1, "the staff", 991, 29000);
	finish(&t, 1, SR_CONFLICT_BACKWARD);
	start(&t);
	total(&t, 0, "the staff", 990, 30000);
	total(&t, 1, "the ministry", 994, 4000);
	finish(&t, 1, SR_CONFLICT_NUMBER);
	start(&t); /* told in one report, of no days of its own */
	total(&t, 0, "the staff", 990, 30000);
	total(&t, 0, "the ministry", 990, 4000)->basis = SR_BASIS_REPORT;
	t.records.claims.items[1].claim.days.from = 990;
	finish(&t, 1, SR_CONFLICT_NUMBER);
	start(&t); /* more killed than killed and wounded */
	total(&t, 0, "the staff", 990, 3000)->type = SR_TYPE_LOSS_CASUALTIES;
	total(&t, 1, "the staff", 990, 4000);
	total(&t, 2, "the staff", 990, 2000)->type = SR_TYPE_LOSS_WOUNDED;
	CHECK_INT(run(&t), 1);
	CHECK(t.found.items.items[0].kind == SR_CONFLICT_PART);
	sr_arena_release(&t.mem);
}

static void land(void)
{
	struct test t;
	struct sr_claim *c;

	start(&t);
	c = add(&t, 0, SR_TYPE_CONTROL_RETAKE, "the president", 999);
	by(c, "G");
	number(c, 24, 99, "settlement");
	c = add(&t, 0, SR_TYPE_CONTROL_SEIZE, "an envoy", 999);
	number(c, 3, 9, "village");
	c = add(&t, 0, SR_TYPE_CONTROL_SEIZE, "a soldier", 999);
	number(c, 3, 9, "km");
	c = add(&t, 0, SR_TYPE_CONTROL_SEIZE, "", 999); /* the report's own */
	number(c, 2, 2, "village");
	finish(&t, 1, SR_CONFLICT_NUMBER);
}

static void holders(void)
{
	struct test t;

	start(&t);
	hold(&t, 0, "the army", "G", 999);
	hold(&t, 1, "the rebels", "R", 999);
	hold(&t, 2, "a mayor", "R", 999);
	finish(&t, 1, SR_CONFLICT_HOLDER);
	start(&t);
	take(&t, 0, "the rebels", "R", 998);
	hold(&t, 1, "the army", "G", 999);
	finish(&t, 1, SR_CONFLICT_HOLDER);
	start(&t);
	take(&t, 0, "the rebels", "R", 998);
	hold(&t, 1, "the army", "G", 998); /* before, that day */
	take(&t, 2, "the army", "G", 999); /* and taken since */
	hold(&t, 3, "the army", "G", 1000);
	hold(&t, 3, "", "R", 990)->days.from = 800;
	at(hold(&t, 3, "the rebels", "R", 1000), 2);
	finish(&t, 0, SR_CONFLICT_HOLDER);
}

static void days(void)
{
	struct sr_claim *c;
	struct test t;

	start(&t);
	take(&t, 0, "the rebels", "R", 990);
	take(&t, 1, "", "R", 993);
	finish(&t, 1, SR_CONFLICT_DAY);
	start(&t);
	take(&t, 0, "the rebels", "R", 980);
	take(&t, 1, "", "G", 985); /* lost again between */
	take(&t, 2, "", "R", 993);
	take(&t, 3, "a mayor", "R", 993);
	take(&t, 3, "a mayor", "R", 999)->basis = SR_BASIS_REPORT;
	finish(&t, 0, SR_CONFLICT_DAY);
	start(&t);
	killed(&t, 0, "the rebels", 37, 37)->days = (struct sr_days){ 995, 995 };
	killed(&t, 1, "a doctor", 37, 37);
	killed(&t, 2, "a mayor", 5, 5)->days = (struct sr_days){ 995, 995 };
	killed(&t, 1, "a nurse", 5, 5);
	/* a round number comes again */
	c = killed(&t, 2, "a mayor", 60, 60);
	c->days = (struct sr_days){ 995, 995 };
	c->type = SR_TYPE_LOSS_WOUNDED;
	killed(&t, 1, "a nurse", 60, 60)->type = SR_TYPE_LOSS_WOUNDED;
	finish(&t, 1, SR_CONFLICT_DAY);
}

static void remarks(void)
{
	struct test t;

	start(&t);
	t.remarks.reports.items = t.records.reports.items;
	for (int i = 0; i < 2; i++) {
		struct sr_noted *n = SR_PUSH(&t.mem, &t.remarks.remarks);
		n->remark.kind = i ? SR_REMARK_WEEKDAY : SR_REMARK_DISTANCE;
		n->key = i ? SR_STR("0123") : SR_STR("4567");
		n->report = (uint32_t)i;
	}
	CHECK_INT(run(&t), 2);
	const struct sr_conflict *c = t.found.items.items;
	CHECK(c->kind == SR_CONFLICT_REMARK && c->nsaid == 0);
	CHECK_STR(sr_str_of(sr_conflict_name(c)), "weekday"); /* the later */
	CHECK_INT(c->day, 1001);
	CHECK(strcmp(c[0].id, c[1].id) != 0);
	sr_arena_release(&t.mem);
}

/* Many claims in one order and in another: the same conflicts. */
static void orders(void)
{
	static struct test a, b; /* large */
	static char first[512][SR_CONFLICT_ID];
	size_t n;

	start(&a);
	start(&b);
	for (uint32_t i = 0; i < 300; i++) {
		static const char *const WHO[] = { "a", "b", "c", "d", "e" };
		static const char *const SIDE[] = { "G", "R" };
		struct sr_claim *c = hold(&a, i % 4, WHO[i % 5], SIDE[i % 2],
					  (int32_t)(900 + i % 97));
		c->type = i % 3 ? SR_TYPE_CONTROL_HOLD : SR_TYPE_CONTROL_SEIZE;
		if (i % 11 == 0)
			c->status = SR_STATUS_DENIED;
		at(c, 1 + i % 2);
	}
	n = run(&a);
	CHECK(n > 50 && n < 512);
	for (size_t i = 0; i < n; i++)
		memcpy(first[i], a.found.items.items[i].id, SR_CONFLICT_ID);
	for (size_t i = a.records.claims.nitem; i-- > 0;) {
		struct sr_record *r = SR_PUSH(&b.mem, &b.records.claims);
		*r = a.records.claims.items[i];
		r->report = 3 - r->report;
	}
	for (size_t i = 0; i < 4; i++)
		b.records.reports.items[i] = a.records.reports.items[3 - i];
	CHECK_INT(run(&b), n);
	size_t same = 0;
	for (size_t i = 0; i < n && i < b.found.items.nitem; i++)
		same += memcmp(first[i], b.found.items.items[i].id,
			       SR_CONFLICT_ID) == 0;
	CHECK_INT(same, n);
	sr_arena_release(&a.mem);
	sr_arena_release(&b.mem);
}

static void no_memory(void)
{
	enum sr_code code = SR_NOMEM;
	struct test t;
	size_t n;

	start(&t);
	for (uint32_t i = 0; i < 20; i++) {
		hold(&t, i % 4, i % 2 ? "a" : "b", i % 2 ? "G" : "R", 999);
		killed(&t, i % 4, i % 2 ? "a" : "b", i % 2 ? 20 : 50,
		       i % 2 ? 20 : 50);
		take(&t, i % 4, "c", "G", 999)->status = SR_STATUS_DENIED;
	}
	run(&t);
	for (n = 1; code; n++) {
		t.mem.full = false;
		t.mem.fail_after = t.mem.requests + n;
		code = find(&t);
	}
	CHECK(n > 20);
	CHECK(t.found.items.nitem > 1);
	sr_arena_release(&t.mem);
}

static struct sr_claim *shelled(struct test *t, uint32_t report,
				const char *speaker, const char *side)
{
	struct sr_claim *c = add(t, report, SR_TYPE_ATTACK_SHELLING, speaker, 999);

	at(c, 1);
	by(c, side);
	return c;
}

static void blames(void)
{
	struct test t;

	/* each names the other; once the other's word is the report's own */
	start(&t);
	shelled(&t, 0, "R", "G");
	shelled(&t, 0, "G", "R");
	finish(&t, 1, SR_CONFLICT_BLAME);
	start(&t);
	shelled(&t, 0, "", "R");
	shelled(&t, 1, "R", "G");
	shelled(&t, 1, "", "R");
	finish(&t, 1, SR_CONFLICT_BLAME);
	/* one day, as many dead */
	start(&t);
	for (int i = 0; i < 2; i++) {
		struct sr_claim *c = shelled(&t, (uint32_t)i, i ? "a" : "b",
					     i ? "R" : "G");
		c->type = SR_TYPE_LOSS_KILLED;
		of(c, "civilians", "CIV");
		number(c, 22, 22, "people");
	}
	finish(&t, 1, SR_CONFLICT_BLAME);
	/* two who shell one town, as others tell; another day; a fight */
	start(&t);
	shelled(&t, 0, "a", "R");
	shelled(&t, 1, "b", "G");
	finish(&t, 0, SR_CONFLICT_BLAME);
	start(&t);
	shelled(&t, 0, "R", "G");
	shelled(&t, 0, "G", "R")->days = (struct sr_days){ 1001, 1001 };
	finish(&t, 0, SR_CONFLICT_BLAME);
	start(&t);
	shelled(&t, 0, "R", "G")->type = SR_TYPE_ATTACK_GROUND;
	shelled(&t, 0, "G", "R")->type = SR_TYPE_ATTACK_GROUND;
	finish(&t, 0, SR_CONFLICT_BLAME);
}

int main(void)
{
	blames();
	denied_taking();
	not_denied();
	denied_fall();
	denied_in_general();
	answered();
	numbers();
	totals();
	land();
	holders();
	days();
	remarks();
	orders();
	no_memory();
	return done();
}
