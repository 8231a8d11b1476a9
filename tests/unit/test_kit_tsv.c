#include "kit/tsv.h"
#include "lib/check.h"

static struct sr_arena mem;

static void refused(const char *table, const char *where, const char *text)
{
	struct sr_err err = { 0 };
	struct sr_tsv t;

	CHECK_INT(sr_tsv_read(&mem, "t.tsv", sr_str_of(table), &t, &err),
	          SR_REFUSED);
	CHECK_STR(sr_str_of(err.where), where);
	CHECK_STR(sr_str_of(err.text), text);
}

static void reads(void)
{
	struct sr_err err = { 0 };
	struct sr_tsv t;

	CHECK_INT(sr_tsv_read(&mem, "t.tsv",
	                      SR_STR("# c\nid\tname\na.1\tx y\nb\t-\n"), &t,
	                      &err),
	          SR_OK);
	CHECK_INT(t.nrow, 2);
	CHECK_STR(t.row[0].cell[1], "x y");
	CHECK_INT(t.row[1].cell[1].n, 0);
	CHECK(sr_tsv_find(&t, SR_STR("b")) == &t.row[1]);
	CHECK(sr_tsv_find(&t, SR_STR("c")) == NULL);
}

int main(void)
{
	sr_arena_init(&mem, 1 << 20);
	reads();
	refused("name\tid\n", "t.tsv:1",
	        "first line 'name\tid': expected the columns' names, the first "
	        "of them 'id'");
	refused("id\tname\nb\tx\na\ty\n", "t.tsv:3",
	        "id 'a': expected rows sorted by their ids");
	refused("id\tname\nb\tx\nb\ty\n", "t.tsv:3",
	        "id 'b': expected one that no other row has");
	refused("id\tname\nB\tx\n", "t.tsv:2",
	        "id 'B': expected only a-z, 0-9, '.' and '-'");
	refused("id\tname\nb\tx \n", "t.tsv:2",
	        "cell 'x ': expected no space at the end");
	refused("id\tname\nb\n", "t.tsv:2",
	        "row 'b': expected 2 cells with a tab between them");
	refused("id\tname\nb\t\n", "t.tsv:2",
	        "empty cell in row 'b': expected '-' where there is nothing");
	refused("id\tname\nb\tx\n# late\n", "t.tsv:3",
	        "comment '# late': expected comments above the first row");
	refused("id\tn\xff\n", "t.tsv", "byte 4 is not UTF-8: expected UTF-8");
	sr_arena_release(&mem);
	return done();
}
