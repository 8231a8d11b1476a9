/* sitrep check: that what answers are made of is whole. The tables: each was
 * checked cell by cell when the kit was built; here their own examples are run.
 * With --ledger, the ledger. */
#include "api/check.h"
#include "cli/ask.h"

static void say_fault(void *data, const struct sr_check_fault *fault)
{
	(void)data;
	sr_say("pattern %.*s: %s \"%.*s\": %s", (int)fault->pattern.n,
	       fault->pattern.s,
	       fault->fires ? "expected to fire on" : "fires on",
	       (int)fault->text.n, fault->text.s, fault->wrong);
}

static int check_kit(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct sr_kit *kit = sr_cli_kit(cli, &err);
	size_t rows = 0, nexample = 0, nfault = 0;

	if (!kit)
		return sr_say_err(&err);
	for (int t = 0; t < SR_TABLE_COUNT; t++)
		rows += sr_kit_rows(kit, (enum sr_table)t);
	enum sr_code code = sr_check_patterns(kit, say_fault, NULL, &nexample,
					      &nfault, &err);
	if (!code)
		sr_cli_print(cli,
			     "%d tables, %zu rows, %zu examples, %zu of them "
			     "wrong\nkit %s\n",
			     SR_TABLE_COUNT, rows, nexample, nfault,
			     sr_kit_hash(kit));
	sr_kit_close(kit);
	if (code)
		return sr_say_err(&err);
	return nfault ? SR_EXIT_REFUSED : SR_EXIT_OK;
}

static int check_ledger(struct sr_cli *cli)
{
	const char *path = sr_ledger_path(cli);
	struct sr_err err = { 0 };
	struct sr_ledger *l = sr_ledger_open(path, SR_LEDGER_READ, &err);
	struct sr_proof proof = { 0 };

	enum sr_code code = l ? sr_ledger_prove(l, &proof, &err) : err.code;
	sr_ledger_close(l);
	if (code)
		return sr_say_err(&err);
	sr_cli_print(cli,
		     "whole: %zu reports, %zu readings, %zu claims\n"
		     "log: %zu rows, the last is %s\n",
		     proof.nreport, proof.nreading, proof.nclaim, proof.nlog,
		     proof.head);
	return SR_EXIT_OK;
}

int sr_cmd_check(struct sr_cli *cli)
{
	bool gaps = sr_cli_has(cli, SR_OPT_GAPS);

	if (gaps != (cli->noperand > 0)) {
		sr_say(gaps ? "check --gaps: needs files to read"
			    : "check: takes files only with --gaps");
		return SR_EXIT_USAGE;
	}
	if (gaps)
		return sr_check_gaps(cli);
	return sr_cli_has(cli, SR_OPT_LEDGER) ? check_ledger(cli)
					      : check_kit(cli);
}
