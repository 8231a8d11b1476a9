/* sitrep control PLACE: who held a place when, with the words that say so.
 * sitrep control --on DAY: who held every place on that day. */
#include <stdio.h>

#include "base/calendar.h"
#include "cli/ask.h"
#include "fuse/control.h"
#include "fuse/places.h"
#include "ontology.h"
#include "views/wording.h"

#define MOST_SHOWN 6 /* of the claims of a spell, in the table */

struct view {
	struct sr_ask *ask;
	struct sr_records all;
	struct sr_spot_groups groups;
	uint32_t *number; /* of each report: its number in the table; 0: none */
	uint32_t numbered;
	SR_LIST(uint32_t) reports; /* those with a number, in order */
};

static const char *kind_name(enum sr_hold kind)
{
	switch (kind) {
	case SR_HOLD_ASSUMED:
		return "assumed";
	case SR_HOLD_CLAIMED:
		return "claimed";
	case SR_HOLD_CONTESTED:
		return "contested";
	case SR_HOLD_LEFT:
		return "left";
	}
	return "?";
}

static const char *bearing_name(enum sr_bearing bearing)
{
	switch (bearing) {
	case SR_BEARS_TAKES:
		return "";
	case SR_BEARS_HOLDS:
		return "held: ";
	case SR_BEARS_LEAVES:
		return "left: ";
	case SR_BEARS_DENIES:
		return "denied: ";
	case SR_BEARS_RIVALS:
		break;
	}
	return "";
}

/* Ids of the grounds that deny, or that don't, with spaces between. */
static struct sr_str ids_of(struct view *v, const struct sr_spell *s,
			    bool denying)
{
	struct sr_json ids = { .mem = &v->ask->mem };

	for (size_t i = 0; i < s->grounds.nitem; i++) {
		const struct sr_ground *g = &s->grounds.items[i];
		if ((g->bearing == SR_BEARS_DENIES) != denying)
			continue;
		if (ids.n)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, v->all.claims.items[g->claim].key);
	}
	return sr_json_text(&ids);
}

/* Rows for programs */

static const struct sr_view_column DATA[] = {
	{ "place", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", NULL, SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "from_earliest", NULL, SR_LEFT },
	{ "from_latest", NULL, SR_LEFT },
	{ "until_earliest", NULL, SR_LEFT },
	{ "until_latest", NULL, SR_LEFT },
	{ "holder", NULL, SR_LEFT },
	{ "rival", NULL, SR_LEFT },
	{ "how", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ "denied_by", NULL, SR_LEFT },
	{ "last_evidence", NULL, SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ "claims_against", NULL, SR_LEFT },
};

static void place_cells(struct sr_rows *rows, const struct sr_place_slot *p)
{
	sr_cell_text(rows, p->name);
	if (p->id)
		sr_cell_int(rows, p->id);
	else
		sr_cell_none(rows);
	sr_cell_text(rows, p->country);
	sr_cell_point(rows, p);
}

static void data_row(struct view *v, struct sr_rows *rows,
		     const struct sr_place_slot *p,
		     const struct sr_control *control, size_t i)
{
	const struct sr_spell *s = &control->spells.items[i];
	bool last = i + 1 == control->spells.nitem;

	place_cells(rows, p);
	sr_cell_day(rows, s->from.from);
	sr_cell_day(rows, s->from.to);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.from);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.to);
	sr_cell_text(rows, s->holder);
	sr_cell_text(rows, s->rival);
	sr_cell_text(rows, sr_str_of(kind_name(s->kind)));
	sr_cell_int(rows, s->nreport);
	sr_cell_int(rows, s->ndenier);
	sr_cell_day(rows, control->last);
	sr_cell_list(rows, ids_of(v, s, false));
	sr_cell_list(rows, ids_of(v, s, true));
}

/* A table for people */

static const struct sr_view_column TABLE[] = {
	{ NULL, "from", SR_LEFT },    { NULL, "until", SR_LEFT },
	{ NULL, "holder", SR_LEFT },  { NULL, "how sure", SR_CUT },
	{ NULL, "because", SR_WRAP },
};

static uint32_t number_of(struct view *v, uint32_t report)
{
	if (!v->number[report]) {
		uint32_t *r = SR_PUSH(&v->ask->mem, &v->reports);
		if (r)
			*r = report;
		v->number[report] = ++v->numbered;
	}
	return v->number[report];
}

/* [1] "words" (speaker)  id */
static void because(struct view *v, struct sr_rows *rows, uint32_t claim,
		    const char *before)
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

static void how_cell(struct sr_rows *rows, const struct sr_spell *s)
{
	char denied[48] = "";

	if (s->ndenier)
		snprintf(denied, sizeof(denied), ", denied in %u", s->ndenier);
	if (s->kind == SR_HOLD_ASSUMED)
		sr_cell_text(rows, SR_STR("assumed"));
	else
		sr_cell_format(rows, "%s, %u report%s%s", kind_name(s->kind),
			       s->nreport, s->nreport == 1 ? "" : "s", denied);
}

/* Is this ground shown? Of each report the first two, MOST_SHOWN in all. */
static bool is_shown(const struct view *v, const struct sr_spell *s, size_t k,
		     size_t shown)
{
	uint32_t report = v->all.claims.items[s->grounds.items[k].claim].report;
	size_t same = 0;

	for (size_t i = 0; i < k; i++)
		same += v->all.claims.items[s->grounds.items[i].claim].report ==
			report;
	return shown < MOST_SHOWN && same < 2;
}

static void ground_cell(struct view *v, struct sr_rows *rows,
			const struct sr_ground *g)
{
	const struct sr_claim *c = &v->all.claims.items[g->claim].claim;
	char side[32];

	snprintf(side, sizeof(side),
		 "%.*s: ", (int)(c->actor.side.n < 24 ? c->actor.side.n : 24),
		 c->actor.side.n ? c->actor.side.s : "");
	because(v, rows, g->claim,
		g->bearing == SR_BEARS_RIVALS ? side
					      : bearing_name(g->bearing));
}

static void grounds_rows(struct view *v, struct sr_rows *rows,
			 const struct sr_spell *s)
{
	struct sr_json more = { .mem = &v->ask->mem };
	size_t shown = 0;

	for (size_t k = 0; k < s->grounds.nitem; k++) {
		const struct sr_ground *g = &s->grounds.items[k];
		const struct sr_record *r = &v->all.claims.items[g->claim];
		if (!is_shown(v, s, k, shown)) {
			sr_json_raw(&more, SR_STR(" "));
			sr_json_raw(&more,
				    (struct sr_str){ r->key.s, SR_ID_SHOWN });
			continue;
		}
		if (shown++)
			blank_cells(rows, 4);
		ground_cell(v, rows, g);
	}
	if (!shown)
		sr_cell_text(rows, SR_STR("nothing earlier in the ledger"));
	if (!more.n)
		return;
	blank_cells(rows, 4);
	sr_cell_format(rows, "and%.*s", (int)(more.n > 900 ? 900 : more.n),
		       more.s);
}

static void spell_rows(struct view *v, struct sr_rows *rows,
		       const struct sr_control *control, size_t i)
{
	const struct sr_spell *s = &control->spells.items[i];

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
	how_cell(rows, s);
	grounds_rows(v, rows, s);
}

static const struct sr_view_column BESIDE[] = {
	{ NULL, "also said", SR_LEFT }, { NULL, "type", SR_LEFT },
	{ NULL, "side", SR_LEFT },	{ NULL, "status", SR_LEFT },
	{ NULL, "words", SR_WRAP },
};

static int print_beside(struct view *v, const struct sr_control *control)
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
static struct sr_str admin1_of(const struct view *v, int64_t id)
{
	for (size_t i = 0; id && i < v->ask->nplace; i++)
		if (v->ask->place[i].id == id)
			return v->ask->place[i].admin1;
	return (struct sr_str){ NULL, 0 };
}

static void print_head(struct view *v, const struct sr_spot_group *g)
{
	const struct sr_place_slot *p = g->place;
	char point[SR_WORDING] = "", text[512];
	struct sr_json safe = { .mem = &v->ask->mem };

	if (p->has_point)
		sr_point_text(p->lat, p->lon, point);
	struct sr_str admin1 = admin1_of(v, p->id);
	snprintf(text, sizeof(text),
		 "%.*s%s%.*s%s%.*s   %s   %u report%s, %zu claim%s",
		 (int)p->name.n, p->name.s, admin1.n ? ", " : "", (int)admin1.n,
		 admin1.n ? admin1.s : "", p->country.n ? ", " : "",
		 (int)p->country.n, p->country.n ? p->country.s : "", point,
		 g->nreport, g->nreport == 1 ? "" : "s", g->n,
		 g->n == 1 ? "" : "s");
	sr_ask_line(v->ask, text, &safe);
	sr_cli_write(v->ask->cli, sr_json_text(&safe));
}

static void print_reports(struct view *v)
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

static int print_table(struct view *v, const struct sr_spot_group *g,
		       const struct sr_control *control)
{
	struct sr_rows rows =
		sr_ask_rows(v->ask, TABLE, sizeof(TABLE) / sizeof(*TABLE));
	char last[SR_DAY_TEXT];

	print_head(v, g);
	sr_cli_print(v->ask->cli, "\n");
	for (size_t i = 0; i < control->spells.nitem; i++)
		spell_rows(v, &rows, control, i);
	if (!control->spells.nitem)
		sr_cli_print(v->ask->cli, "nobody is said to hold it\n");
	else if (sr_ask_print(v->ask, &rows))
		return SR_EXIT_ENVIRONMENT;
	if (control->last != SR_DAY_MIN) {
		sr_day_write(control->last, last);
		sr_cli_print(v->ask->cli, "nothing after %s\n", last);
	}
	return print_beside(v, control);
}

/* One place after another. */
static int print_places(struct view *v)
{
	bool table = v->ask->view.format == SR_FORMAT_TABLE;
	struct sr_rows rows =
		sr_ask_rows(v->ask, DATA, sizeof(DATA) / sizeof(*DATA));
	int status = SR_EXIT_OK;

	for (size_t i = 0; !status && i < v->groups.items.nitem; i++) {
		const struct sr_spot_group *g = &v->groups.items.items[i];
		struct sr_control control;
		if (sr_control(&v->all, g, &v->ask->mem, &control,
			       &v->ask->err))
			return sr_ask_fail(v->ask);
		if (table && i)
			sr_cli_print(v->ask->cli, "\n");
		if (table)
			status = print_table(v, g, &control);
		for (size_t k = 0; !table && k < control.spells.nitem; k++)
			data_row(v, &rows, g->place, &control, k);
	}
	if (!table)
		return sr_ask_print(v->ask, &rows);
	if (!status)
		print_reports(v);
	return status;
}

/* Every place on a day */

static const struct sr_view_column ON[] = {
	{ "place", "place", SR_CUT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", "in", SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "holder", "holder", SR_LEFT },
	{ "or", NULL, SR_LEFT },
	{ "how", "how sure", SR_LEFT },
	{ "since", "since", SR_LEFT },
	{ "reports", "reports", SR_RIGHT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "claims", SR_RIGHT },
	{ "last_evidence", "last evidence", SR_LEFT },
};

static void on_row(struct view *v, struct sr_rows *rows,
		   const struct sr_place_slot *p,
		   const struct sr_control *control, const size_t at[2])
{
	const struct sr_spell *spell = control->spells.items;
	const struct sr_spell *s = &spell[at[0]];
	struct sr_str other = s->rival;
	size_t n = s->grounds.nitem;

	if (at[1] != SIZE_MAX) {
		other = spell[at[1]].holder;
		n += spell[at[1]].grounds.nitem;
	}
	place_cells(rows, p);
	if (v->ask->view.format == SR_FORMAT_TABLE && other.n)
		sr_cell_format(rows, "%.*s or %.*s",
			       (int)(s->holder.n ? s->holder.n : 1),
			       s->holder.n ? s->holder.s : "?", (int)other.n,
			       other.s);
	else
		sr_cell_text(rows, s->holder);
	sr_cell_text(rows, other);
	sr_cell_text(rows, at[1] != SIZE_MAX ? SR_STR("changing")
					     : sr_str_of(kind_name(s->kind)));
	change_cell(rows, s->from);
	sr_cell_int(rows, s->nreport);
	sr_cell_list(rows,
		     ids_of(v, at[1] != SIZE_MAX ? &spell[at[1]] : s, false));
	sr_cell_int(rows, (int64_t)n);
	sr_cell_day(rows, control->last);
}

/* Does any claim bear on the holder of that day? Not what is assumed, nor a
 * change of which only the last possible day is known. */
static bool is_claimed(const struct sr_spell *s, int32_t day)
{
	if (s->kind == SR_HOLD_ASSUMED)
		return false;
	return s->from.to <= day || s->from.from != SR_DAY_MIN;
}

static int print_on(struct view *v, int32_t day)
{
	struct sr_rows rows = sr_ask_rows(v->ask, ON, sizeof(ON) / sizeof(*ON));
	bool all = sr_cli_has(v->ask->cli, SR_OPT_ALL);

	for (size_t i = 0; i < v->groups.items.nitem; i++) {
		const struct sr_spot_group *g = &v->groups.items.items[i];
		struct sr_control control;
		size_t at[2];
		if (sr_control(&v->all, g, &v->ask->mem, &control,
			       &v->ask->err))
			return sr_ask_fail(v->ask);
		at[0] = sr_control_on(&control, day, &at[1]);
		if (at[0] == SIZE_MAX) {
			at[0] = at[1];
			at[1] = SIZE_MAX;
		}
		if (at[0] == SIZE_MAX)
			continue;
		const struct sr_spell *s = control.spells.items;
		if (at[1] != SIZE_MAX && !is_claimed(&s[at[1]], day))
			at[1] = SIZE_MAX;
		if (all || is_claimed(&s[at[0]], day) || at[1] != SIZE_MAX)
			on_row(v, &rows, g->place, &control, at);
	}
	return sr_ask_print(v->ask, &rows);
}

static int run(struct sr_ask *ask, bool every, int32_t day)
{
	struct view v = { .ask = ask };

	ask->filter.types = SR_STR("control");
	if (sr_ledger_claims(ask->ledger, &ask->filter, &ask->mem, &v.all,
			     &ask->err) ||
	    sr_group_places(&v.all, &ask->mem, &v.groups, &ask->err))
		return sr_ask_fail(ask);
	v.number = SR_NEW(&ask->mem, uint32_t, v.all.reports.nitem);
	if (!v.number) {
		sr_fail_nomem(&ask->err, "control");
		return sr_ask_fail(ask);
	}
	if (every)
		return print_on(&v, day);
	if (!v.groups.items.nitem)
		sr_say("%s: no claim of who held it is in the ledger",
		       ask->cli->opt[SR_OPT_PLACE]);
	return print_places(&v);
}

int sr_cmd_control(struct sr_cli *cli)
{
	struct sr_ask ask;
	bool on = sr_cli_has(cli, SR_OPT_ON);
	int32_t day = SR_DAY_MAX - 1; /* after all that is known */

	if (cli->noperand)
		cli->opt[SR_OPT_PLACE] = cli->operand[0];
	bool every = on || (!sr_cli_has(cli, SR_OPT_PLACE) &&
			    !sr_cli_has(cli, SR_OPT_NEAR));
	int status = sr_ask_open(&ask, cli);
	if (!status && on &&
	    sr_ask_day(cli->opt[SR_OPT_ON], false, &day, &ask.err))
		status = sr_ask_fail(&ask);
	if (!status)
		status = run(&ask, every, day);
	sr_ask_close(&ask);
	return status;
}
