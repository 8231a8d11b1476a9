/* The table of commands and the table of options: what the program can do,
 * its help and its dispatch, in one place. */
#include "cli/cli.h"

const struct sr_option sr_options[SR_OPT_COUNT] = {
	[SR_OPT_HELP] = { "help", NULL, "what the command does", 'h' },
	[SR_OPT_VERSION] = { "version", NULL,
			     "version of program, tables and gazetteer", 'V' },
	[SR_OPT_KIT] = { "kit", "FILE",
			 "the tables to use, in place of the installed ones",
			 0 },
	[SR_OPT_DATA] = { "data", "DIR",
			  "read the text tables of DIR instead of a kit's", 0 },
	[SR_OPT_REPLACE] = { "replace", NULL,
			     "replace bytes that are not UTF-8 by U+FFFD", 0 },
};

#define KIT (SR_BIT(SR_OPT_KIT) | SR_BIT(SR_OPT_DATA))

/* In the order of the help: reading, the ledger, answers, upkeep. */
const struct sr_command sr_commands[] = {
	{ .name = "annotate",
	  .operands = "FILE|DIR|- ...",
	  .line = "sentences, words, tags and trees as CoNLL-U",
	  .run = sr_cmd_annotate,
	  .options = KIT,
	  .least = 1,
	  .most = SIZE_MAX },
	{ .name = "check",
	  .operands = "",
	  .line = "prove that the tables are whole",
	  .run = sr_cmd_check,
	  .options = KIT },
	{ .name = "help",
	  .operands = "[COMMAND]",
	  .line = "say what a command does",
	  .run = sr_cmd_help,
	  .most = 1 },
	{ .name = NULL },
};
