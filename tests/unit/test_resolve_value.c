/* Amounts in words and digits, and how far each reaches. */
#include <stdlib.h>

#include "lib/check.h"
#include "resolve/value.h"
#include "text/text.h"

static struct sr_kit *kit;
static struct sr_doc doc;

static void read_text(const char *text)
{
	struct sr_err err = { 0 };

	sr_doc_reset(&doc);
	doc.report.text = sr_str_of(text);
	CHECK(sr_paragraphs(&doc, &err) == SR_OK &&
	      sr_tokenize(&doc, kit, &err) == SR_OK &&
	      sr_atoms_make(&doc, kit, &err) == SR_OK);
}

/* The first amount of the text, in thousandths, and its words. */
static void amount(const char *text, long long low, long long high,
		   const char *words)
{
	struct sr_value v = { 0 };
	uint32_t i = 0;

	read_text(text);
	const struct sr_atom *atom = doc.atoms->list.items;
	uint32_t n = (uint32_t)doc.atoms->list.nitem;
	while (i < n && !sr_value_read(doc.atoms, i, n, &v))
		i++;
	CHECK_INT(v.low, low);
	CHECK_INT(v.high, high);
	if (i == n)
		return;
	struct sr_span at = { atom[v.from].at.from, atom[v.to - 1].at.to };
	CHECK_STR(sr_doc_text(&doc, at), words);
}

static void none(const char *text)
{
	amount(text, 0, 0, "");
}

static void digits(void)
{
	amount("7 men", 7000, 7000, "7");
	amount("1,119 men", 1119000, 1119000, "1,119");
	amount("1,234,567 men", 1234567000, 1234567000, "1,234,567");
	amount("10 000 men", 10000000, 10000000, "10 000");
	amount("10 250 men", 10000, 10000, "10");
	amount("2.5 km", 2500, 2500, "2.5");
	amount("2.2 billion", 2200000000000, 2200000000000, "2.2 billion");
	amount("3 hundred thousand", 300000000, 300000000,
	       "3 hundred thousand");
	amount("93rd", 93000, 93000, "93rd");
	/* More digits than any count has are no amount. */
	none("99999999999999999999");
}

static void words(void)
{
	amount("twenty-five men", 25000, 25000, "twenty-five");
	amount("two hundred and six men", 206000, 206000,
	       "two hundred and six");
	amount("one million two hundred thousand", 1200000000, 1200000000,
	       "one million two hundred thousand");
	amount("two and a half million", 2500000000, 2500000000,
	       "two and a half million");
	amount("a dozen men", 12000, 12000, "a dozen");
	amount("three dozen men", 36000, 36000, "three dozen");
	amount("half a million men", 500000000, 500000000, "half a million");
	amount("twenty-first", 21000, 21000, "twenty-first");
	none("a man");
	none("hundred-odd");
}

static void spreads(void)
{
	amount("dozens of men", 24000, 99000, "dozens");
	amount("several hundred men", 300000, 999000, "several hundred");
	amount("a few thousand", 3000000, 9999000, "a few thousand");
	amount("a couple of hundred", 200000, 200000, "a couple of hundred");
	amount("hundreds of thousands", 200000000, 999999000,
	       "hundreds of thousands");
	amount("tens of millions", 20000000000, 99999999000,
	       "tens of millions");
	amount("millions", 2000000000, 9999000000, "millions");
}

static void shares(void)
{
	amount("a quarter of them", 25000, 25000, "a quarter");
	amount("two-thirds of them", 66666, 66666, "two-thirds");
	amount("one fifth of them", 20000, 20000, "one fifth");
	amount("half of them", 50000, 50000, "half");
	/* a place in a row, no share */
	amount("a third offensive", 3000, 3000, "third");
}

int main(void)
{
	char path[512];
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	sr_doc_init(&doc);
	digits();
	words();
	spreads();
	shares();
	CHECK_INT(sr_value_scale(7, 3), 7000);
	CHECK(sr_value_scale(1, 60) == SR_VALUE_MOST);
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
