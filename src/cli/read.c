#include "cli/read.h"

enum sr_code sr_cli_read(const struct sr_read_how *how, struct sr_doc *doc,
			 const struct sr_item *in, struct sr_err *err)
{
	struct sr_ingest_options options = SR_INGEST_OPTIONS;

	options.replace_bad = sr_cli_has(how->cli, SR_OPT_REPLACE);
	sr_doc_reset(doc);
	doc->ungated = sr_cli_has(how->cli, SR_OPT_NO_GATE);
	enum sr_code code = sr_item_read(doc, how->kit, in, &options, err);
	return code ? code : sr_doc_read(doc, how->kit, how->want, err);
}
