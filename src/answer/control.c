#include "answer/control.h"

#include "base/calendar.h"
#include "base/compiler.h"
#include "fuse/extent.h"
#include "fuse/side.h"
#include "views/wording.h"

static bool is_narrow(const struct sr_filter *f)
{
	return f->place.n || f->nspot || f->near || f->side.n || f->source.n ||
	       f->speaker.n || f->text.n || f->statuses.n || f->limit ||
	       sr_days_known(f->days);
}

/* Without what is learnt of the sources. */
static struct sr_control_in in_of(const struct sr_control_view *v,
				  struct sr_arena *mem)
{
	const struct sr_kit *kit = v->ask->kit;

	return (struct sr_control_in){
		.records = &v->all,
		.voices = &v->voices,
		.spoke = sr_speaker_sides(kit, &v->all, mem),
		.extent = sr_extents(kit, &v->all, mem),
	};
}

/* What is learnt of the sources from all places, for those asked for. */
static enum sr_code learn_all(struct sr_control_view *v)
{
	struct sr_ask *ask = v->ask;
	struct sr_filter every = SR_FILTER;
	struct sr_control_view all = { .ask = ask };
	struct sr_arena mem;
	enum sr_code code;

	every.types = ask->filter.types;
	every.known_on = ask->filter.known_on;
	sr_arena_init(&mem, ask->mem.limit);
	code = sr_ledger_claims(ask->ledger, &every, &mem, &all.all, &ask->err);
	if (!code)
		code = sr_voices(&all.all, &mem, &all.voices, &ask->err);
	all.in = in_of(&all, &mem);
	if (!code)
		code = sr_group_places(&all.all, &mem, &all.groups, &ask->err);
	if (!code)
		code = sr_trust(&all.in, &all.groups, &mem, &all.trust,
				&ask->err);
	if (!code)
		code = sr_trust_of(&all.trust, &v->in, &ask->mem, &v->trust,
				   &ask->err);
	sr_arena_release(&mem);
	return code;
}

enum sr_code sr_control_load(struct sr_control_view *v)
{
	struct sr_ask *ask = v->ask;
	struct sr_arena *mem = &ask->mem;
	enum sr_code code;

	ask->filter.types = SR_STR("control");
	code = sr_ledger_claims(ask->ledger, &ask->filter, mem, &v->all,
				&ask->err);
	if (!code)
		code = sr_group_places(&v->all, mem, &v->groups, &ask->err);
	if (!code)
		code = sr_voices(&v->all, mem, &v->voices, &ask->err);
	v->number = SR_NEW(mem, uint32_t, v->all.reports.nitem);
	v->in = in_of(v, mem);
	if (!code && (!v->number || !v->in.spoke || !v->in.extent))
		code = sr_fail_nomem(&ask->err, "control");
	if (!code)
		code = is_narrow(&ask->filter)
			       ? learn_all(v)
			       : sr_trust(&v->in, &v->groups, mem, &v->trust,
					  &ask->err);
	v->in.trust = &v->trust;
	return code;
}

const char *sr_hold_name(enum sr_hold kind)
{
	static const char *const NAME[] = { "assumed", "claimed", "contested",
					    "left", "assessed" };

	return NAME[kind];
}

struct sr_str sr_control_ids(struct sr_control_view *v,
			     const struct sr_spell *s, bool against)
{
	struct sr_json ids = { .mem = &v->ask->mem };

	for (size_t i = 0; i < s->grounds.nitem; i++) {
		const struct sr_ground *g = &s->grounds.items[i];
		if ((g->bearing >= SR_BEARS_DENIES) != against)
			continue;
		if (ids.n)
			sr_json_raw(&ids, SR_STR(" "));
		sr_json_raw(&ids, v->all.claims.items[g->claim].key);
	}
	return sr_json_text(&ids);
}

enum sr_code sr_controls(struct sr_control_view *v, struct sr_controls *out)
{
	struct sr_arena *mem = &v->ask->mem;
	enum sr_code code = SR_OK;

	*out = (struct sr_controls){ .items = { 0 } };
	for (size_t i = 0; !code && i < v->groups.items.nitem; i++) {
		struct sr_controlled *one = SR_PUSH(mem, &out->items);
		if (!one)
			return sr_fail_nomem(&v->ask->err, "control");
		one->group = &v->groups.items.items[i];
		code = sr_control(&v->in, one->group, mem, &one->control,
				  &v->ask->err);
	}
	return code;
}

/* On a day */

/* Does any claim bear on the holder of that day? Not what is assumed, nor a
 * change of which only the last possible day is known. */
static bool is_claimed(const struct sr_spell *s, int32_t day)
{
	if (s->kind == SR_HOLD_ASSUMED)
		return false;
	return s->from.to <= day || s->from.from != SR_DAY_MIN;
}

static const struct sr_spell *spell_of(const struct sr_held *held)
{
	return &held->place->control.spells.items[held->at];
}

bool sr_held_besieged(const struct sr_held *held)
{
	const struct sr_spell *s = spell_of(held);

	return sr_days_known(s->siege) && s->siege.from <= held->day;
}

#define SIEGE_HEARD 180 /* days after which a siege may be over */

bool sr_held_on(const struct sr_controlled *place, int32_t day,
		struct sr_held *out)
{
	const struct sr_control *control = &place->control;
	const struct sr_spell *s = control->spells.items;

	*out = (struct sr_held){ .place = place, .day = day };
	out->at = sr_control_on(control, day, &out->next);
	if (out->at == SIZE_MAX) {
		out->at = out->next;
		out->next = SIZE_MAX;
	}
	if (out->at == SIZE_MAX)
		return false;
	/* From contested to claimed is no change of who has it. */
	if (out->next != SIZE_MAX &&
	    (!is_claimed(&s[out->next], day) ||
	     sr_str_equal(s[out->next].holder, s[out->at].holder)))
		out->next = SIZE_MAX;
	/* Under siege somebody has it, though nobody says so. */
	out->claimed = is_claimed(&s[out->at], day) || out->next != SIZE_MAX ||
		       (s[out->at].holder.n && sr_held_besieged(out) &&
			s[out->at].siege.to > day - SIEGE_HEARD);
	return true;
}

const char *sr_held_how(const struct sr_held *held)
{
	return held->next != SIZE_MAX ? "changing"
				      : sr_hold_name(spell_of(held)->kind);
}

uint32_t sr_held_sure(const struct sr_held *held)
{
	if (spell_of(held)->kind == SR_HOLD_ASSUMED)
		return 0;
	return sr_control_sure(&held->place->control, held->at, held->day);
}

/* Rows: every spell */

static const struct sr_view_column DATA[] = {
	{ "id", NULL, SR_LEFT },
	{ "place", NULL, SR_LEFT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", NULL, SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "from_earliest", NULL, SR_LEFT },
	{ "from_latest", NULL, SR_LEFT },
	{ "from_likeliest", NULL, SR_LEFT },
	{ "until_earliest", NULL, SR_LEFT },
	{ "until_latest", NULL, SR_LEFT },
	{ "holder", NULL, SR_LEFT },
	{ "rival", NULL, SR_LEFT },
	{ "how", NULL, SR_LEFT },
	{ "sure", NULL, SR_LEFT },
	{ "origins", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ "origins_against", NULL, SR_LEFT },
	{ "reports_against", NULL, SR_LEFT },
	{ "own_side_only", NULL, SR_LEFT },
	{ "admitted", NULL, SR_LEFT },
	{ "besieged_from", NULL, SR_LEFT },
	{ "besieged_to", NULL, SR_LEFT },
	{ "last_evidence", NULL, SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ "claims_against", NULL, SR_LEFT },
};

static void place_cells(struct sr_rows *rows, const struct sr_place_slot *p)
{
	sr_cell_text(rows, p->name);
	if (p->id)
		sr_cell_int(rows, p->id);
	else
		sr_cell_none(rows);
	sr_cell_text(rows, p->country);
	sr_cell_point(rows, p);
}

static void days_cells(struct sr_rows *rows, struct sr_days d)
{
	sr_cell_day(rows, sr_days_known(d) ? d.from : SR_DAY_MIN);
	sr_cell_day(rows, sr_days_known(d) ? d.to : SR_DAY_MAX);
}

static void data_row(struct sr_control_view *v, struct sr_rows *rows,
		     const struct sr_place_slot *p,
		     const struct sr_control *control, size_t i)
{
	const struct sr_spell *s = &control->spells.items[i];
	bool last = i + 1 == control->spells.nitem;

	sr_cell_text(rows, sr_str_of(s->id));
	place_cells(rows, p);
	sr_cell_day(rows, s->from.from);
	sr_cell_day(rows, s->from.to);
	sr_cell_day(rows, s->day);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.from);
	sr_cell_day(rows, last ? SR_DAY_MAX : s[1].from.to);
	sr_cell_text(rows, s->holder);
	sr_cell_text(rows, s->rival);
	sr_cell_text(rows, sr_str_of(sr_hold_name(s->kind)));
	sr_cell_milli(rows, s->sure);
	sr_cell_int(rows, s->support.norigin);
	sr_cell_int(rows, s->support.nreport);
	sr_cell_int(rows, s->against.norigin);
	sr_cell_int(rows, s->against.nreport);
	sr_cell_flag(rows, s->own_only);
	sr_cell_flag(rows, s->admitted);
	days_cells(rows, s->siege);
	sr_cell_day(rows, control->last);
	sr_cell_list(rows, sr_control_ids(v, s, false));
	sr_cell_list(rows, sr_control_ids(v, s, true));
}

void sr_control_rows(struct sr_control_view *v,
		     const struct sr_controls *controls, struct sr_rows *rows)
{
	*rows = sr_ask_rows(v->ask, DATA, SR_LEN(DATA));
	for (size_t i = 0; i < controls->items.nitem; i++) {
		const struct sr_controlled *c = &controls->items.items[i];
		for (size_t k = 0; k < c->control.spells.nitem; k++)
			data_row(v, rows, c->group->place, &c->control, k);
	}
}

/* Rows: every place on a day */

static const struct sr_view_column ON[] = {
	{ "id", NULL, SR_LEFT },
	{ "place", "place", SR_CUT },
	{ "place_id", NULL, SR_LEFT },
	{ "country", "in", SR_LEFT },
	{ "lat", NULL, SR_LEFT },
	{ "lon", NULL, SR_LEFT },
	{ "holder", "holder", SR_LEFT },
	{ "or", NULL, SR_LEFT },
	{ "how", "how sure", SR_LEFT },
	{ "sure", "", SR_RIGHT },
	{ "besieged", NULL, SR_LEFT },
	{ "since", "since", SR_LEFT },
	{ NULL, "support", SR_LEFT },
	{ NULL, "against", SR_LEFT },
	{ "origins", NULL, SR_LEFT },
	{ "reports", NULL, SR_LEFT },
	{ "reports_against", NULL, SR_LEFT },
	{ "last_evidence", "last evidence", SR_LEFT },
	{ "claims", NULL, SR_LEFT },
	{ NULL, "id", SR_LEFT },
};

static void support_cell(struct sr_rows *rows, struct sr_support s)
{
	char text[SR_SUPPORT_TEXT];

	sr_support_text(s, text);
	if (s.nclaim)
		sr_cell_format(rows, "%s", text);
	else
		sr_cell_none(rows);
}

static void sure_cell(struct sr_rows *rows, bool table,
		      const struct sr_held *held)
{
	uint32_t sure = sr_held_sure(held);

	if (spell_of(held)->kind == SR_HOLD_ASSUMED)
		sr_cell_none(rows);
	else if (table)
		sr_cell_format(rows, "%u%%", (sure > 990 ? 990 : sure) / 10);
	else
		sr_cell_milli(rows, sure);
}

static void holder_cells(struct sr_rows *rows, bool table,
			 const struct sr_held *held)
{
	const struct sr_spell *s = spell_of(held);
	struct sr_str other = s->rival;

	if (held->next != SIZE_MAX)
		other = s[held->next - held->at].holder;
	if (table && other.n)
		sr_cell_format(rows, "%.*s or %.*s",
			       (int)(s->holder.n ? s->holder.n : 1),
			       s->holder.n ? s->holder.s : "?", (int)other.n,
			       other.s);
	else
		sr_cell_text(rows, s->holder);
	sr_cell_text(rows, other);
	if (table && sr_held_besieged(held))
		sr_cell_format(rows, "%s, besieged", sr_held_how(held));
	else
		sr_cell_text(rows, sr_str_of(sr_held_how(held)));
	sure_cell(rows, table, held);
	sr_cell_flag(rows, sr_held_besieged(held));
}

static void on_row(struct sr_control_view *v, struct sr_rows *rows,
		   const struct sr_held *held)
{
	const struct sr_spell *s = spell_of(held);
	char since[SR_WORDING];

	sr_cell_text(rows, sr_str_of(s->id));
	place_cells(rows, held->place->group->place);
	holder_cells(rows, v->ask->view.format == SR_FORMAT_TABLE, held);
	sr_days_text(s->from, false, since);
	if (s->from.to == SR_DAY_MIN)
		sr_cell_text(rows, SR_STR("?"));
	else
		sr_cell_format(rows, "%s", since);
	support_cell(rows, s->support);
	support_cell(rows, s->against);
	sr_cell_int(rows, s->support.norigin);
	sr_cell_int(rows, s->support.nreport);
	sr_cell_int(rows, s->against.nreport);
	sr_cell_day(rows, held->place->control.last);
	if (held->next != SIZE_MAX)
		s += held->next - held->at;
	sr_cell_list(rows, sr_control_ids(v, s, false));
	sr_cell_text(rows, sr_str_of(spell_of(held)->id));
}

void sr_control_rows_on(struct sr_control_view *v,
			const struct sr_controls *controls, int32_t day,
			bool all, struct sr_rows *rows)
{
	struct sr_held held;

	*rows = sr_ask_rows(v->ask, ON, SR_LEN(ON));
	for (size_t i = 0; i < controls->items.nitem; i++)
		if (sr_held_on(&controls->items.items[i], day, &held) &&
		    (all || held.claimed))
			on_row(v, rows, &held);
}
