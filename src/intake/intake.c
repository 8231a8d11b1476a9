/* Opening what was given: what it is (sniff.c), then its reader. */
#include "intake/intake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/chat.h"
#include "intake/open.h"
#include "intake/posts.h"
#include "intake/sheet.h"
#include "intake/sniff.h"

#define LONGEST_NAME 2048u /* bytes of an id or address */

/* Giving */

/* An id or address that can stand as a report's name. */
static bool is_name(struct sr_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] < ' ')
			return false;
	return s.n > 0 && s.n <= LONGEST_NAME && sr_utf8_check(s) == s.n;
}

bool sr_give(const struct sr_within *w, struct sr_item *item, size_t n)
{
	char path[SR_MAX_PATH + 32];

	if (n)
		snprintf(path, sizeof(path), "%s#%zu", w->path, n);
	item->path = n ? path : w->path;
	if (!item->name.n)
		item->name = is_name(item->given.url)  ? item->given.url
			     : is_name(item->given.id) ? item->given.id
						       : sr_path_name(item->path);
	if (!item->given.publisher.n)
		item->given.publisher = w->given.publisher;
	/* Who posts a message without a headline publishes it. */
	if (!item->given.publisher.n && !sr_is_headline(item->given.title))
		item->given.publisher = item->given.author;
	if (!item->whole && (item->form == SR_FORM_FRAGMENT ||
			     item->form == SR_FORM_TEXT))
		item->own = item->given.published.n &&
			    (item->given.id.n || item->given.url.n);
	if (item->code && !item->err.where[0])
		snprintf(item->err.where, sizeof(item->err.where), "%.95s",
			 item->path);
	return w->in->fn(w->in->user, item);
}

/* Markup, however little: a paragraph's end, a break, a link. */
static bool has_tags(struct sr_str s)
{
	static const char *const TAGS[] = { "</p>", "<br", "</a>", "</div>",
					    "</P>", "<BR" };

	for (size_t i = 0; i + 3 < s.n; i++)
		for (size_t k = 0; s.s[i] == '<' && k < SR_LEN(TAGS); k++)
			if (s.n - i >= strlen(TAGS[k]) &&
			    memcmp(s.s + i, TAGS[k], strlen(TAGS[k])) == 0)
				return true;
	return false;
}

bool sr_give_named(const struct sr_within *w, struct sr_str bytes,
		   const struct sr_named *named, size_t n)
{
	struct sr_item item = { .bytes = bytes, .form = SR_FORM_TEXT };

	sr_named_give(named, &item.given);
	item.body = named->value[SR_NAME_TEXT];
	if (named->rank[SR_NAME_HTML]) {
		item.body = named->value[SR_NAME_HTML];
		item.form = SR_FORM_FRAGMENT;
	} else if (has_tags(item.body)) {
		item.form = SR_FORM_FRAGMENT;
	}
	/* Lists of headlines, with a day or an address each. */
	if (!item.body.n && sr_is_headline(item.given.title) &&
	    (item.given.published.n || item.given.url.n))
		item.body = item.given.title;
	if (!item.body.n)
		item.code = sr_fail(&item.err, SR_REFUSED, "",
				    "no text in it: expected a text under one "
				    "of the names of names.tsv, or --map");
	else if (item.form == SR_FORM_TEXT && item.body.n > SR_MAX_REPORT)
		item.code = sr_fail(&item.err, SR_LIMIT, "",
				    "larger than %u bytes", SR_MAX_REPORT);
	return sr_give(w, &item, n);
}

bool sr_give_error(const struct sr_within *w, size_t n, enum sr_code code,
		   const char *why)
{
	struct sr_item item = { .code = code };

	sr_fail(&item.err, code, "", "%s", why);
	return sr_give(w, &item, n);
}

bool sr_give_fault(const struct sr_within *w, const struct sr_stream *s,
		   size_t n)
{
	return !s->code || sr_give_error(w, n, s->code, s->err.text);
}

/* All that is left, as one report. */
static bool give_whole(const struct sr_within *w, struct sr_stream *s,
		       enum sr_form form)
{
	struct sr_item item = { .form = form, .given = w->given };
	size_t most = form == SR_FORM_TEXT   ? SR_MAX_REPORT
		      : form == SR_FORM_PAGE ? SR_MAX_PAGE
					     : SR_MAX_FILE;

	item.size = w->size;
	/* Asked here, so that no more is read of a file far too large. */
	if (w->size > most)
		item.code = sr_fail(
			&item.err, SR_LIMIT, w->path,
			"%llu bytes; expected a report of at most %zu",
			(unsigned long long)w->size, most);
	else
		item.bytes = sr_stream_peek(s, most + 1);
	if (!item.code && s->code)
		item.code = sr_fail(&item.err, s->code, w->path, "%s",
				    s->err.text);
	else if (item.bytes.n > most)
		item.code = sr_fail(&item.err, SR_LIMIT, w->path,
				    "larger than %zu bytes", most);
	item.body = item.bytes;
	return sr_give(w, &item, 0);
}

/* A page: an article, or messages. */
static bool open_page(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_str bytes = sr_stream_peek(s, (size_t)SR_MAX_PAGE + 1);
	bool go_on;

	if (!s->code && bytes.n <= SR_MAX_PAGE &&
	    sr_posts_give(w, bytes, &go_on))
		return go_on;
	return give_whole(w, s, SR_FORM_PAGE);
}

/* A document, or a spreadsheet, which has many reports. */
static bool open_office(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_str bytes = { NULL, 0 };
	bool go_on;

	if (w->size <= SR_MAX_BOOK)
		bytes = sr_stream_peek(s, SR_MAX_BOOK + 1);
	if (!s->code && bytes.n <= SR_MAX_BOOK &&
	    sr_book_give(w, bytes, &go_on))
		return go_on;
	return give_whole(w, s, SR_FORM_OFFICE);
}

static bool refuse_kind(const struct sr_within *w, const char *what)
{
	struct sr_item item = { .size = w->size };

	item.code = sr_fail(&item.err, SR_REFUSED, w->path, "%s%s", what,
			    strchr(what, ':') ? "" : ": expected a report's text");
	return sr_give(w, &item, 0);
}

/* What is no UTF-8 may be a table, a feed or a page when it is. */
static bool open_wide(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_str bytes = sr_stream_peek(s, (size_t)SR_MAX_PAGE + 1), text;
	struct sr_within again = *w;
	struct sr_arena mem;
	struct sr_err err = { 0 };
	struct sr_stream in;
	const char *what;
	char name[SR_CHARSET];

	sr_arena_init(&mem, (size_t)SR_MAX_PAGE * 4);
	sr_charset_find(bytes, (struct sr_str){ NULL, 0 }, SR_MARKUP_NONE,
			name);
	enum sr_code code = bytes.n > SR_MAX_PAGE
				    ? sr_fail(&err, SR_LIMIT, w->path,
					      "larger than %u bytes",
					      SR_MAX_PAGE)
				    : sr_to_utf8(&mem, name, bytes, &text,
						 &err);
	bool go_on;
	enum sr_kind kind =
		code ? SR_KIND_TEXT
		     : sr_sniff(w->in->kit, w->in->map, text, &what);
	if (code) {
		go_on = sr_give_error(w, 0, code, err.text);
	} else if (kind == SR_KIND_JSON || kind == SR_KIND_TABLE ||
		   kind == SR_KIND_CHAT) {
		sr_stream_of(&in, text);
		again.depth++;
		again.size = 0;
		go_on = sr_open(&again, &in);
		sr_stream_release(&in);
	} else {
		/* Its own reader converts it: the bytes are kept as they
		 * came. */
		go_on = kind == SR_KIND_FEED ? sr_open_feed(w, s)
					     : give_whole(w, s,
							  kind == SR_KIND_PAGE
								  ? SR_FORM_PAGE
								  : SR_FORM_TEXT);
	}
	sr_arena_release(&mem);
	return go_on;
}

bool sr_open(const struct sr_within *w, struct sr_stream *s)
{
	const char *what = NULL;
	enum sr_kind kind = sr_sniff(w->in->kit, w->in->map,
				     sr_stream_peek(s, SR_SNIFF), &what);

	if (w->depth > SR_MAX_NESTED)
		return sr_give_error(w, 0, SR_LIMIT,
				     "archives within archives, deeper than "
				     "SR_MAX_NESTED");
	switch (kind) {
	case SR_KIND_TEXT:
		return give_whole(w, s, SR_FORM_TEXT);
	case SR_KIND_PAGE:
		return open_page(w, s);
	case SR_KIND_PDF:
		return give_whole(w, s, SR_FORM_PDF);
	case SR_KIND_OFFICE:
		return open_office(w, s);
	case SR_KIND_WIDE:
		return open_wide(w, s);
	case SR_KIND_FEED:
		return sr_open_feed(w, s);
	case SR_KIND_JSON:
		return sr_open_json(w, s);
	case SR_KIND_TABLE:
		return sr_open_table(w, s);
	case SR_KIND_CHAT:
		return sr_open_chat(w, s);
	case SR_KIND_WARC:
		return sr_open_warc(w, s);
	case SR_KIND_MBOX:
		return sr_open_mbox(w, s);
	case SR_KIND_MAIL:
		return sr_open_mail(w, s);
	case SR_KIND_ARCHIVE:
	case SR_KIND_PACKED:
		return sr_open_archive(w, s, kind == SR_KIND_PACKED);
	case SR_KIND_GZIP:
		return sr_open_gzip(w, s);
	case SR_KIND_ZSTD:
		return sr_open_zstd(w, s);
	case SR_KIND_OTHER:
		break;
	}
	return refuse_kind(w, what);
}

/* Files */

static enum sr_code pull_file(void *from, char *out, size_t n, size_t *got,
			      struct sr_err *err)
{
	const int *fd = from;
	ssize_t k;

	do
		k = read(*fd, out, n);
	while (k < 0 && errno == EINTR);
	*got = k > 0 ? (size_t)k : 0;
	return k < 0 ? sr_fail(err, SR_IO, "", "%s", strerror(errno)) : SR_OK;
}

bool sr_intake_file(const struct sr_intake *in, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	struct sr_within w = { .in = in, .path = path };
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct stat st = { 0 };
	struct sr_stream s;

	if (fd < 0)
		return sr_give_error(&w, 0, SR_IO, strerror(errno));
	if (!standard && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		w.size = (uint64_t)st.st_size;
	sr_stream_init(&s, pull_file, &fd);
	bool go_on = sr_open(&w, &s);
	sr_stream_release(&s);
	if (!standard)
		close(fd);
	return go_on;
}

bool sr_intake_bytes(const struct sr_intake *in, const char *path,
		     struct sr_str bytes, const struct sr_given *given)
{
	struct sr_within w = { .in = in, .path = path };
	struct sr_stream s;

	if (given)
		w.given = *given;
	sr_stream_of(&s, bytes);
	bool go_on = sr_open(&w, &s);
	sr_stream_release(&s);
	return go_on;
}

enum sr_form sr_form_of(struct sr_str bytes)
{
	if (bytes.n >= 5 && memcmp(bytes.s, "%PDF-", 5) == 0)
		return SR_FORM_PDF;
	if (sr_is_office(bytes))
		return SR_FORM_OFFICE;
	return sr_is_markup(bytes) ? SR_FORM_PAGE : SR_FORM_TEXT;
}
