#include "annotate/walk.h"

#include "lib/check.h"
#include "lib/tree.h"

static struct sr_kit *kit;
static struct sr_doc doc;

static struct sr_tree read(const char *const *line, size_t n)
{
	struct sr_tree t;

	sr_doc_reset(&doc);
	tree_read(&doc, kit, line, n);
	CHECK(sr_tree_init(&t, &doc, kit));
	return t;
}

#define READ(...)                                                              \
	read((const char *const[]){ __VA_ARGS__ },                             \
	     sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static void passive(void)
{
	struct sr_tree t = READ("Sake Sake PROPN NNP 3 nsubj:pass",
	                        "was be AUX VBD 3 aux:pass",
	                        "seized seize VERB VBN 0 root",
	                        "by by ADP IN 5 case",
	                        "rebels rebel NOUN NNS 3 obl:agent");

	CHECK(sr_is_passive(&t, 2));
	CHECK_INT(sr_agent(&t, 2), 4);
	CHECK_INT(sr_patient(&t, 2), 0);
	CHECK_INT(t.from[2], 0);
	CHECK_INT(t.to[2], 5);
}

static void relative(void)
{
	struct sr_tree t = READ("rebels rebel NOUN NNS 0 root",
	                        "who who PRON WP 3 nsubj",
	                        "hold hold VERB VBP 1 acl:relcl",
	                        "Sake Sake PROPN NNP 3 obj");

	CHECK_INT(sr_agent(&t, 2), 0);
	CHECK_INT(sr_patient(&t, 2), 3);
	t = READ("territory territory NOUN NN 0 root",
	         "they they PRON PRP 3 nsubj", "hold hold VERB VBP 1 acl:relcl");
	CHECK_INT(sr_patient(&t, 2), 0);
	CHECK_INT(sr_agent(&t, 2), 1);
}

static void infinitive(void)
{
	struct sr_tree t = READ("Shelling shelling NOUN NN 2 nsubj",
	                        "forced force VERB VBD 0 root",
	                        "troops troops NOUN NNS 2 obj",
	                        "to to PART TO 5 mark",
	                        "leave leave VERB VB 2 xcomp");

	CHECK_INT(sr_subject(&t, 4), 2);
	t = READ("Troops troops NOUN NNS 2 nsubj", "tried try VERB VBD 0 root",
	         "to to PART TO 4 mark", "leave leave VERB VB 2 xcomp");
	CHECK_INT(sr_subject(&t, 3), 0);
}

static void conjunction(void)
{
	struct sr_tree t = READ("Rebels rebel NOUN NNS 2 nsubj",
	                        "came come VERB VBD 0 root",
	                        "and and CCONJ CC 4 cc",
	                        "left leave VERB VBD 2 conj");

	CHECK_INT(sr_agent(&t, 3), 0);
	CHECK(!sr_is_passive(&t, 3));
	t = READ("Men man NOUN NNS 3 nsubj:pass", "were be AUX VBD 3 aux:pass",
	         "shot shoot VERB VBN 0 root", "or or CCONJ CC 5 cc",
	         "beaten beat VERB VBN 3 conj", "by by ADP IN 7 case",
	         "guards guard NOUN NNS 5 obl:agent");
	CHECK(sr_is_passive(&t, 4));
	CHECK_INT(sr_patient(&t, 4), 0);
	CHECK_INT(sr_agent(&t, 2), 6);
}

static void participle(void)
{
	struct sr_tree t = READ("towns town NOUN NNS 0 root",
	                        "captured capture VERB VBN 1 acl",
	                        "by by ADP IN 4 case",
	                        "rebels rebel NOUN NNS 2 obl:agent");

	CHECK_INT(sr_patient(&t, 1), 0);
	CHECK_INT(sr_agent(&t, 1), 3);
	CHECK_INT(sr_case_of(&t, 3), t.token[2].lower);
	CHECK_INT(sr_clause(&t, 3), 1);
}

int main(void)
{
	char path[512];
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	if (sr_kit_open(&kit, path, &err))
		return 1;
	sr_doc_init(&doc);
	passive();
	relative();
	infinitive();
	conjunction();
	participle();
	sr_doc_release(&doc);
	sr_kit_close(kit);
	return done();
}
