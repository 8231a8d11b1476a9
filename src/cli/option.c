/* The command line's words to options and operands: `--name value`,
 * `--name=value`, `-d value`, `-dvalue`, `--` before operands that begin with
 * a dash. Options may stand anywhere. A word that is not understood is met
 * with the nearest one that would be. */
#include <stdio.h>

#include "cli/cli.h"

/* Levenshtein's distance, bounded by the length of the words, 31 letters. */
static size_t distance(const char *a, const char *b)
{
	size_t row[32], nb = strlen(b);

	if (nb > 31 || strlen(a) > 31)
		return SIZE_MAX;
	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			size_t best = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[nb];
}

/* The better of `best` and `name` as what was meant by `word`. */
static const char *nearer(const char *word, const char *best, const char *name)
{
	size_t d = strlen(word) > 1 && strncmp(word, name, strlen(word)) == 0
			   ? 0
			   : distance(word, name);
	size_t most = strlen(name) < 5 ? 1 : 2;

	if (d > most)
		return best;
	return !best || d < distance(word, best) ? name : best;
}

static void no_command(const char *word, struct sr_err *err)
{
	const char *best = NULL;

	for (const struct sr_command *c = sr_commands; c->name; c++)
		best = nearer(word, best, c->name);
	if (best)
		sr_fail(err, SR_USAGE, word,
			"no such command; did you mean '%s'? "
			"'sitrep help' lists all",
			best);
	else
		sr_fail(err, SR_USAGE, word,
			"no such command; 'sitrep help' lists all");
}

const struct sr_command *sr_command_find(const char *name, struct sr_err *err)
{
	for (const struct sr_command *c = sr_commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	no_command(name, err);
	return NULL;
}

static enum sr_code no_option(const struct sr_cli *cli, const char *word,
			      const char *name, struct sr_err *err)
{
	const char *best = NULL;
	const char *command = cli->command ? cli->command->name : NULL;

	for (int o = 0; o < SR_OPT_COUNT; o++)
		if (!cli->command || cli->command->options & SR_BIT(o))
			best = nearer(name, best, sr_options[o].name);
	if (best)
		return sr_fail(err, SR_USAGE, word,
			       "no such option; did you mean '--%s'?%s%s%s",
			       best, command ? " 'sitrep help " : "",
			       command ? command : "",
			       command ? "' lists all" : "");
	return sr_fail(err, SR_USAGE, word,
		       "no such option; 'sitrep help%s%s' lists all",
		       command ? " " : "", command ? command : "");
}

static int find_option(const char *name, size_t n, char letter)
{
	for (int o = 0; o < SR_OPT_COUNT; o++) {
		const struct sr_option *opt = &sr_options[o];
		if (letter ? opt->letter == letter
			   : strlen(opt->name) == n &&
				     memcmp(opt->name, name, n) == 0)
			return o;
	}
	return -1;
}

/* The option at argv[*i]; *i moves over its value. */
static enum sr_code take_option(struct sr_cli *cli, int argc, char **argv,
				int *i, struct sr_err *err)
{
	const char *word = argv[*i];
	bool is_long = word[1] == '-';
	const char *name = word + (is_long ? 2 : 1);
	size_t n = is_long ? strcspn(name, "=") : 1;
	int o = find_option(name, n, is_long ? '\0' : name[0]);

	if (o < 0) {
		char part[64];
		snprintf(part, sizeof(part), "%.*s", (int)(n < 63 ? n : 63),
			 name);
		return no_option(cli, word, is_long ? part : "", err);
	}
	const char *value = name[n] ? name + n + is_long : NULL;
	if (!sr_options[o].arg) {
		if (value)
			return sr_fail(err, SR_USAGE, word,
				       "'--%s' takes no value",
				       sr_options[o].name);
		value = "";
	} else if (!value) {
		if (*i + 1 >= argc)
			return sr_fail(err, SR_USAGE, word, "needs a value: %s",
				       sr_options[o].arg);
		value = argv[++*i];
	}
	cli->opt[o] = value;
	if (o != SR_OPT_SET)
		return SR_OK;
	if (cli->nset == SR_MOST_SET)
		return sr_fail(err, SR_USAGE, word, "more than %d times",
			       SR_MOST_SET);
	cli->set[cli->nset++] = value;
	return SR_OK;
}

/* Options that the command does not know, and too few or many operands. */
static enum sr_code check(struct sr_cli *cli, struct sr_err *err)
{
	const struct sr_command *c = cli->command;

	if (sr_cli_has(cli, SR_OPT_HELP) || sr_cli_has(cli, SR_OPT_VERSION))
		return SR_OK;
	for (int o = 0; c && o < SR_OPT_COUNT; o++) {
		if (!cli->opt[o] || c->options & SR_BIT(o))
			continue;
		char word[64];
		snprintf(word, sizeof(word), "--%s", sr_options[o].name);
		return sr_fail(err, SR_USAGE, word,
			       "'%s' has no such option; 'sitrep help %s' "
			       "lists those it has",
			       c->name, c->name);
	}
	if (c && cli->noperand < c->least)
		return sr_fail(err, SR_USAGE, c->name,
			       "needs %s; 'sitrep help %s' says more",
			       c->operands, c->name);
	if (c && cli->noperand > c->most)
		return sr_fail(err, SR_USAGE, cli->operand[c->most],
			       "one too many; expected: sitrep %s %s", c->name,
			       c->operands);
	return sr_intake_map_check(cli->opt[SR_OPT_MAP], err);
}

enum sr_code sr_cli_parse(struct sr_cli *cli, int argc, char **argv,
			  struct sr_err *err)
{
	bool only_operands = false;
	enum sr_code code = SR_OK;

	cli->operand = argv + 1; /* filled in place: never ahead of argv[i] */
	for (int i = 1; i < argc && !code; i++) {
		char *word = argv[i];
		if (!only_operands && strcmp(word, "--") == 0) {
			only_operands = true;
		} else if (!only_operands && word[0] == '-' && word[1]) {
			code = take_option(cli, argc, argv, &i, err);
		} else if (!cli->command && !only_operands) {
			cli->command = sr_command_find(word, err);
			if (!cli->command)
				code = SR_USAGE;
		} else {
			cli->operand[cli->noperand++] = word;
		}
	}
	return code ? code : check(cli, err);
}
