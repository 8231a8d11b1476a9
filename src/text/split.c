#include "text/split.h"

#include "model/doc.h"
#include "text/chars.h"

enum shape {
	SHAPE_NONE, /* beyond the ends */
	SHAPE_LOWER,
	SHAPE_CAPITAL,
	SHAPE_ALLCAPS,
	SHAPE_LETTER, /* one capital */
	SHAPE_INITIAL,
	SHAPE_ABBREVIATION,
	SHAPE_DOTTED, /* U.S., p.m. */
	SHAPE_NUMBER,
	SHAPE_MIXED,
	SHAPE_ADDRESS,
	SHAPE_STOP,
	SHAPE_STOPS,
	SHAPE_MARK,
	SHAPE_COMMA,
	SHAPE_COLON,
	SHAPE_DASH,
	SHAPE_OPEN,
	SHAPE_CLOSE,
	SHAPE_QUOTE, /* either way */
	SHAPE_SIGN,
	SHAPE_FACE,
	SHAPE_COUNT
};

enum sr_code sr_split_open(const struct sr_split_model **m, const void *bytes,
                           size_t n, struct sr_err *err)
{
	*m = bytes;
	if (!bytes || n != sizeof(**m) || (*m)->magic != SR_SPLIT_MAGIC)
		return sr_fail(err, SR_REFUSED, "split",
		               "the kit's model of sentence ends is missing, "
		               "damaged or of another version");
	return SR_OK;
}

static enum shape word_shape(struct sr_str form, unsigned flags)
{
	bool stop = form.n > 1 && form.s[form.n - 1] == '.';
	size_t digits = 0;

	if (form.n > 4 && (memchr(form.s, '@', form.n) ||
	                   memchr(form.s, '/', form.n)))
		return SHAPE_ADDRESS;
	if (stop)
		return form.n == 2 ? SHAPE_INITIAL
		       : memchr(form.s, '.', form.n - 1)
		               ? SHAPE_DOTTED
		               : SHAPE_ABBREVIATION;
	for (size_t i = 0; i < form.n; i++)
		digits += form.s[i] >= '0' && form.s[i] <= '9';
	if (digits)
		return digits * 2 >= form.n ? SHAPE_NUMBER : SHAPE_MIXED;
	if (flags & SR_TOK_ALLCAPS)
		return SHAPE_ALLCAPS;
	if (!(flags & SR_TOK_CAPITAL))
		return SHAPE_LOWER;
	return form.n == 1 ? SHAPE_LETTER : SHAPE_CAPITAL;
}

static enum shape mark_shape(struct sr_str form, struct text_char c)
{
	switch (c.kind) {
	case CHAR_STOP:
		return form.n == 1 ? SHAPE_STOP : SHAPE_STOPS;
	case CHAR_MARK:
		return SHAPE_MARK;
	case CHAR_DASH:
		return SHAPE_DASH;
	case CHAR_CLOSE:
		return c.code == '"' ? SHAPE_QUOTE : SHAPE_CLOSE;
	case CHAR_APOSTROPHE:
		return c.code == 0x2018 ? SHAPE_OPEN : SHAPE_QUOTE;
	case CHAR_SPACE:
	case CHAR_LETTER:
	case CHAR_DIGIT:
	case CHAR_OTHER:
		break;
	}
	switch (c.code) {
	case 0x2026:
		return SHAPE_STOPS;
	case ',':
	case ';':
		return SHAPE_COMMA;
	case ':':
		return form.n == 1 ? SHAPE_COLON : SHAPE_FACE;
	case '(':
	case '[':
	case '{':
	case 0x201C:
	case 0xAB:
		return SHAPE_OPEN;
	default:
		return form.n == 2 || form.n == 3 ? SHAPE_FACE : SHAPE_SIGN;
	}
}

struct sr_split_token sr_split_token(struct sr_str form, struct sr_str folded,
                                     unsigned flags)
{
	struct text_char c = sr_text_char(form, 0);
	bool word = c.kind == CHAR_LETTER || c.kind == CHAR_DIGIT;

	return (struct sr_split_token){
		.hash = (uint32_t)sr_hash(folded.s, folded.n),
		.shape = (uint8_t)(word ? word_shape(form, flags)
		                        : mark_shape(form, c)),
		.space = (flags & SR_TOK_SPACE_AFTER) != 0,
	};
}

uint8_t sr_split_style(const struct sr_split_token *t, size_t n)
{
	size_t capital = 0, small = 0, stops = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		if (t[i].shape != SHAPE_STOP && t[i].shape != SHAPE_MARK)
			continue;
		stops++;
		capital += t[i + 1].shape == SHAPE_CAPITAL;
		small += t[i + 1].shape == SHAPE_LOWER;
	}
	uint8_t last = n && (t[n - 1].shape == SHAPE_STOP ||
	                     t[n - 1].shape == SHAPE_MARK);
	if (stops == 0)
		return last;
	return (uint8_t)(2 + (small > capital ? 2 : small * 3 > capital ? 1 : 0) *
	                             2 + last);
}

void sr_split_step(struct sr_split_state *s, const struct sr_split_token *t)
{
	s->since++;
	if (t->shape == SHAPE_QUOTE)
		s->quoted = !s->quoted;
	else if (t->shape == SHAPE_OPEN)
		s->brackets++;
	else if (t->shape == SHAPE_CLOSE && s->brackets)
		s->brackets--;
}

static bool plain(uint8_t shape)
{
	return shape == SHAPE_LOWER || shape == SHAPE_COMMA;
}

bool sr_split_possible(const struct sr_split_token *t, size_t i, size_t n)
{
	return i + 1 < n && t[i].space &&
	       !(plain(t[i].shape) && plain(t[i + 1].shape));
}

static uint32_t bucket(uint32_t since)
{
	return since < 4    ? since
	       : since < 7  ? 4
	       : since < 13 ? 5
	       : since < 25 ? 6
	       : since < 60 ? 7
	                    : 8;
}

struct placer {
	uint32_t *place;
	uint32_t n;
};

static void add(struct placer *p, uint32_t a, uint32_t b)
{
	uint64_t h = ((uint64_t)a << 32 | b) + (uint64_t)p->n * 0x632BE59BD9B4E019u;

	h *= 0x9E3779B97F4A7C15u;
	h ^= h >> 29;
	h *= 0xBF58476D1CE4E5B9u;
	p->place[p->n++] = (uint32_t)(h >> 40) & (SR_SPLIT_WEIGHTS - 1);
}

void sr_split_features(const struct sr_split_token *t, size_t i, size_t n,
                       const struct sr_split_state *s,
                       uint32_t place[SR_SPLIT_FEATURES])
{
	static const struct sr_split_token NONE = { 0, SHAPE_NONE, true };
	struct placer p = { place, 0 };
	const struct sr_split_token *a = i > 1 ? &t[i - 2] : &NONE;
	const struct sr_split_token *b = i > 0 ? &t[i - 1] : &NONE;
	const struct sr_split_token *c = &t[i], *d = &t[i + 1];
	const struct sr_split_token *e = i + 2 < n ? &t[i + 2] : &NONE;
	const struct sr_split_token *f = i + 3 < n ? &t[i + 3] : &NONE;
	uint32_t shapes = c->shape * 32u + d->shape;
	uint32_t state = (s->quoted ? 2u : 0u) + (s->brackets > 0);

	add(&p, shapes, 0);
	add(&p, shapes, b->shape);
	add(&p, shapes, b->shape * 32u + e->shape);
	add(&p, shapes, e->shape * 32u + f->shape);
	add(&p, shapes, a->shape * 32u + b->shape);
	add(&p, shapes, bucket(s->since));
	add(&p, shapes, state);
	add(&p, shapes, state * 16 + bucket(s->since));
	add(&p, c->hash, d->shape);
	add(&p, d->hash, c->shape);
	add(&p, c->hash, d->hash);
	add(&p, b->hash, shapes);
	add(&p, e->hash, shapes);
	add(&p, b->hash, c->hash);
	add(&p, d->hash, e->hash);
	add(&p, c->hash, 0);
	add(&p, d->hash, 0);
	add(&p, c->hash, bucket(s->since));
	add(&p, d->hash, bucket(s->since) * 32u + c->shape);
	add(&p, (uint32_t)d->space, shapes);
	add(&p, s->style, shapes);
	add(&p, s->style * 32u + b->shape, shapes);
}

int sr_split_rank(const struct sr_split_token *t)
{
	if (!t->space)
		return 0;
	switch (t->shape) {
	case SHAPE_STOP:
	case SHAPE_STOPS:
	case SHAPE_MARK:
	case SHAPE_COLON:
		return 3;
	case SHAPE_COMMA:
	case SHAPE_DASH:
	case SHAPE_CLOSE:
		return 2;
	default:
		return 1;
	}
}

static bool marked(const struct sr_split_token *t)
{
	return t->shape == SHAPE_STOP || t->shape == SHAPE_STOPS ||
	       t->shape == SHAPE_MARK || t->shape == SHAPE_CLOSE ||
	       t->shape == SHAPE_QUOTE;
}

/* The 8th "Storm" Division: a word in marks, and the sentence goes on. */
static bool goes_on(const struct sr_split_token *t, size_t i)
{
	return i > 1 && t[i].shape == SHAPE_QUOTE &&
	       t[i - 2].shape == SHAPE_QUOTE &&
	       t[i - 1].shape == SHAPE_CAPITAL &&
	       t[i + 1].shape == SHAPE_CAPITAL;
}

bool sr_split_ends(const struct sr_split_model *m,
                   const struct sr_split_token *t, size_t i, size_t n,
                   const struct sr_split_state *s)
{
	uint32_t place[SR_SPLIT_FEATURES];
	int32_t sum = 0;

	if (!sr_split_possible(t, i, n) || goes_on(t, i))
		return false;
	sr_split_features(t, i, n, s, place);
	for (size_t k = 0; k < SR_SPLIT_FEATURES; k++)
		sum += m->weight[place[k]];
	return sum > (marked(&t[i]) ? m->marked : m->bare);
}
