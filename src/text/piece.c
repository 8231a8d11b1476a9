/* Words and marks after the conventions of UD English-EWT: hyphens part words
 * unless a prefix stands before them, units are cut off figures, slashes part
 * all but dates, a full stop stays with an abbreviation. Each rule looks at
 * most a few characters ahead, so a run costs its length. */
#include "text/piece.h"

static struct text_char char_at(const struct text_run *r, size_t at)
{
	if (at >= r->to)
		return (struct text_char){ CHAR_SPACE, 0, 0 };
	return sr_text_char((struct sr_str){ r->text.s, r->to }, at);
}

static bool is_alnum(struct text_char c)
{
	return c.kind == CHAR_LETTER || c.kind == CHAR_DIGIT;
}

static bool digit_at(const struct text_run *r, size_t at)
{
	return at < r->to && r->text.s[at] >= '0' && r->text.s[at] <= '9';
}

static bool upper_at(const struct text_run *r, size_t at)
{
	return at < r->to && r->text.s[at] >= 'A' && r->text.s[at] <= 'Z';
}

static bool lower_at(const struct text_run *r, size_t at)
{
	return at < r->to && r->text.s[at] >= 'a' && r->text.s[at] <= 'z';
}

static struct sr_str slice(const struct text_run *r, size_t from, size_t to)
{
	return (struct sr_str){ r->text.s + from, to - from };
}

static bool known(const struct text_run *r, enum spelling kind, struct sr_str s)
{
	return sr_spelling_find(r->words, kind, s) != SR_NONE;
}

static size_t letters_end(const struct text_run *r, size_t at)
{
	struct text_char c;

	while (is_alnum(c = char_at(r, at)))
		at += c.size;
	return at;
}

static size_t digits_end(const struct text_run *r, size_t at)
{
	while (digit_at(r, at))
		at++;
	return at;
}

/* Marks */

static bool repeats(uint32_t c)
{
	return c < 0x80 && c && strchr("-=*~<>_+|#", (int)c);
}

/* Between two bytes of one character? */
static bool within_char(const struct text_run *r, size_t at)
{
	return at < r->to && ((unsigned char)r->text.s[at] & 0xC0) == 0x80;
}

static size_t face_end(const struct text_run *r, size_t at)
{
	for (size_t n = 4; n >= 2; n--) {
		if (at + n > r->to || within_char(r, at + n) ||
		    is_alnum(char_at(r, at + n)))
			continue;
		if (known(r, SPELL_FACE, slice(r, at, at + n)))
			return at + n;
	}
	return at;
}

static size_t mark_end(const struct text_run *r, size_t at)
{
	struct text_char c = char_at(r, at), next;
	size_t end = at + c.size;

	if (c.code < 0x80 && strchr(":;=(^<>-B", (int)c.code)) {
		size_t face = face_end(r, at);
		if (face > at)
			return face;
	}
	if (c.kind == CHAR_STOP || c.kind == CHAR_MARK) {
		while ((next = char_at(r, end)).kind == CHAR_STOP ||
		       next.kind == CHAR_MARK)
			end += next.size;
		return end;
	}
	if (c.kind == CHAR_APOSTROPHE && char_at(r, end).code == c.code)
		return end + c.size;
	if (repeats(c.code))
		while (char_at(r, end).code == c.code)
			end += c.size;
	return end;
}

/* Words */

/* Figures so far, and now letters: is what follows a unit to be cut off? */
static bool unit_follows(const struct text_run *r, size_t from, size_t at)
{
	for (size_t i = from; i < at; i++)
		if (!digit_at(r, i) && !strchr(".,:", r->text.s[i]))
			return false;
	/* 5p.m. */
	if (lower_at(r, at) && lower_at(r, at + 2) &&
	    char_at(r, at + 1).code == '.' && char_at(r, at + 3).code == '.')
		return true;
	return known(r, SPELL_UNIT, slice(r, at, letters_end(r, at)));
}

/* Does a full stop between letters or figures stay inside the word? */
static bool stop_stays(const struct text_run *r, size_t from, size_t at)
{
	if (digit_at(r, at + 1))
		return true;
	size_t end = letters_end(r, at + 1);
	if (end == at + 1)
		return false;
	if (end == at + 2 && (at == from + 1 || r->text.s[at - 2] == '.'))
		return true; /* U.S, p.m */
	if (known(r, SPELL_DOMAIN, slice(r, at + 1, end)))
		return true;
	if (memchr(r->text.s + from, '.', at - from))
		return true; /* further parts of a name like alt.animals.cat */
	return lower_at(r, at - 1) && lower_at(r, at + 1) &&
	       char_at(r, end).kind == CHAR_STOP &&
	       letters_end(r, end + 1) > end + 1;
}

/* 9/11 and 11/28/2000 are one word; halves and quarters are not. */
static bool slash_stays(const struct text_run *r, size_t from, size_t at)
{
	size_t mid = digits_end(r, at + 1);
	int left = 0, right = 0;

	if (!digit_at(r, from) || !digit_at(r, at + 1) || at - from > 5 ||
	    mid - at > 5)
		return false;
	for (size_t i = from; i < at; i++) {
		if (r->text.s[i] == '/')
			return true; /* the second of a date */
		if (!digit_at(r, i))
			return false;
		left = left * 10 + (r->text.s[i] - '0');
	}
	for (size_t i = at + 1; i < mid; i++)
		right = right * 10 + (r->text.s[i] - '0');
	if (mid < r->to && r->text.s[mid] == '/')
		return digit_at(r, mid + 1);
	return left >= 1 && left <= 12 && right >= 1 && right <= 31 &&
	       !(left < right && right <= 4) && !is_alnum(char_at(r, mid));
}

/* Digits and hyphens only: a telephone number or a date? */
static bool hyphen_number(const struct text_run *r, size_t from, size_t at)
{
	size_t group[5] = { 0 };
	size_t n = 0, i = from;

	while (n < 5) {
		size_t end = digits_end(r, i);
		if (end == i)
			return false;
		group[n++] = end - i;
		i = end;
		if (i >= r->to || r->text.s[i] != '-' || !digit_at(r, i + 1))
			break;
		i++;
	}
	if (i < at || is_alnum(char_at(r, i)))
		return false;
	return n >= 3 || (n == 2 && group[0] == 3 && group[1] == 4);
}

/* The hyphen at `at` has a word before it that began at `from`. */
static bool hyphen_stays(const struct text_run *r, size_t from, size_t at)
{
	struct text_char dash = char_at(r, at);

	if (dash.code != '-' && dash.code != 0x2010 && dash.code != 0x2011)
		return false;
	if (!is_alnum(char_at(r, at + dash.size)))
		return false;
	if (digit_at(r, from))
		return hyphen_number(r, from, at);
	if (upper_at(r, from + 1))
		return false; /* UN-led */
	return known(r, SPELL_PREFIX, slice(r, from, at));
}

/* May the mark c at `at`, inside the word begun at `from`, stay in it? */
static bool mark_stays(const struct text_run *r, size_t from, size_t at,
		       struct text_char c)
{
	size_t next = at + c.size;

	if (!is_alnum(char_at(r, next)))
		return false;
	switch (c.code) {
	case '.':
		return stop_stays(r, from, at);
	case ',':
		return digit_at(r, at - 1) && digits_end(r, next) >= next + 3;
	case ':':
		return digit_at(r, at - 1) && digits_end(r, next) == next + 2;
	case '/':
		return slash_stays(r, from, at);
	case '&':
		return upper_at(r, at - 1) && upper_at(r, next);
	case '@':
	case '_':
		return true;
	default:
		break;
	}
	if (c.kind == CHAR_DASH)
		return hyphen_stays(r, from, at);
	return c.kind == CHAR_APOSTROPHE;
}

static size_t word_end(const struct text_run *r, size_t from)
{
	size_t at = from;
	bool digits = false;

	for (;;) {
		struct text_char c = char_at(r, at);
		if (c.kind == CHAR_LETTER) {
			if (digits && unit_follows(r, from, at))
				return at;
		} else if (c.kind != CHAR_DIGIT &&
			   (at == from || !mark_stays(r, from, at, c))) {
			return at;
		}
		digits = c.kind == CHAR_DIGIT;
		at += c.size;
	}
}

/* Does the full stop at `end` belong to the word before it? */
static bool abbreviates(const struct text_run *r, size_t from, size_t end)
{
	struct sr_str word = slice(r, from, end);
	struct text_char after = char_at(r, end + 1);

	if (after.kind == CHAR_STOP && char_at(r, end + 2).kind == CHAR_STOP)
		return false; /* an ellipsis */
	size_t next = end + 1;
	while (next < r->text.n && r->text.s[next] == ' ')
		next++;
	char c = next < r->text.n ? r->text.s[next] : '\0';
	if (known(r, SPELL_NUMBER, word))
		return c >= '0' && c <= '9';
	if (word.n == 1)
		return upper_at(r, from) && word.s[0] != 'I' &&
		       !(r->last && end + 1 >= r->to);
	if (word.n >= 3 && word.s[word.n - 2] == '.' && !digit_at(r, end - 1))
		return true;
	if (known(r, SPELL_UNIT, word) && next > end + 1)
		return c >= 'a' && c <= 'z';
	return known(r, SPELL_TITLE, word) ||
	       known(r, SPELL_ABBREVIATION, word);
}

size_t sr_piece_end(const struct text_run *r, size_t at)
{
	struct text_char c = char_at(r, at);
	struct text_char next = char_at(r, at + c.size);

	if ((c.code == '.' || c.code == '+') && next.kind == CHAR_DIGIT)
		return word_end(r, at + 1); /* .5, +380 */
	if (c.code == '.' && next.kind == CHAR_LETTER &&
	    known(r, SPELL_DOMAIN, slice(r, at + 1, letters_end(r, at + 1))))
		return letters_end(r, at + 1);
	if ((c.code == '@' || c.code == '#') && next.kind == CHAR_LETTER)
		return word_end(r, at + 1);
	if (c.kind == CHAR_APOSTROPHE && next.kind == CHAR_DIGIT) {
		size_t end = letters_end(r, at + c.size); /* '60s, '02 */
		if (digits_end(r, at + c.size) == at + c.size + 2)
			return end;
	}
	if (!is_alnum(c))
		return mark_end(r, at);
	size_t end = word_end(r, at);
	if (end < r->to && r->text.s[end] == '.' && abbreviates(r, at, end))
		return end + 1;
	return end;
}

/* Addresses */

static bool starts(const struct text_run *r, size_t at, const char *with)
{
	size_t n = strlen(with);

	return r->to - at >= n && memcmp(r->text.s + at, with, n) == 0;
}

/* name@host.tld with nothing but [A-Za-z0-9._%+-] around the @ */
static bool is_mail(const struct text_run *r, size_t at)
{
	size_t i = at, host = 0;

	for (; i < r->to; i++) {
		char c = r->text.s[i];
		if (c == '@' && i > at && !host)
			host = i + 1;
		else if (c == '.' && host && i > host)
			return true;
		else if (!upper_at(r, i) && !lower_at(r, i) &&
			 !digit_at(r, i) && !strchr("._%+-", c))
			return false;
	}
	return false;
}

size_t sr_address_end(const struct text_run *r, size_t at)
{
	if (!is_alnum(char_at(r, at)))
		return at;
	if (!starts(r, at, "http") && !starts(r, at, "www.") &&
	    !starts(r, at, "mailto:") && !starts(r, at, "ftp://") &&
	    !is_mail(r, at))
		return at;
	if (starts(r, at, "http") && !memchr(r->text.s + at, ':', r->to - at))
		return at;
	size_t end = r->to;
	while (end > at + 1 && strchr(".,;:!?)]}\"'>", r->text.s[end - 1]))
		end--;
	if (r->text.s[end - 1] == (char)0x9D && end - at > 3)
		end -= 3; /* ” */
	return end;
}
