/* The pattern files to the "patterns" section. Read line by line into lists;
 * triggers are sorted by symbol at the end so that a lemma's are one stretch.
 * A pattern without an example that fires and one that does not is refused. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/builder.h"
#include "kit/pattern.h"

struct reader {
	struct sr_builder *b;
	const char *file; /* as errors name it */
	uint32_t line;
	SR_LIST(struct sr_pattern) patterns;
	SR_LIST(struct sr_selector) selectors;
	SR_LIST(struct sr_trigger) triggers;
	SR_LIST(struct sr_example) examples;
	SR_LIST(uint32_t) lemmas;
	SR_LIST(struct sr_str) ids;
	struct sr_pattern *now; /* the block being read */
	unsigned groups, yes, no, ntrigger;
};

struct word {
	const char *name;
	uint32_t value;
};

static const struct word STEPS[] = {
	{ "self", SR_STEP_SELF },       { "agent", SR_STEP_AGENT },
	{ "patient", SR_STEP_PATIENT }, { "subj", SR_STEP_SUBJ },
	{ "obj", SR_STEP_OBJ },         { "poss", SR_STEP_POSS },
	{ "mod", SR_STEP_MOD },         { "head", SR_STEP_HEAD },
	{ "comp", SR_STEP_COMP },       { "measure", SR_STEP_MEASURE },
	{ "light", SR_STEP_LIGHT },
	{ "case", SR_STEP_CASE },
	{ "where", SR_STEP_WHERE },
	{ "beside", SR_STEP_BESIDE },
	{ "adv", SR_STEP_ADV },         { "det", SR_STEP_DET },
	{ "aux", SR_STEP_AUX },
	{ NULL, 0 },
};

static const char *const DISPOSITION[] = { "", "destroyed", "damaged",
	                                   "abandoned", "captured" };

struct sr_str sr_disposition_name(unsigned disposition)
{
	return sr_str_of(disposition < sizeof(DISPOSITION) /
	                                         sizeof(DISPOSITION[0])
	                         ? DISPOSITION[disposition]
	                         : "");
}

static enum sr_code refuse(struct reader *r, struct sr_str found,
                           const char *expected)
{
	char where[96];

	snprintf(where, sizeof(where), "%s:%u", r->file, r->line);
	return sr_fail(r->b->err, SR_REFUSED, where, "'%.*s': expected %s",
	               (int)(found.n > 60 ? 60 : found.n), found.s, expected);
}

static enum sr_code nomem(struct reader *r)
{
	return sr_fail_nomem(r->b->err, r->file);
}

static const struct word *find(const struct word *w, struct sr_str name)
{
	for (; w->name; w++)
		if (sr_str_is(name, w->name))
			return w;
	return NULL;
}

static uint32_t symbol(struct reader *r, struct sr_str s)
{
	char fold[256];
	size_t n = sr_fold(s, fold, sizeof(fold));

	if (n == 0 || n > sizeof(fold))
		return 0;
	return sr_builder_symbol(r->b, (struct sr_str){ fold, n });
}

/* Selectors */

static enum sr_code read_lemmas(struct reader *r, struct sr_selector *s,
                                struct sr_str list)
{
	s->lemma = (uint32_t)r->lemmas.nitem;
	while (list.s) {
		struct sr_str word = sr_str_cut(&list, '|');
		uint32_t *own = word.n ? SR_PUSH(r->b->mem, &r->lemmas) : NULL;
		if (!word.n || s->nlemma == 255)
			return refuse(r, word, "lemmas with one | between");
		if (!own || !(*own = symbol(r, word)))
			return nomem(r);
		s->nlemma++;
	}
	return SR_OK;
}

static enum sr_code read_classes(struct reader *r, struct sr_selector *s,
                                 struct sr_str list)
{
	while (list.s) {
		struct sr_str word = sr_str_cut(&list, '|');
		struct sr_str all = sr_str_of(SR_CLASS_WORDS);
		uint32_t bit = 1;
		while (all.s && !sr_str_equal(sr_str_cut(&all, '|'), word))
			bit <<= 1;
		if (bit > SR_CLASS_LAST)
			return refuse(r, word, "a class, see kit/pattern.h");
		s->classes |= bit;
	}
	return SR_OK;
}

static enum sr_code read_selector(struct reader *r, enum sr_line line,
                                  struct sr_str text)
{
	struct sr_selector *s = SR_PUSH(r->b->mem, &r->selectors);
	struct sr_str path = text, rest = text;

	if (!s)
		return nomem(r);
	*s = (struct sr_selector){ .line = (uint8_t)line,
		                   .group = (uint8_t)r->groups };
	enum sr_code code = SR_OK;
	if (memchr(text.s, '=', text.n)) {
		path = sr_str_cut(&rest, '=');
		code = read_lemmas(r, s, rest);
	} else if (memchr(text.s, ':', text.n)) {
		path = sr_str_cut(&rest, ':');
		code = read_classes(r, s, rest);
	}
	while (!code && path.s) {
		struct sr_str name = sr_str_cut(&path, '.');
		const struct word *step = find(STEPS, name);
		uint32_t sym = step || !name.n ? 0 : symbol(r, name);
		if (s->nstep == SR_MAX_STEPS || (!step && !sym))
			return refuse(r, text, "at most four steps");
		s->step[s->nstep++] = step ? step->value : SR_STEP_PREP + sym;
	}
	r->now->nselector++;
	return code;
}

static enum sr_code read_selectors(struct reader *r, enum sr_line line,
                                   struct sr_str value)
{
	enum sr_code code = SR_OK;

	r->now->lines |= (uint8_t)(1u << line);
	if (sr_str_is(value, "-"))
		return SR_OK;
	while (!code && value.s)
		code = read_selector(r, line, sr_str_cut(&value, ' '));
	r->groups++;
	return code;
}

/* Triggers */

static enum sr_code read_triggers(struct reader *r, enum sr_trigger_pos pos,
                                  struct sr_str list)
{
	while (list.s) {
		struct sr_str word = sr_str_cut(&list, ' ');
		struct sr_str lemma = word, rest = word;
		lemma = sr_str_cut(&rest, '~');
		struct sr_trigger *t = SR_PUSH(r->b->mem, &r->triggers);
		if (!lemma.n || (rest.s && !rest.n))
			return refuse(r, word, "lemmas with one space between");
		if (!t)
			return nomem(r);
		*t = (struct sr_trigger){
			.symbol = symbol(r, lemma),
			.particle = rest.s ? symbol(r, rest) : 0,
			.pattern = (uint16_t)(r->patterns.nitem - 1),
			.pos = (uint16_t)pos,
		};
		if (!t->symbol)
			return nomem(r);
		r->ntrigger++;
	}
	return SR_OK;
}

static enum sr_code read_example(struct reader *r, bool fires,
                                 struct sr_str value)
{
	struct sr_example *e = SR_PUSH(r->b->mem, &r->examples);
	struct sr_str text = sr_str_trim(sr_str_cut(&value, '|'));

	if (!e)
		return nomem(r);
	*e = (struct sr_example){
		.expect = SR_NONE,
		.pattern = (uint16_t)(r->patterns.nitem - 1),
		.fires = fires,
	};
	*(fires ? &r->yes : &r->no) += 1;
	if (value.s && sr_builder_text(r->b, sr_str_trim(value), &e->expect))
		return SR_NOMEM;
	return sr_builder_text(r->b, text, &e->text);
}

/* Closed words */

static enum sr_code read_row(struct reader *r, enum sr_table table,
                             struct sr_str id, uint16_t *row)
{
	const struct sr_tsv *t = &r->b->tsv[table];
	const struct sr_tsv_row *found = sr_tsv_find(t, id);
	char expected[64];

	snprintf(expected, sizeof(expected), "an id of %s", t->path);
	if (!found)
		return refuse(r, id, expected);
	*row = (uint16_t)(found - t->row);
	return SR_OK;
}

static enum sr_code read_disposition(struct reader *r, struct sr_str value)
{
	for (uint8_t i = 1; i < sizeof(DISPOSITION) / sizeof(*DISPOSITION);
	     i++) {
		if (sr_str_is(value, DISPOSITION[i])) {
			r->now->disposition = i;
			return SR_OK;
		}
	}
	return refuse(r, value, "destroyed, damaged, abandoned or captured");
}

/* Blocks */

static enum sr_code close_block(struct reader *r)
{
	struct sr_str id = r->now ? r->ids.items[r->ids.nitem - 1]
	                          : (struct sr_str){ NULL, 0 };

	if (!r->now)
		return SR_OK;
	r->now = NULL;
	if (r->patterns.items[r->patterns.nitem - 1].type == UINT16_MAX)
		return refuse(r, id, "a type line in the block above");
	if (!r->ntrigger)
		return refuse(r, id, "a verb, noun or adj line in the block "
		                     "above");
	if (!r->yes || !r->no)
		return refuse(r, id, "an example that fires and a near miss "
		                     "that does not in the block above");
	return SR_OK;
}

static enum sr_code open_block(struct reader *r, struct sr_str id)
{
	for (size_t i = 0; i < r->ids.nitem; i++)
		if (sr_str_equal(r->ids.items[i], id))
			return refuse(r, id, "an id that no other pattern has");
	struct sr_str *own = SR_PUSH(r->b->mem, &r->ids);
	struct sr_pattern *p = SR_PUSH(r->b->mem, &r->patterns);
	if (!own || !p || r->patterns.nitem >= UINT16_MAX)
		return nomem(r);
	*own = id;
	*p = (struct sr_pattern){
		.type = UINT16_MAX,
		.status = UINT16_MAX,
		.again = UINT16_MAX,
		.selector = (uint32_t)r->selectors.nitem,
	};
	r->now = p;
	r->groups = r->yes = r->no = r->ntrigger = 0;
	return sr_builder_text(r->b, id, &p->id);
}

static enum sr_code read_key(struct reader *r, struct sr_str key,
                             struct sr_str value)
{
	static const struct word LINES[] = {
		{ "need", SR_LINE_NEED },   { "not", SR_LINE_NOT },
		{ "actor", SR_LINE_ACTOR }, { "target", SR_LINE_TARGET },
		{ "place", SR_LINE_PLACE }, { "count", SR_LINE_COUNT_OF },
		{ NULL, 0 },
	};
	static const struct word TRIGGERS[] = {
		{ "verb", SR_TRIGGER_VERB },
		{ "noun", SR_TRIGGER_NOUN },
		{ "adj", SR_TRIGGER_ADJ },
		{ NULL, 0 },
	};
	const struct word *w;

	if ((w = find(LINES, key)))
		return read_selectors(r, (enum sr_line)w->value, value);
	if ((w = find(TRIGGERS, key)))
		return read_triggers(r, (enum sr_trigger_pos)w->value, value);
	if (sr_str_is(key, "type"))
		return read_row(r, SR_TABLE_TYPES, value, &r->now->type);
	if (sr_str_is(key, "again"))
		return read_row(r, SR_TABLE_TYPES, value, &r->now->again);
	if (sr_str_is(key, "status"))
		return read_row(r, SR_TABLE_STATUSES, value, &r->now->status);
	if (sr_str_is(key, "disposition"))
		return read_disposition(r, value);
	if (sr_str_is(key, "yes") || sr_str_is(key, "no"))
		return read_example(r, key.n == 3, value);
	if (sr_str_is(key, "why"))
		return SR_OK;
	return refuse(r, key, "a key of a pattern, see kit/pattern.h");
}

static enum sr_code read_line(struct reader *r, struct sr_str line)
{
	struct sr_str value = line;

	if (line.n && line.s[0] == '#')
		return SR_OK;
	if (sr_str_trim(line).n == 0)
		return close_block(r);
	struct sr_str key = sr_str_cut(&value, ' ');
	value = sr_str_trim(value);
	if (value.n == 0)
		return refuse(r, key, "a key, a space and a value");
	if (sr_str_is(key, "pattern")) {
		enum sr_code code = close_block(r);
		return code ? code : open_block(r, value);
	}
	if (!r->now)
		return refuse(r, key, "'pattern' as the first key of a block");
	return read_key(r, key, value);
}

static enum sr_code read_file(struct reader *r, const char *dir,
                              const char *name)
{
	size_t n = strlen(dir) + strlen(name) + 16;
	char *path = SR_NEW(r->b->mem, char, n);
	struct sr_str bytes;

	if (!path)
		return nomem(r);
	snprintf(path, n, "%s/patterns/%s", dir, name);
	enum sr_code code = sr_file_read(r->b->mem, path, SR_MAX_TABLE_FILE,
	                                 &bytes, r->b->err);
	if (code)
		return code;
	r->file = path + strlen(dir) + 1;
	r->line = 0;
	SHA256Update(&r->b->sha, (const uint8_t *)bytes.s, bytes.n);
	if (sr_utf8_check(bytes) != bytes.n)
		return sr_fail(r->b->err, SR_REFUSED, r->file,
		               "byte %zu is not UTF-8: expected UTF-8",
		               sr_utf8_check(bytes));
	while (!code && bytes.n) {
		r->line++;
		code = read_line(r, sr_str_cut(&bytes, '\n'));
	}
	return code ? code : close_block(r);
}

static int name_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The .pat files of the folder in the order of their names, so that a kit has
 * the same bytes wherever it is made. */
static enum sr_code read_folder(struct reader *r, const char *dir)
{
	SR_LIST(char *) names = { 0 };
	size_t n = strlen(dir) + 16;
	char *path = SR_NEW(r->b->mem, char, n);
	enum sr_code code = SR_OK;

	if (!path)
		return nomem(r);
	snprintf(path, n, "%s/patterns", dir);
	DIR *d = opendir(path);
	if (!d)
		return sr_fail(r->b->err, SR_IO, path, "no such folder");
	for (struct dirent *e; (e = readdir(d));) {
		size_t len = strlen(e->d_name);
		if (len < 5 || strcmp(e->d_name + len - 4, ".pat") != 0 ||
		    e->d_name[0] == '.')
			continue;
		char **own = SR_PUSH(r->b->mem, &names);
		if (!own || !(*own = sr_arena_copy(r->b->mem, e->d_name, len)))
			code = nomem(r);
	}
	closedir(d);
	if (!code && names.nitem)
		qsort(names.items, names.nitem, sizeof(char *), name_order);
	for (size_t i = 0; !code && i < names.nitem; i++)
		code = read_file(r, dir, names.items[i]);
	return code;
}

static int trigger_order(const void *pa, const void *pb)
{
	const struct sr_trigger *a = pa, *b = pb;

	if (a->symbol != b->symbol)
		return a->symbol < b->symbol ? -1 : 1;
	return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

static char *put(char *at, const void *from, size_t n)
{
	if (n)
		memcpy(at, from, n);
	return at + n;
}

enum sr_code sr_builder_patterns(struct sr_builder *b, const char *dir,
                                 struct sr_kit_part *part)
{
	struct reader *r = SR_NEW(b->mem, struct reader, 1);

	if (!r)
		return sr_fail_nomem(b->err, "patterns");
	r->b = b;
	r->file = "patterns";
	enum sr_code code = read_folder(r, dir);
	if (code)
		return code;
	if (r->triggers.nitem)
		qsort(r->triggers.items, r->triggers.nitem,
		      sizeof(struct sr_trigger), trigger_order);
	struct sr_patterns_header h = {
		(uint32_t)r->patterns.nitem,  (uint32_t)r->selectors.nitem,
		(uint32_t)r->triggers.nitem,  (uint32_t)r->examples.nitem,
		(uint32_t)r->lemmas.nitem,    { 0 },
	};
	size_t np = r->patterns.nitem * sizeof(struct sr_pattern);
	size_t ns = r->selectors.nitem * sizeof(struct sr_selector);
	size_t nt = r->triggers.nitem * sizeof(struct sr_trigger);
	size_t ne = r->examples.nitem * sizeof(struct sr_example);
	size_t nl = r->lemmas.nitem * sizeof(uint32_t);
	size_t n = sizeof(h) + np + ns + nt + ne + nl;
	char *p = SR_NEW(b->mem, char, n);
	if (!p)
		return nomem(r);
	*part = (struct sr_kit_part){ "patterns", p, n };
	p = put(p, &h, sizeof(h));
	p = put(p, r->patterns.items, np);
	p = put(p, r->selectors.items, ns);
	p = put(p, r->triggers.items, nt);
	p = put(p, r->examples.items, ne);
	put(p, r->lemmas.items, nl);
	return SR_OK;
}
