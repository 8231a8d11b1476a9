#include "annotate/net.h"

#include "annotate/feature.h"

/* Larger numbers are no model of ours, and keep sizes within 32 bits. */
#define MOST_WORDS (1u << 20)
#define MOST_ROWS (1u << 18)
#define MOST_WIDTH 2048u

size_t sr_matrix_size(uint32_t in, uint32_t out)
{
	return (size_t)in * out + (size_t)out * 12;
}

static uint32_t round_up(uint32_t n, uint32_t to)
{
	return (n + to - 1) / to * to;
}

uint32_t sr_net_inputs(const struct sr_net_header *h, enum sr_net_part part)
{
	switch ((int)part) {
	case SR_NET_LAYER:
		return h->vector + h->row;
	case SR_NET_ARC:
		return h->arc;
	case SR_NET_LABEL:
		return 3 * h->label;
	default:
		return 2 * h->hidden;
	}
}

uint32_t sr_net_outputs(const struct sr_net_header *h, enum sr_net_part part)
{
	switch ((int)part) {
	case SR_NET_LAYER:
		return 8 * h->hidden;
	case SR_NET_TAG:
		return round_up(h->nupos + h->nxpos, 16);
	case SR_NET_MLP:
		return 2 * h->arc + 2 * h->label;
	case SR_NET_ARC:
		return h->arc;
	case SR_NET_LABEL:
		return round_up(h->nrel, 16);
	default:
		return 6 * h->hidden;
	}
}

static bool sane(const struct sr_net_header *h, size_t n)
{
	return h->magic == SR_NET_MAGIC && h->version == SR_NET_VERSION &&
	       h->size == n && h->nword && h->nword <= MOST_WORDS &&
	       h->nslot > h->nword && h->nslot <= 4 * MOST_WORDS &&
	       (h->nslot & (h->nslot - 1)) == 0 && h->ntext <= n &&
	       h->nboth <= h->nlearned && h->nlearned <= h->nword &&
	       h->nvector == h->nboth + (h->nword - h->nlearned) && h->naffix &&
	       h->naffix <= MOST_ROWS && h->nrow <= MOST_ROWS &&
	       (uint64_t)h->nlearned + SR_SHAPE_ROWS + h->naffix == h->nrow &&
	       h->vector % 4 == 0 && h->vector <= MOST_WIDTH &&
	       h->row % 16 == 0 && h->row && h->row <= MOST_WIDTH &&
	       h->vector + h->row <= SR_DOT_IN &&
	       h->nlayer && h->nlayer <= SR_NET_LAYERS &&
	       h->tag_layer < h->nlayer && h->hidden % 32 == 0 && h->hidden &&
	       h->hidden <= MOST_WIDTH / 8 && h->arc % 32 == 0 && h->arc &&
	       h->arc <= MOST_WIDTH / 4 && h->label % 32 == 0 && h->label &&
	       h->label <= MOST_WIDTH / 4 && h->nupos && h->nupos <= 64 &&
	       h->nxpos && h->nxpos <= 128 && h->nrel && h->nrel <= 128 &&
	       h->nlemma_slot <= MOST_WORDS &&
	       (h->nlemma_slot & (h->nlemma_slot - 1)) == 0 &&
	       h->nlemma_rule <= MOST_WORDS && h->nlemma_text <= MOST_WORDS;
}

struct opening {
	const char *bytes;
	size_t n;
	const struct sr_net_header *head;
	bool ok;
};

/* The bytes of a part, `size` of them; all are checked to be there. */
static const void *part(struct opening *o, int which, size_t size)
{
	uint64_t at = o->head->part[which];

	if (at % 16 || at > o->n || size > o->n - at) {
		o->ok = false;
		return o->bytes;
	}
	return o->bytes + at;
}

static struct sr_matrix matrix(struct opening *o, int which)
{
	int kind = which > SR_NET_LAYER && which < SR_NET_TAG ? SR_NET_LAYER + 1
							      : which;
	uint32_t in = sr_net_inputs(o->head, (enum sr_net_part)kind);
	uint32_t out = sr_net_outputs(o->head, (enum sr_net_part)kind);
	const char *p = part(o, which, sr_matrix_size(in, out));
	struct sr_matrix m = { .in = in, .out = out };

	if (!o->ok)
		return m;
	m.weight = (const void *)p;
	m.zero = (const void *)(p + (size_t)in * out);
	m.scale = (const void *)(m.zero + out);
	m.bias = m.scale + out;
	m.shift = (const void *)m.scale;
	return m;
}

static void parts(struct sr_net *net, struct opening *o)
{
	const struct sr_net_header *h = o->head;

	net->slot = part(o, SR_NET_SLOTS, (size_t)h->nslot * 4);
	net->offset = part(o, SR_NET_OFFSETS, ((size_t)h->nword + 1) * 4);
	net->text = part(o, SR_NET_TEXT, h->ntext);
	net->vector = part(o, SR_NET_VECTORS, (size_t)h->nvector * h->vector);
	net->row = part(o, SR_NET_ROWS, (size_t)h->nrow * h->row);
	net->row_bias = part(o, SR_NET_ROW_BIAS, (size_t)h->row * 4);
	for (uint32_t i = 0; i < h->nlayer; i++)
		net->layer[i] = matrix(o, SR_NET_LAYER + (int)i);
	net->tag = matrix(o, SR_NET_TAG);
	net->mlp = matrix(o, SR_NET_MLP);
	net->arc = matrix(o, SR_NET_ARC);
	net->root = part(o, SR_NET_ROOT, h->arc);
	net->label = matrix(o, SR_NET_LABEL);
	net->lemma_slot =
		part(o, SR_NET_LEMMA_SLOTS, (size_t)h->nlemma_slot * 8);
	net->lemma_rule =
		part(o, SR_NET_LEMMA_RULES, (size_t)h->nlemma_rule * 4);
	net->lemma_text = part(o, SR_NET_LEMMA_TEXT, h->nlemma_text);
}

enum sr_code sr_net_open(struct sr_net *net, const void *bytes, size_t n,
			 struct sr_err *err)
{
	struct opening o = {
		.bytes = bytes, .n = n, .head = bytes, .ok = true
	};

	*net = (struct sr_net){ .head = bytes };
	if (bytes && n >= sizeof(*o.head) && sane(o.head, n))
		parts(net, &o);
	else
		o.ok = false;
	return o.ok ? SR_OK
		    : sr_fail(err, SR_REFUSED, "lang",
			      "the kit's language model is missing, damaged or "
			      "of another version");
}

uint32_t sr_net_word(const struct sr_net *net, struct sr_str key)
{
	const struct sr_net_header *h = net->head;
	uint32_t mask = h->nslot - 1,
		 i = (uint32_t)sr_hash(key.s, key.n) & mask;

	for (uint32_t tries = 0; tries < h->nslot; tries++) {
		uint32_t w = net->slot[i] - 1;
		if (w >= h->nword)
			return SR_NET_UNKNOWN; /* free, or damaged */
		uint32_t from = net->offset[w], to = net->offset[w + 1];
		if (to <= h->ntext && from <= to && to - from == key.n &&
		    memcmp(net->text + from, key.s, key.n) == 0)
			return w;
		i = (i + 1) & mask;
	}
	return SR_NET_UNKNOWN;
}
