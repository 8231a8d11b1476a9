/* zip, tar, rar, 7z, and files packed by bzip2, xz, lzma, lzip, by libarchive.
 * It reads them as they come, without seeking; but a 7z, whose directory is at
 * its end, is held in memory (SR_MAX_SEVEN). An archive that unpacks to far
 * more than it is (SR_MAX_RATIO), or holds too many files, is left off there.
 */
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/str.h"
#include "intake/open.h"

#define FEW ((uint64_t)64 << 20) /* bytes that may be packed ever so well */

struct opened {
	const struct sr_within *w;
	struct sr_stream *s;
	struct archive *a;
	size_t held;	   /* bytes of the window that libarchive has */
	uint64_t unpacked; /* so far */
	size_t n;
	bool solid; /* what is left out is unpacked all the same */
};

static la_ssize_t on_read(struct archive *a, void *user, const void **bytes)
{
	struct opened *o = user;

	sr_stream_skip(o->s, o->held);
	struct sr_str w = sr_stream_peek(o->s, 1);
	o->held = w.n;
	*bytes = w.s;
	if (o->s->code && !w.n) {
		archive_set_error(a, ARCHIVE_FAILED, "%s", o->s->err.text);
		return -1;
	}
	return (la_ssize_t)w.n;
}

static bool is_bomb(const struct opened *o)
{
	return o->unpacked > FEW && o->unpacked / SR_MAX_RATIO > o->s->pulled;
}

static enum sr_code pull(void *from, char *out, size_t n, size_t *got,
			 struct sr_err *err)
{
	struct opened *o = from;
	la_ssize_t k = archive_read_data(o->a, out, n);

	*got = k > 0 ? (size_t)k : 0;
	o->unpacked += *got;
	if (k < 0) {
		const char *why = archive_error_string(o->a);
		return sr_fail(err, SR_REFUSED, "", "damaged or broken off: %s",
			       why ? why : "not known why");
	}
	if (is_bomb(o))
		return sr_fail(err, SR_LIMIT, "",
			       "unpacks to more than %u times its size "
			       "(SR_MAX_RATIO)",
			       SR_MAX_RATIO);
	return SR_OK;
}

/* What folders leave out is left out here too. */
static bool is_left_out(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;

	return name[0] == '.' || name[0] == '\0' ||
	       strncasecmp(name, "README", 6) == 0 ||
	       strstr(path, "__MACOSX/");
}

/* The first file of what is a zip only by its wrapping. */
static bool is_program(const char *path)
{
	return strcmp(path, "META-INF/MANIFEST.MF") == 0;
}

static bool give_member(struct opened *o, struct archive_entry *e,
			const char *name)
{
	char path[SR_MAX_PATH];
	struct sr_within in = { .in = o->w->in,
				.path = path,
				.given = o->w->given,
				.depth = o->w->depth + 1 };
	struct sr_stream s;

	snprintf(path, sizeof(path), "%s/%s", o->w->path, name);
	if (archive_entry_is_encrypted(e))
		return sr_give_error(&in, 0, SR_REFUSED,
				     "encrypted: expected a file without a "
				     "password");
	sr_stream_init(&s, pull, o);
	bool go_on = sr_open(&in, &s);
	sr_stream_release(&s);
	return go_on;
}

/* What was not read of a file that shares its packing with the next. */
static bool drain(struct opened *o)
{
	const void *bytes;
	size_t n;
	la_int64_t at;
	int state = ARCHIVE_OK;

	while (o->solid && state == ARCHIVE_OK && !is_bomb(o)) {
		state = archive_read_data_block(o->a, &bytes, &n, &at);
		o->unpacked += state == ARCHIVE_OK ? n : 0;
	}
	return !is_bomb(o);
}

/* The next file; ARCHIVE_EOF at the end. */
static int next(struct opened *o, struct archive_entry **e)
{
	int state;

	do
		state = archive_read_next_header(o->a, e);
	while (state == ARCHIVE_RETRY);
	return state;
}

static bool read_members(struct opened *o)
{
	struct archive_entry *e;
	bool go_on = true;
	int state;

	while (go_on && (state = next(o, &e)) != ARCHIVE_EOF) {
		if (state < ARCHIVE_WARN) {
			const char *why = archive_error_string(o->a);
			char text[200];
			snprintf(text, sizeof(text),
				 "an archive that is damaged or breaks off: "
				 "%.120s",
				 why ? why : "not known why");
			return sr_give_error(o->w, 0, SR_REFUSED, text);
		}
		const char *name = archive_entry_pathname_utf8(e);
		name = name ? name : archive_entry_pathname(e);
		name = name ? name : "?";
		if (o->n++ == 0 && is_program(name))
			return sr_give_error(o->w, 0, SR_REFUSED,
					     "a program: expected reports");
		if (o->n > SR_MAX_MEMBERS)
			return sr_give_error(o->w, 0, SR_LIMIT,
					     "more files than SR_MAX_MEMBERS "
					     "in an archive");
		if (archive_entry_filetype(e) == AE_IFREG &&
		    !is_left_out(name))
			go_on = give_member(o, e, name);
		if (go_on && !drain(o))
			return sr_give_error(o->w, 0, SR_LIMIT,
					     "an archive that unpacks to far "
					     "more than it is "
					     "(SR_MAX_RATIO)");
	}
	if (go_on && o->n == 0)
		go_on = sr_give_error(o->w, 0, SR_REFUSED,
				      "an archive without files");
	return go_on;
}

/* One file, packed: what is in it is read as if it were not. */
static bool read_packed(struct opened *o)
{
	struct sr_within in = *o->w;
	struct archive_entry *e;
	struct sr_stream s;

	if (next(o, &e) < ARCHIVE_WARN)
		return sr_give_error(o->w, 0, SR_REFUSED,
				     "a packed file that is damaged or empty");
	in.depth++;
	in.size = 0;
	sr_stream_init(&s, pull, o);
	bool go_on = sr_open(&in, &s);
	sr_stream_release(&s);
	return go_on;
}

static void support(struct archive *a, bool packed)
{
	if (packed) {
		archive_read_support_filter_bzip2(a);
		archive_read_support_filter_xz(a);
		archive_read_support_filter_lzma(a);
		archive_read_support_filter_lzip(a);
		archive_read_support_format_raw(a);
		archive_read_support_format_empty(a);
	} else {
		archive_read_support_format_zip_streamable(a);
		archive_read_support_format_tar(a);
		archive_read_support_format_gnutar(a);
		archive_read_support_format_rar(a);
		archive_read_support_format_rar5(a);
	}
}

static bool open_seven(const struct sr_within *w, struct sr_stream *s)
{
	struct opened o = { .w = w, .s = s, .solid = true };
	struct sr_str bytes = sr_stream_peek(s, SR_MAX_SEVEN + 1);
	bool go_on;

	if (s->code)
		return sr_give_fault(w, s, 0);
	if (bytes.n > SR_MAX_SEVEN)
		return sr_give_error(w, 0, SR_LIMIT,
				     "a 7z archive of more than 256 MiB "
				     "(SR_MAX_SEVEN)");
	o.a = archive_read_new();
	if (!o.a)
		return sr_give_error(w, 0, SR_NOMEM, "no memory");
	archive_read_support_format_7zip(o.a);
	if (archive_read_open_memory(o.a, bytes.s, bytes.n) < ARCHIVE_WARN)
		go_on = sr_give_error(w, 0, SR_REFUSED,
				      "a 7z archive that is damaged or breaks "
				      "off");
	else
		go_on = read_members(&o);
	archive_read_free(o.a);
	return go_on;
}

bool sr_open_archive(const struct sr_within *w, struct sr_stream *s,
		     bool packed)
{
	struct opened o = { .w = w, .s = s };
	struct sr_str first = sr_stream_peek(s, 4);
	bool go_on;

	if (first.n >= 4 && memcmp(first.s, "7z\xBC\xAF", 4) == 0)
		return open_seven(w, s);
	o.a = archive_read_new();
	if (!o.a)
		return sr_give_error(w, 0, SR_NOMEM, "no memory");
	o.solid = first.n >= 4 && memcmp(first.s, "Rar!", 4) == 0;
	support(o.a, packed);
	if (archive_read_open(o.a, &o, NULL, on_read, NULL) < ARCHIVE_WARN)
		go_on = sr_give_error(w, 0, SR_REFUSED,
				      packed ? "a packed file that is damaged "
					       "or of a kind that is not read"
					     : "an archive that is damaged or "
					       "of a kind that is not read");
	else
		go_on = packed ? read_packed(&o) : read_members(&o);
	archive_read_free(o.a);
	return go_on;
}
