/* Runs the case files given (lib/case.h says what they hold). Each kind of
 * expectation is a function and a row of KINDS. */
#include <stdio.h>
#include <stdlib.h>

#include "annotate/annotate.h"
#include "base/calendar.h"
#include "base/geo.h"
#include "base/str.h"
#include "kit/gaz_dump.h"
#include "extract/extract.h"
#include "lib/case.h"
#include "ontology.h"
#include "resolve/resolve.h"
#include "text/text.h"

/* Stages in the order of api/read.c; a new one is added here as it lands. */
static enum sr_code read_doc(struct sr_doc *doc, const struct sr_kit *kit,
			     struct sr_err *err)
{
	static enum sr_code (*const STAGE[])(
		struct sr_doc *, const struct sr_kit *, struct sr_err *) = {
		sr_tokenize,  sr_annotate, sr_lexicon, sr_numbers,
		sr_published, sr_times,	   sr_places,  sr_remarks,
		sr_parties,   sr_extract,
	};

	for (size_t i = 0; i < sizeof(STAGE) / sizeof(STAGE[0]); i++) {
		enum sr_code code = STAGE[i](doc, kit, err);
		if (code)
			return code;
	}
	return SR_OK;
}

static bool overlap(struct sr_span a, struct sr_span b)
{
	return a.from < b.to && b.from < a.to;
}

/* time "words" DAYS [named DAYS] [point|since|until|duration|repeat|vague]:
 * what the mention means, what it names, its kind. Its text must be the words,
 * or lie within them. */
static bool check_time(const struct sr_doc *doc, const struct case_line *l,
		       struct case_found *found)
{
	static const char *const KIND[] = { "point",	"since",  "until",
					    "duration", "repeat", "vague" };
	const struct sr_time *t = NULL;
	struct sr_str rest = l->rest;
	struct sr_days want;
	char means[48], named[48];

	for (size_t i = 0; i < doc->times.nitem && !t; i++)
		if (overlap(doc->times.items[i].m.at, l->at))
			t = &doc->times.items[i];
	if (!t) {
		snprintf(found->text, sizeof(found->text), "nothing there");
		return false;
	}
	case_put_days(t->days, means, sizeof(means));
	case_put_days(t->named, named, sizeof(named));
	struct sr_str text = sr_doc_text(doc, t->m.at);
	snprintf(found->text, sizeof(found->text), "\"%.*s\" %s named %s %s",
		 (int)text.n, text.s, means, named, KIND[t->kind]);
	if (t->m.at.from < l->at.from || t->m.at.to > l->at.to)
		return false;
	if (rest.n && (!case_days(case_word(&rest), &want) ||
		       memcmp(&want, &t->days, sizeof(want)) != 0))
		return false;
	while ((rest = sr_str_trim(rest)).n) {
		struct sr_str word = case_word(&rest);
		if (!sr_str_is(word, "named")) {
			if (!sr_str_is(word, KIND[t->kind]))
				return false;
		} else if (!case_days(case_word(&rest), &want) ||
			   memcmp(&want, &t->named, sizeof(want)) != 0) {
			return false;
		}
	}
	return true;
}

static bool one_count(struct sr_str words, int64_t open, int64_t *milli)
{
	int64_t v = 0;
	int places = -1;

	*milli = open;
	for (size_t i = 0; i < words.n; i++) {
		if (words.s[i] == '.' && places < 0) {
			places = 0;
			continue;
		}
		if (words.s[i] < '0' || words.s[i] > '9')
			return false;
		v = v * 10 + (words.s[i] - '0');
		places += places >= 0;
	}
	for (int k = places < 0 ? 0 : places; k < 3; k++)
		v *= 10;
	if (words.n)
		*milli = v;
	return true;
}

/* number "words" LOW..HIGH UNIT [further] [total]: an end left out is open,
 * a unit of - is none. */
static bool check_number(const struct sr_doc *doc, const struct case_line *l,
			 struct case_found *found)
{
	const struct sr_number *n = NULL;
	struct sr_str rest = l->rest, from, to;
	struct sr_count want;
	bool further = false, total = false;

	for (size_t i = 0; i < doc->numbers.nitem && !n; i++)
		if (overlap(doc->numbers.items[i].m.at, l->at))
			n = &doc->numbers.items[i];
	if (!n) {
		snprintf(found->text, sizeof(found->text), "nothing there");
		return false;
	}
	struct sr_str text = sr_doc_text(doc, n->m.at);
	snprintf(found->text, sizeof(found->text),
		 "\"%.*s\" %lld..%lld thousandths %.*s%s%s", (int)text.n,
		 text.s, (long long)n->count.low, (long long)n->count.high,
		 (int)n->unit.n, n->unit.s, n->further ? " further" : "",
		 n->total ? " total" : "");
	if (!rest.n)
		return true;
	if (!case_range(case_word(&rest), &from, &to) ||
	    !one_count(from, SR_COUNT_OPEN_LOW, &want.low) ||
	    !one_count(to, SR_COUNT_OPEN_HIGH, &want.high))
		return false;
	struct sr_str unit = case_word(&rest);
	while ((rest = sr_str_trim(rest)).n) {
		struct sr_str word = case_word(&rest);
		further |= sr_str_is(word, "further");
		total |= sr_str_is(word, "total");
	}
	/* A unit of two words is written with _. */
	bool same = !unit.n || unit.n == n->unit.n ||
		    (sr_str_is(unit, "-") && !n->unit.n);
	for (size_t i = 0; same && n->unit.n && i < unit.n; i++)
		same = unit.s[i] == n->unit.s[i] ||
		       (unit.s[i] == '_' && n->unit.s[i] == ' ');
	return same && want.low == n->count.low && want.high == n->count.high &&
	       further == n->further && total == n->total;
}

/* The place whose words are just these, else the first among them. */
static const struct sr_place *place_at(const struct sr_doc *doc,
				       struct sr_span at)
{
	const struct sr_place *first = NULL;

	for (size_t i = 0; i < doc->places.nitem; i++) {
		const struct sr_place *p = &doc->places.items[i];
		if (p->m.at.from == at.from && p->m.at.to == at.to)
			return p;
		if (!first && overlap(p->m.at, at))
			first = p;
	}
	return first;
}

/* place "words" [point|area|offset|between|missing [open|LAT LON KM [COUNTRY]]]
 * [as NAME]: its kind, that it lies within so many km of that point or, open,
 * that which of several it is stays open, and the name that is shown. */
static bool check_place(const struct sr_doc *doc, const struct case_line *l,
			struct case_found *found)
{
	static const char *const KIND[] = { "point", "area", "offset",
					    "between", "missing" };
	const struct sr_place *p = place_at(doc, l->at);
	struct sr_str rest = l->rest;
	double want[3] = { 0 };

	if (!p) {
		snprintf(found->text, sizeof(found->text), "nothing there");
		return false;
	}
	snprintf(found->text, sizeof(found->text),
		 "%s %.*s, %.*s, %.*s at %.3f %.3f", KIND[p->kind],
		 (int)p->name.n, p->name.s, (int)p->admin1.n, p->admin1.s,
		 (int)p->country.n, p->country.s, p->lat, p->lon);
	if (!rest.n)
		return true;
	if (!sr_str_is(case_word(&rest), KIND[p->kind]))
		return false;
	struct sr_str word = case_word(&rest), country = { NULL, 0 };
	if (sr_str_is(word, "open"))
		return !p->has_point;
	for (int i = 0; i < 3 && word.n && !sr_str_is(word, "as"); i++) {
		if (!sr_degrees_read(word, &want[i]))
			return false;
		word = case_word(&rest);
	}
	struct sr_point at = { want[0], want[1] }, got = { p->lat, p->lon };
	if (word.n && !sr_str_is(word, "as")) {
		country = word;
		word = case_word(&rest);
	}
	if (word.n && !sr_str_equal(sr_str_trim(rest), p->name))
		return false;
	if (want[2] > 0 && (!p->has_point || sr_geo_km(at, got) > want[2]))
		return false;
	return !country.n || sr_str_equal(country, p->country);
}

/* remark "words" KIND [SAID FOUND]: what does not fit, in whole units, the lower
 * end of each. */
static bool check_remark(const struct sr_doc *doc, const struct case_line *l,
			 struct case_found *found)
{
	const struct sr_remark *r = NULL;
	struct sr_str rest = l->rest;
	char said[48];

	for (size_t i = 0; i < doc->remarks.nitem && !r; i++)
		if (overlap(doc->remarks.items[i].at, l->at))
			r = &doc->remarks.items[i];
	if (!r) {
		snprintf(found->text, sizeof(found->text), "nothing there");
		return false;
	}
	snprintf(said, sizeof(said), "%lld %lld",
		 (long long)(r->said.low / 1000),
		 (long long)(r->found.low / 1000));
	snprintf(found->text, sizeof(found->text), "%s %s (%.*s)",
		 sr_remark_name(r->kind), said, (int)r->why.n, r->why.s);
	if (!rest.n)
		return true;
	if (!sr_str_is(case_word(&rest), sr_remark_name(r->kind)))
		return false;
	rest = sr_str_trim(rest);
	return !rest.n || sr_str_is(rest, said);
}

/* published DAYS [inferred] */
static bool check_published(const struct sr_doc *doc, const struct case_line *l,
			    struct case_found *found)
{
	struct sr_str rest = l->rest;
	struct sr_days want, got = doc->report.published;

	case_put_days(got, found->text, sizeof(found->text));
	if (!case_days(case_word(&rest), &want))
		return false;
	if (!sr_days_known(want))
		return !sr_days_known(got);
	return want.from == got.from && want.to == got.to &&
	       sr_str_is(sr_str_trim(rest), "inferred") ==
		       doc->report.published_inferred;
}

/* The mention that has just these words; else one that overlaps them. */
static const struct sr_party *party_at(const struct sr_doc *doc,
                                       struct sr_span at)
{
	const struct sr_party *p = NULL;

	for (size_t i = 0; i < doc->parties.nitem; i++) {
		const struct sr_party *q = &doc->parties.items[i];
		if (q->m.at.from == at.from && q->m.at.to == at.to)
			return q;
		if (!p && overlap(q->m.at, at))
			p = q;
	}
	return p;
}

/* party "words" SIDE [KIND] [pronoun] [name "words"] [like "words"]
 * [of "words"]: a mention of just those words; a side of - is none; like: the
 * same party as a mention of those other words; of: the unit that it is of. */
static bool check_party(const struct sr_doc *doc, const struct case_line *l,
                        struct case_found *found)
{
	const struct sr_party *p = party_at(doc, l->at);
	struct sr_str rest = l->rest;

	if (!p) {
		snprintf(found->text, sizeof(found->text), "nothing there");
		return false;
	}
	struct sr_str text = sr_doc_text(doc, p->m.at);
	snprintf(found->text, sizeof(found->text),
	         "\"%.*s\" %.*s %s%s name \"%.*s\" of \"%.*s\"", (int)text.n,
	         text.s, (int)p->side.n, p->side.s, sr_party_kind_name(p->kind),
	         p->pronoun ? " pronoun" : "", (int)p->name.n, p->name.s,
	         p->unit ? (int)p->unit->parent.n : 0,
	         p->unit ? p->unit->parent.s : "");
	if (p->m.at.from != l->at.from || p->m.at.to != l->at.to)
		return false;
	struct sr_str side = case_word(&rest);
	bool ok = !side.n || sr_str_equal(side, p->side) ||
	          (sr_str_is(side, "-") && !p->side.n);
	while (ok && (rest = sr_str_trim(rest)).n) {
		struct sr_str word = case_word(&rest);
		if (sr_str_is(word, "name")) {
			ok = sr_str_equal(case_word(&rest), p->name);
		} else if (sr_str_is(word, "of")) {
			ok = sr_str_equal(case_word(&rest),
					  p->unit ? p->unit->parent
						  : (struct sr_str){ NULL, 0 });
		} else if (sr_str_is(word, "like")) {
			struct sr_str other = case_word(&rest);
			ok = false;
			for (size_t i = 0; i < doc->parties.nitem && !ok; i++) {
				const struct sr_party *q =
				        &doc->parties.items[i];
				ok = q->entity == p->entity &&
				     sr_str_equal(sr_doc_text(doc, q->m.at),
				                  other);
			}
		} else if (sr_str_is(word, "pronoun")) {
			ok = p->pronoun;
		} else {
			ok = sr_str_is(word, sr_party_kind_name(p->kind));
		}
	}
	return ok;
}

/* Is the slot filled by those words, or by what is named so? */
static bool filled(const struct sr_doc *doc, bool has, struct sr_str name,
		   struct sr_span at, struct sr_str want)
{
	if (sr_str_is(want, "-"))
		return !has;
	return has && (sr_str_equal(name, want) ||
		       sr_str_equal(sr_doc_text(doc, at), want));
}

static bool claim_count(const struct sr_claim *c, struct sr_str want)
{
	struct sr_str from, to;
	struct sr_count n;

	if (sr_str_is(want, "-"))
		return !c->has_count;
	return c->has_count && case_range(want, &from, &to) &&
	       one_count(from, SR_COUNT_OPEN_LOW, &n.low) &&
	       one_count(to, SR_COUNT_OPEN_HIGH, &n.high) &&
	       n.low == c->count.low && n.high == c->count.high;
}

static bool claim_slot(const struct sr_doc *doc, const struct sr_claim *c,
		       struct sr_str slot, struct sr_str want)
{
	struct sr_days days;

	if (sr_str_is(slot, "actor"))
		return filled(doc, c->has_actor, c->actor.name, c->actor.at,
			      want);
	if (sr_str_is(slot, "target"))
		return filled(doc, c->has_target, c->target.name, c->target.at,
			      want);
	if (sr_str_is(slot, "side") || sr_str_is(slot, "of")) {
		bool of = sr_str_is(slot, "of");
		struct sr_str side = of ? c->actor.side : c->target.side;
		return (of ? c->has_actor : c->has_target) &&
		       sr_str_equal(side, sr_str_is(want, "-") ? SR_STR("")
							       : want);
	}
	if (sr_str_is(slot, "place"))
		return filled(doc, c->has_place, c->place.name, c->place.at,
			      want);
	if (sr_str_is(slot, "speaker"))
		return filled(doc, c->speaker.n > 0, c->speaker, c->speaker_at,
			      want);
	if (sr_str_is(slot, "via"))
		return sr_str_equal(c->via, want);
	if (sr_str_is(slot, "voice"))
		return sr_str_equal(c->voice, want);
	if (sr_str_is(slot, "count"))
		return claim_count(c, want);
	if (sr_str_is(slot, "status"))
		return sr_str_is(want, sr_status_name(c->status));
	return sr_str_is(slot, "days") && case_days(want, &days) &&
	       days.from == c->days.from && days.to == c->days.to;
}

static void put_claim(const struct sr_claim *c, struct case_found *found)
{
	char days[48];

	case_put_days(c->days, days, sizeof(days));
	snprintf(found->text, sizeof(found->text),
		 "%s actor \"%.*s\" target \"%.*s\" place \"%.*s\" speaker "
		 "\"%.*s\" status %s count %lld..%lld days %s (%.*s)",
		 sr_type_name(c->type), (int)c->actor.name.n, c->actor.name.s,
		 (int)c->target.name.n, c->target.name.s,
		 (int)c->place.name.n, c->place.name.s, (int)c->speaker.n,
		 c->speaker.s, sr_status_name(c->status),
		 (long long)c->count.low, (long long)c->count.high, days,
		 (int)c->rule.n, c->rule.s);
}

/* claim "words" TYPE [actor|target|place|speaker|via "words"] [of S] [side S]
 * [count LOW..HIGH] [status S] [days DAYS]; of: the actor's side, side: the
 * target's: a claim of that type whose evidence meets the words; a slot of - is empty. */
static bool check_claim(const struct sr_doc *doc, const struct case_line *l,
			struct case_found *found)
{
	struct sr_str slots = l->rest;
	struct sr_str type = case_word(&slots);
	bool any = false;

	snprintf(found->text, sizeof(found->text), "nothing there");
	for (size_t i = 0; i < doc->claims.nitem; i++) {
		const struct sr_claim *c = &doc->claims.items[i];
		struct sr_str rest = slots;
		bool ok = true;
		if (!overlap(c->evidence, l->at))
			continue;
		if (type.n && !sr_str_is(type, sr_type_name(c->type))) {
			if (!any)
				put_claim(c, found);
			continue;
		}
		any = true;
		put_claim(c, found);
		while (ok && (rest = sr_str_trim(rest)).n) {
			struct sr_str slot = case_word(&rest);
			ok = claim_slot(doc, c, slot, case_word(&rest));
		}
		if (ok)
			return true;
	}
	return false;
}

static const struct case_kind KINDS[] = {
	{ "time", check_time },	  { "number", check_number },
	{ "place", check_place }, { "published", check_published },
	{ "remark", check_remark }, { "party", check_party }, { "claim", check_claim },
	{ NULL, NULL },
};

int main(int argc, char **argv)
{
	struct sr_kit *kit;
	struct sr_err err = { 0 };
	struct case_run run = { .kind = KINDS, .read = read_doc };
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	if (sr_kit_open(&kit, path, &err)) {
		printf("Bail out! %s: %s\n", err.where, err.text);
		return 1;
	}
	run.kit = kit;
	for (int i = 1; i < argc; i++)
		case_file(&run, argv[i]);
	sr_kit_close(kit);
	return case_done();
}
