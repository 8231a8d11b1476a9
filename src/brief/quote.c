/* The report's own words, whole sentences where they are short enough: what a
 * claim rests on is often half of one. The text of each report is read once.
 * Quotation marks within become single ones, so that ours are the only double
 * ones and what is quoted can be told from what is said. */
#include "base/json.h"
#include "base/str.h"
#include "brief/work.h"

#define SHORT_WORD 3 /* letters of "Mr.", "Gen.", after which nothing ends */
#define LEAST_WORDS 4
#define SHORT_LINE 50 /* bytes: a headline, a field */
#define LABEL 20      /* bytes of "Title", "Published" */

static const struct sr_str NONE = { NULL, 0 };

/* The text of a report, kept for the next quotation. */
static struct sr_str text_of(struct sr_briefing *b, int64_t report)
{
	struct sr_kept_text kept;

	for (size_t i = 0; i < b->texts.nitem; i++)
		if (b->texts.items[i].report == report)
			return b->texts.items[i].text;
	if (!report || sr_ledger_text(b->ask->ledger, report, b->en.mem, &kept,
				      &b->ask->err)) {
		b->ask->err = (struct sr_err){ .code = SR_OK };
		return NONE;
	}
	struct sr_brief_source *s = SR_PUSH(b->en.mem, &b->texts);
	if (s)
		*s = (struct sr_brief_source){ report, kept.text };
	return kept.text;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does a line end stand for more than the width of the page: a blank line, or a
 * short line before one that begins with a capital? */
static bool is_line_end(struct sr_str t, size_t at)
{
	size_t from = at;

	if (t.s[at - 1] == '\n' || at + 1 >= t.n || t.s[at + 1] == '\n')
		return true;
	while (from > 0 && t.s[from - 1] != '\n')
		from--;
	return at - from < SHORT_LINE && t.s[at + 1] >= 'A' &&
	       t.s[at + 1] <= 'Z';
}

/* Does a sentence end with the byte before `at`? */
static bool ends_at(struct sr_str t, size_t at)
{
	size_t end = at, word;

	if (at < 2 || (t.s[at] != ' ' && t.s[at] != '\n'))
		return at == 0;
	if (t.s[at] == '\n' && is_line_end(t, at))
		return true;
	/* behind the marks that close a quotation */
	while (end > 1 && (t.s[end - 1] == '"' || t.s[end - 1] == '\'' ||
			   t.s[end - 1] == ')' ||
			   (unsigned char)t.s[end - 1] >= 0x80))
		end--;
	if (!strchr(".!?", t.s[end - 1]) || t.s[end - 1] == '\0')
		return false;
	for (word = end - 1; word > 0 && is_letter(t.s[word - 1]);)
		word--;
	return t.s[end - 1] != '.' || end - 1 - word > SHORT_WORD ||
	       t.s[word] < 'A' || t.s[word] > 'Z';
}

/* The sentence around a span; the span where that is too long or unsure. */
static struct sr_span around(struct sr_str t, struct sr_span at)
{
	size_t from = at.from, to = at.to;
	const size_t most = SR_BRIEF_QUOTE;

	while (from > 0 && to - from <= most && !ends_at(t, from))
		from--;
	if (from < at.from && from > 0)
		from++;
	while (to < t.n && to - from <= most && !ends_at(t, to))
		to++;
	return to - from > most ? at
				: (struct sr_span){ (uint32_t)from,
						    (uint32_t)to };
}

/* The label of a header's line, "Title: ", with its blank; 0 for other lines. */
static size_t label_length(struct sr_str t, size_t at)
{
	size_t n = 0;

	while (at + n < t.n && n < LABEL &&
	       (is_letter(t.s[at + n]) || t.s[at + n] == ' '))
		n++;
	if (n < 2 || at + n + 1 >= t.n || t.s[at + n] != ':' ||
	    t.s[at + n + 1] != ' ')
		return 0;
	return n + 2;
}

/* Of a line of a report's header no more than its value: what stands before the
 * first blank line, where the first line has a label. */
static struct sr_span without_label(struct sr_str t, struct sr_span at,
				    struct sr_span claim)
{
	size_t line = claim.from, end = claim.from;

	if (!label_length(t, 0))
		return at;
	for (size_t i = 0; i + 1 < claim.from; i++)
		if (t.s[i] == '\n' && t.s[i + 1] == '\n')
			return at;
	while (line > 0 && t.s[line - 1] != '\n')
		line--;
	while (end < t.n && t.s[end] != '\n')
		end++;
	line += label_length(t, line);
	if (line > claim.from || end < claim.to)
		return claim;
	return (struct sr_span){ at.from > line ? at.from : (uint32_t)line,
				 at.to < end ? at.to : (uint32_t)end };
}

static bool is_in(char c, const char *set)
{
	return c && strchr(set, c) != NULL;
}

/* Without the marks that a piece of a sentence begins and ends with. */
struct sr_str sr_brief_trim(struct sr_str s)
{
	s = sr_str_trim(s);
	while (s.n && (is_in(s.s[0], ",;:.-)]") ||
		       (s.s[0] == '"' && !memchr(s.s + 1, '"', s.n - 1))))
		s = sr_str_trim((struct sr_str){ s.s + 1, s.n - 1 });
	while (s.n && (is_in(s.s[s.n - 1], ",;:-([") ||
		       (s.s[s.n - 1] == '"' && !memchr(s.s, '"', s.n - 1))))
		s = sr_str_trim((struct sr_str){ s.s, s.n - 1 });
	if (s.n && s.s[s.n - 1] == '.')
		s.n--;
	return s;
}

/* A sentence from within somebody's speech has a mark that closes and none that
 * opens, or the other way round: -1 where one is to be put before, 1 behind. */
static int lacks_mark(struct sr_str s)
{
	const char *first = s.n ? memchr(s.s, '"', s.n) : NULL;
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] == '"';
	if (n % 2 == 0)
		return 0;
	return first > s.s && first[-1] != ' ' && first[-1] != '\n' ? -1 : 1;
}

/* Double marks, of any kind, as single ones. */
static struct sr_str single(struct sr_briefing *b, struct sr_str s)
{
	struct sr_json out = { .mem = b->en.mem };
	int lacks = lacks_mark(s);

	sr_json_raw(&out, lacks < 0 ? SR_STR("'") : NONE);
	for (size_t i = 0; i < s.n; i++) {
		bool curly = s.n - i >= 3 &&
			     (memcmp(s.s + i, "\xE2\x80\x9C", 3) == 0 ||
			      memcmp(s.s + i, "\xE2\x80\x9D", 3) == 0);
		if (curly)
			sr_json_raw(&out, s.s[i + 2] == '\x9C'
						  ? SR_STR("\xE2\x80\x98")
						  : SR_STR("\xE2\x80\x99"));
		else if (s.s[i] == '"')
			sr_json_raw(&out, SR_STR("'"));
		else
			sr_json_raw(&out, (struct sr_str){ s.s + i, 1 });
		i += curly ? 2 : 0;
	}
	sr_json_raw(&out, lacks > 0 ? SR_STR("'") : NONE);
	return sr_json_text(&out);
}

/* The words of a claim, or the sentence that they are from. */
static struct sr_str words_of(struct sr_briefing *b,
			      const struct sr_records *all, uint32_t claim)
{
	const struct sr_record *r = &all->claims.items[claim];
	struct sr_str text = text_of(b, sr_filed_of(all, r)->row);
	struct sr_span at = r->claim.evidence;

	if (at.from >= at.to || at.to > text.n)
		return r->words;
	return sr_str_at(text, without_label(text, around(text, at), at));
}

struct sr_str sr_brief_quote(struct sr_briefing *b,
			     const struct sr_records *all, uint32_t claim)
{
	struct sr_str words = sr_brief_trim(words_of(b, all, claim));

	if (sr_str_words(words) < LEAST_WORDS)
		return NONE;
	words = sr_brief_outside(b, words, SR_BRIEF_QUOTE);
	if (words.n && words.s[0] >= 'a' && words.s[0] <= 'z')
		words = sr_brief_say(b, "cut.before", words, NONE);
	return sr_brief_say(b, "quote", single(b, words), NONE);
}

struct sr_str sr_brief_quote_short(struct sr_briefing *b,
				   const struct sr_records *all, uint32_t claim)
{
	struct sr_str words = sr_brief_trim(all->claims.items[claim].words);

	words = sr_brief_outside(b, words, SR_BRIEF_QUOTE);
	return sr_brief_say(b, "quote", single(b, words), NONE);
}
