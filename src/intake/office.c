/* Documents of Word (.docx) and OpenDocument (.odt): a zip whose parts are XML.
 * libarchive opens it by its directory, so that pictures are never unpacked;
 * the parts that hold the text are read by office_docx.c and office_odt.c. */
#include "intake/office.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "intake/read.h"

#define NOT_READ "%s: expected a text (.docx, .odt, .rtf); save it as %s"

/* Parts */

/* Word's own text; programs that work on one document together number it. */
static bool is_word(const char *name)
{
	static const char BEGIN[] = "word/document";

	if (strncmp(name, BEGIN, sizeof(BEGIN) - 1) != 0)
		return false;
	name += sizeof(BEGIN) - 1;
	return strcmp(name + strspn(name, "0123456789"), ".xml") == 0;
}

static struct sr_str *part_of(struct sr_office *office, const char *name)
{
	const struct {
		const char *name;
		struct sr_str *part;
	} PARTS[] = { { "word/styles.xml", &office->word_styles },
		      { "docProps/core.xml", &office->core },
		      { "content.xml", &office->content },
		      { "meta.xml", &office->meta } };

	if (is_word(name))
		return office->word.s ? NULL : &office->word;
	for (size_t i = 0; i < SR_LEN(PARTS); i++)
		if (strcmp(name, PARTS[i].name) == 0)
			return PARTS[i].part->s ? NULL : PARTS[i].part;
	return NULL;
}

/* What else such a zip may be, by the names in it. */
static enum sr_code refuse_other(const char *name, const char *path,
				 struct sr_err *err)
{
	static const char *const KINDS[][3] = {
		{ "xl/workbook.", "a spreadsheet", "CSV" },
		{ "ppt/presentation.", "slides", "PDF" },
		{ "visio/", "a drawing", "PDF" },
		{ "META-INF/container.xml", "an e-book", "HTML" },
		{ "AndroidManifest.xml", "a program", "text" },
	};

	for (size_t i = 0; i < SR_LEN(KINDS); i++)
		if (strncmp(name, KINDS[i][0], strlen(KINDS[i][0])) == 0)
			return sr_fail(err, SR_REFUSED, path, NOT_READ,
				       KINDS[i][1], KINDS[i][2]);
	return SR_OK;
}

static enum sr_code read_part(struct sr_arena *mem, struct archive *a,
			      const char *path, struct sr_str *part,
			      struct sr_err *err)
{
	size_t room = 0;
	char *text = NULL;
	la_ssize_t k = 1;

	*part = (struct sr_str){ "", 0 };
	while (k > 0) {
		if (part->n == room) {
			size_t more = room ? room * 2 : (size_t)64 << 10;
			char *grown = sr_arena_raw(mem, more, 1);
			if (!grown)
				return sr_fail_nomem(err, path);
			if (part->n)
				memcpy(grown, text, part->n);
			text = grown;
			room = more;
			part->s = text;
		}
		k = archive_read_data(a, text + part->n, room - part->n);
		part->n += k > 0 ? (size_t)k : 0;
		if (part->n > SR_MAX_OFFICE)
			return sr_fail(err, SR_LIMIT, path,
				       "a document whose text unpacks to more "
				       "than %u bytes (SR_MAX_OFFICE)",
				       SR_MAX_OFFICE);
	}
	if (k < 0)
		return sr_fail(err, SR_REFUSED, path,
			       "a document that is damaged or locked by a "
			       "password");
	return SR_OK;
}

static enum sr_code read_parts(struct sr_arena *mem, struct archive *a,
			       const char *path, struct sr_office *office,
			       struct sr_err *err)
{
	struct archive_entry *e;
	enum sr_code code = SR_OK;
	int state = ARCHIVE_OK;

	for (size_t n = 0; !code && n < SR_MAX_OFFICE_PARTS; n++) {
		do
			state = archive_read_next_header(a, &e);
		while (state == ARCHIVE_RETRY);
		if (state == ARCHIVE_EOF || state < ARCHIVE_WARN)
			break;
		const char *name = archive_entry_pathname(e);
		struct sr_str *part = name ? part_of(office, name) : NULL;
		if (part)
			code = read_part(mem, a, path, part, err);
		else if (name)
			code = refuse_other(name, path, err);
	}
	if (!code && state < ARCHIVE_WARN)
		code = sr_fail(err, SR_REFUSED, path,
			       "a document that is damaged or breaks off");
	return code;
}

static enum sr_code open_zip(struct sr_arena *mem, const struct sr_item *item,
			     struct sr_office *office, struct sr_err *err)
{
	struct archive *a = archive_read_new();
	enum sr_code code;

	if (!a)
		return sr_fail_nomem(err, item->path);
	archive_read_support_format_zip_seekable(a);
	if (archive_read_open_memory(a, item->body.s, item->body.n) <
	    ARCHIVE_WARN)
		code = sr_fail(err, SR_REFUSED, item->path,
			       "a document that is damaged or breaks off");
	else
		code = read_parts(mem, a, item->path, office, err);
	archive_read_free(a);
	return code;
}

enum sr_code sr_office_read(struct sr_doc *doc, const struct sr_kit *kit,
			    const struct sr_item *item, struct sr_err *err)
{
	struct sr_flow flow = { .mem = &doc->mem };
	struct sr_office office = { .word = { NULL, 0 } };
	enum sr_code code;

	if (item->body.n > 5 && memcmp(item->body.s, "{\\rtf", 5) == 0)
		code = sr_rtf_read(&flow, item->body, item->path, err);
	else
		code = open_zip(&doc->mem, item, &office, err);
	if (!code && office.word.s)
		code = sr_docx_read(&flow, &office, item->path, err);
	else if (!code && office.content.s)
		code = sr_odt_read(&flow, &office, item->path, err);
	else if (!code && item->body.s[0] == 'P')
		code = sr_fail(err, SR_REFUSED, item->path, NOT_READ,
			       "a document or program of another kind",
			       "text");
	return code ? code : sr_flow_read(&flow, doc, kit, item, err);
}

/* Styles */

static bool begins(struct sr_str s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n &&
	       sr_str_same_name((struct sr_str){ s.s, n },
				(struct sr_str){ with, n });
}

/* The names that the formats themselves define: they are the same whatever the
 * user's language is. */
enum sr_style sr_style_of(struct sr_str name)
{
	if (begins(name, "heading"))
		return SR_STYLE_HEADING;
	if (sr_str_same_name(name, SR_STR("title")))
		return SR_STYLE_TITLE;
	if (begins(name, "caption") || sr_str_is(name, "Illustration") ||
	    sr_str_is(name, "Figure") || sr_str_is(name, "Drawing"))
		return SR_STYLE_CAPTION;
	if (begins(name, "toc"))
		return SR_STYLE_CONTENTS;
	return SR_STYLE_BODY;
}

void sr_styles_add(struct sr_styles *styles, struct sr_arena *mem,
		   struct sr_str id, struct sr_str name)
{
	enum sr_style style = sr_style_of(name);

	if (style == SR_STYLE_BODY || !id.n ||
	    styles->n == SR_LEN(styles->known))
		return;
	id.s = sr_arena_copy(mem, id.s, id.n);
	if (!id.s)
		return;
	styles->known[styles->n].id = id;
	styles->known[styles->n++].style = style;
}

enum sr_style sr_styles_find(const struct sr_styles *styles, struct sr_str id)
{
	for (size_t i = 0; i < styles->n; i++)
		if (sr_str_equal(styles->known[i].id, id))
			return styles->known[i].style;
	return sr_style_of(id);
}

void sr_flow_end_styled(struct sr_flow *f, enum sr_style style)
{
	static const enum sr_block_kind KINDS[] = {
		[SR_STYLE_BODY] = SR_BLOCK_BODY,
		[SR_STYLE_HEADING] = SR_BLOCK_HEADING,
		[SR_STYLE_TITLE] = SR_BLOCK_BODY,
		[SR_STYLE_CAPTION] = SR_BLOCK_CAPTION,
		[SR_STYLE_CONTENTS] = SR_BLOCK_BODY,
	};
	struct sr_str s = { NULL, 0 };

	if (f->n > f->from)
		s = (struct sr_str){ f->text + f->from, f->n - f->from };
	if (style == SR_STYLE_TITLE && !f->heading.n && s.n && s.n < 400) {
		char *own = sr_arena_copy(f->mem, s.s, s.n);
		f->heading = (struct sr_str){ own, own ? s.n : 0 };
	}
	sr_flow_end(f, KINDS[style]);
}
