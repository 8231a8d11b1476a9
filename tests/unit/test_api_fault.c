/* Every stage copes with having no memory: a report is read with the n-th
 * request to its arena refused, and all after it, for n = 1, 2, 3 ... until the
 * reading succeeds. Meant to be run under ASan too. */
#include "api/read.h"

#include <stdlib.h>

#include "lib/check.h"
#include "views/claims_json.h"
#include "views/conllu.h"
#include "views/mentions.h"

static const char TEXT[] =
	"Title: Army says it holds Sirte\n"
	"Publisher: The Gulf Post\n"
	"Date: 2016-12-06\n\n"
	"\"We have taken back the city of Sirte from the militants,\" said a "
	"spokesman for the army, Colonel Ahmed Salem, on Monday. He denied "
	"that more than 30 civilians had been killed in air strikes 20 km "
	"south of the city since last week.\n\n"
	"The fighters seized Sirte in February 2015. At least 700 soldiers of "
	"the 12th Infantry Brigade were killed or wounded, according to "
	"hospital officials, and dozens of tanks were destroyed. It may take "
	"months to clear the mines. A battalion of the 7th and 8th Guards tank "
	"divisions of the 3rd Army, and the brigade's men, left.\n";

static enum sr_code read_all(struct sr_doc *doc, const struct sr_kit *kit,
			     struct sr_err *err)
{
	struct sr_json out = { .mem = &doc->mem };
	struct sr_str text = { TEXT, sizeof(TEXT) - 1 };
	enum sr_code code = sr_ingest_text(doc, kit, SR_STR("fault.txt"), text,
					   NULL, err);

	if (!code)
		code = sr_doc_read(doc, kit, SR_HAS_CLAIMS, err);
	if (!code)
		code = sr_conllu_write(doc, 0, &out, err);
	if (!code)
		code = sr_mentions_write(doc, kit, &out, err);
	if (!code)
		code = sr_claims_write(doc, "fault", &out, err);
	return code;
}

int main(void)
{
	const char *build = getenv("SR_BUILD");
	char path[1024];
	struct sr_kit *kit = NULL;
	struct sr_doc doc;
	struct sr_err err = { 0 };
	size_t n = 0, rounds = 0, bad = 0;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit",
		 build ? build : "build");
	if (sr_kit_open(&kit, path, &err)) {
		printf("Bail out! %s: %s\n", err.where, err.text);
		return 99;
	}
	sr_doc_init(&doc);
	enum sr_code code = read_all(&doc, kit, NULL);
	size_t all = doc.mem.requests;
	CHECK_INT(code, SR_OK);
	CHECK(all > 50);
	do {
		/* All of the first 400, then some of the many like them. */
		n += n < 400 ? 1 : n / 100;
		rounds++;
		sr_doc_reset(&doc);
		err = (struct sr_err){ 0 };
		doc.mem.requests = 0;
		doc.mem.fail_after = n;
		code = read_all(&doc, kit, &err);
		if (code != SR_OK && (code != SR_NOMEM || !err.text[0])) {
			printf("# request %zu: code %d, %s: %s\n", n, code,
			       err.where, err.text);
			bad++;
		}
	} while (code != SR_OK && n < 2 * all);
	CHECK_INT(bad, 0);
	CHECK_INT(code, SR_OK);
	CHECK(n >= all);
	printf("# %zu requests, %zu rounds\n", all, rounds);
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
