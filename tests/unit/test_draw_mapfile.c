/* A map drawn, in each format, twice in one process; its SVG as XML. */
#include <libxml/parser.h>

#include "base/compiler.h"
#include "draw/paint.h"
#include "draw/pen.h"
#include "lib/base.h"
#include "lib/check.h"
#include "lib/kit.h"

static struct sr_arena mem;

static struct sr_map_place PLACES[] = {
	{ .name = { "Kidal", 5 },
	  .holder = { "JNIM", 4 },
	  .at = { 18.44, 1.41 },
	  .how = SR_MAP_CLAIMED,
	  .has_point = true,
	  .last = 19000 },
	{ .name = { "<b>&\"\x01\xff\xe2\x80\xae]]>", 13 },
	  .holder = { "ML", 2 },
	  .other = { "JNIM", 4 },
	  .at = { 17.1, -0.2 },
	  .how = SR_MAP_CONTESTED,
	  .besieged = true,
	  .has_point = true,
	  .last = 18900 },
	{ .name = { "north of Gao", 12 },
	  .holder = { "ML", 2 },
	  .at = { 16.9, 0 },
	  .radius_km = 60,
	  .how = SR_MAP_CHANGING,
	  .has_point = true,
	  .area = true,
	  .last = 18990 },
	{ .name = { "\xd9\x83\xd9\x8a\xd8\xaf\xd8\xa7\xd9\x84", 10 },
	  .at = { 17.9, 0.9 },
	  .how = SR_MAP_LEFT,
	  .has_point = true,
	  .last = 18000 },
};

static struct sr_map_incident INCIDENTS[SR_MAP_EVENTS];

static struct sr_map_data data_of(const struct sr_kit *kit)
{
	static struct sr_str source[] = { { "The <i>Post</i>", 15 } };
	struct sr_str side[] = { SR_STR("ML"), SR_STR("JNIM") };
	struct sr_map_data d = { .day = 19000,
				 .window = 7,
				 .place = PLACES,
				 .nplace = SR_LEN(PLACES),
				 .incident = INCIDENTS,
				 .nincident = SR_MAP_EVENTS,
				 .nreport = 3,
				 .source = source,
				 .nsource = 1 };

	for (size_t i = 0; i < SR_MAP_EVENTS; i++)
		INCIDENTS[i] = (struct sr_map_incident){
			.name = SR_STR("Gao"),
			.at = { 16.27, -0.04 },
			.event = (enum sr_map_event)i,
			.n = (uint32_t)i + 1,
			.norigin = (uint32_t)i + 1
		};
	CHECK(!sr_palette_make(kit, side, 2, &mem, &d.palette, NULL));
	return d;
}

static struct sr_str draw(const struct sr_map_kit *kit,
			  const struct sr_map_data *d,
			  enum sr_map_format format, bool dark)
{
	struct sr_map_options o = SR_MAP_OPTIONS;
	struct sr_map_kit own = *kit;
	struct sr_str bytes = { NULL, 0 };
	struct sr_layout l;
	struct sr_pen pen;

	o.dark = dark;
	sr_pen_init(&pen);
	own.measure = (struct sr_measure){ sr_pen_size, &pen };
	CHECK(!sr_layout_make(&own, d, &o, &l, NULL));
	CHECK(!sr_map_write(&own, &l, format, &bytes, NULL));
	sr_pen_release(&pen);
	return bytes;
}

static void check_xml(struct sr_str svg)
{
	xmlDoc *doc = xmlReadMemory(svg.s, (int)svg.n, "map.svg", NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR);

	CHECK(doc != NULL);
	if (!doc)
		return;
	xmlNode *title = xmlDocGetRootElement(doc)->children;
	while (title && title->type != XML_ELEMENT_NODE)
		title = title->next;
	CHECK(title && !strcmp((const char *)title->name, "title"));
	for (; title; title = title->next)
		CHECK(strcmp((const char *)title->name, "b") != 0 &&
		      strcmp((const char *)title->name, "script") != 0);
	xmlFreeDoc(doc);
}

int main(void)
{
	struct sr_kit *tables = test_kit();
	struct sr_gaz gaz;
	struct sr_base base;
	size_t n = 0;
	const void *bytes = sr_kit_section(tables, "gaz", &n);

	if (!test_base(&base))
		return 0;
	sr_arena_init(&mem, (size_t)1 << 30);
	CHECK(sr_gaz_open(&gaz, bytes, n));
	struct sr_map_kit kit = { .tables = tables,
				  .base = &base,
				  .gaz = &gaz,
				  .mem = &mem };
	struct sr_map_data d = data_of(tables);
	for (int f = SR_MAP_SVG; f <= SR_MAP_PDF; f++) {
		struct sr_str one = draw(&kit, &d, (enum sr_map_format)f,
					 false);
		CHECK(one.n > 1000);
		CHECK(sr_str_equal(one, draw(&kit, &d, (enum sr_map_format)f,
					     false)));
		CHECK(!sr_str_equal(one, draw(&kit, &d, (enum sr_map_format)f,
					      true)));
	}
	check_xml(draw(&kit, &d, SR_MAP_SVG, false));
	/* Without base map and gazetteer it is a map still. */
	struct sr_map_kit bare = { .mem = &mem };
	check_xml(draw(&bare, &d, SR_MAP_SVG, true));
	sr_base_close(&base);
	sr_kit_close(tables);
	sr_arena_release(&mem);
	return done();
}
