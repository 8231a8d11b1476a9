/* sitrep explain ID: the chain behind a claim. What the ledger keeps of it is
 * printed first; then the report's text is read once more, with the tables at
 * hand, to show the sentence's words and tree and what each name might have
 * been. Where those tables are not the ones that made the claim, it says so. */

#include "answer/incidents.h"
#include "base/calendar.h"
#include "cli/ask.h"
#include "cli/explain.h"
#include "cli/read.h"
#include "cli/review.h"
#include "kit/pattern.h"
#include "ledger/decision.h"
#include "ontology.h"
#include "views/wording.h"

#define CONTEXT 200 /* bytes of text shown on each side of the evidence */
#define LEAST_ID 4
#define MOST_TWINS 40 /* reports listed of those that share a text */

struct explain {
	struct sr_ask ask;
	struct sr_records all;
	struct sr_str text; /* of the report */
	struct sr_doc doc;
	bool stands; /* its reading is the report's last */
};

static struct sr_str none(void)
{
	return (struct sr_str){ NULL, 0 };
}

static void put_party(struct explain *e, const char *what, bool has,
		      const struct sr_party_slot *p)
{
	if (has)
		sr_ask_say(&e->ask, "  %-9s %.*s%s%.*s%s", what, (int)p->name.n,
			   p->name.n ? p->name.s : "", p->side.n ? " (" : "",
			   (int)p->side.n, p->side.n ? p->side.s : "",
			   p->side.n ? ")" : "");
}

static void put_place(struct explain *e, const struct sr_claim *c)
{
	const struct sr_place_slot *p = &c->place;
	char point[SR_WORDING] = "no point";

	if (!c->has_place)
		return;
	if (p->has_point)
		sr_point_text(p->lat, p->lon, point);
	sr_ask_say(&e->ask, "  %-9s %s %.*s%s%.*s, %s, within %.1f km, id %lld",
		   "place", sr_role_name(p->role), (int)p->name.n,
		   p->name.n ? p->name.s : "", p->country.n ? ", " : "",
		   (int)p->country.n, p->country.n ? p->country.s : "", point,
		   p->radius_km, (long long)p->id);
}

static void put_claim(struct explain *e, const struct sr_record *r)
{
	static const char *const BASIS[] = { "named", "relative",
					     "by the report's day",
					     "inferred" };
	const struct sr_claim *c = &r->claim;
	char text[SR_WORDING];

	sr_ask_say(&e->ask, "claim %.*s  %s, %s, confidence 0.%03u%s%s",
		   (int)r->key.n, r->key.s, sr_type_name(c->type),
		   sr_status_name(c->status), c->confidence % 1000u,
		   r->verdict ? ", " : "", sr_verdict_name(r->verdict));
	put_party(e, "actor", c->has_actor, &c->actor);
	put_party(e, "target", c->has_target, &c->target);
	put_place(e, c);
	sr_days_text(c->days, false, text);
	sr_ask_say(&e->ask, "  %-9s %s (%s)", "day",
		   text[0] ? text : "not known", BASIS[c->basis & 3]);
	sr_count_text(c, text);
	if (c->has_count)
		sr_ask_say(&e->ask, "  %-9s %s%s%s", "count", text,
			   c->count_total ? ", a total" : "",
			   c->count_further ? ", further" : "");
	sr_ask_say(&e->ask, "  %-9s %.*s", "speaker",
		   (int)(c->speaker.n ? c->speaker.n : 19),
		   c->speaker.n ? c->speaker.s : "the publisher's own");
	if (sr_str_is(c->voice, SR_VOICE_NOBODY))
		sr_ask_say(&e->ask,
			   "  %-9s nobody who is named: of this text alone",
			   "voice");
	else if (c->voice.n)
		sr_ask_say(&e->ask, "  %-9s %.*s", "voice", (int)c->voice.n,
			   c->voice.s);
	if (c->disposition.n)
		sr_ask_say(&e->ask, "  %-9s %.*s", "how", (int)c->disposition.n,
			   c->disposition.s);
}

/* What people decided about the claim, and what it was before. */
static enum sr_code put_decisions(struct explain *e, const struct sr_record *r)
{
	struct sr_ask *a = &e->ask;
	struct sr_decisions all = { .items = { 0 } };
	struct sr_claim was = { .type = 0 };
	unsigned sets = 0;
	char text[1024];

	enum sr_code code = sr_ledger_decisions_on(a->ledger, r->key, &a->mem,
						   &all, &a->err);
	if (code || !all.items.nitem)
		return code;
	for (size_t i = 0; i < all.items.nitem; i++) {
		const struct sr_decision *d = &all.items.items[i];
		sr_slots_text(&d->slots, d->sets, text, sizeof(text));
		sr_ask_say(&e->ask, "%s %s  by %.*s, %.*s%s%.*s%s%s%s%.*s",
			   i ? "        " : "decided ", d->id, (int)d->who.n,
			   d->who.s, (int)d->at.n, d->at.s,
			   d->undone.n ? ", undone by " : "", (int)d->undone.n,
			   d->undone.n ? d->undone.s : "", ": ",
			   sr_verb_name(d->verb), d->why.n ? ", because: " : "",
			   (int)d->why.n, d->why.n ? d->why.s : "");
		if (d->sets)
			sr_ask_say(&e->ask, "         %s", text);
		sets |= d->undone.n ? 0 : d->sets;
	}
	if (r->verdict != SR_VERDICT_CORRECTED)
		return SR_OK;
	code = sr_ledger_as_read(a->ledger, r->row, &a->mem, &was, &a->err);
	sr_slots_text(&was, sets, text, sizeof(text));
	if (!code)
		sr_ask_say(&e->ask, "as read  %s", text);
	return code;
}

static void put_report(struct explain *e, const struct sr_filed *f)
{
	char text[1024];

	sr_filed_text(f, text, sizeof(text));
	sr_ask_say(&e->ask, "report %.*s  %s", SR_ID_SHOWN, f->sha256.s, text);
	if (f->report.title.n)
		sr_ask_say(&e->ask, "  %-9s %.*s", "title",
			   (int)f->report.title.n, f->report.title.s);
	if (f->report.url.n)
		sr_ask_say(&e->ask, "  %-9s %.*s", "url", (int)f->report.url.n,
			   f->report.url.s);
	sr_updated_text(&f->report, text);
	if (text[0])
		sr_ask_say(&e->ask, "  %-9s %s", "updated", text);
	if (f->names.n)
		sr_ask_say(&e->ask, "  %-9s %.*s", "also as", (int)f->names.n,
			   f->names.s);
	if (f->origin.n)
		sr_ask_say(&e->ask, "  %-9s shared ('sitrep explain %.*s')",
			   "text", SR_ID_SHOWN, f->sha256.s);
	if (f->replaced_by.n)
		sr_ask_say(&e->ask,
			   "  %-9s by a later version of its page, %.*s "
			   "('sitrep reports --versions')",
			   "replaced", SR_ID_SHOWN, f->replaced_by.s);
	sr_ask_say(&e->ask, "  %-9s %.*s", "learnt", (int)f->learnt.n,
		   f->learnt.s);
	sr_ask_say(&e->ask, "  %-9s sitrep %.*s with kit %.12s", "read by",
		   (int)f->program.n, f->program.s, f->kit.s);
}

/* The evidence among what stands around it, between marks. */
static void put_context(struct explain *e, const struct sr_record *r)
{
	struct sr_span at = r->claim.evidence;
	size_t from = at.from > CONTEXT ? at.from - CONTEXT : 0;
	size_t to = e->text.n - at.to > CONTEXT ? at.to + CONTEXT : e->text.n;

	while (from && ((unsigned char)e->text.s[from] & 0xC0) == 0x80)
		from--;
	while (to < e->text.n && ((unsigned char)e->text.s[to] & 0xC0) == 0x80)
		to++;
	sr_ask_say(&e->ask, "words %u to %u", r->points.from, r->points.to);
	sr_ask_say(&e->ask, "  %s%.*s >>> %.*s <<< %.*s%s", from ? "..." : "",
		   (int)(at.from - from), e->text.s + from,
		   (int)(at.to - at.from), e->text.s + at.from,
		   (int)(to - at.to), e->text.s + at.to,
		   to < e->text.n ? "..." : "");
}

/* The rule's own examples: what it is for and what it must leave alone. */
static void put_rule(struct explain *e, const struct sr_claim *c)
{
	const struct sr_kit *kit = e->ask.kit;
	const struct sr_pattern *pattern;
	const struct sr_example *example;
	size_t n = sr_patterns(kit, &pattern);
	size_t nexample = sr_examples(kit, &example);

	sr_ask_say(&e->ask, "rule %.*s", (int)c->rule.n,
		   c->rule.n ? c->rule.s : "");
	for (size_t i = 0; i < nexample; i++) {
		if (example[i].pattern >= n)
			continue;
		struct sr_str id =
			sr_pattern_text(kit, pattern[example[i].pattern].id);
		struct sr_str text = sr_pattern_text(kit, example[i].text);
		if (sr_str_equal(id, c->rule))
			sr_ask_say(&e->ask, "  %-4s %.*s",
				   example[i].fires ? "yes" : "no", (int)text.n,
				   text.s);
	}
}

/* The sentence as it was read */

static const struct sr_view_column TREE[] = {
	{ NULL, "", SR_RIGHT },		{ NULL, "word", SR_CUT },
	{ NULL, "lemma", SR_CUT },	{ NULL, "tag", SR_LEFT },
	{ NULL, "of", SR_RIGHT },	{ NULL, "as", SR_LEFT },
	{ NULL, "stands for", SR_CUT },
};

/* What a word is part of: a place, a party, a time, a number. */
static void what_cell(struct sr_rows *rows, const struct sr_doc *doc,
		      const struct sr_token *t)
{
	char days[SR_WORDING];

	if (t->place < doc->places.nitem) {
		const struct sr_place *p = &doc->places.items[t->place];
		sr_cell_format(rows, "place %.*s %.*s %lld", (int)p->name.n,
			       p->name.n ? p->name.s : "", (int)p->country.n,
			       p->country.n ? p->country.s : "",
			       (long long)p->id);
	} else if (t->party < doc->parties.nitem) {
		const struct sr_party *p = &doc->parties.items[t->party];
		sr_cell_format(rows, "%s %.*s %.*s",
			       sr_party_kind_name(p->kind), (int)p->name.n,
			       p->name.n ? p->name.s : "", (int)p->side.n,
			       p->side.n ? p->side.s : "");
	} else if (t->time < doc->times.nitem) {
		sr_days_text(doc->times.items[t->time].days, false, days);
		sr_cell_format(rows, "time %s", days);
	} else if (t->number < doc->numbers.nitem) {
		const struct sr_number *n = &doc->numbers.items[t->number];
		struct sr_claim c = { .has_count = true,
				      .count = n->count,
				      .unit = n->unit };
		sr_count_text(&c, days);
		sr_cell_format(rows, "number %s", days);
	} else {
		sr_cell_none(rows);
	}
}

static void token_row(struct sr_rows *rows, const struct sr_doc *doc,
		      const struct sr_sentence *s, uint32_t i)
{
	const struct sr_token *t = &doc->tokens.items[i];

	sr_cell_int(rows, i - s->from + 1);
	sr_cell_text(rows, sr_doc_text(doc, t->at));
	sr_cell_text(rows, t->lemma_text);
	sr_cell_text(rows, sr_str_of(sr_upos_name(t->upos)));
	if (s->parsed && t->head != i)
		sr_cell_int(rows, (int64_t)t->head - s->from + 1);
	else
		sr_cell_none(rows);
	sr_cell_text(rows,
		     s->parsed
			     ? sr_str_of(t->head == i ? "root"
						      : sr_rel_name(t->deprel))
			     : none());
	what_cell(rows, doc, t);
}

static bool overlap(struct sr_span a, struct sr_span b)
{
	return a.from < b.to && b.from < a.to;
}

static int put_sentences(struct explain *e, struct sr_span at)
{
	const struct sr_doc *doc = &e->doc;
	struct sr_rows rows =
		sr_ask_rows(&e->ask, TREE, sizeof(TREE) / sizeof(*TREE));

	for (size_t i = 0; i < doc->sentences.nitem; i++) {
		const struct sr_sentence *s = &doc->sentences.items[i];
		if (!overlap(s->at, at))
			continue;
		for (uint32_t k = s->from; k < s->to; k++)
			token_row(&rows, doc, s, k);
	}
	sr_cli_print(e->ask.cli, "\nsentence, as it is read now\n");
	return sr_ask_print(&e->ask, &rows);
}

static const struct sr_view_column PLACES[] = {
	{ NULL, "in the text", SR_CUT }, { NULL, "candidate", SR_CUT },
	{ NULL, "in", SR_CUT },		 { NULL, "people", SR_RIGHT },
	{ NULL, "score", SR_RIGHT },	 { NULL, "id", SR_RIGHT },
	{ NULL, "why", SR_WRAP },
};

static void place_rows(struct explain *e, struct sr_rows *rows,
		       const struct sr_place *p)
{
	for (size_t i = 0; i < p->ncandidate && i < 5; i++) {
		const struct sr_candidate *c = &p->candidates[i];
		sr_cell_text(rows, i ? none() : sr_doc_text(&e->doc, p->m.at));
		sr_cell_text(rows, c->name);
		sr_cell_format(rows, "%.*s%s%.*s", (int)c->admin1.n,
			       c->admin1.n ? c->admin1.s : "",
			       c->admin1.n ? ", " : "", (int)c->country.n,
			       c->country.n ? c->country.s : "");
		sr_cell_int(rows, c->population);
		sr_cell_fixed(rows, c->score, 2);
		sr_cell_int(rows, c->id);
		sr_cell_text(rows, c->why);
	}
}

static int put_places(struct explain *e, const struct sr_claim *c)
{
	struct sr_rows rows =
		sr_ask_rows(&e->ask, PLACES, sizeof(PLACES) / sizeof(*PLACES));

	for (size_t i = 0; i < e->doc.places.nitem; i++) {
		const struct sr_place *p = &e->doc.places.items[i];
		if (overlap(p->m.at, c->evidence) ||
		    (c->has_place && overlap(p->m.at, c->place.at)))
			place_rows(e, &rows, p);
	}
	if (!rows.cells.nitem)
		return SR_EXIT_OK;
	sr_cli_print(e->ask.cli, "\nplaces it might have been\n");
	return sr_ask_print(&e->ask, &rows);
}

/* Reads the text again; a note where it can't be or is another reading. */
static int read_again(struct explain *e, const struct sr_filed *f,
		      const struct sr_record *r)
{
	struct sr_item in = { .path = "report", .name = f->report.name };
	struct sr_err err = { 0 };
	int status = SR_EXIT_OK;

	if (!e->ask.kit) {
		sr_say("no kit at hand: the sentence can't be read again");
		return SR_EXIT_OK;
	}
	if (!sr_str_is(f->kit, sr_kit_hash(e->ask.kit)) ||
	    !sr_str_is(f->program, SR_VERSION))
		sr_say("the tables at hand are not those that made this claim; "
		       "what follows may differ");
	in.bytes = in.body = e->text;
	put_rule(e, &r->claim);
	sr_doc_init(&e->doc);
	if (sr_cli_read(&(struct sr_read_how){ e->ask.cli, e->ask.kit,
					       SR_HAS_CLAIMS },
			&e->doc, &in, &err))
		status = sr_say_err(&err);
	if (!status)
		status = put_sentences(e, r->claim.evidence);
	if (!status)
		status = put_places(e, &r->claim);
	sr_doc_release(&e->doc);
	return status;
}

static int explain_claim(struct explain *e)
{
	const struct sr_record *r = &e->all.claims.items[0];
	const struct sr_filed *f = sr_filed_of(&e->all, r);
	struct sr_kept_text kept;

	if (sr_ledger_text(e->ask.ledger, f->row, &e->ask.mem, &kept,
			   &e->ask.err))
		return sr_ask_fail(&e->ask);
	e->text = kept.text;
	char incident[32];
	if (sr_claim_incident(&e->ask, r, incident))
		return sr_ask_fail(&e->ask);
	put_claim(e, r);
	if (e->stands)
		sr_ask_say(&e->ask, "  %-9s %s", "incident", incident);
	if (put_decisions(e, r))
		return sr_ask_fail(&e->ask);
	put_report(e, f);
	if (!e->stands)
		sr_ask_say(
			&e->ask,
			"  this claim is of an earlier reading and no longer "
			"stands");
	if (r->claim.evidence.to <= e->text.n)
		put_context(e, r);
	return read_again(e, f, r);
}

/* The reports that share its text: those that are one voice with it, or those
 * that are not. */
static void put_twins(struct explain *e, const struct sr_twins *twins, bool one)
{
	size_t n = 0;

	for (size_t i = 0; i < twins->items.nitem; i++) {
		const struct sr_twin *t = &twins->items.items[i];
		char text[1024];
		if (t->one != one)
			continue;
		if (n++ == 0)
			sr_ask_say(
				&e->ask,
				one ? "one voice with"
				    : "shares text with, but is another voice");
		sr_filed_text(t->filed, text, sizeof(text));
		if (n <= MOST_TWINS)
			sr_ask_say(
				&e->ask,
				"  %.*s  %s: %u of its %u words, %u of %u here",
				SR_ID_SHOWN, t->filed->sha256.s, text,
				t->other_shared, t->other_nword, t->shared,
				t->nword);
	}
	if (n > MOST_TWINS)
		sr_ask_say(&e->ask, "  and %zu more", n - MOST_TWINS);
}

static int explain_report(struct explain *e)
{
	const struct sr_filed *f = &e->all.reports.items[0];
	struct sr_ask *a = &e->ask;
	struct sr_twins twins;

	put_report(e, f);
	sr_ask_say(&e->ask, "  %-9s %zu ('sitrep claims --source %.*s')",
		   "claims", f->nclaim, (int)f->report.name.n,
		   f->report.name.s);
	if (sr_ledger_twins(a->ledger, f, a->filter.known_on, &a->mem, &twins,
			    &a->err))
		return sr_ask_fail(a);
	put_twins(e, &twins, true);
	put_twins(e, &twins, false);
	return SR_EXIT_OK;
}

static bool is_id(const char *s)
{
	size_t n = strlen(s);

	return n >= LEAST_ID && n <= 64 && strspn(s, "0123456789abcdef") == n;
}

static int ambiguous(struct explain *e, const char *id)
{
	size_t n = e->all.claims.nitem;

	sr_say("%s: begins several ids; expected more digits", id);
	for (size_t i = 0; i < n && i < 10; i++)
		sr_ask_say(&e->ask, "claim  %.*s  %.*s", 16,
			   e->all.claims.items[i].key.s,
			   (int)e->all.claims.items[i].words.n,
			   e->all.claims.items[i].words.s);
	for (size_t i = 0; !n && i < e->all.reports.nitem && i < 10; i++)
		sr_ask_say(&e->ask, "report %.16s  %.*s",
			   e->all.reports.items[i].sha256.s,
			   (int)e->all.reports.items[i].report.name.n,
			   e->all.reports.items[i].report.name.s);
	return SR_EXIT_USAGE;
}

/* Claims that stand, else claims that stood, else reports. */
static int find(struct explain *e, const char *id)
{
	struct sr_ask *a = &e->ask;
	enum sr_code code;

	a->filter.key = sr_str_of(id);
	a->filter.rejected = true;
	code = sr_ledger_claims(a->ledger, &a->filter, &a->mem, &e->all,
				&a->err);
	e->stands = e->all.claims.nitem > 0;
	a->filter.every_reading = true;
	if (!code && !e->all.claims.nitem)
		code = sr_ledger_claims(a->ledger, &a->filter, &a->mem, &e->all,
					&a->err);
	if (!code && !e->all.claims.nitem)
		code = sr_ledger_reports(a->ledger, &a->filter, &a->mem,
					 &e->all, &a->err);
	if (code)
		return sr_ask_fail(a);
	size_t n = e->all.claims.nitem;
	if (n > 1 && (e->stands || !sr_str_equal(e->all.claims.items[0].key,
						 e->all.claims.items[1].key)))
		return ambiguous(e, id);
	if (n)
		return explain_claim(e);
	if (e->all.reports.nitem > 1)
		return ambiguous(e, id);
	if (e->all.reports.nitem)
		return explain_report(e);
	sr_say("%s: no claim or report has that id", id);
	return SR_EXIT_REFUSED;
}

int sr_cmd_explain(struct sr_cli *cli)
{
	struct explain e = { .all = { .claims = { 0 } } };
	const char *id = cli->operand[0];
	bool incident = id[0] == 'i' && is_id(id + 1);

	if (id[0] == 'k')
		return sr_explain_conflict(cli);
	if (id[0] == 'h' && is_id(id + 1)) {
		int held = sr_ask_open(&e.ask, cli);
		if (!held)
			held = sr_explain_control(&e.ask, id);
		sr_ask_close(&e.ask);
		return held;
	}
	if (!incident && !is_id(id)) {
		sr_say("%s: no id; expected 4 hex digits or more, as 'sitrep "
		       "claims' shows them",
		       id);
		return SR_EXIT_USAGE;
	}
	int status = sr_ask_open(&e.ask, cli);
	if (!status &&
	    !(id[0] == 'd' && sr_explain_decision(&e.ask, id, &status)))
		status = incident ? sr_explain_incident(&e.ask, id)
				  : find(&e, id);
	sr_ask_close(&e.ask);
	return status;
}
