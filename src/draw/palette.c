/* See palette.h. Each side first gets what sides.tsv says, unless a side before
 * it has that very colour and shape; then each of the others in turn gets the
 * first colour that is least used, with the shape that is least used. A ledger
 * has 2 to 40 sides. */
#include "draw/palette.h"

#include <stdio.h>

#include "base/str.h"

#define MOST_HUES 32
static const struct sr_colour GREY = { 0x76, 0x76, 0x76 };
static const struct sr_colour PALE = { 0xA8, 0xA8, 0xA8 };

struct giving {
	const struct sr_kit *kit;
	uint32_t hue[MOST_HUES]; /* rows, in the order of giving */
	size_t nhue;
	uint32_t used[MOST_HUES][SR_SHAPES];
};

const char *sr_shape_name(enum sr_shape shape)
{
	static const char *const NAME[SR_SHAPES] = {
		"circle",   "square",  "triangle", "diamond", "down",
		"pentagon", "hexagon", "star",	   "cross",
	};
	return NAME[shape];
}

void sr_colour_text(struct sr_colour c, char out[SR_COLOUR_TEXT])
{
	snprintf(out, SR_COLOUR_TEXT, "#%02X%02X%02X", c.r, c.g, c.b);
}

static unsigned hex(char c)
{
	int digit = sr_hex_digit(c);

	return digit < 0 ? 0 : (unsigned)digit;
}

static struct sr_colour read_colour(struct sr_str s)
{
	struct sr_colour c = GREY;

	if (s.n == 6) {
		c.r = (uint8_t)(hex(s.s[0]) << 4 | hex(s.s[1]));
		c.g = (uint8_t)(hex(s.s[2]) << 4 | hex(s.s[3]));
		c.b = (uint8_t)(hex(s.s[4]) << 4 | hex(s.s[5]));
	}
	return c;
}

/* The rows of hues.tsv by their `order`. */
static void take_hues(struct giving *g)
{
	uint32_t n = (uint32_t)sr_kit_rows(g->kit, SR_TABLE_HUES);

	for (uint32_t row = 0; row < n && g->nhue < MOST_HUES; row++) {
		int32_t order = sr_kit_value(g->kit, SR_TABLE_HUES, row,
					     SR_HUES_ORDER);
		size_t at = g->nhue++;
		for (; at && sr_kit_value(g->kit, SR_TABLE_HUES,
					  g->hue[at - 1],
					  SR_HUES_ORDER) > order;
		     at--)
			g->hue[at] = g->hue[at - 1];
		g->hue[at] = row;
	}
}

static void give(struct giving *g, struct sr_paint *p, size_t hue,
		 size_t shape)
{
	uint32_t row = g->hue[hue];

	g->used[hue][shape]++;
	p->light = read_colour(
		sr_kit_text(g->kit, SR_TABLE_HUES, row, SR_HUES_LIGHT));
	p->dark = read_colour(
		sr_kit_text(g->kit, SR_TABLE_HUES, row, SR_HUES_DARK));
	p->shape = (enum sr_shape)shape;
}

/* What the table says, if nobody has it; false if it says nothing. */
static bool give_fixed(struct giving *g, struct sr_paint *p)
{
	uint32_t n = (uint32_t)sr_kit_rows(g->kit, SR_TABLE_SIDES);

	for (uint32_t row = 0; row < n; row++) {
		if (!sr_str_equal(p->side, sr_kit_text(g->kit, SR_TABLE_SIDES,
						       row, SR_SIDES_SIDE)))
			continue;
		int32_t of = sr_kit_value(g->kit, SR_TABLE_SIDES, row,
					  SR_SIDES_HUE);
		int32_t shape = sr_kit_value(g->kit, SR_TABLE_SIDES, row,
					     SR_SIDES_SHAPE);
		for (size_t h = 0; h < g->nhue; h++) {
			if (g->hue[h] != (uint32_t)of || shape < 0 ||
			    g->used[h][shape])
				continue;
			give(g, p, h, (size_t)shape);
			return true;
		}
	}
	return false;
}

/* How often a colour, and how often a shape, is in use. */
static uint32_t hue_uses(const struct giving *g, size_t hue)
{
	uint32_t n = 0;

	for (size_t s = 0; s < SR_SHAPES; s++)
		n += g->used[hue][s];
	return n;
}

static uint32_t shape_uses(const struct giving *g, size_t shape)
{
	uint32_t n = 0;

	for (size_t h = 0; h < g->nhue; h++)
		n += g->used[h][shape];
	return n;
}

/* The pair that is least used; of those the one whose colour is, of those the
 * one whose shape is, and the first of them. */
static void give_left(struct giving *g, struct sr_paint *p)
{
	size_t hue = 0, shape = 0;

	for (size_t h = 0; h < g->nhue; h++) {
		for (size_t s = 0; s < SR_SHAPES; s++) {
			uint32_t a[3] = { g->used[h][s], hue_uses(g, h),
					  shape_uses(g, s) };
			uint32_t b[3] = { g->used[hue][shape],
					  hue_uses(g, hue),
					  shape_uses(g, shape) };
			size_t k = 0;
			while (k < 2 && a[k] == b[k])
				k++;
			if (a[k] < b[k]) {
				hue = h;
				shape = s;
			}
		}
	}
	give(g, p, hue, shape);
}

enum sr_code sr_palette_make(const struct sr_kit *kit,
			     const struct sr_str *side, size_t n,
			     struct sr_arena *mem, struct sr_palette *out,
			     struct sr_err *err)
{
	struct giving g = { .kit = kit };
	bool *done = SR_NEW(mem, bool, n);

	*out = (struct sr_palette){ SR_NEW(mem, struct sr_paint, n), n };
	if (!done || !out->items)
		return sr_fail_nomem(err, "palette");
	if (kit)
		take_hues(&g);
	for (size_t i = 0; i < n; i++) {
		struct sr_paint *p = &out->items[i];
		*p = (struct sr_paint){
			.side = side[i],
			.name = sr_side_name(kit, side[i]),
			.light = GREY,
			.dark = PALE,
			.shape = (enum sr_shape)(i % SR_SHAPES),
		};
		done[i] = g.nhue && give_fixed(&g, p);
	}
	for (size_t i = 0; i < n && g.nhue; i++)
		if (!done[i])
			give_left(&g, &out->items[i]);
	return SR_OK;
}

struct sr_paint sr_paint_of(const struct sr_palette *p, struct sr_str side)
{
	for (size_t i = 0; side.n && i < p->nitem; i++)
		if (sr_str_equal(p->items[i].side, side))
			return p->items[i];
	return (struct sr_paint){ .side = side,
				  .name = side,
				  .light = GREY,
				  .dark = PALE,
				  .shape = SR_SHAPE_CIRCLE };
}

/* Is a row's id the side's code in small letters, spaces left out? */
static bool is_own_row(struct sr_str id, struct sr_str side)
{
	size_t n = 0;

	for (size_t i = 0; i < side.n; i++) {
		char c = side.s[i];
		if (c == ' ' || c == '-')
			continue;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (n == id.n || id.s[n++] != c)
			return false;
	}
	return n == id.n;
}

/* The name of the side's own row. */
static struct sr_str name_in(const struct sr_kit *kit, enum sr_table table,
			     unsigned of, unsigned name, struct sr_str side)
{
	for (uint32_t i = 0; i < sr_kit_rows(kit, table); i++)
		if (sr_str_equal(sr_kit_text(kit, table, i, of), side) &&
		    is_own_row(sr_kit_text(kit, table, i, 0), side))
			return sr_kit_text(kit, table, i, name);
	return (struct sr_str){ NULL, 0 };
}

/* The name of the only group of a side; of several, none is the side's. */
static struct sr_str only_group(const struct sr_kit *kit, struct sr_str side)
{
	struct sr_str found = { NULL, 0 };
	size_t n = 0;

	for (uint32_t i = 0; i < sr_kit_rows(kit, SR_TABLE_GROUPS); i++)
		if (sr_str_equal(sr_kit_text(kit, SR_TABLE_GROUPS, i,
					     SR_GROUPS_SIDE),
				 side)) {
			found = sr_kit_text(kit, SR_TABLE_GROUPS, i,
					    SR_GROUPS_NAME);
			n++;
		}
	return n == 1 ? found : (struct sr_str){ NULL, 0 };
}

/* A group that has a state's letters is the one that wars are about: IS. */
struct sr_str sr_side_name(const struct sr_kit *kit, struct sr_str side)
{
	struct sr_str name = { NULL, 0 };

	if (kit && side.n)
		name = name_in(kit, SR_TABLE_GROUPS, SR_GROUPS_SIDE,
			       SR_GROUPS_NAME, side);
	if (kit && side.n && !name.n)
		name = name_in(kit, SR_TABLE_STATES, SR_STATES_SIDE,
			       SR_STATES_NAME, side);
	if (kit && side.n && !name.n)
		name = name_in(kit, SR_TABLE_CALLED, SR_CALLED_SIDE,
			       SR_CALLED_NOUN, side);
	if (kit && side.n && !name.n)
		name = only_group(kit, side);
	return name.n ? name : side;
}
