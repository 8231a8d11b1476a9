#include "cli/hush.h"

#include <stdio.h>
#include <string.h>

bool sr_hush_says(struct sr_hush *h, const struct sr_err *why)
{
	size_t i = 0;

	while (i < h->nreason &&
	       strncmp(h->reason[i].text, why->text,
		       sizeof(h->reason[i].text) - 1) != 0)
		i++;
	if (i == SR_HUSH_REASONS)
		return true;
	if (i == h->nreason) {
		h->nreason++;
		h->reason[i].n = 0;
		snprintf(h->reason[i].text, sizeof(h->reason[i].text), "%.*s",
			 (int)sizeof(h->reason[i].text) - 1, why->text);
	}
	bool says = h->reason[i].n++ < SR_HUSH_SAID;
	h->hushed += !says;
	return says;
}
