/* The table of commands and the table of options: what the program can do,
 * its help and its dispatch, in one place. */
#include "cli/ask.h"
#include "cli/review.h"

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
	[SR_OPT_MAP] = { "map", "FIELD=COLUMN,...",
			 "which columns or keys hold title, text, published, "
			 "url ...",
			 0 },
	[SR_OPT_JOBS] = { "jobs", "N",
			  "read with N threads; 0: one for each core", 'j' },
	[SR_OPT_DB] = { "db", "FILE",
			"the ledger, else $SITREP_LEDGER, else sitrep.db",
			'd' },
	[SR_OPT_FORMAT] = { "format", "FORMAT", "table, jsonl, csv or geojson",
			    0 },
	[SR_OPT_NOW] = { "now", "MOMENT",
			 "the moment to record, in place of the clock's", 0 },
	[SR_OPT_CLAIMS] = { "claims", "FILE",
			    "take the claims of a JSON Lines file, read none",
			    0 },
	[SR_OPT_PLACE] = { "place", "NAME", "of that place, in any spelling",
			   0 },
	[SR_OPT_NEAR] = { "near", "LAT,LON,KM",
			  "within so many km of a point, or of PLACE,KM", 0 },
	[SR_OPT_SIDE] = { "side", "SIDE",
			  "with that side as actor or target: UA, Russia", 0 },
	[SR_OPT_TYPE] = { "type", "TYPE,...",
			  "of those types: loss.killed, or all of control", 0 },
	[SR_OPT_STATUS] = { "status", "STATUS,...",
			    "asserted, denied, disputed, unverified, ...", 0 },
	[SR_OPT_SOURCE] = { "source", "WORDS",
			    "from that publisher, URL or file", 0 },
	[SR_OPT_SPEAKER] = { "speaker", "WORDS", "said by that speaker", 0 },
	[SR_OPT_TEXT] = { "text", "WORDS", "with those words", 0 },
	[SR_OPT_FROM] = { "from", "DAY", "on that day or later", 0 },
	[SR_OPT_TO] = { "to", "DAY", "on that day or earlier", 0 },
	[SR_OPT_KNOWN_ON] = { "known-on", "DAY",
			      "only what was published by that day", 0 },
	[SR_OPT_LIMIT] = { "limit", "N", "the first N only", 0 },
	[SR_OPT_ON] = { "on", "DAY", "every place on that day", 0 },
	[SR_OPT_ALL] = { "all", NULL,
			 "also what has no number, or was rejected", 0 },
	[SR_OPT_REFUSED] = { "refused", NULL, "what could not be read, and why",
			     0 },
	[SR_OPT_LEDGER] = { "ledger", NULL, "prove the ledger instead", 0 },
	[SR_OPT_GAPS] = { "gaps", NULL,
			  "list what FILE ... names that no table knows", 0 },
	[SR_OPT_AS] = { "as", "FORMAT",
			"the form: 'sitrep export --help' lists them; of a "
			"brief md, html or pdf",
			0 },
	[SR_OPT_ALONE] = { "alone", NULL,
			   "the dump's places only, not the built-in ones", 0 },
	[SR_OPT_BY] = { "by", "WHO",
			"who decides, else $SITREP_BY, else the user's name",
			0 },
	[SR_OPT_WHY] = { "why", "TEXT", "the reason, kept with the decision",
			 0 },
	[SR_OPT_SET] = { "set", "SLOT=VALUE",
			 "what is right; may be given several times", 0 },
	[SR_OPT_LEARNT_BY] = { "learnt-by", "MOMENT",
			       "only what the ledger had, and people had "
			       "decided, by then",
			       0 },
	[SR_OPT_RUNS] = { "runs", NULL,
			  "compare two runs of one ledger: the last two "
			  "readings, or runs A and B",
			  0 },
	[SR_OPT_NO_GATE] = { "no-gate", NULL,
			     "read all, whatever its language, war or no war",
			     0 },
	[SR_OPT_ASIDE] = { "aside", NULL,
			   "what was set aside: other languages, no war", 0 },
	[SR_OPT_VERSIONS] = { "versions", NULL,
			      "pages that were edited, and the claims that "
			      "changed",
			      0 },
	[SR_OPT_COVERAGE] = { "coverage", NULL,
			      "volume by source and day, gaps and drops", 0 },
	[SR_OPT_PRIVATE] = { "allow-private", NULL,
			     "also ask servers of private networks", 0 },
	[SR_OPT_PAUSE] = { "pause", "SECONDS",
			   "between two requests to one host, else 1", 0 },
	[SR_OPT_TIMEOUT] = { "timeout", "SECONDS",
			     "for one answer of a server, else 60", 0 },
	[SR_OPT_EVERY] = { "every", "MINUTES",
			   "between two looks at a feed, else 15", 0 },
	[SR_OPT_ONCE] = { "once", NULL, "look once and end", 0 },
	[SR_OPT_SERIES] = { "series", NULL,
			    "one line for each claimant's series", 0 },
	[SR_OPT_OUTPUT] = { "output", "FILE",
			    "write it there, in the format of its ending",
			    'o' },
	[SR_OPT_AREA] = { "area", "PLACE|W,S,E,N",
			  "of that place or box of degrees, not of all", 0 },
	[SR_OPT_DAYS] = { "days", "N",
			  "with the attacks of the last N days; 7 if not given",
			  0 },
	[SR_OPT_THEME] = { "theme", "THEME", "light or dark", 0 },
	[SR_OPT_WIDTH] = { "width", "N", "of the page, in pixels", 0 },
	[SR_OPT_HEIGHT] = { "height", "N", "of the page, in pixels", 0 },
	[SR_OPT_ANIMATE] = { "animate", NULL,
			     "a frame for each day from --from to --to, "
			     "numbered, into the folder of --output",
			     0 },
	[SR_OPT_PORT] = { "port", "N",
			  "listen there; 0: at any port that is free", 0 },
	[SR_OPT_BIND] = { "bind", "ADDR",
			  "listen at that address, else at 127.0.0.1", 0 },
	[SR_OPT_READ_ONLY] = { "read-only", NULL,
			       "nothing can be written by the page", 0 },
	[SR_OPT_OPEN_HOST] = { "open-host", "NAME,...",
			       "answer to these names too, of a proxy", 0 },
	[SR_OPT_WEB] = { "web", "DIR",
			 "the page's files from a folder, to work on them", 0 },
};

#define KIT (SR_BIT(SR_OPT_KIT) | SR_BIT(SR_OPT_DATA))
#define READ                                                                   \
	(KIT | SR_BIT(SR_OPT_REPLACE) | SR_BIT(SR_OPT_MAP) | SR_BIT(SR_OPT_NO_GATE))

#define NET                                                                    \
	(SR_BIT(SR_OPT_PRIVATE) | SR_BIT(SR_OPT_PAUSE) |                       \
	 SR_BIT(SR_OPT_TIMEOUT))
#define ADD                                                                    \
	(READ | NET | SR_BIT(SR_OPT_JOBS) | SR_BIT(SR_OPT_DB) |                \
	 SR_BIT(SR_OPT_NOW))

#define INCIDENT_HELP                                                          \
	"An incident is shown whole when one of its claims fits the filters. " \
	"--status is that of\nincidents here: reported (by one origin), "      \
	"supported (by several), contested, admitted\n(by the side that it "   \
	"speaks against), denied. 'sitrep explain ID' says what joins it.\n"

/* In the order of the help: reading, the ledger, answers, upkeep. */
const struct sr_command sr_commands[] = {
	{ .name = "extract",
	  .operands = "FILE|DIR|- ...",
	  .line = "claims as JSON Lines, nothing stored",
	  .run = sr_cmd_extract,
	  .options = READ | SR_BIT(SR_OPT_JOBS),
	  .least = 1,
	  .most = SIZE_MAX },
	{ .name = "annotate",
	  .operands = "FILE|DIR|- ...",
	  .line = "sentences, words, tags and trees as CoNLL-U",
	  .run = sr_cmd_annotate,
	  .options = KIT | SR_BIT(SR_OPT_MAP),
	  .least = 1,
	  .most = SIZE_MAX },
	{ .name = "mentions",
	  .operands = "FILE|DIR|- ...",
	  .line = "places, times, parties and numbers as JSON Lines",
	  .run = sr_cmd_mentions,
	  .options = READ,
	  .least = 1,
	  .most = SIZE_MAX },
	{ .name = "add",
	  .operands = "FILE|DIR|URL|- ...",
	  .line = "read reports into the ledger",
	  .run = sr_cmd_add,
	  .options = ADD | SR_BIT(SR_OPT_CLAIMS),
	  .least = 1,
	  .most = SIZE_MAX,
	  .more = "The same report twice is stored once. A report that can't "
		  "be read is recorded with\nits reason ('sitrep reports "
		  "--refused') and the rest goes on.\n" },
	{ .name = "watch",
	  .operands = "FEED ...",
	  .line = "ask feeds again and again, and add what is new in them",
	  .run = sr_cmd_watch,
	  .options = ADD | SR_BIT(SR_OPT_EVERY) | SR_BIT(SR_OPT_ONCE),
	  .least = 1,
	  .most = SIZE_MAX,
	  .more = "FEED is the address of a feed, or of a page. The pages that "
		  "a feed links to are\nfetched; a page that was edited is "
		  "kept in all its versions ('sitrep reports\n--versions'). "
		  "Ends with Ctrl-C; with --once after one look, for cron.\n" },
	{ .name = "reports",
	  .operands = "",
	  .line = "the reports that were read",
	  .run = sr_cmd_reports,
	  .options = SR_ASK_REPORTS | SR_BIT(SR_OPT_TEXT) |
		     SR_BIT(SR_OPT_REFUSED) | SR_BIT(SR_OPT_ASIDE) |
		     SR_BIT(SR_OPT_VERSIONS) },
	{ .name = "claims",
	  .operands = "",
	  .line = "the claims that were read, with their words",
	  .run = sr_cmd_claims,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_ALL) },
	{ .name = "control",
	  .operands = "[PLACE]",
	  .line = "who held a place when; with --on, who held every place",
	  .run = sr_cmd_control,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_ON) | SR_BIT(SR_OPT_ALL),
	  .most = 1 },
	{ .name = "losses",
	  .operands = "",
	  .line = "what each side lost, according to whom",
	  .run = sr_cmd_losses,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_ALL) | SR_BIT(SR_OPT_SERIES),
	  .more = "Every figure as it was stated; of a claimant's totals each "
		  "with its step from the\none before. With --series one line "
		  "for all that one claimant says of one thing.\nNothing is "
		  "added over claimants or overlapping days.\n" },
	{ .name = "incidents",
	  .operands = "",
	  .line = "what happened: claims about one happening, put together",
	  .run = sr_cmd_incidents,
	  .options = SR_ASK_CLAIMS,
	  .more = INCIDENT_HELP },
	{ .name = "conflicts",
	  .operands = "",
	  .line = "what can't both be right: denials, numbers, holders, days",
	  .run = sr_cmd_conflicts,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_ALL),
	  .more = "Of each conflict the first claims of both sides are shown; "
		  "with --all, all of\nthem. The filters ask for conflicts "
		  "with at least one such claim.\n" },
	{ .name = "forces",
	  .operands = "[UNIT]",
	  .line = "which unit was reported where and when, under whom",
	  .run = sr_cmd_forces,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_ALL),
	  .most = 1,
	  .more = "UNIT is a name in any of its forms (\"93rd Brigade\") or a "
		  "part of one. With\n--side only that side's. With --all also "
		  "armed groups that are no units.\n" },
	{ .name = "timeline",
	  .operands = "[PLACE]",
	  .line = "the incidents in the order of their days",
	  .run = sr_cmd_timeline,
	  .options = SR_ASK_CLAIMS,
	  .most = 1,
	  .more = INCIDENT_HELP },
	{ .name = "civilians",
	  .operands = "",
	  .line = "harm, flight, hardship and aid",
	  .run = sr_cmd_civilians,
	  .options = SR_ASK_CLAIMS,
	  .more = INCIDENT_HELP },
	{ .name = "politics",
	  .operands = "",
	  .line = "talks, positions, status, support and justice",
	  .run = sr_cmd_politics,
	  .options = SR_ASK_CLAIMS,
	  .more = INCIDENT_HELP },
	{ .name = "sources",
	  .operands = "",
	  .line = "publishers and speakers, and how what they say fares",
	  .run = sr_cmd_sources,
	  .options = SR_ASK_CLAIMS | SR_BIT(SR_OPT_COVERAGE) |
		     SR_BIT(SR_OPT_SERIES),
	  .more = "Counted by incidents: 'alone', nobody else tells of it; "
		  "'supported', another voice\ndoes; 'contradicted', another "
		  "voice denies it or says what can't be right beside it;\n"
		  "'first', before all others that do. 'days late': the "
		  "median from an event that is\ndated to its publication. "
		  "'grade': reliability after the Admiralty code, B to E from\n"
		  "ten incidents on that others speak of, else F (cannot be "
		  "judged); A is a person's\nto give.\n" },
	{ .name = "brief",
	  .operands = "",
	  .line = "a situation report to read: Markdown, HTML or PDF",
	  .run = sr_cmd_brief,
	  .options = (SR_ASK_CLAIMS & ~(SR_BIT(SR_OPT_FORMAT) |
					SR_BIT(SR_OPT_LIMIT) |
					SR_BIT(SR_OPT_TYPE) |
					SR_BIT(SR_OPT_STATUS))) |
		     SR_BIT(SR_OPT_DATA) | SR_BIT(SR_OPT_AS) |
		     SR_BIT(SR_OPT_OUTPUT),
	  .more = "Without --from and --to the last seven days of which "
		  "anything is known. Key points,\nchanges of hands, fighting "
		  "by area, strikes, losses by claimant, civilians,\n"
		  "politics, what is contested, unverified and missing; each "
		  "sentence with the\nnumbers of the reports that it rests "
		  "on.\n" },
	{ .name = "map",
	  .operands = "",
	  .line = "who held what on a day, on a map: SVG, PNG or PDF",
	  .run = sr_cmd_map,
	  .options = SR_BIT(SR_OPT_DB) | SR_BIT(SR_OPT_KIT) |
		     SR_BIT(SR_OPT_DATA) | SR_BIT(SR_OPT_ON) |
		     SR_BIT(SR_OPT_AREA) | SR_BIT(SR_OPT_DAYS) |
		     SR_BIT(SR_OPT_THEME) | SR_BIT(SR_OPT_WIDTH) |
		     SR_BIT(SR_OPT_HEIGHT) | SR_BIT(SR_OPT_OUTPUT) |
		     SR_BIT(SR_OPT_ANIMATE) | SR_BIT(SR_OPT_FROM) |
		     SR_BIT(SR_OPT_TO) | SR_BIT(SR_OPT_KNOWN_ON) |
		     SR_BIT(SR_OPT_SOURCE) | SR_BIT(SR_OPT_ALL) |
		     SR_BIT(SR_OPT_LEARNT_BY),
	  .more = "Needs --output with a name that ends in .svg, .png or .pdf. "
		  "Without --on the last day\nof which anything is known; "
		  "without --area all places that were held, less what\nlies "
		  "far off the others. Places are those of 'control --on DAY', "
		  "with the same holders.\nWith --all also what is only "
		  "assumed. --animate writes PNG.\n" },
	{ .name = "review",
	  .operands = "WHAT [ID|FILE|N] ...",
	  .line = "a person's decisions on claims, kept for good",
	  .run = sr_cmd_review,
	  .options = SR_BIT(SR_OPT_DB) | SR_BIT(SR_OPT_FORMAT) |
		     SR_BIT(SR_OPT_NOW) | SR_BIT(SR_OPT_KIT) |
		     SR_BIT(SR_OPT_BY) | SR_BIT(SR_OPT_WHY) |
		     SR_BIT(SR_OPT_SET),
	  .least = 1,
	  .most = SIZE_MAX,
	  .more = sr_review_help },
	{ .name = "serve",
	  .operands = "",
	  .line = "a page to look at the ledger and to work in it",
	  .run = sr_cmd_serve,
	  .options = SR_BIT(SR_OPT_DB) | SR_BIT(SR_OPT_KIT) |
		     SR_BIT(SR_OPT_DATA) | SR_BIT(SR_OPT_NOW) |
		     SR_BIT(SR_OPT_PORT) | SR_BIT(SR_OPT_BIND) |
		     SR_BIT(SR_OPT_READ_ONLY) | SR_BIT(SR_OPT_OPEN_HOST) |
		     SR_BIT(SR_OPT_WEB),
	  .more = "Open the address that it prints in a browser. It is for "
		  "this computer alone; other\nusers of it can see the page "
		  "too, and write with it unless --read-only is given.\nTo "
		  "publish: --read-only --bind ADDR, or --read-only behind a "
		  "proxy whose name\n--open-host gives.\n" },
	{ .name = "explain",
	  .operands = "ID",
	  .line = "why: the words of a claim or report, and what read them",
	  .run = sr_cmd_explain,
	  .options = KIT | SR_BIT(SR_OPT_DB),
	  .least = 1,
	  .most = 1 },
	{ .name = "diff",
	  .operands = "A B",
	  .line = "what differs between two ledgers, runs or files of claims",
	  .run = sr_cmd_diff,
	  .options = SR_BIT(SR_OPT_DB) | SR_BIT(SR_OPT_FORMAT) |
		     SR_BIT(SR_OPT_RUNS),
	  .most = 2,
	  .more = "A and B are ledgers, or claims as JSON Lines. With --runs "
		  "they are numbers of runs of\none ledger; without numbers "
		  "the last run is compared with the one before. Says\nwhich "
		  "rule or decision made each difference. Exit status 0: "
		  "nothing differs, 1: something does.\n" },
	{ .name = "export",
	  .operands = "",
	  .line = "the ledger in the field's forms, with what each loses",
	  .run = sr_cmd_export,
	  .options = (SR_ASK_CLAIMS & ~SR_BIT(SR_OPT_FORMAT)) |
		     SR_BIT(SR_OPT_DATA) | SR_BIT(SR_OPT_AS),
	  .more = "FORMAT is one of these. One row an incident: acled, ucdp "
		  "(GED; those with dead),\nviina, timemap, hxl, kml. One row "
		  "a claim: plover (as NGEC writes it), csv, geojson.\nledger: "
		  "all that it says, in an order of its own. --status is that "
		  "of incidents, or\nof claims. What is left out and lost is "
		  "said on standard error.\n" },
	{ .name = "check",
	  .operands = "[FILE|DIR|- ...]",
	  .line = "prove that the tables, or the ledger, are whole",
	  .run = sr_cmd_check,
	  .options = READ | SR_BIT(SR_OPT_LEDGER) | SR_BIT(SR_OPT_DB) |
		     SR_BIT(SR_OPT_GAPS) | SR_BIT(SR_OPT_FORMAT),
	  .most = SIZE_MAX,
	  .more = "Without options the examples of the patterns are run. "
		  "With --ledger the ledger is\nproved. With --gaps the "
		  "files are read, and the places and parties that they "
		  "name\nbut no table knows are listed, and verbs of war "
		  "that no pattern reads, the\nmost frequent first.\n" },
	{ .name = "gazetteer",
	  .operands = "import FILE",
	  .line = "take the places of a GeoNames dump",
	  .run = sr_cmd_gazetteer,
	  .options = KIT | SR_BIT(SR_OPT_ALONE),
	  .least = 2,
	  .most = 2,
	  .more = "FILE is a dump of 19 columns as GeoNames has them (UA.txt "
		  "from UA.zip,\nallCountries.txt). Its places are joined "
		  "with those that sitrep has, and\nused from then on; they "
		  "are kept in $SITREP_GAZETTEER or in your data folder.\n"
		  "Remove that file to go back.\n" },
	{ .name = "help",
	  .operands = "[COMMAND]",
	  .line = "say what a command does",
	  .run = sr_cmd_help,
	  .most = 1 },
	{ .name = NULL },
};
