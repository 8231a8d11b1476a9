/* What the net sees of a word: its place in the vocabulary, and rows for its
 * beginning, its end, its shape. */
#ifndef SR_ANNOTATE_FEATURE_H
#define SR_ANNOTATE_FEATURE_H

#include "annotate/net.h"
#include "model/doc.h"

#define SR_FEATURE_ROWS 12
#define SR_SHAPE_ROWS 256
#define SR_KEY_BYTES 64 /* longer words are cut, in features only */

/* How a sentence is written. */
enum sr_style { SR_STYLE_PLAIN, SR_STYLE_TITLE, SR_STYLE_CAPITALS };

struct sr_feature {
	uint32_t word; /* SR_NET_UNKNOWN */
	uint32_t row[SR_FEATURE_ROWS];
	uint32_t nrow;
};

/* The key of a word: folded, digits as 0, cut to SR_KEY_BYTES; its length. */
size_t sr_feature_key(struct sr_str form, char key[SR_KEY_BYTES]);

/* Fills f for a word; flags are those of the token. The word's own row comes
 * first when it has one (f->word < nlearned). */
void sr_feature_fill(const struct sr_net *net, struct sr_str form,
		     unsigned flags, enum sr_style style, struct sr_feature *f);

/* The style of a sentence. */
enum sr_style sr_feature_style(const struct sr_token *t, size_t n);

#endif
