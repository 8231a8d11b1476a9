/* How fast the gate looks through text of other matters than war, beside two
 * that do less: copying the same bytes, and counting their words as wc does.
 *
 *	bench_gate KIT FILE ...
 *
 * Files that it lets pass are counted and left out of the timing: there it
 * stops at the first word of war. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "text/gate.h"

#define MOST ((size_t)256 << 20)
#define LEAST_SECONDS 1.0

struct text {
	char *s;
	size_t n;
	SR_LIST(struct sr_str) pages;
};

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t gate(const struct sr_gate *g, const struct text *t)
{
	size_t passed = 0;

	for (size_t i = 0; i < t->pages.nitem; i++) {
		struct sr_gate_look look = { .gate = g };
		look.is_short = t->pages.items[i].n < SR_GATE_SHORT;
		passed += sr_gate_look(&look, t->pages.items[i]);
	}
	return passed;
}

static size_t copy(char *to, const struct text *t)
{
	for (size_t i = 0; i < t->pages.nitem; i++) {
		memcpy(to, t->pages.items[i].s, t->pages.items[i].n);
		to += t->pages.items[i].n;
	}
	return (size_t)to[-1];
}

static size_t count_words(const struct text *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->pages.nitem; i++) {
		bool in = false;
		for (size_t k = 0; k < t->pages.items[i].n; k++) {
			unsigned char c = (unsigned char)t->pages.items[i].s[k];
			bool letter = c > ' ';
			n += letter && !in;
			in = letter;
		}
	}
	return n;
}

static void time_of(const char *what, int which, const struct sr_gate *g,
		    const struct text *t, char *room)
{
	double began = seconds(), spent;
	size_t runs = 0, sum = 0;

	do {
		sum += which == 0   ? gate(g, t)
		       : which == 1 ? copy(room, t)
				    : count_words(t);
		runs++;
		spent = seconds() - began;
	} while (spent < LEAST_SECONDS);
	printf("%-24s %8.0f MB/s   (%zu)\n", what,
	       (double)t->n * (double)runs / spent / 1e6, sum / runs);
}

int main(int argc, char **argv)
{
	struct text t = { 0 };
	struct sr_arena mem;
	struct sr_kit *kit;
	struct sr_err err = { 0 };
	size_t npassed = 0;

	if (argc < 3 || sr_kit_open(&kit, argv[1], &err)) {
		fprintf(stderr, "bench_gate KIT FILE ...  %s\n", err.text);
		return 2;
	}
	sr_arena_init(&mem, 2 * MOST);
	for (int i = 2; i < argc; i++) {
		struct sr_gate_look look = { .gate = sr_kit_gate(kit) };
		struct sr_str s;
		if (sr_file_read(&mem, argv[i], MOST, &s, &err))
			continue;
		look.is_short = s.n < SR_GATE_SHORT;
		if (sr_gate_look(&look, s)) {
			npassed++;
			continue;
		}
		struct sr_str *own = SR_PUSH(&mem, &t.pages);
		if (!own)
			return 3;
		*own = s;
		t.n += s.n;
	}
	printf("%zu pages, %.2f MB, are set aside; %zu pass\n", t.pages.nitem,
	       (double)t.n / 1e6, npassed);
	char *room = malloc(t.n + 1);
	if (!room || !t.n)
		return 1;
	time_of("the gate", 0, sr_kit_gate(kit), &t, room);
	time_of("copying (memcpy)", 1, NULL, &t, room);
	time_of("counting words (wc)", 2, NULL, &t, room);
	free(room);
	sr_arena_release(&mem);
	sr_kit_close(kit);
	return 0;
}
