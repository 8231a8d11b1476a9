/* Speakers of headlines, which need a report with a title. */
#include <stdlib.h>

#include "lib/check.h"
#include "lib/kit.h"
#include "sitrep.h"

/* The speaker of the first claim of a report with that title; the text, which
 * the doc borrows, is the caller's. */
#define MOST 512
static struct sr_str speaker_of(struct sr_doc *doc, const struct sr_kit *kit,
				char text[MOST], const char *title)
{
	struct sr_str none = { "no claim", 8 };
	struct sr_err err = { 0 };
	size_t n;

	snprintf(text, MOST,
		 "Title: %s\nDate: 2016-05-04\n\nNobody else spoke.\n", title);
	if (sr_read(doc, kit, SR_STR("a.txt"), sr_str_of(text), &err))
		return sr_str_of("failed");
	const struct sr_claim *c = sr_doc_claims(doc, &n);
	if (n == 0)
		return none;
	return c->speaker.n ? c->speaker : sr_str_of("-");
}

/* When a picture was taken is no day of the story. */
static void captions(struct sr_doc *doc, const struct sr_kit *kit)
{
	static char text[MOST] =
		"Title: Diary\nDate: 2026-02-27\n\n"
		"On February 21, Ukrainian missiles hit a plant in Samara.\n\n"
		"A woman lays flowers in Bucha, Ukraine, February 24, 2026 "
		"[Jane Doe/Reuters]\n\n"
		"On the same day, Ukrainian drones hit a plant in Samara.\n";
	struct sr_err err = { 0 };
	size_t n;

	CHECK(!sr_read(doc, kit, SR_STR("a.txt"), sr_str_of(text), &err));
	const struct sr_claim *c = sr_doc_claims(doc, &n);
	CHECK(n == 2 && c[0].days.from == c[1].days.from);
}

int main(void)
{
	struct sr_doc *doc = sr_doc_new();
	struct sr_kit *kit = test_kit();
	char text[MOST];

	if (!doc)
		return 99;
	CHECK_STR(speaker_of(doc, kit, text,
			     "Air strike kills ten in Idlib: Syrian "
			     "Observatory for Human Rights"),
		  "Syrian Observatory for Human Rights");
	CHECK_STR(speaker_of(doc, kit, text,
			     "Ministry of Defence: nine soldiers killed "
			     "in Mosul"),
		  "Ministry of Defence");
	/* at the end, an army, a post and a short form too; no other noun */
	CHECK_STR(speaker_of(doc, kit, text,
			     "Two soldiers killed near Gyumri: Turkish army"),
		  "Turkish army");
	CHECK_STR(speaker_of(doc, kit, text,
			     "Russian shelling kills three in Kherson: "
			     "governor"),
		  "governor");
	CHECK_STR(speaker_of(doc, kit, text,
			     "Azeri forces launch offensive: Artsakh MoD"),
		  "Artsakh MoD");
	CHECK_STR(speaker_of(doc, kit, text,
			     "Rockets hit Goma - children among victims"),
		  "-");
	/* a topic, a land and a town say nothing */
	CHECK_STR(speaker_of(doc, kit, text,
			     "Mosul: Iraqi army captures two districts"),
		  "-");
	CHECK_STR(speaker_of(doc, kit, text,
			     "Ukraine war: Russian missiles hit Kyiv"),
		  "-");
	CHECK_STR(speaker_of(doc, kit, text, "Rebels shell the city of Homs"),
		  "-");
	captions(doc, kit);
	sr_doc_free(doc);
	sr_kit_close(kit);
	return done();
}
