#include "views/claims_read.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "base/offset.h"
#include "base/str.h"
#include "ledger/decision.h"
#include "ontology.h"

struct sr_claims_line {
	struct sr_str doc;
	size_t from, to; /* bytes of the file */
	uint32_t number;
};

/* One line being read. */
struct reader {
	struct sr_doc *doc; /* NULL: of a decision, there is no text */
	struct sr_arena *mem;
	struct sr_offsets offsets;
	struct sr_err *err;
	char where[96];
	enum sr_code code;
};

static json_t *load(const struct sr_claims_file *f, size_t from, size_t to,
		    uint32_t number, struct sr_err *err)
{
	char where[96];
	json_error_t why;
	json_t *v = NULL;

	snprintf(where, sizeof(where), "%.80s:%u", f->path, number);
	if (to - from > SR_MAX_CLAIM_LINE) {
		sr_fail(err, SR_LIMIT, where, "a line of more than %u bytes",
			SR_MAX_CLAIM_LINE);
		return NULL;
	}
	v = json_loadb(f->bytes.s + from, to - from, JSON_REJECT_DUPLICATES,
		       &why);
	if (!json_is_object(v)) {
		sr_fail(err, SR_REFUSED, where,
			"expected a claim as a JSON object%s%s", v ? "" : ": ",
			v ? "" : why.text);
		json_decref(v);
		return NULL;
	}
	return v;
}

/* The first of a list of alternatives; what is no list is itself. */
static json_t *first(json_t *v)
{
	return json_is_array(v) ? json_array_get(v, 0) : v;
}

static json_t *member(json_t *object, const char *key)
{
	json_t *v = first(json_object_get(object, key));

	return json_is_null(v) ? NULL : v;
}

static struct sr_str text_of(json_t *v)
{
	if (!json_is_string(v))
		return (struct sr_str){ NULL, 0 };
	return (struct sr_str){ json_string_value(v), json_string_length(v) };
}

static int by_doc(const void *pa, const void *pb)
{
	const struct sr_claims_line *a = pa, *b = pb;
	int c = sr_str_order(a->doc, b->doc);

	return c ? c : (a->number > b->number) - (a->number < b->number);
}

static size_t count_lines(struct sr_str s)
{
	size_t n = 1;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] == '\n';
	return n;
}

static bool blank(struct sr_str s)
{
	return sr_str_trim(s).n == 0;
}

enum sr_code sr_claims_index(struct sr_claims_file *f, const char *path,
			     struct sr_str bytes, struct sr_arena *mem,
			     struct sr_err *err)
{
	struct sr_str rest = bytes;
	uint32_t number = 0;

	*f = (struct sr_claims_file){ .path = path, .bytes = bytes };
	f->line = SR_NEW(mem, struct sr_claims_line, count_lines(bytes));
	if (!f->line)
		return sr_fail_nomem(err, path);
	while (rest.s) {
		struct sr_str part = sr_str_cut(&rest, '\n');
		size_t from = (size_t)(part.s - bytes.s);
		number++;
		if (blank(part))
			continue;
		json_t *v = load(f, from, from + part.n, number, err);
		if (!v)
			return SR_REFUSED;
		struct sr_str doc = text_of(member(v, "doc"));
		struct sr_claims_line *line = &f->line[f->nline++];
		*line = (struct sr_claims_line){
			.doc = { sr_arena_copy(mem, doc.s, doc.n), doc.n },
			.from = from,
			.to = from + part.n,
			.number = number,
		};
		json_decref(v);
		if (!line->doc.s)
			return sr_fail_nomem(err, path);
	}
	if (f->nline)
		qsort(f->line, f->nline, sizeof(*f->line), by_doc);
	return SR_OK;
}

/* A value into its slot. What is wrong is kept in r->code. */

static void wrong(struct reader *r, const char *key, const char *expected)
{
	if (!r->code)
		r->code = sr_fail(r->err, SR_REFUSED, r->where,
				  "key '%s': expected %s", key, expected);
}

static struct sr_str own(struct reader *r, struct sr_str s)
{
	struct sr_str copy = { sr_arena_copy(r->mem, s.s, s.n), s.n };

	if (!copy.s && !r->code)
		r->code = sr_fail_nomem(r->err, r->where);
	return copy.s ? copy : (struct sr_str){ NULL, 0 };
}

static unsigned number_of(struct reader *r, json_t *v, const char *key,
			  const char *(*name_of)(unsigned), unsigned count)
{
	struct sr_str name = text_of(member(v, key));

	for (unsigned i = 0; i < count; i++)
		if (sr_str_is(name, name_of(i)))
			return i;
	wrong(r, key, "one of those in docs/claims.md");
	return 0;
}

static bool read_party(struct reader *r, json_t *v, struct sr_party_slot *p)
{
	if (!json_is_object(v))
		return false;
	p->name = own(r, text_of(member(v, "name")));
	p->side = own(r, text_of(member(v, "side")));
	return true;
}

static bool read_place(struct reader *r, json_t *v, struct sr_place_slot *p)
{
	json_t *lat = v ? member(v, "lat") : NULL;
	json_t *lon = v ? member(v, "lon") : NULL;

	if (!json_is_object(v))
		return false;
	p->name = own(r, text_of(member(v, "name")));
	p->country = own(r, text_of(member(v, "country")));
	p->role = (uint8_t)number_of(r, v, "role", sr_role_name, SR_ROLE_COUNT);
	p->id = json_integer_value(member(v, "id"));
	p->radius_km = json_number_value(member(v, "radius_km"));
	p->has_point = json_is_number(lat) && json_is_number(lon);
	p->lat = json_number_value(lat);
	p->lon = json_number_value(lon);
	if (!(fabs(p->lat) <= 90) || !(fabs(p->lon) <= 180) ||
	    !(p->radius_km >= 0 && p->radius_km < 20100))
		wrong(r, "place", "a point of the globe");
	return true;
}

static int32_t read_day(struct reader *r, json_t *v, const char *key,
			int32_t open)
{
	json_t *day = member(v, key);
	int32_t d = open;

	if (day && !sr_day_read(text_of(day), &d))
		wrong(r, "date", "days as YYYY-MM-DD");
	return d;
}

static const char *basis_name(unsigned i)
{
	static const char *const NAME[] = { "explicit", "relative", "report",
					    "inferred" };

	return NAME[i & 3];
}

static void read_days(struct reader *r, json_t *v, struct sr_claim *c)
{
	c->days = SR_DAYS_UNKNOWN;
	if (!json_is_object(v))
		return;
	c->days.from = read_day(r, v, "from", SR_DAY_MIN);
	c->days.to = read_day(r, v, "to", SR_DAY_MAX);
	if (!sr_days_known(c->days))
		wrong(r, "date", "'from' no later than 'to'");
	struct sr_days published =
		r->doc ? r->doc->report.published : SR_DAYS_UNKNOWN;
	if (member(v, "basis"))
		c->basis = (uint8_t)number_of(r, v, "basis", basis_name, 4);
	else if (sr_days_known(published) && c->days.from >= published.from &&
	         c->days.to <= published.to)
		c->basis = SR_BASIS_REPORT;
}

static int64_t read_end(struct reader *r, json_t *v, const char *key,
			int64_t open)
{
	json_t *n = member(v, key);
	double x = json_number_value(n);

	if (!n)
		return open;
	if (!json_is_number(n) || !(fabs(x) < 1e15)) {
		wrong(r, "count", "numbers");
		return open;
	}
	return (int64_t)floor(x * 1000 + 0.5);
}

static void read_count(struct reader *r, json_t *v, struct sr_claim *c)
{
	c->has_count = json_is_object(v);
	if (!c->has_count)
		return;
	c->count.low = read_end(r, v, "low", SR_COUNT_OPEN_LOW);
	c->count.high = read_end(r, v, "high", SR_COUNT_OPEN_HIGH);
	c->unit = own(r, text_of(member(v, "unit")));
	c->count_total = json_is_true(member(v, "total"));
	c->count_further = json_is_true(member(v, "further"));
	if (c->count.low > c->count.high)
		wrong(r, "count", "'low' no more than 'high'");
}

/* The byte before which so many code points stand, by halving. Within a
 * character every byte but its first counts as behind it. */
static uint32_t byte_at(const struct reader *r, json_int_t points)
{
	struct sr_str text = r->doc->report.text;
	uint32_t lo = 0, hi = (uint32_t)text.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		if ((json_int_t)sr_offset_points(&r->offsets, mid) < points)
			lo = mid + 1;
		else
			hi = mid;
	}
	while (lo < text.n && ((unsigned char)text.s[lo] & 0xC0) == 0x80)
		lo++;
	return lo;
}

static void read_evidence(struct reader *r, json_t *v, struct sr_claim *c)
{
	json_t *start = member(v, "start"), *end = member(v, "end");
	struct sr_str words = text_of(member(v, "text"));

	if (!json_is_integer(start) || !json_is_integer(end) ||
	    json_integer_value(start) < 0 ||
	    json_integer_value(end) < json_integer_value(start)) {
		wrong(r, "evidence", "'start', 'end' and 'text'");
		return;
	}
	c->evidence.from = byte_at(r, json_integer_value(start));
	c->evidence.to = byte_at(r, json_integer_value(end));
	if (!sr_str_equal(words, sr_doc_text(r->doc, c->evidence)))
		wrong(r, "evidence", "the words that stand at its place");
}

static void read_claim(struct reader *r, json_t *v, struct sr_claim *c)
{
	json_t *confidence = member(v, "confidence");
	struct sr_str rule = text_of(member(v, "rule"));
	double share = confidence ? json_number_value(confidence) : 1;

	c->type =
		(uint16_t)number_of(r, v, "type", sr_type_name, SR_TYPE_COUNT);
	c->status = (uint8_t)number_of(r, v, "status", sr_status_name,
				       SR_STATUS_COUNT);
	c->has_actor = read_party(r, member(v, "actor"), &c->actor);
	c->has_target = read_party(r, member(v, "target"), &c->target);
	c->has_place = read_place(r, member(v, "place"), &c->place);
	read_days(r, member(v, "date"), c);
	read_count(r, member(v, "count"), c);
	c->speaker = own(r, text_of(member(v, "speaker")));
	c->voice = own(r, text_of(member(v, "voice")));
	c->via = own(r, text_of(member(v, "via")));
	c->disposition = own(r, text_of(member(v, "disposition")));
	c->rule = rule.n ? own(r, rule) : SR_STR("given");
	if (!(share >= 0 && share <= 1))
		wrong(r, "confidence", "0 to 1");
	else
		c->confidence = (uint16_t)(share * 1000 + 0.5);
	read_evidence(r, member(v, "evidence"), c);
}

unsigned sr_claim_slots_read(json_t *v, const char *where,
			     struct sr_arena *mem, struct sr_claim *c,
			     struct sr_err *err)
{
	struct reader r = { .mem = mem, .err = err };
	unsigned sets = 0;

	snprintf(r.where, sizeof(r.where), "%.90s", where);
	for (unsigned s = 0; s < SR_SLOTS; s++)
		if (json_object_get(v, sr_slot_name(s)))
			sets |= SR_BIT_OF(s);
	if (sets & SR_BIT_OF(SR_SLOT_TYPE))
		c->type = (uint16_t)number_of(&r, v, "type", sr_type_name,
					      SR_TYPE_COUNT);
	if (sets & SR_BIT_OF(SR_SLOT_STATUS))
		c->status = (uint8_t)number_of(&r, v, "status", sr_status_name,
					       SR_STATUS_COUNT);
	c->has_actor = read_party(&r, member(v, "actor"), &c->actor);
	c->has_target = read_party(&r, member(v, "target"), &c->target);
	c->has_place = read_place(&r, member(v, "place"), &c->place);
	read_days(&r, member(v, "date"), c);
	read_count(&r, member(v, "count"), c);
	c->speaker = own(&r, text_of(member(v, "speaker")));
	return r.code ? 0 : sets;
}

/* The first line of a document, or nline. */
static size_t first_line(const struct sr_claims_file *f, struct sr_str doc)
{
	size_t lo = 0, hi = f->nline;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (sr_str_order(f->line[mid].doc, doc) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

enum sr_code sr_claims_fill(const struct sr_claims_file *f, struct sr_doc *doc,
			    struct sr_err *err)
{
	struct reader r = { .doc = doc, .mem = &doc->mem, .err = err };

	if (!sr_offsets_init(&r.offsets, &doc->mem, doc->report.text))
		return sr_fail_nomem(err, f->path);
	for (size_t i = first_line(f, doc->report.name);
	     !r.code && i < f->nline &&
	     sr_str_equal(f->line[i].doc, doc->report.name);
	     i++) {
		const struct sr_claims_line *line = &f->line[i];
		json_t *v = load(f, line->from, line->to, line->number, err);
		struct sr_claim *c = SR_PUSH(&doc->mem, &doc->claims);
		if (!v || !c) {
			json_decref(v);
			return c ? SR_REFUSED : sr_fail_nomem(err, f->path);
		}
		snprintf(r.where, sizeof(r.where), "%.80s:%u", f->path,
			 line->number);
		read_claim(&r, v, c);
		json_decref(v);
	}
	return r.code;
}
