/* See case.h. A file is read whole and cut into cases; each case has a doc of
 * its own. */
#include "lib/case.h"

#include <stdlib.h>

#include "base/calendar.h"
#include "base/file.h"
#include "lib/check.h"
#include "text/text.h"

#define MOST_LINES 64
#define MOST_TEXT 16384
#define MOST_TITLES 2048

struct one_case {
	struct sr_str title;
	struct sr_days report;
	char text[MOST_TEXT];
	size_t ntext;
	struct case_line line[MOST_LINES];
	size_t nline;
};

static struct sr_str past(struct sr_str s, size_t n)
{
	return (struct sr_str){ s.s + n, s.n - n };
}

struct sr_str case_word(struct sr_str *rest)
{
	*rest = sr_str_trim(*rest);
	if (rest->n > 1 && rest->s[0] == '"') {
		struct sr_str in = past(*rest, 1);
		struct sr_str word = sr_str_cut(&in, '"');
		*rest = in.s ? in : (struct sr_str){ "", 0 };
		return word;
	}
	struct sr_str word = sr_str_cut(rest, ' ');
	if (!rest->s)
		*rest = (struct sr_str){ "", 0 };
	return word;
}

bool case_range(struct sr_str words, struct sr_str *from, struct sr_str *to)
{
	for (size_t i = 0; i + 1 < words.n; i++) {
		if (words.s[i] != '.' || words.s[i + 1] != '.')
			continue;
		*from = (struct sr_str){ words.s, i };
		*to = past(words, i + 2);
		return true;
	}
	*from = *to = words;
	return words.n > 0;
}

static bool one_day(struct sr_str s, int32_t open, int32_t *day)
{
	*day = open;
	return s.n == 0 || sr_day_read(s, day);
}

bool case_days(struct sr_str words, struct sr_days *d)
{
	struct sr_str from, to;

	*d = SR_DAYS_UNKNOWN;
	if (sr_str_is(words, "-"))
		return true;
	return case_range(words, &from, &to) &&
	       one_day(from, SR_DAY_MIN, &d->from) &&
	       one_day(to, SR_DAY_MAX, &d->to);
}

void case_put_days(struct sr_days d, char *out, size_t n)
{
	char from[SR_DAY_TEXT] = "", to[SR_DAY_TEXT] = "";

	if (!sr_days_known(d)) {
		snprintf(out, n, "-");
		return;
	}
	if (d.from != SR_DAY_MIN)
		sr_day_write(d.from, from);
	if (d.to != SR_DAY_MAX)
		sr_day_write(d.to, to);
	snprintf(out, n, "%s%s%s", from, d.from == d.to ? "" : "..",
		 d.from == d.to ? "" : to);
}

static void bad(const char *path, unsigned line, const char *why)
{
	printf("Bail out! %s:%u: %s\n", path, line, why);
	exit(1);
}

/* Where the words stand for the nth time; empty if they don't. */
static struct sr_span find(const struct one_case *c, struct sr_str words,
			   unsigned nth)
{
	for (size_t i = 0; i + words.n <= c->ntext; i++)
		if (memcmp(c->text + i, words.s, words.n) == 0 && --nth == 0)
			return (struct sr_span){ (uint32_t)i,
						 (uint32_t)(i + words.n) };
	return (struct sr_span){ 0, 0 };
}

static void add_line(struct one_case *c, const char *path, unsigned n,
		     struct sr_str s)
{
	struct case_line *l = &c->line[c->nline++];

	if (c->nline == MOST_LINES)
		bad(path, n, "too many lines in a case");
	*l = (struct case_line){ .line = n };
	l->kind = case_word(&s);
	l->wish = sr_str_is(l->kind, "wish");
	if (l->wish)
		l->kind = case_word(&s);
	l->no = sr_str_is(l->kind, "no");
	if (l->no)
		l->kind = case_word(&s);
	s = sr_str_trim(s);
	if (s.n && s.s[0] == '"') {
		struct sr_str words = case_word(&s);
		unsigned nth = 1;
		if (s.n > 1 && s.s[0] == '#') {
			nth = (unsigned)(s.s[1] - '0');
			s = past(s, 2);
		}
		l->at = find(c, words, nth);
		if (l->at.from == l->at.to)
			bad(path, n, "words that are not in the text");
	}
	l->rest = sr_str_trim(s);
}

static void add_text(struct one_case *c, struct sr_str s)
{
	if (s.n && s.s[0] == ' ')
		s = past(s, 1);
	if (c->ntext + s.n + 2 > MOST_TEXT)
		return;
	memcpy(c->text + c->ntext, s.s, s.n);
	c->ntext += s.n;
	c->text[c->ntext++] = '\n';
}

static const struct case_kind *kind_of(const struct case_run *run,
				       struct sr_str name)
{
	for (const struct case_kind *k = run->kind; k->name; k++)
		if (sr_str_is(name, k->name))
			return k;
	return NULL;
}

static void check_case_line(const struct case_run *run, const char *path,
			    const struct sr_doc *doc, const struct case_line *l)
{
	const struct case_kind *k = kind_of(run, l->kind);
	struct case_found found = { "" };

	if (!k)
		bad(path, l->line, "a kind that no row of run.c has");
	bool ok = k->check(doc, l, &found) != l->no;
	struct sr_str at = { doc->report.text.s + l->at.from,
			     l->at.to - l->at.from };
	if (l->wish) {
		check_line(!ok, path, (int)l->line,
			   "wish that came true: take the word away");
		return;
	}
	check_line(ok, path, (int)l->line, k->name);
	if (!ok)
		printf("# \"%.*s\"\n# got  %s\n# want %s%.*s\n", (int)at.n,
		       at.s, found.text, l->no ? "none " : "", (int)l->rest.n,
		       l->rest.s);
}

static void run_case(const struct case_run *run, const char *path,
		     const struct one_case *c)
{
	struct sr_doc doc;
	struct sr_err err = { 0 };

	sr_doc_init(&doc);
	doc.report.name = c->title;
	doc.report.text = (struct sr_str){ c->text, c->ntext };
	doc.report.published = c->report;
	enum sr_code code = sr_paragraphs(&doc, &err);
	if (!code)
		code = run->read(&doc, run->kit, &err);
	if (code)
		bad(path, c->nline ? c->line[0].line : 0, err.text);
	for (size_t i = 0; i < c->nline; i++)
		check_case_line(run, path, &doc, &c->line[i]);
	sr_doc_release(&doc);
}

static void new_title(const char *path, unsigned line, struct sr_str title)
{
	static struct sr_str seen[MOST_TITLES];
	static size_t nseen;

	for (size_t i = 0; i < nseen; i++)
		if (sr_str_equal(seen[i], title))
			bad(path, line, "a title that an earlier case has");
	if (nseen < MOST_TITLES)
		seen[nseen++] = title;
}

static void take_line(const struct case_run *run, const char *path,
		      struct one_case *c, unsigned n, struct sr_str s)
{
	struct sr_str rest = s;

	if (s.n == 0)
		return;
	if (s.s[0] == '#') {
		if (c->nline)
			run_case(run, path, c);
		*c = (struct one_case){ .title = sr_str_trim(past(s, 1)),
					.report = SR_DAYS_UNKNOWN };
		new_title(path, n, c->title);
	} else if (s.s[0] == '|') {
		add_text(c, past(s, 1));
	} else if (sr_str_is(case_word(&rest), "report")) {
		if (!case_days(sr_str_trim(rest), &c->report))
			bad(path, n, "report: expected a day, from..to or -");
	} else {
		add_line(c, path, n, s);
	}
}

int case_done(void)
{
	return done();
}

void case_file(const struct case_run *run, const char *path)
{
	static struct one_case c;
	static struct sr_arena mem; /* titles point into the files */
	struct sr_str bytes;
	struct sr_err err = { 0 };
	unsigned n = 0;

	if (!mem.limit)
		sr_arena_init(&mem, (size_t)64 << 20);
	c = (struct one_case){ .report = SR_DAYS_UNKNOWN };
	if (sr_file_read(&mem, path, (size_t)1 << 20, &bytes, &err))
		bad(path, 0, err.text);
	while (bytes.s)
		take_line(run, path, &c, ++n, sr_str_cut(&bytes, '\n'));
	if (c.nline)
		run_case(run, path, &c);
}
