/* Sentences and words, as strings: words with spaces between, + between words
 * of one token, | between sentences. */
#include <stdlib.h>

#include "lib/check.h"
#include "text/text.h"

static struct sr_kit *kit;

static void put(char *out, size_t *n, struct sr_str s)
{
	memcpy(out + *n, s.s, s.n);
	*n += s.n;
}

static void check_words(const char *text, const char *want, int line)
{
	struct sr_doc doc;
	char out[2048];
	size_t n = 0;

	sr_doc_init(&doc);
	doc.report.text = sr_str_of(text);
	CHECK_INT(sr_paragraphs(&doc, NULL), SR_OK);
	CHECK_INT(sr_tokenize(&doc, kit, NULL), SR_OK);
	for (size_t i = 0; i < doc.tokens.nitem; i++) {
		const struct sr_token *t = &doc.tokens.items[i];
		if (i)
			put(out, &n,
			    t->flags & SR_TOK_MWT_REST ? SR_STR("+")
			    : t->flags & SR_TOK_FIRST  ? SR_STR(" | ")
						       : SR_STR(" "));
		put(out, &n, sr_doc_text(&doc, t->at));
	}
	check_str((struct sr_str){ out, n }, want, __FILE__, line, "words");
	sr_doc_release(&doc);
}

#define WORDS(text, want) check_words((text), (want), __LINE__)

static void marks(void)
{
	WORDS("", "");
	WORDS("He left (at last), she said.",
	      "He left ( at last ) , she said .");
	WORDS("“Go,” he said.", "“ Go , ” he said .");
	WORDS("Wait... what?!", "Wait ... what ?!");
	WORDS("the front—quiet until May—moved",
	      "the front — quiet until May — moved");
	WORDS("see https://example.org/a,b?c=1.",
	      "see https://example.org/a,b?c=1 .");
	WORDS("@brigade_93 wrote to press@example.org",
	      "@brigade_93 wrote to press@example.org");
}

static void clitics(void)
{
	WORDS("They don't know.", "They do+n't know .");
	WORDS("We can’t and cannot.", "We ca+n’t and can+not .");
	WORDS("Russia's and soldiers' graves",
	      "Russia+'s and soldiers+' graves");
	WORDS("the so-called ‘republics’ there",
	      "the so - called ‘ republics ’ there");
	WORDS("in Kup'yans'k and Slov’yansk", "in Kup'yans'k and Slov’yansk");
	WORDS("I'd've", "I+'d+'ve");
}

static void figures(void)
{
	WORDS("It lies 3 km. from there, p. 4.",
	      "It lies 3 km. from there , p. 4 .");
	WORDS("20,000 of 1.5 million at 5:30", "20,000 of 1.5 million at 5:30");
	WORDS("50km south, 152mm guns, 90km/h",
	      "50 km south , 152 mm guns , 90 km / h");
	WORDS("2S19 and T-72 and 93rd", "2S19 and T - 72 and 93rd");
	WORDS("$800m, 70% and .5", "$ 800 m , 70 % and .5");
	WORDS("on 11/28/2000 and/or 9/11", "on 11/28/2000 and / or 9/11");
	WORDS("2022-03-27 and 1969-1970", "2022-03-27 and 1969 - 1970");
}

static void hyphens(void)
{
	WORDS("anti-tank and long-range", "anti-tank and long - range");
	WORDS("counter-offensive", "counter-offensive");
	WORDS("pro-Russian ex-mayor", "pro-Russian ex-mayor");
}

static void sentences(void)
{
	WORDS("Lt. Gen. Smith of the U.S. Army left. Then it fell.",
	      "Lt. Gen. Smith of the U.S. Army left . | Then it fell .");
	WORDS("“It is over.” He left.", "“ It is over . ” | He left .");
	WORDS("No. 5 battery came at 5 p.m. on Monday.",
	      "No. 5 battery came at 5 p.m. on Monday .");
	WORDS("It was held in the U.S. The army denied it.",
	      "It was held in the U.S. | The army denied it .");
	WORDS("“We hold the town,” said Col. Ivan Petrov. “They left.”",
	      "“ We hold the town , ” said Col. Ivan Petrov . | “ They left . ”");
	WORDS("Town falls\n\nThe town fell.", "Town falls | The town fell .");
	WORDS("One line\ngoes on.", "One line goes on .");
	WORDS("Is it? Yes! It is.", "Is it ? | Yes ! | It is .");
	/* paragraphs that were run together */
	WORDS("They left Sumy.The army came.", "They left Sumy . | The army came .");
	WORDS("They fled.“We saw it.”The army came.",
	      "They fled . | “ We saw it . ” | The army came .");
	WORDS("St.Louis and www.Site.com", "St. Louis and www.Site.com");
}

/* Hostile bytes: every span inside the text, in order, none empty. */
static void spans(void)
{
	char text[4096];
	struct sr_doc doc;
	uint32_t x = 1;

	for (int round = 0; round < 200; round++) {
		static const char SIGNS[] = "aA1 .,'-/\"’:;@#&$%()\n!?s";
		size_t n = 0;
		while (n < sizeof(text) / 8) {
			x = x * 1664525u + 1013904223u;
			text[n++] = SIGNS[(x >> 16) % (sizeof(SIGNS) - 1)];
		}
		sr_doc_init(&doc);
		doc.report.text = (struct sr_str){ text, n };
		bool ok = !sr_paragraphs(&doc, NULL) &&
			  !sr_tokenize(&doc, kit, NULL);
		uint32_t last = 0;
		for (size_t i = 0; i < doc.tokens.nitem; i++) {
			struct sr_span at = doc.tokens.items[i].at;
			ok = ok && at.from >= last && at.to > at.from &&
			     at.to <= n;
			last = at.to;
		}
		if (!ok || round == 0)
			CHECK(ok);
		sr_doc_release(&doc);
	}
}

static void no_memory(void)
{
	struct sr_doc doc;
	enum sr_code code = SR_NOMEM;

	for (size_t k = 1; code == SR_NOMEM && k < 10000; k++) {
		sr_doc_init(&doc);
		doc.mem.fail_after = k;
		doc.report.text = sr_str_of("Troops don't leave. They stay.");
		code = sr_paragraphs(&doc, NULL);
		if (!code)
			code = sr_tokenize(&doc, kit, NULL);
		sr_doc_release(&doc);
	}
	CHECK_INT(code, SR_OK);
}

int main(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, NULL), SR_OK);
	marks();
	clitics();
	figures();
	hyphens();
	sentences();
	spans();
	no_memory();
	sr_kit_close(kit);
	return done();
}
