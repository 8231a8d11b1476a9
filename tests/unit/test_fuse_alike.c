/* Texts that are one voice's: the words, the marks, what is alike and what is
 * not, the groups. The shares that are printed are those that the limits of
 * sr_alike_of were set by (docs/decisions/080). */
#include "fuse/alike.h"

#include "lib/check.h"
#include "lib/wire.h"

static struct wire one, two;

static void start(void)
{
	one.n = two.n = 0;
	one.s[0] = two.s[0] = '\0';
}

static struct sr_str text_of(const struct wire *w)
{
	return (struct sr_str){ w->s, w->n };
}

static enum sr_alike alike(const char *what)
{
	struct sr_arena mem;
	struct sr_terms a, b;
	struct sr_sketch of_a, of_b;
	struct sr_overlap o = { 0 };

	sr_arena_init(&mem, 1 << 26);
	bool ok = sr_text_terms(text_of(&one), &mem, &a) &&
		  sr_text_terms(text_of(&two), &mem, &b) &&
		  sr_text_sketch(&a, &mem, &of_a) &&
		  sr_text_sketch(&b, &mem, &of_b) &&
		  sr_text_overlap(&a, &b, &mem, &o);
	bool meet = ok && sr_sketches_meet(&of_a, &of_b);
	printf("# %-28s %3u of %3u, %3u of %3u%s\n", what, o.a, o.na, o.b, o.nb,
	       meet ? "" : ", no marks");
	enum sr_alike kind = meet ? sr_alike_of(&o) : SR_ALIKE_NONE;
	sr_arena_release(&mem);
	return kind;
}

static void words(void)
{
	static const char TEXT[] =
		"By Some Body\n3 May 2022\nhttps://a.example/the/way\n"
		"Caf\xc3\xa9s were shelled. See www.b.example/x?y=z for it.\n"
		"one two three four five six seven eight\n";
	struct sr_arena mem;
	struct sr_terms a, b;

	sr_arena_init(&mem, 1 << 20);
	CHECK(sr_text_terms(sr_str_of(TEXT), &mem, &a));
	/* cafes were shelled see for it, and the long line */
	CHECK_INT(a.n, 6 + 8);
	CHECK(sr_text_terms(SR_STR("CAFES were shelled\nfast"), &mem, &b));
	CHECK_INT(b.n, 4); /* no sentence at all: everything */
	CHECK(a.hash[0] == b.hash[0]);
	CHECK(sr_text_terms(SR_STR(""), &mem, &b));
	CHECK_INT(b.n, 0);
	CHECK(sr_text_terms(SR_STR("\xe6\x88\x98\xe4\xba\x89."), &mem, &b));
	CHECK_INT(b.n, 2);
	mem.fail_after = mem.requests + 2;
	CHECK(!sr_text_terms(sr_str_of(TEXT), &mem, &a));
	sr_arena_release(&mem);
}

static void same(void)
{
	start();
	wire_head(&one, 1);
	wire_story(&one, 1, 0, 20, 0);
	wire_foot(&one, 1);
	wire_head(&two, 2);
	wire_story(&two, 1, 0, 20, 0);
	wire_foot(&two, 2);
	CHECK_INT(alike("in two papers"), SR_ALIKE_SAME);

	start();
	wire_story(&one, 1, 0, 20, 0);
	wire_head(&two, 2);
	wire_story(&two, 1, 0, 10, 0);
	wire_foot(&two, 2);
	CHECK_INT(alike("cut to half"), SR_ALIKE_SAME);

	start();
	wire_head(&one, 1);
	wire_story(&one, 1, 0, 20, 0);
	wire_head(&two, 2);
	wire_story(&two, 2, 0, 2, 0);
	wire_story(&two, 1, 2, 20, 0);
	CHECK_INT(alike("another first paragraph"), SR_ALIKE_SAME);

	start();
	wire_story(&one, 1, 0, 14, 0);
	wire_story(&two, 2, 0, 6, 0);
	wire_story(&two, 1, 2, 14, 0);
	CHECK_INT(alike("a story and its update"), SR_ALIKE_SAME);

	start();
	wire_story(&one, 1, 0, 20, 0);
	wire_story(&two, 1, 0, 20, 20);
	CHECK_INT(alike("one word in 20 exchanged"), SR_ALIKE_SAME);

	start();
	wire_head(&one, 1);
	wire_story(&one, 1, 0, 3, 0);
	wire_head(&two, 2);
	wire_story(&two, 1, 0, 3, 0);
	CHECK_INT(alike("a short item in two papers"), SR_ALIKE_SAME);
}

static void contained(void)
{
	start();
	wire_story(&one, 1, 4, 6, 0);
	wire_story(&two, 1, 0, 24, 0);
	CHECK_INT(alike("two sentences of a story"), SR_ALIKE_IN);

	start();
	wire_story(&one, 2, 0, 16, 0);
	wire_story(&one, 1, 0, 8, 0);
	wire_story(&one, 3, 0, 16, 0);
	wire_story(&two, 1, 0, 8, 0);
	CHECK_INT(alike("a story in a round-up"), SR_ALIKE_HOLDS);
}

static void different(void)
{
	start();
	wire_head(&one, 1);
	wire_story(&one, 1, 0, 8, 0);
	wire_foot(&one, 1);
	wire_head(&two, 1);
	wire_story(&two, 2, 0, 8, 0);
	wire_foot(&two, 1);
	CHECK_INT(alike("one paper, two stories"), SR_ALIKE_NONE);

	start();
	wire_head(&one, 1);
	wire_story(&one, 1, 0, 4, 0);
	wire_foot(&one, 1);
	wire_head(&two, 1);
	wire_story(&two, 2, 0, 4, 0);
	wire_foot(&two, 1);
	CHECK_INT(alike("one paper, two short ones"), SR_ALIKE_NONE);

	start();
	wire_story(&one, 1, 0, 12, 0);
	wire_story(&two, 2, 0, 6, 0);
	wire_story(&two, 1, 3, 5, 0); /* a statement that both quote */
	wire_story(&two, 2, 6, 12, 0);
	CHECK_INT(alike("one statement in two stories"), SR_ALIKE_NONE);

	start();
	wire_story(&one, 1, 0, 12, 0);
	wire_story(&two, 1, 0, 12, 4);
	CHECK_INT(alike("one word in 4 exchanged"), SR_ALIKE_NONE);

	start();
	wire_add(&one, "Air raid alert in the region.");
	wire_add(&two, "Air raid alert in the region.");
	CHECK_INT(alike("a few words"), SR_ALIKE_NONE);
}

static void link(struct sr_alike_links *links, struct sr_arena *mem, uint32_t a,
		 uint32_t b, enum sr_alike kind)
{
	struct sr_alike_link *l = SR_PUSH(mem, &links->items);

	*l = (struct sr_alike_link){ a, b, kind };
}

static void groups(void)
{
	struct sr_alike_links links = { 0 };
	struct sr_arena mem;
	uint32_t group[12];

	sr_arena_init(&mem, 1 << 20);
	link(&links, &mem, 0, 5, SR_ALIKE_SAME);
	link(&links, &mem, 1, 5, SR_ALIKE_SAME);
	link(&links, &mem, 1, 2, SR_ALIKE_IN); /* 2 is longer */
	CHECK(sr_alike_groups(&links, 12, &mem, group));
	CHECK(group[0] == 0 && group[1] == 0 && group[5] == 0);
	CHECK_INT(group[2], 0);
	CHECK_INT(group[3], 3);
	/* 2 holds 1 (with 0 and 5), 6, 7 and 8: many voices */
	link(&links, &mem, 2, 6, SR_ALIKE_HOLDS);
	link(&links, &mem, 2, 7, SR_ALIKE_HOLDS);
	CHECK(sr_alike_groups(&links, 12, &mem, group));
	CHECK(group[2] == 0 && group[6] == 0 && group[7] == 0);
	link(&links, &mem, 0, 2, SR_ALIKE_IN); /* the same group once more */
	CHECK(sr_alike_groups(&links, 12, &mem, group));
	CHECK_INT(group[6], 0);
	link(&links, &mem, 2, 8, SR_ALIKE_HOLDS);
	CHECK(sr_alike_groups(&links, 12, &mem, group));
	CHECK(group[1] == 0 && group[2] == 2 && group[6] == 6 && group[8] == 8);
	/* 8 stands in 9 too, which holds nothing else */
	link(&links, &mem, 8, 9, SR_ALIKE_IN);
	CHECK(sr_alike_groups(&links, 12, &mem, group));
	CHECK(group[8] == 8 && group[9] == 8 && group[2] == 2);
	sr_arena_release(&mem);
}

/* Of two that are as long, one may have more in common than the other: a
 * sentence that it tells twice. */
static void is_the_same_from_both_sides(void)
{
	for (uint32_t a = 30; a <= 100; a += 5)
		for (uint32_t b = 30; b <= 100; b += 5)
			CHECK_INT(sr_alike_of(&(struct sr_overlap){ a, b, 100,
								    100 }),
				  sr_alike_other_side(sr_alike_of(
					  &(struct sr_overlap){ b, a, 100,
								100 })));
}

int main(void)
{
	is_the_same_from_both_sides();
	words();
	same();
	contained();
	different();
	groups();
	return done();
}
