/* sitrep check --gaps: what reports name and no table knows, the most frequent
 * first: the next rows to write. */
#include <stdlib.h>

#include "cli/read.h"
#include "extract/gap.h"
#include "ontology.h"
#include "views/rows.h"

struct gap {
	const char *kind;
	struct sr_str name, doc; /* doc: the first that names it */
};

struct gaps {
	struct sr_cli *cli;
	struct sr_kit *kit;
	struct sr_doc doc;
	struct sr_arena mem; /* of the names */
	SR_LIST(struct gap) found;
	int status;
};

static struct sr_str keep(struct gaps *g, struct sr_str s)
{
	return sr_arena_str(&g->mem, s);
}

static void add(struct gaps *g, const char *kind, struct sr_str name)
{
	struct gap *gap = SR_PUSH(&g->mem, &g->found);

	if (gap)
		*gap = (struct gap){ kind, keep(g, name),
				     keep(g, g->doc.report.name) };
}

static bool has_name(const struct gaps *g, const struct sr_party *p)
{
	for (uint32_t i = p->m.from; i < p->m.to; i++)
		if (g->doc.tokens.items[i].upos == SR_UPOS_PROPN)
			return true;
	return false;
}

/* Verbs of war that no pattern knows. */
static void collect_verbs(struct gaps *g)
{
	struct sr_gap_verbs verbs;
	struct sr_err err = { 0 };

	if (sr_gap_verbs(&g->doc, g->kit, &verbs, &err)) {
		g->status = sr_say_err(&err);
		return;
	}
	for (size_t i = 0; i < verbs.nitem; i++)
		add(g, "verb",
		    g->doc.tokens.items[verbs.items[i]].lemma_text);
}

/* Places in no gazetteer; parties that are named and of no side. */
static void collect(struct gaps *g)
{
	collect_verbs(g);
	for (size_t i = 0; i < g->doc.places.nitem; i++) {
		const struct sr_place *p = &g->doc.places.items[i];
		if (p->kind == SR_PLACE_MISSING)
			add(g, "place", sr_doc_text(&g->doc, p->m.at));
	}
	for (size_t i = 0; i < g->doc.parties.nitem; i++) {
		const struct sr_party *p = &g->doc.parties.items[i];
		if (!p->side.n && p->row == SR_NONE && !p->pronoun &&
		    has_name(g, p))
			add(g, sr_party_kind_name(p->kind),
			    sr_doc_text(&g->doc, p->m.at));
	}
}

static bool input(void *user, const struct sr_item *in)
{
	struct gaps *g = user;
	struct sr_err err = in->err;

	if (in->code ||
	    sr_cli_read(&(struct sr_read_how){ g->cli, g->kit, SR_HAS_CLAIMS },
			&g->doc, in, &err))
		g->status = sr_say_refused(in, &err);
	else
		collect(g);
	return !g->mem.full;
}

static int by_name(const void *pa, const void *pb)
{
	const struct gap *a = pa, *b = pb;
	int c = strcmp(a->kind, b->kind);

	if (c || (c = sr_str_order(a->name, b->name)))
		return c;
	return sr_str_order(a->doc, b->doc);
}

struct count {
	const struct gap *gap;
	size_t n;
};

static int by_count(const void *pa, const void *pb)
{
	const struct count *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return by_name(a->gap, b->gap);
}

/* Equal names as one, with how often they stand. */
static size_t put_together(const struct gaps *g, struct count *count)
{
	size_t n = 0;

	for (size_t i = 0; i < g->found.nitem; i++) {
		const struct gap *gap = &g->found.items[i];
		if (n && strcmp(count[n - 1].gap->kind, gap->kind) == 0 &&
		    sr_str_equal(count[n - 1].gap->name, gap->name))
			count[n - 1].n++;
		else
			count[n++] = (struct count){ gap, 1 };
	}
	return n;
}

static const struct sr_view_column COLUMNS[] = {
	{ "count", "count", SR_RIGHT },
	{ "kind", "kind", SR_LEFT },
	{ "name", "name", SR_CUT },
	{ "doc", "first in", SR_CUT },
};

static int print(struct gaps *g, const struct sr_view_options *view)
{
	struct sr_rows rows = { .column = COLUMNS,
				.ncolumn = 4,
				.mem = &g->mem };
	struct sr_json out = { .mem = &g->mem };
	struct sr_err err = { 0 };
	struct count *count = SR_NEW(&g->mem, struct count, g->found.nitem);
	size_t n = 0;

	if (count && g->found.nitem) {
		qsort(g->found.items, g->found.nitem, sizeof(struct gap),
		      by_name);
		n = put_together(g, count);
		qsort(count, n, sizeof(*count), by_count);
	}
	for (size_t i = 0; i < n; i++) {
		sr_cell_int(&rows, (int64_t)count[i].n);
		sr_cell_text(&rows, sr_str_of(count[i].gap->kind));
		sr_cell_text(&rows, count[i].gap->name);
		sr_cell_text(&rows, count[i].gap->doc);
	}
	if (sr_rows_write(&rows, view, &out, &err))
		return sr_say_err(&err);
	sr_cli_write(g->cli, sr_json_text(&out));
	return g->status;
}

int sr_check_gaps(struct sr_cli *cli)
{
	struct gaps g = { .cli = cli };
	struct sr_view_options view = { .width = cli->width,
					.colour = cli->colour };
	struct sr_err err = { 0 };
	const char *format = cli->opt[SR_OPT_FORMAT];

	if (format && sr_format_read(format, &view.format, &err))
		return sr_say_err(&err);
	g.kit = sr_cli_kit(cli, &err);
	if (!g.kit)
		return sr_say_err(&err);
	sr_doc_init(&g.doc);
	sr_arena_init(&g.mem, (size_t)1 << 30);
	sr_cli_inputs(cli, g.kit, input, &g);
	int status = print(&g, &view);
	sr_arena_release(&g.mem);
	sr_doc_release(&g.doc);
	sr_kit_close(g.kit);
	return status;
}
