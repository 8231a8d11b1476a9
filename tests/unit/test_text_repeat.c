#include <stdlib.h>

#include "annotate/annotate.h"
#include "ingest/ingest.h"
#include "lib/check.h"
#include "lib/kit.h"
#include "text/text.h"

static struct sr_kit *kit;

/* The sentence that sentence n of the text repeats, -1 for none; -2 where the
 * text has no such sentence. */
static int repeat_of(const char *text, uint32_t n)
{
	struct sr_doc doc;
	struct sr_err err = { 0 };
	int of = -2;

	sr_doc_init(&doc);
	enum sr_code code = sr_ingest_text(&doc, kit, SR_STR("t"),
					   sr_str_of(text), NULL, &err);
	if (!code)
		code = sr_tokenize(&doc, kit, &err);
	if (!code)
		code = sr_annotate(&doc, kit, &err);
	if (!code)
		code = sr_repeats(&doc, kit, &err);
	if (code)
		printf("# %s: %s\n", err.where, err.text);
	else if (n < doc.sentences.nitem)
		of = doc.sentences.items[n].repeat_of == SR_NONE
			     ? -1
			     : (int)doc.sentences.items[n].repeat_of;
	sr_doc_release(&doc);
	return of;
}

int main(void)
{
	kit = test_kit();
	/* The same words, other capitals and marks. */
	CHECK_INT(repeat_of("Troops hold the bridge, the mayor said. It rained."
			    "\n\n\"TROOPS HOLD the bridge\", the mayor said.",
			    2),
		  0);
	/* Words left out, words put in. */
	CHECK_INT(repeat_of("Smoke billows from the tanks (above) as the "
			    "column leaves the town.\n\nSmoke billows from the "
			    "tanks as the column leaves the town.",
			    1),
		  0);
	CHECK_INT(repeat_of("Smoke billows from the tanks as the column leaves "
			    "the town.\n\nSmoke billows from the burning tanks "
			    "as the column leaves the town.",
			    1),
		  0);
	/* A number, a denial, a doubt or another word changes the statement. */
	CHECK_INT(repeat_of("Shells killed people in the northern town of "
			    "Harasta.\n\nShells killed 12 people in the "
			    "northern town of Harasta.",
			    1),
		  -1);
	CHECK_INT(repeat_of("The army did take the northern town of Harasta."
			    "\n\nThe army did not take the northern town of "
			    "Harasta.",
			    1),
		  -1);
	CHECK_INT(repeat_of("Shells killed nine people in Harasta on Sunday."
			    "\n\nShells killed four people in Harasta on "
			    "Sunday.",
			    1),
		  -1);
	/* Too short to say anything. */
	CHECK_INT(repeat_of("He said no.\n\nHe said no.", 1), -1);
	sr_kit_close(kit);
	return done();
}
