/* Made texts for tests of what is the same text: stories of words drawn by a
 * number, and what papers do to a wire story. The same numbers give the same
 * texts on every machine. */
#ifndef SR_TESTS_WIRE_H
#define SR_TESTS_WIRE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIRE_ROOM 65536

struct wire {
	char s[WIRE_ROOM];
	size_t n;
};

/* SplitMix64 (G. Steele, D. Lea, C. Flood 2014). */
static inline uint64_t wire_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static inline void wire_add(struct wire *w, const char *s)
{
	size_t n = strlen(s);

	if (w->n + n < WIRE_ROOM) {
		memcpy(w->s + w->n, s, n + 1);
		w->n += n;
	}
}

/* A word: a common one about half of the time, as in any text. */
static inline void wire_word(struct wire *w, uint64_t *state)
{
	static const char *const COMMON[] = {
		"the",	"of",	"in",	"and",	"to",	 "a",	 "on",
		"that", "said", "were", "had",	"from",	 "by",	 "with",
		"town", "army", "days", "they", "troops", "road", "after"
	};
	static const char *const PART[] = { "ba", "den", "ker", "lo",  "mi",
					    "na", "or",	 "pas", "rin", "sol",
					    "ta", "ur",	 "ve",	"yas", "zo",
					    "gri" };
	uint64_t r = wire_random(state);

	if (r & 1) {
		wire_add(w, COMMON[(r >> 8) % 21]);
		return;
	}
	for (int i = 0; i < 3; i++)
		wire_add(w, PART[(r >> (8 + 4 * i)) & 15]);
}

/* Sentence `number` of story `story`; with edit, one word in so many is
 * another one. */
static inline void wire_sentence(struct wire *w, uint64_t story,
				 uint64_t number, unsigned edit)
{
	uint64_t state = story * 1000003 + number * 97, odd = state ^ 0xabcdef;
	unsigned n = 12 + (unsigned)(wire_random(&state) % 14);

	for (unsigned i = 0; i < n; i++) {
		uint64_t keep = state;
		size_t before = w->n;
		wire_word(w, &state);
		if (edit && wire_random(&odd) % edit == 0) {
			w->n = before;
			keep ^= 0x5555;
			wire_word(w, &keep);
		}
		wire_add(w, i + 1 < n ? " " : ". ");
	}
}

/* Sentences [from, to) of a story, in paragraphs of two. */
static inline void wire_story(struct wire *w, uint64_t story, uint64_t from,
			      uint64_t to, unsigned edit)
{
	for (uint64_t i = from; i < to; i++) {
		wire_sentence(w, story, i, edit);
		if (i % 2)
			wire_add(w, "\n\n");
	}
	wire_add(w, "\n\n");
}

/* What stands above and below every text of a paper: 20 and 60 words or so. */
static inline void wire_head(struct wire *w, unsigned paper)
{
	char line[200];

	snprintf(line, sizeof(line),
		 "Title: report %u\nPublisher: Paper %u\nURL: "
		 "https://paper%u.example/2022/03/04/world/%u\n\n",
		 paper, paper, paper, paper);
	wire_add(w, line);
	wire_sentence(w, 900000 + paper, 0, 0);
	wire_add(w, "\n\n");
}

static inline void wire_foot(struct wire *w, unsigned paper)
{
	for (uint64_t i = 1; i < 4; i++)
		wire_sentence(w, 900000 + paper, i, 0);
	wire_add(w, "\nShare\nFollow us\n");
}

#endif
