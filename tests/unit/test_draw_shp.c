/* Shapefiles: one made here, and every cut and many damaged bytes of it. */
#include "draw/shp.h"

#include "lib/check.h"

static unsigned char shp[512], shx[256], dbf[512];
static size_t nshp, nshx, ndbf;

static void big(unsigned char *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> (24 - 8 * i));
}

static void little(unsigned char *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> (8 * i));
}

static void real(unsigned char *p, double v)
{
	uint64_t bits;

	memcpy(&bits, &v, 8);
	little(p, (uint32_t)bits);
	little(p + 4, (uint32_t)(bits >> 32));
}

/* A gap of 20 bytes, then a line of two parts, of 2 and of 3 points. */
static void make(void)
{
	static const double XY[] = { 1, 50, 2, 51, 30.5, -4.25, 31, -5, 32, 0 };
	unsigned char *p = shp + 128;
	uint32_t words = (44 + 2 * 4 + 5 * 16) / 2;

	big(shp, 9994);
	big(shx, 9994);
	big(shx + 100, 120 / 2);
	big(shx + 104, words);
	little(p, 3);
	little(p + 36, 2);
	little(p + 40, 5);
	little(p + 44, 0);
	little(p + 48, 2);
	for (size_t i = 0; i < 10; i++)
		real(p + 52 + 8 * i, XY[i]);
	nshp = 128 + 2 * words;
	nshx = 108;
	dbf[4] = 1; /* rows */
	dbf[8] = 97;
	dbf[10] = 16;
	memcpy(dbf + 32, "NAME", 4);
	dbf[32 + 16] = 10;
	memcpy(dbf + 64, "Rank", 4);
	dbf[64 + 16] = 5;
	dbf[96] = '\r';
	memcpy(dbf + 97, "  Oka       3.0 ", 16);
	ndbf = 97 + 16;
}

static struct sr_shp whole(void)
{
	return (struct sr_shp){ .shp = { (char *)shp, nshp },
				.shx = { (char *)shx, nshx },
				.dbf = { (char *)dbf, ndbf } };
}

/* Reads all there is; the sum only keeps it from being left out. */
static double walk(struct sr_shp s)
{
	struct sr_shp_shape shape;
	uint32_t from, to;
	double sum = 0, lon, lat;

	if (sr_shp_open(&s, "test", NULL))
		return 0;
	for (size_t i = 0; i < s.n + 2; i++) {
		sum += (double)sr_shp_text(&s, i, sr_shp_column(&s, "rank")).n;
		if (!sr_shp_get(&s, i, &shape))
			continue;
		for (uint32_t k = 0; k <= shape.npart; k++) {
			if (!sr_shp_part(&shape, k, &from, &to))
				continue;
			for (; from < to; from++) {
				sr_shp_point(&shape, from, &lon, &lat);
				sum += lon == lon ? 1 : 0;
			}
		}
	}
	return sum;
}

static void check_whole(void)
{
	struct sr_shp s = whole();
	struct sr_shp_shape shape;
	uint32_t from, to;
	double lon, lat;

	CHECK(sr_shp_open(&s, "test", NULL) == SR_OK);
	CHECK_INT(s.n, 1);
	CHECK(sr_shp_get(&s, 0, &shape));
	CHECK(!sr_shp_get(&s, 1, &shape));
	CHECK_INT(shape.npart, 2);
	CHECK(sr_shp_part(&shape, 1, &from, &to) && from == 2 && to == 5);
	CHECK(!sr_shp_part(&shape, 2, &from, &to));
	sr_shp_point(&shape, 2, &lon, &lat);
	CHECK(lon == 30.5 && lat == -4.25);
	CHECK_STR(sr_shp_text(&s, 0, sr_shp_column(&s, "name")), "Oka");
	CHECK_STR(sr_shp_text(&s, 0, sr_shp_column(&s, "RANK")), "3.0");
	CHECK(sr_shp_column(&s, "ran") == SIZE_MAX);
	CHECK_INT(sr_shp_text(&s, 0, SIZE_MAX).n, 0);
	CHECK_INT(sr_shp_text(&s, 1, 0).n, 0);
}

/* Under a sanitizer any read beyond a cut is seen: each copy ends where its
 * room does. */
static void check_damaged(void)
{
	static char cut[512];
	struct sr_shp s;
	struct sr_err err = { 0 };

	for (size_t n = 0; n < nshp; n++) {
		s = whole();
		char *at = cut + sizeof(cut) - n;
		memcpy(at, shp, n);
		s.shp = (struct sr_str){ at, n };
		if (n >= 100)
			CHECK(walk(s) < 8);
	}
	for (size_t n = 0; n < ndbf; n++) {
		s = whole();
		s.dbf.n = n;
		CHECK(walk(s) <= 8);
	}
	for (size_t i = 100; i < nshp; i++) {
		unsigned char was = shp[i];
		shp[i] = 0xff;
		walk(whole());
		shp[i] = was;
	}
	for (size_t i = 100; i < nshx; i++) {
		unsigned char was = shx[i];
		shx[i] = 0xff;
		CHECK(walk(whole()) <= 8);
		shx[i] = was;
	}
	s = whole();
	s.shp.n = 99;
	CHECK(sr_shp_open(&s, "test", &err) == SR_REFUSED);
	CHECK_STR(sr_str_of(err.where), "test");
}

int main(void)
{
	make();
	check_whole();
	check_damaged();
	return done();
}
