/* What intake makes of files: intake_show KIT FILE ... prints a line of JSON for
 * each item: its name, form, fields and blocks, or why it was refused. Used by
 * eval/pages and tests/intake/test.py. */
#include <stdio.h>

#include "base/calendar.h"
#include "base/json.h"
#include "intake/intake.h"
#include "kit/kit.h"

struct show {
	struct sr_kit *kit;
	struct sr_doc doc;
};

static void put_days(struct sr_json *j, const char *key, struct sr_days days)
{
	char text[SR_DAY_TEXT];

	sr_json_key(j, key);
	if (!sr_days_known(days)) {
		sr_json_null(j);
		return;
	}
	sr_day_write(days.from, text);
	sr_json_str(j, sr_str_of(text));
}

static void put_str(struct sr_json *j, const char *key, struct sr_str s)
{
	sr_json_key(j, key);
	sr_json_str_or_null(j, s);
}

static void put_report(struct sr_json *j, const struct sr_doc *doc)
{
	static const char *const KINDS[] = { "body", "title", "heading",
					     "caption", "field" };
	const struct sr_report *r = &doc->report;

	put_str(j, "doc", r->name);
	put_str(j, "title", r->title);
	put_str(j, "publisher", r->publisher);
	put_str(j, "author", r->author);
	put_str(j, "url", r->url);
	put_days(j, "published", r->published);
	put_days(j, "updated", r->updated);
	sr_json_key(j, "inferred");
	sr_json_bool(j, r->published_inferred);
	sr_json_key(j, "blocks");
	sr_json_open(j, '[');
	for (size_t i = 0; i < doc->blocks.nitem; i++) {
		sr_json_open(j, '[');
		sr_json_str(j, sr_str_of(KINDS[doc->blocks.items[i].kind]));
		sr_json_str(j, sr_doc_text(doc, doc->blocks.items[i].at));
		sr_json_close(j, ']');
	}
	sr_json_close(j, ']');
}

static bool item(void *user, const struct sr_item *in)
{
	struct show *s = user;
	struct sr_json j = { .mem = &s->doc.mem };
	struct sr_err err = in->err;
	enum sr_code code = in->code;

	sr_doc_reset(&s->doc);
	if (!code)
		code = sr_item_read(&s->doc, s->kit, in, NULL, &err);
	sr_json_open(&j, '{');
	put_str(&j, "path", sr_str_of(in->path));
	if (code) {
		put_str(&j, "refused", sr_str_of(err.text));
		sr_json_key(&j, "code");
		sr_json_int(&j, code);
	} else {
		put_report(&j, &s->doc);
	}
	sr_json_close(&j, '}');
	sr_json_line(&j);
	fwrite(j.s, 1, j.n, stdout);
	return true;
}

int main(int argc, char **argv)
{
	struct show s = { .kit = NULL };
	struct sr_err err = { 0 };

	if (argc < 3 || sr_kit_open(&s.kit, argv[1], &err)) {
		fprintf(stderr, "intake_show KIT FILE ...: %s\n", err.text);
		return 2;
	}
	struct sr_intake in = { .kit = s.kit, .fn = item, .user = &s };
	sr_doc_init(&s.doc);
	for (int i = 2; i < argc; i++)
		sr_intake_file(&in, argv[i]);
	sr_doc_release(&s.doc);
	sr_kit_close(s.kit);
	return 0;
}
