/* See shp.h. The head of .shp and .shx has 100 bytes, a record of the .shx 8:
 * offset and length of one of the .shp, in words of 16 bits, big-endian; all
 * within a record is little-endian. */
#include "draw/shp.h"

#include <string.h>

#define HEAD 100
#define FILE_CODE 9994
#define DBF_HEAD 32
#define DBF_FIELD 32

static uint32_t big(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

static uint32_t little(const unsigned char *p)
{
	return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[1] << 8 | p[0];
}

static const unsigned char *bytes_of(struct sr_str s)
{
	return (const unsigned char *)s.s;
}

static double real(const unsigned char *p)
{
	uint64_t bits = (uint64_t)little(p + 4) << 32 | little(p);
	double v;

	memcpy(&v, &bits, sizeof(v));
	return v;
}

static bool is_shape_file(struct sr_str s)
{
	return s.n >= HEAD && big(bytes_of(s)) == FILE_CODE;
}

/* The attributes are a help: without them the shapes stand. */
static void open_dbf(struct sr_shp *s)
{
	const unsigned char *p = bytes_of(s->dbf);

	s->nrow = s->head = s->row = 0;
	if (s->dbf.n < DBF_HEAD)
		return;
	size_t head = (size_t)p[8] | (size_t)p[9] << 8;
	size_t row = (size_t)p[10] | (size_t)p[11] << 8;
	if (head < DBF_HEAD || head > s->dbf.n || !row)
		return;
	size_t fit = (s->dbf.n - head) / row;
	s->nrow = little(p + 4) < fit ? little(p + 4) : fit;
	s->head = head;
	s->row = row;
}

enum sr_code sr_shp_open(struct sr_shp *s, const char *where,
			 struct sr_err *err)
{
	if (!is_shape_file(s->shp) || !is_shape_file(s->shx))
		return sr_fail(err, SR_REFUSED, where,
			       "expected a shapefile: its first bytes are no "
			       "9994");
	s->n = (s->shx.n - HEAD) / 8;
	open_dbf(s);
	return SR_OK;
}

/* 3 a line, 5 a polygon; 10 and 20 more: with heights, with measures, which
 * stand behind what is read here. */
static bool is_read(uint32_t type)
{
	return type == 3 || type == 5 || type == 13 || type == 15 ||
	       type == 23 || type == 25;
}

bool sr_shp_get(const struct sr_shp *s, size_t i, struct sr_shp_shape *out)
{
	if (i >= s->n)
		return false;
	const unsigned char *entry = bytes_of(s->shx) + HEAD + 8 * i;
	uint64_t at = (uint64_t)big(entry) * 2 + 8;
	uint64_t n = (uint64_t)big(entry + 4) * 2;

	if (at > s->shp.n || n > s->shp.n - at || n < 44)
		return false;
	const unsigned char *p = bytes_of(s->shp) + at;
	uint32_t npart = little(p + 36), npoint = little(p + 40);
	if (!is_read(little(p)) ||
	    44 + (uint64_t)npart * 4 + (uint64_t)npoint * 16 > n)
		return false;
	*out = (struct sr_shp_shape){
		.npart = npart,
		.npoint = npoint,
		.part = p + 44,
		.point = p + 44 + (size_t)npart * 4,
	};
	return true;
}

bool sr_shp_part(const struct sr_shp_shape *shape, uint32_t part,
		 uint32_t *from, uint32_t *to)
{
	if (part >= shape->npart)
		return false;
	*from = little(shape->part + (size_t)part * 4);
	*to = part + 1 < shape->npart
		      ? little(shape->part + (size_t)(part + 1) * 4)
		      : shape->npoint;
	return *from <= *to && *to <= shape->npoint;
}

void sr_shp_point(const struct sr_shp_shape *shape, uint32_t i, double *lon,
		  double *lat)
{
	*lon = real(shape->point + (size_t)i * 16);
	*lat = real(shape->point + (size_t)i * 16 + 8);
}

/* The i-th field of the head; NULL behind the last. */
static const unsigned char *field(const struct sr_shp *s, size_t i)
{
	size_t at = DBF_HEAD + i * DBF_FIELD;

	if (at + DBF_FIELD > s->head || s->dbf.s[at] == '\r')
		return NULL;
	return bytes_of(s->dbf) + at;
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

size_t sr_shp_column(const struct sr_shp *s, const char *name)
{
	const unsigned char *f;

	for (size_t i = 0; (f = field(s, i)) != NULL; i++) {
		size_t k = 0;
		while (k < 11 && f[k] && small((char)f[k]) == small(name[k]))
			k++;
		if ((k == 11 || !f[k]) && !name[k])
			return i;
	}
	return SIZE_MAX;
}

struct sr_str sr_shp_text(const struct sr_shp *s, size_t i, size_t column)
{
	size_t at = 1; /* behind the mark of deletion */
	const unsigned char *f = NULL;

	if (i >= s->nrow || column == SIZE_MAX)
		return (struct sr_str){ NULL, 0 };
	for (size_t k = 0; k <= column; k++) {
		if (f)
			at += f[16];
		f = field(s, k);
		if (!f)
			return (struct sr_str){ NULL, 0 };
	}
	if (at + f[16] > s->row)
		return (struct sr_str){ NULL, 0 };
	struct sr_str cell = { s->dbf.s + s->head + i * s->row + at, f[16] };
	const char *nul = memchr(cell.s, 0, cell.n);
	if (nul)
		cell.n = (size_t)(nul - cell.s);
	return sr_str_trim(cell);
}
