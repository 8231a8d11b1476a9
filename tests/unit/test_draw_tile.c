/* The base map's file and the tiles drawn from it; towns of a box. */
#include "draw/tile.h"

#include "draw/towns.h"
#include "lib/base.h"
#include "lib/check.h"
#include "lib/kit.h"

static struct sr_arena mem;

static struct sr_str draw(const struct sr_base *base, struct sr_tile t)
{
	struct sr_str png = { NULL, 0 };

	CHECK(sr_tile_png(base, &t, &mem, &png, NULL) == SR_OK);
	CHECK(png.n > 50 && !memcmp(png.s, "\x89PNG", 4));
	return png;
}

static void check_tiles(const struct sr_base *base)
{
	struct sr_tile kyiv = { 6, 37, 21, false, 256 }, dark = kyiv,
		       fine = kyiv, none = kyiv;
	struct sr_err err = { 0 };
	struct sr_str png = draw(base, kyiv);

	CHECK(sr_str_equal(png, draw(base, kyiv)));
	dark.dark = true;
	CHECK(!sr_str_equal(png, draw(base, dark)));
	fine.size = 512;
	CHECK(draw(base, fine).n > png.n);
	none.x = 64;
	CHECK(sr_tile_png(base, &none, &mem, &png, &err) == SR_USAGE);
	CHECK_STR(sr_str_of(err.text),
		  "6/64/21 of 256 pixels: there is none");
	none = (struct sr_tile){ 19, 0, 0, false, 256 };
	CHECK(sr_tile_png(base, &none, &mem, &png, NULL) == SR_USAGE);
	none = (struct sr_tile){ 1, 0, 0, false, 300 };
	CHECK(sr_tile_png(base, &none, &mem, &png, NULL) == SR_USAGE);
	/* Deep in the sea and deep inland nothing is drawn. */
	struct sr_tile sea = { 12, 1400, 1500, false, 256 };
	CHECK(draw(base, sea).n < 1200);
	draw(base, (struct sr_tile){ 0, 0, 0, false, 256 });
	draw(base, (struct sr_tile){ 18, 155000, 88000, false, 256 });
}

/* A file that is cut, or whose counts are wrong, is refused. */
static void check_file(const struct sr_base *base)
{
	static const size_t CUT[] = { 0, 7, 100, 600, 100000 };
	struct sr_base other;
	struct sr_err err;
	struct sr_base_header *h;

	for (size_t i = 0; i < sizeof(CUT) / sizeof(*CUT); i++) {
		struct sr_str part = { base->bytes.s, CUT[i] };
		err = (struct sr_err){ 0 };
		CHECK(sr_base_read(&other, part, "m", &err) == SR_REFUSED);
	}
	size_t n = base->bytes.n;
	h = sr_arena_raw(&mem, n, 1);
	memcpy(h, base->bytes.s, n);
	struct sr_str copy = { (const char *)h, n };
	CHECK(sr_base_read(&other, copy, "m", NULL) == SR_OK);
	h->first[0][0] = h->nstrip;
	CHECK(sr_base_read(&other, copy, "m", NULL) == SR_REFUSED);
	h->first[0][0] = 0;
	struct sr_strip *strip = (struct sr_strip *)(h + 1);
	strip[5].npoint = UINT32_MAX;
	CHECK(sr_base_read(&other, copy, "m", NULL) == SR_REFUSED);
	CHECK(strstr(base->header->source, "Natural Earth"));
	CHECK_INT(sr_base_name(base, 0).n, 0);
	CHECK(sr_base_name(base, 1).n > 0);
}

static void check_towns(void)
{
	struct sr_kit *kit = test_kit();
	struct sr_gaz gaz;
	struct sr_box ua = { 22, 44, 40, 52 }, pacific = { 170, -60, 200, 60 };
	size_t n = 0, size;
	const void *bytes = sr_kit_section(kit, "gaz", &size);

	CHECK(sr_gaz_open(&gaz, bytes, size));
	struct sr_town *t = sr_towns(&gaz, &ua, false, 10, &mem, &n);
	CHECK_INT(n, 10);
	CHECK_STR(t[0].name, "Kyiv");
	CHECK(t[0].kind == SR_CAPITAL);
	for (size_t i = 0; i < n; i++)
		CHECK(sr_box_has(&ua, (struct sr_xy){ t[i].at.lon,
						      t[i].at.lat }));
	t = sr_towns(&gaz, &pacific, false, 50, &mem, &n);
	bool beyond = false;
	for (size_t i = 0; i < n; i++)
		beyond = beyond || t[i].at.lon > 180;
	CHECK(n == 50 && beyond);
	t = sr_towns(&gaz, &ua, true, 200, &mem, &n);
	CHECK(n > 24 && n < 200 && t[0].kind == SR_PROVINCE);
	struct sr_town *town = sr_towns(&gaz, &ua, false, 1, &mem, &n);
	CHECK(sr_is_town(&gaz, town->at, town->id));
	CHECK(!sr_is_town(&gaz, town->at, town->id + 1));
	CHECK(!sr_is_town(&gaz, t[0].at, t[0].id));
	sr_towns(&gaz, &ua, false, 0, &mem, &n);
	CHECK_INT(n, 0);
	sr_kit_close(kit);
}

int main(void)
{
	struct sr_base base;

	if (!test_base(&base))
		return 0;
	sr_arena_init(&mem, (size_t)1 << 30);
	check_tiles(&base);
	check_file(&base);
	check_towns();
	sr_arena_release(&mem);
	sr_base_close(&base);
	return done();
}
