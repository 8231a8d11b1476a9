/* Maps laid out, without a ledger and without Pango: words here are as wide as
 * they are long. What is drawn is what was given, nothing is drawn twice, and no
 * two boxes overlap. */
#include "draw/layout.h"

#include "draw/extent.h"
#include "lib/check.h"
#include "ontology.h"

static struct sr_arena mem;

static struct sr_size measure(void *user, enum sr_style style, struct sr_str s,
			      double width)
{
	double letter = style == SR_TEXT_TITLE ? 11 : 6.2;
	double all = letter * (double)s.n, lines = 1;

	(void)user;
	while (width > 0 && all > width * lines)
		lines++;
	return (struct sr_size){ lines > 1 ? width : all, 14 * lines };
}

static const struct sr_map_kit KIT = { .measure = { measure, NULL },
				       .mem = &mem };

static uint32_t next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* n places in a country of 8 degrees by 5, some of them regions, a few without
 * a point; with the attacks of a week. */
static struct sr_map_data war(uint32_t n, uint32_t seed)
{
	static const char *const SIDE[] = { "UA", "RU", "" };
	struct sr_map_data d = { .day = 19000, .window = 7, .nplace = n };
	uint32_t s = seed;

	d.place = SR_NEW(&mem, struct sr_map_place, n);
	d.incident = SR_NEW(&mem, struct sr_map_incident, n / 4);
	d.nincident = n / 4;
	for (uint32_t i = 0; i < n; i++) {
		struct sr_map_place *p = &d.place[i];
		*p = (struct sr_map_place){
			.name = sr_map_text(&mem, "Town of %u", i),
			.holder = sr_str_of(SIDE[next(&s) % 3]),
			.other = sr_str_of(SIDE[next(&s) % 3]),
			.at = { 46 + next(&s) % 5000 / 1000.0,
				30 + next(&s) % 8000 / 1000.0 },
			.id = i + 1,
			.how = (enum sr_map_how)(next(&s) % SR_MAP_HOWS),
			.besieged = next(&s) % 9 == 0,
			.has_point = next(&s) % 50 != 0,
			.area = next(&s) % 20 == 0,
			.last = 19000 - (int32_t)(next(&s) % 300),
			.nreport = next(&s) % 12,
		};
		p->radius_km = p->area ? 40 : 2;
	}
	for (uint32_t i = 0; i < d.nincident; i++)
		d.incident[i] = (struct sr_map_incident){
			.name = d.place[i].name,
			.at = d.place[i].at,
			.id = i + 1,
			.event = (enum sr_map_event)(i % SR_MAP_EVENTS),
			.n = 1 + i % 4,
			.norigin = 1 + i % 5
		};
	struct sr_str side[] = { SR_STR("UA"), SR_STR("RU") };
	CHECK(!sr_palette_make(NULL, side, 2, &mem, &d.palette, NULL));
	return d;
}

static size_t count_overlaps(const struct sr_layout *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->labels.nitem; i++) {
		const struct sr_box *a = &l->labels.items[i].box;
		for (size_t k = 0; k < i; k++)
			n += sr_box_meet(a, &l->labels.items[k].box);
		for (size_t k = 0; k < l->marks.nitem; k++) {
			const struct sr_mark *m = &l->marks.items[k];
			struct sr_box b = { m->at.x - m->r, m->at.y - m->r,
					    m->at.x + m->r, m->at.y + m->r };
			n += sr_box_meet(a, &b);
		}
		for (size_t k = 0; k < l->badges.nitem; k++) {
			const struct sr_badge *m = &l->badges.items[k];
			struct sr_box b = { m->at.x - m->r, m->at.y - m->r,
					    m->at.x + m->r, m->at.y + m->r };
			n += sr_box_meet(a, &b);
		}
		n += a->x0 < l->frame.x0 || a->x1 > l->frame.x1 ||
		     a->y0 < l->frame.y0 || a->y1 > l->frame.y1;
	}
	return n;
}

/* Each place is drawn once, as what it is, or is counted as left out. */
static void check_places(const struct sr_layout *l)
{
	const struct sr_map_data *d = l->data;
	uint32_t *seen = SR_NEW(&mem, uint32_t, d->nplace);
	size_t all = 0, labels = 0;
	bool good = true;

	for (size_t i = 0; i < l->marks.nitem; i++) {
		const struct sr_mark *m = &l->marks.items[i];
		struct sr_xy at = sr_project(&l->projection,
					     d->place[m->place].at);
		good = good && !d->place[m->place].area && at.x == m->at.x &&
		       at.y == m->at.y && sr_box_has(&l->frame, m->at);
		seen[m->place]++;
	}
	for (size_t i = 0; i < l->hazes.nitem; i++) {
		if (l->hazes.items[i].incident)
			continue;
		good = good && d->place[l->hazes.items[i].index].area;
		seen[l->hazes.items[i].index]++;
	}
	for (size_t i = 0; i < d->nplace; i++) {
		good = good && seen[i] <= 1;
		all += seen[i];
	}
	for (size_t i = 0; i < l->labels.nitem; i++)
		labels += l->labels.items[i].of == SR_LABEL_PLACE;
	CHECK(good);
	CHECK_INT(all + l->outside + l->pointless + l->wide, d->nplace);
	CHECK_INT(labels + l->unlabelled, all);
}

static void check_war(uint32_t n, uint32_t seed)
{
	struct sr_map_data d = war(n, seed);
	struct sr_map_options o = SR_MAP_OPTIONS;
	struct sr_layout l, again;

	CHECK(!sr_layout_make(&KIT, &d, &o, &l, NULL));
	CHECK_INT(count_overlaps(&l), 0);
	check_places(&l);
	CHECK(l.labels.nitem > n / 5);
	CHECK(!sr_layout_make(&KIT, &d, &o, &again, NULL));
	CHECK_INT(again.labels.nitem, l.labels.nitem);
	CHECK(!memcmp(again.marks.items, l.marks.items,
		      l.marks.nitem * sizeof(*l.marks.items)));
	o = (struct sr_map_options){ .width = 390, .height = 844 };
	CHECK(!sr_layout_make(&KIT, &d, &o, &l, NULL));
	CHECK_INT(count_overlaps(&l), 0);
	check_places(&l);
}

/* One far off all others does not decide what is shown; two alone do. */
static void check_far(void)
{
	struct sr_map_data d = war(20, 7);
	struct sr_map_options o = SR_MAP_OPTIONS;
	struct sr_layout l;

	for (size_t i = 0; i < d.nplace; i++) {
		d.place[i].area = false;
		d.place[i].has_point = true;
	}
	d.nincident = 0;
	d.place[3].at = (struct sr_point){ -33, 151 };
	CHECK(!sr_layout_make(&KIT, &d, &o, &l, NULL));
	CHECK_INT(l.far, 1);
	CHECK_INT(l.outside, 1);
	CHECK_INT(l.marks.nitem, 19);
	CHECK(l.projection.kind == SR_PROJECT_STEREO);
	d.place[0].at = (struct sr_point){ 50, 30 };
	d.place[1].at = (struct sr_point){ -33, 151 };
	d.nplace = 2;
	CHECK(!sr_layout_make(&KIT, &d, &o, &l, NULL));
	CHECK_INT(l.marks.nitem, 2);
	CHECK(l.projection.kind == SR_PROJECT_EARTH);
	d.nplace = 0;
	struct sr_err err = { 0 };
	CHECK(sr_layout_make(&KIT, &d, &o, &l, &err) == SR_REFUSED);
	o.has_area = true;
	o.area = (struct sr_box){ 30, 46, 38, 51 };
	CHECK(!sr_layout_make(&KIT, &d, &o, &l, NULL));
	CHECK_INT(l.marks.nitem, 0);
}

/* A region, or what is known to so many km, is no pin; a large town is one. */
static void check_wide(void)
{
	struct sr_place_slot town = { .id = 706483, .role = SR_ROLE_AT,
				      .radius_km = 14 },
			     region = { .id = -5, .role = SR_ROLE_AREA,
					.radius_km = 106 },
			     off = { .role = SR_ROLE_AT, .radius_km = 39 },
			     village = { .id = -7, .role = SR_ROLE_AT,
					 .radius_km = 2 };

	CHECK(!sr_map_wide(NULL, NULL, &town) && !sr_map_wide(NULL, NULL, &village));
	CHECK(sr_map_wide(NULL, NULL, &region) && sr_map_wide(NULL, NULL, &off));
}

static void check_extent(void)
{
	struct sr_box box;

	CHECK(sr_extent_read(SR_STR("22,44,40.5,52"), &box) && box.x1 == 40.5);
	CHECK(sr_extent_read(SR_STR("170,-20,-170,20"), &box) && box.x1 == 190);
	CHECK(!sr_extent_read(SR_STR("22,44,40"), &box));
	CHECK(!sr_extent_read(SR_STR("22,44,40,52,1"), &box));
	CHECK(!sr_extent_read(SR_STR("22,52,40,44"), &box));
	CHECK(!sr_extent_read(SR_STR("22,44,400,52"), &box));
	CHECK(!sr_extent_read(SR_STR("nan,44,40,52"), &box));
	CHECK(!sr_extent_read(SR_STR("Sumy"), &box));
	CHECK(!sr_extent_read(SR_STR(""), &box));
}

/* Each allocation refused in turn: no crash, and it says so. */
static void check_memory(void)
{
	struct sr_map_data d = war(12, 3);
	struct sr_map_options o = SR_MAP_OPTIONS;
	struct sr_arena small;
	struct sr_map_kit kit = KIT;
	struct sr_layout l;
	size_t n = 1;

	kit.mem = &small;
	for (; n < 5000; n++) {
		sr_arena_init(&small, (size_t)1 << 28);
		small.fail_after = n;
		enum sr_code code = sr_layout_make(&kit, &d, &o, &l, NULL);
		sr_arena_release(&small);
		if (!code)
			break;
		if (code != SR_NOMEM) {
			CHECK_INT(code, SR_NOMEM);
			break;
		}
	}
	CHECK_INT(n > 20 && n < 5000 ? 0 : n, 0);
}

int main(void)
{
	sr_arena_init(&mem, (size_t)1 << 30);
	check_war(6, 1);
	check_war(60, 2);
	check_war(500, 3);
	check_far();
	check_wide();
	check_extent();
	check_memory();
	sr_arena_release(&mem);
	return done();
}
