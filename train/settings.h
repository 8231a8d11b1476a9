/* What can be set on the trainer's command line, and what it is otherwise: the
 * values the committed model was made with. */
#ifndef SR_TRAIN_SETTINGS_H
#define SR_TRAIN_SETTINGS_H

enum setting {
	SEED,
	EPOCHS,
	BATCH,
	RATE,
	HIDDEN,
	LAYERS,
	TAG_LAYER,
	ARC,
	LABEL,
	ROW,
	AFFIXES,
	VECTOR,
	VECTORS,
	DROP_INPUT,
	DROP_LAYER,
	DROP_MLP,
	DROP_WORD,
	DROP_VECTOR,
	ROUNDED,
	BENT,
	HEADLINE,
	CAPITALS,
	TITLE,
	SMALL,
	NAME,
	OPEN,
	REDUCE,
	MADE,
	JOBS,
	TEACHERS,
	TEACHER_EPOCHS,
	TEACHER_HIDDEN,
	TEACHER_LAYERS,
	TEACHER_TAG_LAYER,
	TEACHER_ARC,
	TEACHER_LABEL,
	TEACHER_SHARE,
	TEACHER_SEED,
	TEACHER_ROW,
	TEACHER_DROP_INPUT,
	TEACHER_DROP,
	THIN,
	THIN_UNTIL,
	THIN_EPOCHS,
	THIN_MADE,
	THIN_RATE,
	NSETTING
};

double setting(enum setting which);

/* Reads "name=value"; leaves the program for a name that there is none of. */
void setting_read(const char *word);

#endif
