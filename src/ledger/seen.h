/* Which reports are there, as far as a filter of 2 MB in memory tells: nearly
 * every new report is told to be new without its hash being looked for, which
 * lies on another page each time. At a million reports one in a thousand is
 * looked for in vain, at four millions one in six. */
#ifndef SR_LEDGER_SEEN_H
#define SR_LEDGER_SEEN_H

#include "ledger/sqlite.h"

/* May a report with this hash be there? The filter is filled once so many were
 * asked for that it pays. */
enum sr_code sr_seen_may(struct sr_ledger *l, const char *sha256, bool *may,
			 struct sr_err *err);

/* It is there from now on. */
void sr_seen_put(struct sr_ledger *l, const char *sha256);

#endif
