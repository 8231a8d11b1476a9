/* Closed lists to C: tabc OUT.h PREFIX=FILE.tsv ...
 *
 * Each row of each table becomes an enumerator SR_<PREFIX>_<ID> of enum
 * sr_<prefix>, in the order of the rows, and SR_<PREFIX>_COUNT the number of
 * them; sr_<prefix>_name() gives column `name` where there is one, else the
 * id. `switch` without `default` then shows every place that a new row needs.
 * A column called as a list before it holds ids of that list:
 * sr_<prefix>_<list>() gives them as a set of bits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "kit/tsv.h"

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 32)
	       : c == '.' || c == '-' ? '_'
	                              : c;
}

static void put_upper(FILE *out, struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		fputc(upper(s.s[i]), out);
}

static void put_quoted(FILE *out, struct sr_str s)
{
	fputc('"', out);
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"' || s.s[i] == '\\')
			fputc('\\', out);
		fputc(s.s[i], out);
	}
	fputc('"', out);
}

static size_t column_of(const struct sr_tsv *t, struct sr_str name)
{
	for (size_t i = 0; i < t->ncolumn; i++)
		if (sr_str_equal(t->column[i], name))
			return i;
	return 0;
}

static void put_enum(FILE *out, struct sr_str prefix, const struct sr_tsv *t)
{
	fprintf(out, "enum sr_%.*s {\n", (int)prefix.n, prefix.s);
	for (size_t i = 0; i < t->nrow; i++) {
		fputs("\tSR_", out);
		put_upper(out, prefix);
		fputc('_', out);
		put_upper(out, t->row[i].cell[0]);
		fputs(",\n", out);
	}
	fputs("};\n#define SR_", out);
	put_upper(out, prefix);
	fprintf(out, "_COUNT %zu\n\n", t->nrow);
}

static void put_names(FILE *out, struct sr_str prefix, const struct sr_tsv *t)
{
	size_t column = column_of(t, SR_STR("name"));

	fprintf(out,
	        "static inline const char *sr_%.*s_name(unsigned i)\n{\n"
	        "\tstatic const char *const NAME[] = {\n",
	        (int)prefix.n, prefix.s);
	for (size_t i = 0; i < t->nrow; i++) {
		struct sr_str name = t->row[i].cell[column];
		fputs("\t\t", out);
		put_quoted(out, name.n ? name : t->row[i].cell[0]);
		fputs(",\n", out);
	}
	fprintf(out, "\t};\n\treturn i < %zu ? NAME[i] : \"?\";\n}\n\n",
	        t->nrow);
}

static void put_set(FILE *out, struct sr_str list, struct sr_str ids)
{
	fputs("\t\t0", out);
	while (ids.n) {
		fputs(" | 1u << SR_", out);
		put_upper(out, list);
		fputc('_', out);
		put_upper(out, sr_str_cut(&ids, '|'));
	}
	fputs(",\n", out);
}

static void put_sets(FILE *out, struct sr_str prefix, struct sr_str list,
                     const struct sr_tsv *t)
{
	size_t column = column_of(t, list);

	if (column == 0)
		return;
	fprintf(out,
	        "static inline unsigned sr_%.*s_%.*s(unsigned i)\n{\n"
	        "\tstatic const unsigned SET[] = {\n",
	        (int)prefix.n, prefix.s, (int)list.n, list.s);
	for (size_t i = 0; i < t->nrow; i++)
		put_set(out, list, t->row[i].cell[column]);
	fprintf(out, "\t};\n\treturn i < %zu ? SET[i] : 0;\n}\n\n",
	        t->nrow);
}

/* The whole file; the program ends soon, so nothing is freed. */
static struct sr_str slurp(const char *path)
{
	FILE *in = fopen(path, "rb");
	char *s = malloc(1 << 20);
	size_t n = in && s ? fread(s, 1, 1 << 20, in) : 0;

	if (!in || !s || n == 1 << 20) {
		fprintf(stderr, "tabc: %s: cannot be read\n", path);
		exit(3);
	}
	fclose(in);
	return (struct sr_str){ s, n };
}

int main(int argc, char **argv)
{
	struct sr_arena mem;
	FILE *out = argc > 2 ? fopen(argv[1], "w") : NULL;

	if (!out) {
		fputs("usage: tabc OUT.h PREFIX=FILE.tsv ...\n", stderr);
		return 2;
	}
	sr_arena_init(&mem, (size_t)64 << 20);
	fputs("/* Made by tools/tabc from data/ontology; do not edit. */\n"
	      "#ifndef SR_ONTOLOGY_H\n#define SR_ONTOLOGY_H\n\n",
	      out);
	for (int i = 2; i < argc; i++) {
		struct sr_str path = sr_str_of(argv[i]);
		struct sr_str prefix = sr_str_cut(&path, '=');
		struct sr_err err = { 0 };
		struct sr_tsv t;
		if (!path.s || sr_tsv_read(&mem, path.s, slurp(path.s), &t,
		                           &err) != SR_OK) {
			fprintf(stderr, "tabc: %s: %s\n", err.where, err.text);
			return 1;
		}
		put_enum(out, prefix, &t);
		put_names(out, prefix, &t);
		for (int k = 2; k < i; k++) {
			struct sr_str before = sr_str_of(argv[k]);
			put_sets(out, prefix, sr_str_cut(&before, '='), &t);
		}
	}
	fputs("#endif\n", out);
	return fclose(out) ? 3 : 0;
}
