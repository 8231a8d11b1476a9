/* Title, legend and notes: only what occurs, and what came out of the map. */
#include <stdio.h>

#include "base/calendar.h"
#include "draw/layout.h"

#define PAD 16.0
#define SIGN 26.0 /* from the panel's side to the text behind a sign */
#define GAP 10.0  /* before a head */
#define NAMED 8	  /* sources that are named */
#define COLUMN 260.0 /* at least, of a legend under the map */

struct writer {
	const struct sr_map_kit *kit;
	struct sr_layout *l;
	double x, y, width;
	bool good;
};

/* "9 September 2022". */
#define DAY_TEXT 40
static void day_text(int32_t day, bool year, char out[DAY_TEXT])
{
	static const char *const MONTH[] = {
		"January", "February", "March",	    "April",   "May",	   "June",
		"July",	   "August",   "September", "October", "November", "December"
	};
	struct sr_date d = sr_date_of(day);

	if (year)
		snprintf(out, DAY_TEXT, "%d %s %d", d.day, MONTH[d.month - 1],
			 (int)d.year);
	else
		snprintf(out, DAY_TEXT, "%d %s", d.day, MONTH[d.month - 1]);
}

/* "3 to 9 September 2022". */
static struct sr_str days_text(struct sr_arena *mem, int32_t from, int32_t to)
{
	struct sr_date a = sr_date_of(from), b = sr_date_of(to);
	char first[DAY_TEXT], last[DAY_TEXT];

	day_text(to, true, last);
	if (from == to)
		return sr_map_text(mem, "%s", last);
	if (a.year == b.year && a.month == b.month)
		return sr_map_text(mem, "%d to %s", a.day, last);
	day_text(from, a.year != b.year, first);
	return sr_map_text(mem, "%s to %s", first, last);
}

static struct sr_entry *put(struct writer *w, enum sr_style style,
			    struct sr_str text, double indent)
{
	double width = w->width - indent;
	struct sr_size s = w->kit->measure.size(w->kit->measure.user, style,
						text, width);
	struct sr_entry *e = SR_PUSH(w->kit->mem, &w->l->entries);

	if (!e) {
		w->good = false;
		return NULL;
	}
	*e = (struct sr_entry){
		.text = text,
		.style = style,
		.box = { w->x + indent, w->y, w->x + w->width,
			 w->y + s.height },
	};
	w->y += s.height + 4;
	return e;
}

/* A new column where a legend under the map has no room left below. */
static void turn_over(struct writer *w, double need)
{
	const struct sr_box *p = &w->l->panel;

	if (w->y + need > p->y1 && w->x + 2 * w->width + PAD < p->x1) {
		w->x += w->width + PAD;
		w->y = p->y0 + 10;
	}
}

static void head(struct writer *w, struct sr_str text)
{
	w->y += GAP;
	turn_over(w, 60);
	put(w, SR_TEXT_HEAD, text, 0);
}

static void line(struct writer *w, enum sr_sign sign, size_t index,
		 struct sr_str text)
{
	turn_over(w, 30);
	double top = w->y;
	struct sr_entry *e = put(w, SR_TEXT_LEGEND, text, SIGN);

	if (!e)
		return;
	e->sign = sign;
	e->index = index;
	/* amid the first line */
	double height = w->kit->measure.size(w->kit->measure.user,
					     SR_TEXT_LEGEND, SR_STR("x"), 0)
				.height;
	e->at = (struct sr_xy){ w->x + 8, top + height / 2 };
	w->y += 3;
}

static void note(struct writer *w, struct sr_str text)
{
	turn_over(w, 20);
	put(w, SR_TEXT_SMALL, text, 0);
}

/* Is a place on the map? */
static bool is_drawn(const struct sr_layout *l, size_t place)
{
	for (size_t i = 0; i < l->marks.nitem; i++)
		if (l->marks.items[i].place == place)
			return true;
	for (size_t i = 0; i < l->hazes.nitem; i++)
		if (!l->hazes.items[i].incident &&
		    l->hazes.items[i].index == place)
			return true;
	return false;
}

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* A name without the article that it has within a sentence. */
static struct sr_str bare(struct sr_str name)
{
	if (name.n > 4 && !memcmp(name.s, "the ", 4))
		return (struct sr_str){ name.s + 4, name.n - 4 };
	return name;
}

static void sides(struct writer *w)
{
	const struct sr_map_data *d = w->l->data;
	struct sr_arena *mem = w->kit->mem;
	size_t nobody = 0;
	bool any = false;

	for (size_t s = 0; s <= d->palette.nitem; s++) {
		bool none = s == d->palette.nitem;
		struct sr_str side = none ? (struct sr_str){ NULL, 0 }
					  : d->palette.items[s].side;
		size_t n = 0, beside = 0;
		for (size_t i = 0; i < d->nplace; i++) {
			if (!is_drawn(w->l, i))
				continue;
			n += sr_str_equal(d->place[i].holder, side);
			beside += !none &&
				  sr_str_equal(d->place[i].other, side);
		}
		nobody = none ? n : 0;
		if (none || (!n && !beside))
			continue;
		if (!any)
			head(w, SR_STR("Held by"));
		any = true;
		struct sr_str name = bare(d->palette.items[s].name);
		line(w, SR_SIGN_SIDE, s,
		     n ? sr_map_text(mem, "%.*s: %zu place%s", (int)name.n,
				     name.s, n, plural(n))
		       : sr_map_text(mem, "%.*s", (int)name.n, name.s));
	}
	if (nobody)
		line(w, SR_SIGN_SIDE, SIZE_MAX,
		     sr_map_text(mem, "nobody known: %zu place%s", nobody,
				 plural(nobody)));
}

static void hows(struct writer *w)
{
	static const enum sr_map_how ORDER[] = {
		SR_MAP_ASSESSED, SR_MAP_CLAIMED, SR_MAP_CONTESTED,
		SR_MAP_CHANGING, SR_MAP_LEFT,	 SR_MAP_ASSUMED,
	};
	static const char *const TEXT[SR_MAP_HOWS] = {
		[SR_MAP_ASSESSED] = "assessed: by several sources, or admitted "
				    "by who lost it",
		[SR_MAP_CLAIMED] = "claimed: by one source, or by its holder "
				   "alone",
		[SR_MAP_CONTESTED] = "contested: claimed for two sides",
		[SR_MAP_CHANGING] = "may have changed hands by then",
		[SR_MAP_LEFT] = "left: nobody says who came",
		[SR_MAP_ASSUMED] = "assumed: nobody says so",
	};
	const struct sr_map_data *d = w->l->data;
	bool siege = false, faded = false, reach = false, any = false;

	for (size_t i = 0; i < d->nplace; i++)
		siege = siege || (d->place[i].besieged && is_drawn(w->l, i));
	for (size_t i = 0; i < w->l->marks.nitem; i++) {
		const struct sr_mark *m = &w->l->marks.items[i];
		faded = faded || m->fade;
		reach = reach || m->reach > 0;
	}
	for (size_t k = 0; k < SR_MAP_HOWS; k++) {
		bool has = false;
		for (size_t i = 0; i < d->nplace && !has; i++)
			has = d->place[i].how == ORDER[k] && is_drawn(w->l, i);
		if (!has)
			continue;
		if (!any)
			head(w, SR_STR("How it is known"));
		any = true;
		line(w, SR_SIGN_HOW, ORDER[k], sr_str_of(TEXT[ORDER[k]]));
	}
	if (siege)
		line(w, SR_SIGN_SIEGE, 0, SR_STR("besieged"));
	if (reach)
		line(w, SR_SIGN_REACH, 0, SR_STR("how far the place reaches"));
	if (faded)
		line(w, SR_SIGN_FADE, 0,
		     SR_STR("paler: nothing heard for 2 weeks to half a year"));
}

static void events(struct writer *w)
{
	static const char *const TEXT[SR_MAP_EVENTS] = {
		[SR_MAP_GROUND] = "ground fighting",
		[SR_MAP_SHELLING] = "shelling, rockets, missiles",
		[SR_MAP_AIR] = "air or drone strike",
		[SR_MAP_EXPLOSIVE] = "mines, planted charges",
		[SR_MAP_DAMAGE] = "damage, destruction",
		[SR_MAP_CIVILIANS] = "violence against civilians",
	};
	const struct sr_map_data *d = w->l->data;
	struct sr_arena *mem = w->kit->mem;
	uint32_t n[SR_MAP_EVENTS] = { 0 }, all = 0;
	bool several = false;

	for (size_t i = 0; i < w->l->badges.nitem; i++) {
		const struct sr_map_incident *in =
			&d->incident[w->l->badges.items[i].incident];
		n[in->event] += in->n;
		all += in->n;
		several = several || in->norigin > 1;
	}
	if (!all)
		return;
	struct sr_str days = days_text(mem, d->day - (int32_t)(d->window - 1),
				       d->day);
	head(w, sr_map_text(mem, "Attacks, %.*s", (int)days.n, days.s));
	for (size_t e = 0; e < SR_MAP_EVENTS; e++)
		if (n[e])
			line(w, SR_SIGN_EVENT, e,
			     sr_map_text(mem, "%s: %u", TEXT[e], n[e]));
	if (several)
		line(w, SR_SIGN_SIZES, 0,
		     SR_STR("told by 1, by 2 or 3, by more sources"));
}

static void left_out(struct writer *w)
{
	const struct sr_layout *l = w->l;
	struct sr_arena *mem = w->kit->mem;

	if (l->unlabelled)
		note(w, sr_map_text(mem, "%zu place%s unlabelled for want of "
					 "room.",
				    l->unlabelled, plural(l->unlabelled)));
	if (l->hidden)
		note(w, sr_map_text(mem, "%zu symbol%s of attacks left out for "
					 "want of room.",
				    l->hidden, plural(l->hidden)));
	if (l->outside)
		note(w, sr_map_text(mem,
				    l->far ? "%zu place%s beyond this map, far "
					     "off the others."
					   : "%zu place%s beyond this map.",
				    l->outside, plural(l->outside)));
	if (l->wide)
		note(w, sr_map_text(mem, "%zu more known only to an area wider "
					 "than this map.",
				    l->wide));
	if (l->pointless)
		note(w, sr_map_text(mem, "%zu held as a whole, not drawn: no "
					 "one place.",
				    l->pointless));
	if (l->data->nowhere)
		note(w, sr_map_text(mem, "%u attack%s of no known place, not "
					 "drawn.",
				    l->data->nowhere, plural(l->data->nowhere)));
}

static void sources(struct writer *w)
{
	const struct sr_map_data *d = w->l->data;
	struct sr_arena *mem = w->kit->mem;

	head(w, SR_STR("Sources"));
	note(w, d->nsource ? sr_map_text(mem, "%u report%s, %zu source%s:",
					 d->nreport, plural(d->nreport),
					 d->nsource, plural(d->nsource))
			   : sr_map_text(mem, "%u report%s", d->nreport,
					 plural(d->nreport)));
	struct sr_str all = { "", 0 };
	size_t i = 0;
	for (; i < d->nsource && i < NAMED; i++)
		all = sr_map_text(mem, "%.*s%s%.*s", (int)all.n, all.s,
				  all.n ? ", " : "",
				  (int)(d->source[i].n < 60 ? d->source[i].n
							    : 60),
				  d->source[i].s);
	if (i < d->nsource)
		all = sr_map_text(mem, "%.*s and %zu more", (int)all.n, all.s,
				  d->nsource - i);
	if (all.n)
		note(w, all);
	if (d->unnamed)
		note(w, sr_map_text(mem, "%u without a publisher's name",
				    d->unnamed));
}

/* Title above and foot below, which take what room they need: head.y1 and the
 * height of the foot, in foot.y1, are set. */
bool sr_layout_titles(const struct sr_map_kit *kit, struct sr_layout *l)
{
	struct writer w = { .kit = kit, .l = l, .x = PAD, .good = true };
	struct sr_str area = l->options.area_name;
	char day[DAY_TEXT];

	day_text(l->data->day, true, day);
	w.y = 10;
	w.width = l->page.x1 - 2 * PAD;
	put(&w, SR_TEXT_TITLE,
	    l->options.title.n ? l->options.title
	    : area.n ? sr_map_text(kit->mem, "Who holds what: %.*s, %s",
				   (int)area.n, area.s, day)
		     : sr_map_text(kit->mem, "Who holds what, %s", day),
	    0);
	put(&w, SR_TEXT_SUBTITLE,
	    SR_STR("As claimed in reports. Places of which nobody claims a "
		   "holder have no symbol."),
	    0);
	l->head = (struct sr_box){ 0, 0, l->page.x1, w.y + 6 };
	struct sr_str foot = SR_STR(
		"Places: GeoNames (CC BY 4.0). Base map: Natural Earth; its "
		"lines are no claim of sitrep.");
	struct sr_size s = kit->measure.size(kit->measure.user, SR_TEXT_SMALL,
					     foot, w.width);
	l->foot.y1 = s.height + 11;
	w.y = l->page.y1 - s.height - 6;
	put(&w, SR_TEXT_SMALL, foot, 0);
	return w.good;
}

bool sr_layout_legend(const struct sr_map_kit *kit, struct sr_layout *l,
		      double *over)
{
	struct writer w = { .kit = kit, .l = l, .good = true };
	const struct sr_box *p = &l->panel;

	w.x = p->x0 + PAD;
	w.y = p->y0 + 4;
	w.width = p->x1 - p->x0 - 2 * PAD;
	if (p->x0 == 0 && w.width > 2 * COLUMN)
		w.width = (w.width - PAD) / 2;
	sides(&w);
	hows(&w);
	if (l->hazes.nitem)
		line(&w, SR_SIGN_HAZE, 0,
		     SR_STR("somewhere in the circle, or a region about it"));
	events(&w);
	w.y += GAP / 2;
	left_out(&w);
	sources(&w);
	*over = w.y + 6 - p->y1;
	return w.good;
}
