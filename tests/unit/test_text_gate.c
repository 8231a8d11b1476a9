/* A word of war is found wherever it stands; what is longer, or as common in
 * peace, is not one. */
#include <stdlib.h>

#include "ingest/ingest.h"
#include "lib/check.h"
#include "lib/kit.h"
#include "text/gate.h"
#include "text/text.h"

static struct sr_kit *kit;

static bool passes(const char *text, size_t n, bool is_short)
{
	struct sr_gate_look look = { .gate = sr_kit_gate(kit),
				     .is_short = is_short };

	return sr_gate_look(&look, (struct sr_str){ text, n });
}

static bool page(const char *text)
{
	return passes(text, strlen(text), false);
}

/* At every place of a text of every length up to some blocks. */
static bool everywhere(const char *word, bool found)
{
	size_t k = strlen(word);
	bool all = true;

	for (size_t n = k; n < 220; n++) {
		char *text = malloc(n); /* exactly: nothing behind it */
		for (size_t at = 0; text && at + k <= n; at++) {
			memset(text, at % 7 ? ' ' : '.', n);
			memcpy(text + at, word, k);
			if (passes(text, n, false) != found) {
				printf("# '%s' at %zu of %zu\n", word, at, n);
				all = false;
			}
		}
		free(text);
	}
	return all;
}

static void words(void)
{
	CHECK(everywhere("troops", true));
	CHECK(everywhere("Infantryman", true));
	CHECK(everywhere("COUNTEROFFENSIVE", true));
	CHECK(everywhere("xtroops", false));
	CHECK(everywhere("troopsx", false));
	CHECK(everywhere("counteroffensively", false));
	CHECK(page("the troops'"));
	CHECK(page("\xD0\xB0troops\xD0\xB0")); /* other letters end a word */
	CHECK(!page(""));
	CHECK(!page("tr oops"));
	/* In any form. */
	CHECK(page("They besieged it."));
	CHECK(page("Besieging it was easy."));
	CHECK(page("It was overrun."));
}

static void hints(void)
{
	CHECK(!page("Two people were killed."));
	CHECK(!page("Killed, killing, kills."));
	CHECK(page("Two people were killed by a bomb."));
	CHECK(!page("The chef fired up the grill and took the lead."));
	/* A headline is passed by whatever a claim could come of. */
	CHECK(passes("Goma fell on Monday.", 20, true));
	CHECK(!passes("The cake is very nice.", 22, true));
}

static int aside(const char *text, bool ungated)
{
	struct sr_err err = { 0 };
	struct sr_doc doc;

	sr_doc_init(&doc);
	enum sr_code code = sr_ingest_text(&doc, kit, SR_STR("t"),
					   sr_str_of(text), NULL, &err);
	doc.ungated = ungated;
	if (!code)
		code = sr_gate(&doc, kit, &err);
	if (!code)
		code = sr_language(&doc, kit, &err);
	if (!code)
		code = sr_tokenize(&doc, kit, &err);
	int got = code ? -1 : doc.aside;
	if (got && doc.tokens.nitem)
		got = -2;
	sr_doc_release(&doc);
	return got;
}

static void reports(void)
{
	static const char CAKE[] =
		"Fold the flour into the eggs with a spoon, add the sugar and "
		"the butter, and stir until the dough is smooth. Leave it for "
		"an hour in a warm room. In the meantime peel the apples, cut "
		"them into slices and pour the juice of a lemon over them. "
		"Bake the cake for forty minutes. It tastes best with cream.";
	static const char KUCHEN[] =
		"Das Mehl mit den Eiern und dem Zucker verrühren, bis der Teig "
		"glatt ist. Eine Stunde an einem warmen Ort stehen lassen. Die "
		"Äpfel schälen, in Scheiben schneiden und mit dem Saft einer "
		"Zitrone übergießen. Der Kuchen wird vierzig Minuten gebacken "
		"und schmeckt am besten mit Sahne und einer Tasse Kaffee.";

	CHECK_INT(aside(CAKE, false), SR_ASIDE_NO_WAR);
	CHECK_INT(aside(CAKE, true), SR_ASIDE_NONE);
	CHECK_INT(aside(KUCHEN, false), SR_ASIDE_LANGUAGE);
	CHECK_INT(aside("Rebels seized the town.", false), SR_ASIDE_NONE);
}

int main(void)
{
	kit = test_kit();
	words();
	hints();
	reports();
	sr_kit_close(kit);
	return done();
}
