/* Claims out as JSON Lines and in again. */
#include "views/claims_json.h"

#include <stdlib.h>

#include "lib/check.h"
#include "lib/report.h"
#include "views/claims_read.h"

static const char TEXT[] = "Caf\xc3\xa9 news. R\xc3\xa9"
			   "bels seized Kidal. Up to 12 died.\n";

#define LINE_1                                                                 \
	"{\"doc\":\"a.txt\",\"type\":\"control.seize\","                       \
	"\"status\":\"asserted\",\"actor\":{\"name\":\"JNIM\","                \
	"\"side\":\"JNIM\"},\"target\":null,\"place\":{\"name\":\"Kidal\","    \
	"\"lat\":18.44112,\"lon\":1.4,\"role\":\"at\",\"id\":2455290,"         \
	"\"country\":\"ML\",\"radius_km\":0},\"date\":{"                       \
	"\"from\":\"2024-05-03\",\"to\":\"2024-05-04\","                       \
	"\"basis\":\"relative\"},\"count\":null,\"speaker\":null,"             \
	"\"evidence\":{\"start\":11,\"end\":30,"                               \
	"\"text\":\"R\xc3\xa9"                                                 \
	"bels seized Kidal\"},"                                                \
	"\"id\":\"%s\",\"confidence\":0.8,\"rule\":\"test.rule\"}\n"

static void fill(struct sr_doc *doc, struct sr_received *in)
{
	test_doc(doc, in, "a.txt", TEXT);
	struct sr_claim *c = test_claim(doc, SR_TYPE_CONTROL_SEIZE, "JNIM",
					"R\xc3\xa9"
					"bels seized Kidal");
	test_days(c, "2024-05-03", "2024-05-04");
	test_place(c, "Kidal", 2455290, 18.441118, 1.4);
	c->basis = SR_BASIS_RELATIVE;
	c = test_claim(doc, SR_TYPE_LOSS_KILLED, NULL, "Up to 12 died");
	c->has_count = c->count_total = true;
	c->count = (struct sr_count){ SR_COUNT_OPEN_LOW, 12000 };
	c->unit = SR_STR("people");
	c->speaker = SR_STR("a \"source\"");
	c->status = SR_STATUS_UNVERIFIED;
}

/* What is written, into a copy that outlives the doc. */
static char *written(struct sr_doc *doc, struct sr_received *in)
{
	struct sr_json out = { .mem = &doc->mem };

	CHECK_INT(sr_claims_write(doc, in->sha256, &out, NULL), SR_OK);
	return strndup(out.s, out.n);
}

static void out_and_in(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_claims_file file;
	struct sr_arena mem;
	struct sr_err err = { 0 };
	char want[1024], key[17];

	fill(doc, &in);
	char *first = written(doc, &in);
	const char *id = strstr(first, "\"id\":\"");
	snprintf(key, sizeof(key), "%s", id ? id + 6 : "");
	snprintf(want, sizeof(want), LINE_1, key);
	CHECK(strncmp(first, want, strlen(want)) == 0);
	CHECK(strstr(first, "\"count\":{\"low\":null,\"high\":12,"
			    "\"unit\":\"people\",\"total\":true}") != NULL);
	CHECK(strstr(first, "\"speaker\":\"a \\\"source\\\"\"") != NULL);
	CHECK(strstr(first, "\"date\":null") != NULL);

	sr_arena_init(&mem, 1 << 24);
	CHECK_INT(
		sr_claims_index(&file, "c.jsonl", sr_str_of(first), &mem, &err),
		SR_OK);
	CHECK_INT(file.nline, 2);
	test_doc(doc, &in, "a.txt", TEXT);
	CHECK_INT(sr_claims_fill(&file, doc, &err), SR_OK);
	char *second = written(doc, &in);
	CHECK_STR(sr_str_of(second), first);
	test_doc(doc, &in, "other.txt", TEXT);
	CHECK_INT(sr_claims_fill(&file, doc, &err), SR_OK);
	CHECK_INT(doc->claims.nitem, 0);
	free(first);
	free(second);
	sr_arena_release(&mem);
}

/* One line that is no claim: says where and what was expected. */
static void refused(struct sr_doc *doc, const char *line, const char *says)
{
	struct sr_received in;
	struct sr_claims_file file;
	struct sr_arena mem;
	struct sr_err err = { 0 };

	sr_arena_init(&mem, 1 << 24);
	test_doc(doc, &in, "a.txt", TEXT);
	enum sr_code code =
		sr_claims_index(&file, "c.jsonl", sr_str_of(line), &mem, &err);
	if (!code)
		code = sr_claims_fill(&file, doc, &err);
	CHECK_INT(code, SR_REFUSED);
	CHECK_STR(sr_str_of(err.where), "c.jsonl:1");
	CHECK(strstr(err.text, says) != NULL);
	printf("# %s: %s\n", err.where, err.text);
	sr_arena_release(&mem);
}

#define BEGIN "{\"doc\":\"a.txt\",\"type\":\"loss.killed\",\"status\":"
#define AT "\"evidence\":{\"start\":0,\"end\":4,\"text\":\"Caf\xc3\xa9\"}"

static void refusals(struct sr_doc *doc)
{
	refused(doc, "{", "JSON object");
	refused(doc, "[1]", "JSON object");
	refused(doc, "{\"doc\":\"a.txt\"}", "key 'type'");
	refused(doc, BEGIN "\"maybe\"," AT "}", "key 'status'");
	refused(doc, BEGIN "\"denied\"}", "key 'evidence'");
	refused(doc,
		BEGIN "\"denied\",\"evidence\":{\"start\":0,\"end\":99,"
		      "\"text\":\"x\"}}",
		"the words that stand");
	refused(doc,
		BEGIN "\"denied\",\"evidence\":{\"start\":4,\"end\":1,"
		      "\"text\":\"x\"}}",
		"key 'evidence'");
	refused(doc,
		BEGIN "\"denied\",\"date\":{\"from\":\"2022-02-30\","
		      "\"to\":\"2022-03-01\"}," AT "}",
		"YYYY-MM-DD");
	refused(doc,
		BEGIN "\"denied\",\"date\":{\"from\":\"2022-03-02\","
		      "\"to\":\"2022-03-01\"}," AT "}",
		"no later");
	refused(doc,
		BEGIN "\"denied\",\"count\":{\"low\":9,\"high\":1}," AT "}",
		"no more than");
	refused(doc, BEGIN "\"denied\",\"count\":{\"low\":1e300}," AT "}",
		"numbers");
	refused(doc,
		BEGIN "\"denied\",\"place\":{\"name\":\"X\",\"role\":\"at\","
		      "\"lat\":91,\"lon\":0}," AT "}",
		"point of the globe");
	refused(doc, BEGIN "\"denied\",\"confidence\":7," AT "}", "0 to 1");
}

/* Of alternatives, the first. */
static void alternatives(struct sr_doc *doc)
{
	struct sr_received in;
	struct sr_claims_file file;
	struct sr_arena mem;

	sr_arena_init(&mem, 1 << 24);
	test_doc(doc, &in, "a.txt", TEXT);
	CHECK_INT(
		sr_claims_index(&file, "c.jsonl",
				SR_STR("\n" BEGIN "[\"denied\",\"asserted\"],"
				       "\"actor\":[null,{\"name\":\"X\"}],"
				       "\"target\":{\"name\":[\"A\",\"B\"]}," AT
				       "}\n\n"),
				&mem, NULL),
		SR_OK);
	CHECK_INT(sr_claims_fill(&file, doc, NULL), SR_OK);
	CHECK_INT(doc->claims.nitem, 1);
	const struct sr_claim *c = &doc->claims.items[0];
	CHECK_INT(c->status, SR_STATUS_DENIED);
	CHECK(!c->has_actor && c->has_target);
	CHECK_STR(c->target.name, "A");
	CHECK(c->evidence.from == 0 && c->evidence.to == 5);
	CHECK_INT(c->confidence, 1000);
	sr_arena_release(&mem);
}

int main(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	out_and_in(&doc);
	refusals(&doc);
	alternatives(&doc);
	sr_doc_release(&doc);
	return done();
}
