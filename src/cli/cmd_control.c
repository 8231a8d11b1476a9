/* sitrep control PLACE: who held a place when, with the words that say so.
 * sitrep control --on DAY: who held every place on that day.
 * sitrep explain hID: one line of these, with all that it rests on. */
#include <stdlib.h>

#include "cli/control.h"
#include "cli/explain.h"
#include "views/wording.h"

/* The place of which most is told stands first: the town before a quarter or an
 * oilfield that goes by its name. */
static int by_claims(const void *pa, const void *pb)
{
	const struct sr_controlled *a = pa, *b = pb;

	if (a->group->n != b->group->n)
		return a->group->n > b->group->n ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

static int print_tables(struct sr_control_view *v,
			const struct sr_controls *controls)
{
	int status = SR_EXIT_OK;

	for (size_t i = 0; !status && i < controls->items.nitem; i++) {
		const struct sr_controlled *c = &controls->items.items[i];
		if (i)
			sr_cli_print(v->ask->cli, "\n");
		status = sr_control_table(v, c->group, &c->control, SIZE_MAX);
	}
	if (!status)
		sr_control_reports(v);
	return status;
}

static int run(struct sr_ask *ask, bool every, int32_t day)
{
	struct sr_control_view v = { .ask = ask };
	struct sr_controls controls;
	struct sr_rows rows;

	if (sr_control_load(&v) || sr_controls(&v, &controls))
		return sr_ask_fail(ask);
	if (every) {
		sr_control_rows_on(&v, &controls,
				   day == SR_DAY_MAX ? sr_last_day(&v.all)
						     : day,
				   sr_cli_has(ask->cli, SR_OPT_ALL), &rows);
		return sr_ask_print(ask, &rows);
	}
	if (!controls.items.nitem)
		sr_say("%s: no claim of who held it is in the ledger",
		       ask->cli->opt[SR_OPT_PLACE]);
	if (ask->view.format == SR_FORMAT_TABLE) {
		if (controls.items.nitem)
			qsort(controls.items.items, controls.items.nitem,
			      sizeof(*controls.items.items), by_claims);
		return print_tables(&v, &controls);
	}
	sr_control_rows(&v, &controls, &rows);
	return sr_ask_print(ask, &rows);
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

int sr_explain_control(struct sr_ask *ask, const char *id)
{
	struct sr_control_view v = { .ask = ask };
	struct sr_controls controls;
	size_t n = strlen(id);

	if (sr_control_load(&v) || sr_controls(&v, &controls))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < controls.items.nitem; i++) {
		const struct sr_controlled *c = &controls.items.items[i];
		for (size_t k = 0; k < c->control.spells.nitem; k++)
			if (strncmp(c->control.spells.items[k].id, id, n) == 0)
				return explain_spell(&v, c->group, &c->control,
						     k);
	}
	sr_say("%s: no line of control has that id; they change with what is "
	       "known",
	       id);
	return SR_EXIT_REFUSED;
}
