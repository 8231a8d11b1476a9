#include "sim/wrong.h"

#include <stdlib.h>

#include "base/str.h"
#include "fuse/incident.h"
#include "sim/score.h"

#define SHOWN 12
#define PAIR 200

struct wrong {
	char what[PAIR];
	uint32_t n;
};

struct wrongs {
	SR_LIST(struct wrong) items;
	uint32_t all;
};

static bool count(struct wrongs *w, const char *what, struct sr_arena *mem)
{
	struct wrong *own;

	w->all++;
	for (size_t i = 0; i < w->items.nitem; i++)
		if (strcmp(w->items.items[i].what, what) == 0) {
			w->items.items[i].n++;
			return true;
		}
	own = SR_PUSH(mem, &w->items);
	if (own) {
		snprintf(own->what, sizeof(own->what), "%s", what);
		own->n = 1;
	}
	return own != NULL;
}

static int by_number(const void *pa, const void *pb)
{
	const struct wrong *a = pa, *b = pb;

	return a->n != b->n ? (a->n < b->n ? 1 : -1) : strcmp(a->what, b->what);
}

static void say(const char *title, struct wrongs *w, FILE *out)
{
	if (w->items.nitem)
		qsort(w->items.items, w->items.nitem, sizeof(*w->items.items),
		      by_number);
	fprintf(out, "%s: %u\n", title, w->all);
	for (size_t i = 0; i < w->items.nitem && i < SHOWN; i++)
		fprintf(out, "%8u  %s\n", w->items.items[i].n,
			w->items.items[i].what);
}

/* "attack.air explicit" */
static const char *kind_of(const struct sr_record *r, char s[80])
{
	static const char *const BASIS[] = { "dated", "dated", "by", "since" };
	bool wide = r->claim.days.to > r->claim.days.from;

	snprintf(s, 80, "%s %s%s%s", sr_claim_type(&r->claim),
		 wide ? "wide" : BASIS[r->claim.basis],
		 r->claim.status ? " " : "",
		 r->claim.status ? sr_claim_status(&r->claim) : "");
	return s;
}

static const char *voice_of(const struct sr_records *all,
			    const struct sr_record *r, char s[80])
{
	const struct sr_filed *f = sr_filed_of(all, r);
	bool own = !r->claim.speaker.n;
	struct sr_str name = own ? f->report.publisher : r->claim.speaker;

	snprintf(s, 80, "%s%.*s", own ? "own: " : "says: ", (int)name.n,
		 name.s);
	return s;
}

static void pair(char what[PAIR], const char *a, const char *b)
{
	bool turned = strcmp(a, b) > 0;

	snprintf(what, PAIR, "%s | %s", turned ? b : a, turned ? a : b);
}

static bool compare(const struct sim_press *p, uint32_t i, uint32_t k,
		    const struct sr_incidents *ours,
		    const struct sr_voices *voices, struct wrongs w[4],
		    struct sr_arena *mem)
{
	const struct sr_record *a = &p->records.claims.items[i];
	const struct sr_record *b = &p->records.claims.items[k];
	bool one = p->label[i].event == p->label[k].event;
	bool told = ours->of[i] == ours->of[k] &&
		    ours->of[i] != SR_NO_INCIDENT;
	bool voice = p->label[i].origin == p->label[k].origin;
	bool said = voices->claim[i] == voices->claim[k];
	char what[PAIR], s[80], t[80];

	pair(what, kind_of(a, s), kind_of(b, t));
	if (told != one && !count(&w[one], what, mem))
		return false;
	if (!one || voice == said)
		return true;
	pair(what, voice_of(&p->records, a, s), voice_of(&p->records, b, t));
	return count(&w[2 + voice], what, mem);
}

bool sim_say_wrong(const struct sim_press *p, FILE *out, struct sr_arena *mem)
{
	struct wrongs w[4] = { { .all = 0 } };
	struct sr_voices voices;
	struct sr_incidents ours;
	uint32_t n = (uint32_t)p->records.claims.nitem;

	if (sr_voices(&p->records, mem, &voices, NULL) ||
	    sr_incidents(&p->records, &voices, NULL, mem, &ours, NULL))
		return false;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = i + 1; k < n; k++) {
			bool report = p->records.claims.items[i].report ==
				      p->records.claims.items[k].report;
			bool near = p->label[i].event == p->label[k].event ||
				    ours.of[i] == ours.of[k];
			if (p->label[i].event == SIM_NONE ||
			    p->label[k].event == SIM_NONE || report || !near)
				continue;
			if (!compare(p, i, k, &ours, &voices, w, mem))
				return false;
		}
	say("joined, but are two happenings", &w[0], out);
	say("apart, but are one happening", &w[1], out);
	say("one voice, but are two", &w[2], out);
	say("two voices, but are one", &w[3], out);
	return true;
}
