/* Reports and claims by hand, for tests of what comes after reading. */
#ifndef SR_TESTS_REPORT_H
#define SR_TESTS_REPORT_H

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "ledger/ledger.h"
#include "ontology.h"

/* A doc of that text; what was in it is gone. */
static inline void test_doc(struct sr_doc *doc, struct sr_received *in,
			    const char *name, const char *text)
{
	sr_doc_reset(doc);
	doc->report.name = in->name = sr_str_of(name);
	doc->report.text = in->bytes = sr_str_of(text);
	doc->report.published = doc->report.updated = SR_DAYS_UNKNOWN;
	sr_sha256(in->bytes, in->sha256);
}

static inline int32_t test_day(const char *text)
{
	int32_t day = 0;

	if (!sr_day_read(sr_str_of(text), &day))
		printf("Bail out! no day: %s\n", text);
	return day;
}

static inline struct sr_span test_span(const struct sr_doc *doc,
				       const char *words)
{
	const char *at = strstr(doc->report.text.s, words);
	uint32_t from = at ? (uint32_t)(at - doc->report.text.s) : 0;

	if (!at)
		printf("Bail out! not in the text: %s\n", words);
	return (struct sr_span){ from, from + (uint32_t)strlen(words) };
}

/* A claim with those words as evidence and the side as actor. */
static inline struct sr_claim *test_claim(struct sr_doc *doc, enum sr_type type,
					  const char *side, const char *words)
{
	struct sr_claim *c = SR_PUSH(&doc->mem, &doc->claims);

	c->type = (uint16_t)type;
	c->status = SR_STATUS_ASSERTED;
	c->evidence = test_span(doc, words);
	c->rule = SR_STR("test.rule");
	c->confidence = 800;
	c->days = SR_DAYS_UNKNOWN;
	if (side) {
		c->has_actor = true;
		c->actor.name = c->actor.side = sr_str_of(side);
	}
	return c;
}

static inline void test_days(struct sr_claim *c, const char *from,
			     const char *to)
{
	c->days.from = test_day(from);
	c->days.to = test_day(to);
}

static inline void test_place(struct sr_claim *c, const char *name, int64_t id,
			      double lat, double lon)
{
	c->has_place = c->place.has_point = true;
	c->place.name = sr_str_of(name);
	c->place.country = SR_STR("ML");
	c->place.role = SR_ROLE_AT;
	c->place.id = id;
	c->place.lat = lat;
	c->place.lon = lon;
}

#endif
