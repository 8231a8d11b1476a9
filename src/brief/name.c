/* Names as a sentence has them: sides, places, speakers, outlets, and whatever
 * else comes from outside. What can't stand in a sentence ("we", half a phrase)
 * gives an empty name, and the sentence is then told without it. */
#include "base/str.h"
#include "base/utf8.h"
#include "brief/work.h"
#include "ontology.h"
#include "views/safe.h"

static const struct sr_str NONE = { NULL, 0 };

/* 1. Outside text. */

/* The longest beginning of at most n bytes that ends between words. */
static struct sr_str cut_at_word(struct sr_str s, size_t n)
{
	size_t at = n;

	if (s.n <= n)
		return s;
	while (at > n / 2 && s.s[at] != ' ')
		at--;
	if (s.s[at] != ' ')
		at = n;
	while (at > 0 && ((unsigned char)s.s[at] & 0xC0) == 0x80)
		at--;
	return sr_str_trim((struct sr_str){ s.s, at });
}

struct sr_str sr_brief_outside(struct sr_briefing *b, struct sr_str s,
			       size_t most)
{
	/* A title may be megabytes; no more of it is looked at than shows. */
	struct sr_str part = { s.s, s.n < most * 4 ? s.n : most * 4 };
	char *safe = sr_arena_raw(b->en.mem, SR_SAFE_MOST(part.n), 1);
	size_t n = 0;

	if (!safe)
		return NONE;
	size_t all = sr_safe_line(part, safe, SR_SAFE_MOST(part.n));
	for (size_t i = 0; i < all; i++)
		if (safe[i] != ' ' || (n && safe[n - 1] != ' '))
			safe[n++] = safe[i];
	struct sr_str text = sr_str_trim((struct sr_str){ safe, n });
	struct sr_str shown = cut_at_word(text, most);
	if (shown.n == text.n && part.n == s.n)
		return shown;
	return sr_brief_say(b, "cut", shown, NONE);
}

/* 2. Sides. */

static struct sr_str cell(struct sr_briefing *b, enum sr_table table,
			  uint32_t row, unsigned column)
{
	return row == SR_NONE ? NONE
			      : sr_kit_text(b->en.kit, table, row, column);
}

static uint32_t side_row(struct sr_briefing *b, struct sr_str side)
{
	for (uint32_t i = 0; i < sr_kit_rows(b->en.kit, SR_TABLE_CALLED); i++)
		if (sr_str_equal(side, cell(b, SR_TABLE_CALLED, i,
					    SR_CALLED_SIDE)))
			return i;
	return SR_NONE;
}

/* The row whose id is the side in small letters; else the first of the side
 * that has a name. */
static uint32_t actor_row(struct sr_briefing *b, enum sr_table table,
			  unsigned side_column, unsigned name_column,
			  struct sr_str side)
{
	const struct sr_kit *kit = b->en.kit;
	char id[32];

	if (!side.n || side.n >= sizeof(id))
		return SR_NONE;
	for (size_t i = 0; i < side.n; i++)
		id[i] = side.s[i] >= 'A' && side.s[i] <= 'Z'
				? (char)(side.s[i] + 32)
				: side.s[i];
	uint32_t row = sr_kit_row(kit, table, (struct sr_str){ id, side.n });
	if (row != SR_NONE && cell(b, table, row, name_column).n &&
	    sr_str_equal(side, cell(b, table, row, side_column)))
		return row;
	for (uint32_t i = 0; i < sr_kit_rows(kit, table); i++)
		if (sr_str_equal(side, cell(b, table, i, side_column)) &&
		    cell(b, table, i, name_column).n)
			return i;
	return SR_NONE;
}

static uint32_t state_row(struct sr_briefing *b, struct sr_str side)
{
	return actor_row(b, SR_TABLE_STATES, SR_STATES_SIDE, SR_STATES_NAME,
			 side);
}

static uint32_t group_row(struct sr_briefing *b, struct sr_str side)
{
	return actor_row(b, SR_TABLE_GROUPS, SR_GROUPS_SIDE, SR_GROUPS_NAME,
			 side);
}

struct sr_str sr_brief_side(struct sr_briefing *b, struct sr_str side)
{
	struct sr_str name = cell(b, SR_TABLE_CALLED, side_row(b, side),
				  SR_CALLED_NOUN);

	if (!name.n)
		name = sr_with_article(&b->en,
				       cell(b, SR_TABLE_STATES,
					    state_row(b, side),
					    SR_STATES_NAME));
	if (!name.n)
		name = cell(b, SR_TABLE_GROUPS, group_row(b, side),
			    SR_GROUPS_NAME);
	return name.n ? name : sr_brief_outside(b, side, SR_BRIEF_NAME);
}

struct sr_str sr_brief_adjective(struct sr_briefing *b, struct sr_str side)
{
	struct sr_str name = cell(b, SR_TABLE_CALLED, side_row(b, side),
				  SR_CALLED_ADJECTIVE);
	struct sr_str forms;

	if (name.n)
		return name;
	forms = cell(b, SR_TABLE_STATES, state_row(b, side),
		     SR_STATES_ADJECTIVES);
	name = sr_str_cut(&forms, '|');
	if (!name.n)
		name = cell(b, SR_TABLE_GROUPS, group_row(b, side),
			    SR_GROUPS_NAME);
	return name.n || state_row(b, side) != SR_NONE
		       ? name
		       : sr_brief_outside(b, side, SR_BRIEF_NAME);
}

struct sr_str sr_brief_forces(struct sr_briefing *b, struct sr_str side)
{
	struct sr_str name = cell(b, SR_TABLE_CALLED, side_row(b, side),
				  SR_CALLED_FORCES);

	if (name.n)
		return name;
	if (state_row(b, side) == SR_NONE)
		return sr_brief_side(b, side);
	name = sr_brief_adjective(b, side);
	return sr_brief_say(b, name.n ? "forces" : "forces.of",
			    name.n ? name : sr_brief_side(b, side), NONE);
}

/* 3. Parties by their words. */

static bool is_listed(struct sr_str list, struct sr_str word)
{
	while (list.s)
		if (sr_str_equal(word, sr_str_cut(&list, '|')))
			return true;
	return false;
}

static bool is_pronoun(struct sr_briefing *b, struct sr_str s)
{
	const struct sr_kit *kit = b->en.kit;

	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_PRONOUNS); i++)
		if (is_listed(sr_kit_text(kit, SR_TABLE_PRONOUNS, i,
					  SR_PRONOUNS_FORMS),
			      s))
			return true;
	return false;
}

/* Letters and spaces, few words, no pronoun: fit to stand in a sentence. */
static bool is_plain(struct sr_briefing *b, struct sr_str s)
{
	struct sr_str rest = s, first = sr_str_cut(&rest, ' ');

	if (s.n < 3 || s.n > 40 || sr_str_words(s) > 4 || is_pronoun(b, first))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];
		if (c < 0x80 && c != ' ' && c != '-' && c != '\'' &&
		    !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
			return false;
	}
	return true;
}

static bool is_capital(struct sr_str s)
{
	return s.n && s.s[0] >= 'A' && s.s[0] <= 'Z';
}

/* Has an article a row of that kind for the last word of the name? */
static bool ends_as(struct sr_briefing *b, const char *kind, struct sr_str name)
{
	size_t from = name.n, n = strlen(kind);
	char id[64];

	while (from > 0 && name.s[from - 1] != ' ')
		from--;
	if (n + name.n - from >= sizeof(id))
		return false;
	memcpy(id, kind, n);
	for (; from < name.n; from++)
		id[n++] = name.s[from] >= 'A' && name.s[from] <= 'Z'
				  ? (char)(name.s[from] + 32)
				  : name.s[from];
	return sr_kit_row(b->en.kit, SR_TABLE_ARTICLES,
			  (struct sr_str){ id, n }) != SR_NONE;
}

/* "People", "dozens", "victims": civilians or not. */
bool sr_brief_anybody(struct sr_briefing *b, const struct sr_party_slot *p)
{
	return sr_str_is(p->side, "CIV") && ends_as(b, "any.", p->name);
}

struct sr_str sr_brief_party(struct sr_briefing *b,
			     const struct sr_party_slot *p, bool forces)
{
	struct sr_str s = sr_brief_outside(b, p->name, SR_BRIEF_NAME);
	bool plain = is_plain(b, s);

	if (!forces && plain && is_capital(s) && sr_str_words(s) >= 2)
		return sr_with_article(&b->en, s);
	if (sr_brief_anybody(b, p))
		return sr_phrase(&b->en, "side.people");
	if (p->side.n)
		return forces ? sr_brief_forces(b, p->side)
			      : sr_brief_side(b, p->side);
	return plain && ((is_capital(s) && sr_str_words(s) > 1) ||
			 s.s[s.n - 1] == 's')
		       ? s
		       : NONE;
}

/* "General Staff", "Syrian Observatory for Human Rights": one takes "the" before
 * it; not "Ukraine's General Staff". */
static bool is_body(struct sr_briefing *b, struct sr_str s)
{
	char id[64] = "body.";

	if (!is_capital(s) || memchr(s.s, '\'', s.n) ||
	    memchr(s.s, '\xE2', s.n))
		return false;
	for (struct sr_str rest = s; rest.s;) {
		struct sr_str word = sr_str_cut(&rest, ' ');
		if (word.n + 6 > sizeof(id))
			continue;
		for (size_t i = 0; i < word.n; i++)
			id[5 + i] = word.s[i] >= 'A' && word.s[i] <= 'Z'
					    ? (char)(word.s[i] + 32)
					    : word.s[i];
		if (sr_kit_row(b->en.kit, SR_TABLE_ARTICLES,
			       (struct sr_str){ id, 5 + word.n }) != SR_NONE)
			return true;
	}
	return false;
}

/* "the SANA reporter": a role with a name before it, and no article of its
 * own; "the government". */
static bool is_role(struct sr_briefing *b, struct sr_str s)
{
	struct sr_str rest = s, first = sr_str_cut(&rest, ' ');

	if (!s.n || memchr(s.s, '\'', s.n) || memchr(s.s, '\xE2', s.n))
		return false;
	return ends_as(b, "role.", s) && (is_capital(first) || !rest.s);
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* With a small article, for the middle of a sentence. */
struct sr_str sr_brief_speaker(struct sr_briefing *b, struct sr_str name)
{
	struct sr_str s = sr_brief_outside(b, sr_brief_trim(name), SR_BRIEF_NAME);
	struct sr_str rest = s, first = sr_str_cut(&rest, ' ');
	char letter[2] = { 0 };

	if (!s.n || !is_listed(sr_phrase(&b->en, "speaker.small"), first))
		return is_body(b, s) || is_role(b, s)
			       ? sr_brief_say(b, "the", s, NONE)
			       : sr_with_article(&b->en, s);
	letter[0] = small(s.s[0]);
	return sr_join(&b->en, sr_str_of(letter),
		       (struct sr_str){ s.s + 1, s.n - 1 }, NONE);
}

/* Without "a", "the" before it: a short word of small letters. */
static struct sr_str bare(struct sr_str s)
{
	struct sr_str rest = s, first = sr_str_cut(&rest, ' ');

	return rest.s && first.n <= 3 && !is_capital(first) ? rest : s;
}

bool sr_brief_same(struct sr_str a, struct sr_str b)
{
	a = bare(a);
	b = bare(b);
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (small(a.s[i]) != small(b.s[i]))
			return false;
	return true;
}

struct sr_str sr_brief_outlet(struct sr_briefing *b,
			      const struct sr_filed *filed)
{
	struct sr_str s = sr_brief_outside(b, filed->report.publisher,
					   SR_BRIEF_NAME);

	if (!s.n)
		return sr_phrase(&b->en, "outlet.none");
	return is_body(b, s) ? sr_brief_say(b, "the", s, NONE)
			     : sr_with_article(&b->en, s);
}

struct sr_str sr_brief_outlet_start(struct sr_briefing *b,
				    const struct sr_filed *filed)
{
	struct sr_str s = sr_brief_outside(b, filed->report.publisher,
					   SR_BRIEF_NAME);

	return s.n ? s
		   : sr_capital(&b->en, sr_phrase(&b->en, "outlet.none"));
}

struct sr_str sr_brief_outlet_full(struct sr_briefing *b,
				   const struct sr_filed *filed)
{
	const struct sr_report *r = &filed->report;
	struct sr_str s = sr_brief_outside(b, r->publisher, SR_BRIEF_NAME);

	return s.n ? s
		   : sr_brief_say(b, "ref.unnamed",
				  sr_brief_outside(b, r->name, SR_BRIEF_NAME),
				  NONE);
}

/* 4. Places. */

/* "25 km west of Mekelle", "between Izium and Lyman": says where by itself. */
static bool is_direct(struct sr_briefing *b, struct sr_str name)
{
	const struct sr_kit *kit = b->en.kit;
	struct sr_str rest = name, first = sr_str_cut(&rest, ' ');

	if (!name.n || !rest.s)
		return false;
	if (name.s[0] >= '0' && name.s[0] <= '9')
		return true;
	if (is_listed(sr_phrase(&b->en, "place.direct"), first))
		return true;
	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_BEARINGS); i++)
		if (is_listed(sr_kit_text(kit, SR_TABLE_BEARINGS, i,
					  SR_BEARINGS_FORMS),
			      first))
			return is_listed(sr_phrase(&b->en, "place.of"),
					 sr_str_cut(&rest, ' '));
	return false;
}

struct sr_str sr_brief_place_name(struct sr_briefing *b,
				  const struct sr_place_slot *p)
{
	struct sr_str name = sr_brief_outside(b, p->name, SR_BRIEF_NAME);

	return name.n ? sr_with_article(&b->en, name) : NONE;
}

struct sr_str sr_brief_place(struct sr_briefing *b,
			     const struct sr_place_slot *p)
{
	struct sr_str name = sr_brief_place_name(b, p), small = NONE;
	bool direct = is_direct(b, name);

	if (!direct && is_capital(name)) {
		char first = (char)(name.s[0] + 32);
		small = sr_join(&b->en, (struct sr_str){ &first, 1 },
				(struct sr_str){ name.s + 1, name.n - 1 },
				NONE);
		if (is_direct(b, small)) {
			direct = true;
			name = small;
		}
	}

	if (!name.n)
		return NONE;
	switch ((enum sr_role)p->role) {
	case SR_ROLE_NEAR:
		return direct ? name : sr_brief_say(b, "place.near", name, NONE);
	case SR_ROLE_FROM:
		return sr_brief_say(b, "place.from", name, NONE);
	case SR_ROLE_TOWARD:
		return sr_brief_say(b, "place.toward", name, NONE);
	case SR_ROLE_AT:
	case SR_ROLE_AREA:
		break;
	}
	if (direct)
		return name;
	return sr_brief_say(b,
			    ends_as(b, "at.", name)   ? "place.by"
			    : ends_as(b, "on.", name) ? "place.on"
						      : "place.at",
			    name, NONE);
}

static struct sr_str country_name(struct sr_briefing *b, struct sr_str code)
{
	uint32_t row = state_row(b, code);

	return row == SR_NONE ? NONE
			      : cell(b, SR_TABLE_STATES, row, SR_STATES_NAME);
}

struct sr_str sr_brief_area(struct sr_briefing *b,
			    const struct sr_place_slot *p)
{
	struct sr_str country = country_name(b, p->country), area = NONE;
	struct sr_ask *ask = b->ask;

	if (!p->id || !p->name.n)
		return NONE;
	sr_ask_places(ask, p->name);
	for (size_t i = 0; i < ask->nplace && !area.n; i++)
		if (ask->place[i].id == p->id)
			area = ask->place[i].admin1.n ? ask->place[i].admin1
						      : ask->place[i].name;
	return sr_str_equal(area, country) ? NONE : area;
}

struct sr_str sr_brief_region(struct sr_briefing *b,
			      const struct sr_place_slot *p)
{
	struct sr_str country = country_name(b, p->country);
	struct sr_str area = sr_brief_area(b, p);

	if (!area.n)
		return country;
	return country.n ? sr_brief_say(b, "region", area, country) : area;
}
