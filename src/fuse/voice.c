/* Every claim and report as one of a list of voices. Reports are numbered by
 * their texts, claims that have a speaker by him, all others go with a report:
 * their own, or the first that has the same words. docs/decisions/080, 081. */
#include "fuse/voice.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"

#define LEAST_PASSAGE 8 /* words that nobody chooses twice */

/* An origin as one claim or report has it. */
struct item {
	struct sr_origin origin;
	uint32_t *own; /* where its number goes */
	bool bare;     /* spoken: by the name in the text alone */
};

struct work {
	const struct sr_records *records;
	struct sr_arena *mem;
	struct sr_voices *out;
	struct item *item; /* of the reports, then of spoken claims */
	size_t nitem;
	uint32_t *goes_with; /* report of each claim that is not spoken */
};

/* What kind it is and what tells those of a kind apart, folded. */
static struct sr_str key_of(const char *kind, struct sr_str a, struct sr_str b,
			    struct sr_arena *mem)
{
	size_t n = strlen(kind), room = n + (a.n + b.n) * 4 + 2;
	char *key = sr_arena_raw(mem, room, 1);

	if (!key)
		return (struct sr_str){ NULL, 0 };
	memcpy(key, kind, n);
	n += sr_fold(a, key + n, room - n);
	if (b.n) {
		key[n++] = ' ';
		n += sr_fold(b, key + n, room - n);
	}
	return (struct sr_str){ key, n };
}

static struct sr_str none(void)
{
	return (struct sr_str){ NULL, 0 };
}

static struct sr_str text_of(const struct sr_filed *f)
{
	return f->origin.n ? f->origin : f->sha256;
}

static bool put_report(struct work *w, uint32_t i)
{
	const struct sr_filed *f = &w->records->reports.items[i];
	struct item *item = &w->item[w->nitem++];

	item->own = &w->out->report[i];
	item->origin = (struct sr_origin){
		.key = key_of("text ", text_of(f), none(), w->mem),
		.name = f->report.publisher.n ? f->report.publisher
					      : f->report.name,
	};
	return item->origin.key.s != NULL;
}

/* Is the speaker the publisher himself? */
static bool is_publisher(const struct sr_claim *c, const struct sr_filed *f)
{
	struct sr_str p = f->report.publisher;

	return p.n && (sr_folds_to_same(c->speaker, p) ||
		       (c->voice.n && sr_folds_to_same(c->voice, p)));
}

static bool put_claim(struct work *w, uint32_t i)
{
	const struct sr_record *r = &w->records->claims.items[i];
	const struct sr_filed *f = sr_filed_of(w->records, r);
	const struct sr_claim *c = &r->claim;

	w->goes_with[i] = r->report;
	if (!c->speaker.n || is_publisher(c, f))
		return true;
	struct item *item = &w->item[w->nitem++];
	bool unnamed = sr_str_is(c->voice, SR_VOICE_NOBODY);
	w->goes_with[i] = UINT32_MAX;
	item->own = &w->out->claim[i];
	item->origin = (struct sr_origin){
		.key = unnamed ? key_of("heard ", text_of(f), c->speaker,
					w->mem)
			       : key_of("said ",
					c->voice.n ? c->voice : c->speaker,
					none(), w->mem),
		.name = c->speaker,
		.spoken = true,
	};
	item->bare = !c->voice.n;
	return item->origin.key.s != NULL;
}

/* Passages: the same words in two reports that are not alike otherwise. */

struct passage {
	uint64_t words;
	uint32_t claim;
};

static int by_words(const void *pa, const void *pb)
{
	const struct passage *a = pa, *b = pb;

	if (a->words != b->words)
		return a->words < b->words ? -1 : 1;
	return (a->claim > b->claim) - (a->claim < b->claim);
}

/* A hash of the folded words, blanks not counted; 0 for too few of them. */
static uint64_t words_of(struct sr_str s, struct sr_arena *mem)
{
	size_t room = s.n * 4 + 1, kept = 0, nword = 0;
	char *t = sr_arena_raw(mem, room, 1);
	size_t n = t ? sr_fold(s, t, room) : 0;

	for (size_t i = 0; i < n; i++) {
		bool blank = strchr(" \t\r\n", t[i]) != NULL;
		nword += !blank && (!i || strchr(" \t\r\n", t[i - 1]));
		if (!blank)
			t[kept++] = t[i];
	}
	return nword < LEAST_PASSAGE ? 0 : sr_hash(t, kept) | 1;
}

static struct sr_str report_key(const struct work *w, uint32_t report)
{
	return w->item[report].origin.key;
}

/* All claims of the same words go with the first of their reports. */
static void join_passage(struct work *w, const struct passage *p, size_t n)
{
	uint32_t first = w->goes_with[p[0].claim];

	for (size_t i = 1; i < n; i++) {
		uint32_t r = w->goes_with[p[i].claim];
		if (sr_str_order(report_key(w, r), report_key(w, first)) < 0)
			first = r;
	}
	for (size_t i = 0; i < n; i++)
		w->goes_with[p[i].claim] = first;
}

static bool join_passages(struct work *w)
{
	size_t most = w->records->claims.nitem, n = 0, from = 0;
	struct passage *p = SR_NEW(w->mem, struct passage, most);
	struct sr_arena scratch;

	sr_arena_init(&scratch, w->mem->limit);
	for (uint32_t i = 0; p && i < most; i++) {
		if (w->goes_with[i] == UINT32_MAX)
			continue;
		sr_arena_reset(&scratch);
		uint64_t words = words_of(w->records->claims.items[i].words,
					  &scratch);
		if (words)
			p[n++] = (struct passage){ words, i };
	}
	bool ok = p && !scratch.full;
	sr_arena_release(&scratch);
	if (ok && n)
		qsort(p, n, sizeof(*p), by_words);
	for (size_t i = 1; ok && i <= n; i++) {
		if (i < n && p[i].words == p[from].words)
			continue;
		join_passage(w, p + from, i - from);
		from = i;
	}
	return ok;
}

/* Publishers whom others cite: their own reports are the voice cited. Speakers
 * whom the tables know under one name elsewhere are those. */

static int by_key(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int c = sr_str_order(a->origin.key, b->origin.key);

	return c ? c : sr_str_order(a->origin.name, b->origin.name);
}

static int by_key_of(const void *pa, const void *pb)
{
	const struct item *const *a = pa, *const *b = pb;

	return by_key(*a, *b);
}

/* A name that a publisher has, or a speaker of whom the tables know nothing;
 * and the voice that goes by it elsewhere. */
struct named {
	struct sr_str name; /* folded */
	struct sr_str key;
	bool several; /* more than one do: the key is the first of them */
};

struct names {
	struct named *items;
	size_t n;
};

static int by_name(const void *pa, const void *pb)
{
	const struct named *a = pa, *b = pb;

	return sr_str_order(a->name, b->name);
}

static bool add_name(const struct work *w, struct names *names, struct sr_str s)
{
	if (!s.n)
		return true;
	struct named *own = &names->items[names->n++];
	*own = (struct named){ .name = key_of("", s, none(), w->mem) };
	return own->name.s != NULL;
}

/* All of them, each once, sorted. */
static bool find_names(const struct work *w, struct names *names)
{
	size_t kept = 0;
	bool ok;

	*names = (struct names){ .items = SR_NEW(w->mem, struct named,
						 w->nitem) };
	ok = names->items != NULL;
	for (size_t i = 0; ok && i < w->nitem; i++)
		if (i < w->records->reports.nitem || w->item[i].bare)
			ok = add_name(w, names, w->item[i].origin.name);
	if (ok && names->n)
		qsort(names->items, names->n, sizeof(*names->items), by_name);
	for (size_t i = 0; ok && i < names->n; i++)
		if (!kept || by_name(&names->items[i], &names->items[kept - 1]))
			names->items[kept++] = names->items[i];
	names->n = kept;
	return ok;
}

static struct named *find_name(const struct names *names, struct sr_str s)
{
	char folded[256];
	struct named key = { .name = { folded, 0 } };

	key.name.n = sr_fold(s, folded, sizeof(folded));
	if (!names->n || key.name.n >= sizeof(folded))
		return NULL;
	return bsearch(&key, names->items, names->n, sizeof(key), by_name);
}

static void goes_by(const struct names *names, struct sr_str name,
		    struct sr_str key)
{
	struct named *p = find_name(names, name);

	if (!p || (p->key.n && sr_str_equal(p->key, key)))
		return;
	p->several = p->key.n != 0;
	if (!p->key.n || sr_str_order(key, p->key) < 0)
		p->key = key;
}

/* Which voices go by a name: it is their own, or some report calls them by it;
 * those that have no other first, and only where there are no such. */
static void find_cited(const struct work *w, const struct names *names)
{
	static const char SAID[] = "said ";
	size_t skip = sizeof(SAID) - 1, n = w->records->reports.nitem;

	for (size_t i = n; i < w->nitem; i++) {
		struct sr_str key = w->item[i].origin.key;
		if (w->item[i].bare || key.n < skip ||
		    memcmp(key.s, SAID, skip) != 0)
			continue;
		goes_by(names, w->item[i].origin.name, key);
		goes_by(names,
			(struct sr_str){ key.s + skip, key.n - skip }, key);
	}
	for (size_t i = n; i < w->nitem; i++) {
		struct named *p = w->item[i].bare
					  ? find_name(names,
						      w->item[i].origin.name)
					  : NULL;
		if (p && p->key.n && !p->several)
			w->item[i].origin.key = p->key;
		else if (p && !p->key.n)
			p->key = w->item[i].origin.key;
	}
}

/* Reports of one text go with it: `text` are sorted by key. */
static void join_cited(struct item **text, size_t n, const struct names *names)
{
	size_t from = 0;

	for (size_t i = 1; i <= n; i++) {
		struct sr_str key = none();
		if (i < n && sr_str_equal(text[i]->origin.key,
					  text[from]->origin.key))
			continue;
		for (size_t k = from; k < i; k++) {
			struct named *p = find_name(names,
						    text[k]->origin.name);
			if (p && p->key.n &&
			    (!key.n || sr_str_order(p->key, key) < 0))
				key = p->key;
		}
		for (size_t k = from; k < i && key.n; k++) {
			text[k]->origin.key = key;
			text[k]->origin.spoken = true;
		}
		from = i;
	}
}

static bool join_publishers(struct work *w)
{
	size_t n = w->records->reports.nitem;
	struct item **text = SR_NEW(w->mem, struct item *, n);
	struct names names;

	if (!text || !find_names(w, &names))
		return false;
	for (size_t i = 0; i < n; i++)
		text[i] = &w->item[i];
	if (n)
		qsort(text, n, sizeof(struct item *), by_key_of);
	find_cited(w, &names);
	join_cited(text, n, &names);
	return true;
}

static bool number_all(struct work *w)
{
	struct item *item = w->item;

	if (w->nitem)
		qsort(item, w->nitem, sizeof(*item), by_key);
	for (size_t i = 0; i < w->nitem; i++) {
		if (!i || !sr_str_equal(item[i].origin.key,
					item[i - 1].origin.key)) {
			struct sr_origin *own = SR_PUSH(w->mem, &w->out->items);
			if (!own)
				return false;
			*own = item[i].origin;
		}
		*item[i].own = (uint32_t)w->out->items.nitem - 1;
	}
	for (size_t i = 0; i < w->records->claims.nitem; i++)
		if (w->goes_with[i] != UINT32_MAX)
			w->out->claim[i] = w->out->report[w->goes_with[i]];
	return true;
}

enum sr_code sr_voices(const struct sr_records *records, struct sr_arena *mem,
		       struct sr_voices *out, struct sr_err *err)
{
	size_t nclaim = records->claims.nitem, nreport = records->reports.nitem;
	struct work w = {
		.records = records,
		.mem = mem,
		.out = out,
		.item = SR_NEW(mem, struct item, nclaim + nreport),
		.goes_with = SR_NEW(mem, uint32_t, nclaim),
	};
	bool ok = w.item && w.goes_with;

	*out = (struct sr_voices){ .claim = SR_NEW(mem, uint32_t, nclaim),
				   .report = SR_NEW(mem, uint32_t, nreport) };
	ok = ok && out->claim && out->report;
	for (uint32_t i = 0; ok && i < nreport; i++)
		ok = put_report(&w, i);
	for (uint32_t i = 0; ok && i < nclaim; i++)
		ok = put_claim(&w, i);
	if (!ok || !join_passages(&w) || !join_publishers(&w) ||
	    !number_all(&w))
		return sr_fail_nomem(err, "origins");
	return SR_OK;
}

/* Support: the fewest voices that account for all the reports, by taking what
 * covers most of them again and again (V. Chvatal, "A greedy heuristic for the
 * set-covering problem", 1979); of several the first. */

struct heard {
	uint32_t voice, report; /* a voice in a report */
};

struct stretch {
	uint32_t from, to; /* one voice's */
	uint32_t left;	   /* no more than so many are not covered */
};

struct cover {
	struct heard *heard;
	struct stretch *voice;
	bool *covered; /* by number of the report among those that are asked */
	size_t nheard, nvoice;
};

static int by_report(const void *pa, const void *pb)
{
	const struct heard *a = pa, *b = pb;

	return (a->report > b->report) - (a->report < b->report);
}

static int by_voice(const void *pa, const void *pb)
{
	const struct heard *a = pa, *b = pb;

	if (a->voice != b->voice)
		return a->voice < b->voice ? -1 : 1;
	return by_report(a, b);
}

/* Numbers the reports from 0 on, puts each voice in each once; how many reports
 * there are. */
static uint32_t tidy(struct cover *c)
{
	struct heard *h = c->heard;
	size_t kept = 0;

	qsort(h, c->nheard, sizeof(*h), by_report);
	uint32_t last = h[0].report, n = 0;
	for (size_t i = 0; i < c->nheard; i++) {
		n += h[i].report != last;
		last = h[i].report;
		h[i].report = n;
	}
	qsort(h, c->nheard, sizeof(*h), by_voice);
	for (size_t i = 0; i < c->nheard; i++)
		if (!i || by_voice(&h[i], &h[kept - 1]) != 0)
			h[kept++] = h[i];
	c->nheard = kept;
	return n + 1;
}

static void part_voices(struct cover *c)
{
	const struct heard *h = c->heard;
	uint32_t from = 0;

	for (uint32_t i = 1; i <= c->nheard; i++) {
		if (i < c->nheard && h[i].voice == h[from].voice)
			continue;
		c->voice[c->nvoice++] =
			(struct stretch){ from, i, i - from };
		from = i;
	}
}

static uint32_t open_reports(const struct cover *c, const struct stretch *s)
{
	uint32_t n = 0;

	for (uint32_t i = s->from; i < s->to; i++)
		n += !c->covered[c->heard[i].report];
	return n;
}

/* Takes all voices that cover exactly `most` that are open, which no voice has
 * more of; gives the most that are left to the others. */
static uint32_t take_voices(struct cover *c, uint32_t most, uint32_t *norigin)
{
	uint32_t next = 0;

	for (size_t k = 0; k < c->nvoice; k++) {
		struct stretch *s = &c->voice[k];
		if (s->left == most)
			s->left = open_reports(c, s);
		if (s->left == most) {
			for (uint32_t i = s->from; i < s->to; i++)
				c->covered[c->heard[i].report] = true;
			++*norigin;
			s->left = 0;
		}
		next = s->left > next ? s->left : next;
	}
	return next;
}

struct sr_support sr_support_of(const struct sr_records *records,
				const struct sr_voices *voices,
				const uint32_t *claim, size_t n,
				struct sr_arena *mem)
{
	struct sr_support support = { .nclaim = (uint32_t)n };
	struct cover c = {
		.heard = SR_NEW(mem, struct heard, n),
		.voice = SR_NEW(mem, struct stretch, n),
		.covered = SR_NEW(mem, bool, n),
		.nheard = n,
	};

	if (!c.heard || !c.voice || !c.covered || !n)
		return support;
	for (size_t i = 0; i < n; i++)
		c.heard[i] = (struct heard){
			voices->claim[claim[i]],
			records->claims.items[claim[i]].report
		};
	support.nreport = tidy(&c);
	part_voices(&c);
	for (uint32_t most = support.nreport; most;)
		most = take_voices(&c, most, &support.norigin);
	return support;
}

void sr_support_text(struct sr_support s, char out[SR_SUPPORT_TEXT])
{
	if (s.norigin == s.nreport && s.norigin == 1)
		snprintf(out, SR_SUPPORT_TEXT, "1 report");
	else if (s.norigin == s.nreport)
		snprintf(out, SR_SUPPORT_TEXT, "%u origins", s.norigin);
	else
		snprintf(out, SR_SUPPORT_TEXT, "%u origin%s (%u report%s)",
			 s.norigin, s.norigin == 1 ? "" : "s", s.nreport,
			 s.nreport == 1 ? "" : "s");
}
