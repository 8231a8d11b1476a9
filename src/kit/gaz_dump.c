#include "kit/gaz_dump.h"

#include "base/compiler.h"
#include "base/utf8.h"

#define NCOLUMN 19
#define MOST_NAME 200
#define MOST_POPULATION 2000000000

enum column {
	COL_ID,
	COL_NAME,
	COL_ASCII,
	COL_ALTERNATES,
	COL_LAT,
	COL_LON,
	COL_CLASS,
	COL_FEATURE,
	COL_COUNTRY,
	COL_ADMIN1 = 10,
	COL_ADMIN2 = 11,
	COL_POPULATION = 14,
};

static bool read_whole(struct sr_str s, int64_t most, int64_t *v)
{
	*v = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
		*v = *v * 10 + (s.s[i] - '0');
		if (*v > most)
			return false;
	}
	return s.n > 0;
}

bool sr_degrees_read(struct sr_str s, double *v)
{
	bool minus = s.n && s.s[0] == '-';
	int64_t whole = 0, unit = 1;
	bool dot = false;

	for (size_t i = minus; i < s.n; i++) {
		if (s.s[i] == '.' && !dot) {
			dot = true;
			continue;
		}
		if (s.s[i] < '0' || s.s[i] > '9' || whole > 360000000000)
			return false;
		if (dot && unit == 1000000000)
			continue;
		whole = whole * 10 + (s.s[i] - '0');
		unit *= dot ? 10 : 1;
	}
	*v = (double)(minus ? -whole : whole) / (double)unit;
	return s.n > (size_t)minus;
}

static bool read_point(const struct sr_str *c, struct sr_point *p)
{
	return sr_degrees_read(c[COL_LAT], &p->lat) &&
	       sr_degrees_read(c[COL_LON], &p->lon) && sr_point_valid(*p);
}

static const char *check_row(const struct sr_str *c, struct sr_gaz_row *row)
{
	int64_t population;

	if (!read_whole(c[COL_ID], INT64_MAX / 20, &row->id) || !row->id)
		return "no geonameid in column 1";
	if (!c[COL_NAME].n || c[COL_NAME].n > MOST_NAME)
		return "a name of 1 to 200 bytes expected in column 2";
	if (!read_point(c, &row->at))
		return "no degrees in columns 5 and 6";
	if (c[COL_CLASS].n != 1 || c[COL_FEATURE].n > SR_GAZ_FEATURE)
		return "no feature class and code in columns 7 and 8";
	if (c[COL_COUNTRY].n != 2 && c[COL_COUNTRY].n != 0)
		return "no country of two letters in column 9";
	row->population = 0;
	if (c[COL_POPULATION].n) {
		if (!read_whole(c[COL_POPULATION], INT64_MAX / 20, &population))
			return "no whole number in column 15";
		row->population = (uint32_t)(population < MOST_POPULATION
						     ? population
						     : MOST_POPULATION);
	}
	return NULL;
}

struct sr_gaz_entry sr_gaz_row_entry(const struct sr_gaz_row *row)
{
	struct sr_gaz_entry e = {
		.id = row->id,
		.at = row->at,
		.has_point = true,
		.name = row->name,
		.feature = row->feature,
		.population = row->population,
		.admin1 = SR_GAZ_NONE,
		.admin2 = SR_GAZ_NONE,
	};

	/* sr_gaz_row_read lets a country have two letters or none */
	if (row->country.n)
		memcpy(e.country, row->country.s, sizeof(e.country));
	return e;
}

const char *sr_gaz_row_read(struct sr_str line, struct sr_gaz_row *row)
{
	struct sr_str c[NCOLUMN], rest = line;
	size_t n = 0;

	if (line.n && line.s[line.n - 1] == '\r')
		rest.n--;
	if (sr_utf8_check(line) != line.n)
		return "not UTF-8";
	for (; rest.s && n < NCOLUMN; n++)
		c[n] = sr_str_trim(sr_str_cut(&rest, '\t'));
	if (n != NCOLUMN || rest.s)
		return "not 19 columns with tabs between";
	const char *wrong = check_row(c, row);
	if (wrong)
		return wrong;
	row->name = c[COL_NAME];
	row->ascii = c[COL_ASCII];
	row->alternates = c[COL_ALTERNATES];
	row->class = c[COL_CLASS].s[0];
	row->feature = c[COL_FEATURE];
	row->country = c[COL_COUNTRY];
	row->admin1 = c[COL_ADMIN1];
	row->admin2 = c[COL_ADMIN2];
	return NULL;
}

/* Links, numbers, and codes of airports and the like (capitals only, up to
 * four) are no names. */
static bool is_name(struct sr_str s)
{
	size_t letters = 0, small = 0;

	if (s.n < 2 || s.n > MOST_NAME || (s.n > 4 && !memcmp(s.s, "http", 4)))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];
		bool lower = c >= 0x80 || (c >= 'a' && c <= 'z');
		letters += lower || (c >= 'A' && c <= 'Z');
		small += lower;
	}
	return letters > 0 && (small > 0 || s.n > 4);
}

void sr_gaz_add_names(struct sr_gaz_writer *w, uint32_t entry,
		      const struct sr_gaz_row *row)
{
	struct sr_str rest = row->alternates;

	sr_gaz_add_name(w, entry, row->name, true);
	if (row->ascii.n && row->ascii.n <= MOST_NAME &&
	    !sr_str_equal(row->ascii, row->name))
		sr_gaz_add_name(w, entry, row->ascii, true);
	while (rest.n) {
		struct sr_str s = sr_str_trim(sr_str_cut(&rest, ','));
		if (is_name(s) && !sr_str_equal(s, row->name) &&
		    !sr_str_equal(s, row->ascii))
			sr_gaz_add_name(w, entry, s, false);
	}
}
