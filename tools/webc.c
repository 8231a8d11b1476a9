/* The files of the page into the program: webc OUT.c OUT.d NAME=PATH ...
 *
 * PATH is a file, or a folder of which all files are taken, hidden ones left
 * out; NAME is what stands before their names in the address ("leaflet/", or
 * nothing). Files are sorted by their whole name, so that the same files give
 * the same bytes. OUT.d names all files and folders for ninja: a file that is
 * added needs no mention anywhere. About 30 files, 1 MB. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/list.h"

#define MOST_FILE ((size_t)16 << 20)

struct file {
	const char *name, *path;
};

struct webc {
	struct sr_arena mem;
	SR_LIST(struct file) files;
	SR_LIST(const char *) seen; /* files and folders */
	struct sr_err err;
};

static char *join(struct webc *w, const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b);
	char *s = sr_arena_zero(&w->mem, na + nb + 1, 1);

	if (!s)
		exit(3);
	memcpy(s, a, na);
	memcpy(s + na, b, nb);
	return s;
}

static void note(struct webc *w, const char *path)
{
	const char **seen = SR_PUSH(&w->mem, &w->seen);

	if (!seen)
		exit(3);
	*seen = path;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void take(struct webc *w, const char *name, const char *path, int depth)
{
	struct dirent *e;
	DIR *dir = is_folder(path) && depth < 8 ? opendir(path) : NULL;

	note(w, path);
	if (!dir) {
		struct file *f = SR_PUSH(&w->mem, &w->files);
		if (!f)
			exit(3);
		*f = (struct file){ name, path };
		return;
	}
	while ((e = readdir(dir))) {
		const char *below = join(w, path, join(w, "/", e->d_name));
		const char *called = join(w, name, e->d_name);
		if (e->d_name[0] == '.')
			continue;
		take(w, is_folder(below) ? join(w, called, "/") : called, below,
		     depth + 1);
	}
	closedir(dir);
}

static int by_name(const void *a, const void *b)
{
	const struct file *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static enum sr_code put_bytes(struct webc *w, FILE *out, size_t i)
{
	const struct file *f = &w->files.items[i];
	struct sr_str bytes;
	char hex[SR_HEX];
	enum sr_code code =
		sr_file_read(&w->mem, f->path, MOST_FILE, &bytes, &w->err);

	if (code)
		return code;
	sr_sha256(bytes, hex);
	fprintf(out, "static const unsigned char FILE_%zu[] = {", i);
	for (size_t k = 0; k < bytes.n; k++)
		fprintf(out, "%s%u,", k % 20 ? "" : "\n",
			(unsigned char)bytes.s[k]);
	fprintf(out,
		"0};\n#define ROW_%zu { \"%s\", \"%.16s\", FILE_%zu, %zu }\n",
		i, f->name, hex, i, bytes.n);
	return SR_OK;
}

static enum sr_code put_all(struct webc *w, FILE *out)
{
	enum sr_code code = SR_OK;

	fputs("#include \"serve/files.h\"\n\n", out);
	for (size_t i = 0; !code && i < w->files.nitem; i++)
		code = put_bytes(w, out, i);
	fputs("\nconst struct sr_web_file sr_web_files[] = {\n", out);
	for (size_t i = 0; i < w->files.nitem; i++)
		fprintf(out, "\tROW_%zu,\n", i);
	fprintf(out, "\t{ 0 }\n};\nconst size_t sr_web_nfile = %zu;\n",
		w->files.nitem);
	return code;
}

/* A Makefile's rule, as ninja reads it. */
static bool put_seen(const struct webc *w, const char *path, const char *target)
{
	FILE *out = fopen(path, "w");

	if (!out)
		return false;
	fprintf(out, "%s:", target);
	for (size_t i = 0; i < w->seen.nitem; i++) {
		fputs(" ", out);
		for (const char *c = w->seen.items[i]; *c; c++)
			fprintf(out, *c == ' ' ? "\\%c" : "%c", *c);
	}
	fputs("\n", out);
	return fclose(out) == 0;
}

int main(int argc, char **argv)
{
	struct webc w = { .err = { 0 } };
	FILE *out = argc > 2 ? fopen(argv[1], "w") : NULL;

	if (!out) {
		fputs("webc: expected OUT.c OUT.d NAME=PATH ...\n", stderr);
		return 2;
	}
	sr_arena_init(&w.mem, (size_t)1 << 28);
	for (int i = 3; i < argc; i++) {
		char *path = strchr(argv[i], '=');
		if (!path)
			return 2;
		*path = '\0';
		take(&w, argv[i], path + 1, 0);
	}
	if (w.files.nitem)
		qsort(w.files.items, w.files.nitem, sizeof(struct file),
		      by_name);
	enum sr_code code = put_all(&w, out);
	if (code)
		fprintf(stderr, "webc: %s: %s\n", w.err.where, w.err.text);
	if (fclose(out) != 0 || !put_seen(&w, argv[2], argv[1]))
		code = SR_IO;
	sr_arena_release(&w.mem);
	return code ? 1 : 0;
}
