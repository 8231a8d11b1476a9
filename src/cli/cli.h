/* The command line: what the files of src/cli share.
 *
 * commands.c holds the table of commands and options; main.c parses, finds
 * the row and calls its function; each cmd_*.c is one command or family. To
 * add a command: its function, a row in commands.c, its file in meson.build.
 *
 * Data goes to standard output by sr_cli_write, everything else to standard
 * error by sr_say; the functions give an exit status. Only this folder
 * prints, reads the clock and looks at the environment. */
#ifndef SR_CLI_CLI_H
#define SR_CLI_CLI_H

#include "base/err.h"
#include "base/str.h"
#include "draw/basemap.h"
#include "intake/intake.h"

enum sr_exit {
	SR_EXIT_OK = 0,
	SR_EXIT_REFUSED = 1,	 /* something in the input was refused */
	SR_EXIT_USAGE = 2,	 /* the command line is not understood */
	SR_EXIT_ENVIRONMENT = 3, /* disk, memory, database, kit */
};

/* Every option of every command; the table in commands.c names them. */
enum sr_opt {
	SR_OPT_HELP,
	SR_OPT_VERSION,
	SR_OPT_KIT,
	SR_OPT_DATA,
	SR_OPT_REPLACE,
	SR_OPT_MAP,
	SR_OPT_JOBS,
	SR_OPT_DB,
	SR_OPT_FORMAT,
	SR_OPT_NOW,
	SR_OPT_CLAIMS,
	SR_OPT_NO_GATE,
	SR_OPT_ASIDE,
	SR_OPT_VERSIONS,
	SR_OPT_COVERAGE,
	SR_OPT_PRIVATE,
	SR_OPT_PAUSE,
	SR_OPT_TIMEOUT,
	SR_OPT_EVERY,
	SR_OPT_ONCE,
	SR_OPT_PLACE,
	SR_OPT_NEAR,
	SR_OPT_SIDE,
	SR_OPT_TYPE,
	SR_OPT_STATUS,
	SR_OPT_SOURCE,
	SR_OPT_SPEAKER,
	SR_OPT_TEXT,
	SR_OPT_FROM,
	SR_OPT_TO,
	SR_OPT_KNOWN_ON,
	SR_OPT_LIMIT,
	SR_OPT_ON,
	SR_OPT_ALL,
	SR_OPT_REFUSED,
	SR_OPT_LEDGER,
	SR_OPT_GAPS,
	SR_OPT_AS,
	SR_OPT_ALONE,
	SR_OPT_BY,
	SR_OPT_WHY,
	SR_OPT_SET,
	SR_OPT_LEARNT_BY,
	SR_OPT_RUNS,
	SR_OPT_SERIES,
	SR_OPT_PORT,
	SR_OPT_BIND,
	SR_OPT_READ_ONLY,
	SR_OPT_OPEN_HOST,
	SR_OPT_WEB,
	SR_OPT_OUTPUT,
	SR_OPT_AREA,
	SR_OPT_DAYS,
	SR_OPT_THEME,
	SR_OPT_WIDTH,
	SR_OPT_HEIGHT,
	SR_OPT_ANIMATE,
	SR_OPT_COUNT
};

struct sr_option {
	const char *name; /* without the two dashes */
	const char *arg;  /* what it takes, for the help; NULL: nothing */
	const char *help;
	char letter; /* 0: none */
};

struct sr_cli;

struct sr_command {
	const char *name;
	const char *operands; /* for the help: "FILE|DIR|- ..." */
	const char *line;     /* what a person gets, one line */
	int (*run)(struct sr_cli *cli);
	uint64_t options;   /* bits of enum sr_opt; --help is always there */
	size_t least, most; /* operands; SIZE_MAX: any number */
	const char *more;   /* further lines of its help, or NULL */
};

#define SR_BIT(opt) ((uint64_t)1 << (opt))

extern const struct sr_option sr_options[SR_OPT_COUNT];
extern const struct sr_command sr_commands[]; /* ends with a NULL name */

#define SR_MOST_SET 16

struct sr_cli {
	const struct sr_command *command;
	const char *program;	       /* argv[0] */
	const char *opt[SR_OPT_COUNT]; /* its value; "" for one that is set */
	const char *set[SR_MOST_SET];  /* --set, each time it is given */
	size_t nset;
	char **operand;
	size_t noperand;
	bool colour, progress; /* of standard output; of standard error */
	size_t width;	       /* of the terminal; 0: output is no terminal */
	bool closed;	       /* the reader of standard output has gone */
	int reason;	       /* errno of a write that failed, 0: none */
};

static inline bool sr_cli_has(const struct sr_cli *cli, enum sr_opt opt)
{
	return cli->opt[opt] != NULL;
}

/* option.c */

/* Fills command, opt and operands. SR_USAGE with one clear line. */
enum sr_code sr_cli_parse(struct sr_cli *cli, int argc, char **argv,
			  struct sr_err *err) SR_MUST_USE;

/* The command of that name; NULL with the nearest one named. */
const struct sr_command *sr_command_find(const char *name, struct sr_err *err);

/* help.c */

int sr_cmd_help(struct sr_cli *cli);
int sr_help_short(struct sr_cli *cli); /* to standard error; SR_EXIT_USAGE */
int sr_help_all(struct sr_cli *cli);
int sr_help_command(struct sr_cli *cli, const struct sr_command *command);
int sr_help_version(struct sr_cli *cli);

/* say.c */

/* One line on standard error, made safe for a terminal: "sitrep: ...". */
void sr_say(const char *fmt, ...) SR_PRINTF(1, 2);

/* The line of an error, "sitrep: where: text", and the exit status that its
 * code asks for. */
int sr_say_err(const struct sr_err *err);
int sr_exit_of(enum sr_code code);

/* The same for one input of several, by its path, whatever is wrong with it:
 * the rest can be done. SR_EXIT_REFUSED. */
int sr_say_refused(const struct sr_item *in, const struct sr_err *err);

/* That a report was set aside, on standard error; nothing where it was not. */
struct sr_doc;
void sr_say_aside(const struct sr_item *in, const struct sr_doc *doc);

/* Bytes to standard output. False when no more can be written; the caller
 * then stops, and main.c says why. */
bool sr_cli_write(struct sr_cli *cli, struct sr_str bytes);
bool sr_cli_print(struct sr_cli *cli, const char *fmt, ...) SR_PRINTF(2, 3);

/* sr_file_save. The exit status, after having said why not. */
int sr_cli_save(const char *path, struct sr_str bytes);

/* kitfind.c */

/* The kit that --kit, --data, $SITREP_KIT or the installation names; NULL
 * with the reason. Closed with sr_kit_close. */
struct sr_kit *sr_cli_kit(struct sr_cli *cli, struct sr_err *err);

/* The folder that the program lies in, without a slash at its end; `program`
 * is argv[0] for a machine that does not tell, or NULL. */
bool sr_cli_folder(const char *program, char *out, size_t n);

/* The base map beside the kit, or $SITREP_BASEMAP, which may be empty for none:
 * base->header is NULL where there is none. Closed with sr_base_close. */
enum sr_code sr_cli_basemap(const struct sr_cli *cli, struct sr_base *base,
			    struct sr_err *err) SR_MUST_USE;

/* The path of the gazetteer that `sitrep gazetteer import` writes; false if the
 * environment names none. */
bool sr_cli_gazetteer(char *out, size_t n);

/* source.c */

/* The items of the operands: of files, of folders with all
 * below in byte order of names (hidden ones left out), of "-". What can't be
 * read is given to `fn` with its error, as are loops and folders too deep. */
void sr_cli_inputs(struct sr_cli *cli, const struct sr_kit *kit, sr_item_fn *fn,
		   void *user);

/* clock.c: the only look at a clock */

#define SR_MOMENT 24
/* --now, $SITREP_NOW or the clock: "2022-03-30T08:00:00Z". SR_USAGE when what
 * was given is no such moment. */
enum sr_code sr_cli_now(const struct sr_cli *cli, char out[SR_MOMENT],
			struct sr_err *err) SR_MUST_USE;

/* A day, to its end, or a moment: "2022-03-30", "2022-03-30T08:00:00Z". */
enum sr_code sr_cli_moment(const char *text, char out[SR_MOMENT],
			   struct sr_err *err) SR_MUST_USE;

/* Seconds that only go up, for the progress bar. */
double sr_cli_seconds(void);

/* From now on Ctrl-C and a request to end are noted and no more; a second one
 * ends the program as ever. */
void sr_cli_catch(void);
bool sr_cli_stopped(void);

/* Waits so many seconds, or until it is to stop; false then. */
bool sr_cli_wait(void *unused, double seconds);

/* The commands, one cmd_*.c each or each family. */
int sr_cmd_add(struct sr_cli *cli);
int sr_cmd_annotate(struct sr_cli *cli);
int sr_cmd_brief(struct sr_cli *cli);
int sr_cmd_check(struct sr_cli *cli);
int sr_cmd_gazetteer(struct sr_cli *cli);
int sr_check_gaps(struct sr_cli *cli); /* check --gaps */
int sr_cmd_civilians(struct sr_cli *cli);
int sr_cmd_claims(struct sr_cli *cli);
int sr_cmd_conflicts(struct sr_cli *cli);
int sr_explain_conflict(struct sr_cli *cli); /* explain kXXXX */
int sr_cmd_control(struct sr_cli *cli);
int sr_cmd_diff(struct sr_cli *cli);
int sr_cmd_explain(struct sr_cli *cli);
int sr_cmd_export(struct sr_cli *cli);
int sr_cmd_extract(struct sr_cli *cli);
int sr_cmd_incidents(struct sr_cli *cli);
int sr_cmd_forces(struct sr_cli *cli);
int sr_cmd_losses(struct sr_cli *cli);
int sr_cmd_map(struct sr_cli *cli);
int sr_cmd_mentions(struct sr_cli *cli);
int sr_cmd_politics(struct sr_cli *cli);
int sr_cmd_reports(struct sr_cli *cli);
int sr_cmd_review(struct sr_cli *cli);
int sr_cmd_serve(struct sr_cli *cli);
int sr_cmd_sources(struct sr_cli *cli);
int sr_cmd_timeline(struct sr_cli *cli);
int sr_cmd_watch(struct sr_cli *cli);

#endif
