/* Finding what is to be read: files, folders walked in byte order of names,
 * standard input. In a folder, hidden files and those that tell of the folder
 * itself are left out, and one with nothing in it is refused. Links are followed; one that leads back to a folder above
 * it, and folders deeper than SR_MAX_DIR_DEPTH, are refused. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"

#define ABOUT "README"

struct walk {
	sr_item_fn *fn;
	void *user;
	struct sr_intake intake;
	bool go_on;
	size_t n; /* given so far, those refused too */
	size_t depth;
	struct {
		dev_t dev;
		ino_t ino;
	} above[SR_MAX_DIR_DEPTH + 1]; /* folders that we are in */
};

struct names {
	char **item;
	size_t n, room;
};

static void give(struct walk *w, const struct sr_item *in)
{
	w->n++;
	w->go_on = w->go_on && w->fn(w->user, in);
}

static void refuse(struct walk *w, const char *path, enum sr_code code,
		   const char *why)
{
	struct sr_item in = { .path = path, .name = sr_path_name(path) };

	in.code = sr_fail(&in.err, code, path, "%s", why);
	give(w, &in);
}

static bool count(void *user, const struct sr_item *in)
{
	struct walk *w = user;

	w->n++;
	return w->fn(w->user, in);
}

static void read_file(struct walk *w, const char *path)
{
	w->go_on = sr_intake_file(&w->intake, path);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool names_add(struct names *names, const char *name)
{
	if (names->n == names->room) {
		size_t room = names->room ? names->room * 2 : 64;
		char **item = realloc(names->item, room * sizeof(*item));
		if (!item)
			return false;
		names->item = item;
		names->room = room;
	}
	names->item[names->n] = strdup(name);
	return names->item[names->n++] != NULL;
}

static void names_release(struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->item[i]);
	free(names->item);
}

/* Hidden, or about the folder: "README.md". */
static bool is_left_out(const char *name)
{
	return name[0] == '.' || strncasecmp(name, ABOUT, strlen(ABOUT)) == 0;
}

/* 0, or an errno. */
static int names_read(struct names *names, const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *e;

	if (!dir)
		return errno;
	errno = 0;
	while ((e = readdir(dir))) {
		if (!is_left_out(e->d_name) && !names_add(names, e->d_name)) {
			closedir(dir);
			return ENOMEM;
		}
		errno = 0;
	}
	int reason = errno;
	closedir(dir);
	if (names->n)
		qsort(names->item, names->n, sizeof(*names->item), by_bytes);
	return reason;
}

static void walk_path(struct walk *w, const char *path, bool given);

static bool enter(struct walk *w, const char *path, const struct stat *st)
{
	for (size_t i = 0; i < w->depth; i++) {
		if (w->above[i].dev == st->st_dev &&
		    w->above[i].ino == st->st_ino) {
			refuse(w, path, SR_REFUSED,
			       "a link back to a folder above it; left out");
			return false;
		}
	}
	if (w->depth > SR_MAX_DIR_DEPTH) {
		refuse(w, path, SR_LIMIT, "too many folders within folders");
		return false;
	}
	w->above[w->depth].dev = st->st_dev;
	w->above[w->depth++].ino = st->st_ino;
	return true;
}

static void walk_folder(struct walk *w, const char *path, const struct stat *st)
{
	struct names names = { 0 };
	size_t n = strlen(path);
	char below[SR_MAX_PATH];

	if (!enter(w, path, st))
		return;
	size_t before = w->n;
	int reason = names_read(&names, path);
	if (reason)
		refuse(w, path, SR_IO, strerror(reason));
	while (n > 1 && path[n - 1] == '/')
		n--;
	for (size_t i = 0; i < names.n && w->go_on; i++) {
		int k = snprintf(below, sizeof(below), "%.*s%s%s", (int)n, path,
				 path[n - 1] == '/' ? "" : "/", names.item[i]);
		if (k < 0 || (size_t)k >= sizeof(below))
			refuse(w, path, SR_LIMIT, "holds a path too long");
		else
			walk_path(w, below, false);
	}
	names_release(&names);
	w->depth--;
	if (w->depth == 0 && w->n == before)
		refuse(w, path, SR_REFUSED,
		       "a folder without files; expected reports");
}

/* What was given by name may also be a pipe; below a folder only files. */
static void walk_path(struct walk *w, const char *path, bool given)
{
	struct stat st;

	if (stat(path, &st) != 0 && given && strstr(path, "://"))
		refuse(w, path, SR_REFUSED,
		       "expected a file or folder; 'sitrep add' takes "
		       "addresses of http and https");
	else if (stat(path, &st) != 0)
		refuse(w, *path ? path : "''", SR_IO, strerror(errno));
	else if (S_ISDIR(st.st_mode))
		walk_folder(w, path, &st);
	else if (S_ISREG(st.st_mode))
		read_file(w, path);
	else if (given)
		read_file(w, path);
	else
		refuse(w, path, SR_REFUSED, "neither a file nor a folder");
}

void sr_cli_inputs(struct sr_cli *cli, const struct sr_kit *kit, sr_item_fn *fn,
		   void *user)
{
	struct walk w = { .fn = fn, .user = user, .go_on = true };

	w.intake = (struct sr_intake){
		.kit = kit,
		.fn = count,
		.user = &w,
		.map = cli->opt[SR_OPT_MAP],
	};
	for (size_t i = 0; i < cli->noperand && w.go_on; i++) {
		if (strcmp(cli->operand[i], "-") == 0)
			read_file(&w, "-");
		else
			walk_path(&w, cli->operand[i], true);
	}
}
