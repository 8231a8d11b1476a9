/* A dateline is a place (perhaps with its country and a day), perhaps an
 * agency in brackets, and a dash. Agencies' feeds drop the rest and keep a
 * place in capitals: "BAGHDAD Iraqi forces ...". What it must not be taken
 * for: "Islamic State (IS) fighters", "NATO Secretary General", "BREAKING:". */
#include "ingest/dateline.h"

#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "ingest/cue.h"
#include "kit/gaz.h"

#define LONGEST_PLACE 60u  /* bytes before the bracket or dash */
#define LONGEST_AGENCY 60u /* bytes in brackets, with a day */
#define LONGEST_STAMP 40u  /* bytes of a day between bracket and dash */
#define SHORTEST_TEXT 60u  /* bytes behind it: a heading has fewer */
#define SHORTEST_BARE 4u   /* letters of a place with nothing behind it */
#define MOST_WORDS 6u
#define MOST_COUNTRY 4u /* words of one */
#define BULLET 0x2022

/* What a run of words looks like. */
struct look {
	uint32_t words, capitals; /* words; of them in capitals throughout */
	uint32_t first;		  /* letters of the first */
	bool fits;		  /* each begins with a capital, or is short */
};

/* 0 at the end. */
static uint32_t next_cp(struct sr_str text, uint32_t *at, uint32_t to)
{
	if (*at >= to)
		return 0;
	const char *p = text.s + *at;
	uint32_t cp = sr_utf8_next(&p, text.s + to);

	*at = (uint32_t)(p - text.s);
	return cp;
}

static bool is_dash(uint32_t cp)
{
	return cp == '-' || cp == '_' || (cp >= 0x2010 && cp <= 0x2015) || cp == BULLET;
}

static bool word_mark(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == '-' || cp == '.';
}

/* One word of a place; false where it can't be one. */
static bool look_word(struct look *l, struct sr_str text, uint32_t *at,
		      uint32_t to)
{
	uint32_t upper = 0, letters = 0, probe = *at;
	bool first = sr_is_upper(next_cp(text, &probe, to));

	for (probe = *at; probe < to; *at = probe) {
		uint32_t cp = next_cp(text, &probe, to);
		if (!sr_is_letter(cp) && !word_mark(cp))
			break;
		letters += sr_is_letter(cp);
		upper += sr_is_upper(cp);
	}
	if (letters == 0 || (!first && letters > 3))
		return false;
	if (l->words++ == 0)
		l->first = letters;
	l->capitals += upper == letters && letters > 1;
	return true;
}

static struct look look_at(struct sr_str text, struct sr_span s)
{
	struct look l = { .fits = true };
	uint32_t at = s.from;

	while (l.fits && at < s.to) {
		char c = text.s[at];
		if (c == ' ' || c == ',' || c == '/')
			at++;
		else
			l.fits = look_word(&l, text, &at, s.to);
	}
	l.fits = l.fits && l.words > 0 && l.words <= MOST_WORDS;
	return l;
}

/* Past a dash with blanks around it, or any run of hyphens; `at` if none. */
static uint32_t skip_dash(struct sr_str text, uint32_t at, uint32_t to)
{
	uint32_t from = at, probe;
	bool blank = false, dash = false, wide = false;

	while (at < to) {
		probe = at;
		uint32_t cp = next_cp(text, &probe, to);
		if (!sr_is_space(cp) && !is_dash(cp))
			break;
		blank = blank || sr_is_space(cp);
		wide = wide || cp == 0x2014 || (dash && is_dash(cp));
		dash = dash || is_dash(cp);
		at = probe;
	}
	return dash && (blank || wide) ? at : from;
}

/* The text behind a dateline begins like a sentence and is long enough. */
static bool text_begins(struct sr_str text, uint32_t at, uint32_t to)
{
	if (to < at + SHORTEST_TEXT)
		return false;
	uint32_t cp = next_cp(text, &at, to);
	return sr_is_upper(cp) || (cp >= '0' && cp <= '9') || cp == '"' ||
	       cp == '\'' || cp == 0x2018 || cp == 0x201C || cp == 0xAB;
}

/* Cuts a day off the end of the place: "KYIV, March 27". */
static void cut_stamp(const struct sr_kit *kit, struct sr_str text,
		      struct sr_dateline *d)
{
	for (uint32_t at = d->place.from; at < d->place.to; at++) {
		struct sr_span rest = { at, d->place.to };
		bool start = at == d->place.from || text.s[at - 1] == ' ';
		if (!start || !sr_stamp_read(kit, text, rest, &d->stamp))
			continue;
		while (at > d->place.from &&
		       (text.s[at - 1] == ' ' || text.s[at - 1] == ','))
			at--;
		d->place.to = at;
		return;
	}
	d->stamp.days = SR_DAYS_UNKNOWN;
}

/* A place with its day before the mark: "Juba, 3 May 2024". */
static bool has_day(const struct sr_dateline *d)
{
	return sr_days_known(d->stamp.days) && d->place.to > d->place.from;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "8:20 A.M.", "14.05 GMT": digits on both sides of a mark. */
static bool is_hour(struct sr_str text, struct sr_span s)
{
	uint32_t i = s.from;

	while (i < s.to && is_digit(text.s[i]))
		i++;
	return i > s.from && i <= s.from + 2 && i + 2 < s.to &&
	       (text.s[i] == ':' || text.s[i] == '.') &&
	       is_digit(text.s[i + 1]) && is_digit(text.s[i + 2]);
}

/* "(APP - News - 30th Sep, 2016 )": cuts the day off, and what stands behind the
 * agency's name. */
static void day_in(const struct sr_kit *kit, struct sr_str text,
		   struct sr_span *in, struct sr_dateline *d)
{
	struct sr_stamp stamp;
	uint32_t i = in->to;

	while (i > in->from && text.s[i - 1] != '-')
		i--;
	struct sr_span day = { i, in->to };
	if (i < in->from + 3 || sr_days_known(d->stamp.days) ||
	    !sr_stamp_read(kit, text, day, &stamp) || !stamp.has_year)
		return;
	d->stamp = stamp;
	in->to = in->from;
	while (in->to + 1 < i && (text.s[in->to + 1] != '-' &&
				  text.s[in->to + 1] != '/'))
		in->to++;
}

/* The bracket at `at` holds an agency, or the day; gives where it ends, or 0. */
static uint32_t agency_end(const struct sr_kit *kit, struct sr_str text,
			   struct sr_span at, struct sr_dateline *d)
{
	uint32_t most = at.to < at.from + LONGEST_AGENCY
				? at.to
				: at.from + LONGEST_AGENCY;
	uint32_t i = at.from + 1, probe = i;
	struct sr_stamp stamp;

	while (i < most && text.s[i] != ')')
		i++;
	if (i >= most || i <= at.from + 2)
		return 0;
	struct sr_span in = { at.from + 1, i };
	if (!sr_days_known(d->stamp.days) &&
	    sr_stamp_read(kit, text, in, &stamp) && stamp.has_year) {
		d->stamp = stamp;
		return i + 1;
	}
	/* "BEIRUT (8:20 A.M.) -" */
	if (is_hour(text, in))
		return i + 1;
	day_in(kit, text, &in, d);
	d->agency = in;
	return sr_is_upper(next_cp(text, &probe, i)) || has_day(d) ? i + 1 : 0;
}

/* The day between bracket and dash: "(AFP) 10 June 2021 -"; gives where the dash
 * is, or `at`. */
static uint32_t stamp_behind(const struct sr_kit *kit, struct sr_str text,
			     uint32_t at, uint32_t to, struct sr_dateline *d)
{
	uint32_t most = to < at + LONGEST_STAMP ? to : at + LONGEST_STAMP;
	uint32_t from = at;

	while (from < most && (text.s[from] == ' ' || text.s[from] == ','))
		from++;
	for (uint32_t end = from, probe; end < most; end = probe) {
		probe = end;
		next_cp(text, &probe, to);
		if (skip_dash(text, end, to) == end)
			continue;
		struct sr_stamp stamp;
		if (!sr_stamp_read(kit, text, (struct sr_span){ from, end },
				   &stamp))
			return at;
		d->stamp = stamp;
		return end;
	}
	return at;
}

/* The day behind the dash: "(Agency) - 14 January 2009. Troops"; gives where the
 * text begins then, or `at.from`. */
static uint32_t day_first(const struct sr_kit *kit, struct sr_str text,
			  struct sr_span at, struct sr_dateline *d)
{
	uint32_t most = at.to < at.from + LONGEST_STAMP
				? at.to
				: at.from + LONGEST_STAMP;
	struct sr_stamp stamp;
	uint32_t i = at.from + 1;

	while (i < most && text.s[i] != '.' && text.s[i] != ':')
		i++;
	struct sr_span day = { at.from, i };
	if (i + 1 >= most || text.s[i + 1] != ' ' || text.s[i - 1] < '0' ||
	    text.s[i - 1] > '9' || !sr_stamp_read(kit, text, day, &stamp) ||
	    !stamp.has_year || stamp.at.to != i)
		return at.from;
	d->stamp = stamp;
	return i + 1;
}

/* PLACE (AGENCY) - text; without the dash only where the place has a comma or
 * capitals throughout, or there is none: "(CNN)Troops". */
static bool with_agency(const struct sr_kit *kit, struct sr_str text,
			uint32_t bracket, uint32_t to, struct sr_dateline *d)
{
	struct look l = look_at(text, d->place);
	struct sr_span behind = { bracket, to };
	uint32_t at = agency_end(kit, text, behind, d), land = at;

	if (!at || (l.words && !l.fits))
		return false;
	/* "Kano (Nigeria) (AFP) -" */
	while (land < to && text.s[land] == ' ')
		land++;
	if (land < to && text.s[land] == '(') {
		behind.from = land;
		land = agency_end(kit, text, behind, d);
		at = land ? land : at;
	}
	if (!sr_days_known(d->stamp.days))
		at = stamp_behind(kit, text, at, to, d);
	/* "(EFE).- The" */
	if (at < to && text.s[at] == '.' &&
	    skip_dash(text, at + 1, to) > at + 1)
		at++;
	d->to = skip_dash(text, at, to);
	/* "(AFP)-Troops" */
	uint32_t glued = at;
	if (d->to == at && at < to && is_dash(next_cp(text, &glued, to)))
		d->to = glued;
	bool dash = d->to > at;
	if (dash && !sr_days_known(d->stamp.days))
		d->to = day_first(kit, text, (struct sr_span){ d->to, to }, d);
	/* "JERUSALEM (AP): text", "(AP): text" */
	struct look in = look_at(text, d->agency);
	bool capitals = l.words ? l.capitals == l.words
				: in.words && in.capitals == in.words;
	if (!dash && at < to &&
	    ((has_day(d) && text.s[at] == '.') ||
	     ((has_day(d) || capitals) && text.s[at] == ':'))) {
		dash = true;
		d->to++;
	}
	while (d->to < to && text.s[d->to] == ' ')
		d->to++;
	struct sr_str place = sr_str_at(text, d->place);
	bool sure = dash || (l.words && capitals) ||
		    (place.n && memchr(place.s, ',', place.n)) ||
		    (l.words == 0 && in.capitals == in.words && d->to == at);
	return sure && text_begins(text, d->to, to);
}

/* PLACE, DAY: text, PLACE, DAY. Text; the place may be in small letters. */
static bool with_day(struct sr_str text, uint32_t mark, uint32_t to,
		     struct sr_dateline *d)
{
	d->to = mark + 1;
	while (d->to < to && text.s[d->to] == ' ')
		d->to++;
	return has_day(d) && look_at(text, d->place).fits &&
	       d->to > mark + 1 && text_begins(text, d->to, to);
}

/* PLACE - text, PLACE: text. */
static bool with_dash(const struct sr_kit *kit, struct sr_str text,
		      uint32_t mark, uint32_t to, struct sr_dateline *d)
{
	struct look l = look_at(text, d->place);
	struct sr_cue cue;

	if (!l.fits || sr_cue_at(kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS, text,
				 d->place, &cue))
		return false;
	if (text.s[mark] == ':') {
		if (with_day(text, mark, to, d))
			return true;
		return l.capitals > 0 && l.first >= SHORTEST_BARE &&
		       d->to > mark + 1 && text_begins(text, d->to, to);
	}
	d->to = skip_dash(text, mark, to);
	/* "PLACE - (AGENCY) - text" */
	if (d->to > mark && d->to < to && text.s[d->to] == '(' &&
	    l.capitals == l.words && with_agency(kit, text, d->to, to, d))
		return true;
	uint32_t at = mark;
	bool bullet = next_cp(text, &at, to) == BULLET;
	if (d->to == mark || !text_begins(text, d->to, to) ||
	    (bullet && l.capitals < l.words))
		return false;
	/* "Ukraine's president - ..." begins a sentence. */
	struct sr_str place = sr_str_at(text, d->place);
	return l.capitals > 0 ||
	       (l.words <= 4 && !memchr(place.s, '\'', place.n));
}

/* A place by the gazetteer; without one, `without`. */
static bool is_place(const struct sr_kit *kit, struct sr_str name, bool without)
{
	size_t n;
	const void *bytes = sr_kit_section(kit, "gaz", &n);
	struct sr_gaz_query query;
	struct sr_gaz gaz;

	if (!bytes || !sr_gaz_open(&gaz, bytes, n))
		return without;
	sr_gaz_ask(&query, name);
	return sr_gaz_find(&gaz, &query, SR_GAZ_EXACT).n > 0;
}

/* "LASHKAR GAH, Afghanistan | The": past the country and what parts it from the
 * town; `at` if none. */
static uint32_t skip_country(const struct sr_kit *kit, struct sr_str text,
			     uint32_t at, uint32_t to)
{
	struct sr_span name = { at, at };
	struct sr_cue cue;

	if (at + 2 >= to || text.s[at] != ',' || text.s[at + 1] != ' ')
		return at;
	name.from = name.to = at + 2;
	for (unsigned n = 0; n < MOST_COUNTRY; n++) {
		struct look l = { 0 };
		if (!look_word(&l, text, &name.to, to))
			return at;
		if (sr_cue_is(kit, SR_TRIE_FORMS, SR_TABLE_COUNTRIES, text,
			      name, &cue))
			return name.to;
		name.to += name.to < to && text.s[name.to] == ' ';
	}
	return at;
}

/* "U.S.", "U.N." */
static bool is_dotted(struct sr_str text, struct sr_span word)
{
	return word.to > word.from + 3 && text.s[word.from + 1] == '.' &&
	       text.s[word.to - 1] == '.';
}

/* CAPITALS Text, where the capitals are no name that a table has. */
static bool bare(const struct sr_kit *kit, struct sr_str text,
		 struct sr_span line, struct sr_dateline *d)
{
	struct sr_cue cue;
	uint32_t at = line.from, end = line.from, words = 0;
	struct sr_span first = { line.from, line.from };
	bool two = false;

	while (at < line.to && words < 4) {
		struct look l = { 0 };
		uint32_t from = at;
		if (!look_word(&l, text, &at, line.to) || !l.capitals ||
		    (words == 0 && l.first < SHORTEST_BARE) ||
		    is_dotted(text, (struct sr_span){ from, at }))
			break;
		words++;
		end = at;
		if (words == 1)
			first.to = end;
		/* "KIRKUK/BAGHDAD, Iraq Troops": the first of two towns */
		two = two || (at < line.to && text.s[at] == '/');
		while (at < line.to && (text.s[at] == ' ' ||
					text.s[at] == ',' || text.s[at] == '/'))
			at++;
	}
	struct sr_span town = two ? first : (struct sr_span){ line.from, end };
	end = skip_country(kit, text, end, line.to);
	d->place = (struct sr_span){ line.from, end };
	d->to = end;
	while (d->to < line.to && text.s[d->to] == ' ')
		d->to++;
	struct look next = { 0 };
	at = d->to;
	return words && d->to > end && text_begins(text, d->to, line.to) &&
	       look_word(&next, text, &at, line.to) && next.first > 1 &&
	       (next.capitals == 0 ||
		is_dotted(text, (struct sr_span){ d->to, at })) &&
	       !sr_is_acronym(kit, sr_str_at(text, first)) &&
	       is_place(kit, sr_str_at(text, town), first.to - first.from >
							 SHORTEST_BARE) &&
	       !sr_cue_at(kit, SR_TRIE_CUES, SR_TABLE_HEADER_WORDS, text, town,
			  &cue);
}

bool sr_dateline_read(const struct sr_kit *kit, struct sr_str text,
		      struct sr_span line, struct sr_dateline *d)
{
	uint32_t most = line.to < line.from + LONGEST_PLACE
				? line.to
				: line.from + LONGEST_PLACE;

	*d = (struct sr_dateline){ .stamp.days = SR_DAYS_UNKNOWN };
	for (uint32_t at = line.from; at < most;) {
		uint32_t mark = at;
		uint32_t cp = next_cp(text, &at, line.to);
		bool dash = skip_dash(text, mark, line.to) > mark &&
			    !sr_is_space(cp);
		/* Of full stops only the one behind a year. */
		bool stop = cp == '.' && mark > line.from &&
			    text.s[mark - 1] >= '0' && text.s[mark - 1] <= '9';
		if (cp != '(' && cp != ':' && !dash && !stop)
			continue;
		d->place = (struct sr_span){ line.from, mark };
		while (d->place.to > d->place.from &&
		       (text.s[d->place.to - 1] == ' ' ||
			text.s[d->place.to - 1] == ','))
			d->place.to--;
		cut_stamp(kit, text, d);
		if (stop)
			return with_day(text, mark, line.to, d);
		return cp == '(' ? with_agency(kit, text, mark, line.to, d)
				 : with_dash(kit, text, mark, line.to, d);
	}
	return bare(kit, text, line, d);
}

bool sr_is_place_line(const struct sr_kit *kit, struct sr_str text,
		      struct sr_span line)
{
	struct sr_str all = sr_str_at(text, line), rest = all;
	struct sr_str town = sr_str_cut(&rest, ',');
	struct sr_span country = { line.to - (uint32_t)rest.n, line.to };
	struct sr_cue cue;

	return rest.n && all.n <= LONGEST_PLACE && look_at(text, line).fits &&
	       is_place(kit, town, false) &&
	       (sr_cue_is(kit, SR_TRIE_FORMS, SR_TABLE_COUNTRIES, text, country,
			  &cue) ||
		is_place(kit, sr_str_trim(rest), false));
}

bool sr_is_town_line(const struct sr_kit *kit, struct sr_str text,
		     struct sr_span line)
{
	struct look l = look_at(text, line);

	return line.to - line.from <= LONGEST_PLACE && l.fits && l.words &&
	       l.capitals == l.words &&
	       is_place(kit, sr_str_at(text, line), false);
}
