/* Mailboxes (mbox) and single messages, by GMime: headers, encodings and
 * character sets are its work. A message is a report, its subject the title;
 * of its parts the text is read, or the HTML where there is no text; attached
 * pages, PDFs and archives are reports of their own. A page that a browser saved
 * in one file (MHTML, RFC 2557) is a message too: there the page is the report.
 *
 * GMime counts how often it was begun and is never ended: each end leaves what
 * it had for ciphers behind. */
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "intake/charset.h"
#include "intake/open.h"
#include "intake/quoted.h"

#define PARTS 200u /* of a message */
#define MAIL_ROOM ((size_t)SR_MAX_MAIL * 8) /* its text, converted */

struct mail {
	const struct sr_within *w;
	size_t n;
	bool single; /* the file is one message */
	struct sr_arena mem;	/* of the message */
	struct sr_str plain, html;
	GMimePart *attached[16]; /* borrowed from the message */
	size_t nattached, nparts;
	GMimePart *saved; /* likewise: a page that a browser saved */
};

static bool is_attached(GMimeObject *part)
{
	GMimeContentDisposition *d = g_mime_object_get_content_disposition(part);

	return d && g_mime_content_disposition_is_attachment(d);
}

/* Attached files that may be reports. */
static bool is_report_type(GMimeObject *part)
{
	GMimeContentType *t = g_mime_object_get_content_type(part);

	return g_mime_content_type_is_type(t, "text", "*") ||
	       g_mime_content_type_is_type(t, "application", "pdf") ||
	       g_mime_content_type_is_type(t, "application", "zip") ||
	       g_mime_content_type_is_type(t, "application", "json") ||
	       g_mime_content_type_is_type(t, "application", "gzip") ||
	       g_mime_content_type_is_type(t, "application", "octet-stream");
}

/* Words with blanks between are no base64, whatever is said of them. */
static void undo_base64(GMimeDataWrapper *content)
{
	GMimeStream *raw = g_mime_data_wrapper_get_stream(content);
	char first[256];

	if (!raw || g_mime_data_wrapper_get_encoding(content) !=
			    GMIME_CONTENT_ENCODING_BASE64)
		return;
	ssize_t n = g_mime_stream_read(raw, first, sizeof(first));
	g_mime_stream_reset(raw);
	if (n > 0 && memchr(first, ' ', (size_t)n))
		g_mime_data_wrapper_set_encoding(
			content, GMIME_CONTENT_ENCODING_DEFAULT);
}

/* What a part holds, its transfer encoding undone; to be unreferenced. */
static GMimeStream *content_of(GMimePart *part, struct sr_str *bytes)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *out = g_mime_stream_mem_new();

	if (content) {
		undo_base64(content);
		g_mime_data_wrapper_write_to_stream(content, out);
	}
	GByteArray *own =
		g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out));
	*bytes = (struct sr_str){ (const char *)own->data, own->len };
	return out;
}

/* The characters are what they are, whatever the mail says: much of what is
 * said to be ASCII is not. */
static struct sr_str text_of(struct mail *m, GMimePart *part, bool html)
{
	const char *said = g_mime_object_get_content_type_parameter(
		GMIME_OBJECT(part), "charset");
	struct sr_str bytes, text = { NULL, 0 };
	struct sr_err err = { 0 };
	GMimeStream *out = content_of(part, &bytes);

	if (sr_charset_clean(&m->mem, bytes, sr_str_of(said),
			     html ? SR_MARKUP_HTML : SR_MARKUP_NONE, &text,
			     &err))
		text = (struct sr_str){ NULL, 0 };
	text = sr_arena_str(&m->mem, text);
	g_object_unref(out);
	return text;
}

static void add_text(struct mail *m, struct sr_str *to, struct sr_str more)
{
	char *both = to->n && more.n
			     ? sr_arena_raw(&m->mem, to->n + more.n + 2, 1)
			     : NULL;

	if (!to->n)
		*to = more;
	if (!both)
		return;
	memcpy(both, to->s, to->n);
	memcpy(both + to->n, "\n\n", 2);
	memcpy(both + to->n + 2, more.s, more.n);
	*to = (struct sr_str){ both, to->n + more.n + 2 };
}

/* Several texts follow one another, but for those that say the same. */
static bool is_choice(GMimeObject *parent)
{
	return parent && g_mime_content_type_is_type(
				 g_mime_object_get_content_type(parent),
				 "multipart", "alternative");
}

/* The address that a saved page's part was loaded from; NULL of a mail's. */
static const char *location_of(GMimeObject *part)
{
	const char *at = g_mime_object_get_header(part, "Content-Location");

	return at && strncmp(at, "http", 4) == 0 ? at : NULL;
}

static bool is_saved_page(GMimeObject *parent, GMimeObject *part)
{
	return GMIME_IS_MULTIPART(parent) && GMIME_IS_PART(part) &&
	       g_mime_content_type_is_type(
		       g_mime_object_get_content_type(parent), "multipart",
		       "related") &&
	       g_mime_content_type_is_type(
		       g_mime_object_get_content_type(part), "text", "html") &&
	       location_of(part);
}

static void on_part(GMimeObject *parent, GMimeObject *part, gpointer user)
{
	struct mail *m = user;

	if (!m->saved && is_saved_page(parent, part))
		m->saved = GMIME_PART(part);
	if (m->saved || m->nparts++ > PARTS || !GMIME_IS_PART(part))
		return;
	GMimeContentType *t = g_mime_object_get_content_type(part);
	bool html = g_mime_content_type_is_type(t, "text", "html");
	struct sr_str *slot = html ? &m->html : &m->plain;
	if (GMIME_IS_TEXT_PART(part) && !is_attached(part) &&
	    !(slot->n && (html || is_choice(parent))) &&
	    (html || g_mime_content_type_is_type(t, "text", "plain")))
		add_text(m, slot, text_of(m, GMIME_PART(part), html));
	else if (is_attached(part) && is_report_type(part) &&
		 m->nattached < SR_LEN(m->attached))
		m->attached[m->nattached++] = GMIME_PART(part);
}

/* An address without brackets; its name before it where it has one. */
static struct sr_str sender(GMimeMessage *message)
{
	InternetAddressList *from = g_mime_message_get_from(message);
	InternetAddress *a =
		from ? internet_address_list_get_address(from, 0) : NULL;
	const char *name = a ? internet_address_get_name(a) : NULL;

	if (!name && a && INTERNET_ADDRESS_IS_MAILBOX(a))
		name = internet_address_mailbox_get_addr(
			INTERNET_ADDRESS_MAILBOX(a));
	return sr_str_of(name);
}

static bool give_text(struct mail *m, GMimeMessage *message,
		      struct sr_str bytes)
{
	struct sr_named named = { .rank = { 0 } };
	char day[32] = "";
	GDateTime *date = g_mime_message_get_date(message);

	if (date)
		snprintf(day, sizeof(day), "%04d-%02d-%02d",
			 g_date_time_get_year(date),
			 g_date_time_get_month(date),
			 g_date_time_get_day_of_month(date));
	sr_named_put(&named, SR_NAME_TITLE, 1,
		     sr_str_of(g_mime_message_get_subject(message)));
	sr_named_put(&named, SR_NAME_ID, 1,
		     sr_str_of(g_mime_message_get_message_id(message)));
	sr_named_put(&named, SR_NAME_AUTHOR, 1, sender(message));
	sr_named_put(&named, SR_NAME_PUBLISHED, 1, sr_str_of(day));
	if (!sr_str_trim(m->plain).n && !m->html.n)
		return m->nattached > 0 ||
		       sr_give_error(m->w, m->n, SR_REFUSED,
				     "a message without text");
	if (sr_str_trim(m->plain).n)
		sr_named_put(&named, SR_NAME_TEXT, 1,
			     sr_mail_own(&m->mem, m->plain));
	else
		sr_named_put(&named, SR_NAME_HTML, 1, m->html);
	return sr_give_named(m->w, bytes, &named, m->n);
}

/* A part as a file of its own, by what it is. */
static bool give_part(struct mail *m, GMimePart *part, const char *path,
		      struct sr_given given)
{
	struct sr_within in = { .in = m->w->in,
				.path = path,
				.depth = m->w->depth + 1,
				.given = given };
	struct sr_str bytes;
	GMimeStream *out = content_of(part, &bytes);
	struct sr_stream s;

	in.given.charset = sr_str_of(g_mime_object_get_content_type_parameter(
		GMIME_OBJECT(part), "charset"));
	sr_stream_of(&s, bytes);
	bool go_on = sr_open(&in, &s);
	sr_stream_release(&s);
	g_object_unref(out);
	return go_on;
}

static bool give_attached(struct mail *m, GMimePart *part, size_t k)
{
	char path[SR_MAX_PATH + 48];

	snprintf(path, sizeof(path), "%s#%zu/%zu", m->w->path, m->n, k + 1);
	return give_part(m, part, path, (struct sr_given){ .id = { NULL, 0 } });
}

/* The page of a file that a browser saved, all in one; the mail's header says
 * when it was saved, not when it was published. */
static bool give_saved(struct mail *m, GMimeMessage *message)
{
	char path[SR_MAX_PATH + 32];

	if (m->single)
		snprintf(path, sizeof(path), "%s", m->w->path);
	else
		snprintf(path, sizeof(path), "%s#%zu", m->w->path, m->n);
	GDateTime *date = g_mime_message_get_date(message);
	char *at = date ? g_date_time_format_iso8601(date) : NULL;
	bool go_on = give_part(
		m, m->saved, path,
		(struct sr_given){ .url = sr_str_of(location_of(
					   GMIME_OBJECT(m->saved))),
				   .captured = sr_str_of(at) });
	g_free(at);
	return go_on;
}

/* A message without its "From " line. */
static bool give_message(struct mail *m, struct sr_str bytes)
{
	GMimeStream *in = g_mime_stream_mem_new_with_buffer(bytes.s, bytes.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(in);
	GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
	bool go_on;

	m->n++;
	sr_arena_reset(&m->mem);
	m->plain = m->html = (struct sr_str){ NULL, 0 };
	m->nattached = m->nparts = 0;
	m->saved = NULL;
	if (message) {
		g_mime_message_foreach(message, on_part, m);
		go_on = m->saved ? give_saved(m, message)
				 : give_text(m, message, bytes);
		for (size_t i = 0; !m->saved && go_on && i < m->nattached; i++)
			go_on = give_attached(m, m->attached[i], i);
		g_object_unref(message);
	} else {
		go_on = sr_give_error(m->w, m->n, SR_REFUSED,
				      "not a message: no header was found");
	}
	g_object_unref(parser);
	g_object_unref(in);
	return go_on;
}

/* The bytes up to the next "From " line, or to the end; more than SR_MAX_MAIL
 * when it is longer than that. */
static size_t message_end(struct sr_stream *s)
{
	size_t at = 0;

	for (;;) {
		struct sr_str w = sr_stream_peek(s, at + 65536);
		for (; at + 6 < w.n; at++)
			if (w.s[at] == '\n' &&
			    memcmp(w.s + at + 1, "From ", 5) == 0 &&
			    (at == 0 || w.s[at - 1] == '\n' ||
			     (at > 1 && w.s[at - 1] == '\r' &&
			      w.s[at - 2] == '\n')))
				return at + 1;
		if (w.n < at + 65536 && s->ended)
			return w.n;
		if (at > SR_MAX_MAIL)
			return at;
	}
}

bool sr_open_mbox(const struct sr_within *w, struct sr_stream *s)
{
	struct mail m = { .w = w };
	bool go_on = true;

	g_mime_init();
	sr_arena_init(&m.mem, MAIL_ROOM);
	while (go_on && sr_stream_more(s)) {
		struct sr_str line = sr_stream_line(s, 4096);
		if (line.n >= 5 && memcmp(line.s, "From ", 5) == 0)
			sr_stream_skip(s, line.n);
		size_t n = message_end(s);
		if (n > SR_MAX_MAIL)
			go_on = sr_give_error(w, ++m.n, SR_LIMIT,
					      "a message larger than "
					      "SR_MAX_MAIL");
		else if (n)
			go_on = give_message(&m, (struct sr_str){
					sr_stream_peek(s, n).s, n });
		sr_stream_skip(s, n ? n : 1);
	}
	sr_arena_release(&m.mem);
	return go_on && sr_give_fault(w, s, m.n + 1);
}

bool sr_open_mail(const struct sr_within *w, struct sr_stream *s)
{
	struct mail m = { .w = w, .single = true };
	struct sr_str bytes = sr_stream_peek(s, (size_t)SR_MAX_MAIL + 1);

	if (s->code)
		return sr_give_fault(w, s, 0);
	if (bytes.n > SR_MAX_MAIL)
		return sr_give_error(w, 0, SR_LIMIT,
				     "a message larger than SR_MAX_MAIL");
	g_mime_init();
	sr_arena_init(&m.mem, MAIL_ROOM);
	bool go_on = give_message(&m, bytes);
	sr_arena_release(&m.mem);
	return go_on;
}
