/* See gaz_import.h. The built-in gazetteer's places become the first entries
 * of the new one, in their order, so that a place's number is its entry's. */
#include "kit/gaz_import.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "kit/gaz_dump.h"

#define BUFFER ((size_t)1 << 20) /* longer lines are refused */
#define JOIN_LAT 0.02
#define JOIN_LON 0.03
#define JOIN_SAME 0.0005
#define MOST_MOVE_KM 30.0
#define AREA_SLOTS ((size_t)1 << 18)

struct area_slot {
	uint64_t hash;	/* of "UA.21", 0: empty */
	uint32_t entry; /* plus one, 0: none yet */
};

struct import {
	const struct sr_kit *kit;
	struct sr_gaz_import *in;
	struct sr_err *err;
	struct sr_arena mem;
	struct sr_gaz base;
	struct sr_gaz_writer w;
	uint32_t *by_id; /* entry + 1, by hash of the id */
	size_t nid, room;
	struct area_slot *area;
	bool areas; /* the first pass */
	size_t line;
};

/* Tables of entries */

static uint32_t *id_slot(const struct import *m, uint32_t *slot, size_t room,
			 int64_t id)
{
	size_t i = sr_gaz_hash(SR_GAZ_EXACT, (struct sr_str){ (const char *)&id,
							      sizeof(id) }) &
		   (room - 1);

	while (slot[i] && m->w.entries.items[slot[i] - 1].id != id)
		i = (i + 1) & (room - 1);
	return &slot[i];
}

static bool grow_ids(struct import *m)
{
	size_t room = m->room ? m->room * 2 : (size_t)1 << 20;
	uint32_t *slot = calloc(room, sizeof(*slot));

	if (!slot)
		return false;
	for (size_t i = 0; i < m->room; i++)
		if (m->by_id[i])
			*id_slot(m, slot, room,
				 m->w.entries.items[m->by_id[i] - 1].id) =
				m->by_id[i];
	free(m->by_id);
	m->by_id = slot;
	m->room = room;
	return true;
}

static bool keep_id(struct import *m, uint32_t entry)
{
	if (m->nid * 2 >= m->room && !grow_ids(m))
		return false;
	uint32_t *slot =
		id_slot(m, m->by_id, m->room, m->w.entries.items[entry].id);
	m->nid += *slot == 0;
	*slot = entry + 1;
	return true;
}

static uint32_t find_id(const struct import *m, int64_t id)
{
	uint32_t slot = m->room ? *id_slot(m, m->by_id, m->room, id) : 0;

	return slot ? slot - 1 : SR_GAZ_NONE;
}

/* The slot of "UA.21" or, with a second code, "UA.21.5904". */
static struct area_slot *area_slot(const struct import *m,
				   struct sr_str country, struct sr_str one,
				   struct sr_str two)
{
	char text[128];
	int n = snprintf(text, sizeof(text), "%.*s.%.*s%s%.*s", (int)country.n,
			 country.s, (int)one.n, one.s, two.n ? "." : "",
			 (int)two.n, two.s);
	size_t used = n < 0			 ? 0
		      : (size_t)n < sizeof(text) ? (size_t)n
						 : sizeof(text) - 1;
	uint64_t hash =
		sr_gaz_hash(SR_GAZ_EXACT, (struct sr_str){ text, used }) | 1;
	size_t i = hash >> 1 & (AREA_SLOTS - 1);

	for (size_t k = 0; k < AREA_SLOTS; k++, i = (i + 1) & (AREA_SLOTS - 1))
		if (!m->area[i].hash || m->area[i].hash == hash) {
			m->area[i].hash = hash;
			return &m->area[i];
		}
	return &m->area[i]; /* full: areas are then mixed up, nothing worse */
}

/* The built-in places */

static bool copy_places(struct import *m)
{
	for (uint32_t i = 0; i < sr_gaz_count(&m->base); i++) {
		const struct sr_gaz_record *r = &m->base.record[i];
		struct sr_gaz_place p;
		if (!sr_gaz_place(&m->base, i, &p))
			return false;
		struct sr_gaz_entry e = {
			.id = p.id,
			.at = p.at,
			.has_point = true,
			.name = p.name,
			.feature = p.feature,
			.country = { r->country[0], r->country[1] },
			.population = p.population,
			.admin1 = r->admin1,
			.admin2 = r->admin2,
			.radius_km = p.radius_km,
			.nalternate = p.nalternate,
		};
		if (sr_gaz_add(&m->w, &e) == SR_GAZ_NONE || !keep_id(m, i))
			return false;
	}
	return true;
}

static void copy_areas(struct import *m)
{
	for (uint32_t i = 0; i < m->base.header->narea; i++) {
		uint32_t place = m->base.area[2 * i];
		struct sr_str code =
			sr_gaz_text(&m->base, m->base.area[2 * i + 1]);
		if (place >= m->w.entries.nitem || code.n < 4)
			continue;
		m->w.entries.items[place].code = code;
		struct sr_str rest = code;
		struct sr_str country = sr_str_cut(&rest, '.');
		struct sr_str one = sr_str_cut(&rest, '.');
		area_slot(m, country, one, rest)->entry = place + 1;
	}
}

static void copy_keys(struct import *m)
{
	for (uint32_t k = 0; k < m->base.header->nkey; k++) {
		struct sr_gaz_found f = sr_gaz_entries(&m->base, k);
		for (size_t i = 0; i < f.n; i++) {
			uint32_t place = sr_gaz_index(f.entry[i]);
			if (place < m->w.entries.nitem)
				sr_gaz_add_hash(&m->w, place, m->base.hash[k],
						f.entry[i] & SR_GAZ_MAIN);
		}
	}
}

/* Rows */

static bool is_taken(const struct import *m, struct sr_str feature)
{
	char id[SR_GAZ_FEATURE];
	size_t n = feature.n < sizeof(id) ? feature.n : sizeof(id);

	for (size_t i = 0; i < n; i++)
		id[i] = feature.s[i] >= 'A' && feature.s[i] <= 'Z'
				? (char)(feature.s[i] + 32)
				: feature.s[i];
	uint32_t row =
		sr_kit_row(m->kit, SR_TABLE_CODES, (struct sr_str){ id, n });
	return row != SR_NONE &&
	       sr_kit_value(m->kit, SR_TABLE_CODES, row, SR_CODES_TAKE);
}

static struct sr_str keep(struct import *m, struct sr_str s)
{
	char *own = sr_arena_copy(&m->mem, s.s, s.n);

	m->w.failed = m->w.failed || !own;
	return (struct sr_str){ own, own ? s.n : 0 };
}

static bool is_feature(const struct sr_gaz_entry *e, const char *code)
{
	return sr_str_is(e->feature, code);
}

/* A built-in place that the row is, by its name and point: a town without an
 * id, or an area of the same name in the country. */
static uint32_t find_alike(struct import *m, const struct sr_gaz_row *row)
{
	struct sr_gaz_query q;
	bool area = row->class == 'A';

	sr_gaz_ask(&q, row->name);
	for (int tier = SR_GAZ_EXACT; tier <= SR_GAZ_K1; tier++) {
		struct sr_gaz_found f =
			sr_gaz_find(&m->base, &q, (enum sr_gaz_tier)tier);
		for (size_t i = 0; i < f.n; i++) {
			uint32_t k = sr_gaz_index(f.entry[i]);
			if (k >= sr_gaz_count(&m->base))
				continue;
			const struct sr_gaz_entry *e = &m->w.entries.items[k];
			double lat = e->at.lat - row->at.lat;
			double lon = e->at.lon - row->at.lon;
			bool near = lat < JOIN_LAT && lat > -JOIN_LAT &&
				    lon < JOIN_LON && lon > -JOIN_LON;
			bool same =
				area ? sr_str_equal(e->feature, row->feature)
				     : near && e->feature.n &&
						e->feature.s[0] == 'P';
			if (same && e->id < 0 && row->country.n == 2 &&
			    memcmp(e->country, row->country.s, 2) == 0)
				return k;
		}
	}
	return SR_GAZ_NONE;
}

/* The area that a row's code means; a code that is a name, as some dumps have
 * it, is looked up as one. */
static uint32_t find_area(struct import *m, const struct sr_gaz_row *row,
			  bool second)
{
	struct sr_str none = { NULL, 0 };
	struct sr_str code = second ? row->admin2 : row->admin1;

	if (!code.n)
		return SR_GAZ_NONE;
	struct area_slot *slot = area_slot(m, row->country, row->admin1,
					   second ? row->admin2 : none);
	if (slot->entry || second)
		return slot->entry ? slot->entry - 1 : SR_GAZ_NONE;
	struct sr_gaz_row named = *row;
	named.name = code;
	named.class = 'A';
	named.feature = SR_STR("ADM1");
	uint32_t found = find_alike(m, &named);
	if (found != SR_GAZ_NONE)
		slot->entry = found + 1;
	return found;
}

static void fill_entry(struct import *m, uint32_t entry,
		       const struct sr_gaz_row *row)
{
	struct sr_gaz_entry *e = &m->w.entries.items[entry];
	bool area = is_feature(e, "ADM1") || is_feature(e, "ADM2");

	/* The same id far away is a mistake of one of the two lists. */
	bool near = sr_geo_rough_km(e->at, row->at) < MOST_MOVE_KM;
	if (near && (!area || e->radius_km <= 0))
		e->at = row->at;
	e->id = row->id;
	if (row->population)
		e->population = row->population;
	/* A plain PPL takes nothing from what is known as a capital. */
	bool plainer = row->feature.n < e->feature.n &&
		       memcmp(row->feature.s, e->feature.s, row->feature.n) ==
			       0;
	if (row->feature.n && !area && !plainer)
		e->feature = keep(m, row->feature);
	sr_gaz_add_names(&m->w, entry, row);
}

static uint32_t add_entry(struct import *m, const struct sr_gaz_row *row)
{
	struct sr_gaz_entry e = sr_gaz_row_entry(row);

	e.name = keep(m, row->name);
	e.feature = keep(m, row->feature);
	uint32_t entry = sr_gaz_add(&m->w, &e);
	sr_gaz_add_names(&m->w, entry, row);
	return entry;
}

static void link_row(struct import *m, uint32_t entry,
		     const struct sr_gaz_row *row)
{
	uint32_t one = find_area(m, row, false), two = find_area(m, row, true);
	struct sr_gaz_entry *e = &m->w.entries.items[entry];

	if (sr_geo_rough_km(e->at, row->at) >= MOST_MOVE_KM)
		return;
	if (one != SR_GAZ_NONE && one != entry)
		e->admin1 = one;
	if (two != SR_GAZ_NONE && two != entry)
		e->admin2 = two;
}

static void note_area(struct import *m, uint32_t entry,
		      const struct sr_gaz_row *row)
{
	struct sr_str none = { NULL, 0 };
	bool first = sr_str_is(row->feature, "ADM1");

	if (!first && !sr_str_is(row->feature, "ADM2"))
		return;
	if (!row->admin1.n || (!first && !row->admin2.n))
		return;
	area_slot(m, row->country, row->admin1, first ? none : row->admin2)
		->entry = entry + 1;
}

static bool take_row(struct import *m, const struct sr_gaz_row *row)
{
	uint32_t entry = find_id(m, row->id);
	bool known = entry != SR_GAZ_NONE;

	if (!known && sr_gaz_count(&m->base)) {
		entry = find_alike(m, row);
		known = entry != SR_GAZ_NONE;
	}
	m->in->joined += known;
	m->in->added += !known;
	if (known)
		fill_entry(m, entry, row);
	else
		entry = add_entry(m, row);
	if (m->w.failed || entry == SR_GAZ_NONE || !keep_id(m, entry))
		return false;
	note_area(m, entry, row);
	if (!m->areas)
		link_row(m, entry, row);
	return true;
}

static void refuse(struct import *m, const char *why)
{
	if (!m->in->refused++)
		snprintf(m->in->first_refused, sizeof(m->in->first_refused),
			 "line %zu: %s", m->line, why);
}

static bool read_line(struct import *m, struct sr_str line)
{
	struct sr_gaz_row row;

	m->line++;
	if (!line.n || line.s[0] == '#')
		return true;
	const char *why = sr_gaz_row_read(line, &row);
	bool area = !why && row.class == 'A';
	if (m->areas) {
		if (!why && area && is_taken(m, row.feature))
			return take_row(m, &row);
		return true;
	}
	m->in->rows++;
	if (why) {
		refuse(m, why);
		return true;
	}
	if (area)
		return true;
	if (!is_taken(m, row.feature)) {
		m->in->left++;
		return true;
	}
	return take_row(m, &row);
}

/* Reads all lines of the dump. */
static enum sr_code read_dump(struct import *m, FILE *file, char *buffer)
{
	size_t have = 0, n;
	bool skipping = false; /* a line longer than the buffer */

	m->line = 0;
	while ((n = fread(buffer + have, 1, BUFFER - have, file)) > 0 || have) {
		struct sr_str rest = { buffer, have + n };
		bool last = n == 0;
		const char *end;
		while (rest.n &&
		       ((end = memchr(rest.s, '\n', rest.n)) || last)) {
			struct sr_str line = sr_str_cut(&rest, '\n');
			if (!skipping && !read_line(m, line))
				return sr_fail_nomem(m->err, m->in->dump);
			skipping = false;
		}
		have = rest.s ? rest.n : 0;
		if (have == BUFFER) {
			if (!skipping && !m->areas)
				refuse(m, "longer than a million bytes");
			skipping = true;
			have = 0;
		}
		if (have)
			memmove(buffer, rest.s, have);
		if (last)
			break;
	}
	if (ferror(file))
		return sr_fail(m->err, SR_IO, m->in->dump, "%s",
			       strerror(errno));
	return SR_OK;
}

static enum sr_code read_twice(struct import *m)
{
	FILE *file = fopen(m->in->dump, "rb");
	char *buffer = malloc(BUFFER);
	enum sr_code code = SR_OK;

	if (!file)
		code = sr_fail(m->err, SR_IO, m->in->dump, "%s",
			       strerror(errno));
	else if (!buffer)
		code = sr_fail_nomem(m->err, m->in->dump);
	for (int pass = 0; pass < 2 && !code; pass++) {
		m->areas = pass == 0;
		rewind(file);
		code = read_dump(m, file, buffer);
	}
	if (!code && m->in->added + m->in->joined == 0)
		code = sr_fail(m->err, SR_REFUSED, m->in->dump,
			       "no row of a GeoNames dump: expected 19 columns "
			       "with tabs between (%s)",
			       m->in->first_refused[0] ? m->in->first_refused
						       : "empty");
	free(buffer);
	if (file)
		fclose(file);
	return code;
}

/* Writing */

static enum sr_code write_out(struct import *m)
{
	struct sr_str bytes;

	enum sr_code code = sr_gaz_finish(
		&m->w,
		m->in->alone ? "GeoNames, CC BY 4.0 (a dump)"
			     : "GeoNames, CC BY 4.0 (built in, a dump)",
		&bytes, m->err);
	if (code)
		return code;
	code = sr_file_save(m->in->out, bytes, m->err);
	if (code)
		return code;
	m->in->bytes = bytes.n;
	for (size_t i = 0; i < m->w.entries.nitem; i++)
		m->in->places += !m->w.entries.items[i].dropped;
	return SR_OK;
}

static bool start(struct import *m)
{
	size_t n;
	const void *bytes = sr_kit_section(m->kit, "gaz", &n);

	m->area = calloc(AREA_SLOTS, sizeof(*m->area));
	if (!m->area || !grow_ids(m))
		return false;
	if (m->in->alone || !sr_gaz_open(&m->base, bytes, n)) {
		m->base.header = NULL;
		return true;
	}
	if (!copy_places(m))
		return false;
	copy_areas(m);
	copy_keys(m);
	return !m->w.failed;
}

enum sr_code sr_gaz_import(const struct sr_kit *kit, struct sr_gaz_import *in,
			   struct sr_err *err)
{
	struct import m = { .kit = kit, .in = in, .err = err };
	enum sr_code code = SR_OK;

	in->rows = in->refused = in->left = 0;
	in->added = in->joined = in->places = in->bytes = 0;
	in->first_refused[0] = '\0';
	sr_arena_init(&m.mem, SR_MAX_GAZETTEER);
	sr_gaz_writer_init(&m.w, &m.mem);
	if (!start(&m))
		code = sr_fail_nomem(err, "gazetteer");
	if (!code)
		code = read_twice(&m);
	if (!code)
		code = write_out(&m);
	sr_gaz_writer_release(&m.w);
	free(m.by_id);
	free(m.area);
	sr_arena_release(&m.mem);
	return code;
}
