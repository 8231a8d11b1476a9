/* Confidence: within 0 and 1000, moved by what a claim shows. */
#include "base/calendar.h"
#include "extract/extract_internal.h"
#include "lib/check.h"
#include "lib/kit.h"
#include "ontology.h"

static struct sr_claim loss(void)
{
	return (struct sr_claim){ .type = SR_TYPE_LOSS_KILLED,
				  .has_target = true,
				  .has_count = true,
				  .has_place = true,
				  .days = { 19000, 19000 },
				  .basis = SR_BASIS_RELATIVE,
				  .evidence = { 0, 80 } };
}

int main(void)
{
	struct sr_kit *kit = test_kit();
	const struct sr_reading r = { .kit = kit };
	struct sr_claim full = loss(), bare = loss();

	bare.has_target = bare.has_count = bare.has_place = false;
	bare.basis = SR_BASIS_REPORT;
	uint16_t a = sr_confidence(&r, &full), b = sr_confidence(&r, &bare);
	CHECK(a > b); /* all its slots are filled */
	CHECK(a <= 982 && b >= 18); /* nothing is certain */
	CHECK_INT(sr_confidence(&r, &full), a);
	sr_kit_close(kit);
	return done();
}
