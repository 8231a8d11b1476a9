/* Evidence that is only true by a day, and what is told by the way of the past,
 * put into the spells that dated evidence made. */
#include "fuse/control_work.h"

/* The last spell that has surely begun by that day; nspell: none. */
static size_t covering(const struct sr_control_work *w, int32_t day)
{
	size_t best = w->out->spells.nitem;

	for (size_t i = 0; i < w->out->spells.nitem; i++)
		if (w->out->spells.items[i].from.to <= day)
			best = i;
	return best;
}

/* Told of the past: a report that has dated news of another holder, or says
 * that the place was taken back, tells by the way how it was taken. */
static bool is_background(const struct sr_control_work *w,
			  const struct sr_evidence *e)
{
	if (e->background || e->back)
		return e->background;
	for (size_t i = 0; i < w->evidence.nitem; i++) {
		const struct sr_evidence *o = &w->evidence.items[i];
		if (o->report == e->report && o->kind == SR_TAKE &&
		    !sr_str_equal(o->side, e->side) &&
		    (o->back || o->from != SR_DAY_MIN))
			return true;
	}
	return false;
}

/* Before the first spell, which then begins after it. */
static enum sr_code put_first(struct sr_control_work *w, struct sr_evidence *e,
			      bool background)
{
	const struct sr_spell *first = sr_spell_at(w, 0);
	int32_t to = first && first->from.to < e->to ? first->from.to : e->to;

	enum sr_code code =
		sr_spell_begin(w, 0, e, (struct sr_days){ SR_DAY_MIN, to });
	if (!code && !background)
		sr_spell_at(w, 0)->seen = to;
	return code;
}

/* What a report tells as news holds on the day of the report. */
static enum sr_code join_spell(struct sr_control_work *w, struct sr_spell *s,
			       struct sr_evidence *e, bool background)
{
	if (!background && s && e->to > s->seen)
		s->seen = e->to;
	return sr_spell_support(w, s, e, sr_bearing_of(e));
}

static enum sr_code join_take(struct sr_control_work *w, struct sr_evidence *e)
{
	size_t n = w->out->spells.nitem, at = covering(w, e->to);
	bool background = is_background(w, e);
	size_t own = sr_spell_of(w, e->side, e->to);
	struct sr_spell *s = sr_spell_at(w, at);
	struct sr_spell *next = at + 1 < n ? &s[1] : NULL;

	if (sr_spell_holds(s, e->side))
		return join_spell(w, s, e, background);
	/* It may be the next change, which is under way on that day. */
	if (sr_spell_holds(next, e->side) && next->from.from <= e->to)
		return join_spell(w, next, e, background);
	if (background && own < n)
		return join_spell(w, sr_spell_at(w, own), e, true);
	if (at == n || background)
		return put_first(w, e, background);
	/* News: since the holder was last claimed, and by that day. */
	int32_t from = s->seen > s->from.from ? s->seen : s->from.from;
	if (from > e->to)
		from = e->to;
	enum sr_code code =
		sr_spell_begin(w, at + 1, e, (struct sr_days){ from, e->to });
	if (!code)
		sr_spell_at(w, at + 1)->seen = e->to;
	return code;
}

static enum sr_code join_leave(struct sr_control_work *w, struct sr_evidence *e)
{
	size_t n = w->out->spells.nitem, at = covering(w, e->to);
	struct sr_spell *s = at < n ? sr_spell_at(w, at) : NULL;
	struct sr_spell *next = at + 1 < n ? sr_spell_at(w, at + 1) : NULL;

	if (s && !sr_spell_holds(s, e->side) &&
	    (at > 0 || s->kind == SR_HOLD_CLAIMED))
		return sr_spell_support(w, s, e, SR_BEARS_LEAVES);
	if (next && !sr_spell_holds(next, e->side) &&
	    next->from.from <= e->to + SR_NEAR_DAYS)
		return sr_spell_support(w, next, e, SR_BEARS_LEAVES);
	size_t where = at < n ? at + 1 : 0;
	int32_t from = s ? s->seen : SR_DAY_MIN;
	s = sr_spell_insert(w, where, SR_HOLD_LEFT, (struct sr_str){ NULL, 0 });
	if (!s)
		return SR_NOMEM;
	s->from = (struct sr_days){ from < e->to ? from : e->to, e->to };
	return sr_spell_support(w, s, e, SR_BEARS_LEAVES);
}

/* First what is news, in order of days; then what is told of the past; then
 * who left, dated or not, for whom a spell may have come by now. */
enum sr_code sr_control_join(struct sr_control_work *w)
{
	enum sr_code code = SR_OK;

	for (int pass = 0; pass < 3; pass++) {
		for (size_t i = 0; !code && i < w->evidence.nitem; i++) {
			struct sr_evidence *e = &w->evidence.items[i];
			bool late = is_background(w, e);
			if (e->used || (pass < 2 && e->kind == SR_LEAVE) ||
			    (pass == 0 && late))
				continue;
			code = e->kind == SR_LEAVE ? join_leave(w, e)
						   : join_take(w, e);
		}
	}
	return code;
}
