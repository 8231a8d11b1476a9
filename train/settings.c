#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static struct {
	const char *name;
	double value;
} settings[NSETTING] = {
	[SEED] = { "seed", 1 },
	[EPOCHS] = { "epochs", 24 },
	[BATCH] = { "batch", 600 }, /* words */
	[RATE] = { "rate", 0.003 },
	[HIDDEN] = { "hidden", 96 }, /* units of a direction */
	[LAYERS] = { "layers", 5 },
	[TAG_LAYER] = { "tag_layer", 2 },
	[ARC] = { "arc", 128 },
	[LABEL] = { "label", 64 },
	[ROW] = { "row", 96 },
	[AFFIXES] = { "affixes", 12288 },
	[VECTOR] = { "vector", 64 },
	[VECTORS] = { "vectors", 60000 }, /* words that have one */
	[DROP_INPUT] = { "drop_input", 0.25 },
	[DROP_LAYER] = { "drop_layer", 0.3 },
	[DROP_MLP] = { "drop_mlp", 0.3 },
	[DROP_WORD] = { "drop_word", 0.1 },
	[DROP_VECTOR] = { "drop_vector", 0.1 },
	[ROUNDED] = { "rounded", 0.7 }, /* from this part of training on */
	[BENT] = { "bent", 0 }, /* scales rounded up while training too */
	[HEADLINE] = { "headline", 0.05 }, /* of sentences, see vary.h */
	[CAPITALS] = { "capitals", 0.02 },
	[TITLE] = { "title", 0.02 },
	[SMALL] = { "small", 0.02 },
	[NAME] = { "name", 0.1 }, /* of names */
	[OPEN] = { "open", 0.03 },
	[REDUCE] = { "reduce", 0.4 }, /* of relative clauses */
	[MADE] = { "made_each", 4000 }, /* sentences of an epoch */
	[JOBS] = { "jobs", 2 }, /* teachers that are trained at a time */
	[TEACHERS] = { "teachers", 0 },
	[TEACHER_EPOCHS] = { "teacher_epochs", 18 },
	[TEACHER_HIDDEN] = { "teacher_hidden", 128 },
	[TEACHER_LAYERS] = { "teacher_layers", 5 },
	[TEACHER_TAG_LAYER] = { "teacher_tag_layer", 2 },
	[TEACHER_ARC] = { "teacher_arc", 128 },
	[TEACHER_LABEL] = { "teacher_label", 64 },
	[TEACHER_SHARE] = { "teacher_share", 0.5 },
	[TEACHER_SEED] = { "teacher_seed", 101 },
	[TEACHER_ROW] = { "teacher_row", 96 },
	[TEACHER_DROP_INPUT] = { "teacher_drop_input", 0.25 },
	[TEACHER_DROP] = { "teacher_drop", 0.3 }, /* of layers and heads */
	[THIN] = { "thin", 0.5 }, /* share of blocks put to zero, thin.h */
	[THIN_UNTIL] = { "thin_until", 0.4 }, /* of the training for it */
	[THIN_EPOCHS] = { "thin_epochs", 26 },
	[THIN_MADE] = { "thin_made_each", 6000 },
	[THIN_RATE] = { "thin_rate", 0.001 },
};

double setting(enum setting which)
{
	return settings[which].value;
}

void setting_read(const char *word)
{
	struct sr_str rest = sr_str_of(word);
	struct sr_str name = sr_str_cut(&rest, '=');

	for (int k = 0; k < NSETTING && rest.s; k++)
		if (sr_str_is(name, settings[k].name)) {
			settings[k].value = strtod(rest.s, NULL);
			return;
		}
	fprintf(stderr, "no such setting: %s\n", word);
	exit(2);
}
