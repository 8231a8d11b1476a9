/* sitrep export: the ledger in another form, and a list of what that loses. */
#include "cli/ask.h"
#include "export/export.h"
#include "views/dump.h"

/* The ledger as it is, whatever order it came in: see views/dump.h. */
static int export_ledger(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);
	struct sr_json out = { .mem = &ask.mem };

	if (!status && sr_dump_write(ask.ledger, &ask.mem, &out, &ask.err))
		status = sr_ask_fail(&ask);
	else if (!status)
		sr_cli_write(cli, sr_json_text(&out));
	sr_ask_close(&ask);
	return status;
}

/* Claims as they are. */
static int export_claims(struct sr_cli *cli, const char *as)
{
	cli->opt[SR_OPT_FORMAT] = as;
	int status = sr_cmd_claims(cli);
	if (!status)
		sr_say("%s keeps one row a claim; it loses the text around the "
		       "evidence, candidates, earlier readings and the log%s",
		       as,
		       as[0] == 'g' ? "; claims without a point have no "
				      "geometry"
				    : "");
	return status;
}

/* What a reader of the form can't know any more; docs/formats/export.md has all
 * of it, column by column. */
static const char *const LOSES[SR_EXPORT_COUNT] = {
	[SR_EXPORT_ACLED] =
		"who says what, denials beside what is said, planned and "
		"possible things, ranges of days and numbers, wounded, losses "
		"of arms, who held what; actors and tags are ours, not "
		"ACLED's; admin3 and source_scale stay empty",
	[SR_EXPORT_UCDP] =
		"who says what, denials beside what is said, planned and "
		"possible things, events without dead, wounded, who held what; "
		"UCDP's own numbers of conflicts, dyads, sides and countries, "
		"active_year and code_status stay empty",
	[SR_EXPORT_PLOVER] =
		"denials, types that PLOVER has no event for (losses, who held "
		"what, hardship, flight), numbers, incidents; the offsets of "
		"names and the scores of NGEC are not given",
	[SR_EXPORT_VIINA] =
		"who says what, denials beside what is said, planned and "
		"possible things, numbers, ranges of days, other types than "
		"VIINA's; viina_version, ADM1_CODE, ADM2_CODE and tid stay "
		"empty",
	[SR_EXPORT_TIMEMAP] =
		"numbers but as text, who says what, kinds of doubt, the "
		"distance that a place is uncertain by, who held what",
	[SR_EXPORT_HXL] =
		"who says what, numbers but as text and those killed, earlier "
		"readings, who held what",
	[SR_EXPORT_KML] =
		"numbers but as text, who says what, the distance that a place "
		"is uncertain by, who held what; incidents without a point "
		"have no geometry",
};

static void say_left_out(const char *as, size_t n, const char *why)
{
	if (n)
		sr_say("%s: %zu left out: %s", as, n, why);
}

static void say_lost(enum sr_export_form form, const struct sr_export_tally *tally)
{
	const char *as = sr_export_name(form);
	bool claims = form == SR_EXPORT_PLOVER;

	sr_say("%s: %zu row%s, one %s", as, tally->nrow,
	       tally->nrow == 1 ? "" : "s", claims ? "a claim" : "an incident");
	say_left_out(as, tally->nother, "of no type that it has");
	say_left_out(as, tally->ndenied,
		     claims ? "denials" : "nothing but denials");
	say_left_out(as, tally->nundated, "of no day");
	say_left_out(as, tally->ndeathless, "nobody is said to have died");
	if (tally->nmany)
		sr_say("%s: %zu with %d dead and more, maybe totals of a war "
		       "told beside an event: look at them",
		       as, tally->nmany, SR_MANY_DEAD);
	sr_say("%s loses %s", as, LOSES[form]);
}

static int export_form(struct sr_cli *cli, enum sr_export_form form)
{
	const char *standings = NULL;
	struct sr_export_tally tally;
	struct sr_ask ask;

	if (form != SR_EXPORT_PLOVER) {
		standings = cli->opt[SR_OPT_STATUS];
		cli->opt[SR_OPT_STATUS] = NULL;
	}
	int status = sr_ask_open(&ask, cli);
	struct sr_json out = { .mem = &ask.mem };
	if (!status && sr_export(&ask, form, standings, &out, &tally)) {
		status = sr_ask_fail(&ask);
	} else if (!status) {
		sr_cli_write(cli, sr_json_text(&out));
		say_lost(form, &tally);
	}
	sr_ask_close(&ask);
	return status;
}

int sr_cmd_export(struct sr_cli *cli)
{
	const char *as = cli->opt[SR_OPT_AS];
	enum sr_export_form form;

	if (as && strcmp(as, "ledger") == 0)
		return export_ledger(cli);
	if (as && (strcmp(as, "csv") == 0 || strcmp(as, "geojson") == 0))
		return export_claims(cli, as);
	if (as && sr_export_find(as, &form))
		return export_form(cli, form);
	sr_say("export: found %s%s; expected --as acled, ucdp, plover, viina, "
	       "timemap, hxl, geojson, kml, csv or ledger",
	       as ? "--as " : "no --as", as ? as : "");
	return SR_EXIT_USAGE;
}
