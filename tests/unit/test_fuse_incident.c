/* Incidents from claims made by hand. A row: report, type, actor's side,
 * target's side, place, days, count, status, speaker. What comes out is
 * written as "0 1 | 2": the rows of each incident, sorted. */
#include "fuse/incident.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "lib/check.h"
#include "ontology.h"

#define SEIZE SR_TYPE_CONTROL_SEIZE
#define RETAKE SR_TYPE_CONTROL_RETAKE
#define LEAVE SR_TYPE_CONTROL_LEAVE
#define HOLD SR_TYPE_CONTROL_HOLD
#define SHELL SR_TYPE_ATTACK_SHELLING
#define AIR SR_TYPE_ATTACK_AIR
#define GROUND SR_TYPE_ATTACK_GROUND
#define KILLED SR_TYPE_LOSS_KILLED
#define TALKS SR_TYPE_POLITICS_TALKS

#define MOST 64

struct row {
	uint32_t report;
	enum sr_type type;
	const char *actor, *target;
	const char *place; /* a letter: of PLACES; "": none */
	const char *days;  /* "3", "3-5", "r4": by the report's day; "" */
	int low, high;	   /* 0: no count */
	enum sr_status status;
	const char *speaker, *words;
};

struct spot {
	char letter;
	const char *name;
	int64_t id;
	double lat, lon;
	enum sr_role role;
};

/* B lies 5 km from A, C 60 km; R is a region of the same country, X a place of
 * A's name in no gazetteer. */
static const struct spot SPOTS[] = {
	{ 'A', "Arda", 11, 12.00, 30.00, SR_ROLE_AT },
	{ 'B', "Beni", 12, 12.04, 30.02, SR_ROLE_AT },
	{ 'C', "Caro", 13, 12.50, 30.20, SR_ROLE_AT },
	{ 'R', "Arda Province", 99, 0, 0, SR_ROLE_AREA },
	{ 'N', "Arda", 11, 12.00, 30.00, SR_ROLE_NEAR },
};

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_voices voices;
	struct sr_incidents got;
	char text[1024];
};

static void put_place(struct sr_claim *c, const char *place)
{
	for (size_t i = 0; i < sizeof(SPOTS) / sizeof(*SPOTS); i++) {
		if (!place[0] || SPOTS[i].letter != place[0])
			continue;
		c->has_place = true;
		c->place.name = sr_str_of(SPOTS[i].name);
		c->place.id = SPOTS[i].id;
		c->place.country = SR_STR("QQ");
		c->place.role = (uint8_t)SPOTS[i].role;
		c->place.has_point = SPOTS[i].lat > 0;
		c->place.lat = SPOTS[i].lat;
		c->place.lon = SPOTS[i].lon;
	}
}

static void put_days(struct sr_claim *c, const char *days)
{
	int from = 0, to = 0;

	c->basis = days[0] == 'r' ? SR_BASIS_REPORT : SR_BASIS_EXPLICIT;
	c->days = SR_DAYS_UNKNOWN;
	if (sscanf(days + (days[0] == 'r'), "%d-%d", &from, &to) == 1)
		to = from;
	if (from)
		c->days = (struct sr_days){ 18000 + from, 18000 + to };
}

static void put_claim(struct test *t, const struct row *row, size_t number)
{
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);
	struct sr_claim *c = &r->claim;
	char key[24];

	snprintf(key, sizeof(key), "%04zx56789abcdef0",
		 (number * 40503) & 0xFFFF);
	r->key = (struct sr_str){ sr_arena_copy(&t->mem, key, 16), 16 };
	r->row = (int64_t)number; /* to know it again */
	r->report = row->report;
	r->words = sr_str_of(row->words ? row->words : "");
	c->type = (uint16_t)row->type;
	c->status = (uint8_t)row->status;
	c->has_actor = row->actor && row->actor[0];
	c->has_target = row->target && row->target[0];
	c->actor.side = c->actor.name = sr_str_of(row->actor);
	c->target.side = c->target.name = sr_str_of(row->target);
	c->speaker = sr_str_of(row->speaker);
	put_place(c, row->place);
	put_days(c, row->days);
	c->has_count = row->low || row->high;
	c->count = (struct sr_count){ row->low * 1000, row->high * 1000 };
	c->unit = SR_STR("people");
	/* Each claim stands a paragraph behind the one before. */
	c->evidence.from = (uint32_t)number * 1000;
	c->evidence.to = c->evidence.from + 50;
}

/* turn: how far the rows are turned round before they are put. */
static void fill(struct test *t, const struct row *row, size_t n, size_t turn)
{
	static const char *const SHA[] = { "aa", "bb", "cc", "dd",
					   "ee", "ff", "gg", "hh" };

	*t = (struct test){ .records = { .claims = { 0 } } };
	sr_arena_init(&t->mem, 1 << 22);
	for (int i = 0; i < 8; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->sha256 = f->report.name = sr_str_of(SHA[i]);
	}
	for (size_t i = 0; i < n; i++) {
		size_t at = turn % 2 ? n - 1 - (i + turn) % n : (i + turn) % n;
		put_claim(t, &row[at], at);
	}
}

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

struct line {
	int first;
	char text[128];
};

static int by_line(const void *a, const void *b)
{
	return ((const struct line *)a)->first -
	       ((const struct line *)b)->first;
}

/* "0 2 | 1", the incidents by their smallest row. */
static void describe(struct test *t)
{
	struct line line[MOST];
	size_t n = 0;

	t->text[0] = '\0';
	for (size_t i = 0; i < t->got.items.nitem; i++) {
		const struct sr_incident *own = &t->got.items.items[i];
		int row[MOST];
		for (uint32_t k = 0; k < own->nclaim; k++)
			row[k] =
				(int)t->records.claims.items[own->claim[k]].row;
		qsort(row, own->nclaim, sizeof(*row), by_number);
		size_t used = 0;
		line[n].first = row[0];
		for (uint32_t k = 0; k < own->nclaim; k++)
			used += (size_t)snprintf(line[n].text + used,
						 sizeof(line->text) - used,
						 k ? " %d" : "%d", row[k]);
		n++;
	}
	qsort(line, n, sizeof(*line), by_line);
	for (size_t i = 0; i < n; i++) {
		strcat(t->text, i ? " | " : "");
		strcat(t->text, line[i].text);
	}
}

static void solve(struct test *t, const struct sr_links *links)
{
	struct sr_err err = { 0 };

	CHECK_INT(sr_voices(&t->records, &t->mem, &t->voices, &err), SR_OK);
	CHECK_INT(sr_incidents(&t->records, &t->voices, links, &t->mem, &t->got,
			       &err),
		  SR_OK);
	describe(t);
}

static void expect(const char *what, const struct row *row, size_t n,
		   const char *want)
{
	struct test t;

	for (size_t turn = 0; turn < n * 2; turn++) {
		fill(&t, row, n, turn);
		solve(&t, NULL);
		if (!sr_str_is(sr_str_of(t.text), want))
			printf("# %s, turned by %zu\n", what, turn);
		CHECK_STR(sr_str_of(t.text), want);
		sr_arena_release(&t.mem);
	}
}

#define EXPECT(want, ...)                                                      \
	do {                                                                   \
		static const struct row ROWS[] = { __VA_ARGS__ };              \
		expect(__func__, ROWS, sizeof(ROWS) / sizeof(*ROWS), want);    \
	} while (0)

static void one_happening(void)
{
	/* A day, the ten days that it lies in, by a later report. */
	EXPECT("0 1 2", { 0, SEIZE, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SEIZE, "X", "", "A", "1-10", 0, 0, 0, "gov", "" },
	       { 2, SEIZE, "X", "", "A", "r6", 0, 0, 0, "", "" });
	/* One side leaves, the other comes. */
	EXPECT("0 1", { 0, RETAKE, "Y", "X", "A", "3", 0, 0, 0, "", "" },
	       { 1, LEAVE, "X", "", "A", "4", 0, 0, 0, "", "" });
	/* News of the next day, a shell for a bomb, a village beside it. */
	EXPECT("0 1", { 0, SHELL, "X", "", "A", "3", 12, 12, 0, "", "" },
	       { 1, SHELL, "X", "", "A", "r4", 0, 0, 0, "", "" });
	EXPECT("0 1", { 0, SHELL, "X", "", "A", "3", 12, 12, 0, "", "" },
	       { 1, AIR, "X", "", "A", "3", 0, 0, 0, "", "" });
	EXPECT("0 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "B", "3", 0, 0, 0, "", "" });
	/* Each blames the other for the same dead. */
	EXPECT("0 1 2 3", { 0, SHELL, "X", "CIV", "A", "3", 42, 42, 0, "Y", "" },
	       { 0, KILLED, "X", "CIV", "A", "3", 42, 42, 0, "Y", "" },
	       { 1, SHELL, "Y", "CIV", "A", "3", 42, 42, 0, "X", "" },
	       { 1, KILLED, "Y", "CIV", "A", "3", 42, 42, 0, "X", "" });
	/* What one report calls no more than an attack was from the air. */
	EXPECT("0 1",
	       { 0, GROUND, "X", "", "A", "r3", 0, 0, 0, "",
		 "The Attack on Arda" },
	       { 1, AIR, "X", "", "A", "r3", 0, 0, 0, "", "Jets struck Arda" });
	EXPECT("0 1",
	       { 0, GROUND, "X", "", "A", "r3", 0, 0, 0, "",
		 "the [\xe2\x80\x9c" "attack\xe2\x80\x9d] on Arda" },
	       { 1, AIR, "X", "", "A", "r3", 0, 0, 0, "", "Jets struck Arda" });
	/* A region, but the same dead. */
	EXPECT("0 1", { 0, KILLED, "X", "CIV", "A", "3", 42, 42, 0, "", "" },
	       { 1, KILLED, "X", "CIV", "R", "3", 42, 42, 0, "", "" });
}

static void two_happenings(void)
{
	/* Other attackers, other days, far off, another number of dead. */
	EXPECT("0 | 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "Y", "", "A", "3", 0, 0, 0, "", "" });
	EXPECT("0 1 | 2 3",
	       { 0, SHELL, "X", "CIV", "A", "3", 42, 42, 0, "Y", "" },
	       { 0, KILLED, "X", "CIV", "A", "3", 42, 42, 0, "Y", "" },
	       { 1, SHELL, "Y", "CIV", "A", "3", 40, 40, 0, "X", "" },
	       { 1, KILLED, "Y", "CIV", "A", "3", 40, 40, 0, "X", "" });
	EXPECT("0 | 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "A", "6", 0, 0, 0, "", "" });
	EXPECT("0 | 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "C", "3", 0, 0, 0, "", "" });
	EXPECT("0 | 1", { 0, KILLED, "X", "", "A", "3", 4, 4, 0, "", "" },
	       { 1, KILLED, "X", "", "A", "3", 60, 60, 0, "", "" });
	/* A region is no town, and a fight no air strike. */
	EXPECT("0 | 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "R", "3", 0, 0, 0, "", "" });
	EXPECT("0 | 1", { 0, GROUND, "X", "", "A", "r3", 0, 0, 0, "", "" },
	       { 1, AIR, "X", "", "A", "r3", 0, 0, 0, "", "" });
	EXPECT("0 | 1",
	       { 0, GROUND, "X", "", "A", "r3", 0, 0, 0, "",
		 "The attack on Arda was a battle of hours" },
	       { 1, AIR, "X", "", "A", "r3", 0, 0, 0, "", "" });
	/* A mark that folds to nothing ends no words. */
	EXPECT("0 | 1",
	       { 0, GROUND, "X", "", "A", "r3", 0, 0, 0, "",
		 "attack on Arda, 3\xcc\x81 a \xe2\x80\x9c"
		 "battle\xe2\x80\x9d" },
	       { 1, AIR, "X", "", "A", "r3", 0, 0, 0, "", "" });
	/* Daily shelling, each told without a day. */
	EXPECT("0 | 1 | 2", { 0, SHELL, "", "", "A", "r3", 0, 0, 0, "", "" },
	       { 1, SHELL, "", "", "A", "r4", 0, 0, 0, "", "" },
	       { 2, SHELL, "", "", "A", "r5", 0, 0, 0, "", "" });
}

/* Claims of one report; the number of bytes between them is 1000. */
static void one_report(void)
{
	/* A caption twice; the day decides, then the number. */
	EXPECT("0 1 2", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 0, SHELL, "X", "", "A", "r4", 0, 0, 0, "", "" },
	       { 0, SHELL, "X", "", "A", "r4", 0, 0, 0, "", "" });
	EXPECT("0 | 1", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 0, SHELL, "X", "", "A", "6", 0, 0, 0, "", "" });
	/* "The attack" of a strike; a clash is not of it. */
	EXPECT("0 1 | 2",
	       { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "Rockets hit Arda" },
	       { 0, GROUND, "X", "", "A", "3", 0, 0, 0, "", "the attack" },
	       { 0, GROUND, "X", "", "A", "3", 0, 0, 0, "", "X stormed Arda" });
	/* The dead of a strike told beside it, and their number elsewhere. */
	EXPECT("0 1 2", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 0, KILLED, "", "CIV", "A", "3", 12, 12, 0, "", "" },
	       { 1, KILLED, "X", "CIV", "A", "3", 12, 12, 0, "", "" });
}

/* What is no incident, or joins none. */
static void left_alone(void)
{
	/* The dead of a war, told beside a strike. */
	EXPECT("1",
	       { 0, KILLED, "", "CIV", "A", "r3", 400000, 400000, 0, "", "" },
	       { 0, SHELL, "X", "", "A", "r3", 0, 0, 0, "", "" });
	EXPECT("0", { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "A", "", 0, 0, 0, "", "" },
	       { 1, SHELL, "X", "", "", "3", 0, 0, 0, "", "" },
	       { 2, SHELL, "X", "", "A", "3", 0, 0, SR_STATUS_PLANNED, "", "" },
	       { 3, SHELL, "X", "", "A", "3", 0, 0, SR_STATUS_POSSIBLE, "",
		 "" },
	       { 4, HOLD, "X", "", "A", "3", 0, 0, 0, "", "" },
	       { 5, KILLED, "X", "CIV", "A", "1-300", 9, 9, 0, "", "" },
	       { 6, SHELL, "X", "", "A", "9", 0, 0, SR_STATUS_DENIED, "", "" });
	/* What may be either of two goes to the better one, and joins them
	 * never: days 3 and 6 stay apart however many say 3 to 6. */
	EXPECT("0 2 3 | 1", { 0, SHELL, "X", "", "A", "3", 12, 12, 0, "", "" },
	       { 1, SHELL, "X", "", "A", "6", 40, 40, 0, "", "" },
	       { 2, SHELL, "X", "", "A", "3-6", 12, 12, 0, "", "" },
	       { 3, SHELL, "X", "", "A", "2-6", 12, 12, 0, "", "" });
	/* Talks of the same day need the same words, or none would differ. */
	EXPECT("0 1 | 2",
	       { 0, TALKS, "X", "Y", "", "3", 0, 0, 0, "",
		 "Foreign ministers discussed prisoners in Geneva" },
	       { 1, TALKS, "X", "Y", "", "3", 0, 0, 0, "",
		 "ministers discussed an exchange of prisoners" },
	       { 2, TALKS, "X", "Y", "", "3", 0, 0, 0, "",
		 "the harbour treaty was signed by envoys" });
}

static struct test solved(const struct row *row, size_t n,
			  const struct sr_links *links)
{
	struct test t;

	fill(&t, row, n, 0);
	solve(&t, links);
	return t;
}

static void check_standing(const struct row *row, size_t n,
			   enum sr_standing want, uint32_t norigin)
{
	struct test t = solved(row, n, NULL);
	const struct sr_incident *in = &t.got.items.items[0];

	CHECK_INT(t.got.items.nitem, 1);
	CHECK_INT(in->standing, want);
	CHECK_INT(in->support.norigin, norigin);
	sr_arena_release(&t.mem);
}

#define STANDING(want, norigin, ...)                                           \
	do {                                                                   \
		static const struct row ROWS[] = { __VA_ARGS__ };              \
		check_standing(ROWS, sizeof(ROWS) / sizeof(*ROWS), want,       \
			       norigin);                                       \
	} while (0)

static void standings(void)
{
	/* Twice in one report is once, and so is one speaker in two. */
	STANDING(SR_STANDING_REPORTED, 1,
		 { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		 { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "gov", "" });
	STANDING(SR_STANDING_REPORTED, 1,
		 { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "gov", "" },
		 { 1, SHELL, "X", "", "A", "3", 0, 0, 0, "gov", "" },
		 { 1, SHELL, "X", "", "A", "3", 0, 0, 0, "mayor", "" });
	STANDING(SR_STANDING_SUPPORTED, 2,
		 { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		 { 1, SHELL, "X", "", "A", "3", 0, 0, 0, "gov", "" });
	STANDING(SR_STANDING_CONTESTED, 1,
		 { 0, SHELL, "X", "CIV", "A", "3", 0, 0, 0, "", "" },
		 { 1, SHELL, "X", "CIV", "A", "r4", 0, 0, SR_STATUS_DENIED, "X",
		   "" });
	/* Nobody contests himself. */
	STANDING(SR_STANDING_REPORTED, 1,
		 { 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		 { 0, SHELL, "X", "", "A", "3", 0, 0, SR_STATUS_DENIED, "",
		   "" });
	STANDING(SR_STANDING_DENIED, 0,
		 { 1, SHELL, "X", "CIV", "A", "3", 0, 0, SR_STATUS_DENIED, "X",
		   "" });
	/* X says that X shelled civilians; that it left. That the enemy did is
	 * no admission. */
	STANDING(SR_STANDING_ADMITTED, 1,
		 { 0, SHELL, "X", "CIV", "A", "3", 0, 0, 0, "X", "" });
	STANDING(SR_STANDING_ADMITTED, 1,
		 { 0, LEAVE, "X", "", "A", "3", 0, 0, 0, "X", "" });
	STANDING(SR_STANDING_REPORTED, 1,
		 { 0, SHELL, "Y", "CIV", "A", "3", 0, 0, 0, "X", "" });
}

static void days_of_incidents(void)
{
	static const struct row ROWS[] = {
		{ 0, SEIZE, "X", "", "A", "3-4", 0, 0, 0, "", "" },
		{ 1, SEIZE, "X", "", "A", "4-9", 0, 0, 0, "", "" },
		{ 2, SEIZE, "X", "", "A", "r9", 0, 0, 0, "", "" },
	};
	struct test t = solved(ROWS, 3, NULL);
	const struct sr_incident *in = &t.got.items.items[0];

	CHECK_STR(sr_str_of(t.text), "0 1 2");
	CHECK_INT(in->days.from, 18004);
	CHECK_INT(in->days.to, 18004);
	CHECK(!in->by);
	CHECK_INT(in->ntold, 3);
	CHECK(in->told[1].score >= SR_INCIDENT_ENOUGH);
	CHECK(in->told[1].points[SR_REASON_PLACE] > 0);
	sr_arena_release(&t.mem);
}

/* The keys of rows, as put_claim makes them. */
#define KEY(hex) SR_STR(hex "56789abcdef0")

static void decisions(void)
{
	static const struct row ROWS[] = {
		{ 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		{ 1, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		{ 2, SHELL, "X", "", "C", "9", 0, 0, 0, "", "" },
	};
	const struct sr_link first = { KEY("0000"), KEY("9e37") };
	const struct sr_link second = { KEY("9e37"), KEY("3c6e") };
	struct sr_links links = { .must = &second, .nmust = 1 };
	struct test t = solved(ROWS, 3, NULL);

	CHECK_STR(sr_str_of(t.text), "0 1 | 2");
	sr_arena_release(&t.mem);
	t = solved(ROWS, 3, &links);
	CHECK_STR(sr_str_of(t.text), "0 1 2");
	CHECK(t.got.items.items[0].told[2].points[SR_REASON_PERSON] == 1);
	sr_arena_release(&t.mem);
	links = (struct sr_links){ .cannot = &first, .ncannot = 1 };
	t = solved(ROWS, 3, &links);
	CHECK_STR(sr_str_of(t.text), "0 | 1 | 2");
	sr_arena_release(&t.mem);
	/* A split wins over merges that would go round it. */
	const struct sr_link round[] = { { KEY("0000"), KEY("3c6e") }, second };
	links = (struct sr_links){ round, &first, 2, 1 };
	t = solved(ROWS, 3, &links);
	CHECK_STR(sr_str_of(t.text), "0 2 | 1");
	sr_arena_release(&t.mem);
}

static void fault(void)
{
	static const struct row ROWS[] = {
		{ 0, SHELL, "X", "", "A", "3", 0, 0, 0, "", "" },
		{ 1, KILLED, "X", "CIV", "A", "3", 9, 9, 0, "gov", "" },
	};
	enum sr_code code = SR_NOMEM;

	for (size_t n = 1; code && n < 500; n++) {
		struct sr_err err = { 0 };
		struct test t;
		fill(&t, ROWS, 2, 0);
		CHECK_INT(sr_voices(&t.records, &t.mem, &t.voices, &err),
			  SR_OK);
		t.mem.fail_after = t.mem.requests + n;
		code = sr_incidents(&t.records, &t.voices, NULL, &t.mem, &t.got,
				    &err);
		CHECK(!code || code == SR_NOMEM);
		sr_arena_release(&t.mem);
	}
	CHECK_INT(code, SR_OK);
}

int main(void)
{
	one_happening();
	two_happenings();
	one_report();
	left_alone();
	standings();
	days_of_incidents();
	decisions();
	fault();
	return done();
}
