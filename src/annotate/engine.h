/* The net at work on a batch of sentences: what annotate.c's files share. */
#ifndef SR_ANNOTATE_ENGINE_H
#define SR_ANNOTATE_ENGINE_H

#include "annotate/feature.h"
#include "annotate/mst.h"
#include "kit/kit.h"

/* Sentences of about so many words go through the net together, so that the
 * weights are read once for all of them and the sums stay in the cache. */
#define SR_BATCH_WORDS 96

struct sr_engine {
	struct sr_doc *doc;
	const struct sr_kit *kit;
	struct sr_net net;
	enum sr_dot_path path;
	size_t room;		     /* words of the buffers */
	uint8_t *input;		     /* [room][vector + row] */
	uint8_t *act[SR_NET_LAYERS]; /* [room][2 hidden] */
	float *sum;		     /* [room][widest output] */
	float *carry;		     /* [hidden] */
	uint8_t *dep, *head;	     /* [room][arc], [room + 1][arc] */
	uint8_t *ends;	/* [room][2 label]: as dependent, as head */
	uint8_t *pair;	/* [room][3 label] */
	float *query;	/* [room][arc] */
	int8_t *packed; /* a sentence's queries as a matrix */
	int32_t *zero;
	float *scale, *bias;
	float *score;	 /* [room + 1][room rounded up] */
	uint32_t *found; /* heads, as mst.h numbers them */
	struct sr_mst tree;
};

/* Buffers for batches of up to `room` words. */
enum sr_code sr_engine_init(struct sr_engine *e, struct sr_doc *doc,
			    const struct sr_kit *kit, size_t room,
			    struct sr_err *err) SR_MUST_USE;

/* Tags of the tokens of sentences [from, to); with `parse`, trees too. */
void sr_engine_tag(struct sr_engine *e, size_t from, size_t to, bool parse);
void sr_engine_parse(struct sr_engine *e, size_t from, size_t to);

#endif
