/* See control.h: the table of a place for people. */
#include "cli/control.h"

#include <stdio.h>

#include "base/calendar.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_SHOWN 6 /* of the claims of a spell, in the table */

static const char *bearing_name(enum sr_bearing bearing)
{
	switch (bearing) {
	case SR_BEARS_HOLDS:
		return "held: ";
	case SR_BEARS_LEAVES:
		return "left: ";
	case SR_BEARS_DENIES:
		return "denied: ";
	case SR_BEARS_TAKES:
	case SR_BEARS_RIVALS:
		break;
	}
	return "";
}

static uint32_t number_of(struct sr_control_view *v, uint32_t report)
{
	if (!v->number[report]) {
		uint32_t *r = SR_PUSH(&v->ask->mem, &v->reports);
		if (r)
			*r = report;
		v->number[report] = (uint32_t)v->reports.nitem;
	}
	return v->number[report];
}

/* [1] "words" (speaker)  id */
static void because(struct sr_control_view *v, struct sr_rows *rows,
		    uint32_t claim, const char *before)
{
	const struct sr_record *r = &v->all.claims.items[claim];
	struct sr_str speaker = r->claim.speaker;
	const char *mark = memchr(r->words.s, '"', r->words.n) ? "" : "\"";

	sr_cell_format(rows, "[%u] %s%s%.*s%s%s%.*s%s  %.*s",
		       number_of(v, r->report), before, mark,
		       (int)(r->words.n > 600 ? 600 : r->words.n), r->words.s,
		       mark, speaker.n ? " (" : "", (int)speaker.n,
		       speaker.n ? speaker.s : "", speaker.n ? ")" : "",
		       SR_ID_SHOWN, r->key.s);
}

static void blank_cells(struct sr_rows *rows, int n)
{
	for (int i = 0; i < n; i++)
		sr_cell_none(rows);
}

static void change_cell(struct sr_rows *rows, struct sr_days d)
{
	char text[SR_WORDING];

	if (d.from == SR_DAY_MIN && d.to == SR_DAY_MIN) {
		sr_cell_text(rows, SR_STR("?"));
		return;
	}
	sr_days_text(d, false, text);
	sr_cell_format(rows, "%s", text);
}

void sr_control_how(const struct sr_spell *s, char out[SR_HOW_TEXT])
{
	char support[SR_SUPPORT_TEXT] = "", against[SR_SUPPORT_TEXT] = "";

	if (s->kind == SR_HOLD_ASSUMED && !s->support.nclaim) {
		snprintf(out, SR_HOW_TEXT, "assumed");
		return;
	}
	sr_support_text(s->support, support);
	sr_support_text(s->against, against);
	snprintf(out, SR_HOW_TEXT, "%s %u%%%s%s%s%s%s%s", sr_hold_name(s->kind),
		 (s->sure > 990 ? 990u : s->sure) / 10u,
		 s->admitted   ? ", admitted"
		 : s->own_only ? " by itself alone"
			       : "",
		 s->support.nclaim ? ", " : "",
		 s->support.nclaim ? support : "",
		 s->against.nclaim ? ", against it " : "",
		 s->against.nclaim ? against : "", "");
}

/* Is this ground shown? Of each report the first two, MOST_SHOWN in all; what
 * is against always, where there is room. */
static bool is_shown(const struct sr_control_view *v, const struct sr_spell *s,
		     size_t k, size_t shown)
{
	const struct sr_record *r = v->all.claims.items;
	uint32_t report = r[s->grounds.items[k].claim].report;
	bool against = s->grounds.items[k].bearing >= SR_BEARS_DENIES;
	size_t same = 0;

	for (size_t i = 0; i < k; i++)
		same += r[s->grounds.items[i].claim].report == report;
	return against ? shown < 2 * MOST_SHOWN
		       : shown < MOST_SHOWN && same < 2;
}

static void ground_cell(struct sr_control_view *v, struct sr_rows *rows,
			const struct sr_spell *s, const struct sr_ground *g)
{
	const struct sr_claim *c = &v->all.claims.items[g->claim].claim;
	bool both = s->kind == SR_HOLD_CONTESTED &&
		    g->bearing != SR_BEARS_DENIES;
	char side[64];

	snprintf(side, sizeof(side), "%.*s%s",
		 (int)(c->actor.side.n < 24 ? c->actor.side.n : 24),
		 c->actor.side.n ? c->actor.side.s : "",
		 g->bearing == SR_BEARS_LEAVES ? " left: " : ": ");
	because(v, rows, g->claim,
		both || g->bearing == SR_BEARS_RIVALS
			? side
			: bearing_name(g->bearing));
}

static void siege_row(struct sr_rows *rows, const struct sr_spell *s)
{
	char days[SR_WORDING];

	sr_days_text(s->siege, false, days);
	sr_cell_format(rows, "besieged %s", days);
}

static void grounds_rows(struct sr_control_view *v, struct sr_rows *rows,
			 const struct sr_spell *s, bool all)
{
	struct sr_json more = { .mem = &v->ask->mem };
	size_t shown = 0;

	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_ground *g = &s->grounds.items[k];
		const struct sr_record *r = &v->all.claims.items[g->claim];
		if (!all && !is_shown(v, s, k, shown)) {
			sr_json_raw(&more, SR_STR(" "));
			sr_json_raw(&more,
				    (struct sr_str){ r->key.s, SR_ID_SHOWN });
			continue;
		}
		if (shown++)
			blank_cells(rows, 4);
		ground_cell(v, rows, s, g);
	}
	if (!shown)
		sr_cell_text(rows, SR_STR("nothing earlier in the ledger"));
	if (sr_days_known(s->siege)) {
		blank_cells(rows, 4);
		siege_row(rows, s);
	}
	if (!more.n)
		return;
	blank_cells(rows, 4);
	sr_cell_format(rows, "and%.*s", (int)(more.n > 900 ? 900 : more.n),
		       more.s);
}

static void spell_rows(struct sr_control_view *v, struct sr_rows *rows,
		       const struct sr_control *control, size_t i, bool all)
{
	const struct sr_spell *s = &control->spells.items[i];
	char how[SR_HOW_TEXT];

	change_cell(rows, s->from);
	if (i + 1 < control->spells.nitem)
		change_cell(rows, s[1].from);
	else
		sr_cell_text(rows, SR_STR("now"));
	if (s->rival.n)
		sr_cell_format(rows, "%.*s or %.*s", (int)s->holder.n,
			       s->holder.s, (int)s->rival.n, s->rival.s);
	else
		sr_cell_text(rows, s->holder.n ? s->holder : SR_STR("?"));
	sr_control_how(s, how);
	sr_cell_format(rows, "%s", how);
	grounds_rows(v, rows, s, all);
}

static const struct sr_view_column BESIDE[] = {
	{ NULL, "also said", SR_LEFT }, { NULL, "type", SR_LEFT },
	{ NULL, "side", SR_LEFT },	{ NULL, "status", SR_LEFT },
	{ NULL, "words", SR_WRAP },
};

static int print_beside(struct sr_control_view *v,
			const struct sr_control *control)
{
	struct sr_rows rows =
		sr_ask_rows(v->ask, BESIDE, sizeof(BESIDE) / sizeof(*BESIDE));

	for (size_t i = 0; i < control->beside.nitem; i++) {
		uint32_t claim = control->beside.items[i];
		const struct sr_claim *c = &v->all.claims.items[claim].claim;
		char days[SR_WORDING];
		sr_days_text(c->days, c->basis == SR_BASIS_REPORT, days);
		sr_cell_format(&rows, "%s", days);
		sr_cell_text(&rows, sr_str_of(sr_type_name(c->type)));
		sr_cell_text(&rows, c->has_actor ? c->actor.side
						 : (struct sr_str){ NULL, 0 });
		sr_cell_text(&rows, sr_str_of(sr_status_name(c->status)));
		because(v, &rows, claim, "");
	}
	if (!control->beside.nitem)
		return SR_EXIT_OK;
	sr_cli_print(v->ask->cli, "\n");
	return sr_ask_print(v->ask, &rows);
}

/* The province or oblast of a place that was found by its name. */
static struct sr_str admin1_of(const struct sr_control_view *v, int64_t id)
{
	for (size_t i = 0; id && i < v->ask->nplace; i++)
		if (v->ask->place[i].id == id)
			return v->ask->place[i].admin1;
	return (struct sr_str){ NULL, 0 };
}

static void print_head(struct sr_control_view *v, const struct sr_spot_group *g)
{
	const struct sr_place_slot *p = g->place;
	char point[SR_WORDING] = "", text[512], support[SR_SUPPORT_TEXT];
	struct sr_json safe = { .mem = &v->ask->mem };

	if (p->has_point)
		sr_point_text(p->lat, p->lon, point);
	struct sr_str admin1 = admin1_of(v, p->id);
	sr_support_text(sr_support_of(&v->all, &v->voices, g->claim, g->n,
				      &v->ask->mem),
			support);
	snprintf(text, sizeof(text), "%.*s%s%.*s%s%.*s   %s   %s, %zu claim%s",
		 (int)p->name.n, p->name.s, admin1.n ? ", " : "", (int)admin1.n,
		 admin1.n ? admin1.s : "", p->country.n ? ", " : "",
		 (int)p->country.n, p->country.n ? p->country.s : "", point,
		 support, g->n, g->n == 1 ? "" : "s");
	sr_ask_line(v->ask, text, &safe);
	sr_cli_write(v->ask->cli, sr_json_text(&safe));
}

void sr_control_reports(struct sr_control_view *v)
{
	char text[512];

	sr_cli_print(v->ask->cli, "\n");
	for (size_t i = 0; i < v->reports.nitem; i++) {
		struct sr_json safe = { .mem = &v->ask->mem };
		int n = snprintf(text, sizeof(text), "[%zu] ", i + 1);
		sr_filed_text(&v->all.reports.items[v->reports.items[i]],
			      text + n, sizeof(text) - (size_t)n);
		sr_ask_line(v->ask, text, &safe);
		sr_cli_write(v->ask->cli, sr_json_text(&safe));
	}
}

static const struct sr_view_column TABLE[] = {
	{ NULL, "from", SR_LEFT },    { NULL, "until", SR_LEFT },
	{ NULL, "holder", SR_LEFT },  { NULL, "how sure", SR_CUT },
	{ NULL, "because", SR_WRAP },
};

int sr_control_table(struct sr_control_view *v, const struct sr_spot_group *g,
		     const struct sr_control *control, size_t only)
{
	struct sr_rows rows =
		sr_ask_rows(v->ask, TABLE, sizeof(TABLE) / sizeof(*TABLE));
	char last[SR_DAY_TEXT];

	print_head(v, g);
	sr_cli_print(v->ask->cli, "\n");
	for (size_t i = 0; i < control->spells.nitem; i++)
		if (only == SIZE_MAX || only == i)
			spell_rows(v, &rows, control, i, only == i);
	if (!control->spells.nitem)
		sr_cli_print(v->ask->cli, "nobody is said to hold it\n");
	else if (sr_ask_print(v->ask, &rows))
		return SR_EXIT_ENVIRONMENT;
	if (control->last != SR_DAY_MIN && only == SIZE_MAX) {
		sr_day_write(control->last, last);
		sr_cli_print(v->ask->cli, "nothing after %s\n", last);
	}
	return only == SIZE_MAX ? print_beside(v, control) : SR_EXIT_OK;
}
