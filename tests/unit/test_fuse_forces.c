/* The order of battle from claims made by hand: the same in any order. */
#include "fuse/forces.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/str.h"
#include "lib/check.h"
#include "ontology.h"

static struct sr_kit *kit;

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_forces forces;
};

static void start(struct test *t)
{
	static const char *const SHA[] = { "aa", "bb", "cc" };
	static const char *const FROM[] = { "Wire", "Post", "Herald" };

	*t = (struct test){ .records = { .claims = { 0 } } };
	sr_arena_init(&t->mem, 1 << 22);
	for (int i = 0; i < 3; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->sha256 = sr_str_of(SHA[i]);
		f->report.publisher = sr_str_of(FROM[i]);
		f->report.name = f->report.publisher;
	}
}

/* A claim whose words are a unit and what it does; its slot has the name. */
static struct sr_claim *add(struct test *t, uint32_t report, const char *words,
			    const char *name, const char *side, unsigned type)
{
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);
	char key[] = "0000000000000000";

	key[0] = (char)('a' + t->records.claims.nitem);
	r->key = (struct sr_str){ sr_arena_copy(&t->mem, key, 16), 16 };
	r->report = report;
	r->words = sr_str_of(words);
	r->claim.evidence = (struct sr_span){ 100, 100 + (uint32_t)r->words.n };
	r->claim.type = (uint16_t)type;
	r->claim.has_actor = true;
	r->claim.actor.name = sr_str_of(name);
	r->claim.actor.side = sr_str_of(side);
	r->claim.actor.at = (struct sr_span){ 100, 105 };
	r->claim.has_place = true;
	r->claim.place.name = SR_STR("Anytown");
	r->claim.place.country = SR_STR("UA");
	r->claim.days = (struct sr_days){ 200 + (int32_t)report,
					  200 + (int32_t)report };
	return &r->claim;
}

static void war(struct test *t)
{
	start(t);
	add(t, 0, "The 93rd Separate Mechanised Brigade held Anytown",
	    "93rd Mechanised Brigade", "UA", SR_TYPE_CONTROL_HOLD);
	add(t, 1, "the 93rd Brigade held Anytown", "93rd Brigade", "UA",
	    SR_TYPE_CONTROL_HOLD);
	add(t, 2, "the 93rd Brigade was there", "93rd Brigade", "",
	    SR_TYPE_FORCE_PRESENT);
	add(t, 0, "The 93rd Brigade fled", "93rd Brigade", "RU",
	    SR_TYPE_CONTROL_LEAVE)
		->place.country = SR_STR("RU");
	add(t, 0, "the 2nd Division of the 1st Tank Army attacked",
	    "2nd Division", "RU", SR_TYPE_ATTACK_GROUND);
	add(t, 1, "the 5th Regiment of the 2nd Motor Rifle Division attacked",
	    "5th Regiment", "RU", SR_TYPE_ATTACK_GROUND);
	add(t, 1, "the 2nd Motor Rifle Division moved",
	    "2nd Motor Rifle Division", "RU", SR_TYPE_FORCE_MOVE);
	add(t, 1, "the 47th Brigade held", "47th Brigade", "UA",
	    SR_TYPE_CONTROL_HOLD);
	add(t, 1, "the 47th Artillery Brigade held", "47th Artillery Brigade",
	    "UA", SR_TYPE_CONTROL_HOLD);
	add(t, 1, "the 47th Tank Brigade held", "47th Tank Brigade", "UA",
	    SR_TYPE_CONTROL_HOLD);
	add(t, 1, "the army's 93rd Brigade spoke", "93rd Brigade", "UA",
	    SR_TYPE_POLITICS_POSITION);
	add(t, 1, "Russian troops attacked", "Russian troops", "RU",
	    SR_TYPE_ATTACK_GROUND);
	add(t, 1, "the Wagner Group attacked", "Wagner Group", "RU",
	    SR_TYPE_ATTACK_GROUND);
	add(t, 1, "Wagner Group fighters attacked", "Wagner Group fighters",
	    "RU", SR_TYPE_ATTACK_GROUND);
	add(t, 2, "Men of the Wagner Group left", "Men of the Wagner Group",
	    "RU", SR_TYPE_CONTROL_LEAVE);
}

static const struct sr_force *force(const struct test *t, const char *name,
				    const char *side)
{
	for (size_t i = 0; i < t->forces.items.nitem; i++) {
		const struct sr_force *f = &t->forces.items.items[i];
		if (sr_str_is(f->name, name) && sr_str_is(f->side, side))
			return f;
	}
	return NULL;
}

static void units(void)
{
	struct test t;

	war(&t);
	CHECK_INT(sr_forces(&t.records, kit, false, &t.mem, &t.forces, NULL),
		  SR_OK);
	/* one under three names; the other side's is another */
	const struct sr_force *f = force(&t, "93rd Mechanised Brigade", "UA");
	CHECK(f != NULL && f->n == 2);
	if (f) {
		const struct sr_sighting *s =
			&t.forces.sightings.items[f->from];
		CHECK_INT(s[0].deed, SR_DEED_HOLDS);
		CHECK_INT(s[0].support.norigin, 2);
		CHECK_INT(s[1].deed, SR_DEED_PRESENT);
		CHECK_INT(f->support.norigin, 3);
		CHECK(f->days.from == 200 && f->days.to == 202);
	}
	f = force(&t, "93rd Brigade", "RU");
	CHECK(f && f->n == 1);
	/* of two that it may be, neither */
	CHECK(force(&t, "47th Brigade", "UA") != NULL);
	CHECK(force(&t, "47th Artillery Brigade", "UA") != NULL);
	CHECK(force(&t, "47th Tank Brigade", "UA") != NULL);
	/* superiors out of the words of several reports */
	f = force(&t, "5th Regiment", "RU");
	CHECK(f && f->depth == 2 && f->parent != SR_NONE);
	if (f && f->parent != SR_NONE) {
		const struct sr_force *up = &t.forces.items.items[f->parent];
		CHECK_STR(up->name, "2nd Motor Rifle Division");
		CHECK(up->parent != SR_NONE && up->n == 2);
		if (up->parent != SR_NONE)
			CHECK_STR(t.forces.items.items[up->parent].name,
				  "1st Tank Army");
	}
	f = force(&t, "1st Tank Army", "RU");
	CHECK(f && f->n == 0 && f->nbelow == 1);
	CHECK(force(&t, "Russian troops", "RU") == NULL);
	CHECK(force(&t, "Wagner Group", "RU") == NULL);
	CHECK_INT(sr_forces(&t.records, kit, true, &t.mem, &t.forces, NULL),
		  SR_OK);
	const struct sr_force *group = force(&t, "Wagner Group", "RU");
	CHECK(group && group->support.nclaim == 3);
	sr_arena_release(&t.mem);
}

/* All that is answered, as text. */
static struct sr_str told(struct test *t)
{
	struct sr_json j = { .mem = &t->mem };

	if (sr_forces(&t->records, kit, true, &t->mem, &t->forces, NULL))
		return SR_STR("no memory");
	for (size_t i = 0; i < t->forces.items.nitem; i++) {
		const struct sr_force *f = &t->forces.items.items[i];
		sr_json_str(&j, f->name);
		sr_json_str(&j, f->side);
		sr_json_int(&j, f->depth);
		sr_json_int(&j, f->days.from);
		sr_json_int(&j, f->support.norigin);
		for (uint32_t k = f->from; k < f->from + f->n; k++) {
			const struct sr_sighting *s =
				&t->forces.sightings.items[k];
			sr_json_int(&j, s->deed);
			for (uint32_t c = s->from; c < s->from + s->n; c++)
				sr_json_str(&j,
					    t->records.claims
						    .items[t->forces.order[c]]
						    .key);
		}
	}
	return sr_json_text(&j);
}

static void any_order(void)
{
	struct test t;

	war(&t);
	struct sr_str first = told(&t);
	size_t n = t.records.claims.nitem;
	for (size_t turn = 1; turn < 40; turn++) {
		for (size_t i = 0; i < n; i++) {
			size_t k = (i * 7 + turn * 5) % n;
			struct sr_record *a = &t.records.claims.items[i];
			struct sr_record *b = &t.records.claims.items[k];
			struct sr_record own = *a;
			*a = *b;
			*b = own;
		}
		if (!sr_str_equal(told(&t), first)) {
			CHECK_STR(told(&t), "as before");
			break;
		}
	}
	CHECK(first.n > 100);
	sr_arena_release(&t.mem);
}

/* Several units of one claim, and what is a unit's. */
static void several(void)
{
	struct test t;

	start(&t);
	add(&t, 0,
	    "The 1st Tank Brigade, the 2nd Brigade and the 3rd Regiment "
	    "attacked",
	    "1st Tank Brigade", "UA", SR_TYPE_ATTACK_GROUND);
	add(&t, 0, "The 4th, 5th and 6th rifle brigades attacked",
	    "6th Rifle Brigade", "UA", SR_TYPE_ATTACK_GROUND);
	add(&t, 0, "between the 7th Brigade and the 8th Brigade", "7th Brigade",
	    "UA", SR_TYPE_ATTACK_GROUND)
		->actor.at.from += 8;
	add(&t, 0, "headquarters of the 9th Army was hit", "headquarters", "UA",
	    SR_TYPE_ATTACK_SHELLING);
	add(&t, 0, "The 10th Brigade's guns fired", "10th Brigade's guns", "UA",
	    SR_TYPE_ATTACK_SHELLING);
	add(&t, 0, "rebels attacked the 11th Brigade", "rebels", "UA",
	    SR_TYPE_ATTACK_GROUND);
	CHECK_INT(sr_forces(&t.records, kit, false, &t.mem, &t.forces, NULL),
		  SR_OK);
	static const char *const ALL[] = {
		"1st Tank Brigade",  "2nd Brigade",	  "3rd Regiment",
		"4th Rifle Brigade", "5th Rifle Brigade", "6th Rifle Brigade",
		"7th Brigade",	     "9th Army",	  "10th Brigade"
	};
	for (size_t i = 0; i < sizeof(ALL) / sizeof(*ALL); i++)
		CHECK(force(&t, ALL[i], "UA") != NULL);
	CHECK_INT(t.forces.items.nitem, sizeof(ALL) / sizeof(*ALL));
	sr_arena_release(&t.mem);
}

static void looked_up(void)
{
	struct test t;

	war(&t);
	CHECK_INT(sr_forces(&t.records, kit, true, &t.mem, &t.forces, NULL),
		  SR_OK);
	const struct sr_force *f = force(&t, "93rd Mechanised Brigade", "UA");
	CHECK(f && sr_force_is(kit, f, SR_STR("the 93rd brigade")));
	CHECK(f && sr_force_is(kit, f, SR_STR("MECHANISED")));
	CHECK(f && !sr_force_is(kit, f, SR_STR("93rd Tank Brigade")));
	f = force(&t, "Wagner Group", "RU");
	CHECK(f && sr_force_is(kit, f, SR_STR("wagner")));
	sr_arena_release(&t.mem);
}

/* No claims, and no memory at any step. */
static void nothing(void)
{
	struct sr_err err = { 0 };
	struct test t;

	start(&t);
	CHECK_INT(sr_forces(&t.records, kit, true, &t.mem, &t.forces, &err),
		  SR_OK);
	CHECK_INT(t.forces.items.nitem, 0);
	sr_arena_release(&t.mem);
	enum sr_code code = SR_NOMEM;
	for (size_t n = 1; code && n < 4000; n++) {
		err = (struct sr_err){ 0 };
		war(&t);
		t.mem.fail_after = t.mem.requests + n;
		code = sr_forces(&t.records, kit, true, &t.mem, &t.forces,
				 &err);
		if (code && err.code != SR_NOMEM)
			CHECK_INT(err.code, SR_NOMEM);
		CHECK(code || t.forces.items.nitem > 5);
		sr_arena_release(&t.mem);
	}
	CHECK_INT(code, SR_OK);
}

int main(void)
{
	struct sr_err err = { 0 };
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	if (sr_kit_open(&kit, path, &err)) {
		CHECK_STR(sr_str_of(err.text), "a kit");
		return done();
	}
	units();
	several();
	any_order();
	looked_up();
	nothing();
	sr_kit_close(kit);
	return done();
}
