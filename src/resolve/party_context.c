/* What a report is about: which sides it names, in which war of conflicts.tsv
 * that puts it, and what "rebels", "the invaders", "government forces" are
 * called there. Only names that the tables know are counted. */
#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"
#include "resolve/party_internal.h"

static bool in_list(struct sr_str list, struct sr_str side)
{
	while (list.n)
		if (sr_str_equal(sr_str_cut(&list, '|'), side))
			return true;
	return false;
}

static struct sr_str first_of(struct sr_str list)
{
	return list.n ? sr_str_cut(&list, '|') : list;
}

static struct sr_str cell(const struct sr_muster *m, unsigned column)
{
	if (m->conflict == SR_NONE)
		return (struct sr_str){ NULL, 0 };
	return sr_kit_text(m->kit, SR_TABLE_CONFLICTS, m->conflict, column);
}

/* Counting */

static uint32_t count_of(const struct sr_side_count *list, size_t n,
			 struct sr_str side)
{
	for (size_t i = 0; i < n; i++)
		if (sr_str_equal(list[i].side, side))
			return list[i].n;
	return 0;
}

/* Counts it; when the list is full the rarest gives way, as in the algorithm
 * of Misra and Gries. */
static void count(struct sr_side_count *list, size_t *n, struct sr_str side)
{
	size_t least = 0;

	if (side.n == 0)
		return;
	for (size_t i = 0; i < *n; i++) {
		if (sr_str_equal(list[i].side, side)) {
			list[i].n++;
			return;
		}
		if (list[i].n < list[least].n)
			least = i;
	}
	if (*n < SR_MAX_SIDES) {
		list[(*n)++] = (struct sr_side_count){ side, 1 };
		return;
	}
	if (--list[least].n == 0)
		list[least] = (struct sr_side_count){ side, 1 };
}

/* A state that was gone by the report's day says nothing of its war. */
static bool gone(const struct sr_muster *m, const struct sr_fact *f)
{
	struct sr_days day = m->days;

	return sr_fact_table(f) == SR_TABLE_STATES && sr_days_known(day) &&
	       sr_kit_over(m->kit, SR_TABLE_STATES, f->row, SR_STATES_TO,
			   day.from);
}

/* An abbreviation of four letters or fewer, which many bodies may have. */
static bool is_short(const struct sr_muster *m, const struct sr_fact *f)
{
	const struct sr_token *w = &m->token[f->from];

	return f->kind == SR_FACT_GROUP && f->to == f->from + 1 &&
	       (w->flags & SR_TOK_ALLCAPS) && w->at.to - w->at.from <= 4;
}

static struct sr_str group_country(const struct sr_muster *m,
				   const struct sr_fact *f)
{
	return sr_kit_text(m->kit, SR_TABLE_GROUPS, f->row, SR_GROUPS_COUNTRY);
}

static void count_name(struct sr_muster *m, const struct sr_fact *f)
{
	struct sr_str side = sr_fact_side(m, f);

	count(m->side, &m->nside, side);
	if (sr_fact_table(f) == SR_TABLE_STATES)
		count(m->country, &m->ncountry, side);
	if (f->kind == SR_FACT_GROUP)
		count(m->country, &m->ncountry, group_country(m, f));
}

static void count_names(struct sr_muster *m)
{
	for (uint32_t i = 0; i < m->ntoken; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		if (f && f->from == i && f->kind != SR_FACT_INSTITUTION &&
		    !is_short(m, f) && !gone(m, f))
			count_name(m, f);
	}
	for (size_t i = 0; i < m->doc->places.nitem; i++) {
		const struct sr_place *p = &m->doc->places.items[i];
		if (p->m.to > p->m.from && !sr_name_at(m, p->m.head))
			count(m->country, &m->ncountry, p->country);
	}
}

/* Does a war of a country that is named put that side in the field? */
static bool at_war(const struct sr_muster *m, struct sr_str side)
{
	size_t n = sr_kit_rows(m->kit, SR_TABLE_CONFLICTS);

	for (uint32_t i = 0; i < n; i++)
		if (in_list(sr_kit_text(m->kit, SR_TABLE_CONFLICTS, i,
					SR_CONFLICTS_FOES), side) &&
		    count_of(m->country, m->ncountry,
			     sr_kit_text(m->kit, SR_TABLE_CONFLICTS, i,
					 SR_CONFLICTS_COUNTRY)))
			return true;
	return false;
}

/* "CPC" is a group of the Central African Republic only where that, or the
 * group by its full name, is told of. */
#define SHORT_NAMES 8 /* whose answer is remembered */
static void weigh_short_names(struct sr_muster *m)
{
	uint32_t asked[SHORT_NAMES] = { 0 }; /* row plus one */
	bool war[SHORT_NAMES] = { false };
	for (uint32_t i = 0; i < m->ntoken; i++) {
		const struct sr_fact *f = sr_name_at(m, i);
		if (!f || !is_short(m, f))
			continue;
		struct sr_str country = group_country(m, f);
		uint32_t slot = f->row % SHORT_NAMES;
		if (asked[slot] != f->row + 1)
			war[slot] = at_war(m, sr_fact_side(m, f));
		asked[slot] = f->row + 1;
		if (!country.n || count_of(m->country, m->ncountry, country) ||
		    count_of(m->side, m->nside, sr_fact_side(m, f)) ||
		    war[slot])
			count(m->side, &m->nside, sr_fact_side(m, f));
		else
			m->name[i] = SR_NONE;
	}
}

/* The war */

#define HISTORY (3 * 365) /* days before the report: of another time */
#define MOST_TIMES 255
#define LEAST_TIMES 8  /* of a text whose own day is inferred */
#define LEAST_STATED 4 /* ... or stated: then none of the days is guessed */

static void insert(int32_t *day, size_t n, int32_t own)
{
	for (; n > 0 && day[n - 1] > own; n--)
		day[n] = day[n - 1];
	day[n] = own;
}

/* The day in the middle of those that the text tells of, where three of four
 * are long before the report's: an article on an old war. */
static bool history_day(const struct sr_muster *m, struct sr_days *day)
{
	int32_t told[MOST_TIMES];
	bool stated = !m->doc->report.published_inferred;
	size_t n = 0;

	for (size_t i = 0; i < m->doc->times.nitem && n < MOST_TIMES; i++) {
		const struct sr_time *e = &m->doc->times.items[i];
		struct sr_days d = stated ? e->days : e->named;
		if (sr_days_known(d) && d.from != SR_DAY_MIN &&
		    (!stated || e->kind == SR_TIME_POINT))
			insert(told, n++, d.from);
	}
	if (n < (stated ? LEAST_STATED : LEAST_TIMES) ||
	    told[n - n / 4 - (stated ? 1 : 0)] > day->from - HISTORY)
		return false;
	day->from = day->to = told[n / 2];
	return true;
}

/* The days of the war that a report without a day is about. */
static bool war_days(const struct sr_muster *m, struct sr_days *day)
{
	uint32_t war = m->doc->war;

	if (war >= sr_kit_rows(m->kit, SR_TABLE_WARS))
		return false;
	day->from = sr_kit_value(m->kit, SR_TABLE_WARS, war, SR_WARS_FROM);
	day->to = sr_kit_text(m->kit, SR_TABLE_WARS, war, SR_WARS_TO).n
			  ? sr_kit_value(m->kit, SR_TABLE_WARS, war, SR_WARS_TO)
			  : SR_DAY_MAX;
	return true;
}

#define PLAIN_DAYS 45 /* an inferred day that is as good as a stated one */

void sr_muster_days(struct sr_muster *m)
{
	struct sr_days told, war;
	bool plain;

	m->days = told = m->doc->report.published;
	m->dated = sr_days_known(told) && !m->doc->report.published_inferred;
	if (m->dated) {
		if (history_day(m, &told))
			m->days = told;
		return;
	}
	bool old = sr_days_known(told) && history_day(m, &told);
	plain = sr_days_known(m->days) && !old &&
		sr_days_span(m->days) < PLAIN_DAYS;
	m->dated = plain || war_days(m, &war);
	if (!plain)
		m->days = m->dated ? war : told;
}

static bool at_that_time(const struct sr_muster *m, uint32_t row)
{
	if (!sr_days_known(m->days))
		return true;
	return m->days.to >= sr_kit_value(m->kit, SR_TABLE_CONFLICTS, row,
					  SR_CONFLICTS_FROM) &&
	       !sr_kit_over(m->kit, SR_TABLE_CONFLICTS, row, SR_CONFLICTS_TO,
			    m->days.from);
}

/* Of wars' lists nearly all sides are not the report's: no call for those. */
static uint32_t sum_of(const struct sr_muster *m, struct sr_str list)
{
	const char *end = sr_str_end(list);
	uint32_t sum = 0;

	for (const char *p = list.s; p < end; p++) {
		struct sr_str side = { p, 0 };
		while (p < end && *p != '|')
			p++;
		side.n = (size_t)(p - side.s);
		for (size_t i = 0; side.n && i < m->nside; i++)
			if (m->side[i].side.n == side.n &&
			    *m->side[i].side.s == *side.s &&
			    sr_str_equal(m->side[i].side, side)) {
				sum += m->side[i].n;
				break;
			}
	}
	return sum;
}

static uint32_t all_of(const struct sr_side_count *list, size_t n)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += list[i].n;
	return sum;
}

static uint32_t war_score(const struct sr_muster *m, uint32_t row,
			  uint32_t country)
{
	uint32_t home = sum_of(m, sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row,
					      SR_CONFLICTS_HOME));
	if (home + country == 0)
		return 0;
	uint32_t foes = sum_of(m, sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row,
					      SR_CONFLICTS_FOES));
	uint32_t both = home < foes ? home : foes;

	if (foes + country == 0 ||
	    (foes == 0 && !m->dated))
		return 0;
	/* A war of which the report speaks in passing is not its war. */
	if (4 * country < all_of(m->country, m->ncountry) &&
	    6 * both < all_of(m->side, m->nside))
		return 0;
	return 2 * country + home + foes + 2 * both;
}

static void choose_war(struct sr_muster *m)
{
	uint32_t best = 0;

	m->conflict = SR_NONE;
	for (uint32_t row = 0; row < sr_kit_rows(m->kit, SR_TABLE_CONFLICTS);
	     row++) {
		if (!at_that_time(m, row))
			continue;
		uint32_t score = war_score(
			m, row,
			count_of(m->country, m->ncountry,
				 sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row,
					     SR_CONFLICTS_COUNTRY)));
		if (score > best) {
			best = score;
			m->conflict = row;
		}
	}
}

/* The most named of a list's sides; the first where none is. */
static struct sr_str most_named(const struct sr_muster *m, struct sr_str list)
{
	struct sr_str best = first_of(list);
	uint32_t most = 0;

	while (list.n) {
		struct sr_str side = sr_str_cut(&list, '|');
		uint32_t n = count_of(m->side, m->nside, side);
		if (n > most) {
			most = n;
			best = side;
		}
	}
	return best;
}

static unsigned class_column(enum sr_people class)
{
	switch ((int)class) {
	case SR_PEOPLE_REBEL:
	case SR_PEOPLE_GUERRILLA:
		return SR_CONFLICTS_REBELS;
	case SR_PEOPLE_SEPARATIST:
		return SR_CONFLICTS_SEPARATISTS;
	case SR_PEOPLE_MILITANT:
		return SR_CONFLICTS_MILITANTS;
	default:
		return SR_CONFLICTS_ID;
	}
}

bool sr_side_of_class_in(const struct sr_muster *m, struct sr_str country,
			 enum sr_people class, struct sr_str *side)
{
	unsigned column = class_column(class);

	if (column == SR_CONFLICTS_ID)
		return false;
	for (uint32_t row = 0; row < sr_kit_rows(m->kit, SR_TABLE_CONFLICTS);
	     row++) {
		if (!sr_str_equal(sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row,
					      SR_CONFLICTS_COUNTRY),
				  country) ||
		    !at_that_time(m, row))
			continue;
		if (class == SR_PEOPLE_GUERRILLA &&
		    sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row,
				SR_CONFLICTS_OCCUPIERS)
			    .n)
			column = SR_CONFLICTS_HOME;
		*side = first_of(
			sr_kit_text(m->kit, SR_TABLE_CONFLICTS, row, column));
		return true;
	}
	return false;
}

#define PLAIN_COUNTRY 3 /* mentions that make a country the report's */

/* A report of no war that the table knows, about one country: its state is at
 * home. */
static struct sr_str only_country(const struct sr_muster *m)
{
	uint32_t all = 0, most = 0;
	struct sr_str country = { NULL, 0 };

	for (size_t i = 0; i < m->ncountry; i++) {
		all += m->country[i].n;
		if (m->country[i].n > most) {
			most = m->country[i].n;
			country = m->country[i].side;
		}
	}
	return most >= PLAIN_COUNTRY && 3 * most >= 2 * all
		       ? sr_side_of_country(m, country)
		       : (struct sr_str){ NULL, 0 };
}

void sr_muster_context(struct sr_muster *m)
{
	count_names(m);
	weigh_short_names(m);
	choose_war(m);
	m->home = m->conflict == SR_NONE ? only_country(m)
					 : first_of(cell(m, SR_CONFLICTS_HOME));
	m->foe = most_named(m, cell(m, SR_CONFLICTS_FOES));
	sr_muster_outlet(m);
}

/* What words of the war mean */

/* The report names others of the foes than the one whom a word usually means:
 * it means those, or nobody can tell which. */
static struct sr_str named_instead(const struct sr_muster *m,
				   struct sr_str usual)
{
	struct sr_str list = cell(m, SR_CONFLICTS_FOES), only = usual;
	uint32_t named = 0;

	while (list.n) {
		struct sr_str side = sr_str_cut(&list, '|');
		if (!sr_is_state(m, side) &&
		    count_of(m->side, m->nside, side)) {
			named++;
			only = side;
		}
	}
	return named > 1 ? (struct sr_str){ NULL, 0 } : only;
}

struct sr_str sr_side_of_class(const struct sr_muster *m, enum sr_people class)
{
	struct sr_str side = { NULL, 0 };

	switch ((int)class) {
	case SR_PEOPLE_REBEL:
		return cell(m, SR_CONFLICTS_REBELS);
	case SR_PEOPLE_SEPARATIST:
		return cell(m, SR_CONFLICTS_SEPARATISTS);
	case SR_PEOPLE_MILITANT:
		/* What a state's own media call so is whoever rises up. */
		side = cell(m, SR_CONFLICTS_MILITANTS);
		if (side.n && !count_of(m->side, m->nside, side))
			side = named_instead(m, side);
		if (!side.n && m->outlet.n && sr_str_equal(m->outlet, m->home))
			side = cell(m, SR_CONFLICTS_REBELS);
		return side;
	case SR_PEOPLE_MILITIA:
		return cell(m, SR_CONFLICTS_MILITIA);
	case SR_PEOPLE_GUERRILLA:
		return cell(m, SR_CONFLICTS_OCCUPIERS).n
			       ? m->home
			       : cell(m, SR_CONFLICTS_REBELS);
	case SR_PEOPLE_COALITION:
		return cell(m, SR_CONFLICTS_COALITION);
	case SR_PEOPLE_LOYAL:
		return m->home;
	case SR_PEOPLE_OCCUPIER:
		return cell(m, SR_CONFLICTS_OCCUPIERS);
	case SR_PEOPLE_DEFENDER:
	case SR_PEOPLE_LIBERATOR:
		/* Plain only where one state came into another. */
		return cell(m, SR_CONFLICTS_OCCUPIERS).n ? m->home : side;
	default:
		return side;
	}
}

struct sr_str sr_side_of_people(const struct sr_muster *m, uint32_t i)
{
	struct sr_str country = cell(m, SR_CONFLICTS_COUNTRY);

	for (uint32_t k = m->first[i]; k < m->first[i + 1]; k++) {
		const struct sr_fact *f = &m->facts.items[k];
		if (f->kind == SR_FACT_ETHNIC &&
		    sr_str_equal(country,
				 sr_kit_text(m->kit, SR_TABLE_PEOPLES, f->row,
					     SR_PEOPLES_COUNTRY)))
			return sr_kit_text(m->kit, SR_TABLE_PEOPLES, f->row,
					   SR_PEOPLES_SIDE);
	}
	return (struct sr_str){ NULL, 0 };
}

#define PLAINLY 3 /* times as often named: who is meant among several */

/* The only side of a list that the report names, or that it nearly always names
 * of them; the only one it has. */
static struct sr_str only_named(const struct sr_muster *m, struct sr_str list)
{
	struct sr_str only = first_of(list), rest = list;
	uint32_t named = 0, all = 0, most = 0, sum = 0;

	while (rest.n) {
		struct sr_str side = sr_str_cut(&rest, '|');
		uint32_t n = count_of(m->side, m->nside, side);
		all++;
		sum += n;
		named += n != 0;
		if (n > most) {
			most = n;
			only = side;
		}
	}
	return named == 1 || all == 1 || most > PLAINLY * (sum - most) ? only : (struct sr_str){ NULL, 0 };
}

struct sr_str sr_side_against(const struct sr_muster *m, struct sr_str side)
{
	if (side.n && in_list(cell(m, SR_CONFLICTS_HOME), side))
		return only_named(m, cell(m, SR_CONFLICTS_FOES));
	if (side.n && in_list(cell(m, SR_CONFLICTS_FOES), side))
		return only_named(m, cell(m, SR_CONFLICTS_HOME));
	return (struct sr_str){ NULL, 0 };
}

bool sr_within_a_state(const struct sr_muster *m)
{
	return m->home.n && m->foe.n &&
	       !in_list(cell(m, SR_CONFLICTS_OCCUPIERS), m->foe);
}

struct sr_str sr_army_side(const struct sr_muster *m)
{
	if (sr_within_a_state(m))
		return m->home;
	return m->home.n && !sr_is_state(m, m->home) && sr_is_state(m, m->foe)
		       ? m->foe
		       : (struct sr_str){ NULL, 0 };
}

uint32_t sr_row_of_code(const struct sr_muster *m, enum sr_table table,
			struct sr_str code)
{
	char id[8] = { 0 };

	if (code.n == 0 || code.n >= sizeof(id))
		return SR_NONE;
	for (size_t i = 0; i < code.n; i++)
		id[i] = (char)(code.s[i] | 32);
	struct sr_str small = { id, code.n };
	unsigned a = (unsigned)id[0] - 'a', b = (unsigned)id[1] - 'a';
	if (code.n != 2 || a > 25 || b > 25)
		return sr_kit_row(m->kit, table, small);
	uint32_t *kept = table == SR_TABLE_STATES ? m->kept->state
						  : m->kept->group;
	kept += a * 26 + b;
	if (!*kept) {
		uint32_t row = sr_kit_row(m->kit, table, small);
		*kept = row == SR_NONE ? 1 : row + 2;
	}
	return *kept == 1 ? SR_NONE : *kept - 2u;
}

bool sr_is_state(const struct sr_muster *m, struct sr_str side)
{
	/* "IS" is a group before it is Iceland. */
	return side.n == 2 &&
	       sr_row_of_code(m, SR_TABLE_STATES, side) != SR_NONE &&
	       sr_row_of_code(m, SR_TABLE_GROUPS, side) == SR_NONE;
}

bool sr_side_known(const struct sr_muster *m, struct sr_str side)
{
	return count_of(m->side, m->nside, side) ||
	       in_list(cell(m, SR_CONFLICTS_HOME), side) ||
	       in_list(cell(m, SR_CONFLICTS_FOES), side);
}

struct sr_str sr_side_of_country(const struct sr_muster *m,
				 struct sr_str country)
{
	uint32_t row = sr_row_of_code(m, SR_TABLE_STATES, country);

	return row == SR_NONE ? country
			      : sr_kit_text(m->kit, SR_TABLE_STATES, row,
					    SR_STATES_SIDE);
}
