/* A rule for the whole word, else for its longest end that has one; for the
 * regular endings of verbs and nouns the vocabulary then decides between
 * stems: "firing" is of "fire", "shelling" of "shell". The rules are learned
 * from the treebank (train/lemma.c), as those of the guesser of MorphoDiTa
 * (Straková et al. 2014). */
#include "annotate/lemma.h"

#include "annotate/feature.h"
#include "base/utf8.h"
#include "ontology.h"

bool sr_lemma_word(struct sr_str form, unsigned flags, unsigned xpos,
		   struct sr_lemma_word *w)
{
	const char *p = form.s, *end = form.s + form.n;

	w->n = 0;
	w->xpos = xpos;
	if (form.n > SR_LEMMA_BYTES - 4)
		return false;
	while (p < end) {
		unsigned char c = (unsigned char)*p;
		if (c < 0x80) {
			w->lower[w->n++] = (char)sr_lower(c);
			p++;
			continue;
		}
		uint32_t cp = sr_utf8_next(&p, end);
		if (w->n > SR_LEMMA_BYTES - 8)
			return false;
		w->n += (uint32_t)sr_utf8_put(w->lower + w->n, sr_lower(cp));
	}
	w->casing = flags & SR_TOK_ALLCAPS	? 3
		    : !(flags & SR_TOK_CAPITAL) ? 0
		    : flags & SR_TOK_FIRST	? 2
						: 1;
	return w->n > 0;
}

uint32_t sr_lemma_key(const struct sr_lemma_word *w, uint32_t length)
{
	uint32_t n = length == SR_LEMMA_WHOLE ? w->n : length;
	uint64_t h = sr_hash(w->lower + w->n - n, n);

	h += (uint64_t)(length * 4 + w->casing) * 256 + w->xpos;
	h *= 0x9E3779B97F4A7C15u;
	return (uint32_t)(h >> 32);
}

uint32_t sr_lemma_find(const struct sr_net *net, uint32_t key)
{
	uint32_t mask = net->head->nlemma_slot - 1;

	if (net->head->nlemma_slot == 0)
		return SR_NET_UNKNOWN;
	for (uint32_t i = key & mask, tries = 0; tries <= mask; tries++) {
		const uint32_t *slot = net->lemma_slot + (size_t)i * 2;
		if (slot[1] == 0)
			return SR_NET_UNKNOWN;
		if (slot[0] == key)
			return slot[1] - 1 < net->head->nlemma_rule
				       ? slot[1] - 1
				       : SR_NET_UNKNOWN;
		i = (i + 1) & mask;
	}
	return SR_NET_UNKNOWN;
}

static bool in_character(struct sr_str s, size_t at)
{
	return at < s.n && ((unsigned char)s.s[at] & 0xC0) == 0x80;
}

static size_t apply(const struct sr_net *net, uint32_t rule,
		    const struct sr_lemma_word *w, struct sr_str form,
		    char *out)
{
	struct sr_str base = { w->lower, w->n };
	struct sr_lemma_rule r = { .keep = false };

	if (rule != SR_NET_UNKNOWN)
		r = sr_lemma_unpack(net->lemma_rule[rule]);
	if (r.keep)
		base = form;
	if (r.strip > base.n || in_character(base, base.n - r.strip) ||
	    r.at > net->head->nlemma_text ||
	    r.append > net->head->nlemma_text - r.at)
		r.strip = r.append = 0;
	size_t n = base.n - r.strip;
	memcpy(out, base.s, n);
	memcpy(out + n, net->lemma_text + r.at, r.append);
	return n + r.append;
}

/* How frequent a word is: its place in the vocabulary. */
static uint32_t rank(const struct sr_net *net, const char *s, size_t n)
{
	char key[SR_KEY_BYTES];

	n = sr_feature_key((struct sr_str){ s, n }, key);
	return sr_net_word(net, (struct sr_str){ key, n });
}

struct stems {
	const struct sr_net *net;
	char *out; /* the best so far */
	size_t n;
	uint32_t rank;
};

/* s[n] and perhaps a letter more as another stem. */
static void try_stem(struct stems *b, const char *s, size_t n, char more)
{
	char stem[SR_LEMMA_BYTES + 1];

	if (n < 2)
		return;
	memcpy(stem, s, n);
	if (more)
		stem[n++] = more;
	uint32_t r = rank(b->net, stem, n);
	if (r >= b->rank)
		return;
	b->rank = r;
	memcpy(b->out, stem, n);
	b->n = n;
}

static bool ends(const struct sr_lemma_word *w, const char *with)
{
	size_t n = strlen(with);

	return w->n > n + 1 && memcmp(w->lower + w->n - n, with, n) == 0;
}

/* "trapp" is "trap" before its ending, though there may be a Mr Trapp; words
 * end in two s, l, f or z of themselves. */
static bool is_doubled(const char *s, size_t n)
{
	return n > 2 && s[n - 1] == s[n - 2] && strchr("bdgmnprt", s[n - 1]);
}

static bool is_vowel(char c)
{
	return memchr("aeiou", c, 5) != NULL;
}

/* Does a stem that nobody knows want its e back? No English word ends in a
 * consonant and l (mangl-), nor in v (crav-) or u (subdu-). */
static bool wants_e(const char *s, size_t n)
{
	char a = s[n - 2], b = s[n - 1];

	return b == 'v' || b == 'u' ||
	       (b == 'l' && a != 'l' && a != 'r' && a != 'w' && !is_vowel(a));
}

/* The stem of a word that a regular ending was put to; n is that of out. */
static size_t regular(const struct sr_net *net, const struct sr_lemma_word *w,
		      char *out, size_t n)
{
	struct stems b = { net, out, n, rank(net, out, n) };
	const char *s = w->lower;
	bool past = w->xpos == SR_XPOS_VBD || w->xpos == SR_XPOS_VBN;
	bool plural = w->xpos == SR_XPOS_NNS || w->xpos == SR_XPOS_VBZ;

	/* "killed" is no stem of itself, though it is a word that is known. */
	if (past && w->n > 4 && n == w->n && ends(w, "ed") &&
	    memcmp(out, s, n) == 0)
		b.rank = SR_NET_UNKNOWN;
	if (b.rank != SR_NET_UNKNOWN && !is_doubled(out, n))
		return n;
	if ((w->xpos == SR_XPOS_VBG && ends(w, "ing")) ||
	    (past && ends(w, "ed"))) {
		size_t stem = w->n - (past ? 2 : 3);
		try_stem(&b, s, stem, 0);
		try_stem(&b, s, stem, 'e');
		if (stem > 2 && s[stem - 1] == s[stem - 2])
			try_stem(&b, s, stem - 1, 0);
		if (past && s[stem - 1] == 'i')
			try_stem(&b, s, stem - 1, 'y');
		if (b.rank == SR_NET_UNKNOWN && is_doubled(s, stem)) {
			memcpy(b.out, s, stem - 1);
			b.n = stem - 1;
		}
		if (b.rank == SR_NET_UNKNOWN && past && b.n == w->n &&
		    wants_e(s, stem))
			b.n = stem + 1;
	} else if (plural && ends(w, "s")) {
		try_stem(&b, s, w->n - 1, 0);
		if (ends(w, "es"))
			try_stem(&b, s, w->n - 2, 0);
		if (ends(w, "ies"))
			try_stem(&b, s, w->n - 3, 'y');
	}
	return b.n;
}

size_t sr_lemma_guess(const struct sr_net *net, const struct sr_lemma_word *w,
		      struct sr_str form, char out[SR_LEMMA_BYTES * 2])
{
	uint32_t rule = SR_NET_UNKNOWN;
	uint32_t length = w->n < SR_LEMMA_SUFFIX ? w->n : SR_LEMMA_SUFFIX;

	for (uint32_t k = length + 1; k-- > 0 && rule == SR_NET_UNKNOWN;)
		rule = sr_lemma_find(net, sr_lemma_key(w, k));
	size_t n = apply(net, rule, w, form, out);
	return regular(net, w, out, n);
}

/* "rarer", "fiercest" */
static size_t compared(const struct sr_net *net, const struct sr_lemma_word *w,
                       char *out, size_t n)
{
	struct stems b = { net, out, n, SR_NET_UNKNOWN };
	size_t stem = w->n - (w->xpos == SR_XPOS_JJR ? 2 : 3);
	const char *s = w->lower;

	try_stem(&b, s, stem, 0);
	try_stem(&b, s, stem, 'e');
	if (stem > 2 && s[stem - 1] == s[stem - 2])
		try_stem(&b, s, stem - 1, 0);
	if (s[stem - 1] == 'i')
		try_stem(&b, s, stem - 1, 'y');
	return b.n;
}

/* What no rule was learned for, where the guess is a word that nobody knows:
 * comparatives, stems without their e, and names like Athens, of which the
 * form with its s is known. */
static size_t better(const struct sr_net *net, const struct sr_lemma_word *w,
                     struct sr_str form, char *out, size_t n)
{
	bool verb = w->xpos == SR_XPOS_VBD || w->xpos == SR_XPOS_VBN ||
	            w->xpos == SR_XPOS_VBG || w->xpos == SR_XPOS_VBP;

	if (rank(net, out, n) != SR_NET_UNKNOWN)
		return n;
	if ((w->xpos == SR_XPOS_JJR && ends(w, "er")) ||
	    (w->xpos == SR_XPOS_JJS && ends(w, "est")))
		return compared(net, w, out, n);
	if (w->xpos == SR_XPOS_NNPS &&
	    rank(net, w->lower, w->n) != SR_NET_UNKNOWN) {
		memcpy(out, form.s, form.n);
		return form.n;
	}
	if (verb && n > 3 && n < w->n && wants_e(out, n))
		out[n++] = 'e';
	return n;
}

/* The lemma of an irregular past, participle or plural; empty if the table
 * lacks it. */
static struct sr_str irregular(const struct sr_kit *kit,
                               const struct sr_lemma_word *w)
{
	char id[SR_LEMMA_BYTES + 2] = "v.";
	bool part = w->xpos == SR_XPOS_VBD || w->xpos == SR_XPOS_VBN ||
	            w->xpos == SR_XPOS_VBG;

	if (w->xpos == SR_XPOS_NNS)
		id[0] = 'n';
	else if (!part)
		return (struct sr_str){ NULL, 0 };
	memcpy(id + 2, w->lower, w->n);
	uint32_t row = sr_kit_row(kit, SR_TABLE_IRREGULAR,
	                          (struct sr_str){ id, w->n + 2 });
	return row == SR_NONE ? (struct sr_str){ NULL, 0 }
	                      : sr_kit_text(kit, SR_TABLE_IRREGULAR, row,
	                                    SR_IRREGULAR_LEMMA);
}

/* The rule for the word as it is written or, unless it is a name, for the same
 * word in small letters. */
static uint32_t whole_rule(const struct sr_net *net,
                           const struct sr_lemma_word *w)
{
	uint32_t rule = sr_lemma_find(net, sr_lemma_key(w, SR_LEMMA_WHOLE));
	bool name = w->xpos == SR_XPOS_NNP || w->xpos == SR_XPOS_NNPS;

	if (rule != SR_NET_UNKNOWN || name || w->casing == 0)
		return rule;
	struct sr_lemma_word small = *w;
	small.casing = 0;
	return sr_lemma_find(net, sr_lemma_key(&small, SR_LEMMA_WHOLE));
}

size_t sr_lemma(const struct sr_net *net, const struct sr_kit *kit,
                const struct sr_lemma_word *w, struct sr_str form,
                char out[SR_LEMMA_BYTES * 2])
{
	uint32_t rule = whole_rule(net, w);

	/* the treebank has "bases" of "basis" only */
	bool greek = w->xpos == SR_XPOS_NNS && ends(w, "ses");
	if (rule != SR_NET_UNKNOWN && !greek)
		return apply(net, rule, w, form, out);
	struct sr_str known = irregular(kit, w);
	if (known.n && known.n < SR_LEMMA_BYTES) {
		memcpy(out, known.s, known.n);
		return known.n;
	}
	if (rule != SR_NET_UNKNOWN)
		return apply(net, rule, w, form, out);
	/* "Rebels Capture Town": no ending was put to it */
	if (w->xpos == SR_XPOS_VB || w->xpos == SR_XPOS_VBP) {
		memcpy(out, w->lower, w->n);
		return w->n;
	}
	size_t n = sr_lemma_guess(net, w, form, out);
	return better(net, w, form, out, n);
}
