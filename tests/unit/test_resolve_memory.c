/* Numbers, publication day and times with the n-th allocation refused, for
 * every n: each stage says that memory ran out, or gives what it gives. */
#include <stdlib.h>

#include "annotate/annotate.h"
#include "base/calendar.h"
#include "lib/check.h"
#include "resolve/resolve.h"
#include "text/text.h"

static const char TEXT[] =
	"Rebels took the port on 3 May 2015, and on 4-6 May they went on.\n"
	"\"Today we hold it,\" a man said on Tuesday. Since the start of the\n"
	"war in Yemen some 10 to 15 thousand people, among them dozens of\n"
	"Houthi fighters, have died; another 20 died in the past two weeks.\n";

static enum sr_code prepare(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_err *err)
{
	sr_doc_reset(doc);
	doc->report.text = sr_str_of(TEXT);
	doc->report.published = SR_DAYS_UNKNOWN;
	enum sr_code code = sr_paragraphs(doc, err);
	if (!code)
		code = sr_tokenize(doc, kit, err);
	if (!code)
		code = sr_annotate(doc, kit, err);
	return code ? code : sr_lexicon(doc, kit, err);
}

static enum sr_code resolve(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_err *err)
{
	enum sr_code code = sr_numbers(doc, kit, err);

	if (!code)
		code = sr_published(doc, kit, err);
	return code ? code : sr_times(doc, kit, err);
}

int main(void)
{
	char path[512];
	struct sr_kit *kit;
	struct sr_err err = { 0 };
	struct sr_doc doc;
	size_t numbers = 0, times = 0, n = 1;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	sr_doc_init(&doc);
	CHECK_INT(prepare(&doc, kit, &err), SR_OK);
	CHECK_INT(resolve(&doc, kit, &err), SR_OK);
	numbers = doc.numbers.nitem;
	times = doc.times.nitem;
	CHECK(numbers >= 3 && times >= 6);
	bool all = true, refused = false;
	for (enum sr_code code = SR_NOMEM; code != SR_OK && n < 10000; n++) {
		err = (struct sr_err){ 0 };
		doc.mem.fail_after = 0;
		all &= prepare(&doc, kit, &err) == SR_OK;
		doc.mem.fail_after = doc.mem.requests + n;
		code = resolve(&doc, kit, &err);
		all &= code == SR_OK || (code == SR_NOMEM && err.text[0]);
		refused |= code == SR_NOMEM;
	}
	CHECK(all);
	CHECK(refused && n < 10000);
	CHECK_INT(doc.numbers.nitem, numbers);
	CHECK_INT(doc.times.nitem, times);
	doc.mem.fail_after = 0;
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
