/* Every row of every table is found by its id, and nothing else is; slots that
 * lie lead nowhere. */
#include "base/file.h"
#include "base/str.h"
#include "lib/check.h"
#include "lib/kit.h"

static void finds_all(const struct sr_kit *kit)
{
	size_t wrong = 0, all = 0;

	for (int t = 0; t < SR_TABLE_COUNT; t++) {
		enum sr_table table = (enum sr_table)t;
		for (uint32_t i = 0; i < sr_kit_rows(kit, table); i++, all++) {
			struct sr_str id = sr_kit_text(kit, table, i, 0);
			wrong += sr_kit_row(kit, table, id) != i;
			id.n--;
			uint32_t cut = sr_kit_row(kit, table, id);
			wrong += cut != SR_NONE &&
				 !sr_str_equal(sr_kit_text(kit, table, cut, 0),
					       id);
		}
		wrong += sr_kit_row(kit, table, SR_STR("no id\n")) != SR_NONE;
	}
	CHECK_INT(wrong, 0);
	CHECK(all > 1000);
}

/* Fills the section with a byte, less `kept` bytes at its start. */
static bool spoil(char *bytes, const char *name, size_t kept, int with)
{
	struct sr_kit_header h;

	memcpy(&h, bytes, sizeof(h));
	for (uint32_t i = 0; i < h.nsection; i++)
		if (strcmp(h.section[i].name, name) == 0) {
			memset(bytes + h.section[i].offset + kept, with,
			       h.section[i].size - kept);
			return true;
		}
	return false;
}

static void survives(struct sr_str file)
{
	size_t kept = sizeof(struct sr_rows_header);
	char *bytes = malloc(file.n);
	struct sr_kit *kit;

	if (!bytes)
		exit(1);
	memcpy(bytes, file.s, file.n);
	CHECK(spoil(bytes, "rows",
		    kept + SR_TABLE_COUNT * sizeof(struct sr_rows_entry),
		    0xFF));
	CHECK_INT(sr_kit_read(&kit, bytes, file.n, NULL), SR_OK);
	CHECK_INT(sr_kit_row(kit, SR_TABLE_TYPES, SR_STR("attack.air")),
		  SR_NONE);
	sr_kit_close(kit);
	CHECK(spoil(bytes, "rows", kept, 0xFF));
	CHECK_INT(sr_kit_read(&kit, bytes, file.n, NULL), SR_REFUSED);
	free(bytes);
}

int main(void)
{
	struct sr_kit *kit = test_kit();
	struct sr_str file;
	char path[4096];

	finds_all(kit);
	sr_kit_close(kit);
	snprintf(path, sizeof(path), "%s/data/sitrep.kit", getenv("SR_BUILD"));
	CHECK_INT(sr_file_map(path, &file, NULL), SR_OK);
	survives(file);
	sr_file_unmap(file);
	return done();
}
