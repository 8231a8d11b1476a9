/* sitrep control PLACE: who held a place when, with the words that say so.
 * sitrep control --on DAY: who held every place on that day.
 * sitrep explain hID: one line of these, with all that it rests on. */
#include <stdio.h>

#include "base/calendar.h"
#include "cli/control.h"
#include "ontology.h"
#include "views/wording.h"

static const struct sr_view_column DATA[] = {
	{ "id", NULL, SR_LEFT },
	{ "place", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", NULL, SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "from_earliest", NULL, SR_LEFT },
	{ "from_latest", NULL, SR_LEFT },
	{ "from_likeliest", NULL, SR_LEFT },
	{ "until_earliest", NULL, SR_LEFT },
	{ "until_latest", NULL, SR_LEFT },
	{ "holder", NULL, SR_LEFT },
	{ "rival", NULL, SR_LEFT },
	{ "how", NULL, SR_LEFT },
	{ "sure", NULL, SR_LEFT },
	{ "origins", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ "origins_against", NULL, SR_LEFT },
	{ "reports_against", NULL, SR_LEFT },
	{ "own_side_only", NULL, SR_LEFT },
	{ "admitted", NULL, SR_LEFT },
	{ "besieged_from", NULL, SR_LEFT },
	{ "besieged_to", NULL, SR_LEFT },
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

static void days_cells(struct sr_rows *rows, struct sr_days d)
{
	sr_cell_day(rows, sr_days_known(d) ? d.from : SR_DAY_MIN);
	sr_cell_day(rows, sr_days_known(d) ? d.to : SR_DAY_MAX);
}

static void data_row(struct sr_control_view *v, struct sr_rows *rows,
		     const struct sr_place_slot *p,
		     const struct sr_control *control, size_t i)
{
	const struct sr_spell *s = &control->spells.items[i];
	bool last = i + 1 == control->spells.nitem;

	sr_cell_text(rows, sr_str_of(s->id));
	place_cells(rows, p);
	sr_cell_day(rows, s->from.from);
	sr_cell_day(rows, s->from.to);
	sr_cell_day(rows, s->day);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.from);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.to);
	sr_cell_text(rows, s->holder);
	sr_cell_text(rows, s->rival);
	sr_cell_text(rows, sr_str_of(sr_hold_name(s->kind)));
	sr_cell_milli(rows, s->sure);
	sr_cell_int(rows, s->support.norigin);
	sr_cell_int(rows, s->support.nreport);
	sr_cell_int(rows, s->against.norigin);
	sr_cell_int(rows, s->against.nreport);
	sr_cell_flag(rows, s->own_only);
	sr_cell_flag(rows, s->admitted);
	days_cells(rows, s->siege);
	sr_cell_day(rows, control->last);
	sr_cell_list(rows, sr_control_ids(v, s, false));
	sr_cell_list(rows, sr_control_ids(v, s, true));
}

/* One place after another. */
static int print_places(struct sr_control_view *v)
{
	bool table = v->ask->view.format == SR_FORMAT_TABLE;
	struct sr_rows rows =
		sr_ask_rows(v->ask, DATA, sizeof(DATA) / sizeof(*DATA));
	int status = SR_EXIT_OK;

	for (size_t i = 0; !status && i < v->groups.items.nitem; i++) {
		const struct sr_spot_group *g = &v->groups.items.items[i];
		struct sr_control control;
		if (sr_control(&v->in, g, &v->ask->mem, &control, &v->ask->err))
			return sr_ask_fail(v->ask);
		if (table && i)
			sr_cli_print(v->ask->cli, "\n");
		if (table)
			status = sr_control_table(v, g, &control, SIZE_MAX);
		for (size_t k = 0; !table && k < control.spells.nitem; k++)
			data_row(v, &rows, g->place, &control, k);
	}
	if (!table)
		return sr_ask_print(v->ask, &rows);
	if (!status)
		sr_control_reports(v);
	return status;
}

/* Every place on a day */

static const struct sr_view_column ON[] = {
	{ "id", NULL, SR_LEFT },
	{ "place", "place", SR_CUT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", "in", SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "holder", "holder", SR_LEFT },
	{ "or", NULL, SR_LEFT },
	{ "how", "how sure", SR_LEFT },
	{ "sure", "", SR_RIGHT },
	{ "besieged", NULL, SR_LEFT },
	{ "since", "since", SR_LEFT },
	{ NULL, "support", SR_LEFT },
	{ NULL, "against", SR_LEFT },
	{ "origins", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ "reports_against", NULL, SR_LEFT },
	{ "last_evidence", "last evidence", SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "id", SR_LEFT },
};

/* What of a place holds on a day. */
struct on_day {
	const struct sr_control *control;
	size_t at, next; /* next: SIZE_MAX: none that may have come */
	int32_t day;
};

static void support_cell(struct sr_rows *rows, struct sr_support s)
{
	char text[SR_SUPPORT_TEXT];

	sr_support_text(s, text);
	if (s.nclaim)
		sr_cell_format(rows, "%s", text);
	else
		sr_cell_none(rows);
}

static void sure_cell(struct sr_rows *rows, bool table, const struct on_day *on)
{
	uint32_t sure = sr_control_sure(on->control, on->at, on->day);

	if (on->control->spells.items[on->at].kind == SR_HOLD_ASSUMED)
		sr_cell_none(rows);
	else if (table)
		sr_cell_format(rows, "%u%%", (sure > 990 ? 990 : sure) / 10);
	else
		sr_cell_milli(rows, sure);
}

static bool is_besieged(const struct sr_spell *s, int32_t day)
{
	return sr_days_known(s->siege) && s->siege.from <= day;
}

static void holder_cells(struct sr_rows *rows, bool table,
			 const struct on_day *on)
{
	const struct sr_spell *s = &on->control->spells.items[on->at];
	struct sr_str other = s->rival;
	bool changing = on->next != SIZE_MAX;

	if (changing)
		other = on->control->spells.items[on->next].holder;
	if (table && other.n)
		sr_cell_format(rows, "%.*s or %.*s",
			       (int)(s->holder.n ? s->holder.n : 1),
			       s->holder.n ? s->holder.s : "?", (int)other.n,
			       other.s);
	else
		sr_cell_text(rows, s->holder);
	sr_cell_text(rows, other);
	if (table && is_besieged(s, on->day))
		sr_cell_format(rows, "%s, besieged",
			       changing ? "changing" : sr_hold_name(s->kind));
	else
		sr_cell_text(rows, changing ? SR_STR("changing")
					    : sr_str_of(sr_hold_name(s->kind)));
	sure_cell(rows, table, on);
	sr_cell_flag(rows, is_besieged(s, on->day));
}

static void on_row(struct sr_control_view *v, struct sr_rows *rows,
		   const struct sr_place_slot *p, const struct on_day *on)
{
	const struct sr_spell *s = &on->control->spells.items[on->at];
	bool changing = on->next != SIZE_MAX;
	char since[SR_WORDING];

	sr_cell_text(rows, sr_str_of(s->id));
	place_cells(rows, p);
	holder_cells(rows, v->ask->view.format == SR_FORMAT_TABLE, on);
	sr_days_text(s->from, false, since);
	if (s->from.to == SR_DAY_MIN)
		sr_cell_text(rows, SR_STR("?"));
	else
		sr_cell_format(rows, "%s", since);
	support_cell(rows, s->support);
	support_cell(rows, s->against);
	sr_cell_int(rows, s->support.norigin);
	sr_cell_int(rows, s->support.nreport);
	sr_cell_int(rows, s->against.nreport);
	sr_cell_day(rows, on->control->last);
	sr_cell_list(
		rows,
		sr_control_ids(v, changing ? &s[on->next - on->at] : s, false));
	sr_cell_text(rows, sr_str_of(s->id));
}

/* Does any claim bear on the holder of that day? Not what is assumed, nor a
 * change of which only the last possible day is known. */
static bool is_claimed(const struct sr_spell *s, int32_t day)
{
	if (s->kind == SR_HOLD_ASSUMED)
		return false;
	return s->from.to <= day || s->from.from != SR_DAY_MIN;
}

static int print_on(struct sr_control_view *v, int32_t day)
{
	struct sr_rows rows = sr_ask_rows(v->ask, ON, sizeof(ON) / sizeof(*ON));
	bool all = sr_cli_has(v->ask->cli, SR_OPT_ALL);

	for (size_t i = 0; i < v->groups.items.nitem; i++) {
		const struct sr_spot_group *g = &v->groups.items.items[i];
		struct sr_control control;
		struct on_day on = { .control = &control, .day = day };
		if (sr_control(&v->in, g, &v->ask->mem, &control, &v->ask->err))
			return sr_ask_fail(v->ask);
		on.at = sr_control_on(&control, day, &on.next);
		if (on.at == SIZE_MAX) {
			on.at = on.next;
			on.next = SIZE_MAX;
		}
		if (on.at == SIZE_MAX)
			continue;
		const struct sr_spell *s = control.spells.items;
		if (on.next != SIZE_MAX && !is_claimed(&s[on.next], day))
			on.next = SIZE_MAX;
		if (all || is_claimed(&s[on.at], day) || on.next != SIZE_MAX)
			on_row(v, &rows, g->place, &on);
	}
	return sr_ask_print(v->ask, &rows);
}

/* The last day on which anything that is known was published or happened: what
 * "now" is to a ledger. */
static int32_t last_day(const struct sr_control_view *v)
{
	int32_t last = SR_DAY_MIN;

	for (size_t i = 0; i < v->all.reports.nitem; i++) {
		struct sr_days d = v->all.reports.items[i].report.published;
		if (sr_days_known(d) && d.to != SR_DAY_MAX && d.to > last)
			last = d.to;
	}
	for (size_t i = 0; i < v->all.claims.nitem; i++) {
		const struct sr_claim *c = &v->all.claims.items[i].claim;
		if (sr_days_known(c->days) && c->days.to != SR_DAY_MAX &&
		    c->days.to > last && c->status == SR_STATUS_ASSERTED)
			last = c->days.to;
	}
	return last == SR_DAY_MIN ? SR_DAY_MAX - 1 : last;
}

static int run(struct sr_ask *ask, bool every, int32_t day)
{
	struct sr_control_view v = { .ask = ask };

	if (sr_control_load(&v))
		return sr_ask_fail(ask);
	if (every)
		return print_on(&v, day == SR_DAY_MAX ? last_day(&v) : day);
	if (!v.groups.items.nitem)
		sr_say("%s: no claim of who held it is in the ledger",
		       ask->cli->opt[SR_OPT_PLACE]);
	return print_places(&v);
}

int sr_cmd_control(struct sr_cli *cli)
{
	struct sr_ask ask;
	bool on = sr_cli_has(cli, SR_OPT_ON);
	int32_t day = SR_DAY_MAX; /* after all that is known */

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

/* explain */

static const struct sr_view_column SOURCES[] = {
	{ NULL, "source", SR_CUT },	{ NULL, "claim", SR_LEFT },
	{ NULL, "published", SR_LEFT }, { NULL, "speaks", SR_LEFT },
	{ NULL, "agreed", SR_RIGHT },	{ NULL, "differed", SR_RIGHT },
};

/* Each ground's source, and how often it agreed with others elsewhere. */
static int print_sources(struct sr_control_view *v, const struct sr_spell *s)
{
	static const char *const SPEAKS[] = { "of others", "for its own side",
					      "against its own side" };
	struct sr_rows rows = sr_ask_rows(v->ask, SOURCES,
					  sizeof(SOURCES) / sizeof(*SOURCES));

	for (size_t i = 0; i < s->grounds.nitem; i++) {
		uint32_t claim = s->grounds.items[i].claim;
		const struct sr_record *r = &v->all.claims.items[claim];
		const struct sr_source *from =
			&v->trust.items.items[v->trust.claim[claim]];
		enum sr_interest of = s->grounds.items[i].interest;
		char days[SR_WORDING];
		sr_days_text(sr_filed_of(&v->all, r)->report.published, false,
			     days);
		sr_cell_text(&rows, from->name);
		sr_cell_text(&rows, (struct sr_str){ r->key.s, SR_ID_SHOWN });
		sr_cell_format(&rows, "%s", days);
		sr_cell_text(&rows, sr_str_of(SPEAKS[of]));
		sr_cell_int(&rows, from->agree[of]);
		sr_cell_int(&rows, from->differ[of]);
	}
	sr_cli_print(v->ask->cli, "\n");
	return sr_ask_print(v->ask, &rows);
}

static int explain_spell(struct sr_control_view *v,
			 const struct sr_spot_group *g,
			 const struct sr_control *control, size_t i)
{
	int status = sr_control_table(v, g, control, i);

	sr_control_reports(v);
	return status ? status : print_sources(v, &control->spells.items[i]);
}

int sr_control_explain(struct sr_ask *ask, const char *id)
{
	struct sr_control_view v = { .ask = ask };
	size_t n = strlen(id);

	if (sr_control_load(&v))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < v.groups.items.nitem; i++) {
		const struct sr_spot_group *g = &v.groups.items.items[i];
		struct sr_control control;
		if (sr_control(&v.in, g, &ask->mem, &control, &ask->err))
			return sr_ask_fail(ask);
		for (size_t k = 0; k < control.spells.nitem; k++)
			if (strncmp(control.spells.items[k].id, id, n) == 0)
				return explain_spell(&v, g, &control, k);
	}
	sr_say("%s: no line of control has that id; they change with what is "
	       "known",
	       id);
	return SR_EXIT_REFUSED;
}
