/* The net at work on a batch of sentences: what annotate.c's files share. */
#ifndef SR_ANNOTATE_ENGINE_H
#define SR_ANNOTATE_ENGINE_H

#include "annotate/feature.h"
#include "annotate/layer_amx.h"
#include "annotate/memo.h"
#include "annotate/mst.h"
#include "kit/kit.h"

/* Sentences of up to so many words go through the net together, so that the
 * weights are read once for all of them and the sums stay in the cache. */
#define SR_BATCH_WORDS 96

/* A word of a batch of which the first layer's outputs are to be made, and its
 * place in the memo or SR_MEMO_SLOTS. */
struct sr_fresh {
	uint32_t word, at;
};

struct sr_engine {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_net net;
	struct sr_memo *memo;
	enum sr_dot_path path;
	size_t room;		     /* words of a batch */
	int32_t *stays;		     /* [room + 1], see struct sr_layer */
	uint8_t *input;		     /* [room][vector + row] */
	const int16_t **first; /* [room]: the first layer's outputs of a word, in
				* the memo or `made` */
	int16_t *made;	       /* [room][those outputs] */
	struct sr_fresh *fresh; /* [room]: whose they are */
	size_t nfresh;	       /* rows of `made`, and of `input` for them */
	uint8_t *act[SR_NET_LAYERS]; /* [room][2 hidden] */
	int32_t *sum;		     /* [room + 1][most sums of a word] */
	int16_t *gate;		     /* [4][room][SR_CELLS]: 32 units */
	float *logit;		     /* a word's outputs */
	uint8_t *dep, *head;	     /* [room][arc], [room + 1][arc] */
	uint8_t *ends;	/* [room][2 label]: as dependent, as head */
	uint8_t *pair;	/* [room][3 label] */
	int32_t *query; /* [room][arc] */
	int8_t *cut;	/* [arc] */
	int8_t *packed; /* a sentence's queries as a matrix */
	int32_t *zero;
	float *scale, *bias;
	float *score;	 /* a sentence's: [words + 1][words rounded up] */
	uint32_t *word, *best; /* a sentence's, see sr_mst_best */
	uint32_t *found; /* [room]: heads, as mst.h numbers them */
	struct sr_mst tree;
};

/* The doc, the kit, the net, the memo and the path are set; makes buffers for
 * batches of which the longest sentence has `longest` words. False: no
 * memory. */
bool sr_engine_init(struct sr_engine *e, size_t longest);

/* input.c: what the net gets of sentences [from, to): `input`, or where the memo
 * has the first layer's outputs, `first`; and, when that layer is done, the memo
 * gets those that were made. */
void sr_engine_input(struct sr_engine *e, size_t from, size_t to);
void sr_engine_keep(struct sr_engine *e);

/* Tags of the tokens of sentences [from, to); with `parse`, trees too. */
void sr_engine_tag(struct sr_engine *e, size_t from, size_t to, bool parse);
void sr_engine_parse(struct sr_engine *e, size_t from, size_t to);

/* sr_annotate by the model in these bytes, in place of the kit's, on a path
 * that the processor has. */
enum sr_code sr_annotate_by(struct sr_doc *doc, const struct sr_kit *kit,
			    struct sr_str model, enum sr_dot_path path,
			    struct sr_err *err) SR_MUST_USE;

#endif
