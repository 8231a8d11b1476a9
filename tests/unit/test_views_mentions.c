#include "views/mentions.h"

#include "base/calendar.h"
#include "lib/check.h"
#include "ontology.h"

static const char TEXT[] = "“Fe” — 12 tanks near Aden, he said on Friday.";

static struct sr_mention at(const char *words)
{
	const char *p = strstr(TEXT, words);
	uint32_t from = (uint32_t)(p - TEXT);

	return (struct sr_mention){
		{ from, from + (uint32_t)strlen(words) }, 0, 1, 0
	};
}

static void fill(struct sr_doc *d)
{
	static const struct sr_candidate aden = {
		.id = 415189,
		.name = { "Aden", 4 },
		.country = { "YE", 2 },
		.lat = 12.77944,
		.lon = 45.03667,
		.score = 1.25,
		.why = { "exact name", 10 },
	};
	struct sr_number *n = SR_PUSH(&d->mem, &d->numbers);
	*n = (struct sr_number){ .m = at("12 tanks"),
				 .count = { 12000, SR_COUNT_OPEN_HIGH },
				 .unit = SR_STR("tank") };
	struct sr_place *p = SR_PUSH(&d->mem, &d->places);
	*p = (struct sr_place){ .m = at("Fe"),
				.kind = SR_PLACE_MISSING,
				.name = SR_STR("Fe") };
	p = SR_PUSH(&d->mem, &d->places);
	*p = (struct sr_place){ .m = at("Aden"),
				.kind = SR_PLACE_POINT,
				.name = SR_STR("Aden"),
				.id = 415189,
				.has_point = true,
				.lat = 12.77944,
				.lon = 45.03667,
				.radius_km = 8,
				.candidates = &aden,
				.ncandidate = 1 };
	struct sr_party *who = SR_PUSH(&d->mem, &d->parties);
	*who = (struct sr_party){ .m = at("he"),
				  .name = SR_STR("he"),
				  .kind = SR_PARTY_KIND_CIVILIANS };
	struct sr_time *t = SR_PUSH(&d->mem, &d->times);
	*t = (struct sr_time){ .m = at("Friday"),
			       .kind = SR_TIME_SINCE,
			       .part = SR_PART_START,
			       .named = { 0, 0 },
			       .days = { 0, SR_DAY_MAX } };
	t = SR_PUSH(&d->mem, &d->times);
	*t = (struct sr_time){ .m = at("."),
			       .kind = SR_TIME_VAGUE,
			       .named = SR_DAYS_UNKNOWN,
			       .days = SR_DAYS_UNKNOWN };
}

static const char WANT[] =
	"{\"doc\":\"a\",\"kind\":\"place\",\"start\":1,\"end\":3,"
	"\"text\":\"Fe\",\"place\":{\"name\":\"Fe\",\"id\":null,\"lat\":null,"
	"\"lon\":null,\"admin1\":null,\"country\":null,\"radius_km\":0,"
	"\"feature\":null,\"type\":\"missing\",\"candidates\":[]}}\n"
	"{\"doc\":\"a\",\"kind\":\"number\",\"start\":7,\"end\":15,"
	"\"text\":\"12 tanks\","
	"\"number\":{\"low\":12,\"high\":null,\"unit\":\"tank\"}}\n"
	"{\"doc\":\"a\",\"kind\":\"place\",\"start\":21,\"end\":25,"
	"\"text\":\"Aden\",\"place\":{\"name\":\"Aden\",\"id\":415189,"
	"\"lat\":12.77944,\"lon\":45.03667,\"admin1\":null,\"country\":null,"
	"\"radius_km\":8,\"feature\":null,\"type\":\"point\",\"candidates\":["
	"{\"name\":\"Aden\",\"id\":415189,\"lat\":12.77944,\"lon\":45.03667,"
	"\"admin1\":null,\"country\":\"YE\",\"population\":0,\"score\":1.25,"
	"\"why\":\"exact name\"}]}}\n"
	"{\"doc\":\"a\",\"kind\":\"party\",\"start\":27,\"end\":29,"
	"\"text\":\"he\",\"party\":{\"name\":\"he\",\"side\":null,"
	"\"kind\":\"civilians\",\"why\":null}}\n"
	"{\"doc\":\"a\",\"kind\":\"time\",\"start\":38,\"end\":44,"
	"\"text\":\"Friday\",\"date\":{\"from\":\"1970-01-01\","
	"\"to\":\"1970-01-01\"},\"mod\":\"start\",\"type\":\"since\","
	"\"means\":{\"from\":\"1970-01-01\",\"to\":null}}\n"
	"{\"doc\":\"a\",\"kind\":\"time\",\"start\":44,\"end\":45,"
	"\"text\":\".\",\"date\":null,\"mod\":null,\"type\":\"vague\","
	"\"means\":null}\n";

int main(void)
{
	struct sr_doc doc;
	struct sr_err err = { 0 };

	sr_doc_init(&doc);
	doc.report.text = sr_str_of(TEXT);
	doc.report.name = SR_STR("a");
	fill(&doc);
	struct sr_json j = { .mem = &doc.mem };
	CHECK_INT(sr_mentions_write(&doc, NULL, &j, &err), SR_OK);
	CHECK_STR(sr_json_text(&j), WANT);
	doc.mem.fail_after = doc.mem.requests + 1;
	CHECK_INT(sr_mentions_write(&doc, NULL, &j, &err), SR_NOMEM);
	sr_doc_release(&doc);
	return done();
}
