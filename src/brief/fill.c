/* Templates: the words are in data/brief, this puts slots into them. A template
 * has a few slots and brackets two deep; what is not known is left out with the
 * bracket around it, so that a row of a table serves for many claims. */
#include "base/json.h"
#include "base/str.h"
#include "brief/english.h"

#define MOST_DEPTH 4

struct fill {
	const struct sr_english *e;
	const struct sr_slot_text *slot;
	size_t nslot;
	const char *at, *end;
};

static const struct sr_slot_text *find(const struct fill *f, struct sr_str name)
{
	for (size_t i = 0; i < f->nslot && f->slot[i].name; i++)
		if (sr_str_is(name, f->slot[i].name))
			return &f->slot[i];
	return NULL;
}

/* What stands for a slot; empty: nothing does. */
static struct sr_str value_of(const struct fill *f, struct sr_str name)
{
	struct sr_str rest = name, stem = sr_str_cut(&rest, '.');
	const struct sr_slot_text *s = find(f, rest.s ? stem : name);

	if (!s || !s->text.n)
		return (struct sr_str){ NULL, 0 };
	if (!rest.s)
		return s->text;
	return sr_phrase(f->e, sr_is_plural(f->e, s->text) ? "were" : "was");
}

/* "{name}" at f->at; false when nothing is in it. */
static bool put_slot(struct fill *f, struct sr_json *out)
{
	const char *from = ++f->at;

	while (f->at < f->end && *f->at != '}')
		f->at++;
	struct sr_str name = { from, (size_t)(f->at - from) };
	struct sr_str text = value_of(f, name);

	f->at += f->at < f->end;
	sr_json_raw(out, text);
	return text.n > 0;
}

/* Up to the end or the bracket that closes; false when a slot of this level is
 * empty. */
static bool put_level(struct fill *f, struct sr_json *out, int depth)
{
	bool whole = true;

	while (f->at < f->end && *f->at != ']') {
		if (*f->at == '{') {
			whole = put_slot(f, out) && whole;
		} else if (*f->at == '[' && depth < MOST_DEPTH) {
			size_t before = out->n;
			f->at++;
			if (!put_level(f, out, depth + 1))
				out->n = before;
			f->at += f->at < f->end;
		} else {
			sr_json_raw(out, (struct sr_str){ f->at++, 1 });
		}
	}
	return whole;
}

struct sr_str sr_fill(const struct sr_english *e, struct sr_str template,
		      const struct sr_slot_text *slot, size_t n)
{
	struct sr_json out = { .mem = e->mem };
	struct fill f = { e, slot, n, template.s, sr_str_end(template) };

	while (f.at < f.end) {
		put_level(&f, &out, 0);
		f.at += f.at < f.end; /* a bracket that closes nothing */
	}
	return sr_json_text(&out);
}

struct sr_str sr_phrase(const struct sr_english *e, const char *id)
{
	uint32_t row = sr_kit_row(e->kit, SR_TABLE_PHRASES, sr_str_of(id));

	if (row == SR_NONE)
		return (struct sr_str){ NULL, 0 };
	return sr_kit_text(e->kit, SR_TABLE_PHRASES, row, SR_PHRASES_TEXT);
}

struct sr_str sr_say_phrase(const struct sr_english *e, const char *id,
			    const struct sr_slot_text *slot)
{
	size_t n = 0;

	while (slot && slot[n].name)
		n++;
	return sr_fill(e, sr_phrase(e, id), slot, n);
}

struct sr_str sr_join(const struct sr_english *e, struct sr_str a,
		      struct sr_str b, struct sr_str c)
{
	struct sr_json out = { .mem = e->mem };

	sr_json_raw(&out, a);
	sr_json_raw(&out, b);
	sr_json_raw(&out, c);
	return sr_json_text(&out);
}
