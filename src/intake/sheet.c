/* A workbook: its zip, and where in it the sheets are. Parts are unpacked as
 * they are read; but for the shared strings nothing of them is kept. */
#include "intake/sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"

#define FEW ((uint64_t)64 << 20) /* bytes that may be packed ever so well */
#define NAME 256u		 /* bytes of a part's name */

struct sheet {
	struct sr_str name, id, part;
};

struct workbook {
	const struct sr_within *w;
	struct sr_str bytes;
	struct sr_book book;
	SR_LIST(struct sheet) sheets;
	struct sr_str strings, styles; /* names of parts */
	size_t found;
	bool open_document;
};

int sr_unzip_pull(void *from, char *out, int n)
{
	struct sr_unzip *p = from;
	la_ssize_t k = n;

	if (p->zip) {
		k = archive_read_data(p->zip, out, (size_t)n);
	} else {
		k = p->left.n < (size_t)n ? (la_ssize_t)p->left.n : n;
		if (k) { /* of nothing there may be no pointer */
			memcpy(out, p->left.s, (size_t)k);
			p->left.s += k;
			p->left.n -= (size_t)k;
		}
	}
	p->n += k > 0 ? (uint64_t)k : 0;
	p->over = p->over || p->n > p->most;
	return p->over || k < 0 ? -1 : (int)k;
}

/* The zip at a part of that name; NULL where it has none. Names are told from
 * one another without their case. */
static struct archive *open_part(struct sr_str bytes, const char *name)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;

	if (!a)
		return NULL;
	archive_read_support_format_zip_seekable(a);
	int state = archive_read_open_memory(a, bytes.s, bytes.n);
	for (size_t n = 0; state >= ARCHIVE_WARN && n < SR_MAX_OFFICE_PARTS;
	     n++) {
		state = archive_read_next_header(a, &e);
		if (state == ARCHIVE_EOF || state < ARCHIVE_WARN)
			break;
		const char *own = archive_entry_pathname(e);
		if (own && sr_str_same_name(sr_str_of(own), sr_str_of(name)))
			return a;
	}
	archive_read_free(a);
	return NULL;
}

/* Opens a part by its name: "xl/" and where a relation leads, unless that
 * begins at the root. All parts of a file may be unpacked to so much. */
static bool begin_part(const struct workbook *b, struct sr_str name,
		       struct sr_unzip *part)
{
	char path[NAME + 8];
	bool root = name.n && name.s[0] == '/';

	*part = (struct sr_unzip){ .most = FEW };
	if (!name.n || name.n > NAME)
		return false;
	snprintf(path, sizeof(path), "%s%.*s", root ? "" : "xl/",
		 (int)(name.n - root), name.s + root);
	part->zip = open_part(b->bytes, path);
	if (b->bytes.n > FEW / SR_MAX_RATIO)
		part->most = (uint64_t)b->bytes.n * SR_MAX_RATIO;
	return part->zip != NULL;
}

static void end_part(struct sr_unzip *part)
{
	archive_read_free(part->zip);
	part->zip = NULL;
}

/* The workbook and its relations */

static bool ends_with(struct sr_str s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && memcmp(sr_str_end(s) - n, end, n) == 0;
}

static void on_workbook(void *user, struct sr_xml *x)
{
	struct workbook *b = user;
	struct sr_arena *mem = &b->book.mem;

	if (!x->start)
		return;
	if (sr_xml_is(x, "workbookPr")) {
		struct sr_str v = sr_xml_attr(x, mem, "date1904");
		b->book.since_1904 = sr_str_is(v, "1") || sr_str_is(v, "true");
	} else if (sr_xml_is(x, "sheet") && b->sheets.nitem < SR_MAX_SHEETS) {
		struct sheet *s = SR_PUSH(mem, &b->sheets);
		if (s)
			*s = (struct sheet){ .name = sr_xml_attr(x, mem, "name"),
					     .id = sr_xml_attr(x, mem, "id") };
	}
}

static void on_relation(void *user, struct sr_xml *x)
{
	struct workbook *b = user;
	struct sr_arena *mem = &b->book.mem;

	if (!x->start || !sr_xml_is(x, "Relationship"))
		return;
	struct sr_str type = sr_xml_attr(x, mem, "Type");
	struct sr_str target = sr_xml_attr(x, mem, "Target");
	struct sr_str id = sr_xml_attr(x, mem, "Id");
	if (ends_with(type, "/sharedStrings"))
		b->strings = target;
	else if (ends_with(type, "/styles"))
		b->styles = target;
	for (size_t i = 0; i < b->sheets.nitem; i++)
		if (ends_with(type, "/worksheet") &&
		    sr_str_equal(b->sheets.items[i].id, id))
			b->sheets.items[i].part = target;
}

static bool walk_part(const struct workbook *b, const char *name,
		      sr_xml_fn *fn, void *user)
{
	struct sr_unzip part;

	if (!begin_part(b, sr_str_of(name), &part))
		return false;
	if (part.most > SR_MAX_OFFICE)
		part.most = SR_MAX_OFFICE;
	bool ok = sr_unzip_walk(&part, fn, user);
	end_part(&part);
	return ok;
}

static bool read_book(struct workbook *b)
{
	struct sr_unzip part;
	bool ok = walk_part(b, "workbook.xml", on_workbook, b) &&
		  walk_part(b, "_rels/workbook.xml.rels", on_relation, b);

	if (ok && begin_part(b, b->styles, &part)) {
		/* Without them a day is a number. */
		(void)sr_book_styles(&b->book, &part);
		end_part(&part);
	}
	if (ok && begin_part(b, b->strings, &part)) {
		if (part.most > SR_MAX_STRINGS)
			part.most = SR_MAX_STRINGS;
		ok = sr_book_strings(&b->book, &part);
		end_part(&part);
	}
	return ok && !b->book.mem.full;
}

static bool give_sheet(struct workbook *b, const struct sheet *s)
{
	struct sr_within in = *b->w;
	char path[SR_MAX_PATH + NAME];
	struct sr_unzip part;
	bool found = false, go_on = true;

	if (b->sheets.nitem > 1) {
		snprintf(path, sizeof(path), "%s!%.*s", b->w->path,
			 (int)(s->name.n < NAME ? s->name.n : NAME - 1),
			 s->name.n ? s->name.s : "");
		in.path = path;
	}
	in.size = 0;
	if (!begin_part(b, s->part, &part))
		return true;
	go_on = sr_sheet_give(&in, &b->book, &part, &found);
	b->found += found;
	end_part(&part);
	return go_on;
}

static bool give_open_document(struct workbook *b)
{
	struct sr_within in = *b->w;
	struct sr_unzip part;
	bool found = false, go_on = true;

	in.size = 0;
	if (!begin_part(b, SR_STR("/content.xml"), &part))
		return true;
	go_on = sr_sheets_give(&in, &part, &found);
	b->found = found;
	end_part(&part);
	return go_on;
}

static bool give_book(struct workbook *b)
{
	bool go_on = true;

	if (b->open_document)
		go_on = give_open_document(b);
	else if (!read_book(b))
		return sr_give_error(b->w, 0, b->book.mem.full ? SR_LIMIT
							       : SR_REFUSED,
				     b->book.mem.full
					     ? "a spreadsheet with more words "
					       "than SR_MAX_STRINGS"
					     : "a spreadsheet that is damaged "
					       "or locked by a password");
	for (size_t i = 0; go_on && i < b->sheets.nitem; i++)
		go_on = give_sheet(b, &b->sheets.items[i]);
	if (go_on && !b->found)
		go_on = sr_give_error(b->w, 0, SR_REFUSED,
				      "a spreadsheet without names of columns "
				      "that are known: expected a row of them, "
				      "as title, text, date; or --map");
	return go_on;
}

static bool is_open_document(struct sr_str bytes)
{
	static const char TYPE[] = "application/vnd.oasis.opendocument."
				   "spreadsheet";
	struct archive *a = open_part(bytes, "mimetype");
	char own[sizeof(TYPE) - 1];
	bool is = a && archive_read_data(a, own, sizeof(own)) ==
			       (la_ssize_t)sizeof(own) &&
		  memcmp(own, TYPE, sizeof(own)) == 0;

	archive_read_free(a);
	return is;
}

bool sr_book_give(const struct sr_within *w, struct sr_str bytes, bool *go_on)
{
	struct workbook b = { .w = w, .bytes = bytes };
	bool zip = bytes.n > 4 && bytes.s[0] == 'P';
	struct archive *a = zip ? open_part(bytes, "xl/workbook.xml") : NULL;

	if (zip && !a)
		b.open_document = is_open_document(bytes);
	archive_read_free(a);
	if (!a && !b.open_document)
		return false;
	sr_arena_init(&b.book.mem, (size_t)SR_MAX_STRINGS * 2);
	*go_on = give_book(&b);
	sr_arena_release(&b.book.mem);
	return true;
}
