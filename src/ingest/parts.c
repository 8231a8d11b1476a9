#include "ingest/parts.h"

#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "ingest/blocks.h"

#define RANK_GIVEN 200 /* above all that a text can say */

static bool all_digits(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
	return s.n > 0;
}

static struct sr_days of_seconds(struct sr_str s)
{
	int64_t v = 0;

	for (size_t i = 0; i < 10 && i < s.n; i++)
		v = v * 10 + (s.s[i] - '0');
	int32_t day = (int32_t)(v / 86400);
	return (struct sr_days){ day, day };
}

/* "Thu Mar 10 19:12:58 +0000 2022", as C's asctime() has it and Twitter: the
 * year behind the hour. "Mar 10 2022" in `out`, or nothing. */
static struct sr_str of_asctime(struct sr_str s, char out[32])
{
	struct sr_str part[6];
	size_t n = 0;

	while (s.s && n < 6)
		part[n++] = sr_str_trim(sr_str_cut(&s, ' '));
	if (s.s || n < 5 || !memchr(part[3].s, ':', part[3].n) ||
	    part[n - 1].n != 4 || !all_digits(part[n - 1]) || part[2].n > 2 ||
	    part[1].n > 9)
		return (struct sr_str){ NULL, 0 };
	snprintf(out, 32, "%.*s %.*s %.*s", (int)part[1].n, part[1].s,
		 (int)part[2].n, part[2].s, (int)part[n - 1].n, part[n - 1].s);
	return sr_str_of(out);
}

struct sr_days sr_day_written(const struct sr_kit *kit, struct sr_str s)
{
	struct sr_stamp stamp;
	char made[32];
	int32_t day;

	s = sr_str_trim(s);
	if (s.n > 120)
		return SR_DAYS_UNKNOWN;
	struct sr_str plain = of_asctime(s, made);
	s = plain.n ? plain : s;
	if (all_digits(s) && (s.n == 10 || s.n == 13))
		return of_seconds(s);
	if ((all_digits(s) && s.n == 14) || /* or 20220310T121500Z */
	    (s.n > 8 && s.s[8] == 'T' &&
	     all_digits((struct sr_str){ s.s, 8 })))
		s.n = 8;
	if (s.n > 10 && (s.s[10] == 'T' || s.s[10] == ' ') &&
	    sr_day_read((struct sr_str){ s.s, 10 }, &day))
		return (struct sr_days){ day, day };
	if (s.n && sr_stamp_read(kit, s, (struct sr_span){ 0, (uint32_t)s.n },
				 &stamp) &&
	    stamp.has_year)
		return stamp.days;
	return SR_DAYS_UNKNOWN;
}

void sr_ingest_put_fields(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_ingest_fields *f)
{
	struct sr_report *r = &doc->report;
	struct sr_days day = sr_day_written(kit, f->published);

	if (f->title.n)
		r->title = f->title;
	if (f->publisher.n)
		r->publisher = f->publisher;
	if (f->author.n)
		r->author = f->author;
	if (f->url.n)
		r->url = f->url;
	if (sr_days_known(day)) {
		r->published = day;
		r->published_inferred = false;
	}
	r->updated = sr_day_written(kit, f->updated);
}

void sr_ingest_by_url(struct sr_doc *doc, const struct sr_kit *kit)
{
	struct sr_report *r = &doc->report;
	struct sr_header h = { .doc = doc, .kit = kit };

	h.publisher_rank = r->publisher.n ? RANK_GIVEN : 0;
	h.day_rank = sr_days_known(r->published) ? RANK_GIVEN : 0;
	sr_header_from_url(&h);
}

bool sr_line_says(const struct sr_kit *kit, struct sr_str line)
{
	struct sr_doc doc = { .report = { .published = SR_DAYS_UNKNOWN } };
	struct sr_header h = { .doc = &doc, .kit = kit, .text = line };
	struct sr_span all = { 0, (uint32_t)line.n };
	struct sr_fields f;

	if (!line.n)
		return false;
	sr_fields_read(&h, all, &f);
	for (size_t i = 0; i < f.n; i++)
		if (f.part[i].field == SR_FIELD_AUTHOR ||
		    ((f.part[i].field == SR_FIELD_DAY ||
		      f.part[i].field == SR_FIELD_PUBLISHED ||
		      f.part[i].field == SR_FIELD_UPDATED) &&
		     f.part[i].stamp.has_year))
			return true;
	return false;
}

static struct sr_line line_of(const struct sr_ingest_part *part, bool gap)
{
	return (struct sr_line){
		.at = part->at,
		.gap = gap,
		.kind = (uint8_t)(part->kind == SR_BLOCK_TITLE ? SR_LINE_TITLE
				  : part->kind == SR_BLOCK_FIELD
					  ? SR_LINE_FIELD
					  : SR_LINE_TEXT),
	};
}

/* What a header's line says, if it says a field at all. */
static void read_field(struct sr_header *h, struct sr_span line)
{
	struct sr_fields fields;

	sr_fields_read(h, line, &fields);
	if (fields.n)
		sr_fields_take(h, &fields);
}

/* The kinds that the page told, over those that the look of lines told; what
 * is of the page only stays so. */
static void put_kinds(struct sr_doc *doc, const struct sr_ingest_part *part,
		      size_t n)
{
	size_t k = 0;

	for (size_t i = 0; i < doc->blocks.nitem; i++) {
		struct sr_block *b = &doc->blocks.items[i];
		while (k + 1 < n && part[k + 1].at.from <= b->at.from)
			k++;
		if (b->kind == SR_BLOCK_FIELD || b->kind == SR_BLOCK_TITLE)
			continue;
		if (part[k].kind != SR_BLOCK_BODY)
			b->kind = part[k].kind;
	}
}

static bool make_blocks(struct sr_header *h, const struct sr_ingest_part *part,
			size_t n)
{
	struct sr_arena *mem = &h->doc->mem;
	struct sr_line *line = SR_NEW(mem, struct sr_line, n);
	size_t head = 0;

	if (!line)
		return false;
	for (size_t i = 0; i < n; i++) {
		bool gap = i == 0 ||
			   h->text.s[part[i].at.from - 1] != '\n' ||
			   h->text.s[part[i].at.from - 2] == '\n';
		line[i] = line_of(&part[i], gap);
		if (part[i].kind == SR_BLOCK_FIELD)
			read_field(h, part[i].at);
		if (part[i].kind == SR_BLOCK_TITLE ||
		    part[i].kind == SR_BLOCK_FIELD)
			head = i + 1;
	}
	return sr_blocks_make(h, line, head, true) &&
	       sr_blocks_make(h, line + head, n - head, false);
}

enum sr_code sr_ingest_parts(struct sr_doc *doc, const struct sr_kit *kit,
			     const struct sr_ingest_part *part, size_t n,
			     const struct sr_ingest_fields *fields,
			     struct sr_err *err)
{
	struct sr_header h = { .doc = doc,
			       .kit = kit,
			       .text = doc->report.text };
	struct sr_days day = sr_day_written(kit, fields->published);

	doc->report.published = SR_DAYS_UNKNOWN;
	if (n && part[0].kind == SR_BLOCK_TITLE) {
		h.title = part[0].at;
		h.title_rank = RANK_GIVEN;
	}
	if (!make_blocks(&h, part, n))
		return sr_fail_nomem(err, "blocks");
	put_kinds(doc, part, n);
	if (fields->url.n)
		doc->report.url = fields->url;
	if (fields->publisher.n)
		h.publisher_rank = RANK_GIVEN;
	if (sr_days_known(day)) {
		h.day_rank = RANK_GIVEN;
		h.unsure = false;
	}
	sr_header_from_url(&h);
	if (h.unsure)
		doc->report.published_inferred = true;
	sr_ingest_put_fields(doc, kit, fields);
	return SR_OK;
}
