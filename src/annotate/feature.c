#include "annotate/feature.h"

#include "base/utf8.h"

size_t sr_feature_key(struct sr_str form, char key[SR_KEY_BYTES])
{
	size_t n = sr_fold(form, key, SR_KEY_BYTES);

	if (n > SR_KEY_BYTES)
		n = SR_KEY_BYTES;
	for (size_t i = 0; i < n; i++)
		if (key[i] >= '0' && key[i] <= '9')
			key[i] = '0';
	return n;
}

enum sr_style sr_feature_style(const struct sr_token *t, size_t n)
{
	size_t words = 0, capital = 0, all = 0;

	for (size_t i = 0; i < n; i++) {
		if (t[i].at.to - t[i].at.from < 4)
			continue; /* "in", "of" stay small in titles */
		words++;
		capital += (t[i].flags & SR_TOK_CAPITAL) != 0;
		all += (t[i].flags & SR_TOK_ALLCAPS) != 0;
	}
	if (words >= 2 && all * 5 >= words * 4)
		return SR_STYLE_CAPITALS;
	if (words >= 3 && capital * 5 >= words * 4)
		return SR_STYLE_TITLE;
	return SR_STYLE_PLAIN;
}

enum shape {
	SHAPE_LOWER,
	SHAPE_CAPITAL,
	SHAPE_ALLCAPS,
	SHAPE_MIXED, /* a capital inside */
	SHAPE_DIGITS,
	SHAPE_DIGITS_LETTERS,
	SHAPE_MARK,
	SHAPE_COUNT
};

static enum shape shape_of(struct sr_str form, unsigned flags)
{
	size_t digits = 0, letters = 0, capitals = 0;

	for (size_t i = 0; i < form.n; i++) {
		unsigned char c = (unsigned char)form.s[i];
		digits += c >= '0' && c <= '9';
		letters += (c | 32u) - 'a' < 26 || c >= 0x80;
		capitals += c >= 'A' && c <= 'Z';
	}
	if (digits)
		return letters ? SHAPE_DIGITS_LETTERS : SHAPE_DIGITS;
	if (!letters)
		return SHAPE_MARK;
	if (flags & SR_TOK_ALLCAPS)
		return SHAPE_ALLCAPS;
	if (capitals > ((flags & SR_TOK_CAPITAL) != 0))
		return SHAPE_MIXED;
	return flags & SR_TOK_CAPITAL ? SHAPE_CAPITAL : SHAPE_LOWER;
}

static uint32_t affix(const struct sr_net *net, uint32_t kind, const char *s,
		      size_t n)
{
	uint64_t h = (sr_hash(s, n) + kind) * 0x9E3779B97F4A7C15u;

	return net->head->nrow - net->head->naffix +
	       (uint32_t)((h >> 32) % net->head->naffix);
}

static void add(struct sr_feature *f, uint32_t row)
{
	f->row[f->nrow++] = row;
}

/* Runs of letters, capitals and digits as one sign each: "T-72" is "X-0". */
static size_t outline(struct sr_str form, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < form.n && n < 8; i++) {
		unsigned char c = (unsigned char)form.s[i];
		char sign = (char)c;
		if (c >= 'A' && c <= 'Z')
			sign = 'X';
		else if ((c >= 'a' && c <= 'z') || c >= 0x80)
			sign = 'x';
		else if (c >= '0' && c <= '9')
			sign = '0';
		if (n && out[n - 1] == sign)
			continue;
		out[n++] = sign;
	}
	return n;
}

void sr_feature_fill(const struct sr_net *net, struct sr_str form,
		     unsigned flags, enum sr_style style, struct sr_feature *f)
{
	char key[SR_KEY_BYTES], line[8];
	size_t n = sr_feature_key(form, key);
	uint32_t shapes = net->head->nrow - net->head->naffix - SR_SHAPE_ROWS;
	uint32_t shape = (uint32_t)shape_of(form, flags);

	f->nrow = 0;
	f->word = sr_net_word(net, (struct sr_str){ key, n });
	if (f->word < net->head->nlearned)
		add(f, f->word);
	add(f, shapes + (shape * 2 + ((flags & SR_TOK_FIRST) != 0)) * 3 +
		       (uint32_t)style);
	uint32_t mwt = flags & SR_TOK_MWT_FIRST	 ? 1
		       : flags & SR_TOK_MWT_REST ? 2
						 : 0;
	uint32_t length = n < 8 ? (uint32_t)n : n < 12 ? 8 : 9;
	add(f, shapes + 64 + mwt * 20 + length * 2 +
		       ((flags & SR_TOK_SPACE_AFTER) != 0));
	for (uint32_t k = 1; k <= 4 && k <= n; k++)
		add(f, affix(net, k, key + n - k, k));
	for (uint32_t k = 1; k <= 4 && k <= n; k++)
		add(f, affix(net, 8 + k, key, k));
	add(f, affix(net, 16, line, outline(form, line)));
}
