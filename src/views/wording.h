/* Days, numbers and names as a person reads them, into buffers of a caller. */
#ifndef SR_VIEWS_WORDING_H
#define SR_VIEWS_WORDING_H

#include "model/record.h"

#define SR_WORDING 80
#define SR_ID_SHOWN 10 /* digits of an id in a table */

/* "2022-03-01", "2022-03-26..2022-03-27", "by 2022-03-30", "since 2022-03-01";
 * empty for unknown days. */
void sr_days_text(struct sr_days days, bool by, char out[SR_WORDING]);

/* "1,119 people", "30,000 to 40,000 people", "at least 10 tanks", "1 person";
 * empty without a count. */
void sr_count_text(const struct sr_claim *claim, char out[SR_WORDING]);

/* The day of update; empty where none is known, or it is that of publication. */
void sr_updated_text(const struct sr_report *report, char out[SR_WORDING]);

/* "name.txt, Publisher, published 2022-03-27..2022-03-28 (inferred)", into n
 * bytes. */
void sr_filed_text(const struct sr_filed *filed, char *out, size_t n);

/* "accepted", "rejected", "corrected"; empty for what nobody decided on. */
const char *sr_verdict_name(unsigned verdict);

/* What a correction sets, into n bytes: "place near Aden, YE, 415189; date
 * 2016-04-20; count 12 to 15 tanks; speaker none". */
void sr_slots_text(const struct sr_claim *slots, unsigned sets, char *out,
		   size_t n);

/* "50.48 N 34.97 E" */
void sr_point_text(double lat, double lon, char out[SR_WORDING]);

#endif
