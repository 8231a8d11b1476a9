/* The library as another program uses it: nothing but sitrep.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/check.h"
#include "lib/scratch.h"
#include "sitrep.h"

static const char TEXT[] =
	"Title: Army says it holds Sirte\n"
	"Date: 2016-12-06\n\n"
	"Libyan forces captured the city of Sirte from Islamic State on "
	"Monday, the army said.\n";

static struct sr_kit *open_kit(void)
{
	const char *build = getenv("SR_BUILD");
	struct sr_kit *kit = NULL, *none = NULL;
	struct sr_err err = { 0 };
	char path[4096];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit",
		 build ? build : "build");
	if (sr_kit_open(&kit, path, &err)) {
		printf("Bail out! %s: %s\n", err.where, err.text);
		exit(1);
	}
	CHECK(sr_kit_open(&none, "nowhere.kit", &err) == SR_IO);
	CHECK_INT(strlen(sr_kit_hash(kit)), 64);
	return kit;
}

static void reads(struct sr_doc *doc, const struct sr_kit *kit)
{
	struct sr_str lines, bad = { "a\0b", 3 };
	struct sr_err err = { 0 };
	size_t n;

	CHECK_INT(sr_read(doc, kit, SR_STR("a.txt"), bad, &err), SR_REFUSED);
	CHECK_STR(sr_str_of(err.where), "a.txt");
	sr_doc_claims(doc, &n);
	CHECK_INT(n, 0);
	CHECK_INT(sr_read(doc, kit, SR_STR("a.txt"), SR_STR(TEXT), &err),
		  SR_OK);
	CHECK_STR(sr_doc_report(doc)->title, "Army says it holds Sirte");
	const struct sr_claim *claim = sr_doc_claims(doc, &n);
	size_t i = 0;
	while (i < n && strncmp(sr_claim_type(&claim[i]), "control.", 8))
		i++;
	CHECK(i < n);
	if (i < n) {
		CHECK_STR(sr_str_of(sr_claim_status(&claim[i])), "asserted");
		CHECK(claim[i].has_place && claim[i].place.has_point);
		CHECK_STR(sr_str_of(sr_claim_place_role(&claim[i])), "at");
	}
	CHECK_INT(sr_doc_json(doc, &lines, &err), SR_OK);
	CHECK(lines.n > 2 && memcmp(lines.s, "{\"doc\":\"a.txt\"", 14) == 0);
}

static void keeps(struct sr_doc *doc, const struct sr_kit *kit)
{
	static const char now[] = "2016-12-07T08:00:00Z";
	struct sr_err err = { 0 };
	struct sr_ledger *ledger;

	CHECK(!sr_ledger_open("a.db", SR_LEDGER_READ, &err));
	CHECK(err.text[0]);
	ledger = sr_ledger_open("a.db", SR_LEDGER_WRITE, &err);
	CHECK(ledger);
	CHECK_INT(sr_keep(ledger, kit, doc, now, &err), SR_OK);
	CHECK_INT(sr_keep(ledger, kit, doc, now, &err), SR_OK);
	sr_ledger_close(ledger);
	ledger = sr_ledger_open("a.db", SR_LEDGER_READ, &err);
	CHECK(ledger);
	CHECK(sr_keep(ledger, kit, doc, now, &err) == SR_DATABASE);
	sr_ledger_close(ledger);
}

int main(void)
{
	struct sr_kit *kit = open_kit();
	struct sr_doc *doc = sr_doc_new();
	char dir[TEST_FOLDER];

	if (!doc || !test_folder(dir) || chdir(dir) != 0)
		return 99;
	reads(doc, kit);
	keeps(doc, kit);
	sr_doc_free(doc);
	sr_doc_free(NULL);
	sr_kit_close(kit);
	if (chdir("/") == 0)
		test_remove(dir);
	return done();
}
