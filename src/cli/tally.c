#include "cli/tally.h"

#include <stdarg.h>
#include <stdio.h>

struct line {
	char *out;
	size_t n;
};

static void put(struct line *l, const char *fmt, ...) SR_PRINTF(2, 3);

static void put(struct line *l, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	int k = vsnprintf(l->out + l->n, SR_TALLY_TEXT - l->n, fmt, ap);
	va_end(ap);
	if (k > 0)
		l->n += (size_t)k;
	if (l->n >= SR_TALLY_TEXT)
		l->n = SR_TALLY_TEXT - 1;
}

static void count_language(struct sr_tally *t, struct sr_str code)
{
	size_t i = 0;

	for (; i + 1 < SR_TALLY_LANGUAGES && t->language[i].code[0]; i++)
		if (sr_str_is(code, t->language[i].code))
			break;
	if (!t->language[i].code[0])
		snprintf(t->language[i].code, sizeof(t->language[i].code),
			 "%.*s", (int)code.n, code.n ? code.s : "");
	t->language[i].n++;
}

void sr_tally_read(struct sr_tally *t, const struct sr_doc *doc)
{
	switch ((enum sr_aside)doc->aside) {
	case SR_ASIDE_NONE:
		t->fresh++;
		t->claims += doc->claims.nitem;
		break;
	case SR_ASIDE_LANGUAGE:
		t->foreign++;
		count_language(t, doc->report.language);
		break;
	case SR_ASIDE_NO_WAR:
		t->no_war++;
		break;
	}
}

void sr_tally_refused(struct sr_tally *t, enum sr_code code)
{
	t->refused++;
	t->kind[code]++;
}

static void put_kinds(struct line *l, const struct sr_tally *t)
{
	static const char *const KIND[] = {
		[SR_REFUSED] = "not a report",
		[SR_LIMIT] = "too large",
		[SR_NOMEM] = "needing too much memory",
		[SR_IO] = "not to be opened",
	};
	const char *sep = " (";

	if (!t->refused)
		return;
	for (size_t i = 0; i < sizeof(KIND) / sizeof(*KIND); i++) {
		if (!KIND[i] || !t->kind[i])
			continue;
		put(l, "%s%zu %s", sep, t->kind[i], KIND[i]);
		sep = ", ";
	}
	put(l, "%s", *sep == ',' ? ")" : "");
}

void sr_tally_text(const struct sr_tally *t, char out[SR_TALLY_TEXT])
{
	struct line l = { out, 0 };
	const char *sep = "";

	put(&l, "%zu new with %zu claims, %zu already there, %zu refused",
	    t->fresh, t->claims, t->known, t->refused);
	put_kinds(&l, t);
	if (!(t->no_war + t->foreign))
		return;
	put(&l, ", %zu set aside (", t->no_war + t->foreign);
	if (t->no_war) {
		put(&l, "%zu without a war", t->no_war);
		sep = ", ";
	}
	for (size_t i = 0; i < SR_TALLY_LANGUAGES && t->language[i].code[0];
	     i++) {
		put(&l, "%s%zu %s", sep, t->language[i].n, t->language[i].code);
		sep = ", ";
	}
	put(&l, ")");
}
