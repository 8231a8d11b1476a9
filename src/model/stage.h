/* One step of the reading. `run` may read the lists in `needs` and must fill
 * those in `makes`; the driver checks the order before the first report. */
#ifndef SR_MODEL_STAGE_H
#define SR_MODEL_STAGE_H

#include "model/doc.h"

struct sr_kit;

enum sr_list_bit {
	SR_HAS_TEXT = 1,
	SR_HAS_BLOCKS = 2,
	SR_HAS_TOKENS = 4,
	SR_HAS_TAGS = 8,
	SR_HAS_TREES = 16,
	SR_HAS_HITS = 32,
	SR_HAS_NUMBERS = 64,
	SR_HAS_TIMES = 128,
	SR_HAS_PLACES = 256,
	SR_HAS_PARTIES = 512,
	SR_HAS_CLAIMS = 2048,
	SR_HAS_DAY = 4096, /* of publication */
	SR_HAS_REMARKS = 8192,
	SR_HAS_LANGUAGE = 16384,
	SR_HAS_GATE = 32768,
};

struct sr_stage {
	const char *name;
	unsigned needs, makes;
	enum sr_code (*run)(struct sr_doc *doc, const struct sr_kit *kit,
	                    struct sr_err *err);
};

#endif
