/* Help, made from the tables in commands.c. */
#include <stdio.h>

#include "cli/cli.h"
#include "kit/gaz.h"
#include "ontology.h"

static void put_commands(struct sr_cli *cli)
{
	for (const struct sr_command *c = sr_commands; c->name; c++)
		sr_cli_print(cli, "  %-10s %s\n", c->name, c->line);
}

int sr_help_short(struct sr_cli *cli)
{
	(void)cli;
	sr_say("expected a command; 'sitrep help' lists them");
	return SR_EXIT_USAGE;
}

int sr_help_all(struct sr_cli *cli)
{
	sr_cli_print(cli,
		     "sitrep reads reports of war and keeps a ledger of the "
		     "claims they make.\n\n"
		     "usage: sitrep COMMAND [OPTION ...] [OPERAND ...]\n\n");
	put_commands(cli);
	sr_cli_print(
		cli,
		"\n'sitrep help COMMAND' says more. Data goes to standard "
		"output, messages to\nstandard error. Exit status: 0 done; "
		"1 something in the input was refused, the\nrest is done; 2 "
		"usage; 3 the environment failed (disk, database, kit).\n");
	return SR_EXIT_OK;
}

static void put_option(struct sr_cli *cli, const struct sr_option *o)
{
	char left[64];

	snprintf(left, sizeof(left), "%c%c%s--%s%s%s", o->letter ? '-' : ' ',
		 o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
		 o->arg ? " " : "", o->arg ? o->arg : "");
	sr_cli_print(cli, "  %-26s %s\n", left, o->help);
}

/* The types that --type takes, some on a line. */
static void put_types(struct sr_cli *cli)
{
	size_t at = 80;

	sr_cli_print(cli, "\ntypes of claims:");
	for (unsigned i = 0; i < SR_TYPE_COUNT; i++) {
		size_t n = strlen(sr_type_name(i)) + 1;
		if (at + n > 78) {
			sr_cli_print(cli, "\n ");
			at = 1;
		}
		sr_cli_print(cli, " %s", sr_type_name(i));
		at += n;
	}
	sr_cli_print(cli, "\n");
}

int sr_help_command(struct sr_cli *cli, const struct sr_command *command)
{
	sr_cli_print(cli, "usage: sitrep %s%s%s%s\n\n%s.\n", command->name,
		     command->options ? " [OPTION ...]" : "",
		     command->operands[0] ? " " : "", command->operands,
		     command->line);
	if (command->options)
		sr_cli_print(cli, "\n");
	for (int o = 0; o < SR_OPT_COUNT; o++)
		if (command->options & SR_BIT(o))
			put_option(cli, &sr_options[o]);
	if (command->options & SR_BIT(SR_OPT_TYPE))
		put_types(cli);
	if (command->more)
		sr_cli_print(cli, "\n%s", command->more);
	return SR_EXIT_OK;
}

int sr_cmd_help(struct sr_cli *cli)
{
	if (cli->noperand == 0)
		return sr_help_all(cli);
	struct sr_err err = { 0 };
	const struct sr_command *c = sr_command_find(cli->operand[0], &err);
	if (!c)
		return sr_say_err(&err);
	return sr_help_command(cli, c);
}

int sr_help_version(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct sr_kit *kit = sr_cli_kit(cli, &err);
	struct sr_gaz gaz;
	size_t n;

	sr_cli_print(cli, "sitrep %s\n", SR_VERSION);
	if (!kit)
		return sr_say_err(&err);
	const void *bytes = sr_kit_section(kit, "gaz", &n);
	sr_cli_print(cli, "kit %s\n", sr_kit_hash(kit));
	if (bytes && sr_gaz_open(&gaz, bytes, n))
		sr_cli_print(cli, "gazetteer %.64s, %zu places\n",
			     gaz.header->source, sr_gaz_count(&gaz));
	sr_kit_close(kit);
	return SR_EXIT_OK;
}
