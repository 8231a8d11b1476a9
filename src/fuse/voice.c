#include "fuse/voice.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"

/* An origin as one claim or report has it. */
struct item {
	struct sr_origin origin;
	uint32_t *own; /* where its number goes */
};

/* "said " or "text " and what tells them apart. */
static struct sr_str key_of(const char *kind, struct sr_str s,
			    struct sr_arena *mem)
{
	size_t n = strlen(kind), room = n + s.n * 4 + 1;
	char *key = sr_arena_raw(mem, room, 1);

	if (!key)
		return (struct sr_str){ NULL, 0 };
	memcpy(key, kind, n);
	return (struct sr_str){ key, n + sr_fold(s, key + n, room - n) };
}

static bool put_speaker(const struct sr_claim *c, struct sr_arena *mem,
			struct item *item)
{
	item->origin = (struct sr_origin){
		.key = key_of("said ", c->speaker, mem),
		.name = c->speaker,
		.spoken = true,
	};
	return item->origin.key.s != NULL;
}

static bool put_report(const struct sr_filed *f, struct sr_arena *mem,
		       struct item *item)
{
	struct sr_str name = f->report.publisher.n ? f->report.publisher
						   : f->report.name;

	item->origin = (struct sr_origin){
		.key = key_of("text ", f->origin.n ? f->origin : f->sha256,
			      mem),
		.name = name,
	};
	return item->origin.key.s != NULL;
}

static int by_key(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = sr_str_order(a->origin.key, b->origin.key);

	return c ? c : sr_str_order(a->origin.name, b->origin.name);
}

static bool number_all(struct item *item, size_t n, struct sr_arena *mem,
		       struct sr_voices *out)
{
	if (n)
		qsort(item, n, sizeof(*item), by_key);
	for (size_t i = 0; i < n; i++) {
		if (!i || !sr_str_equal(item[i].origin.key,
					item[i - 1].origin.key)) {
			struct sr_origin *own = SR_PUSH(mem, &out->items);
			if (!own)
				return false;
			*own = item[i].origin;
		}
		*item[i].own = (uint32_t)out->items.nitem - 1;
	}
	return true;
}

enum sr_code sr_voices(const struct sr_records *records, struct sr_arena *mem,
		       struct sr_voices *out, struct sr_err *err)
{
	size_t nclaim = records->claims.nitem, nreport = records->reports.nitem;
	struct item *item = SR_NEW(mem, struct item, nclaim + nreport);
	bool ok = item != NULL;

	*out = (struct sr_voices){ .claim = SR_NEW(mem, uint32_t, nclaim),
				   .report = SR_NEW(mem, uint32_t, nreport) };
	ok = ok && out->claim && out->report;
	for (size_t i = 0; ok && i < nreport; i++) {
		item[i].own = &out->report[i];
		ok = put_report(&records->reports.items[i], mem, &item[i]);
	}
	for (size_t i = 0; ok && i < nclaim; i++) {
		const struct sr_record *r = &records->claims.items[i];
		item[nreport + i].own = &out->claim[i];
		ok = r->claim.speaker.n
			     ? put_speaker(&r->claim, mem, &item[nreport + i])
			     : put_report(sr_filed_of(records, r), mem,
					  &item[nreport + i]);
	}
	if (!ok || !number_all(item, nclaim + nreport, mem, out))
		return sr_fail_nomem(err, "origins");
	return SR_OK;
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static uint32_t count_different(uint32_t *number, size_t n)
{
	uint32_t count = 0;

	qsort(number, n, sizeof(*number), by_number);
	for (size_t i = 0; i < n; i++)
		count += !i || number[i] != number[i - 1];
	return count;
}

struct sr_support sr_support_of(const struct sr_records *records,
				const struct sr_voices *voices,
				const uint32_t *claim, size_t n,
				struct sr_arena *mem)
{
	uint32_t *number = SR_NEW(mem, uint32_t, n);
	struct sr_support support = { .nclaim = (uint32_t)n };

	if (!number || !n)
		return support;
	for (size_t i = 0; i < n; i++)
		number[i] = voices->claim[claim[i]];
	support.norigin = count_different(number, n);
	for (size_t i = 0; i < n; i++)
		number[i] = records->claims.items[claim[i]].report;
	support.nreport = count_different(number, n);
	return support;
}

void sr_support_text(struct sr_support s, char out[SR_SUPPORT_TEXT])
{
	if (s.norigin == s.nreport && s.norigin == 1)
		snprintf(out, SR_SUPPORT_TEXT, "1 report");
	else if (s.norigin == s.nreport)
		snprintf(out, SR_SUPPORT_TEXT, "%u origins", s.norigin);
	else
		snprintf(out, SR_SUPPORT_TEXT, "%u origin%s (%u report%s)",
			 s.norigin, s.norigin == 1 ? "" : "s", s.nreport,
			 s.nreport == 1 ? "" : "s");
}
