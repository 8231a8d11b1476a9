#include "intake/quoted.h"

#include <string.h>

#define FEW 20u	     /* words of somebody who passes a mail on */
#define SHARE 4u     /* and at most one for so many that are quoted */
#define INTRODUCED 3u /* lines of "On Monday, NAME wrote:" */

/* ">From " is how a mailbox keeps a line that begins with "From ". */
static bool is_quoted(struct sr_str line)
{
	return line.n && line.s[0] == '>' &&
	       !(line.n > 5 && memcmp(line.s, ">From ", 6) == 0);
}

static bool is_signature(struct sr_str line)
{
	return line.n >= 3 && memcmp(line.s, "-- ", 3) == 0 &&
	       !sr_str_trim((struct sr_str){ line.s + 3, line.n - 3 }).n;
}

/* Takes "On Monday, NAME wrote:" off the end of what was written: the last lines
 * that stand together, if they are few, end with a colon and name a number or an
 * address. */
static size_t without_introduction(const char *out, size_t n)
{
	struct sr_str all = sr_str_trim((struct sr_str){ out, n });
	size_t end = (size_t)(all.s - out) + all.n, from = end, lines = 1;

	if (!all.n || out[end - 1] != ':')
		return n;
	while (from > 0 && !(out[from - 1] == '\n' &&
			     (from < 2 || out[from - 2] == '\n'))) {
		from--;
		lines += out[from] == '\n';
	}
	struct sr_str last = { out + from, end - from };
	bool names = memchr(last.s, '@', last.n) != NULL;
	for (size_t i = 0; i < last.n; i++)
		names = names || (last.s[i] >= '0' && last.s[i] <= '9');
	return names && lines <= INTRODUCED ? from : n;
}

/* A line without its marks. */
static struct sr_str unquoted(struct sr_str line)
{
	while (line.n && (line.s[0] == '>' || line.s[0] == ' '))
		line = (struct sr_str){ line.s + 1, line.n - 1 };
	return line;
}

struct out {
	char *s;
	size_t n;
};

static void put_line(struct out *out, struct sr_str line)
{
	if (line.n)
		memcpy(out->s + out->n, line.s, line.n);
	out->n += line.n;
	out->s[out->n++] = '\n';
}

/* The own lines, or all; how many words were quoted. */
static size_t copy_lines(struct sr_str text, bool all, struct out *out)
{
	size_t quoted = 0;
	bool before = false;

	while (text.s) {
		struct sr_str line = sr_str_cut(&text, '\n');
		bool is = is_quoted(line);
		if (line.n && line.s[line.n - 1] == '\r')
			line.n--;
		if (is_signature(line) && !all)
			break;
		if (is && !before && !all)
			out->n = without_introduction(out->s, out->n);
		if (is)
			quoted += sr_str_words(unquoted(line));
		if (!is || all)
			put_line(out, is ? unquoted(line) : line);
		before = is;
	}
	return quoted;
}

struct sr_str sr_mail_own(struct sr_arena *mem, struct sr_str text)
{
	/* a line more for the last, which may have no end */
	struct out out = { sr_arena_raw(mem, text.n + 2, 1), 0 };

	if (!out.s || !text.n)
		return text;
	size_t quoted = copy_lines(text, false, &out);
	size_t own = sr_str_words((struct sr_str){ out.s, out.n });
	if (quoted && own < FEW && own * SHARE < quoted) {
		out.n = 0;
		copy_lines(text, true, &out);
	}
	return (struct sr_str){ out.s, out.n };
}
