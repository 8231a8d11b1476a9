/* Making a gazetteer: places and their names in, a file's bytes out (gaz.h).
 * The bytes depend on what was put in and its order only. Memory: about 100
 * bytes a name while it is made. */
#ifndef SR_KIT_GAZ_WRITE_H
#define SR_KIT_GAZ_WRITE_H

#include "base/err.h"
#include "base/list.h"
#include "kit/gaz.h"

/* A place before it is written. Strings are borrowed until the end. */
struct sr_gaz_entry {
	int64_t id;
	struct sr_point at;
	bool has_point; /* else the middle of the places that name it */
	struct sr_str name, feature, code; /* code: "UA.21", of areas */
	char country[2];
	uint32_t population;
	uint32_t admin1, admin2; /* entries, or SR_GAZ_NONE */
	double radius_km;
	uint32_t nalternate;
	bool placed;  /* an area whose point is given, not its radius */
	bool dropped; /* taken out again: its names go to nobody */
};

struct sr_gaz_pair {
	uint32_t high, low; /* of the hash */
	uint32_t value;	    /* entry and SR_GAZ_MAIN */
};

struct sr_gaz_writer {
	struct sr_arena *mem;
	SR_LIST(struct sr_gaz_entry) entries;
	struct sr_gaz_pair *pair; /* malloc's: it can be most of a world */
	size_t npair, room;
	bool failed; /* memory ran out */
};

void sr_gaz_writer_init(struct sr_gaz_writer *w, struct sr_arena *mem);
void sr_gaz_writer_release(struct sr_gaz_writer *w);

/* Puts a place in; gives its number, SR_GAZ_NONE when memory ran out. It has
 * no names yet, the one to show included. */
uint32_t sr_gaz_add(struct sr_gaz_writer *w, const struct sr_gaz_entry *e);

/* A name that it answers to, under all keys; k2 only for a main name. */
void sr_gaz_add_name(struct sr_gaz_writer *w, uint32_t entry,
		     struct sr_str name, bool main);

/* A key by its hash: how names come over from a finished gazetteer. */
void sr_gaz_add_hash(struct sr_gaz_writer *w, uint32_t entry, uint64_t hash,
		     bool main);

/* Gives each entry without a point the middle of the entries that are in it
 * (admin1 or admin2) and a radius by their spread. Those with none are
 * dropped. */
void sr_gaz_place_areas(struct sr_gaz_writer *w);

/* The file, the arena's. */
enum sr_code sr_gaz_finish(struct sr_gaz_writer *w, const char *source,
			   struct sr_str *bytes,
			   struct sr_err *err) SR_MUST_USE;

#endif
