/* The origins of reports, as the ledger would give them. */
#include <stdlib.h>

#include "base/str.h"
#include "fuse/alike.h"
#include "sim/score.h"

struct node {
	struct sr_str sha256;
	uint32_t report;
};

static int by_sha256(const void *pa, const void *pb)
{
	const struct node *a = pa, *b = pb;

	return sr_str_order(a->sha256, b->sha256);
}

bool sim_find_origins(struct sim_press *p, struct sr_arena *mem)
{
	struct sr_filed *f = p->records.reports.items;
	size_t n = p->records.reports.nitem;
	struct node *node = SR_NEW(mem, struct node, n);
	struct sr_str *text = SR_NEW(mem, struct sr_str, n);
	int64_t *rank = SR_NEW(mem, int64_t, n);
	uint32_t *group = SR_NEW(mem, uint32_t, n);
	uint32_t *size = SR_NEW(mem, uint32_t, n);
	struct sr_alike_links links = { .items = { 0 } };

	if (mem->full)
		return false;
	for (uint32_t i = 0; i < n; i++)
		node[i] = (struct node){ f[i].sha256, i };
	if (n)
		qsort(node, n, sizeof(*node), by_sha256);
	for (size_t i = 0; i < n; i++) {
		text[i] = f[node[i].report].report.text;
		rank[i] = sr_text_rank(node[i].sha256);
	}
	if (!sr_alike_all(text, rank, n, mem, &links) ||
	    !sr_alike_groups(&links, n, mem, group))
		return false;
	for (size_t i = 0; i < n; i++)
		size[group[i]]++;
	for (size_t i = 0; i < n; i++)
		if (size[group[i]] > 1)
			f[node[i].report].origin = node[group[i]].sha256;
	return true;
}
