/* The base map from Natural Earth's shapefiles: mapc OUT DIR
 * (DIR: /usr/share/magics/10m of Debian's libmagics++-data.)
 *
 * Each level of detail is the whole world again with fewer points. Areas that
 * are filled are cut at the lines of a grid into rings of one cell each, whose
 * sides have a point at every sixteenth, so that they stay together in any
 * projection; lines are cut into strips of at most 256 points. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "draw/basemap.h"
#include "draw/outline.h"
#include "draw/shp.h"

#define MOST_FILE ((size_t)64 << 20)
#define MOST_MEMORY ((size_t)4 << 30)
#define MOST_NAMES 4096
#define STEPS 16 /* of the side of a cell */

/* Degrees that a line may be off, and how often the world is halved into
 * cells. */
static const double TOLERANCE[SR_BASE_LEVELS] = { 0.001, 0.004, 0.016, 0.07,
						  0.28 };
static const int HALVINGS[SR_BASE_LEVELS] = { 6, 5, 4, 3, 2 };

struct line {
	struct sr_xy *p;
	size_t n;
	uint16_t rank, name;
};

struct lines {
	SR_LIST(struct line) items;
};

struct build {
	struct sr_arena mem;
	struct lines layer[SR_BASE_LAYERS];
	SR_LIST(struct sr_strip) strips;
	SR_LIST(struct sr_xy) points;
	struct sr_str name[MOST_NAMES];
	uint32_t nname, nline;
	struct sr_base_header head;
};

static _Noreturn void die(const char *where, const char *what)
{
	fprintf(stderr, "mapc: %s: %s\n", where, what);
	exit(1);
}

static void *full(void *p)
{
	if (!p)
		die("memory", "more than there is room for");
	return p;
}

/* Shapefiles */

static struct sr_str part_of(struct build *b, const char *dir, const char *name,
			     const char *end)
{
	struct sr_err err = { 0 };
	struct sr_str bytes;
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s%s", dir, name, end);
	if (sr_file_read(&b->mem, path, MOST_FILE, &bytes, &err))
		die(err.where, err.text);
	return bytes;
}

static struct sr_shp open_shp(struct build *b, const char *dir,
			      const char *name)
{
	struct sr_err err = { 0 };
	struct sr_shp s = { .shp = part_of(b, dir, name, ".shp"),
			    .shx = part_of(b, dir, name, ".shx"),
			    .dbf = part_of(b, dir, name, ".dbf") };

	if (sr_shp_open(&s, name, &err))
		die(err.where, err.text);
	struct sr_str version = part_of(b, dir, name, ".VERSION.txt");
	version = sr_str_trim(version);
	size_t n = strlen(b->head.source);
	snprintf(b->head.source + n, sizeof(b->head.source) - n, "%s%s %.*s",
		 n ? ", " : "Natural Earth: ", name + strlen("ne_10m_"),
		 (int)version.n, version.s);
	return s;
}

/* Does the last line of a layer end where the part begins? Natural Earth cuts
 * what is one line into many parts. */
static struct line *goes_on(struct lines *to, size_t first, const struct sr_xy *p)
{
	struct line *last = to->items.nitem > first
				    ? &to->items.items[to->items.nitem - 1]
				    : NULL;

	if (!last || last->p[last->n - 1].x != p->x ||
	    last->p[last->n - 1].y != p->y)
		return NULL;
	return last;
}

/* The parts of record i as lines of a layer; rings stay as they are. */
static void add_parts(struct build *b, const struct sr_shp *s, size_t i,
		      struct lines *to, struct line like)
{
	struct sr_shp_shape shape;
	uint32_t from, end;
	size_t first = to->items.nitem;
	bool rings = to == &b->layer[SR_BASE_LAND] ||
		     to == &b->layer[SR_BASE_WATER];

	if (!sr_shp_get(s, i, &shape))
		return;
	/* Room for the longest line that the parts may make. */
	struct sr_xy *p = full(SR_NEW(&b->mem, struct sr_xy, shape.npoint));
	for (uint32_t part = 0; part < shape.npart; part++) {
		if (!sr_shp_part(&shape, part, &from, &end) || end - from < 2)
			continue;
		size_t n = end - from;
		for (size_t k = 0; k < n; k++)
			sr_shp_point(&shape, from + (uint32_t)k, &p[k].x,
				     &p[k].y);
		struct line *l = rings ? NULL : goes_on(to, first, p);
		if (l) { /* the lines lie one behind the other */
			memmove(l->p + l->n, p + 1, (n - 1) * sizeof(*p));
			l->n += n - 1;
			p += n - 1;
			continue;
		}
		l = full(SR_PUSH(&b->mem, &to->items));
		*l = like;
		l->p = p;
		l->n = n;
		p += n;
	}
}

/* On the line where the maps of the world end: no shore. */
static bool at_seam(struct sr_xy a, struct sr_xy b)
{
	return (a.x <= -179.999 && b.x <= -179.999) ||
	       (a.x >= 179.999 && b.x >= 179.999) ||
	       (a.y <= -89.99 && b.y <= -89.99);
}

static void add_shore(struct build *b, const struct line *ring)
{
	size_t from = 0;

	for (size_t i = 1; i <= ring->n; i++) {
		if (i < ring->n && !at_seam(ring->p[i - 1], ring->p[i]))
			continue;
		if (i - from > 1) {
			struct line *l = full(SR_PUSH(
				&b->mem, &b->layer[SR_BASE_SHORE].items));
			*l = (struct line){ .p = ring->p + from,
					    .n = i - from };
		}
		from = i;
	}
}

static void add_areas(struct build *b, const char *dir)
{
	struct sr_shp land = open_shp(b, dir, "ne_10m_land");
	struct sr_shp sea = open_shp(b, dir, "ne_10m_ocean");
	size_t class = sr_shp_column(&sea, "featurecla");

	for (size_t i = 0; i < land.n; i++)
		add_parts(b, &land, i, &b->layer[SR_BASE_LAND],
			  (struct line){ 0 });
	/* The sea is where no land is; the rest are lakes and reservoirs. */
	for (size_t i = 0; i < sea.n; i++)
		if (!sr_str_is(sr_shp_text(&sea, i, class), "Ocean"))
			add_parts(b, &sea, i, &b->layer[SR_BASE_WATER],
				  (struct line){ 0 });
	for (int k = SR_BASE_LAND; k <= SR_BASE_WATER; k++)
		for (size_t i = 0; i < b->layer[k].items.nitem; i++)
			add_shore(b, &b->layer[k].items.items[i]);
}

static unsigned whole(struct sr_str s)
{
	unsigned n = 0;

	for (size_t i = 0; i < s.n && s.s[i] >= '0' && s.s[i] <= '9'; i++)
		n = n * 10 + (unsigned)(s.s[i] - '0');
	return n < 100 ? n : 100;
}

static void add_borders(struct build *b, const char *dir)
{
	struct sr_shp s =
		open_shp(b, dir, "ne_10m_admin_0_boundary_lines_land");
	size_t class = sr_shp_column(&s, "featurecla");
	size_t type = sr_shp_column(&s, "type");

	for (size_t i = 0; i < s.n; i++) {
		struct sr_str c = sr_shp_text(&s, i, class);
		bool plain = c.n >= 13 && !memcmp(c.s, "International", 13);
		bool real = plain || (c.n && (c.s[0] == 'D' || c.s[0] == 'I' ||
					      !memcmp(c.s, "Line of", 7)));
		if (!real || sr_str_is(sr_shp_text(&s, i, type),
				       "Water Indicator"))
			continue;
		add_parts(b, &s, i, &b->layer[SR_BASE_BORDER],
			  (struct line){ .rank = plain ? SR_BORDER_PLAIN
						       : SR_BORDER_DISPUTED });
	}
}

static void add_provinces(struct build *b, const char *dir)
{
	struct sr_shp s =
		open_shp(b, dir, "ne_10m_admin_1_states_provinces_lines");
	size_t class = sr_shp_column(&s, "featurecla");
	size_t rank = sr_shp_column(&s, "scalerank");

	for (size_t i = 0; i < s.n; i++) {
		struct sr_str c = sr_shp_text(&s, i, class);
		if (sr_str_is(c, "Admin-1 boundary") ||
		    sr_str_is(c, "Admin-1 region boundary"))
			add_parts(b, &s, i, &b->layer[SR_BASE_PROVINCE],
				  (struct line){
					  .rank = (uint16_t)whole(sr_shp_text(
						  &s, i, rank)) });
	}
}

/* The index of a name; names in brackets behind it are left out. */
static uint16_t name_of(struct build *b, struct sr_str name)
{
	struct sr_str rest = name;

	name = sr_str_trim(sr_str_cut(&rest, '('));
	if (!name.n || name.n > 200)
		return 0;
	for (uint32_t i = 1; i < b->nname; i++)
		if (sr_str_equal(b->name[i], name))
			return (uint16_t)i;
	if (b->nname == MOST_NAMES)
		die("rivers", "more names than there is room for");
	b->name[b->nname] = name;
	return (uint16_t)b->nname++;
}

static void add_rivers(struct build *b, const char *dir)
{
	struct sr_shp s = open_shp(b, dir, "ne_10m_rivers_lake_centerlines");
	size_t class = sr_shp_column(&s, "featurecla");
	size_t rank = sr_shp_column(&s, "scalerank");
	size_t name = sr_shp_column(&s, "name");

	for (size_t i = 0; i < s.n; i++) {
		if (!sr_str_is(sr_shp_text(&s, i, class), "River"))
			continue;
		add_parts(b, &s, i, &b->layer[SR_BASE_RIVER],
			  (struct line){
				  .rank = (uint16_t)whole(
					  sr_shp_text(&s, i, rank)),
				  .name = name_of(
					  b, sr_shp_text(&s, i, name)) });
	}
}

/* Strips */

static int32_t fine(double degrees)
{
	double v = degrees * SR_BASE_DEGREE;

	return (int32_t)(v < 0 ? v - 0.5 : v + 0.5);
}

static void add_strip(struct build *b, const struct sr_xy *p, size_t n,
		      const struct line *like)
{
	struct sr_strip *s = full(SR_PUSH(&b->mem, &b->strips));
	struct sr_box box = { p[0].x, p[0].y, p[0].x, p[0].y };

	for (size_t i = 0; i < n; i++) {
		*(struct sr_xy *)full(SR_PUSH(&b->mem, &b->points)) = p[i];
		box.x0 = p[i].x < box.x0 ? p[i].x : box.x0;
		box.x1 = p[i].x > box.x1 ? p[i].x : box.x1;
		box.y0 = p[i].y < box.y0 ? p[i].y : box.y0;
		box.y1 = p[i].y > box.y1 ? p[i].y : box.y1;
	}
	*s = (struct sr_strip){
		.west = fine(box.x0),
		.south = fine(box.y0),
		.east = fine(box.x1),
		.north = fine(box.y1),
		.point = (uint32_t)(b->points.nitem - n),
		.npoint = (uint32_t)n,
		.line = b->nline,
		.rank = like->rank,
		.name = like->name,
	};
}

/* Too small to be seen at that level? */
static bool is_speck(const struct line *l, double tolerance)
{
	struct sr_box box = { l->p[0].x, l->p[0].y, l->p[0].x, l->p[0].y };

	for (size_t i = 1; i < l->n; i++) {
		struct sr_xy p = l->p[i];
		box.x0 = p.x < box.x0 ? p.x : box.x0;
		box.x1 = p.x > box.x1 ? p.x : box.x1;
		box.y0 = p.y < box.y0 ? p.y : box.y0;
		box.y1 = p.y > box.y1 ? p.y : box.y1;
	}
	return box.x1 - box.x0 < tolerance && box.y1 - box.y0 < tolerance;
}

static void add_line(struct build *b, const struct line *l)
{
	b->nline++;
	for (size_t i = 0; i + 1 < l->n; i += SR_BASE_STRIP - 1) {
		size_t n = l->n - i;
		add_strip(b, l->p + i, n < SR_BASE_STRIP ? n : SR_BASE_STRIP,
			  l);
	}
}

/* A ring of one cell, with the points on its sides. */
static void add_ring(struct build *b, const struct sr_outline *ring,
		     const struct sr_box *cell, struct sr_arena *mem)
{
	struct sr_outline out = { .items = { 0 } };
	double step = (cell->x1 - cell->x0) / STEPS;
	size_t n = ring->items.nitem;

	for (size_t i = 0; i < n; i++) {
		struct sr_xy a = ring->items.items[i];
		struct sr_xy z = ring->items.items[i + 1 < n ? i + 1 : 0];
		bool up = a.x == z.x && (a.x == cell->x0 || a.x == cell->x1);
		bool on = a.y == z.y && (a.y == cell->y0 || a.y == cell->y1);
		*(struct sr_xy *)full(SR_PUSH(mem, &out.items)) = a;
		for (int k = 1; k < STEPS && (up || on); k++) {
			double from = up ? a.y : a.x, to = up ? z.y : z.x;
			int at = from < to ? k : STEPS - k;
			double v = (up ? cell->y0 : cell->x0) + at * step;
			if (v <= (from < to ? from : to) ||
			    v >= (from < to ? to : from))
				continue;
			*(struct sr_xy *)full(SR_PUSH(mem, &out.items)) =
				up ? (struct sr_xy){ a.x, v }
				   : (struct sr_xy){ v, a.y };
		}
	}
	b->nline++;
	add_strip(b, out.items.items, out.items.nitem, &(struct line){ 0 });
}

/* What of a ring is in the box, which is halved in both ways until it is a
 * cell. */
static void cut(struct build *b, const struct sr_xy *p, size_t n,
		struct sr_box box, int halvings)
{
	struct sr_outline in = { .items = { 0 } }, spare = { .items = { 0 } };
	struct sr_arena mem;

	sr_arena_init(&mem, MOST_MEMORY);
	if (!sr_clip_ring(p, n, &box, &mem, &in, &spare))
		die("memory", "more than there is room for");
	if (in.items.nitem > 2 && !halvings)
		add_ring(b, &in, &box, &mem);
	for (int k = 0; k < 4 && in.items.nitem > 2 && halvings; k++) {
		double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
		struct sr_box part = { k & 1 ? x : box.x0, k & 2 ? y : box.y0,
				       k & 1 ? box.x1 : x, k & 2 ? box.y1 : y };
		cut(b, in.items.items, in.items.nitem, part, halvings - 1);
	}
	sr_arena_release(&mem);
}

static void add_level(struct build *b, unsigned level)
{
	static const struct sr_box HALF[2] = { { -180, -90, 0, 90 },
					       { 0, -90, 180, 90 } };
	double tolerance = TOLERANCE[level];

	b->head.tolerance[level] = tolerance;
	for (unsigned k = 0; k < SR_BASE_LAYERS; k++) {
		b->head.first[level][k] = (uint32_t)b->strips.nitem;
		for (size_t i = 0; i < b->layer[k].items.nitem; i++) {
			struct line *l = &b->layer[k].items.items[i];
			struct sr_arena mem;
			if (level && is_speck(l, tolerance))
				continue;
			sr_arena_init(&mem, MOST_MEMORY);
			struct line thin = *l;
			thin.p = full(sr_arena_raw(&mem, l->n, sizeof(*l->p)));
			memcpy(thin.p, l->p, l->n * sizeof(*l->p));
			thin.n = sr_thin(thin.p, l->n, tolerance, &mem);
			if (k == SR_BASE_LAND || k == SR_BASE_WATER) {
				for (int h = 0; h < 2 && thin.n > 3; h++)
					cut(b, thin.p, thin.n, HALF[h],
					    HALVINGS[level] - 1);
			} else {
				add_line(b, &thin);
			}
			sr_arena_release(&mem);
		}
		b->head.n[level][k] =
			(uint32_t)b->strips.nitem - b->head.first[level][k];
	}
}

/* The file */

static void put(FILE *f, const void *p, size_t n)
{
	if (n && fwrite(p, 1, n, f) != n)
		die("writing", "the disk is full or gone");
}

static void write_names(struct build *b, FILE *f)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < b->nname; i++) {
		put(f, &at, 4);
		at += 1 + (uint32_t)b->name[i].n;
	}
	for (uint32_t i = 0; i < b->nname; i++) {
		unsigned char n = (unsigned char)b->name[i].n;
		put(f, &n, 1);
		put(f, b->name[i].s, n);
	}
}

static void write_all(struct build *b, const char *path)
{
	FILE *f = fopen(path, "wb");

	if (!f)
		die(path, "can't be written");
	b->head.magic = SR_BASE_MAGIC;
	b->head.version = SR_BASE_VERSION;
	b->head.nstrip = (uint32_t)b->strips.nitem;
	b->head.npoint = (uint32_t)b->points.nitem;
	b->head.nname = b->nname;
	for (uint32_t i = 0; i < b->nname; i++)
		b->head.name_size += 1 + (uint32_t)b->name[i].n;
	put(f, &b->head, sizeof(b->head));
	put(f, b->strips.items, b->strips.nitem * sizeof(struct sr_strip));
	for (size_t i = 0; i < b->points.nitem; i++) {
		int32_t p[2] = { fine(b->points.items[i].x),
				 fine(b->points.items[i].y) };
		put(f, p, sizeof(p));
	}
	write_names(b, f);
	if (fclose(f))
		die(path, "the disk is full or gone");
}

int main(int argc, char **argv)
{
	static struct build b;

	if (argc != 3) {
		fprintf(stderr, "usage: mapc OUT DIR\n");
		return 2;
	}
	sr_arena_init(&b.mem, MOST_MEMORY);
	b.nname = 1; /* 0: none */
	add_areas(&b, argv[2]);
	add_borders(&b, argv[2]);
	add_provinces(&b, argv[2]);
	add_rivers(&b, argv[2]);
	for (unsigned level = 0; level < SR_BASE_LEVELS; level++)
		add_level(&b, level);
	write_all(&b, argv[1]);
	sr_arena_release(&b.mem);
	return 0;
}
