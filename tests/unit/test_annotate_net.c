/* Damaged models are refused or read without harm: any bytes changed, cut at
 * any place. (Harm is what the sanitizers see.) */
#include "annotate/net.h"

#include <stdlib.h>

#include "annotate/annotate.h"
#include "annotate/cell.h"
#include "annotate/engine.h"
#include "lib/check.h"
#include "text/text.h"

static struct sr_kit *kit;
static const char TEXT[] = "Rebels said on Friday that they had shelled the "
                           "town's airport. \"No,\" he said.";

static enum sr_code read_by(struct sr_str model, size_t fail_after)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	doc.report.text = sr_str_of(TEXT);
	enum sr_code code = sr_paragraphs(&doc, NULL);
	if (!code)
		code = sr_tokenize(&doc, kit, NULL);
	if (fail_after)
		doc.mem.fail_after = doc.mem.requests + fail_after;
	if (!code)
		code = sr_annotate_by(&doc, kit, model, sr_dot_best(), NULL);
	for (size_t i = 0; !code && i < doc.tokens.nitem; i++)
		if (doc.tokens.items[i].head >= doc.tokens.nitem)
			code = SR_USAGE;
	sr_doc_release(&doc);
	return code;
}

static uint32_t next(uint32_t *x)
{
	*x = *x * 1664525u + 1013904223u;
	return *x >> 4;
}

static void damaged(struct sr_str model)
{
	char *copy = malloc(model.n);
	uint32_t x = 5;
	size_t bad = 0;

	for (int round = 0; round < 150; round++) {
		/* Half of the time the header, where it hurts most. */
		size_t within = round % 2 ? model.n
		                          : sizeof(struct sr_net_header);
		memcpy(copy, model.s, model.n);
		for (int k = 0; k < (round % 2 ? 2000 : 3); k++)
			copy[next(&x) % within] = (char)next(&x);
		enum sr_code code = read_by((struct sr_str){ copy, model.n }, 0);
		bad += code != SR_OK && code != SR_REFUSED;
	}
	CHECK_INT(bad, 0);
	memset(copy + sizeof(struct sr_net_header), 0xFF,
	       model.n - sizeof(struct sr_net_header));
	CHECK_INT(read_by((struct sr_str){ copy, model.n }, 0), SR_OK);
	free(copy);
}

static void cut(struct sr_str model)
{
	size_t bad = 0;

	for (size_t n = 0; n < model.n; n += n / 3 + 1)
		bad += read_by((struct sr_str){ model.s, n }, 0) != SR_REFUSED;
	CHECK_INT(bad, 0);
	CHECK_INT(read_by((struct sr_str){ NULL, 0 }, 0), SR_REFUSED);
}

static void no_memory(struct sr_str model)
{
	enum sr_code code = SR_NOMEM;

	for (size_t k = 1; code == SR_NOMEM && k < 1000; k++)
		code = read_by(model, k);
	CHECK_INT(code, SR_OK);
}

/* A unit that is nothing but its input gives that again, whatever it is. */
static void meanings(void)
{
	static const int16_t zero[3][SR_CELLS];
	static int16_t shut[SR_CELLS]; /* the gate that lets the input through */
	uint8_t below[SR_CELLS], out[SR_CELLS];
	bool same = true;

	for (int k = 0; k < SR_CELLS; k++)
		shut[k] = INT16_MIN;
	for (int a = 0; a < 128; a++) {
		struct sr_cells c = { .gate = { zero[0], zero[1], shut },
				      .below = below,
				      .out = out,
				      .width = SR_CELLS,
				      .n = 1 };
		memset(below, a, sizeof(below));
		sr_cells_run(&c, SR_DOT_PLAIN);
		same = same && out[0] == a && out[SR_CELLS - 1] == a;
	}
	CHECK(same);
}

/* The model that is shipped goes the fast way: one that did not would be as
 * right, and slower. */
static void fits(struct sr_str model)
{
	struct sr_net net;

	CHECK_INT(sr_net_open(&net, model.s, model.n, NULL), SR_OK);
	for (uint32_t l = 0; l < net.head->nlayer; l++)
		CHECK(sr_layer_amx_fits(&net.layer[l], l == 0));
}

int main(void)
{
	char path[512];
	struct sr_str model;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	model.s = sr_kit_section(kit, "lang", &model.n);
	CHECK_INT(read_by(model, 0), SR_OK);
	fits(model);
	damaged(model);
	cut(model);
	no_memory(model);
	meanings();
	sr_kit_close(kit);
	return done();
}
