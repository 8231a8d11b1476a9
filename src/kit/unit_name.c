/* The names of units written, and compared. See unit.h. */
#include "kit/unit.h"

#include <stdio.h>

#include "base/compiler.h"
#include "base/str.h"
#include "base/utf8.h"

static const char *const TENS[] = { "",	 "X",  "XX",  "XXX", "XL",
				    "L", "LX", "LXX", "LXXX" };
static const char *const ONES[] = { "",	 "I",  "II",  "III",  "IV",
				    "V", "VI", "VII", "VIII", "IX" };

int32_t sr_roman_read(struct sr_str word)
{
	for (int32_t t = 0; t < (int32_t)SR_LEN(TENS); t++) {
		size_t n = strlen(TENS[t]);
		if (word.n < n || memcmp(word.s, TENS[t], n) != 0)
			continue;
		struct sr_str rest = { word.s + n, word.n - n };
		for (int32_t o = 0; o < (int32_t)SR_LEN(ONES); o++)
			if (sr_str_is(rest, ONES[o]))
				return 10 * t + o;
	}
	return 0;
}

/* Writing */

static void put(char out[SR_UNIT_NAME], size_t *n, struct sr_str s)
{
	if (!s.n || *n + s.n + 1 > SR_UNIT_NAME)
		return;
	if (*n)
		out[(*n)++] = ' ';
	memcpy(out + *n, s.s, s.n);
	*n += s.n;
}

static void put_number(char out[SR_UNIT_NAME], size_t *n,
		       const struct sr_unit *u)
{
	static const char *const END[] = { "th", "st", "nd", "rd" };
	int32_t one = u->number % 10, ten = u->number / 10 % 10;
	char text[24];

	if (u->style == SR_UNIT_ROMAN && u->number < 90)
		snprintf(text, sizeof(text), "%s%s", TENS[u->number / 10],
			 ONES[one]);
	else if (u->style == SR_UNIT_PLAIN && u->echelon == SR_NONE)
		snprintf(text, sizeof(text), "%d", (int)u->number);
	else
		snprintf(text, sizeof(text), "%d%s", (int)u->number,
			 END[ten == 1 || one > 3 ? 0 : one]);
	put(out, n, sr_str_of(text));
}

static struct sr_str arm_name(const struct sr_kit *kit, uint32_t row, bool last)
{
	struct sr_str alone =
		sr_kit_text(kit, SR_TABLE_BRANCHES, row, SR_BRANCHES_ALONE);

	return last && alone.n ? alone
			       : sr_kit_text(kit, SR_TABLE_BRANCHES, row,
					     SR_BRANCHES_NAME);
}

size_t sr_unit_name(const struct sr_kit *kit, const struct sr_unit *unit,
		    char out[SR_UNIT_NAME])
{
	size_t n = 0;

	if (unit->number)
		put_number(out, &n, unit);
	else
		put(out, &n, unit->nick);
	for (size_t i = 0; i < unit->narm; i++)
		if (sr_kit_value(kit, SR_TABLE_BRANCHES, unit->arm[i],
				 SR_BRANCHES_CLASS) != SR_ARM_STYLE)
			put(out, &n,
			    arm_name(kit, unit->arm[i],
				     unit->echelon == SR_NONE &&
					     i + 1 == unit->narm));
	if (unit->echelon != SR_NONE)
		put(out, &n,
		    sr_kit_text(kit, SR_TABLE_ECHELONS, unit->echelon,
				SR_ECHELONS_NAME));
	return n;
}

/* Comparing */

uint32_t sr_unit_arm(const struct sr_kit *kit, const struct sr_unit *unit)
{
	for (size_t i = unit->narm; i-- > 0;)
		if (sr_kit_value(kit, SR_TABLE_BRANCHES, unit->arm[i],
				 SR_BRANCHES_CLASS) == SR_ARM)
			return unit->arm[i];
	return SR_NONE;
}

bool sr_unit_arms_meet(const struct sr_kit *kit, uint32_t a, uint32_t b)
{
	if (a == b || a == SR_NONE || b == SR_NONE)
		return true;
	struct sr_str kin =
		sr_kit_text(kit, SR_TABLE_BRANCHES, a, SR_BRANCHES_KIN);
	return kin.n && sr_str_equal(kin, sr_kit_text(kit, SR_TABLE_BRANCHES, b,
						      SR_BRANCHES_KIN));
}

int32_t sr_unit_size(const struct sr_kit *kit, const struct sr_unit *unit)
{
	return unit->echelon == SR_NONE
		       ? 0
		       : sr_kit_value(kit, SR_TABLE_ECHELONS, unit->echelon,
				      SR_ECHELONS_SIZE);
}

static bool same_nick(struct sr_str a, struct sr_str b)
{
	char fold[2][128];
	size_t n = sr_fold(a, fold[0], sizeof(fold[0]));

	return n && n <= sizeof(fold[0]) &&
	       sr_fold(b, fold[1], sizeof(fold[1])) == n &&
	       memcmp(fold[0], fold[1], n) == 0;
}

bool sr_unit_alike(const struct sr_kit *kit, const struct sr_unit *a,
		   const struct sr_unit *b)
{
	int32_t size = sr_unit_size(kit, a), other = sr_unit_size(kit, b);

	uint32_t arm = sr_unit_arm(kit, a), like = sr_unit_arm(kit, b);

	if (size && other && size != other)
		return false;
	if (!sr_unit_arms_meet(kit, arm, like))
		return false;
	/* "the 5th Marines" are no "5th Brigade" */
	if ((!size || !other) && (arm == SR_NONE || like == SR_NONE))
		return false;
	if (a->number && b->number)
		return a->number == b->number &&
		       (a->style == SR_UNIT_ROMAN) ==
			       (b->style == SR_UNIT_ROMAN);
	if (a->number || b->number || a->nick.n || b->nick.n)
		return same_nick(a->nick, b->nick);
	return arm != SR_NONE && arm == like;
}
