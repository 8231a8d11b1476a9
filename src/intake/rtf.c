/* Rich text (RTF 1.9.1): groups in braces, control words, bytes in a code page
 * that the font or the file names, characters as \u. No library of Debian's
 * reads it into memory, and of its 1,800 words a text needs these few; an
 * unknown destination (\*) is left out, as the format asks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/office.h"

#define LONGEST_WORD 32u
#define MOST_FONTS 256u
#define FIELD 400u /* bytes of a title or name */
#define PAGES 16u  /* code pages of one file */
#define MAC 10000u /* the number that Windows has for its characters */

enum word {
	AUTHOR, /* destinations */
	FONTTBL,
	INFO, /* what the file says of itself */
	REVTIM,
	SKIP,
	STYLESHEET,
	TITLE,
	CELL, /* in the text */
	CHARACTER,
	LINE,
	PAR,
	ROW,
	TAB,
	ANSICPG, /* properties */
	DEFF,
	DELETED,
	DY,
	FONT,
	FCHARSET,
	INTBL,
	MO,
	OUTLINE,
	PARD,
	PLAIN,
	STYLE,
	UC,
	UNICODE,
	HIDDEN,
	YR,
	CODEPAGE, /* of the whole file, by its name */
	NOTHING,  /* a destination that is text */
	UNKNOWN,
};

/* By name, as bsearch wants them. */
static const struct word_row {
	const char *name;
	enum word word;
	uint32_t character;
} WORDS[] = {
	{ "aftncn", SKIP, 0 },
	{ "aftnsep", SKIP, 0 },
	{ "aftnsepc", SKIP, 0 },
	{ "annotation", SKIP, 0 },
	{ "ansicpg", ANSICPG, 0 },
	{ "author", AUTHOR, 0 },
	{ "bullet", CHARACTER, 0x2022 },
	{ "cell", CELL, 0 },
	{ "colortbl", SKIP, 0 },
	{ "deff", DEFF, 0 },
	{ "deleted", DELETED, 0 },
	{ "dy", DY, 0 },
	{ "emdash", CHARACTER, 0x2014 },
	{ "endash", CHARACTER, 0x2013 },
	{ "f", FONT, 0 },
	{ "fcharset", FCHARSET, 0 },
	{ "filetbl", SKIP, 0 },
	{ "fldinst", SKIP, 0 },
	{ "fonttbl", FONTTBL, 0 },
	{ "footer", SKIP, 0 },
	{ "footerf", SKIP, 0 },
	{ "footerl", SKIP, 0 },
	{ "footerr", SKIP, 0 },
	{ "footnote", SKIP, 0 },
	{ "ftncn", SKIP, 0 },
	{ "ftnsep", SKIP, 0 },
	{ "ftnsepc", SKIP, 0 },
	{ "header", SKIP, 0 },
	{ "headerf", SKIP, 0 },
	{ "headerl", SKIP, 0 },
	{ "headerr", SKIP, 0 },
	{ "info", INFO, 0 },
	{ "intbl", INTBL, 0 },
	{ "ldblquote", CHARACTER, 0x201C },
	{ "line", LINE, 0 },
	{ "listtext", SKIP, 0 },
	{ "lquote", CHARACTER, 0x2018 },
	{ "mac", CODEPAGE, MAC },
	{ "mo", MO, 0 },
	{ "nestcell", CELL, 0 },
	{ "nestrow", ROW, 0 },
	{ "object", SKIP, 0 },
	{ "outlinelevel", OUTLINE, 0 },
	{ "par", PAR, 0 },
	{ "pard", PARD, 0 },
	{ "pc", CODEPAGE, 437 },
	{ "pca", CODEPAGE, 850 },
	{ "pict", SKIP, 0 },
	{ "plain", PLAIN, 0 },
	{ "pntext", SKIP, 0 },
	{ "private", SKIP, 0 },
	{ "rdblquote", CHARACTER, 0x201D },
	{ "revtim", REVTIM, 0 },
	{ "row", ROW, 0 },
	{ "rquote", CHARACTER, 0x2019 },
	{ "rxe", SKIP, 0 },
	{ "s", STYLE, 0 },
	{ "sect", PAR, 0 },
	{ "shpinst", NOTHING, 0 },
	{ "shprslt", SKIP, 0 },
	{ "shptxt", NOTHING, 0 },
	{ "sp", SKIP, 0 },
	{ "stylesheet", STYLESHEET, 0 },
	{ "tab", TAB, 0 },
	{ "tc", SKIP, 0 },
	{ "title", TITLE, 0 },
	{ "txe", SKIP, 0 },
	{ "u", UNICODE, 0 },
	{ "uc", UC, 0 },
	{ "v", HIDDEN, 0 },
	{ "xe", SKIP, 0 },
	{ "yr", YR, 0 },
};

/* What a brace keeps and its end gives back. */
struct group {
	uint8_t into; /* enum word: a destination, UNKNOWN for the text */
	bool hidden;
	uint16_t page; /* code page; 0: the file's own */
	uint16_t uc;   /* characters behind \u that stand in for it */
};

/* The upper half of a code page, as UTF-8. */
struct page {
	uint16_t number;
	char half[128][4];
	uint8_t n[128];
};

struct rtf {
	struct sr_flow *flow;
	struct sr_str s;
	size_t at;
	SR_LIST(struct group) up;
	struct group now;
	struct sr_styles styles;
	enum sr_style style; /* of the paragraph */
	int id;		     /* of the style that is being read */
	struct {
		int number;
		uint16_t page;
	} font[MOST_FONTS];
	unsigned nfont;
	uint16_t file_page;
	int deff;
	struct page *page[PAGES];
	unsigned npage;
	unsigned behind; /* characters that a \u made good already */
	uint32_t high;	 /* the first half of a pair */
	bool begun;	 /* a paragraph */
	char field[FIELD];
	size_t nfield;
	int year, month, day;
};

/* Characters */

/* The single-byte code pages that fonts name by number. */
static uint16_t page_of_charset(int charset)
{
	static const struct {
		uint8_t charset;
		uint16_t page;
	} PAGES_OF[] = { { 77, MAC },    { 161, 1253 }, { 162, 1254 }, { 163, 1258 },
			 { 177, 1255 }, { 178, 1256 }, { 186, 1257 },
			 { 204, 1251 }, { 222, 874 },  { 238, 1250 } };

	for (size_t i = 0; i < SR_LEN(PAGES_OF); i++)
		if (PAGES_OF[i].charset == charset)
			return PAGES_OF[i].page;
	return 0;
}

static struct page *make_page(struct rtf *r, uint16_t number)
{
	struct page *p = r->npage < PAGES ? SR_NEW(r->flow->mem, struct page, 1)
					  : NULL;
	char name[32];

	if (!p)
		return NULL;
	if (number == MAC)
		snprintf(name, sizeof(name), "macintosh");
	else
		snprintf(name, sizeof(name), "%s%u",
			 number < 1000 ? "IBM" : "windows-", number);
	p->number = number;
	for (unsigned i = 0; i < 128; i++) {
		char byte = (char)(0x80 + i);
		struct sr_str one = { &byte, 1 }, text;
		if (sr_to_utf8(r->flow->mem, name, one, &text, NULL) ||
		    text.n > 4 || text.n == 0)
			text = SR_STR("\xEF\xBF\xBD");
		memcpy(p->half[i], text.s, text.n);
		p->n[i] = (uint8_t)text.n;
	}
	return r->page[r->npage++] = p;
}

static struct sr_str char_of(struct rtf *r, unsigned char c)
{
	uint16_t number = r->now.page ? r->now.page : r->file_page;
	struct page *p = NULL;

	for (unsigned i = 0; i < r->npage && !p; i++)
		if (r->page[i]->number == number)
			p = r->page[i];
	if (!p)
		p = make_page(r, number);
	if (!p)
		return SR_STR("\xEF\xBF\xBD");
	return (struct sr_str){ p->half[c & 127], p->n[c & 127] };
}

static void put(struct rtf *r, struct sr_str s)
{
	if (r->now.into == TITLE || r->now.into == AUTHOR ||
	    r->now.into == STYLESHEET) {
		if (r->nfield + s.n > FIELD)
			return;
		memcpy(r->field + r->nfield, s.s, s.n);
		r->nfield += s.n;
		return;
	}
	if (r->now.into != UNKNOWN || r->now.hidden ||
	    r->style == SR_STYLE_CONTENTS)
		return;
	if (!r->begun)
		sr_flow_begin(r->flow);
	r->begun = true;
	sr_flow_put(r->flow, s);
}

static void put_byte(struct rtf *r, unsigned char c)
{
	char own = (char)c;

	if (r->behind)
		r->behind--;
	else if (c < 0x80)
		put(r, (struct sr_str){ &own, 1 });
	else if (r->now.into != SKIP)
		put(r, char_of(r, c));
}

static void put_code(struct rtf *r, uint32_t cp)
{
	char out[4];

	if (cp >= 0xD800 && cp < 0xDC00) {
		r->high = cp;
		return;
	}
	if (cp >= 0xDC00 && cp < 0xE000) {
		if (!r->high)
			return;
		cp = 0x10000 + ((r->high - 0xD800) << 10) + (cp - 0xDC00);
	}
	r->high = 0;
	if (cp)
		put(r, (struct sr_str){ out, sr_utf8_put(out, cp) });
}

/* Fields */

static struct sr_str keep_field(struct rtf *r)
{
	struct sr_str s = sr_str_trim((struct sr_str){ r->field, r->nfield });

	s.s = sr_arena_copy(r->flow->mem, s.n ? s.s : "", s.n);
	r->nfield = 0;
	return s.s ? s : (struct sr_str){ NULL, 0 };
}

/* Ends a style of the list, its name before a semicolon. */
static void end_style(struct rtf *r)
{
	char id[16];
	struct sr_str name = keep_field(r);

	if (!name.n || r->id < 0)
		return;
	if (name.s[name.n - 1] == ';')
		name.n--;
	int n = snprintf(id, sizeof(id), "%d", r->id);
	sr_styles_add(&r->styles, r->flow->mem,
		      (struct sr_str){ id, (size_t)n }, name);
	r->id = -1;
}

static void end_day(struct rtf *r)
{
	char day[40];

	int n = snprintf(day, sizeof(day), "%04d-%02d-%02d", r->year, r->month,
			 r->day);
	if (n != 10 || r->flow->modified.n)
		return;
	r->flow->modified.s = sr_arena_copy(r->flow->mem, day, 10);
	r->flow->modified.n = r->flow->modified.s ? 10 : 0;
}

static void end_group(struct rtf *r)
{
	struct group g = r->now;

	if (!r->up.nitem)
		return;
	r->now = r->up.items[--r->up.nitem];
	r->behind = 0;
	if (g.into == STYLESHEET)
		end_style(r);
	if (g.into == r->now.into)
		return;
	if (g.into == TITLE)
		r->flow->title = keep_field(r);
	else if (g.into == AUTHOR)
		r->flow->author = keep_field(r);
	else if (g.into == REVTIM)
		end_day(r);
}

/* Words */

static void use_font(struct rtf *r, int number)
{
	r->now.page = 0;
	for (unsigned i = 0; i < r->nfont; i++)
		if (r->font[i].number == number)
			r->now.page = r->font[i].page;
}

static void take_font(struct rtf *r, enum word word, int n)
{
	if (r->now.into != FONTTBL) {
		if (word == FONT)
			use_font(r, n);
	} else if (word == FONT && r->nfont < MOST_FONTS) {
		r->font[r->nfont].page = 0;
		r->font[r->nfont++].number = n;
	} else if (word == FCHARSET && r->nfont) {
		r->font[r->nfont - 1].page = page_of_charset(n);
	}
}

static void end_paragraph(struct rtf *r, enum word word)
{
	struct sr_flow *f = r->flow;

	if (r->now.into != UNKNOWN)
		return;
	if (word == CELL)
		sr_flow_cell_end(f);
	else if (word == ROW)
		sr_flow_row_end(f);
	else if (word == LINE)
		sr_flow_line(f);
	else
		sr_flow_end_styled(f, r->style);
	r->begun = r->begun && word == LINE;
}

static void new_paragraph(struct rtf *r)
{
	if (r->now.into != UNKNOWN)
		return;
	r->style = SR_STYLE_BODY;
	r->flow->tables = 0;
}

static void take_style(struct rtf *r, int n)
{
	char id[16];

	if (r->now.into == STYLESHEET) {
		r->id = n;
		return;
	}
	int k = snprintf(id, sizeof(id), "%d", n);
	r->style = sr_styles_find(&r->styles, (struct sr_str){ id, (size_t)k });
}

static void take_property(struct rtf *r, enum word word, bool has, int n)
{
	if (word == ANSICPG)
		r->file_page = n > 0 && n <= (int)MAC ? (uint16_t)n : 1252;
	else if (word == DEFF)
		r->deff = n;
	else if (word == DELETED || word == HIDDEN)
		r->now.hidden = !has || n != 0;
	else if (word == UC)
		r->now.uc = n >= 0 && n < 16 ? (uint16_t)n : 1;
	else if (word == YR)
		r->year = n;
	else if (word == MO)
		r->month = n;
	else if (word == DY)
		r->day = n;
	else if (word == INTBL && r->now.into == UNKNOWN)
		r->flow->tables = 1;
	else if (word == OUTLINE && r->style == SR_STYLE_BODY && n < 9)
		r->style = SR_STYLE_HEADING;
	else if (word == STYLE)
		take_style(r, n);
	else if (word == FONT || word == FCHARSET)
		take_font(r, word, n);
}

static void take_word(struct rtf *r, const struct word_row *row, bool has,
		      int n)
{
	enum word word = row->word;

	if (word <= TITLE) {
		if (r->now.into == UNKNOWN || r->now.into == INFO)
			r->now.into = (uint8_t)word;
		r->nfield = 0;
	} else if (word == CHARACTER) {
		put_code(r, row->character);
	} else if (word == TAB) {
		put(r, SR_STR(" "));
	} else if (word == UNICODE) {
		put_code(r, (uint32_t)n & 0xFFFF);
		r->behind = r->now.uc;
	} else if (word == PARD) {
		new_paragraph(r);
	} else if (word == PLAIN) {
		r->now.hidden = false;
		use_font(r, r->deff);
	} else if (word == CODEPAGE) {
		r->file_page = (uint16_t)row->character;
	} else if (word <= TAB) {
		end_paragraph(r, word);
	} else {
		take_property(r, word, has, n);
	}
}

static int by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct word_row *)row)->name);
}

/* A control word at r->at, behind the backslash. star: of a destination that
 * one may leave out. */
static void read_word(struct rtf *r, bool star)
{
	char name[LONGEST_WORD + 1];
	size_t n = 0;
	bool has = false, minus = false;
	int64_t value = 0;

	while (r->at < r->s.n && n < LONGEST_WORD &&
	       (r->s.s[r->at] | 32) >= 'a' && (r->s.s[r->at] | 32) <= 'z')
		name[n++] = r->s.s[r->at++];
	name[n] = '\0';
	if (r->at < r->s.n && r->s.s[r->at] == '-') {
		minus = true;
		r->at++;
	}
	for (; r->at < r->s.n && r->s.s[r->at] >= '0' && r->s.s[r->at] <= '9';
	     r->at++, has = true)
		if (value < 100000000)
			value = value * 10 + (r->s.s[r->at] - '0');
	if (r->at < r->s.n && r->s.s[r->at] == ' ')
		r->at++;
	if (strcmp(name, "bin") == 0 && !minus) {
		r->at = (uint64_t)value < r->s.n - r->at ? r->at + (size_t)value
							 : r->s.n;
		return;
	}
	const struct word_row *row = bsearch(name, WORDS, SR_LEN(WORDS),
					     sizeof(*WORDS), by_name);
	if (row && row->word != UNKNOWN)
		take_word(r, row, has, (int)(minus ? -value : value));
	else if (star && r->now.into == UNKNOWN)
		r->now.into = SKIP;
}

/* What stands behind a backslash. */
static void read_control(struct rtf *r)
{
	bool star = false;

	if (r->s.n - r->at >= 2 && r->s.s[r->at] == '*' &&
	    r->s.s[r->at + 1] == '\\') {
		star = true;
		r->at += 2;
	}
	if (r->at >= r->s.n)
		return;
	char c = r->s.s[r->at];
	if ((c | 32) >= 'a' && (c | 32) <= 'z') {
		read_word(r, star);
		return;
	}
	r->at++;
	if (c == '\'' && r->s.n - r->at >= 2) {
		int hi = sr_hex_digit(r->s.s[r->at]);
		int lo = sr_hex_digit(r->s.s[r->at + 1]);
		r->at += 2;
		if (hi >= 0 && lo >= 0)
			put_byte(r, (unsigned char)(hi * 16 + lo));
	} else if (c == '\n' || c == '\r') {
		end_paragraph(r, PAR);
	} else if (c == '~') {
		put(r, SR_STR(" "));
	} else if (c == '_') {
		put(r, SR_STR("-"));
	} else if (c == '\\' || c == '{' || c == '}') {
		put_byte(r, (unsigned char)c);
	}
}

static enum sr_code begin_group(struct rtf *r, const char *path,
				struct sr_err *err)
{
	struct group *g;

	if (r->up.nitem >= SR_MAX_RTF_GROUPS)
		return sr_fail(err, SR_LIMIT, path,
			       "rich text with more than %d groups in one "
			       "another (SR_MAX_RTF_GROUPS)",
			       SR_MAX_RTF_GROUPS);
	g = SR_PUSH(r->flow->mem, &r->up);
	if (!g)
		return sr_fail_nomem(err, path);
	*g = r->now;
	r->behind = 0;
	return SR_OK;
}

enum sr_code sr_rtf_read(struct sr_flow *f, struct sr_str bytes,
			 const char *path, struct sr_err *err)
{
	struct rtf *r = SR_NEW(f->mem, struct rtf, 1);
	enum sr_code code = SR_OK;

	if (!r)
		return sr_fail_nomem(err, path);
	r->flow = f;
	r->s = bytes;
	r->file_page = 1252;
	r->id = -1;
	r->now = (struct group){ .into = UNKNOWN, .uc = 1 };
	while (!code && r->at < bytes.n && !f->full) {
		char c = bytes.s[r->at++];
		if (c == '{')
			code = begin_group(r, path, err);
		else if (c == '}')
			end_group(r);
		else if (c == '\\')
			read_control(r);
		else if (c != '\n' && c != '\r' && c != '\0')
			put_byte(r, (unsigned char)c);
	}
	if (!code && r->up.nitem)
		code = sr_fail(err, SR_REFUSED, path,
			       "rich text that breaks off");
	return code;
}
