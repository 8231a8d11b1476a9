/* Whole files. */
#ifndef SR_BASE_FILE_H
#define SR_BASE_FILE_H

#include "base/arena.h"
#include "base/err.h"

/* The last part of a path, borrowed; of "folder/" all. */
struct sr_str sr_path_name(const char *path);

/* The bytes of a file, the arena's; SR_LIMIT when there are more than `most`,
 * SR_IO when it can't be opened or read. */
enum sr_code sr_file_read(struct sr_arena *a, const char *path, size_t most,
			  struct sr_str *bytes, struct sr_err *err) SR_MUST_USE;

/* The bytes of a file, mapped to be read; n is 0 for an empty one. SR_IO when
 * it can't be opened. Undone with sr_file_unmap. */
enum sr_code sr_file_map(const char *path, struct sr_str *bytes,
			 struct sr_err *err) SR_MUST_USE;
void sr_file_unmap(struct sr_str bytes);

/* Puts bytes where `path` says, whole or not at all: they are written beside it
 * and then moved there, so that whoever has the old file open or mapped keeps
 * it. SR_IO, or SR_LIMIT for a path of more than SR_MAX_PATH bytes. */
enum sr_code sr_file_save(const char *path, struct sr_str bytes,
			  struct sr_err *err) SR_MUST_USE;

#endif
