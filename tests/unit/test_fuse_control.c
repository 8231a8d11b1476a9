/* Control from claims made by hand. A row: type, side, first day, last day,
 * how the days are known (e: named, r: by the report's day, u: unknown, p:
 * named, and it is a part of the place, b: and it lies beside it), status,
 * report. */
#include "fuse/control.h"

#include "base/calendar.h"
#include "fuse/extent.h"

#include "lib/check.h"
#include "ontology.h"

struct row {
	enum sr_type type;
	const char *side, *from, *to;
	char basis;
	enum sr_status status;
	uint32_t report;
};

#define SEIZE SR_TYPE_CONTROL_SEIZE
#define RETAKE SR_TYPE_CONTROL_RETAKE
#define HOLD SR_TYPE_CONTROL_HOLD
#define LEAVE SR_TYPE_CONTROL_LEAVE
#define ADVANCE SR_TYPE_CONTROL_ADVANCE
#define BESIEGE SR_TYPE_CONTROL_BESIEGE
#define SAID SR_STATUS_ASSERTED

struct test {
	struct sr_arena mem;
	struct sr_records records;
	struct sr_voices voices;
	struct sr_control_in in;
	uint32_t index[64];
	uint8_t extent[64];
	struct sr_control control;
	char text[1024];
};

static int32_t day(const char *text)
{
	int32_t d = 0;

	if (text && !sr_day_read(sr_str_of(text), &d))
		printf("Bail out! %s\n", text);
	return d;
}

static void fill(struct test *t, const struct row *row, size_t n)
{
	for (uint32_t i = 0; i < 8; i++) {
		static const char SHA[] = "0123456789";
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->sha256 = (struct sr_str){ SHA + i, 1 };
		f->report.published =
			(struct sr_days){ day("2014-06-20") + (int32_t)i,
					  day("2014-06-20") + (int32_t)i };
	}
	for (uint32_t i = 0; i < n; i++) {
		struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);
		struct sr_claim *c = &r->claim;
		t->index[i] = i;
		t->extent[i] = row[i].basis == 'p'   ? SR_EXTENT_PART
			       : row[i].basis == 'b' ? SR_EXTENT_BESIDE
						     : SR_EXTENT_OPEN;
		r->report = row[i].report;
		c->type = (uint16_t)row[i].type;
		c->status = (uint8_t)row[i].status;
		c->basis = row[i].basis == 'r' ? SR_BASIS_REPORT
					       : SR_BASIS_EXPLICIT;
		c->has_actor = true;
		c->actor.side = sr_str_of(row[i].side);
		c->has_place = true;
		c->place.role = SR_ROLE_AT;
		c->place.country = SR_STR("IQ");
		c->days = row[i].basis == 'u'
				  ? SR_DAYS_UNKNOWN
				  : (struct sr_days){ day(row[i].from),
						      day(row[i].to) };
	}
}

static void put_day(struct test *t, int32_t d)
{
	char text[SR_DAY_TEXT] = "?";

	if (d != SR_DAY_MIN && d != SR_DAY_MAX)
		sr_day_write(d, text);
	strcat(t->text, d == SR_DAY_MIN ? "?" : text + 5);
}

/* "06-10..06-11 IS 2 | ...": days, holder, reports. */
static struct sr_str spells(struct test *t, const struct row *row, size_t n)
{
	static const char *const MARK[] = { "~", "", "!", "-", "+" };

	sr_arena_init(&t->mem, 1 << 20);
	memset(&t->records, 0, sizeof(t->records));
	fill(t, row, n);
	t->text[0] = '\0';
	t->in = (struct sr_control_in){ .records = &t->records,
					.voices = &t->voices,
					.extent = t->extent };
	if (sr_voices(&t->records, &t->mem, &t->voices, NULL) ||
	    sr_control(&t->in,
		       &(struct sr_spot_group){ .claim = t->index, .n = n },
		       &t->mem, &t->control, NULL))
		return SR_STR("failed");
	for (size_t i = 0; i < t->control.spells.nitem; i++) {
		const struct sr_spell *s = &t->control.spells.items[i];
		char more[80];
		strcat(t->text, i ? " | " : "");
		put_day(t, s->from.from);
		strcat(t->text, "..");
		put_day(t, s->from.to);
		snprintf(more, sizeof(more), " %s%.*s%s%.*s %u%s%.0u",
			 MARK[s->kind], (int)s->holder.n,
			 s->holder.n ? s->holder.s : "", s->rival.n ? "/" : "",
			 (int)s->rival.n, s->rival.n ? s->rival.s : "",
			 s->support.nreport, s->against.nreport ? "-" : "",
			 s->against.nreport);
		strcat(t->text, more);
	}
	return sr_str_of(t->text);
}

#define SPELLS(...)                                                            \
	spells(&t, (const struct row[]){ __VA_ARGS__ },                        \
	       sizeof((const struct row[]){ __VA_ARGS__ }) /                   \
		       sizeof(struct row))
#define IS(want, ...)                                                          \
	do {                                                                   \
		struct test t;                                                 \
		check_str(SPELLS(__VA_ARGS__), want, __FILE__, __LINE__,       \
			  want);                                               \
		sr_arena_release(&t.mem);                                      \
	} while (0)

static void dated(void)
{
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
	/* Two reports, one wide: the change lies where they overlap. */
	IS("?..? ~IQ 0 | 06-10..06-10 +IS 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-01", "2014-06-10", 'e', SAID, 1 });
	/* Two that contradict each other: between them. */
	IS("?..? ~IQ 0 | 06-10..06-12 +IS 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-12", "2014-06-12", 'e', SAID, 1 });
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-17..06-18 IQ 1",
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 0 },
	   { HOLD, "IS", "2014-06-10", "2014-06-17", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-17", "2014-06-17", 'e', SAID, 0 });
	/* Still held within the days in which it may have been taken. */
	IS("?..06-01 IQ 1 | 06-05..06-09 IS 1",
	   { HOLD, "IQ", "2014-06-01", "2014-06-01", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-03", "2014-06-09", 'e', SAID, 1 },
	   { HOLD, "IQ", "2014-06-05", "2014-06-05", 'e', SAID, 0 });
	/* Taken back, from nobody knows whom. */
	IS("?..? ~ 0 | 06-10..06-10 IQ 1",
	   { RETAKE, "IQ", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
}

static void contested(void)
{
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-12..06-12 !IS/IQ 0-1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 });
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-12..06-12 !IS/IQ 0-1 | "
	   "06-14..06-14 IQ 1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 },
	   { RETAKE, "IQ", "2014-06-14", "2014-06-14", 'e', SAID, 1 });
	IS("?..? ~IQ 0 | 06-10..06-10 !IS/PMF 1-1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "PMF", "2014-06-10", "2014-06-10", 'e', SAID, 1 });
	/* One says that it was taken, two that it was held: both are shown. */
	IS("?..06-12 !IQ/IS 2-1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 2 });
	/* Troops that came in contest a place, however often it is told. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-14..06-14 !IS/IQ 0-2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { ADVANCE, "IQ", "2014-06-14", "2014-06-14", 'e', SAID, 1 },
	   { ADVANCE, "IQ", "2014-06-15", "2014-06-15", 'e', SAID, 2 });
	IS("", { ADVANCE, "IQ", "2014-06-14", "2014-06-14", 'e', SAID, 1 });
	/* But not by being repeated in one report. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-12..06-12 !IS/IQ 0-1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 },
	   { HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 });
	/* Taken and taken back on one day is no contradiction. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-10..06-10 IQ 1",
	   { RETAKE, "IQ", "2014-06-10", "2014-06-10", 'e', SAID, 1 },
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
}

/* Who has a part of a town does not have the town, and leaves the rest to
 * somebody. */
static void in_part(void)
{
	IS("?..? ~IQ 0 | 06-10..06-10 !IQ/IS 0-2",
	   { HOLD, "IS", "2014-06-10", "2014-06-10", 'p', SAID, 0 },
	   { SEIZE, "IS", "2014-06-12", "2014-06-12", 'p', SAID, 1 });
	IS("?..06-10 IQ 1", { HOLD, "IQ", "2014-06-10", "2014-06-10", 'p', SAID,
			      0 });
	/* Both have some of it, till one has it all. */
	IS("?..06-10 !IQ/IS 1-1 | 06-10..06-20 +IQ 2",
	   { HOLD, "IS", "2014-06-10", "2014-06-10", 'p', SAID, 0 },
	   { HOLD, "IQ", "2014-06-10", "2014-06-10", 'p', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-20", "2014-06-20", 'e', SAID, 1 },
	   { HOLD, "IQ", "2014-06-20", "2014-06-20", 'e', SAID, 2 });
	/* Its suburbs say nothing of it, nor that a part was left. */
	IS("", { HOLD, "IS", "2014-06-10", "2014-06-10", 'b', SAID, 0 },
	   { LEAVE, "IS", "2014-06-12", "2014-06-12", 'p', SAID, 0 });
}

static void doubt(void)
{
	/* Neither planned nor doubted nor denied claims change a holder. */
	IS("", { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e',
		 SR_STATUS_PLANNED, 0 });
	IS("", { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e',
		 SR_STATUS_UNVERIFIED, 0 });
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1-1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-10", "2014-06-11", 'e', SR_STATUS_DENIED,
	     1 });
	/* Whom another besieges has it, as far as is known. */
	IS("?..? ~IQ 0",
	   { BESIEGE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
	IS("", { BESIEGE, "IQ", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
	IS("", { BESIEGE, "", "2014-06-10", "2014-06-10", 'e', SAID, 0 });
}

static void by_a_day(void)
{
	/* News without a day of its own: by the day of the report. */
	IS("?..? ~IQ 0 | ?..06-20 IS 1",
	   { SEIZE, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 0 });
	IS("?..? ~IQ 0 | ?..06-20 IS 1 | 06-20..06-24 IQ 1",
	   { SEIZE, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-24", "2014-06-24", 'r', SAID, 4 });
	/* It bounds a change that is dated. */
	IS("?..? ~IQ 0 | 06-10..06-10 +IS 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 1 });
	/* One report: taken back on a day; how it was lost, without one. */
	IS("?..? ~IQ 0 | ?..06-18 IS 1 | 06-18..06-18 IQ 1",
	   { SEIZE, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 0 });
	/* "The occupation of the town", in a report of its end. */
	IS("?..? ~IQ 0 | 06-10..06-10 +IS 2 | 06-18..06-18 IQ 1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { HOLD, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 1 },
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 1 });
	IS("?..? ~IQ 0 | 06-10..06-10 +IS 2 | 06-18..06-18 IQ 1",
	   { SEIZE, "IS", NULL, NULL, 'u', SAID, 1 },
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 1 });
}

/* Wide days find their place from the rest. */
static void wide(void)
{
	IS("?..? ~IQ 0 | 06-18..06-18 IS 1 | 06-18..06-27 +IQ 2",
	   { RETAKE, "IQ", "2014-06-01", "2014-06-27", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-18", "2014-06-18", 'e', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-28", "2014-06-28", 'r', SAID, 1 });
	/* "Had held it since May", in the report of its loss. */
	IS("?..05-01 IS 1 | 06-05..06-11 IQ 1",
	   { HOLD, "IS", "2014-05-01", "2014-07-02", 'e', SAID, 0 },
	   { RETAKE, "IQ", "2014-06-05", "2014-06-11", 'e', SAID, 0 });
	/* Exact days outdo vague ones that contradict them. */
	IS("?..? ~IQ 0 | 06-10..06-11 +IS 3",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-06-11", "2014-06-11", 'e', SAID, 1 },
	   { SEIZE, "IS", "2014-06-13", "2014-06-15", 'e', SAID, 2 });
	/* Nobody named who took it back: the state of the ground, where that
	 * is not all that there is to go by. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-18..06-18 +IQ 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { RETAKE, "", "2014-06-18", "2014-06-18", 'e', SAID, 1 },
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 2 });
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { RETAKE, "", "2014-06-18", "2014-06-18", 'e', SAID, 1 });
	/* Told twice, long apart, it was taken once. */
	IS("?..? ~IQ 0 | 06-10..06-10 +IS 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { SEIZE, "IS", "2014-09-10", "2014-09-10", 'e', SAID, 1 });
}

static void leaving(void)
{
	/* Who left makes room for who came. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-18..06-18 +IQ 2",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { LEAVE, "IS", "2014-06-17", "2014-06-17", 'e', SAID, 2 },
	   { RETAKE, "IQ", "2014-06-18", "2014-06-18", 'e', SAID, 1 });
	/* Nobody says who came. */
	IS("?..? ~IQ 0 | 06-10..06-10 IS 1 | 06-17..06-17 - 1",
	   { SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	   { LEAVE, "IS", "2014-06-17", "2014-06-17", 'e', SAID, 2 });
	IS("?..? ~IQ 0 | ?..06-20 +IS 2",
	   { SEIZE, "IS", "2014-06-20", "2014-06-20", 'r', SAID, 0 },
	   { LEAVE, "IQ", "2014-06-18", "2014-06-18", 'r', SAID, 1 });
	IS("?..? ~IQ 0 | 06-17..06-17 - 1",
	   { LEAVE, "IQ", "2014-06-17", "2014-06-17", 'e', SAID, 2 });
}

static void on_a_day(void)
{
	struct test t;
	size_t other;

	SPELLS({ SEIZE, "IS", "2014-06-10", "2014-06-12", 'e', SAID, 0 });
	CHECK_INT(sr_control_on(&t.control, day("2014-06-09"), &other), 0);
	CHECK(other == SIZE_MAX);
	CHECK_INT(sr_control_on(&t.control, day("2014-06-11"), &other), 0);
	CHECK_INT(other, 1);
	CHECK_INT(sr_control_on(&t.control, day("2014-06-12"), &other), 1);
	CHECK_INT(t.control.last, day("2014-06-12"));
	sr_arena_release(&t.mem);
}

/* However little memory there is, the answer is whole or refused. */
static void no_memory(void)
{
	static const struct row ROW[] = {
		{ SEIZE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
		{ HOLD, "IQ", "2014-06-12", "2014-06-12", 'e', SAID, 1 },
		{ LEAVE, "IS", "2014-06-17", "2014-06-17", 'r', SAID, 2 },
		{ BESIEGE, "IS", "2014-06-10", "2014-06-10", 'e', SAID, 0 },
	};
	struct test t = { .text = "" };
	enum sr_code code = SR_NOMEM;
	size_t n = 0;

	sr_arena_init(&t.mem, 1 << 20);
	fill(&t, ROW, 4);
	t.in = (struct sr_control_in){ .records = &t.records,
				       .voices = &t.voices };
	CHECK_INT(sr_voices(&t.records, &t.mem, &t.voices, NULL), SR_OK);
	size_t before = t.mem.requests;
	for (; code; n++) {
		t.mem.full = false;
		t.mem.fail_after = t.mem.requests + n + 1;
		code = sr_control(
			&t.in,
			&(struct sr_spot_group){ .claim = t.index, .n = 4 },
			&t.mem, &t.control, NULL);
		if (code != SR_OK && code != SR_NOMEM)
			break;
	}
	CHECK_INT(code, SR_OK);
	CHECK(n > 4 && before > 0);
	sr_arena_release(&t.mem);
}

int main(void)
{
	dated();
	contested();
	in_part();
	doubt();
	by_a_day();
	wide();
	leaving();
	on_a_day();
	no_memory();
	return done();
}
