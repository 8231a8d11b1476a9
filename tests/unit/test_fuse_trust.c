/* Who says it: sources, interests, copies, and what they do to control. A row:
 * type, side, day, status, report, publisher, speaker, the speaker's side. */
#include "base/calendar.h"
#include "fuse/bits.h"
#include "fuse/control.h"
#include "fuse/extent.h"
#include "lib/check.h"
#include "ontology.h"

struct row {
	enum sr_type type;
	const char *side, *day;
	enum sr_status status;
	uint32_t report;
	const char *publisher, *speaker, *spoke;
	int64_t place;
};

#define SEIZE SR_TYPE_CONTROL_SEIZE
#define RETAKE SR_TYPE_CONTROL_RETAKE
#define HOLD SR_TYPE_CONTROL_HOLD
#define LEAVE SR_TYPE_CONTROL_LEAVE
#define BESIEGE SR_TYPE_CONTROL_BESIEGE
#define SAID SR_STATUS_ASSERTED
#define DENIED SR_STATUS_DENIED
#define UNSURE SR_STATUS_UNVERIFIED

#define MOST 64

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_voices voices;
	struct sr_trust trust;
	struct sr_spot_groups groups;
	struct sr_control_in in;
	struct sr_str spoke[MOST];
	uint8_t extent[MOST];
	struct sr_control control;
	char text[2048];
};

static int32_t day(const char *text)
{
	char whole[11] = "2016-00-00";
	int32_t d = 0;

	memcpy(whole + 5, text, 5);
	if (!sr_day_read(sr_str_of(whole), &d))
		printf("Bail out! %s\n", text);
	return d;
}

static struct sr_str own(struct test *t, const char *what, unsigned n)
{
	char text[32];

	snprintf(text, sizeof(text), "%s%08x", what, n);
	return (struct sr_str){ sr_arena_copy(&t->mem, text, strlen(text)),
				strlen(text) };
}

/* The report of a number, made where it is not there yet. */
static uint32_t report_of(struct test *t, const struct row *row, uint32_t *at)
{
	if (at[row->report] == UINT32_MAX) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		at[row->report] = (uint32_t)t->records.reports.nitem - 1;
		f->sha256 = own(t, "", row->report * 2654435761u);
		f->report.publisher = sr_str_of(row->publisher);
		f->report.published =
			(struct sr_days){ day(row->day), day(row->day) };
	}
	return at[row->report];
}

static void put(struct test *t, const struct row *row, unsigned nth,
		uint32_t *at)
{
	uint32_t report = report_of(t, row, at);
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);
	struct sr_claim *c = &r->claim;

	r->report = report;
	r->key = own(t, "00000000", nth);
	c->type = (uint16_t)row->type;
	c->status = (uint8_t)row->status;
	c->has_actor = c->has_place = true;
	c->actor.side = sr_str_of(row->side);
	c->place.role = SR_ROLE_AT;
	c->place.id = row->place ? row->place : 1;
	c->place.name = own(t, "town ", (unsigned)c->place.id);
	c->place.country = SR_STR("SY");
	c->days = (struct sr_days){ day(row->day), day(row->day) };
	c->speaker = sr_str_of(row->speaker);
	c->voice = c->speaker;
	t->spoke[t->records.claims.nitem - 1] = sr_str_of(row->spoke);
}

/* All of it, the rows in the order from `first` on, by steps; the control of
 * the first place. */
static void work(struct test *t, const struct row *row, size_t n, size_t step)
{
	uint32_t at[MOST];

	memset(t, 0, sizeof(*t));
	memset(at, 0xff, sizeof(at));
	sr_arena_init(&t->mem, 1 << 22);
	for (size_t i = 0; i < n; i++)
		put(t, &row[i * step % n], (unsigned)(i * step % n), at);
	t->in = (struct sr_control_in){ .records = &t->records,
					.voices = &t->voices,
					.spoke = t->spoke,
					.extent = t->extent };
	if (sr_voices(&t->records, &t->mem, &t->voices, NULL) ||
	    sr_group_places(&t->records, &t->mem, &t->groups, NULL) ||
	    sr_trust(&t->in, &t->groups, &t->mem, &t->trust, NULL))
		printf("Bail out! no memory\n");
	t->in.trust = &t->trust;
	if (sr_control(&t->in, &t->groups.items.items[0], &t->mem, &t->control,
		       NULL))
		printf("Bail out! no memory\n");
}

static void put_spell(struct test *t, const struct sr_spell *s)
{
	static const char *const KIND[] = { "assumed", "claimed", "contested",
					    "left", "assessed" };
	size_t n = strlen(t->text);
	char from[SR_DAY_TEXT] = "?     ";

	if (s->from.to != SR_DAY_MIN)
		sr_day_write(s->from.to, from);
	snprintf(t->text + n, sizeof(t->text) - n, "%s%s %.*s %s %u:%u%s%s",
		 n ? " | " : "", from + 5, (int)s->holder.n,
		 s->holder.n ? s->holder.s : "", KIND[s->kind],
		 s->support.norigin, s->against.norigin,
		 s->own_only ? " own" : "", s->admitted ? " admitted" : "");
}

/* The spells but for what is assumed. */
static struct sr_str spells(struct test *t)
{
	t->text[0] = '\0';
	for (size_t i = 0; i < t->control.spells.nitem; i++)
		if (t->control.spells.items[i].kind != SR_HOLD_ASSUMED)
			put_spell(t, &t->control.spells.items[i]);
	return sr_str_of(t->text);
}

#define ROWS(...)                                                              \
	((const struct row[]){ __VA_ARGS__ }),                                 \
		sizeof((const struct row[]){ __VA_ARGS__ }) /                  \
			sizeof(struct row)
#define IS(want, ...)                                                          \
	do {                                                                   \
		struct test t;                                                 \
		work(&t, ROWS(__VA_ARGS__), 1);                                \
		check_str(spells(&t), want, __FILE__, __LINE__, want);         \
		sr_arena_release(&t.mem);                                      \
	} while (0)

static void who_says_it(void)
{
	/* One claim says what that claim says. */
	IS("06-10 IS claimed 1:0",
	   { SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 });
	/* Two papers: assessed. The same paper twice: one source. */
	IS("06-10 IS assessed 2:0",
	   { SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 },
	   { SEIZE, "IS", "06-10", SAID, 1, "Echo", NULL, NULL, 0 });
	IS("06-10 IS claimed 2:0",
	   { SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 },
	   { SEIZE, "IS", "06-10", SAID, 1, "Post", NULL, NULL, 0 });
	/* Four papers that quote one speaker are one origin. */
	IS("06-10 SY claimed 1:0 own",
	   { SEIZE, "SY", "06-10", SAID, 0, "Post", "the army", "SY", 0 },
	   { SEIZE, "SY", "06-10", SAID, 1, "Echo", "the army", "SY", 0 },
	   { SEIZE, "SY", "06-10", SAID, 2, "Wire", "the army", "SY", 0 },
	   { SEIZE, "SY", "06-10", SAID, 3, "Gazette", "the army", "SY", 0 });
	/* Two voices of the side itself are no assessment. */
	IS("06-10 SY claimed 2:0 own",
	   { SEIZE, "SY", "06-10", SAID, 0, "Post", "the army", "SY", 0 },
	   { SEIZE, "SY", "06-10", SAID, 1, "Echo", "the ministry", "SY", 0 });
	/* The loser admits it. */
	IS("06-10 IS assessed 1:0 admitted",
	   { SEIZE, "IS", "06-10", SAID, 0, "Post", "the army", "SY", 0 });
	IS("06-01 SY claimed 1:0 | 06-10  left 1:0 admitted",
	   { HOLD, "SY", "06-01", SAID, 0, "Post", NULL, NULL, 0 },
	   { LEAVE, "SY", "06-10", SAID, 1, "Echo", "the army", "SY", 0 });
}

static void against(void)
{
	/* A boast against two who deny it, one of them the other side. */
	IS("", { SEIZE, "IS", "06-10", SAID, 0, "Post", "IS radio", "IS", 0 },
	   { SEIZE, "IS", "06-10", DENIED, 1, "Echo", "the army", "SY", 0 },
	   { SEIZE, "IS", "06-10", DENIED, 2, "Wire", NULL, NULL, 0 });
	/* An admission stands against a denial. */
	IS("06-10 IS assessed 2:1 admitted",
	   { SEIZE, "IS", "06-10", SAID, 0, "Post", "IS radio", "IS", 0 },
	   { SEIZE, "IS", "06-10", SAID, 1, "Echo", "the governor", "SY", 0 },
	   { SEIZE, "IS", "06-10", DENIED, 2, "Wire", "the army", "SY", 0 });
	/* What two papers could not verify is heard, what one could not is
	 * not. */
	IS("", { SEIZE, "IS", "06-10", UNSURE, 0, "Post", NULL, NULL, 0 });
	/* A denial of nothing is no holder. */
	IS("", { SEIZE, "IS", "06-10", DENIED, 0, "Post", NULL, NULL, 0 });
}

/* A careless source, wrong in many places, is heard less than one that was
 * right: the same contradiction goes both ways. */
#define CASE(place, day)                                                       \
	{ SEIZE, "IS", day, SAID, place * 4, "Rumour", NULL, NULL, place },    \
		{ HOLD,	  "SY", day,  SAID, place * 4 + 1,                     \
		  "Post", NULL, NULL, place },                                 \
		{ HOLD,	  "SY", day,  SAID, place * 4 + 2,                     \
		  "Echo", NULL, NULL, place },                                 \
	{                                                                      \
		HOLD, "SY", day, SAID, place * 4 + 3, "Wire", NULL, NULL,      \
			place                                                  \
	}

static void learnt(void)
{
	struct test t;
	size_t i = 0;

	work(&t,
	     ROWS({ SEIZE, "IS", "06-10", SAID, 0, "Rumour", NULL, NULL, 1 },
		  { HOLD, "SY", "06-11", SAID, 1, "Post", NULL, NULL, 1 },
		  CASE(2, "05-01"), CASE(3, "05-02"), CASE(4, "05-03"),
		  CASE(5, "05-04"), CASE(6, "05-05"), CASE(7, "05-06")),
	     1);
	while (i < t.trust.items.nitem &&
	       !sr_str_is(t.trust.items.items[i].key, "rumour"))
		i++;
	CHECK(i < t.trust.items.nitem);
	CHECK_INT(t.trust.items.items[i].agree[SR_SPEAKS_NEUTRAL], 0);
	CHECK(t.trust.items.items[i].differ[SR_SPEAKS_NEUTRAL] >= 6);
	/* Rumour said IS, Post SY: nobody takes Rumour's word. */
	CHECK_INT(t.control.spells.nitem, 1);
	CHECK_STR(t.control.spells.items[0].holder, "SY");
	/* Without the record it is as good as another. */
	uint32_t bad = t.control.spells.items[0].sure;
	t.in.trust = NULL;
	CHECK_INT(sr_control(&t.in, &t.groups.items.items[0], &t.mem,
			     &t.control, NULL),
		  SR_OK);
	CHECK(t.control.spells.nitem != 1 ||
	      t.control.spells.items[0].sure < bad);
	sr_arena_release(&t.mem);
}

/* The same bytes in whatever order the claims came. */
static void any_order(void)
{
	static const struct row ROW[] = {
		{ SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 1 },
		{ SEIZE, "IS", "06-11", SAID, 1, "Echo", "the army", "SY", 1 },
		{ HOLD, "SY", "06-12", SAID, 2, "Wire", "the army", "SY", 1 },
		{ SEIZE, "IS", "06-10", DENIED, 3, "Post", "the army", "SY",
		  1 },
		{ HOLD, "IS", "06-20", SAID, 4, "Echo", NULL, NULL, 1 },
		{ RETAKE, "SY", "07-01", SAID, 5, "Wire", "the army", "SY", 1 },
		{ RETAKE, "SY", "07-02", SAID, 6, "Post", NULL, NULL, 1 },
		{ LEAVE, "IS", "07-01", SAID, 7, "Echo", "IS radio", "IS", 1 },
		{ HOLD, "IS", "07-03", UNSURE, 8, "Post", "IS radio", "IS", 1 },
		{ HOLD, "SY", "07-09", SAID, 9, "Wire", NULL, NULL, 1 },
		{ BESIEGE, "IS", "07-20", SAID, 10, "Wire", NULL, NULL, 1 },
	};
	size_t n = sizeof(ROW) / sizeof(*ROW);
	char first[2048] = "", id[SR_SPELL_ID] = "";
	unsigned same = 0;

	for (size_t step = 1; step < n; step++) { /* n is a prime */
		struct test t;
		work(&t, ROW, n, step);
		const struct sr_spell *last =
			&t.control.spells.items[t.control.spells.nitem - 1];
		spells(&t);
		for (size_t i = 0; i < t.control.spells.nitem; i++) {
			size_t k = strlen(t.text);
			snprintf(t.text + k, sizeof(t.text) - k, " %u %s",
				 t.control.spells.items[i].sure,
				 t.control.spells.items[i].id);
		}
		for (size_t i = 0; i < last->grounds.nitem; i++) {
			size_t k = strlen(t.text);
			snprintf(t.text + k, sizeof(t.text) - k, "%s",
				 t.records.claims
					 .items[last->grounds.items[i].claim]
					 .key.s);
		}
		if (step == 1) {
			memcpy(first, t.text, sizeof(first));
			memcpy(id, last->id, sizeof(id));
			CHECK(last->siege.from == day("07-20"));
			CHECK_STR(last->holder, "SY");
		}
		same += strcmp(first, t.text) == 0 && strcmp(id, last->id) == 0;
		sr_arena_release(&t.mem);
	}
	CHECK_INT(same, n - 1);
	CHECK(id[0] == 'h' && strlen(id) == 13);
}

/* What is known fades while nothing is heard. */
static void fading(void)
{
	struct test t;

	work(&t,
	     ROWS({ SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 },
		  { SEIZE, "IS", "06-10", SAID, 1, "Echo", NULL, NULL, 0 }),
	     1);
	size_t last = t.control.spells.nitem - 1;
	uint32_t then = sr_control_sure(&t.control, last, day("06-10"));
	uint32_t soon = sr_control_sure(&t.control, last, day("07-10"));
	uint32_t late = sr_control_sure(&t.control, last, day("12-31"));
	CHECK(then > 900 && then <= 1000);
	CHECK(soon < then && late < soon && late > then / 2);
	sr_arena_release(&t.mem);
}

/* A region has a holder by what is said of all of it. */
static void areas(void)
{
	struct test t;

	work(&t, ROWS({ SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 }),
	     1);
	t.records.claims.items[0].claim.place.role = SR_ROLE_AREA;
	CHECK_INT(sr_control(&t.in, &t.groups.items.items[0], &t.mem,
			     &t.control, NULL),
		  SR_OK);
	CHECK_INT(t.control.spells.nitem, 0);
	CHECK_INT(t.control.beside.nitem, 1);
	t.extent[0] = SR_EXTENT_WHOLE;
	CHECK_INT(sr_control(&t.in, &t.groups.items.items[0], &t.mem,
			     &t.control, NULL),
		  SR_OK);
	CHECK_STR(spells(&t), "06-10 IS claimed 1:0");
	sr_arena_release(&t.mem);
}

/* "Recaptured from the militants", nobody says by whom: they lost it. */
static void lost(void)
{
	struct test t;

	work(&t,
	     ROWS({ SEIZE, "IS", "06-10", SAID, 0, "Post", NULL, NULL, 0 },
		  { RETAKE, "", "06-20", SAID, 1, "Echo", NULL, NULL, 0 }),
	     1);
	CHECK_STR(spells(&t), "06-10 IS claimed 1:0");
	t.records.claims.items[1].claim.has_target = true;
	t.records.claims.items[1].claim.target.side = SR_STR("IS");
	CHECK_INT(sr_control(&t.in, &t.groups.items.items[0], &t.mem,
			     &t.control, NULL),
		  SR_OK);
	CHECK_STR(spells(&t), "06-10 IS claimed 1:0 | 06-20  left 1:0");
	sr_arena_release(&t.mem);
}

/* What was learnt of sources goes with them to other claims. */
static void carried(void)
{
	struct test t;
	struct sr_trust again;

	work(&t, ROWS(CASE(2, "05-01"), CASE(3, "05-02")), 1);
	CHECK_INT(sr_trust_of(&t.trust, &t.in, &t.mem, &again, NULL), SR_OK);
	CHECK_INT(again.items.nitem, t.trust.items.nitem);
	CHECK(memcmp(again.items.items[0].agree, t.trust.items.items[0].agree,
		     sizeof(again.items.items[0].agree)) == 0);
	CHECK_INT(again.alone, t.trust.alone);
	sr_arena_release(&t.mem);
}

static void bits(void)
{
	CHECK_INT(sr_bits_ratio(2, 1), SR_BIT_COST);
	CHECK_INT(sr_bits_ratio(1, 8), -3 * SR_BIT_COST);
	CHECK_INT(sr_bits_ratio(3, 2), 37); /* 0.585 bits */
	CHECK_INT(sr_bits_either(640, 640), 640 - SR_BIT_COST);
	CHECK_INT(sr_bits_either(0, 100000), 0);
	CHECK_INT(sr_bits_chance(0), 1000);
	CHECK_INT(sr_bits_chance(SR_BIT_COST), 500);
	CHECK_INT(sr_bits_chance(-5), 1000);
	CHECK_INT(sr_bits_chance(100000), 0);
}

int main(void)
{
	who_says_it();
	against();
	learnt();
	any_order();
	fading();
	areas();
	lost();
	carried();
	bits();
	return done();
}
