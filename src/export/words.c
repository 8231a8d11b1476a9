/* Texts put together for a cell: sources, names, words of the claims. */
#include <stdio.h>

#include "base/calendar.h"
#include "export/work.h"
#include "ontology.h"

#define MOST_NAMES 8
#define BETWEEN SR_STR("; ")

static const struct sr_str NOTHING = { NULL, 0 };

/* A list of texts, each once; the first MOST_NAMES of them. */
struct list {
	struct sr_str item[MOST_NAMES];
	size_t n;
	bool exact; /* "/a" and "/A" are two addresses, but one name */
	struct sr_json text;
};

static void add(struct list *l, struct sr_str s)
{
	if (!s.n || l->n == MOST_NAMES)
		return;
	for (size_t i = 0; i < l->n; i++)
		if (l->exact ? sr_str_equal(l->item[i], s)
			     : sr_str_same_name(l->item[i], s))
			return;
	if (l->n)
		sr_json_raw(&l->text, BETWEEN);
	sr_json_raw(&l->text, s);
	l->item[l->n++] = s;
}

struct sr_str sr_export_day(struct sr_export_work *w, int32_t day, bool hyphens)
{
	char text[SR_DAY_TEXT];
	size_t n = 0;

	sr_day_write(day, text);
	for (size_t i = 0; text[i]; i++)
		if (hyphens || text[i] != '-')
			text[n++] = text[i];
	char *own = sr_arena_copy(w->mem, text, n);
	return own ? (struct sr_str){ own, n } : NOTHING;
}

static struct sr_str published(struct sr_export_work *w,
			       const struct sr_report *r)
{
	return sr_days_known(r->published) && r->published.to != SR_DAY_MAX
		       ? sr_export_day(w, r->published.to, true)
		       : NOTHING;
}

static struct sr_str publisher(const struct sr_report *r)
{
	return r->publisher.n ? r->publisher : r->name;
}

/* "The Desert Post, 2024-05-04, Rebels take Kidal" */
static struct sr_str article(struct sr_export_work *w,
			     const struct sr_report *r)
{
	struct list l = { .text = { .mem = w->mem } };
	struct sr_str part[] = { publisher(r), published(w, r), r->title };

	for (size_t i = 0; i < 3; i++) {
		if (part[i].n && l.text.n)
			sr_json_raw(&l.text, SR_STR(", "));
		sr_json_raw(&l.text, part[i]);
	}
	return sr_json_text(&l.text);
}

struct sr_str sr_export_reports(struct sr_export_work *w,
				const struct sr_happening *h,
				enum sr_told_of what)
{
	struct list l = { .exact = what == SR_TOLD_URL,
			  .text = { .mem = w->mem } };

	for (size_t i = 0; i < h->nreport; i++) {
		const struct sr_report *r =
			&w->all->reports.items[h->report[i]].report;
		switch (what) {
		case SR_TOLD_PUBLISHER:
			add(&l, publisher(r));
			break;
		case SR_TOLD_URL:
			add(&l, r->url);
			break;
		case SR_TOLD_TITLE:
			add(&l, r->title);
			break;
		case SR_TOLD_DAY:
			add(&l, published(w, r));
			break;
		case SR_TOLD_ARTICLE:
			add(&l, article(w, r));
			break;
		}
	}
	return sr_json_text(&l.text);
}

static const struct sr_record *record_at(const struct sr_export_work *w,
					 const struct sr_happening *h,
					 uint32_t i)
{
	return &w->all->claims.items[h->in->claim[i]];
}

struct sr_str sr_export_speakers(struct sr_export_work *w,
				 const struct sr_happening *h)
{
	struct list l = { .text = { .mem = w->mem } };

	for (uint32_t i = 0; i < h->in->nclaim; i++)
		add(&l, record_at(w, h, i)->claim.speaker);
	return sr_json_text(&l.text);
}

/* Is its target somebody? A house that was hit, or a tank, is none. */
static bool is_somebody(const struct sr_claim *c, bool target)
{
	return !target || (c->type != SR_TYPE_ATTACK_DAMAGE &&
			   c->type != SR_TYPE_LOSS_EQUIPMENT);
}

struct sr_str sr_export_names(struct sr_export_work *w,
			      const struct sr_happening *h, bool target)
{
	struct list l = { .text = { .mem = w->mem } };
	const struct sr_export_side *side = target ? &h->b : &h->a;

	for (uint32_t i = 0; i < h->in->nclaim; i++) {
		const struct sr_claim *c = &record_at(w, h, i)->claim;
		const struct sr_party_slot *p = target ? &c->target : &c->actor;
		bool has = target ? c->has_target : c->has_actor;
		if (has && is_somebody(c, target) &&
		    sr_str_equal(p->side, side->side) &&
		    !sr_str_same_name(p->name, side->name))
			add(&l, p->name);
	}
	return sr_json_text(&l.text);
}

struct sr_str sr_export_notes(struct sr_export_work *w,
			      const struct sr_happening *h)
{
	struct sr_json text = { .mem = w->mem };
	struct sr_str numbers = sr_incident_numbers(h->in, w->all, w->mem);

	sr_json_raw(&text, w->all->claims.items[h->in->told[0].head].words);
	if (text.n && numbers.n)
		sr_json_raw(&text, SR_STR(" | "));
	sr_json_raw(&text, numbers);
	return sr_json_text(&text);
}

struct sr_str sr_export_claims(struct sr_export_work *w,
			       const struct sr_happening *h, char between)
{
	struct sr_json text = { .mem = w->mem };

	for (uint32_t i = 0; i < h->in->nclaim; i++) {
		if (i)
			sr_json_raw(&text, (struct sr_str){ &between, 1 });
		sr_json_raw(&text, record_at(w, h, i)->key);
	}
	return sr_json_text(&text);
}

/* "2022-03-30T08:00:00Z" in seconds; -1 for what is no such moment. */
static int64_t seconds_of(struct sr_str s)
{
	char text[24];
	int h, m, sec;
	int32_t day;

	if (s.n != 20 || !sr_day_read((struct sr_str){ s.s, 10 }, &day))
		return -1;
	snprintf(text, sizeof(text), "%.*s", 20, s.s);
	if (sscanf(text + 10, "T%2d:%2d:%2dZ", &h, &m, &sec) != 3)
		return -1;
	return (((int64_t)day * 24 + h) * 60 + m) * 60 + sec;
}

int64_t sr_export_learnt(const struct sr_export_work *w,
			 const struct sr_happening *h)
{
	int64_t last = -1;

	for (size_t i = 0; i < h->nreport; i++) {
		int64_t at = seconds_of(
			w->all->reports.items[h->report[i]].learnt);
		last = at > last ? at : last;
	}
	return last;
}
