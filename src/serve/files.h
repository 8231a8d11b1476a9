/* The files of the page: those in the program, or, for who works on the page,
 * those of a folder. */
#ifndef SR_SERVE_FILES_H
#define SR_SERVE_FILES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Sorted by name; made by tools/webc. */
struct sr_web_file {
	const char *name; /* "main.js", "leaflet/leaflet.css" */
	const char *tag;  /* begin of its SHA-256 */
	const unsigned char *bytes;
	size_t n;
};
extern const struct sr_web_file sr_web_files[];
extern const size_t sr_web_nfile;

/* The file of that name, or NULL. */
const struct sr_web_file *sr_web_find(struct sr_str name);

/* "text/html; charset=utf-8", by the end of the name. */
const char *sr_web_type(struct sr_str name);

/* Is it a name of letters, digits, "-", "_", "." and "/", of which no part
 * begins with a dot? No other name is looked for. */
bool sr_web_name_is_plain(struct sr_str name);

/* The bytes of a file below `folder`; the arena's. SR_REFUSED: none is. */
enum sr_code sr_web_read(const char *folder, struct sr_str name,
			 struct sr_arena *mem, struct sr_str *bytes,
			 struct sr_err *err) SR_MUST_USE;

#endif
