/* Reading one input, as extract, add and explain do it. */
#ifndef SR_CLI_READ_H
#define SR_CLI_READ_H

#include "api/read.h"
#include "cli/cli.h"

/* Empties the doc and reads the input into it up to the lists in `want`. With
 * --replace, bytes that are not UTF-8 are replaced. The input's bytes must live
 * as long as the doc is used. */
struct sr_read_how {
	const struct sr_cli *cli;
	const struct sr_kit *kit;
	unsigned want;
};
enum sr_code sr_cli_read(const struct sr_read_how *how, struct sr_doc *doc,
			 const struct sr_item *in,
			 struct sr_err *err) SR_MUST_USE;

#endif
