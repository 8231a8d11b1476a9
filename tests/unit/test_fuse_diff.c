/* Two sets of records compared: what is the same by key, by words, by neither.
 */
#include "fuse/diff.h"

#include "base/calendar.h"
#include "lib/check.h"
#include "ontology.h"

struct side {
	struct sr_arena mem;
	struct sr_records records;
};

static struct side a, b;
static struct sr_diff got;

static void report(struct side *s, const char *sha)
{
	struct sr_filed *f = SR_PUSH(&s->mem, &s->records.reports);

	f->sha256 = f->report.name = sr_str_of(sha);
}

static struct sr_record *claim(struct side *s, uint32_t of, const char *key,
			       uint32_t from, uint32_t to)
{
	struct sr_record *r = SR_PUSH(&s->mem, &s->records.claims);

	r->report = of;
	r->key = sr_str_of(key);
	r->points = (struct sr_span){ from, to };
	r->claim.type = SR_TYPE_CONTROL_SEIZE;
	r->claim.days = SR_DAYS_UNKNOWN;
	r->claim.rule = SR_STR("seize.take");
	return r;
}

static void start(void)
{
	memset(&a.records, 0, sizeof(a.records));
	memset(&b.records, 0, sizeof(b.records));
	sr_arena_reset(&a.mem);
	sr_arena_reset(&b.mem);
	report(&a, "aa");
	report(&b, "bb"); /* another order of reports on purpose */
	report(&a, "bb");
	report(&b, "aa");
}

static void compare(void)
{
	struct sr_err err = { 0 };

	CHECK_INT(sr_diff(&a.records, &b.records, &a.mem, &got, &err), SR_OK);
}

static void same_and_other_rule(void)
{
	start();
	claim(&a, 0, "k1", 0, 10);
	claim(&a, 1, "k2", 0, 10);
	claim(&b, 0, "k2", 0, 10)->claim.rule = SR_STR("seize.fall");
	claim(&b, 1, "k1", 0, 10);
	compare();
	CHECK_INT(got.nsame, 1);
	CHECK_INT(got.nrule, 1);
	CHECK_INT(got.nchanged, 0);
	CHECK_INT(got.claims.nitem, 1);
	CHECK_INT(got.claims.items[0].what, SR_DIFF_RULE);
}

/* By key even where the words moved; then by type and the most words; then by
 * words alone. */
static void found_again(void)
{
	start();
	claim(&a, 0, "k1", 0, 10);
	claim(&a, 0, "k2", 20, 40);
	claim(&a, 0, "k3", 50, 60);
	claim(&b, 1, "k1", 25, 30)->claim.has_count = true;
	claim(&b, 1, "n2", 22, 40);
	claim(&b, 1, "n3", 52, 58)->claim.type = SR_TYPE_CONTROL_HOLD;
	compare();
	CHECK_INT(got.nchanged, 3);
	CHECK_INT(got.nadded + got.ngone, 0);
	const struct sr_changed *c = got.claims.items;
	CHECK_INT(c[0].what, SR_BIT_OF(SR_SLOT_NUMBER) | SR_DIFF_WORDS);
	CHECK(c[1].b == 1 && c[1].what == SR_DIFF_WORDS);
	CHECK_INT(c[2].what, SR_BIT_OF(SR_SLOT_TYPE) | SR_DIFF_WORDS);
}

static void added_and_gone(void)
{
	start();
	claim(&a, 0, "k1", 0, 10);
	claim(&b, 1, "k2", 10, 20); /* beside it, not over it */
	claim(&b, 0, "k3", 0, 10);  /* of another report */
	compare();
	CHECK_INT(got.ngone, 1);
	CHECK_INT(got.nadded, 2);
}

static void reports(void)
{
	start();
	report(&a, "cc");
	report(&b, "dd");
	report(&b, "ab");
	claim(&a, 2, "k1", 0, 10);
	claim(&b, 2, "k1", 0, 10);
	compare();
	CHECK_INT(got.only_a.nitem, 1);
	CHECK_INT(got.only_b.nitem, 2);
	CHECK_INT(got.only_b.items[0], 3); /* ab before dd */
	CHECK_INT(got.claims.nitem, 0);	   /* not told claim by claim */
}

static void decided(void)
{
	start();
	claim(&a, 0, "k1", 0, 10);
	struct sr_record *r = claim(&b, 1, "k1", 0, 10);
	r->verdict = SR_VERDICT_REJECTED;
	r->decision = SR_STR("d000000000001");
	compare();
	CHECK_INT(got.nchanged, 1);
	CHECK_INT(got.claims.items[0].what, SR_DIFF_REVIEW);
}

int main(void)
{
	sr_arena_init(&a.mem, 1 << 22);
	sr_arena_init(&b.mem, 1 << 22);
	same_and_other_rule();
	found_again();
	added_and_gone();
	reports();
	decided();
	sr_arena_release(&a.mem);
	sr_arena_release(&b.mem);
	return done();
}
