/* Names of military units, read and written. */
#include "kit/unit.h"

#include <stdlib.h>

#include "base/str.h"
#include "lib/check.h"

static struct sr_kit *kit;

/* The normal form, and what it is of: "5th Regiment < 2nd Guards Army". */
static struct sr_str form(const char *words)
{
	static char out[2 * SR_UNIT_NAME];
	struct sr_unit u, up;
	size_t n;

	if (!sr_unit_read(kit, sr_str_of(words), &u))
		return SR_STR("no unit");
	n = sr_unit_name(kit, &u, out);
	while (u.parent.n && sr_unit_read(kit, u.parent, &up) &&
	       n + 3 + SR_UNIT_NAME < sizeof(out)) {
		memcpy(out + n, " < ", 3);
		n += 3 + sr_unit_name(kit, &up, out + n + 3);
		u = up;
	}
	return (struct sr_str){ out, n };
}

static struct sr_str nick(const char *words)
{
	struct sr_unit u;

	return sr_unit_read(kit, sr_str_of(words), &u) ? u.nick
						       : SR_STR("no unit");
}

static void names(void)
{
	CHECK_STR(form("93rd Separate Mechanized Brigade"),
		  "93rd Mechanised Brigade");
	CHECK_STR(form("the 4th Guards tank division"),
		  "4th Guards Tank Division");
	CHECK_STR(form("Twenty-Fourth Rifle Regiment"), "24th Rifle Regiment");
	CHECK_STR(form("Third Army"), "3rd Army");
	CHECK_STR(form("III Corps"), "III Corps");
	CHECK_STR(form("XIV Panzer Corps"), "XIV Panzer Corps");
	CHECK_STR(form("Light Infantry Battalion 324"),
		  "324th Light Infantry Battalion");
	CHECK_STR(form("Division 17"), "17th Division");
	CHECK_STR(form("112th, 3rd"), "no unit");
	CHECK_STR(form("11th Division"), "11th Division");
	CHECK_STR(form("101st Airborne"), "101st Airborne");
	CHECK_STR(form("40 Commando"), "40 Commando");
	CHECK_STR(form("the Golani Brigade"), "Golani Brigade");
	CHECK_STR(form("rebel Al-Iman Brigade"), "Al-Iman Brigade");
	CHECK_STR(form("Ukraine's 47th brigade"), "47th Brigade");
	CHECK_STR(form("Russian Sparta battalion"), "Sparta Battalion");
	CHECK_STR(form("no. 5"), "no unit");
	CHECK_STR(form("20 rocket shells"), "no unit");
	CHECK_STR(form("270 square miles across both fronts"), "no unit");
	CHECK_STR(form("270km front"), "no unit");
	CHECK_STR(form("Russia's air force"), "no unit");
	CHECK_STR(form("the Arakan Army"), "no unit");
	CHECK_STR(form("Russian troops"), "no unit");
	CHECK_STR(form("the brigade"), "no unit");
	CHECK_STR(form(""), "no unit");
}

static void parents(void)
{
	CHECK_STR(form("the 1st Guards Tank Army's 2nd Motor Rifle Division"),
		  "2nd Motor Rifle Division < 1st Guards Tank Army");
	CHECK_STR(form("3rd Army Corps' 72nd Brigade"),
		  "72nd Brigade < 3rd Corps");
	CHECK_STR(form("64th motorised rifle brigade of the 35th Combined "
		       "Arms Army"),
		  "64th Motor Rifle Brigade < 35th Combined Arms Army");
	CHECK_STR(form("1st Battalion, 5th Marines"),
		  "1st Battalion < 5th Marines");
	CHECK_STR(form("2nd Battalion of the 503rd Regiment, 19th Division"),
		  "2nd Battalion < 503rd Regiment < 19th Division");
	CHECK_STR(form("5th regiment of the Ethiopian army"), "5th Regiment");
	CHECK_STR(form("the army's 6th Infantry Division"),
		  "6th Infantry Division");
}

static void nicks(void)
{
	CHECK_STR(nick("93rd Separate Mechanised Brigade Kholodnyi Yar"),
		  "Kholodnyi Yar");
	CHECK_STR(nick("12th Brigade 'Azov'"), "Azov");
	CHECK_STR(nick("“Azov” Regiment"), "Azov");
	CHECK_STR(nick("the Suqour al-Jabal Brigade"), "Suqour al-Jabal");
	CHECK_STR(form("Liwa al-Haq"), "al-Haq Brigade");
	CHECK_STR(nick("93rd Brigade"), "");
	CHECK_STR(nick("the Dnipro-1 battalion"), "Dnipro-1");
}

static bool alike(const char *a, const char *b)
{
	struct sr_unit u, v;

	return sr_unit_read(kit, sr_str_of(a), &u) &&
	       sr_unit_read(kit, sr_str_of(b), &v) &&
	       sr_unit_alike(kit, &u, &v);
}

static void one_or_two(void)
{
	CHECK(alike("93rd Brigade", "93rd Separate Mechanised Brigade"));
	CHECK(alike("Third Army", "3rd Combined Arms Army"));
	CHECK(alike("810th Marine Brigade", "810th Naval Infantry Brigade"));
	CHECK(alike("Golani Brigade", "the GOLANI brigade") ==
	      alike("Golani Brigade", "the Golani brigade"));
	CHECK(!alike("5th Brigade", "5th Division"));
	CHECK(!alike("1st Tank Brigade", "1st Airborne Brigade"));
	CHECK(!alike("93rd Brigade", "92nd Brigade"));
	CHECK(!alike("Golani Brigade", "Givati Brigade"));
}

int main(void)
{
	struct sr_err err = { 0 };
	char path[512];

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	if (sr_kit_open(&kit, path, &err)) {
		CHECK_STR(sr_str_of(err.text), "a kit");
		return done();
	}
	names();
	parents();
	nicks();
	one_or_two();
	sr_kit_close(kit);
	return done();
}
