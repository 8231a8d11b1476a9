/* Each line of languages.txt is told to be what it says; of longer texts, which
 * parts are read. */
#include <stdlib.h>

#include "ingest/ingest.h"
#include "lib/check.h"
#include "lib/kit.h"
#include "text/text.h"

#define ENGLISH                                                                \
	"The army said on Monday that its troops had taken the village after " \
	"three days of fighting, and that twelve rebels were killed there. "   \
	"Residents fled to the next town."
#define RUSSIAN                                                                \
	"Армия сообщила в понедельник, что её войска заняли село после трёх "  \
	"дней боёв и что погибли двенадцать человек."
#define FRENCH                                                                 \
	"L'armée a déclaré lundi que ses troupes avaient pris le village "     \
	"après trois jours de combats et que douze rebelles étaient morts."

static struct sr_kit *kit;
static struct sr_doc doc;

static bool read_text(const char *text, bool ungated)
{
	struct sr_err err = { 0 };

	sr_doc_reset(&doc);
	enum sr_code code = sr_ingest_text(&doc, kit, SR_STR("t"),
					   sr_str_of(text), NULL, &err);
	doc.ungated = ungated;
	if (!code)
		code = sr_language(&doc, kit, &err);
	if (!code)
		code = sr_tokenize(&doc, kit, &err);
	if (code)
		printf("# %s: %s\n", err.where, err.text);
	return !code;
}

static void each_line(void)
{
	char path[1024], line[2048];

	snprintf(path, sizeof(path), "%s/tests/unit/languages.txt",
		 getenv("SR_SOURCE"));
	FILE *in = fopen(path, "r");
	CHECK(in != NULL);
	while (in && fgets(line, sizeof(line), in)) {
		char *tab = strchr(line, '\t');
		bool en = strncmp(line, "en\t", 3) == 0;
		if (!tab)
			continue;
		*tab = '\0';
		CHECK(read_text(tab + 1, false));
		/* Names alone tell nothing, and are read. */
		if (!en)
			CHECK_STR(doc.report.language, line);
		CHECK_INT(doc.aside, en ? SR_ASIDE_NONE : SR_ASIDE_LANGUAGE);
		CHECK((doc.tokens.nitem > 0) == en);
	}
	if (in)
		fclose(in);
}

static void parts(void)
{
	CHECK(read_text(ENGLISH "\n\n" RUSSIAN "\n", false));
	CHECK_INT(doc.aside, SR_ASIDE_NONE);
	CHECK_STR(doc.report.language, "en");
	CHECK_STR(doc.report.left_out, "ru");
	CHECK(doc.tokens.nitem > 20 && doc.tokens.nitem < 50);

	/* Less of it than of the other, but enough to read. */
	CHECK(read_text(FRENCH "\n\n" ENGLISH "\n\n" FRENCH "\n\n" FRENCH
			       "\n\n" FRENCH "\n",
			false));
	CHECK_STR(doc.report.language, "en");
	CHECK_STR(doc.report.left_out, "fr");

	/* A line of English in a page of another language is no report. */
	CHECK(read_text(RUSSIAN "\n\nRead more in the app.\n\n" RUSSIAN "\n",
			false));
	CHECK_INT(doc.aside, SR_ASIDE_LANGUAGE);
	CHECK_STR(doc.report.language, "ru");
	CHECK_INT(doc.tokens.nitem, 0);

	CHECK(read_text(RUSSIAN "\n", true));
	CHECK_INT(doc.aside, SR_ASIDE_NONE);
	CHECK_STR(doc.report.language, "ru");
	CHECK(doc.tokens.nitem > 0);
}

int main(void)
{
	kit = test_kit();
	sr_doc_init(&doc);
	each_line();
	parts();
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
