#include "api/check.h"

#include <stdio.h>

#include "api/read.h"
#include "base/calendar.h"
#include "base/str.h"
#include "base/utf8.h"
#include "kit/pattern.h"
#include "ontology.h"

struct run {
	const struct sr_kit *kit;
	struct sr_doc doc;
	const struct sr_pattern *pattern;
	sr_check_fn *fn;
	void *data;
	size_t nfault;
};

static enum sr_code read_text(struct run *run, struct sr_str text,
                              struct sr_err *err)
{
	struct sr_ingest_options options = SR_INGEST_OPTIONS;
	int32_t day = sr_day_of((struct sr_date){ 2022, 6, 15 });

	sr_doc_reset(&run->doc);
	enum sr_code code = sr_ingest_text(&run->doc, run->kit,
	                                   SR_STR("example"), text, &options,
	                                   err);
	if (code)
		return code;
	run->doc.report.published = (struct sr_days){ day, day };
	run->doc.ungated = true;
	return sr_doc_read(&run->doc, run->kit, SR_HAS_CLAIMS, err);
}

/* Does `whole` hold `part`, capitals and marks apart? */
static bool holds(struct sr_str whole, struct sr_str part)
{
	char a[256], b[256];
	size_t n = sr_fold(whole, a, sizeof(a) - 1);
	size_t k = sr_fold(part, b, sizeof(b) - 1);

	if (n >= sizeof(a) || k >= sizeof(b))
		return false;
	a[n] = b[k] = '\0';
	return strstr(a, b) != NULL;
}

static bool count_is(const struct sr_claim *c, struct sr_str value)
{
	char low[32];

	snprintf(low, sizeof(low), "%lld", (long long)(c->count.low / 1000));
	return c->has_count && sr_str_is(value, low);
}

/* What the slot is named, or the words that it was read from. */
static bool named(const struct sr_doc *doc, struct sr_str name,
                  struct sr_span at, struct sr_str value)
{
	return holds(name, value) || holds(sr_doc_text(doc, at), value);
}

static bool slot_holds(const struct sr_doc *doc, const struct sr_claim *c,
                       struct sr_str key, struct sr_str value)
{
	if (sr_str_is(key, "actor"))
		return c->has_actor &&
		       named(doc, c->actor.name, c->actor.at, value);
	if (sr_str_is(key, "target"))
		return c->has_target &&
		       named(doc, c->target.name, c->target.at, value);
	if (sr_str_is(key, "place"))
		return c->has_place &&
		       named(doc, c->place.name, c->place.at, value);
	if (sr_str_is(key, "count"))
		return count_is(c, value);
	if (sr_str_is(key, "speaker"))
		return holds(c->speaker, value);
	if (sr_str_is(key, "status"))
		return sr_str_is(value, sr_status_name(c->status));
	return false;
}

/* key=value or key="several words", blanks between; gives what does not hold. */
static struct sr_str first_wrong(const struct sr_doc *doc,
                                 const struct sr_claim *c,
                                 struct sr_str expect)
{
	while ((expect = sr_str_trim(expect)).n) {
		struct sr_str rest = expect;
		struct sr_str key = sr_str_cut(&rest, '=');
		bool quoted = rest.n && rest.s[0] == '"';
		if (quoted) {
			rest.s++;
			rest.n--;
		}
		struct sr_str value = sr_str_cut(&rest, quoted ? '"' : ' ');
		if (!slot_holds(doc, c, key, value))
			return (struct sr_str){
				expect.s, (size_t)(value.s + value.n - expect.s)
			};
		expect = rest;
	}
	return (struct sr_str){ NULL, 0 };
}

static void report(struct run *run, const struct sr_example *e,
                   const char *wrong, struct sr_str what)
{
	struct sr_check_fault f = {
		.pattern = sr_pattern_text(run->kit,
		                           run->pattern[e->pattern].id),
		.text = sr_pattern_text(run->kit, e->text),
		.fires = e->fires,
	};

	snprintf(f.wrong, sizeof(f.wrong), "%s%.*s", wrong, (int)what.n,
	         what.s);
	run->nfault++;
	if (run->fn)
		run->fn(run->data, &f);
}

static void judge(struct run *run, const struct sr_example *e)
{
	struct sr_str id =
	        sr_pattern_text(run->kit, run->pattern[e->pattern].id);
	struct sr_str wrong = { NULL, 0 };
	bool fired = false;

	for (size_t i = 0; i < run->doc.claims.nitem; i++) {
		const struct sr_claim *c = &run->doc.claims.items[i];
		if (!sr_str_equal(c->rule, id))
			continue;
		fired = true;
		wrong = e->expect == SR_NONE
		                ? (struct sr_str){ NULL, 0 }
		                : first_wrong(&run->doc, c,
		                              sr_pattern_text(run->kit,
		                                              e->expect));
		if (!wrong.n)
			break;
	}
	if (fired != (bool)e->fires)
		report(run, e, fired ? "fires" : "does not fire",
		       (struct sr_str){ NULL, 0 });
	else if (fired && wrong.n)
		report(run, e, "fires without ", wrong);
}

enum sr_code sr_check_patterns(const struct sr_kit *kit, sr_check_fn *fn,
                               void *data, size_t *nexample, size_t *nfault,
                               struct sr_err *err)
{
	struct run run = { .kit = kit, .fn = fn, .data = data };
	const struct sr_example *e;
	enum sr_code code = SR_OK;

	*nexample = sr_examples(kit, &e);
	sr_patterns(kit, &run.pattern);
	sr_doc_init(&run.doc);
	for (size_t i = 0; !code && i < *nexample; i++) {
		code = read_text(&run, sr_pattern_text(kit, e[i].text), err);
		if (!code)
			judge(&run, &e[i]);
	}
	sr_doc_release(&run.doc);
	*nfault = run.nfault;
	return code;
}
