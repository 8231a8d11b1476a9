/* Which reports are histories: by the days that they name. */
#include "base/calendar.h"
#include "extract/extract_internal.h"
#include "lib/check.h"

static void put(struct sr_doc *doc, uint8_t kind, int32_t from, int32_t to)
{
	struct sr_time *t = SR_PUSH(&doc->mem, &doc->times);

	if (t)
		*t = (struct sr_time){ .kind = kind, .days = { from, to } };
}

int main(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	doc.report.published = (struct sr_days){ 17000, 17000 };
	CHECK(!sr_is_history(&doc)); /* names no day at all */
	put(&doc, SR_TIME_POINT, 16000, 16000);
	put(&doc, SR_TIME_POINT, 16010, 16010);
	CHECK(!sr_is_history(&doc)); /* two are too few */
	put(&doc, SR_TIME_DURATION, 16010, 16010);
	put(&doc, SR_TIME_POINT, 15000, 15900);
	CHECK(!sr_is_history(&doc)); /* lengths and long stretches: no days */
	put(&doc, SR_TIME_POINT, 16020, 16030);
	CHECK(sr_is_history(&doc));
	put(&doc, SR_TIME_POINT, 16998, 16998);
	CHECK(sr_is_history(&doc)); /* one day of now among three of then */
	put(&doc, SR_TIME_POINT, 16999, 16999);
	CHECK(!sr_is_history(&doc));
	doc.report.published = SR_DAYS_UNKNOWN;
	CHECK(!sr_is_history(&doc));
	sr_doc_release(&doc);
	return done();
}
