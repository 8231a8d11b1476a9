/* What the cells of a spreadsheet refer to: strings that stand once, and styles,
 * which alone tell a day from a number. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "intake/sheet.h"

#define MOST_STYLES 65536u
#define LAST_SERIAL 2958466.0 /* 1 January 10000 */
#define DAY_SECONDS 86400

/* Strings */

struct strings {
	struct sr_book *book;
	bool in, text; /* within a string, its text */
	struct sr_str own;
	size_t room;
};

static bool add(struct strings *s, struct sr_str more)
{
	struct sr_arena *mem = &s->book->mem;

	if (s->own.n + more.n > s->room) {
		size_t room = (s->own.n + more.n) * (s->own.n ? 2 : 1);
		char *own = sr_arena_raw(mem, room, 1);
		if (!own)
			return false;
		if (s->own.n)
			memcpy(own, s->own.s, s->own.n);
		s->own.s = own;
		s->room = room;
	}
	if (more.n)
		memcpy((char *)(uintptr_t)s->own.s + s->own.n, more.s, more.n);
	s->own.n += more.n;
	return true;
}

static void end_string(struct strings *s, struct sr_xml *x)
{
	struct sr_str *out = SR_PUSH(&s->book->mem, &s->book->strings);

	if (out)
		*out = s->own;
	x->stop = x->stop || !out;
	s->own = (struct sr_str){ NULL, 0 };
	s->room = 0;
	s->in = false;
}

static void on_string(void *user, struct sr_xml *x)
{
	struct strings *s = user;

	if (x->start && sr_xml_is(x, "si"))
		s->in = true;
	else if (x->start && sr_xml_is(x, "rPh")) /* how it is spoken */
		x->skip = true;
	else if (x->start || x->end)
		s->text = x->start && s->in && sr_xml_is(x, "t");
	else if (s->text && !add(s, x->text))
		x->stop = true;
	if (x->end && sr_xml_is(x, "si"))
		end_string(s, x);
}

bool sr_unzip_walk(struct sr_unzip *part, sr_xml_fn *fn, void *user)
{
	struct sr_xml x;
	int more = sr_xml_open(&x, sr_unzip_pull, part) ? 1 : -1;

	while (more == 1 && !x.stop)
		more = sr_xml_step(&x, fn, user);
	sr_xml_close(&x);
	return more == 0;
}

bool sr_book_strings(struct sr_book *book, struct sr_unzip *part)
{
	struct strings s = { .book = book };

	return sr_unzip_walk(part, on_string, &s) && !book->mem.full;
}

/* Styles */

/* What a format like [$-409]d\-mmm\-yy "h";@ shows; its first part, of positive
 * numbers, tells. */
static enum sr_cell kind_of(struct sr_str format)
{
	bool hour = false, month = false;

	for (size_t i = 0; i < format.n; i++) {
		char c = (char)(format.s[i] | 32);
		char until = format.s[i] == '"'	  ? '"'
			     : format.s[i] == '[' ? ']'
						  : '\0';
		if (format.s[i] == ';')
			break;
		if (until) {
			for (i++; i < format.n && format.s[i] != until;)
				i++;
			continue;
		}
		if (format.s[i] == '\\' || format.s[i] == '_' ||
		    format.s[i] == '*') {
			i++;
			continue;
		}
		if (c == 'y' || c == 'd')
			return SR_CELL_DAY;
		hour = hour || c == 'h' || c == 's';
		month = month || c == 'm';
	}
	return hour ? SR_CELL_HOUR : month ? SR_CELL_DAY : SR_CELL_NUMBER;
}

/* The formats that every program knows by number. */
static enum sr_cell kind_of_builtin(int id)
{
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58))
		return SR_CELL_DAY;
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) ||
	    (id >= 45 && id <= 47) || id == 55 || id == 56)
		return SR_CELL_HOUR;
	return SR_CELL_NUMBER;
}

struct formats {
	struct sr_book *book;
	SR_LIST(struct { int id; enum sr_cell kind; }) own;
	bool cells; /* within the list of what cells have */
};

/* -1: no number, or one of more than nine digits. */
static int number_of(struct sr_str s)
{
	int v = 0;

	if (!s.n || s.n > 9)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return -1;
		v = v * 10 + (s.s[i] - '0');
	}
	return v;
}

static enum sr_cell kind_of_style(const struct formats *f, int id)
{
	for (size_t i = 0; i < f->own.nitem; i++)
		if (f->own.items[i].id == id)
			return f->own.items[i].kind;
	return kind_of_builtin(id);
}

static void on_style(void *user, struct sr_xml *x)
{
	struct formats *f = user;
	struct sr_arena *mem = &f->book->mem;

	if (sr_xml_is(x, "cellXfs") && (x->start || x->end))
		f->cells = x->start;
	if (!x->start || f->own.nitem > MOST_STYLES ||
	    f->book->styles.nitem > MOST_STYLES)
		return;
	if (sr_xml_is(x, "numFmt") && f->own.nitem < 1000) {
		int id = number_of(sr_xml_attr(x, mem, "numFmtId"));
		enum sr_cell kind = kind_of(sr_xml_attr(x, mem, "formatCode"));
		size_t i = f->own.nitem;
		if (SR_PUSH(mem, &f->own)) {
			f->own.items[i].id = id;
			f->own.items[i].kind = kind;
		}
	} else if (sr_xml_is(x, "xf") && f->cells) {
		int id = number_of(sr_xml_attr(x, mem, "numFmtId"));
		uint8_t *own = SR_PUSH(mem, &f->book->styles);
		if (own)
			*own = (uint8_t)kind_of_style(f, id);
	}
}

bool sr_book_styles(struct sr_book *book, struct sr_unzip *part)
{
	struct formats f = { .book = book };

	return sr_unzip_walk(part, on_style, &f) && !book->mem.full;
}

/* Days */

/* Day 60 of those that count from 1900 is a 29 February that never was. */
static int32_t day_of(const struct sr_book *book, int32_t serial)
{
	struct sr_date first = { 1899, 12, 30 };

	if (book->since_1904)
		first = (struct sr_date){ 1904, 1, 1 };
	else if (serial < 60)
		first.day = 31;
	return sr_day_of(first) + serial;
}

bool sr_book_stamp(const struct sr_book *book, enum sr_cell kind,
		   struct sr_str number, char out[SR_CELL_TEXT])
{
	char text[SR_CELL_TEXT], *end, day[SR_DAY_TEXT];

	if (kind == SR_CELL_NUMBER || !number.n || number.n >= sizeof(text))
		return false;
	memcpy(text, number.s, number.n);
	text[number.n] = '\0';
	double v = strtod(text, &end);
	if (*end || !(v >= 0) || v >= LAST_SERIAL)
		return false;
	int32_t serial = (int32_t)v;
	int seconds = (int)floor((v - serial) * DAY_SECONDS + 0.5);
	if (seconds == DAY_SECONDS) {
		serial++;
		seconds = 0;
	}
	int h = seconds / 3600, m = seconds / 60 % 60, s = seconds % 60;
	sr_day_write(day_of(book, serial), day);
	if (serial == 0 || kind == SR_CELL_HOUR)
		snprintf(out, SR_CELL_TEXT, "%02d:%02d:%02d", h, m, s);
	else if (seconds == 0)
		snprintf(out, SR_CELL_TEXT, "%s", day);
	else
		snprintf(out, SR_CELL_TEXT, "%sT%02d:%02d:%02d", day, h, m, s);
	return true;
}
