#include "data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/doc.h"
#include "ontology.h"
#include "text/chars.h"

void *grown(void *p, size_t n, size_t size)
{
	void *q = realloc(p, n ? n * size : 1);

	if (!q) {
		fputs("out of memory\n", stderr);
		exit(3);
	}
	return q;
}

char *file_read(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	char *bytes = NULL;
	size_t room = 1 << 20, got;

	*n = 0;
	if (!f) {
		perror(path);
		exit(3);
	}
	do {
		room *= 2;
		bytes = grown(bytes, room + 1, 1);
		got = fread(bytes + *n, 1, room - *n, f);
		*n += got;
	} while (*n == room);
	fclose(f);
	bytes[*n] = '\0';
	return bytes;
}

/* Codes are places in the ontology's lists; what they lack is an error in
 * the data or in the lists, and is told. */
static uint8_t code_of(struct sr_str s, const char *(*name)(unsigned),
		       unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (sr_str_is(s, name(i)))
			return (uint8_t)i;
	fprintf(stderr, "no such tag or relation: %.*s\n", (int)s.n, s.s);
	exit(1);
}

static struct word *add_word(struct treebank *t)
{
	if (t->nword == t->word_room) {
		t->word_room = t->word_room ? t->word_room * 2 : 4096;
		t->word = grown(t->word, t->word_room, sizeof(*t->word));
	}
	t->word[t->nword] = (struct word){ 0 };
	return &t->word[t->nword++];
}

static void end_sentence(struct treebank *t, uint32_t *from, bool *paragraph)
{
	if (t->nword == *from)
		return;
	if (t->nsentence == t->sentence_room) {
		t->sentence_room = t->sentence_room ? t->sentence_room * 2
						    : 512;
		t->sentence = grown(t->sentence, t->sentence_room,
				    sizeof(*t->sentence));
	}
	t->sentence[t->nsentence++] =
		(struct sentence){ *from, (uint32_t)t->nword, *paragraph };
	*paragraph = false;
	t->word[*from].flags |= SR_TOK_FIRST;
	*from = (uint32_t)t->nword;
}

struct range {
	unsigned left; /* words of a token of several that are still to come */
	bool first, space;
};

static bool spaced(struct sr_str misc)
{
	struct sr_str rest = misc;

	while (rest.s)
		if (sr_str_is(sr_str_cut(&rest, '|'), "SpaceAfter=No"))
			return false;
	return true;
}

static void read_line(struct treebank *t, struct sr_str line, struct range *r)
{
	struct sr_str cell[10] = { { 0 } };

	for (int i = 0; i < 10 && line.s; i++)
		cell[i] = sr_str_cut(&line, '\t');
	if (memchr(cell[0].s, '.', cell[0].n))
		return;
	const char *dash = memchr(cell[0].s, '-', cell[0].n);
	if (dash) {
		r->left = (unsigned)(strtol(dash + 1, NULL, 10) - strtol(cell[0].s, NULL, 10) + 1);
		r->first = true;
		r->space = spaced(cell[9]);
		return;
	}
	struct word *w = add_word(t);
	w->form = cell[1];
	w->lemma = cell[2];
	w->upos = code_of(cell[3], sr_upos_name, SR_UPOS_COUNT);
	w->xpos = code_of(cell[4], sr_xpos_name, SR_XPOS_COUNT);
	w->head = (uint32_t)strtoul(cell[6].s, NULL, 10);
	w->rel = code_of(cell[7], sr_rel_name, SR_REL_COUNT);
	w->flags = (uint8_t)sr_case_flags(cell[1]);
	bool space = spaced(cell[9]);
	if (r->left) {
		w->flags |= r->first ? SR_TOK_MWT_FIRST : SR_TOK_MWT_REST;
		r->first = false;
		space = --r->left == 0 && r->space;
	}
	if (space)
		w->flags |= SR_TOK_SPACE_AFTER;
}

static bool begins(struct sr_str line, const char *with)
{
	return line.n >= strlen(with) && memcmp(line.s, with, strlen(with)) == 0;
}

void treebank_read(struct treebank *t, const char *path)
{
	size_t n;
	uint32_t from = 0;
	bool paragraph = true;
	struct range range = { 0 };

	*t = (struct treebank){ 0 };
	t->bytes = file_read(path, &n);
	struct sr_str rest = { t->bytes, n };
	while (rest.s) {
		struct sr_str line = sr_str_cut(&rest, '\n');
		if (line.n == 0)
			end_sentence(t, &from, &paragraph);
		else if (line.s[0] != '#')
			read_line(t, line, &range);
		else if (begins(line, "# newpar") || begins(line, "# newdoc"))
			paragraph = true;
	}
	end_sentence(t, &from, &paragraph);
}
