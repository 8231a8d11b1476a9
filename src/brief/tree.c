/* Building the tree. References are numbered as they are first cited, in the
 * order of reading. */
#include <stdio.h>

#include "base/calendar.h"
#include "base/str.h"
#include "brief/work.h"
#include "views/wording.h"

struct sr_str sr_brief_say(struct sr_briefing *b, const char *id,
			   struct sr_str a, struct sr_str b2)
{
	struct sr_slot_text slot[] = { { "a", a },
				       { "b", b2 },
				       { NULL, { NULL, 0 } } };

	return sr_say_phrase(&b->en, id, slot);
}

struct sr_str sr_brief_named(struct sr_briefing *b, const char *family,
			     struct sr_str name)
{
	char id[64];

	snprintf(id, sizeof(id), "%s.%.*s", family, (int)name.n,
		 name.n ? name.s : "");
	return sr_phrase(&b->en, id);
}

struct sr_str sr_brief_count(struct sr_briefing *b, size_t n, const char *one,
			     const char *many)
{
	return sr_brief_say(b, n == 1 ? one : many,
			    sr_number_words(&b->en, (int64_t)n * 1000),
			    SR_STR(""));
}

struct sr_brief_section *sr_brief_section(struct sr_briefing *b, const char *id)
{
	struct sr_brief_section *s = SR_PUSH(b->en.mem, &b->brief->sections);
	if (!s)
		return NULL;
	s->id = id;
	s->title = sr_brief_named(b, "head", sr_str_of(id));
	return s;
}

struct sr_brief_section *sr_brief_last(struct sr_briefing *b)
{
	size_t n = b->brief->sections.nitem;

	return n ? &b->brief->sections.items[n - 1] : NULL;
}

void sr_brief_drop_part(struct sr_briefing *b)
{
	struct sr_brief_section *s = sr_brief_last(b);

	if (s && s->parts.nitem)
		s->parts.nitem--;
}

void sr_brief_drop_empty(struct sr_briefing *b)
{
	struct sr_brief_section *s = sr_brief_last(b);

	if (s && !s->parts.nitem)
		b->brief->sections.nitem--;
}

struct sr_brief_part *sr_brief_part(struct sr_briefing *b,
				    enum sr_part_kind kind)
{
	struct sr_brief_section *s = sr_brief_last(b);
	struct sr_brief_part *p = s ? SR_PUSH(b->en.mem, &s->parts) : NULL;

	if (p)
		p->kind = kind;
	return p;
}

struct sr_brief_text *sr_brief_text(struct sr_briefing *b,
				    struct sr_brief_part *part,
				    struct sr_str text)
{
	struct sr_brief_text *t = part ? SR_PUSH(b->en.mem, &part->texts)
				       : NULL;

	if (t)
		t->text = text;
	return t;
}

/* A link that may be followed: http or https, and nothing in it that ends or
 * hides it. */
static struct sr_str safe_url(struct sr_str url)
{
	static const char *const START[] = { "https://", "http://" };
	bool fits = false;

	url = sr_str_trim(url);
	for (size_t i = 0; i < 2; i++)
		fits = fits || (url.n > strlen(START[i]) &&
				memcmp(url.s, START[i], strlen(START[i])) == 0);
	for (size_t i = 0; fits && i < url.n; i++)
		fits = (unsigned char)url.s[i] > ' ' &&
		       (unsigned char)url.s[i] < 0x7f &&
		       !strchr("<>\"'`\\{}|^", url.s[i]);
	return fits && url.n < 1000 ? url : (struct sr_str){ NULL, 0 };
}

static uint32_t number_of(struct sr_briefing *b, const struct sr_filed *filed)
{
	struct sr_brief *brief = b->brief;
	struct sr_english full = b->en;

	for (size_t i = 0; i < brief->refs.nitem; i++)
		if (sr_str_equal(brief->refs.items[i].filed->sha256,
				 filed->sha256))
			return (uint32_t)i + 1;
	struct sr_brief_ref *r = SR_PUSH(b->en.mem, &brief->refs);
	if (!r)
		return 0;
	full.year = 0;
	r->filed = filed;
	r->outlet = sr_brief_outlet_full(b, filed);
	r->title = sr_brief_outside(b, filed->report.title, SR_BRIEF_TITLE);
	r->day = sr_span_text(&full, filed->report.published);
	if (r->day.n && filed->report.published_inferred)
		r->day = sr_brief_say(b, "ref.inferred", r->day, SR_STR(""));
	if (!r->day.n)
		r->day = sr_phrase(&b->en, "ref.undated");
	r->url = safe_url(filed->report.url);
	return (uint32_t)brief->refs.nitem;
}

/* Keeps the numbers ascending, each once. */
static void add_number(struct sr_briefing *b, struct sr_brief_text *t,
		       uint32_t number)
{
	size_t at = 0;

	for (; at < t->refs.nitem && t->refs.items[at] <= number; at++)
		if (t->refs.items[at] == number)
			return;
	if (!number || !SR_PUSH(b->en.mem, &t->refs))
		return;
	for (size_t i = t->refs.nitem - 1; i > at; i--)
		t->refs.items[i] = t->refs.items[i - 1];
	t->refs.items[at] = number;
}

void sr_brief_cite_report(struct sr_briefing *b, struct sr_brief_text *t,
			  const struct sr_filed *filed)
{
	if (t)
		add_number(b, t, number_of(b, filed));
}

void sr_brief_hold(struct sr_briefing *b, struct sr_brief_text *t,
		   const struct sr_records *all, uint32_t claim)
{
	struct sr_cited *c = t ? SR_PUSH(b->en.mem, &t->cited) : NULL;

	if (c)
		*c = (struct sr_cited){ all, claim };
}

/* The id of a claim under the report's number. */
static void add_id(struct sr_briefing *b, struct sr_brief_ref *ref,
		   struct sr_str key)
{
	struct sr_str id = { key.s, key.n < SR_ID_SHOWN ? key.n : SR_ID_SHOWN };

	for (size_t i = 0; i < ref->claims.nitem; i++)
		if (sr_str_equal(ref->claims.items[i], id))
			return;
	struct sr_str *s = SR_PUSH(b->en.mem, &ref->claims);
	if (s)
		*s = id;
}

void sr_brief_number(struct sr_briefing *b, struct sr_brief_text *t)
{
	for (size_t i = 0; t && i < t->cited.nitem; i++) {
		const struct sr_cited *c = &t->cited.items[i];
		const struct sr_record *r = &c->all->claims.items[c->claim];
		uint32_t number = number_of(b, sr_filed_of(c->all, r));
		if (!number)
			return;
		add_number(b, t, number);
		add_id(b, &b->brief->refs.items[number - 1], r->key);
	}
}

void sr_brief_cite(struct sr_briefing *b, struct sr_brief_text *t,
		   const struct sr_records *all, uint32_t claim)
{
	sr_brief_hold(b, t, all, claim);
	sr_brief_number(b, t);
}

struct sr_brief_table *sr_brief_table(struct sr_briefing *b, const char *id,
				      size_t n)
{
	struct sr_brief_part *part = sr_brief_part(b, SR_PART_TABLE);
	struct sr_brief_table *t = SR_NEW(b->en.mem, struct sr_brief_table, 1);
	struct sr_str *head = SR_NEW(b->en.mem, struct sr_str, n);
	bool *right = SR_NEW(b->en.mem, bool, n);
	uint8_t *wide = SR_NEW(b->en.mem, uint8_t, n);
	struct sr_str rest = sr_phrase(&b->en, id);

	if (!part || !t || !head || !right || !wide)
		return NULL;
	for (size_t i = 0; i < n && rest.s; i++) {
		head[i] = sr_str_cut(&rest, '|');
		wide[i] = 1;
		if (head[i].n > 2 && head[i].s[head[i].n - 2] == '*') {
			wide[i] = (uint8_t)(head[i].s[head[i].n - 1] - '0');
			head[i].n -= 2;
		}
		right[i] = head[i].n && head[i].s[head[i].n - 1] == '+';
		head[i].n -= right[i];
	}
	*t = (struct sr_brief_table){ .ncolumn = n,
				      .head = head,
				      .right = right,
				      .wide = wide };
	part->table = t;
	return t;
}

struct sr_brief_text *sr_brief_cell(struct sr_briefing *b,
				    struct sr_brief_table *table,
				    struct sr_str text)
{
	struct sr_brief_text *t = table ? SR_PUSH(b->en.mem, &table->cells)
					: NULL;

	if (t)
		t->text = text;
	return t;
}

void sr_brief_more(struct sr_briefing *b, const char *id, size_t n)
{
	struct sr_brief_part *p = n ? sr_brief_part(b, SR_PART_MORE) : NULL;
	char one[48];

	snprintf(one, sizeof(one), "%s.one", id);
	if (p)
		sr_brief_text(b, p,
			      sr_sentence_start(&b->en,
						sr_brief_count(b, n, one, id)));
}
