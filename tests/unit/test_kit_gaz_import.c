#include "kit/gaz_import.h"

#include <stdlib.h>
#include <unistd.h>

#include "kit/gaz.h"
#include "lib/check.h"

/* A province, its town (which the built-in list has without a GeoNames id or
 * with one), a village that no list has, a kind that isn't taken, dirt. */
static const char DUMP[] =
	"698740\tOdesa\tOdesa\tZrusstadt,Odessa\t46.48572\t30.74383\tP\tPPLA\tUA\t\t17\t"
	"\t\t\t1015826\t\t40\tEurope/Kyiv\t2024-01-01\n"
	"90001\tHlynske Ozero\tHlynske Ozero\tГлинське Озеро\t46.9\t30.5\tP\tPPL\tUA\t\t"
	"17\t\t\t\t210\t\t40\tEurope/Kyiv\t2024-01-01\r\n"
	"90002\tA Bank\tA Bank\t\t46.9\t30.5\tS\tBANK\tUA\t\t17\t\t\t\t\t\t40\tx\t2024-01-01\n"
	"90003\tQaxabira\tQaxabira\t\t46.7\t30.5\tP\tPPL\tUA\t\t17\t\t\t\t\t\t40\tx\t2024-01-01\n"
	"what is this\n"
	"\n";

static bool put(const char *path, const void *bytes, size_t n)
{
	FILE *out = fopen(path, "wb");
	bool ok = out && fwrite(bytes, 1, n, out) == n;

	return (!out || fclose(out) == 0) && ok;
}

/* The first place that answers to an exact name. */
static struct sr_gaz_place find(const struct sr_gaz *g, const char *name)
{
	struct sr_gaz_query q;
	struct sr_gaz_place p = { 0 };

	sr_gaz_ask(&q, sr_str_of(name));
	struct sr_gaz_found f = sr_gaz_find(g, &q, SR_GAZ_EXACT);
	if (f.n)
		(void)sr_gaz_place(g, sr_gaz_index(f.entry[0]), &p);
	return p;
}

static struct sr_gaz gaz_of(const struct sr_kit *kit)
{
	struct sr_gaz g;
	size_t n;
	const void *bytes = sr_kit_section(kit, "gaz", &n);

	CHECK(sr_gaz_open(&g, bytes, n));
	return g;
}

static void joins(struct sr_kit *kit, struct sr_gaz_import *in)
{
	struct sr_err err = { 0 };
	char before[72];
	struct sr_gaz g = gaz_of(kit);
	size_t had = sr_gaz_count(&g);

	CHECK_INT(sr_gaz_import(kit, in, &err), SR_OK);
	CHECK_INT(in->rows, 5);
	CHECK_INT(in->refused, 1);
	CHECK_INT(in->left, 1);
	CHECK_INT(in->added, 2);
	CHECK_INT(in->joined, 1);
	CHECK_INT(in->places, had + 2);
	CHECK_STR(sr_str_of(in->first_refused),
	          "line 5: not 19 columns with tabs between");
	memcpy(before, sr_kit_hash(kit), sizeof(before));
	CHECK_INT(sr_kit_attach(kit, in->out, &err), SR_OK);
	CHECK(strcmp(before, sr_kit_hash(kit)) != 0);
	g = gaz_of(kit);
	CHECK_INT(sr_gaz_count(&g), had + 2);
	CHECK_INT(find(&g, "Odessa").id, 698740);
	CHECK_INT(find(&g, "Zrusstadt").id, 698740);
	CHECK_INT(find(&g, "Глинське Озеро").id, 90001);
	CHECK_STR(find(&g, "Hlynske Ozero").admin1, "Odesa Oblast");
	CHECK_INT(find(&g, "A Bank").id, 0);
	CHECK_STR(find(&g, "Khartoum").country, "SD");
}

static void alone(struct sr_kit *kit, struct sr_gaz_import *in)
{
	struct sr_err err = { 0 };

	in->alone = true;
	CHECK_INT(sr_gaz_import(kit, in, &err), SR_OK);
	CHECK_INT(in->places, 3);
	CHECK_INT(sr_kit_attach(kit, in->out, &err), SR_OK);
	struct sr_gaz g = gaz_of(kit);
	CHECK_INT(find(&g, "Khartoum").id, 0);
	CHECK_INT(find(&g, "Odessa").id, 698740);
}

static void refuses(struct sr_kit *kit, struct sr_gaz_import *in,
                    const char *dump)
{
	struct sr_err err = { 0 };
	static char big[(1 << 20) + 4096];

	CHECK(put(dump, "", 0));
	CHECK_INT(sr_gaz_import(kit, in, &err), SR_REFUSED);
	memset(big, 'x', sizeof(big));
	big[sizeof(big) - 2] = '\n';
	CHECK(put(dump, big, sizeof(big)));
	CHECK_INT(sr_gaz_import(kit, in, &err), SR_REFUSED);
	CHECK_INT(in->refused, 2);
	CHECK_INT(sr_kit_attach(kit, dump, &err), SR_REFUSED);
	in->dump = "no/such/dump";
	CHECK_INT(sr_gaz_import(kit, in, &err), SR_IO);
	in->dump = dump;
	CHECK(put(dump, DUMP, sizeof(DUMP) - 1));
	in->out = "no/such/folder/gaz";
	CHECK_INT(sr_gaz_import(kit, in, &err), SR_IO);
}

int main(void)
{
	char path[512], dump[560], out[560];
	struct sr_kit *kit = NULL;
	struct sr_err err = { 0 };

	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	snprintf(dump, sizeof(dump), "%s/import-%ld.txt", getenv("SR_BUILD"),
	         (long)getpid());
	snprintf(out, sizeof(out), "%s/import-%ld.gaz", getenv("SR_BUILD"),
	         (long)getpid());
	CHECK_INT(sr_kit_open(&kit, path, &err), SR_OK);
	CHECK(put(dump, DUMP, sizeof(DUMP) - 1));
	struct sr_gaz_import in = { .dump = dump, .out = out };
	joins(kit, &in);
	alone(kit, &in);
	refuses(kit, &in, dump);
	remove(dump);
	remove(out);
	sr_kit_close(kit);
	return done();
}
