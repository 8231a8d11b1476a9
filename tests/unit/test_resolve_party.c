#include "resolve/party.h"

#include <stdlib.h>

#include "annotate/annotate.h"
#include "lib/check.h"
#include "resolve/resolve.h"
#include "text/text.h"

static struct sr_kit *kit;

/* Reads a text of one paragraph as far as its parties. */
static enum sr_code read_text(struct sr_doc *doc, const char *text)
{
	struct sr_err err = { 0 };
	enum sr_code code = SR_OK;

	doc->report.text = sr_str_of(text);
	struct sr_block *b = SR_PUSH(&doc->mem, &doc->blocks);
	if (!b)
		return SR_NOMEM;
	b->at = (struct sr_span){ 0, (uint32_t)doc->report.text.n };
	if ((code = sr_tokenize(doc, kit, &err)) ||
	    (code = sr_annotate(doc, kit, &err)) ||
	    (code = sr_lexicon(doc, kit, &err)))
		return code;
	return sr_parties(doc, kit, &err);
}

static uint32_t token_of(const struct sr_doc *doc, const char *word)
{
	for (uint32_t i = 0; i < doc->tokens.nitem; i++)
		if (sr_str_is(sr_doc_text(doc, doc->tokens.items[i].at), word))
			return i;
	return SR_NONE;
}

static void finds(void)
{
	struct sr_doc doc;

	sr_doc_init(&doc);
	CHECK_INT(read_text(&doc, "A Russian tank hit the army's depot while "
				  "Ukrainian soldiers of the 93rd Brigade "
				  "slept. The road was empty."),
		  SR_OK);
	const struct sr_party *p =
		sr_party_of_noun(&doc, token_of(&doc, "tank"));
	CHECK(p != NULL);
	if (p)
		CHECK_STR(p->side, "RU");
	CHECK(sr_party_headed(&doc, token_of(&doc, "tank")) == NULL);
	p = sr_party_of_noun(&doc, token_of(&doc, "depot"));
	CHECK(p && p->m.head == token_of(&doc, "army"));
	p = sr_party_headed(&doc, token_of(&doc, "soldiers"));
	CHECK(p != NULL);
	if (p) {
		CHECK_STR(p->side, "UA");
		CHECK(sr_party_first(&doc, p->entity) == p);
	}
	CHECK(sr_party_of_noun(&doc, token_of(&doc, "road")) == NULL);
	CHECK(sr_party_headed(&doc, 9999) == NULL);
	CHECK(sr_party_first(&doc, SR_NONE) == NULL);
	sr_doc_release(&doc);
}

/* Sorted, inside the text, each head within its mention, and the tokens point
 * at mentions that cover them. */
static void holds_together(const char *text)
{
	struct sr_doc doc;
	bool sorted = true, inside = true, covered = true;

	sr_doc_init(&doc);
	CHECK_INT(read_text(&doc, text), SR_OK);
	for (size_t i = 0; i < doc.parties.nitem; i++) {
		const struct sr_party *p = &doc.parties.items[i];
		const struct sr_party *q = i ? p - 1 : p;
		sorted = sorted &&
			 (q->m.from < p->m.from ||
			  (q->m.from == p->m.from && q->m.to >= p->m.to));
		inside = inside && p->m.from <= p->m.head &&
			 p->m.head < p->m.to && p->m.to <= doc.tokens.nitem &&
			 p->m.at.from < p->m.at.to &&
			 p->m.at.to <= doc.report.text.n &&
			 p->entity != SR_NONE && p->name.n > 0;
		covered = covered &&
			  doc.tokens.items[p->m.head].party == (uint32_t)i;
	}
	CHECK(sorted);
	CHECK(inside);
	CHECK(covered);
	sr_doc_release(&doc);
}

/* Every request for memory refused once: an error, never a crash. */
static void runs_out(const char *text)
{
	size_t refused = 0;

	for (size_t n = 1; n < 100000; n++) {
		struct sr_doc doc;
		sr_doc_init(&doc);
		doc.mem.fail_after = n;
		enum sr_code code = read_text(&doc, text);
		sr_doc_release(&doc);
		if (code == SR_OK)
			break;
		refused += code == SR_NOMEM;
	}
	CHECK(refused > 20);
}

static bool in_column(enum sr_table table, unsigned column, struct sr_str side)
{
	for (uint32_t r = 0; r < sr_kit_rows(kit, table); r++)
		if (sr_str_equal(sr_kit_text(kit, table, r, column), side))
			return true;
	return false;
}

/* Every side of the tables is a state's or a group's, but for the opposition
 * of a state: its code and an O. */
static void check_sides(enum sr_table table, unsigned column)
{
	for (uint32_t r = 0; r < sr_kit_rows(kit, table); r++) {
		struct sr_str list = sr_kit_text(kit, table, r, column);
		while (list.n) {
			struct sr_str s = sr_str_cut(&list, '|');
			struct sr_str state = { s.s, s.n - 1 };
			bool known =
				in_column(SR_TABLE_STATES, SR_STATES_SIDE, s) ||
				in_column(SR_TABLE_GROUPS, SR_GROUPS_SIDE, s) ||
				(s.n == 3 && s.s[2] == 'O' &&
				 in_column(SR_TABLE_STATES, SR_STATES_SIDE,
					   state));
			if (!known)
				printf("# no such side: %.*s\n", (int)s.n, s.s);
			CHECK(known);
		}
	}
}

int main(void)
{
	static const char *const TEXTS[] = {
		"",
		"'s",
		"the the the of of of",
		"\"\" '' \"the enemy\" \"we\" our",
		"The 93rd 93rd Brigade Brigade of of the 4th.",
		"Mr Mr President Putin's Putin 's president, Putin, president",
		"UK-US-EU-backed-led forces' forces's of Iran-, pro-, -backed",
	};
	char path[512];
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	finds();
	for (unsigned c = SR_CONFLICTS_COUNTRY; c <= SR_CONFLICTS_COALITION;
	     c++)
		check_sides(SR_TABLE_CONFLICTS, c);
	check_sides(SR_TABLE_FORMATIONS, SR_FORMATIONS_SIDE);
	check_sides(SR_TABLE_LEADERS, SR_LEADERS_SIDE);
	check_sides(SR_TABLE_INSTITUTIONS, SR_INSTITUTIONS_SIDE);
	check_sides(SR_TABLE_PEOPLES, SR_PEOPLES_SIDE);
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++)
		holds_together(TEXTS[i]);
	runs_out("\"We hold the hill,\" said a colonel of the 9th "
		 "Armoured Division, whose troops fight Islamic State. They "
		 "lost two men, the Iraqi army said.");
	sr_kit_close(kit);
	return done();
}
