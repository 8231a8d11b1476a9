/* sitrep claims: claims as they stand in the ledger. */
#include "answer/claims.h"
#include "cli/ask.h"

/* One claim after another to standard output, however many there are: JSON
 * Lines as extract writes them, or CSV. */
struct stream {
	struct sr_ask *ask;
	struct sr_arena mem;
	bool begun;
};

static bool stream_one(void *user, const struct sr_records *one)
{
	struct stream *s = user;
	struct sr_ask *ask = s->ask;
	const struct sr_record *r = &one->claims.items[0];
	struct sr_json out = { .mem = &s->mem };
	struct sr_rows rows = sr_claim_rows(&s->mem);

	if (ask->view.format == SR_FORMAT_JSONL) {
		sr_claim_object(one, r, &out);
		sr_json_line(&out);
		if (out.full)
			sr_fail_nomem(&ask->err, "claims");
	} else {
		struct sr_view_options view = ask->view;
		view.goes_on = s->begun;
		sr_claim_row(&rows, false, one, r);
		if (sr_rows_write(&rows, &view, &out, &ask->err))
			return false;
	}
	s->begun = true;
	return !ask->err.code && sr_cli_write(ask->cli, sr_json_text(&out));
}

static int print_stream(struct sr_ask *ask)
{
	struct stream s = { .ask = ask };
	struct sr_each each = { stream_one, &s, &s.mem };
	struct sr_rows none;

	sr_arena_init(&s.mem, (size_t)1 << 26);
	enum sr_code code =
		sr_ledger_each(ask->ledger, &ask->filter, &each, &ask->err);
	none = sr_claim_rows(&ask->mem);
	if (!code && !s.begun && ask->view.format == SR_FORMAT_CSV)
		sr_ask_print(ask, &none);
	sr_arena_release(&s.mem);
	return code || ask->err.code ? sr_ask_fail(ask) : SR_EXIT_OK;
}

static int print_all(struct sr_ask *ask)
{
	struct sr_rows rows = sr_claim_rows(&ask->mem);
	bool table = ask->view.format == SR_FORMAT_TABLE;
	struct sr_records all = { .claims = { 0 } };

	if (sr_ledger_claims(ask->ledger, &ask->filter, &ask->mem, &all,
			     &ask->err))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < all.claims.nitem; i++)
		sr_claim_row(&rows, table, &all, &all.claims.items[i]);
	return sr_ask_print(ask, &rows);
}

int sr_cmd_claims(struct sr_cli *cli)
{
	struct sr_ask ask;
	int status = sr_ask_open(&ask, cli);

	ask.filter.rejected = sr_cli_has(cli, SR_OPT_ALL);
	if (!status)
		status = ask.view.format == SR_FORMAT_JSONL ||
					 ask.view.format == SR_FORMAT_CSV
				 ? print_stream(&ask)
				 : print_all(&ask);
	sr_ask_close(&ask);
	return status;
}
