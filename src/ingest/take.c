/* What the parts of a header say, into the report. Where two say the same
 * thing, a rank decides: a named field before a line that stands by itself,
 * the first publication before an update, all of them before the address. */
#include "base/calendar.h"
#include "base/str.h"
#include "ingest/cue.h"
#include "ingest/field.h"
#include "ingest/look.h"

#define OUTLET_WORDS 5 /* at most */

enum { RANK_URL = 1, RANK_DATELINE, RANK_ALONE, RANK_SOURCE, RANK_NAMED };
enum { DAY_URL = 1, DAY_UPDATED, DAY_BARE, DAY_PUBLISHED };

static void take_publisher(struct sr_header *h, struct sr_span at, int rank)
{
	if (rank <= h->publisher_rank || at.from >= at.to)
		return;
	h->publisher_rank = (uint8_t)rank;
	h->publisher_named = rank == RANK_NAMED;
	h->doc->report.publisher = sr_str_at(h->text, at);
}

static void take_day(struct sr_header *h, const struct sr_stamp *stamp,
		     int rank)
{
	if (rank <= h->day_rank || !sr_days_known(stamp->days))
		return;
	h->day_rank = (uint8_t)rank;
	h->doc->report.published = stamp->days;
	h->unsure = stamp->unsure;
	h->day_first = stamp->day_first;
}

static void take(struct sr_header *h, const struct sr_field_at *part)
{
	struct sr_report *r = &h->doc->report;
	struct sr_str value = sr_str_at(h->text, part->value);
	bool known = value.n > 0;

	switch (part->field) {
	case SR_FIELD_TITLE:
		if (known && part->named && h->title_rank < RANK_NAMED) {
			h->title_rank = RANK_NAMED;
			h->title = part->value;
			r->title = value;
		}
		break;
	case SR_FIELD_PUBLISHER:
		take_publisher(h, part->value, RANK_NAMED);
		break;
	case SR_FIELD_SOURCE:
		take_publisher(h, part->value, RANK_SOURCE);
		break;
	case SR_FIELD_AUTHOR:
		if (known && !r->author.n)
			r->author = value;
		break;
	case SR_FIELD_PUBLISHED:
		take_day(h, &part->stamp, DAY_PUBLISHED);
		break;
	case SR_FIELD_UPDATED:
		take_day(h, &part->stamp, DAY_UPDATED);
		break;
	case SR_FIELD_DAY:
		take_day(h, &part->stamp, DAY_BARE);
		break;
	case SR_FIELD_URL:
		if (known && !r->url.n)
			r->url = value;
		break;
	case SR_FIELD_PLACE:
		if (known && !r->dateline.n)
			r->dateline = value;
		break;
	case SR_FIELD_SKIP:
	case SR_FIELD_AGAIN:
	case SR_FIELD_NONE:
		break;
	}
}

void sr_fields_take(struct sr_header *h, const struct sr_fields *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		take(h, &parts->part[i]);
}

void sr_header_dateline(struct sr_header *h, struct sr_span place,
			struct sr_span agency, const struct sr_stamp *stamp)
{
	if (place.to > place.from)
		sr_header_place(h, place);
	take_publisher(h, agency, RANK_DATELINE);
	take_day(h, stamp, DAY_UPDATED);
}

/* An outlet that the table of media names. */
static bool known_outlet(const struct sr_header *h, struct sr_span at)
{
	struct sr_cue cue;

	return sr_cue_is(h->kit, SR_TRIE_FORMS, SR_TABLE_INSTITUTIONS, h->text,
			 at, &cue) &&
	       sr_kit_value(h->kit, SR_TABLE_INSTITUTIONS, cue.row,
			    SR_INSTITUTIONS_KIND) == SR_INSTITUTION_MEDIA;
}

bool sr_is_outlet(const struct sr_header *h, struct sr_span at)
{
	struct sr_cue cue;
	unsigned nword = 0;
	bool known = false;

	if (known_outlet(h, at))
		return true;

	for (uint32_t p = at.from; p < at.to; p++) {
		if (sr_is_blank(h->text.s[p]) ||
		    (p > at.from && !sr_is_blank(h->text.s[p - 1])))
			continue;
		struct sr_span rest = { p, at.to };
		if (++nword > OUTLET_WORDS || !sr_upper_at(h->text, p, at.to))
			return false;
		known = known ||
			(sr_cue_at(h->kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS,
				   h->text, rest, &cue) &&
			 sr_kit_value(h->kit, SR_TABLE_HEADER_WORDS, cue.row,
				      SR_HEADER_WORDS_KIND) ==
				 SR_HEADER_WORD_OUTLET);
	}
	return known;
}

void sr_header_outlet(struct sr_header *h, struct sr_span at)
{
	take_publisher(h, sr_span_trim(h->text, at), RANK_ALONE);
}

void sr_header_place(struct sr_header *h, struct sr_span at)
{
	if (!h->doc->report.dateline.n)
		h->doc->report.dateline = sr_str_at(h->text, at);
}
