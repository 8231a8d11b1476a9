/* sitrep annotate: text to CoNLL-U. The text is taken as it is, paragraphs
 * parted by empty lines; no header is looked for. A large text is read in
 * parts that end with a paragraph, so memory does not grow with it. */
#include "annotate/annotate.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "text/text.h"
#include "views/conllu.h"

#define PART_BYTES ((size_t)256 << 10)

struct annotate {
	struct sr_cli *cli;
	struct sr_kit *kit;
	int status;
};

/* The end of the part of s that begins at `from`: the last empty line within
 * PART_BYTES, else the last line end or space, else where the bytes allow. */
static size_t part_end(struct sr_str s, size_t from)
{
	size_t most = from + PART_BYTES, line = 0, space = 0;

	if (s.n <= most)
		return s.n;
	for (size_t i = from + 1; i < most; i++) {
		if (s.s[i] == '\n' && s.s[i - 1] == '\n')
			from = i;
		else if (s.s[i] == '\n')
			line = i;
		else if (s.s[i] == ' ')
			space = i;
	}
	if (from + PART_BYTES != most)
		return from;
	if (line || space)
		return line ? line : space;
	while (((unsigned char)s.s[most] & 0xC0) == 0x80)
		most--;
	return most;
}

static enum sr_code part(const struct annotate *a, struct sr_doc *doc,
			 size_t before, struct sr_err *err)
{
	struct sr_json out = { .mem = &doc->mem };
	enum sr_code code = sr_paragraphs(doc, err);

	if (!code)
		code = sr_tokenize(doc, a->kit, err);
	if (!code)
		code = sr_annotate(doc, a->kit, err);
	if (!code)
		code = sr_conllu_write(doc, before, &out, err);
	if (!code)
		sr_cli_write(a->cli, sr_json_text(&out));
	return code;
}

static enum sr_code whole(const struct annotate *a, const struct sr_item *in,
			  struct sr_str s, struct sr_err *err)
{
	struct sr_doc doc;
	enum sr_code code = SR_OK;
	size_t bad = sr_utf8_check(s), before = 0;

	if (bad < s.n)
		return sr_fail(err, SR_REFUSED, in->path,
			       "byte %zu is not UTF-8 text", bad);
	sr_doc_init(&doc);
	for (size_t at = 0; at < s.n && !code && !a->cli->closed;) {
		size_t end = part_end(s, at);
		sr_doc_reset(&doc);
		doc.ungated = true;
		doc.report.name = in->name;
		doc.report.text = (struct sr_str){ s.s + at, end - at };
		code = part(a, &doc, before, err);
		before += doc.sentences.nitem;
		at = end;
	}
	sr_doc_release(&doc);
	return code;
}

/* What is no text is made one first: a page, a PDF. */
static enum sr_code made(const struct annotate *a, const struct sr_item *in,
			 struct sr_err *err)
{
	struct sr_doc doc;

	if (in->form == SR_FORM_TEXT)
		return whole(a, in, in->body, err);
	sr_doc_init(&doc);
	enum sr_code code = sr_item_read(&doc, a->kit, in, NULL, err);
	if (!code)
		code = whole(a, in, doc.report.text, err);
	sr_doc_release(&doc);
	return code;
}

static bool input(void *user, const struct sr_item *in)
{
	struct annotate *a = user;
	struct sr_err err = in->err;

	if (in->code || made(a, in, &err))
		a->status = sr_say_refused(in, &err);
	return !a->cli->closed;
}

int sr_cmd_annotate(struct sr_cli *cli)
{
	struct sr_err err = { 0 };
	struct annotate a = { .cli = cli, .kit = sr_cli_kit(cli, &err) };

	if (!a.kit)
		return sr_say_err(&err);
	sr_cli_inputs(cli, a.kit, input, &a);
	sr_kit_close(a.kit);
	return a.status;
}
