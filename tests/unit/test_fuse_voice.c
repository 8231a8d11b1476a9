/* Origins of claims, and how support is worded. */
#include "fuse/voice.h"

#include "lib/check.h"

struct test {
	struct sr_arena mem;
	struct sr_records records;
};

static void add(struct test *t, uint32_t report, const char *speaker)
{
	struct sr_record *r = SR_PUSH(&t->mem, &t->records.claims);

	r->report = report;
	r->claim.speaker = sr_str_of(speaker);
}

static void start(struct test *t)
{
	static const char *const SHA[] = { "aa", "bb", "cc" };

	*t = (struct test){ .records = { .claims = { 0 } } };
	sr_arena_init(&t->mem, 1 << 20);
	for (int i = 0; i < 3; i++) {
		struct sr_filed *f = SR_PUSH(&t->mem, &t->records.reports);
		f->sha256 = sr_str_of(SHA[i]);
		f->report.name = sr_str_of(SHA[i]);
	}
}

static void origins(void)
{
	static const uint32_t ALL[] = { 0, 1, 2, 3, 4 };
	struct sr_support s;
	struct sr_voices v;
	struct test t;

	start(&t);
	t.records.reports.items[1].origin = SR_STR("aa");
	add(&t, 0, "");
	add(&t, 1, ""); /* the same text */
	add(&t, 2, "");
	add(&t, 0, "The Governor");
	add(&t, 2, "the governor"); /* the same speaker */
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK_INT(v.items.nitem, 3);
	CHECK_INT(v.claim[0], v.claim[1]);
	CHECK(v.claim[0] != v.claim[2]);
	CHECK_INT(v.claim[3], v.claim[4]);
	CHECK(v.items.items[v.claim[3]].spoken);
	CHECK_INT(v.report[1], v.claim[0]);
	s = sr_support_of(&t.records, &v, ALL, 5, &t.mem);
	/* of two by the governor, and of the text of the third */
	CHECK_INT(s.norigin, 2);
	CHECK_INT(s.nreport, 3);
	s = sr_support_of(&t.records, &v, ALL, 2, &t.mem);
	CHECK_INT(s.norigin, 1);
	CHECK_INT(s.nreport, 2);
	sr_arena_release(&t.mem);
}

static struct sr_record *last(struct test *t)
{
	return &t->records.claims.items[t->records.claims.nitem - 1];
}

/* One speaker under several names; those who are not named; the publisher's
 * own name. */
static void speakers(void)
{
	struct sr_voices v;
	struct test t;

	start(&t);
	t.records.reports.items[0].report.publisher = SR_STR("Harbour News");
	t.records.reports.items[1].origin = SR_STR("aa");
	add(&t, 0, "the northern ministry");
	last(&t)->claim.voice = SR_STR("NN ministry");
	add(&t, 2, "Norland's Ministry");
	last(&t)->claim.voice = SR_STR("NN ministry");
	add(&t, 0, "residents");
	last(&t)->claim.voice = SR_STR(SR_VOICE_NOBODY);
	add(&t, 1, "Residents"); /* of the same text */
	last(&t)->claim.voice = SR_STR(SR_VOICE_NOBODY);
	add(&t, 2, "residents"); /* others */
	last(&t)->claim.voice = SR_STR(SR_VOICE_NOBODY);
	add(&t, 0, "soldiers");
	last(&t)->claim.voice = SR_STR(SR_VOICE_NOBODY);
	add(&t, 0, "harbour news");
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK_INT(v.claim[0], v.claim[1]);
	CHECK_INT(v.claim[2], v.claim[3]);
	CHECK(v.claim[2] != v.claim[4] && v.claim[2] != v.claim[5]);
	CHECK_INT(v.claim[6], v.report[0]);
	sr_arena_release(&t.mem);
}

/* Whom others cite is one voice with what it publishes itself, and with those
 * who print that. */
static void cited_publisher(void)
{
	struct sr_voices v;
	struct test t;

	start(&t);
	t.records.reports.items[0].report.publisher = SR_STR("Harbour News");
	t.records.reports.items[0].origin = SR_STR("aa");
	t.records.reports.items[1].origin = SR_STR("aa");
	add(&t, 2, "the News");
	last(&t)->claim.voice = SR_STR("Harbour News");
	add(&t, 0, "");
	add(&t, 1, "");
	add(&t, 2, "");
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK(v.claim[0] == v.claim[1] && v.claim[1] == v.claim[2]);
	CHECK(v.claim[3] != v.claim[0]);
	CHECK(v.items.items[v.claim[1]].spoken);
	sr_arena_release(&t.mem);
}

/* The tables have another name for a publisher; one report calls him as he
 * calls himself and the tables did not know him there. */
static void cited_by_another_name(void)
{
	struct sr_voices v;
	struct test t;

	start(&t);
	t.records.reports.items[0].report.publisher = SR_STR("Port Authority");
	add(&t, 0, "");
	add(&t, 1, "Port Authority");
	last(&t)->claim.voice = SR_STR("QQ harbour office");
	add(&t, 2, "the harbour office");
	last(&t)->claim.voice = SR_STR("QQ harbour office");
	add(&t, 2, "port authority");
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK_INT(v.claim[0], v.claim[1]);
	CHECK_INT(v.claim[1], v.claim[2]);
	CHECK_INT(v.claim[2], v.claim[3]);
	/* Two go by that name: who is meant stays open. */
	add(&t, 2, "Port Authority");
	last(&t)->claim.voice = SR_STR("ZZ harbour office");
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK(v.claim[1] != v.claim[4] && v.claim[3] != v.claim[1] &&
	      v.claim[3] != v.claim[4]);
	sr_arena_release(&t.mem);
}

/* The same words in reports that are not alike. */
static void passages(void)
{
	struct sr_voices v;
	struct test t;

	start(&t);
	add(&t, 0, "");
	last(&t)->words = SR_STR("shells fell on the old harbour all night long");
	add(&t, 1, "");
	last(&t)->words =
		SR_STR("Shells fell on the old\nharbour all night long");
	add(&t, 1, "");
	last(&t)->words = SR_STR("shells fell on the road all night, too, then");
	add(&t, 0, "");
	last(&t)->words = SR_STR("nine were hurt");
	add(&t, 1, "");
	last(&t)->words = SR_STR("nine were hurt"); /* anybody says so */
	CHECK_INT(sr_voices(&t.records, &t.mem, &v, NULL), SR_OK);
	CHECK_INT(v.claim[0], v.claim[1]);
	CHECK_INT(v.claim[0], v.report[0]);
	CHECK_INT(v.claim[2], v.report[1]);
	CHECK(v.claim[3] != v.claim[4]);
	sr_arena_release(&t.mem);
}

/* Every request of memory refused in turn. */
static void memory(void)
{
	struct sr_voices v;
	struct test t;
	enum sr_code code = SR_NOMEM;

	for (size_t n = 1; code == SR_NOMEM && n < 1000; n++) {
		start(&t);
		add(&t, 0, "");
		add(&t, 1, "somebody");
		t.mem.fail_after = t.mem.requests + n;
		code = sr_voices(&t.records, &t.mem, &v, NULL);
		sr_arena_release(&t.mem);
	}
	CHECK_INT(code, SR_OK);
}

static void wording(void)
{
	char text[SR_SUPPORT_TEXT];

	sr_support_text((struct sr_support){ 1, 1, 3 }, text);
	CHECK_STR(sr_str_of(text), "1 report");
	sr_support_text((struct sr_support){ 2, 2, 3 }, text);
	CHECK_STR(sr_str_of(text), "2 origins");
	sr_support_text((struct sr_support){ 3, 7, 9 }, text);
	CHECK_STR(sr_str_of(text), "3 origins (7 reports)");
	sr_support_text((struct sr_support){ 1, 4, 4 }, text);
	CHECK_STR(sr_str_of(text), "1 origin (4 reports)");
}

int main(void)
{
	origins();
	speakers();
	cited_publisher();
	cited_by_another_name();
	passages();
	memory();
	wording();
	return done();
}
