/* Lemmas of words with their tags, seen in training or not. */
#include "annotate/lemma.h"

#include <stdlib.h>

#include "kit/kit.h"
#include "lib/check.h"
#include "ontology.h"
#include "text/chars.h"

static struct sr_net net;
static struct sr_kit *kit;

static void check_lemma(const char *form, unsigned xpos, const char *want,
                        int line)
{
	struct sr_lemma_word w;
	char out[SR_LEMMA_BYTES * 2];
	struct sr_str s = sr_str_of(form);
	size_t n = 0;

	if (sr_lemma_word(s, sr_case_flags(s), xpos, &w))
		n = sr_lemma(&net, kit, &w, s, out);
	check_str((struct sr_str){ out, n }, want, __FILE__, line, form);
}

#define LEMMA(form, xpos, want)                                                \
	check_lemma((form), SR_XPOS_##xpos, (want), __LINE__)

int main(void)
{
	char path[512];
	size_t n;

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	const void *bytes = sr_kit_section(kit, "lang", &n);
	CHECK_INT(sr_net_open(&net, bytes, n, NULL), SR_OK);
	LEMMA("fell", VBD, "fall");
	LEMMA("were", VBD, "be");
	LEMMA("n't", RB, "not");
	LEMMA("shelling", VBG, "shell");
	LEMMA("firing", VBG, "fire");
	LEMMA("besieged", VBN, "besiege");
	LEMMA("retreated", VBD, "retreat");
	LEMMA("fled", VBD, "flee");
	LEMMA("seized", VBD, "seize");
	LEMMA("denied", VBD, "deny");
	LEMMA("cities", NNS, "city");
	LEMMA("missiles", NNS, "missile");
	LEMMA("ambushes", NNS, "ambush");
	LEMMA("men", NNS, "man");
	LEMMA("militiamen", NNS, "militiaman");
	LEMMA("overran", VBD, "overrun");
	LEMMA("Overthrown", VBN, "overthrow");
	LEMMA("Howitzers", NNS, "howitzer");
	LEMMA("Donetsk", NNP, "Donetsk");
	LEMMA("Ukrainian", JJ, "Ukrainian");
	LEMMA("TROOPS", NNS, "troops");
	LEMMA("caf\xC3\xA9s", NNS, "caf\xC3\xA9");
	LEMMA("fiercest", JJS, "fierce");
	LEMMA("rarer", JJR, "rare");
	LEMMA("thornier", JJR, "thorny");
	LEMMA("mangled", VBN, "mangle");
	LEMMA("crawled", VBD, "crawl");
	LEMMA("Athens", NNPS, "Athens");
	LEMMA("Balkans", NNPS, "Balkan");
	sr_kit_close(kit);
	return done();
}
