#include "cli/incident.h"

#include <stdlib.h>

/* A claim of the records by its row in the ledger. */
struct found {
	int64_t row;
	uint32_t index;
};

static int by_row(const void *pa, const void *pb)
{
	const struct found *a = pa, *b = pb;

	return (a->row > b->row) - (a->row < b->row);
}

/* Marks the incidents of the claims that fit. */
static enum sr_code mark(struct sr_ask *ask, const struct sr_records *fit,
			 struct sr_asked_incidents *out)
{
	size_t n = out->all.claims.nitem;
	struct found *found = SR_NEW(&ask->mem, struct found, n);

	out->wanted = SR_NEW(&ask->mem, bool, out->incidents.items.nitem);
	if (!found || !out->wanted)
		return sr_fail_nomem(&ask->err, "incidents");
	for (uint32_t i = 0; i < n; i++)
		found[i] = (struct found){ out->all.claims.items[i].row, i };
	if (n)
		qsort(found, n, sizeof(*found), by_row);
	for (size_t i = 0; i < fit->claims.nitem; i++) {
		struct found key = { .row = fit->claims.items[i].row };
		struct found *at =
			n ? bsearch(&key, found, n, sizeof(*found), by_row)
			  : NULL;
		if (at && out->incidents.of[at->index] != SR_NO_INCIDENT)
			out->wanted[out->incidents.of[at->index]] = true;
	}
	return SR_OK;
}

enum sr_code sr_ask_incidents(struct sr_ask *ask,
			      struct sr_asked_incidents *out)
{
	struct sr_filter all = SR_FILTER;
	struct sr_records fit = { .claims = { 0 } };
	struct sr_links links;
	struct sr_voices voices;

	*out = (struct sr_asked_incidents){ .wanted = NULL };
	all.known_on = ask->filter.known_on;
	enum sr_code code = sr_ledger_claims(ask->ledger, &all, &ask->mem,
					     &out->all, &ask->err);
	if (!code)
		code = sr_ledger_claims(ask->ledger, &ask->filter, &ask->mem,
					&fit, &ask->err);
	if (!code)
		code = sr_voices(&out->all, &ask->mem, &voices, &ask->err);
	if (!code)
		code = sr_ledger_links(ask->ledger, &ask->mem, &links,
				       &ask->err);
	if (!code)
		code = sr_incidents(&out->all, &voices, &links, &ask->mem,
				    &out->incidents, &ask->err);
	return code ? code : mark(ask, &fit, out);
}
