/* Colours and shapes of sides: fixed ones, those given, and what the tables
 * promise of them. */
#include "draw/palette.h"

#include "lib/check.h"
#include "lib/kit.h"

#define MOST 200

static struct sr_arena mem;

static struct sr_palette make(const struct sr_kit *kit, const char *const *code,
			      size_t n)
{
	struct sr_str side[MOST];
	struct sr_palette p;

	for (size_t i = 0; i < n; i++)
		side[i] = sr_str_of(code[i]);
	CHECK(sr_palette_make(kit, side, n, &mem, &p, NULL) == SR_OK);
	return p;
}

static bool same_colour(struct sr_colour a, struct sr_colour b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

static bool same(const struct sr_paint *a, const struct sr_paint *b)
{
	return same_colour(a->light, b->light) && a->shape == b->shape;
}

/* Two sides that are drawn alike; their number. */
static size_t count_alike(const struct sr_palette *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->nitem; i++)
		for (size_t k = 0; k < i; k++)
			n += same(&p->items[i], &p->items[k]);
	return n;
}

static void check_fixed(const struct sr_kit *kit)
{
	static const char *const ONE[] = { "UA", "RU" };
	static const char *const TWO[] = { "XQ", "RU", "MOON MEN", "UA", "" };
	struct sr_palette a = make(kit, ONE, 2), b = make(kit, TWO, 4);
	char text[SR_COLOUR_TEXT];

	CHECK(same(&a.items[0], &b.items[3]));
	CHECK(same(&a.items[1], &b.items[1]));
	CHECK_INT(count_alike(&b), 0);
	CHECK_STR(a.items[0].name, "Ukraine");
	CHECK_STR(a.items[1].name, "Russia");
	CHECK_STR(b.items[2].name, "MOON MEN");
	CHECK_STR(sr_side_name(kit, SR_STR("IS")), "Islamic State");
	CHECK_STR(sr_side_name(kit, SR_STR("SYO")), "the Syrian opposition");
	sr_colour_text(a.items[0].light, text);
	CHECK_STR(sr_str_of(text), "#0069A8");
	CHECK_STR(sr_str_of(sr_shape_name(a.items[1].shape)), "square");
	struct sr_paint none = sr_paint_of(&a, SR_STR("FR"));
	CHECK(!same(&none, &a.items[0]) && !same(&none, &a.items[1]));
	CHECK_STR(none.name, "FR");
	CHECK(same_colour(sr_paint_of(&a, SR_STR("")).light, none.light));
}

/* A hundred sides that no table names: all different. */
static void check_many(const struct sr_kit *kit)
{
	static char name[MOST][8];
	const char *code[MOST];

	for (size_t i = 0; i < MOST; i++) {
		snprintf(name[i], sizeof(name[i]), "Z%zu", i);
		code[i] = name[i];
	}
	struct sr_palette p = make(kit, code, 100);
	CHECK_INT(count_alike(&p), 0);
	p = make(kit, code, 9);
	for (size_t i = 0; i < 9; i++)
		for (size_t k = 0; k < i; k++)
			CHECK(!same_colour(p.items[i].light,
					   p.items[k].light) &&
			      p.items[i].shape != p.items[k].shape);
	p = make(kit, code, MOST);
	CHECK_INT(p.nitem, MOST);
	p = make(NULL, code, 3);
	CHECK(p.items[0].shape != p.items[1].shape);
	CHECK_STR(p.items[2].name, "Z2");
}

static size_t split(struct sr_str list, struct sr_str *out)
{
	size_t n = 0;

	while (list.s && list.n)
		out[n++] = sr_str_cut(&list, '|');
	return n;
}

/* In every war of the tables no two sides are drawn alike, and who is at home
 * differs from each foe in colour and in shape. */
static void check_wars(const struct sr_kit *kit)
{
	for (uint32_t row = 0; row < sr_kit_rows(kit, SR_TABLE_CONFLICTS);
	     row++) {
		struct sr_str side[MOST];
		struct sr_palette p;
		size_t home = split(sr_kit_text(kit, SR_TABLE_CONFLICTS, row,
						SR_CONFLICTS_HOME),
				    side);
		size_t n = home + split(sr_kit_text(kit, SR_TABLE_CONFLICTS,
						    row, SR_CONFLICTS_FOES),
					side + home);
		bool apart = true;
		CHECK(!sr_palette_make(kit, side, n, &mem, &p, NULL));
		for (size_t i = home; i < n; i++)
			apart = apart &&
				p.items[i].shape != p.items[0].shape &&
				!same_colour(p.items[i].light,
					     p.items[0].light) &&
				!same_colour(p.items[i].dark, p.items[0].dark);
		check_line(apart && !count_alike(&p), __FILE__, __LINE__,
			   sr_kit_text(kit, SR_TABLE_CONFLICTS, row, 0).s);
	}
}

static int distance(struct sr_colour a, struct sr_colour b)
{
	int r = a.r - b.r, g = a.g - b.g, blue = a.b - b.b;

	return r * r + g * g + blue * blue;
}

/* The twelve are hex, and no two of them are near each other. */
static void check_hues(const struct sr_kit *kit)
{
	const char *code[MOST] = { NULL };
	static char name[MOST][8];

	size_t n = sr_kit_rows(kit, SR_TABLE_HUES);
	for (size_t i = 0; i < n; i++) {
		struct sr_str hex = sr_kit_text(kit, SR_TABLE_HUES, (uint32_t)i,
						SR_HUES_LIGHT);
		CHECK(hex.n == 6 &&
		      strspn(hex.s, "0123456789ABCDEF") == 6);
		snprintf(name[i], sizeof(name[i]), "Z%zu", i);
		code[i] = name[i];
	}
	struct sr_palette p = make(kit, code, n);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct sr_paint *a = &p.items[i],
					      *b = &p.items[k];
			CHECK(distance(a->light, b->light) > 40 * 40);
			CHECK(distance(a->dark, b->dark) > 40 * 40);
		}
	}
}

int main(void)
{
	struct sr_kit *kit = test_kit();

	sr_arena_init(&mem, 1 << 20);
	check_fixed(kit);
	check_many(kit);
	check_wars(kit);
	check_hues(kit);
	sr_arena_release(&mem);
	sr_kit_close(kit);
	return done();
}
