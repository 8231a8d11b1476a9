#include "vary.h"

#include <string.h>

#include "base/compiler.h"
#include "base/str.h"
#include "model/doc.h"
#include "ontology.h"
#include "text/chars.h"

static bool happens(struct chance *c, float p)
{
	return chance_unit(c) < p;
}

/* Another form for word i; forms over VARY_BYTES stay as they are. */
static void set_form(struct varied *v, size_t i, const char *s, size_t n)
{
	if (n == 0 || n > VARY_BYTES)
		return;
	memmove(v->form[i], s, n);
	v->word[i].form = (struct sr_str){ v->form[i], n };
}

/* Leaves out the words marked, which have no dependents. */
static void leave_out(struct varied *v, const bool *out)
{
	uint32_t place[VARY_WORDS + 1] = { 0 }, n = 0;

	for (size_t i = 0; i < v->n; i++)
		place[i + 1] = out[i] ? 0 : ++n;
	for (size_t i = 0, to = 0; i < v->n; i++) {
		if (out[i])
			continue;
		struct word w = v->word[i];
		w.head = place[w.head];
		v->word[to++] = w;
	}
	v->n = n;
}

static bool has_dependents(const struct varied *v, size_t word)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->word[i].head == word + 1)
			return true;
	return false;
}

static bool ends_in(struct sr_str s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n && memcmp(s.s + s.n - n, with, n) == 0;
}

/* "seized" to "seizes", or "seize" behind a plural. */
static void to_present(struct varied *v, size_t i)
{
	struct word *w = &v->word[i];
	bool plural = false, subject = false;
	char form[VARY_BYTES + 4];
	size_t n = w->lemma.n;

	for (size_t k = 0; k < v->n; k++) {
		const struct word *d = &v->word[k];
		if (d->head != i + 1 || d->rel != SR_REL_NSUBJ)
			continue;
		subject = true;
		plural = d->xpos == SR_XPOS_NNS || d->xpos == SR_XPOS_NNPS;
	}
	if (!subject || n > VARY_BYTES - 4 || sr_str_is(w->lemma, "be"))
		return;
	memcpy(form, w->lemma.s, n);
	if (!plural && (ends_in(w->lemma, "s") || ends_in(w->lemma, "sh") ||
	                ends_in(w->lemma, "ch") || ends_in(w->lemma, "x")))
		form[n++] = 'e';
	if (!plural)
		form[n++] = 's';
	w->xpos = plural ? SR_XPOS_VBP : SR_XPOS_VBZ;
	set_form(v, i, form, n);
}

/* No articles, no auxiliaries, no full stop, the present for the past. */
static void to_headline(struct varied *v)
{
	bool out[VARY_WORDS] = { false };

	for (size_t i = 0; i < v->n; i++) {
		struct word *w = &v->word[i];
		bool article = w->xpos == SR_XPOS_DT && w->rel == SR_REL_DET &&
		               (sr_str_is(w->lemma, "the") ||
		                sr_str_is(w->lemma, "a"));
		bool auxiliary = w->rel == SR_REL_AUX_PASS ||
		                 (w->rel == SR_REL_COP &&
		                  sr_str_is(w->lemma, "be"));
		bool stop = i + 1 == v->n && w->xpos == SR_XPOS_STOP;
		if (w->flags & (SR_TOK_MWT_FIRST | SR_TOK_MWT_REST))
			auxiliary = false;
		out[i] = (article || auxiliary || stop) &&
		         !has_dependents(v, i);
		if (w->xpos == SR_XPOS_VBD && w->rel == SR_REL_ROOT)
			to_present(v, i);
	}
	leave_out(v, out);
}

/* "the men who were held there" to "the men held there": the pronoun and the
 * auxiliary go, where nothing else hangs on them. */
static bool reduce(struct varied *v, struct chance *c, float p)
{
	bool out[VARY_WORDS] = { false };
	bool any = false;

	for (size_t i = 0; i < v->n; i++) {
		size_t who = VARY_WORDS, be = VARY_WORDS, others = 0;
		uint8_t tag = v->word[i].xpos;
		if (v->word[i].rel != SR_REL_ACL_RELCL ||
		    (tag != SR_XPOS_VBN && tag != SR_XPOS_VBG))
			continue;
		for (size_t k = 0; k < i; k++) {
			const struct word *w = &v->word[k];
			if (w->head != i + 1)
				continue;
			if ((w->rel == SR_REL_NSUBJ_PASS ||
			     w->rel == SR_REL_NSUBJ) &&
			    (w->xpos == SR_XPOS_WP || w->xpos == SR_XPOS_WDT))
				who = k;
			else if (sr_str_is(w->lemma, "be"))
				be = k;
			else
				others += w->rel == SR_REL_AUX ||
				          w->rel == SR_REL_PUNCT;
		}
		if (who == VARY_WORDS || be == VARY_WORDS || others ||
		    has_dependents(v, who) || has_dependents(v, be) ||
		    !happens(c, p))
			continue;
		out[who] = out[be] = any = true;
		v->word[i].rel = SR_REL_ACL;
	}
	if (any)
		leave_out(v, out);
	return any;
}

static void change_case(struct varied *v, size_t i, bool upper, size_t to)
{
	char form[VARY_BYTES];
	struct sr_str s = v->word[i].form;

	if (s.n > VARY_BYTES)
		return;
	memcpy(form, s.s, s.n);
	for (size_t k = 0; k < s.n && k < to; k++)
		if (upper ? form[k] >= 'a' && form[k] <= 'z'
		          : form[k] >= 'A' && form[k] <= 'Z')
			form[k] = (char)(form[k] ^ 32);
	set_form(v, i, form, s.n);
}

static void to_title(struct varied *v)
{
	for (size_t i = 0; i < v->n; i++) {
		uint8_t tag = v->word[i].upos;
		bool small = tag == SR_UPOS_ADP || tag == SR_UPOS_DET ||
		             tag == SR_UPOS_CCONJ || tag == SR_UPOS_PART;
		if (!(v->word[i].flags & SR_TOK_MWT_REST) && (!small || i == 0))
			change_case(v, i, true, 1);
	}
}

/* Syllables, and ends as names of places and people have them. */
static const char *const FIRST[] = {
	"Ba",  "Kha", "Za", "Ndu", "Mar", "Slo", "Tel",  "Qa",  "Shi", "Ho",
	"Vel", "Al",  "Um", "Ka",  "Pol", "Ro",  "Chor", "Dje", "Wa",  "Bu",
	"Ne",  "Sa",  "Ta", "Kra", "Lu",  "Mo",  "Ye",   "Gu",  "Tri", "Ab",
	"O",   "I",   "E",  "Fa",  "Ber", "Du",  "Hra",  "Sy",  "Pe",  "Ja",
};
static const char *const MIDDLE[] = { "ra", "li",  "no", "ma", "dha", "vo",
	                              "ke", "sta", "ri", "bu", "zha", "",
	                              "",   "",    "to", "ha", "mi",  "ndo" };
static const char *const LAST[] = {
	"vka", "sk", "abad", "iya", "ville", "ne", "ka",  "nsk", "ar", "in",
	"ov",  "i",  "ah",   "oun", "mba",   "za", "rah", "iv",  "yk", "oro",
	"tan", "ch", "el",   "une", "shi",   "go", "nia", "ra",  "ts", "iyah",
};

static const char *one_of(struct chance *c, const char *const *list, size_t n)
{
	return list[chance_next(c) % n];
}

static void new_name(struct varied *v, size_t i, struct chance *c)
{
	char form[VARY_BYTES];
	size_t n = 0;
	const char *part[3] = { one_of(c, FIRST, SR_LEN(FIRST)),
		                one_of(c, MIDDLE, SR_LEN(MIDDLE)),
		                one_of(c, LAST, SR_LEN(LAST)) };

	for (int k = 0; k < 3; k++) {
		memcpy(form + n, part[k], strlen(part[k]));
		n += strlen(part[k]);
	}
	set_form(v, i, form, n);
}

static bool is_name(const struct word *w)
{
	return w->xpos == SR_XPOS_NNP && w->upos == SR_UPOS_PROPN &&
	       (w->flags & SR_TOK_CAPITAL) && !(w->flags & SR_TOK_ALLCAPS) &&
	       w->form.n > 3 && !memchr(w->form.s, '.', w->form.n);
}

bool vary(struct varied *v, const struct treebank *b, size_t s,
          const struct vary_chances *p, struct chance *c)
{
	struct sentence at = b->sentence[s];
	bool changed = false;

	if (at.to - at.from > VARY_WORDS)
		return false;
	v->n = at.to - at.from;
	memcpy(v->word, b->word + at.from, v->n * sizeof(*v->word));
	for (size_t i = 0; i < v->n; i++)
		if (is_name(&v->word[i]) && happens(c, p->name)) {
			new_name(v, i, c);
			changed = true;
		}
	if (p->reduce > 0 && reduce(v, c, p->reduce))
		changed = true;
	bool headline = happens(c, p->headline) && v->n > 4;
	bool open = happens(c, p->open);
	if (headline) {
		to_headline(v);
		if (happens(c, 0.3f))
			to_title(v);
	} else if (open && v->n > 3 &&
	           v->word[v->n - 1].xpos == SR_XPOS_STOP &&
	           !has_dependents(v, v->n - 1)) {
		v->n--; /* no full stop */
	}
	float u = chance_unit(c);
	if (u < p->capitals)
		for (size_t i = 0; i < v->n; i++)
			change_case(v, i, true, VARY_BYTES);
	else if (u < p->capitals + p->title)
		to_title(v);
	else if (u < p->capitals + p->title + p->small)
		for (size_t i = 0; i < v->n; i++)
			change_case(v, i, false, VARY_BYTES);
	changed |= headline || open || u < p->capitals + p->title + p->small;
	if (!changed || v->n == 0)
		return false;
	for (size_t i = 0; i < v->n; i++) {
		struct word *w = &v->word[i];
		w->flags &= SR_TOK_SPACE_AFTER | SR_TOK_MWT_FIRST |
		            SR_TOK_MWT_REST;
		w->flags |= (uint8_t)sr_case_flags(w->form);
		if (i == 0)
			w->flags |= SR_TOK_FIRST;
	}
	return true;
}
