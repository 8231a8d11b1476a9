#include "intake/sniff.h"

#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "intake/charset.h"
#include "intake/chat.h"
#include "intake/map.h"

#define LONGEST_NAME 200u /* of a variable */
#define FEWEST_ROWS 2u	   /* below the names of a table */

/* Files that begin with the same bytes each time. */
static const struct {
	uint32_t at;
	uint8_t n;
	const char *bytes;
	enum sr_kind kind;
	const char *what;
} MAGIC[] = {
	{ 0, 2, "\x1F\x8B", SR_KIND_GZIP, NULL },
	{ 0, 6, "\xFD"
		"7zXZ\0",
	  SR_KIND_PACKED, NULL },
	{ 0, 3, "BZh", SR_KIND_PACKED, NULL },
	{ 0, 4, "LZIP", SR_KIND_PACKED, NULL },
	{ 0, 4, "\x28\xB5\x2F\xFD", SR_KIND_ZSTD, NULL },
	{ 0, 4, "PK\3\4", SR_KIND_ARCHIVE, NULL },
	{ 0, 4, "PK\5\6", SR_KIND_ARCHIVE, NULL },
	{ 0, 6, "7z\xBC\xAF\x27\x1C", SR_KIND_ARCHIVE, NULL },
	{ 257, 5, "ustar", SR_KIND_ARCHIVE, NULL },
	{ 0, 5, "WARC/", SR_KIND_WARC, NULL },
	{ 0, 5, "%PDF-", SR_KIND_PDF, NULL },
	{ 0, 8, "\x89PNG\r\n\x1A\n", SR_KIND_OTHER, "a PNG picture" },
	{ 0, 3, "\xFF\xD8\xFF", SR_KIND_OTHER, "a JPEG picture" },
	{ 0, 4, "GIF8", SR_KIND_OTHER, "a GIF picture" },
	{ 0, 4, "RIFF", SR_KIND_OTHER, "a picture, sound or film (RIFF)" },
	{ 0, 4, "II*\0", SR_KIND_OTHER, "a TIFF picture" },
	{ 0, 4, "MM\0*", SR_KIND_OTHER, "a TIFF picture" },
	{ 4, 4, "ftyp", SR_KIND_OTHER, "a film or sound (MP4)" },
	{ 0, 4, "\x1A\x45\xDF\xA3", SR_KIND_OTHER, "a film (Matroska)" },
	{ 0, 4, "OggS", SR_KIND_OTHER, "a sound or film (Ogg)" },
	{ 0, 3, "ID3", SR_KIND_OTHER, "a sound (MP3)" },
	{ 0, 4, "\x7F"
		"ELF",
	  SR_KIND_OTHER, "a program" },
	{ 0, 16, "SQLite format 3\0", SR_KIND_OTHER, "an SQLite database" },
	{ 0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", SR_KIND_OTHER,
	  "an old Office document: save it as .docx" },
	{ 0, 4, "Rar!", SR_KIND_ARCHIVE, NULL },
	{ 0, 4, "PAR1", SR_KIND_OTHER, "a Parquet table" },
	{ 0, 4, "wOFF", SR_KIND_OTHER, "a font" },
};

static bool has_at(struct sr_str s, size_t at, const char *bytes, size_t n)
{
	return s.n >= at + n && memcmp(s.s + at, bytes, n) == 0;
}

#define ZIP_NAME 30u /* where a zip has the name of its first file */

/* Little-endian. */
static size_t number(struct sr_str s, size_t at, size_t n)
{
	size_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)s.s[at + n];
	return v;
}

static bool is_one_of(struct sr_str s, const char *const *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (has_at(s, ZIP_NAME, name[i], strlen(name[i])))
			return true;
	return false;
}

/* Documents have some file first; those that somebody unpacked and packed again
 * have others before it, whose sizes are told where they were not streamed. */
bool sr_is_office(struct sr_str s)
{
	static const char *const FIRST[] = { "[Content_Types].xml", "mimetype",
					     "_rels/.rels", "docProps/",
					     "word/", "xl/", "customXml/",
					     "Configurations2/",
					     "Thumbnails/thumbnail.png" };
	static const char *const ANY[] = { "[Content_Types].xml",
					   "META-INF/manifest.xml" };

	if (has_at(s, 0, "{\\rtf", 5))
		return true;
	if (has_at(s, 0, "PK\3\4", 4) && is_one_of(s, FIRST, SR_LEN(FIRST)))
		return true;
	while (has_at(s, 0, "PK\3\4", 4) && s.n > ZIP_NAME) {
		if (is_one_of(s, ANY, SR_LEN(ANY)))
			return true;
		size_t own = ZIP_NAME + number(s, 18, 4) + number(s, 26, 2) +
			     number(s, 28, 2);
		if (number(s, 6, 2) & 8 || own >= s.n)
			return false;
		s = (struct sr_str){ s.s + own, s.n - own };
	}
	return false;
}

static bool by_magic(struct sr_str s, enum sr_kind *kind, const char **what)
{
	for (size_t i = 0; i < sizeof(MAGIC) / sizeof(*MAGIC); i++) {
		if (!has_at(s, MAGIC[i].at, MAGIC[i].bytes, MAGIC[i].n))
			continue;
		*kind = MAGIC[i].kind;
		*what = MAGIC[i].what;
		return true;
	}
	/* A frame to be skipped, in front of others. */
	if (s.n >= 4 && (s.s[0] & 0xF0) == 0x50 &&
	    memcmp(s.s + 1, "\x2A\x4D\x18", 3) == 0) {
		*kind = SR_KIND_ZSTD;
		return true;
	}
	return false;
}

static struct sr_str past_bom(struct sr_str s)
{
	if (has_at(s, 0, "\xEF\xBB\xBF", 3))
		s = (struct sr_str){ s.s + 3, s.n - 3 };
	while (s.n && memchr(" \t\r\n", s.s[0], 4))
		s = (struct sr_str){ s.s + 1, s.n - 1 };
	return s;
}

/* The name of the first element, behind declarations and comments. */
static struct sr_str root_of(struct sr_str s)
{
	for (;;) {
		const char *lt = s.n ? memchr(s.s, '<', s.n) : NULL;
		if (!lt || lt + 1 >= s.s + s.n)
			return (struct sr_str){ NULL, 0 };
		s = (struct sr_str){ lt + 1, (size_t)(s.s + s.n - lt - 1) };
		if (has_at(s, 0, "!--", 3)) {
			while (s.n > 3 && !has_at(s, 0, "-->", 3))
				s = (struct sr_str){ s.s + 1, s.n - 1 };
			continue;
		}
		if (s.s[0] != '!' && s.s[0] != '?')
			break;
	}
	size_t n = 0;
	while (n < s.n && !memchr(" \t\r\n/>", s.s[n], 6))
		n++;
	return (struct sr_str){ s.s, n };
}

static bool is_feed(struct sr_str s)
{
	struct sr_str root = root_of(s), rest = root;

	sr_str_cut(&rest, ':');
	if (rest.s) /* it has a prefix, of any name */
		root = rest;
	return sr_str_is(root, "rss") || sr_str_is(root, "feed") ||
	       sr_str_is(root, "RDF");
}

static bool is_tag_of(struct sr_str root, const char *const *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sr_str_same_name(root, sr_str_of(name[i])))
			return true;
	return false;
}

/* A page whose head is all script, so that tags are few in it; or what is left
 * of one when somebody cut the text out. */
static bool is_page(struct sr_str s)
{
	static const char *const PAGES[] = { "html",	"head", "body", "p",
					     "div",	"h1",	"h2",	"span",
					     "article", "main", "section" };
	struct sr_str root = root_of(s);

	return is_tag_of(root, PAGES, SR_LEN(PAGES));
}

/* Behind "window.name =", as exports begin that a page is to load; else from the
 * start. */
static struct sr_str past_assignment(struct sr_str s)
{
	static const char NAME[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "0123456789_$. ";
	size_t n = 0;

	while (n < s.n && n < LONGEST_NAME && memchr(NAME, s.s[n], sizeof(NAME) - 1))
		n++;
	if (n && n < s.n && s.s[n] == '=')
		return past_bom((struct sr_str){ s.s + n + 1, s.n - n - 1 });
	return s;
}

/* "{" and a key, or a list of such. */
static bool is_json(struct sr_str s)
{
	s = past_assignment(past_bom(s));
	if (s.n && s.s[0] == '[')
		s = past_bom((struct sr_str){ s.s + 1, s.n - 1 });
	if (!s.n || s.s[0] != '{')
		return false;
	s = past_bom((struct sr_str){ s.s + 1, s.n - 1 });
	return s.n && (s.s[0] == '"' || s.s[0] == '}');
}

/* "Name: value" of a mail's header. */
static bool is_field(struct sr_str line)
{
	size_t n = 0;

	while (n < line.n && n < 40 &&
	       (line.s[n] == '-' || (line.s[n] >= '0' && line.s[n] <= '9') ||
		((line.s[n] | 32) >= 'a' && (line.s[n] | 32) <= 'z')))
		n++;
	return n > 1 && n + 1 < line.n && line.s[n] == ':' &&
	       (line.s[n + 1] == ' ' || line.s[n + 1] == '\t');
}

/* Lines of fields, some of which only mails have; or those that every one has,
 * all of them. */
static bool is_mail(struct sr_str s)
{
	static const char *const SURE[] = { "Message-ID:", "Message-Id:",
					    "Received:",   "MIME-Version:",
					    "Mime-Version:", "Return-Path:",
					    "Delivered-To:" };
	static const char *const ALL[] = { "From:", "To:", "Date:",
					   "Subject:" };
	unsigned sure = 0, all = 0, n = 0;

	while (s.s && n < 60) {
		struct sr_str line = sr_str_cut(&s, '\n');
		if (line.n && line.s[line.n - 1] == '\r')
			line.n--;
		if (!line.n)
			break;
		if (line.s[0] != ' ' && line.s[0] != '\t' && !is_field(line))
			return false;
		for (size_t i = 0; i < sizeof(SURE) / sizeof(*SURE); i++)
			sure += has_at(line, 0, SURE[i], strlen(SURE[i]));
		for (size_t i = 0; i < SR_LEN(ALL); i++)
			if (has_at(line, 0, ALL[i], strlen(ALL[i])))
				all |= 1u << i;
		n++;
	}
	return (sure > 0 && n > 1) || all == (1u << SR_LEN(ALL)) - 1;
}

static bool is_mbox(struct sr_str s)
{
	if (!has_at(s, 0, "From ", 5))
		return false;
	sr_str_cut(&s, '\n');
	struct sr_str line = s.s ? sr_str_cut(&s, '\n') : s;
	return is_field(line);
}

static bool is_wide(struct sr_str s)
{
	char name[SR_CHARSET];

	sr_charset_find(s, (struct sr_str){ NULL, 0 }, SR_MARKUP_NONE, name);
	return memcmp(name, "UTF-", 4) == 0;
}

static const char MARKS[] = { '\t', ',', ';', '|' }; /* between cells */

char sr_table_separator(const struct sr_kit *kit, const char *map,
			struct sr_str line)
{
	line = sr_str_trim(line);
	for (size_t i = 0; i < sizeof(MARKS); i++) {
		struct sr_str rest = line;
		unsigned known = 0, texts = 0, all = 0;
		if (!line.n || !memchr(line.s, MARKS[i], line.n))
			continue; /* one column is no table */
		while (rest.s) {
			struct sr_str name =
				sr_str_trim(sr_str_cut(&rest, MARKS[i]));
			if (name.n > 2 && name.s[0] == '"')
				name = (struct sr_str){ name.s + 1,
							name.n - 2 };
			unsigned rank = 0;
			enum sr_name f = sr_map_find(kit, map, name, &rank);
			known += f != SR_NAME_COUNT;
			texts += f == SR_NAME_TEXT || f == SR_NAME_HTML ||
				 f == SR_NAME_TITLE;
			all++;
		}
		if (all >= 2 && texts && (known >= 2 || map))
			return MARKS[i];
	}
	return 0;
}

static bool is_table(const struct sr_kit *kit, const char *map,
		     struct sr_str s)
{
	s = past_bom(s);
	struct sr_str rest = s, line = sr_str_cut(&rest, '\n');

	char mark = line.n < 4096 ? sr_table_separator(kit, map, line) : 0;
	struct sr_str row = rest.s ? sr_str_cut(&rest, '\n') : rest;
	size_t names = 0, cells = 0;

	for (size_t i = 0; mark && i < line.n; i++)
		names += line.s[i] == mark;
	for (size_t i = 0; i < row.n; i++)
		cells += row.s[i] == mark;
	/* A text can begin with such words; its second line has no cells. */
	return mark && row.n && (cells >= names || memchr(row.s, '"', row.n));
}

/* Of how many cells a line is, quotes held; 0: a quote that stays open. */
static size_t cells_of(struct sr_str line, char mark)
{
	size_t n = 1;
	bool quoted = false;

	for (size_t i = 0; i < line.n; i++) {
		quoted ^= line.s[i] == '"';
		n += line.s[i] == mark && !quoted;
	}
	return quoted ? 0 : n;
}

/* Names of columns: cells of at most three words of letters, digits and signs
 * that names have, a letter in each. */
static bool are_names(struct sr_str line, char mark)
{
	while (line.s) {
		struct sr_str name = sr_str_trim(sr_str_cut(&line, mark));
		size_t letters = 0, spaces = 0;
		for (size_t i = 0; i < name.n; i++) {
			char c = name.s[i];
			bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
			letters += letter;
			spaces += c == ' ';
			if (!letter && !(c >= '0' && c <= '9') &&
			    !memchr(" _-.\"/:#()", c, 11))
				return false;
		}
		if (!letters || name.n > 40 || spaces > 2)
			return false;
	}
	return true;
}

/* A table whose columns nobody knows: names, and as many cells in each of at
 * least two lines below. As a text it would be misread. */
static bool is_unknown_table(struct sr_str s)
{
	struct sr_str rest = past_bom(s), line = sr_str_cut(&rest, '\n');

	line = sr_str_trim(line);
	for (size_t i = 0; i < sizeof(MARKS); i++) {
		size_t cells = cells_of(line, MARKS[i]), rows = 0;
		struct sr_str below = rest;
		if (cells < 3 || !are_names(line, MARKS[i]))
			continue;
		while (below.s && rows < FEWEST_ROWS) {
			struct sr_str row = sr_str_cut(&below, '\n');
			if (!below.s || cells_of(row, MARKS[i]) != cells)
				break; /* the last one may be cut */
			rows++;
		}
		if (rows >= FEWEST_ROWS)
			return true;
	}
	return false;
}

enum sr_kind sr_sniff(const struct sr_kit *kit, const char *map,
		      struct sr_str first, const char **what)
{
	enum sr_kind kind = SR_KIND_OTHER;
	struct sr_str s = { first.s, first.n < SR_SNIFF ? first.n : SR_SNIFF };

	*what = NULL;
	if (sr_is_office(s))
		return SR_KIND_OFFICE;
	if (by_magic(s, &kind, what))
		return kind;
	if (s.n > 8 && is_wide(s))
		return SR_KIND_WIDE;
	if (is_json(s))
		return SR_KIND_JSON;
	if (is_mbox(s))
		return SR_KIND_MBOX;
	if (is_mail(s))
		return SR_KIND_MAIL;
	if (sr_is_markup(s))
		return is_feed(past_bom(s)) ? SR_KIND_FEED : SR_KIND_PAGE;
	if (has_at(past_bom(s), 0, "<", 1) && is_feed(past_bom(s)))
		return SR_KIND_FEED;
	if (has_at(past_bom(s), 0, "<", 1) && is_page(past_bom(s)))
		return SR_KIND_PAGE;
	if (sr_is_chat(past_bom(s)))
		return SR_KIND_CHAT;
	if (is_table(kit, map, s))
		return SR_KIND_TABLE;
	if (is_unknown_table(s)) {
		*what = "a table without a column that is known as a text or "
			"title: name one by --map text=COLUMN";
		return SR_KIND_OTHER;
	}
	return SR_KIND_TEXT;
}
