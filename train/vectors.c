#include "vectors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/net.h"
#include "data.h"

#define FULL 100     /* numbers of a vector in the package */
#define SAMPLE 20000 /* words that the directions are worked out from */
#define SPREAD 0.4   /* standard deviation of the widest, of 1 */

static void fail(const char *why)
{
	fprintf(stderr, "word vectors: %s\n", why);
	exit(1);
}

/* The string after the quote at p, its end in *end. Escapes are kept: only
 * quotes and backslashes are escaped, in words that hold nothing else. */
static struct sr_str string_at(const char *p, const char **end)
{
	const char *q = p + 1;

	while (*q && *q != '"')
		q += *q == '\\' ? 2 : 1;
	*end = *q ? q + 1 : q;
	struct sr_str s = { p + 1, (size_t)(q - p - 1) };
	if (s.n == 2 && s.s[0] == '\\') {
		s.s++;
		s.n--;
	}
	return s;
}

static size_t read_all(struct vectors *v, float *full, size_t most)
{
	const char *p = strstr(v->bytes, "\"vectors\":{");
	size_t n = 0;

	if (!p)
		fail("no vectors in the file");
	p += strlen("\"vectors\":{");
	while (n < most && *p == '"') {
		v->word[n] = string_at(p, &p);
		if (p[0] != ':' || p[1] != '[')
			fail("a word without its numbers");
		p += 2;
		for (int i = 0; i < FULL; i++) {
			char *end;
			full[n * FULL + (size_t)i] = strtof(p, &end);
			p = end + 1;
		}
		p = strchr(p, ']');
		if (!p)
			fail("a vector without an end");
		p++;
		if (*p == ',')
			p++;
		n++;
	}
	return n;
}

/* Eigenvectors of the symmetric matrix a by Jacobi's rotations; a keeps the
 * eigenvalues on its diagonal, column k of u is the k-th vector. */
static void jacobi(double a[FULL][FULL], double u[FULL][FULL])
{
	memset(u, 0, sizeof(double[FULL][FULL]));
	for (int i = 0; i < FULL; i++)
		u[i][i] = 1;
	for (int sweep = 0; sweep < 30; sweep++)
		for (int p = 0; p < FULL; p++)
			for (int q = p + 1; q < FULL; q++) {
				if (fabs(a[p][q]) < 1e-12)
					continue;
				double h = (a[q][q] - a[p][p]) / (2 * a[p][q]);
				double t = (h < 0 ? -1 : 1) /
					   (fabs(h) + sqrt(h * h + 1));
				double c = 1 / sqrt(t * t + 1), s = t * c;
				for (int k = 0; k < FULL; k++) {
					double x = a[k][p], y = a[k][q];
					a[k][p] = c * x - s * y;
					a[k][q] = s * x + c * y;
				}
				for (int k = 0; k < FULL; k++) {
					double x = a[p][k], y = a[q][k];
					a[p][k] = c * x - s * y;
					a[q][k] = s * x + c * y;
				}
				for (int k = 0; k < FULL; k++) {
					double x = u[k][p], y = u[k][q];
					u[k][p] = c * x - s * y;
					u[k][q] = s * x + c * y;
				}
			}
}

struct directions {
	double mean[FULL];
	double a[FULL][FULL], u[FULL][FULL];
	int order[FULL]; /* widest first */
};

static void find_directions(struct directions *d, const float *full, size_t n)
{
	memset(d, 0, sizeof(*d));
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < FULL; k++)
			d->mean[k] += full[i * FULL + (size_t)k] / (double)n;
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < FULL; k++) {
			double x = full[i * FULL + (size_t)k] - d->mean[k];
			for (int j = 0; j < FULL; j++)
				d->a[k][j] += x *
					      (full[i * FULL + (size_t)j] -
					       d->mean[j]) /
					      (double)n;
		}
	jacobi(d->a, d->u);
	for (int k = 0; k < FULL; k++)
		d->order[k] = k;
	for (int i = 1; i < FULL; i++)
		for (int j = i; j > 0; j--) {
			int x = d->order[j], y = d->order[j - 1];
			if (d->a[x][x] <= d->a[y][y])
				break;
			d->order[j] = y;
			d->order[j - 1] = x;
		}
}

void vectors_read(struct vectors *v, const char *path, size_t most,
		  size_t width)
{
	size_t n;
	static struct directions d; /* 160 kB: too large for the stack */

	v->bytes = file_read(path, &n);
	v->word = grown(NULL, most, sizeof(*v->word));
	float *full = grown(NULL, most * FULL, sizeof(float));
	v->n = read_all(v, full, most);
	v->width = width;
	v->act = grown(NULL, v->n, width);
	find_directions(&d, full, v->n < SAMPLE ? v->n : SAMPLE);
	double widest = sqrt(sqrt(d.a[d.order[0]][d.order[0]]));
	for (size_t i = 0; i < v->n; i++)
		for (size_t k = 0; k < width; k++) {
			int c = d.order[k];
			double x = 0, root = sqrt(sqrt(d.a[c][c]));
			for (int j = 0; j < FULL; j++)
				x += (full[i * FULL + (size_t)j] - d.mean[j]) *
				     d.u[j][c];
			x *= SPREAD / (root * widest);
			x = x < -1 ? -1 : x > 1 ? 1 : x;
			v->act[i * width + k] =
				(uint8_t)(floor(x * SR_ACT_ONE + 0.5) +
					  SR_ACT_ZERO);
		}
	free(full);
}
