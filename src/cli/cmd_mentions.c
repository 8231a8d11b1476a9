/* sitrep mentions: the places, times, parties and numbers that reports name,
 * with what each was taken for. */
#include "cli/read.h"
#include "views/mentions.h"

struct mentions {
	struct sr_cli *cli;
	struct sr_kit *kit;
	struct sr_doc doc;
	int status;
};

static bool input(void *user, const struct sr_item *in)
{
	struct mentions *m = user;
	struct sr_json out = { .mem = &m->doc.mem };
	struct sr_err err = in->err;
	enum sr_code code = in->code;

	if (!code)
		code = sr_cli_read(
			&(struct sr_read_how){ m->cli, m->kit, SR_HAS_PARTIES },
			&m->doc, in, &err);
	if (!code)
		code = sr_mentions_write(&m->doc, m->kit, &out, &err);
	if (code)
		m->status = sr_say_refused(in, &err);
	else
		sr_cli_write(m->cli, sr_json_text(&out));
	if (!code)
		sr_say_aside(in, &m->doc);
	return !m->cli->reason;
}

int sr_cmd_mentions(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct mentions m = { .cli = cli, .kit = sr_cli_kit(cli, &err) };

	if (!m.kit)
		return sr_say_err(&err);
	sr_doc_init(&m.doc);
	sr_cli_inputs(cli, m.kit, input, &m);
	sr_doc_release(&m.doc);
	sr_kit_close(m.kit);
	return m.status;
}
