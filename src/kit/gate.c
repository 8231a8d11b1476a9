#include "kit/gate.h"

bool sr_gate_open(struct sr_gate *gate, const void *bytes, size_t n)
{
	const struct sr_gate_header *h = bytes;
	uint32_t used = 0;

	if (!h || n < sizeof(*h) || !h->nslot || (h->nslot & (h->nslot - 1)) ||
	    sizeof(*h) + (uint64_t)h->nslot * sizeof(struct sr_gate_slot) != n)
		return false;
	gate->bits = h->bits;
	gate->common = h->common;
	gate->slot = (const void *)(h + 1);
	gate->mask = h->nslot - 1;
	for (uint32_t i = 0; i < h->nslot; i++)
		used += gate->slot[i].key != 0;
	return used < h->nslot;
}
