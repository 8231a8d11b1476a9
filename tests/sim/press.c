#include "sim/press.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/digest.h"
#include "base/str.h"
#include "model/claim_key.h"
#include "sim/work.h"

const struct sim_noise *sim_noise(unsigned level)
{
	/* missed, copied, reworded, late, undated, vague; wrong day, town, side,
	 * number; boast, deny, unplaced */
	static const struct sim_noise NOISE[SIM_LEVELS] = {
		{ "clean", 0, 100, 0, 5, 50, 50, 0, 0, 0, 0, 0, 0, 0 },
		{ "light", 100, 160, 50, 10, 120, 100, 20, 10, 5, 50, 10, 150,
		  30 },
		{ "middling", 200, 220, 100, 15, 200, 150, 50, 25, 15, 120, 25,
		  300, 60 },
		{ "heavy", 300, 280, 150, 25, 300, 200, 100, 50, 30, 250, 50,
		  450, 100 },
		{ "awful", 400, 340, 250, 40, 400, 250, 180, 100, 70, 400, 90,
		  600, 180 },
	};

	return &NOISE[level < SIM_LEVELS ? level : SIM_LEVELS - 1];
}

struct sim_size sim_size_small(void)
{
	return (struct sim_size){ 40, 150, 0 };
}

/* Reports grow with towns times days. */
struct sim_size sim_size_for(size_t nreport)
{
	struct sim_size size = { 40, 150, nreport };
	size_t have = 400;

	while (have < nreport) {
		if (size.ntown * 2 < (uint32_t)size.ndays)
			size.ntown += size.ntown / 4;
		else
			size.ndays += size.ndays / 4;
		have = (size_t)size.ntown * (size_t)size.ndays / 18;
	}
	return size;
}

/* Lines */

static bool idle(struct sim_maker *m, struct sim_draft *d, int32_t n)
{
	for (; n > 0; n--) {
		struct sim_line *line = SR_PUSH(m->mem, &d->lines);
		if (!line)
			return false;
		line->text = sim_idle_talk(&m->dice, m->mem);
		if (!line->text.s)
			return false;
	}
	return true;
}

static bool word(struct sim_maker *m, struct sim_draft *d)
{
	for (size_t i = 0; i < d->lines.nitem; i++) {
		struct sim_line *line = &d->lines.items[i];
		if (line->text.s)
			continue;
		line->text = sim_tell(&m->dice, &line->claim, m->mem);
		if (!line->text.s)
			return false;
	}
	return true;
}

/* Copies */

/* Who takes over what: state media from their ministry, papers from wires,
 * now and then from other papers. */
static int32_t takes(const struct sim_maker *m, const struct sim_outlet *who,
		     const struct sim_outlet *whose)
{
	if (who == whose)
		return 0;
	if (who->trade == SIM_STATE)
		return whose->trade == SIM_MINISTRY && whose->side == who->side
			       ? 600
			       : 0;
	if (who->trade == SIM_PAPER && whose->trade == SIM_WIRE)
		return m->noise->copied;
	if (who->trade == SIM_PAPER && whose->trade == SIM_PAPER)
		return m->noise->copied / 12;
	if (who->trade == SIM_CARELESS && whose->trade != SIM_ANALYST)
		return m->noise->copied / 4;
	return 0;
}

/* In the copier's own words; the source may be named. */
static void reword(struct sim_maker *m, struct sim_draft *d,
		   const struct sim_outlet *whose)
{
	bool named = sim_chance(&m->dice, 400);

	for (size_t i = 0; i < d->lines.nitem; i++) {
		struct sim_line *line = &d->lines.items[i];
		if (!line->claims) {
			line->text = sim_idle_talk(&m->dice, m->mem);
			continue;
		}
		line->text = (struct sr_str){ NULL, 0 };
		if (named && !line->claim.speaker.n)
			line->claim.speaker = sr_str_of(whose->name);
	}
}

static bool copy(struct sim_maker *m, uint32_t from, uint8_t outlet)
{
	const struct sim_draft old = m->drafts.items[from];
	struct sim_draft *d = SR_PUSH(m->mem, &m->drafts);
	bool again = sim_chance(&m->dice, m->noise->reworded);

	if (!d)
		return false;
	d->outlet = outlet;
	d->root = old.root;
	d->published = old.published + sim_wait(&m->dice, 3 + m->noise->late / 4);
	for (size_t i = 0; i < old.lines.nitem; i++) {
		struct sim_line *line;
		/* Cut from the end, as papers do; idle talk is changed. */
		if (i > 1 && i + 2 >= old.lines.nitem &&
		    sim_chance(&m->dice, 300))
			continue;
		line = SR_PUSH(m->mem, &d->lines);
		if (!line)
			return false;
		*line = old.lines.items[i];
		if (!line->claims && sim_chance(&m->dice, 150))
			line->text = sim_idle_talk(&m->dice, m->mem);
		if (line->claim.basis == SR_BASIS_REPORT)
			line->claim.days.from = line->claim.days.to =
				d->published;
	}
	if (again)
		reword(m, d, &SIM_OUTLET[old.outlet]);
	return word(m, d);
}

static bool copies(struct sim_maker *m, uint32_t from)
{
	for (uint8_t o = 0; o < SIM_OUTLETS; o++) {
		const struct sim_outlet *whose =
			&SIM_OUTLET[m->drafts.items[from].outlet];
		int32_t share = takes(m, &SIM_OUTLET[o], whose);
		if (sim_chance(&m->dice, share) && !copy(m, from, o))
			return false;
	}
	return true;
}

/* Reports */

static bool report(struct sim_maker *m, const struct sim_item *item, size_t n)
{
	uint32_t own = (uint32_t)m->drafts.nitem;
	struct sim_draft d = { .outlet = item->outlet, .root = own };
	struct sim_draft *kept;

	d.published = m->p->war.first + item->due;
	if (!idle(m, &d, 2))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!sim_write(m, &d, own, &item[i]) ||
		    !idle(m, &d, sim_range(&m->dice, 0, 2)))
			return false;
	kept = SR_PUSH(m->mem, &m->drafts);
	if (!kept || !idle(m, &d, 3) || !word(m, &d))
		return false;
	*kept = d;
	return copies(m, own);
}

/* A report takes some of the day's items of its outlet. */
static bool reports(struct sim_maker *m, size_t most)
{
	const struct sim_item *item = m->items.items;
	size_t n;

	for (size_t i = 0; i < m->items.nitem; i += n) {
		enum sim_trade trade = SIM_OUTLET[item[i].outlet].trade;
		size_t room = trade == SIM_MINISTRY || trade == SIM_ANALYST
				      ? 8
				      : 1 + sim_below(&m->dice, 5);
		for (n = 1; n < room && i + n < m->items.nitem; n++)
			if (item[i + n].due != item[i].due ||
			    item[i + n].outlet != item[i].outlet)
				break;
		if (!report(m, item + i, n))
			return false;
		if (most && m->drafts.nitem >= most)
			break;
	}
	return true;
}

/* As records: the text put together, the spans of the claims in it. */

/* The number keeps two copies that are alike to the letter apart. */
static size_t header(const struct sim_draft *d, uint32_t index, char *text)
{
	char day[SR_DAY_TEXT], s[160];
	int n;

	sr_day_write(d->published, day);
	n = snprintf(s, sizeof(s), "Publisher: %s\nDate: %s\nNo: %u\n\n",
		     SIM_OUTLET[d->outlet].name, day, (unsigned)index);
	if (text)
		memcpy(text, s, (size_t)n);
	return (size_t)n;
}

static size_t text_of(struct sim_press *p, const struct sim_draft *d,
		      uint32_t index, char *text)
{
	size_t n = header(d, index, text);

	for (size_t i = 0; i < d->lines.nitem; i++) {
		const struct sim_line *line = &d->lines.items[i];
		struct sr_record *r;
		if (text)
			memcpy(text + n, line->text.s, line->text.n);
		n += line->text.n;
		if (text)
			text[n] = i % 3 == 2 ? '\n' : ' ';
		n++;
		if (!text || !line->claims)
			continue;
		r = &p->records.claims.items[p->records.claims.nitem];
		p->label[p->records.claims.nitem++] = line->label;
		r->claim = line->claim;
		r->words = line->text;
		r->report = index;
		r->claim.evidence.from = (uint32_t)(n - 1 - line->text.n);
		r->claim.evidence.to = (uint32_t)(n - 1);
		r->points = r->claim.evidence;
	}
	if (text)
		text[n - 1] = '\n';
	return n;
}

static bool name_claims(struct sim_press *p, const char *sha256, size_t from,
			struct sr_arena *mem)
{
	size_t n = p->records.claims.nitem - from;
	struct sr_record *r = p->records.claims.items + from;
	struct sr_claim *claim = SR_NEW(mem, struct sr_claim, n);
	struct sr_claim_key *key;

	for (size_t i = 0; claim && i < n; i++)
		claim[i] = r[i].claim;
	key = claim ? sr_claim_keys(mem, sha256, claim, n) : NULL;
	for (size_t i = 0; key && i < n; i++)
		r[i].key = sr_str_of(key[i].hex);
	return key != NULL;
}

static bool put_report(struct sim_press *p, const struct sim_draft *d,
		       uint32_t index, struct sr_arena *mem)
{
	struct sr_filed *f = &p->records.reports.items[index];
	size_t from = p->records.claims.nitem;
	size_t n = text_of(p, d, index, NULL);
	char *text = sr_arena_zero(mem, n + 1, 1);
	char *sha256 = sr_arena_zero(mem, SR_HEX, 1);
	char name[64];

	if (!text || !sha256)
		return false;
	text_of(p, d, index, text);
	snprintf(name, sizeof(name), "sim-%06u.txt", (unsigned)index);
	f->report.name.s = sr_arena_copy(mem, name, strlen(name));
	f->report.name.n = f->report.name.s ? strlen(name) : 0;
	f->report.text = (struct sr_str){ text, n };
	f->report.publisher = sr_str_of(SIM_OUTLET[d->outlet].name);
	f->report.published = (struct sr_days){ d->published, d->published };
	f->learnt = SR_STR("2012-01-01T00:00:00Z");
	sr_sha256(f->report.text, sha256);
	f->sha256 = sr_str_of(sha256);
	f->nclaim = p->records.claims.nitem - from;
	p->records.reports.nitem++;
	p->root[index] = d->root;
	return name_claims(p, sha256, from, mem);
}

static bool records(struct sim_maker *m)
{
	struct sim_press *p = m->p;
	size_t nclaim = 0, n = m->drafts.nitem;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < m->drafts.items[i].lines.nitem; k++)
			nclaim += m->drafts.items[i].lines.items[k].claims;
	p->records.claims.items = SR_NEW(m->mem, struct sr_record, nclaim);
	p->records.reports.items = SR_NEW(m->mem, struct sr_filed, n);
	p->label = SR_NEW(m->mem, struct sim_label, nclaim);
	p->root = SR_NEW(m->mem, uint32_t, n);
	if (m->mem->full)
		return false;
	p->records.claims.room = nclaim;
	p->records.reports.room = n;
	for (uint32_t i = 0; i < n; i++)
		if (!put_report(p, &m->drafts.items[i], i, m->mem))
			return false;
	return true;
}

bool sim_press_make(struct sim_press *p, struct sim_size size, unsigned level,
		    uint64_t seed, struct sr_arena *mem)
{
	struct sim_maker m = { .p = p,
			       .mem = mem,
			       .dice = { seed * 1000003 + level },
			       .noise = sim_noise(level) };

	*p = (struct sim_press){ 0 };
	if (!sim_war_make(&p->war, size.ntown, size.ndays, seed, mem))
		return false;
	m.last_change = SR_NEW(mem, uint32_t, size.ntown);
	for (uint32_t i = 0; m.last_change && i < size.ntown; i++)
		m.last_change[i] = SIM_NONE;
	return m.last_change && sim_spread(&m) && reports(&m, size.most) &&
	       records(&m);
}
