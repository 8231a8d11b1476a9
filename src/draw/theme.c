/* See theme.h. */
#include "draw/theme.h"

#define RGB(v)                                                                 \
	{ (uint8_t)((v) >> 16), (uint8_t)((v) >> 8 & 255), (uint8_t)((v) & 255) }

static const struct sr_theme LIGHT = {
	.dark = false,
	.sea = RGB(0xD3DFE6),
	.land = RGB(0xF6F3EC),
	.shore = RGB(0x93A8B4),
	.river = RGB(0xA6C0CF),
	.province = RGB(0xCFC8BA),
	.border = RGB(0x8B8579),
	.text = RGB(0x1D2125),
	.quiet = RGB(0x77736A),
	.water_text = RGB(0x5D8299),
	.halo = RGB(0xFBF9F4),
	.paper = RGB(0xFFFFFF),
	.rule = RGB(0xD8D4CB),
	.alarm = RGB(0x2B2B2B),
	.edge = RGB(0xFFFFFF),
};

static const struct sr_theme DARK = {
	.dark = true,
	.sea = RGB(0x12181D),
	.land = RGB(0x252A30),
	.shore = RGB(0x4A5863),
	.river = RGB(0x35505F),
	.province = RGB(0x3B424A),
	.border = RGB(0x727A82),
	.text = RGB(0xF1F2F2),
	.quiet = RGB(0x9AA1A7),
	.water_text = RGB(0x6F97AE),
	.halo = RGB(0x1B2025),
	.paper = RGB(0x1A1F24),
	.rule = RGB(0x3A4148),
	.alarm = RGB(0xF4F4F4),
	.edge = RGB(0x14181C),
};

const struct sr_theme *sr_theme(bool dark)
{
	return dark ? &DARK : &LIGHT;
}

struct sr_colour sr_colour_mix(struct sr_colour a, struct sr_colour b,
			       unsigned milli)
{
	return (struct sr_colour){
		(uint8_t)((a.r * (1000 - milli) + b.r * milli + 500) / 1000),
		(uint8_t)((a.g * (1000 - milli) + b.g * milli + 500) / 1000),
		(uint8_t)((a.b * (1000 - milli) + b.b * milli + 500) / 1000),
	};
}
