#include "answer/queue.h"

#include "answer/incidents.h"
#include "ontology.h"

enum sr_code sr_queue_load(struct sr_ask *a, struct sr_queue_view *v)
{
	struct sr_filter filter = SR_FILTER;
	struct sr_conflict_in in = { &v->all, &v->voices, NULL };
	struct sr_queue_in queue = { &v->all, &v->voices, &v->incidents,
				     &v->conflicts };

	*v = (struct sr_queue_view){ .ask = a };
	enum sr_code code =
		sr_ledger_claims(a->ledger, &filter, &a->mem, &v->all, &a->err);
	if (!code)
		code = sr_voices(&v->all, &a->mem, &v->voices, &a->err);
	if (!code)
		code = sr_incidents_of(a, &v->all, &v->voices, &v->incidents);
	if (!code)
		code = sr_conflicts(&in, &a->mem, &v->conflicts, &a->err);
	return code ? code : sr_queue(&queue, &a->mem, &v->queue, &a->err);
}

void sr_queue_object(const struct sr_queue_view *v, size_t i,
		     struct sr_json *out)
{
	const struct sr_queued *q = &v->queue.items.items[i];
	const struct sr_record *r = &v->all.claims.items[q->claim];

	sr_json_open(out, '{');
	sr_json_key(out, "id");
	sr_json_str(out, r->key);
	sr_json_key(out, "score");
	sr_json_milli(out, (int64_t)q->score * 100);
	sr_json_key(out, "because");
	sr_json_open(out, '[');
	for (uint32_t k = 0; k < q->nwhy; k++)
		sr_json_str(out, q->why[k]);
	sr_json_close(out, ']');
	sr_json_key(out, "type");
	sr_json_str(out, sr_str_of(sr_type_name(r->claim.type)));
	sr_json_key(out, "confidence");
	sr_json_milli(out, r->claim.confidence);
	sr_json_key(out, "doc");
	sr_json_str(out, sr_filed_of(&v->all, r)->report.name);
	sr_json_key(out, "text");
	sr_json_str(out, r->words);
	sr_json_close(out, '}');
}
