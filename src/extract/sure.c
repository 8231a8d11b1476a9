/* How likely a claim is right: logistic regression (Cox 1958) on what the claim
 * itself shows, its type and which of its slots are filled and from where.
 * The weights are in lexicon/confidence.tsv, fitted by eval/confidence on the
 * texts marked by hand; whole numbers, so that every machine says the same. */
#include "base/calendar.h"
#include "base/str.h"
#include "extract/extract_internal.h"

/* 1000 / (1 + exp(-x)) for x in steps of a half from -4 to 4. */
static const uint16_t LOGISTIC[] = { 18,  29,  47,  76,  119, 182, 269, 378, 500,
	                             622, 731, 818, 881, 924, 953, 971, 982 };
#define STEP 500
#define MOST 4000

static uint16_t logistic(int32_t x)
{
	if (x <= -MOST)
		return LOGISTIC[0];
	if (x >= MOST)
		return LOGISTIC[2 * MOST / STEP];
	int32_t i = (x + MOST) / STEP, rest = (x + MOST) % STEP;
	return (uint16_t)(LOGISTIC[i] +
	                  (LOGISTIC[i + 1] - LOGISTIC[i]) * rest / STEP);
}

/* A row that isn't there weighs nothing. */
static int32_t row_weight(const struct sr_reading *r, const char *group,
                          const char *name)
{
	char id[64];
	struct sr_str a = sr_str_of(group), b = sr_str_of(name);

	if (a.n + b.n + 1 > sizeof(id))
		return 0;
	memcpy(id, a.s, a.n);
	if (name) {
		id[a.n++] = '.';
		memcpy(id + a.n, b.s, b.n);
	}
	uint32_t row = sr_kit_row(r->kit, SR_TABLE_CONFIDENCE,
	                          (struct sr_str){ id, a.n + b.n });
	return row == SR_NONE ? 0
	                      : sr_kit_value(r->kit, SR_TABLE_CONFIDENCE, row,
	                                     SR_CONFIDENCE_WEIGHT);
}

/* Weights met before in the report, each with a place of its own here. */
enum {
	AT_BASE,
	AT_ACTOR,
	AT_TARGET = AT_ACTOR + 2,
	AT_COUNT = AT_TARGET + 2,
	AT_SPEAKER = AT_COUNT + 2,
	AT_PLACE = AT_SPEAKER + 2,
	AT_DATE = AT_PLACE + 2,
	AT_LENGTH = AT_DATE + 5,
	AT_STATUS = AT_LENGTH + 5,
	AT_TYPE = AT_STATUS + SR_STATUS_COUNT,
};
_Static_assert(AT_TYPE + SR_TYPE_COUNT <= SR_WEIGHTS, "places of weights");

static int32_t weight(const struct sr_reading *r, unsigned at,
                      const char *group, const char *name)
{
	struct sr_weight *w = r->weight ? &r->weight[at] : NULL;

	if (!w)
		return row_weight(r, group, name);
	if (!w->known)
		*w = (struct sr_weight){ row_weight(r, group, name), true };
	return w->value;
}

static int32_t filled(const struct sr_reading *r, unsigned at,
                      const char *slot, bool has)
{
	return weight(r, at + has, slot, has ? "yes" : "no");
}

uint16_t sr_confidence(const struct sr_reading *r, const struct sr_claim *c)
{
	static const char *const BASIS[] = { "explicit", "relative", "report",
		                             "inferred", "no" };
	static const uint32_t LENGTH[] = { 30, 60, 120, 240 };
	static const char *const LENGTH_NAME[] = { "30", "60", "120", "240",
		                                   "more" };
	uint32_t n = c->evidence.to - c->evidence.from;
	size_t k = 0;

	unsigned basis = sr_days_known(c->days) ? c->basis & 3 : 4;
	while (k < SR_LEN(LENGTH) && n >= LENGTH[k])
		k++;
	return logistic(
		weight(r, AT_BASE, "base", NULL) +
		weight(r, AT_TYPE + c->type, "type", sr_type_name(c->type)) +
		weight(r, AT_STATUS + c->status, "status",
		       sr_status_name(c->status)) +
		filled(r, AT_ACTOR, "actor", c->has_actor) +
		filled(r, AT_TARGET, "target", c->has_target) +
		filled(r, AT_COUNT, "count", c->has_count) +
		filled(r, AT_SPEAKER, "speaker", c->speaker.n > 0) +
		filled(r, AT_PLACE, "place", c->has_place) +
		weight(r, AT_DATE + basis, "date", BASIS[basis]) +
		weight(r, (unsigned)(AT_LENGTH + k), "length",
		       LENGTH_NAME[k]));
}
