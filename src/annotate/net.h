/* The model file: a header, then arrays used in place from the mapped kit.
 * Made by train/; the method is told in annotate/README.md.
 *
 * Activations are 7-bit: u stands for (u - 64) / 63, so one byte holds
 * [-1, 1] and sums of products with 8-bit weights can't overflow on any of
 * the machine's paths (base/dot.h). */
#ifndef SR_ANNOTATE_NET_H
#define SR_ANNOTATE_NET_H

#include "base/dot.h"
#include "base/err.h"
#include "base/str.h"

#define SR_NET_MAGIC 0x474E414C /* "LANG" */
#define SR_NET_VERSION 3u
#define SR_NET_LAYERS 6 /* most layers */
#define SR_ACT_ZERO 64
#define SR_ACT_ONE 63

enum sr_net_part {
	SR_NET_SLOTS, /* u32[nslot]: word + 1, 0 free; by sr_hash of the key */
	SR_NET_OFFSETS,	 /* u32[nword + 1] into the text */
	SR_NET_TEXT,	 /* keys of the words, one after another */
	SR_NET_VECTORS,	 /* u8[nvector][vector]: activations */
	SR_NET_ROWS,	 /* i8[nrow][row], in 1/64 */
	SR_NET_ROW_BIAS, /* float[row] */
	SR_NET_LAYER,	 /* a matrix each */
	SR_NET_TAG = SR_NET_LAYER + SR_NET_LAYERS, /* upos and xpos */
	SR_NET_MLP,  /* arc dependent, arc head, label dependent, label head */
	SR_NET_ARC,  /* dependent to what its head should be like */
	SR_NET_ROOT, /* u8[arc]: the root as a head */
	SR_NET_LABEL,
	SR_NET_LEMMA_SLOTS, /* u32[nlemma_slot][2]: key, rule + 1 or 0: free */
	SR_NET_LEMMA_RULES,
	SR_NET_LEMMA_TEXT,
	SR_NET_PARTS
};

struct sr_net_header {
	uint32_t magic, version;
	uint64_t size;
	uint32_t nword, nslot, ntext;
	uint32_t nlearned; /* words 0 to nlearned - 1 have a row of their own */
	uint32_t nboth;	   /* words 0 to nboth - 1 have a row and a vector */
	uint32_t nvector, vector;
	uint32_t nrow, row, naffix; /* rows: words, shapes, affixes */
	uint32_t nlayer, hidden, tag_layer;
	uint32_t arc, label;
	uint32_t nupos, nxpos, nrel;
	uint32_t nlemma_slot, nlemma_rule, nlemma_text;
	uint32_t spare[3];
	uint64_t part[SR_NET_PARTS];
};

struct sr_net {
	const struct sr_net_header *head;
	const uint32_t *slot, *offset;
	const char *text;
	const uint8_t *vector;
	const int8_t *row;
	const float *row_bias;
	struct sr_matrix layer[SR_NET_LAYERS], tag, mlp, arc, label;
	const uint8_t *root;
	const uint32_t *lemma_slot, *lemma_rule;
	const char *lemma_text;
};

/* Reads the header and checks every length; SR_REFUSED if bytes are no model
 * of this version. What is stored in the arrays is checked where it is used. */
enum sr_code sr_net_open(struct sr_net *net, const void *bytes, size_t n,
			 struct sr_err *err) SR_MUST_USE;

/* Bytes that a matrix (weights, zeros, scales, biases) of that size takes in
 * the file. */
size_t sr_matrix_size(uint32_t in, uint32_t out);

/* Where an output stands in a matrix whose outputs are bent: 16-bit numbers are
 * packed from two blocks, four of one and four of the other in turns, so that
 * they come out in their order. */
static inline uint32_t sr_bent_at(uint32_t o)
{
	return (o & ~31u) | (o & 4u) << 2 | (o & 24u) >> 1 | (o & 3u);
}

/* Inputs and outputs of the matrices, from the header alone. */
uint32_t sr_net_inputs(const struct sr_net_header *h, enum sr_net_part part);
uint32_t sr_net_outputs(const struct sr_net_header *h, enum sr_net_part part);

/* The word of a key (see feature.h), SR_NET_UNKNOWN if there is none. */
#define SR_NET_UNKNOWN UINT32_MAX
uint32_t sr_net_word(const struct sr_net *net, struct sr_str key);

#endif
