/* JSON out, into a buffer that grows in an arena; one value a line makes JSON
 * Lines. Commas and quotes are the writer's work, the order of keys the
 * caller's, so the same calls give the same bytes.
 *
 *	struct sr_json j = { .mem = &mem };
 *	sr_json_open(&j, '{');
 *	sr_json_key(&j, "doc");
 *	sr_json_str(&j, SR_STR("a.txt"));
 *	sr_json_close(&j, '}');
 *	sr_json_line(&j);                  // {"doc":"a.txt"}\n
 *
 * Running out of memory is remembered (`full`) and checked once at the end. */
#ifndef SR_BASE_JSON_H
#define SR_BASE_JSON_H

#include <string.h>

#include "base/arena.h"
#include "base/str.h"

struct sr_json {
	struct sr_arena *mem;
	char *s; /* n bytes, no NUL */
	size_t n, room;
	bool comma; /* a value stands before: the next one needs a comma */
	bool full;  /* memory ran out: s is not whole */
};

/* Empty again, the buffer kept. */
void sr_json_reset(struct sr_json *j);

/* What is in the buffer; borrowed until the next call. */
static inline struct sr_str sr_json_text(const struct sr_json *j)
{
	return (struct sr_str){ j->s, j->n };
}

/* '{' or '['; '}' or ']'. Nesting is the caller's care. */
void sr_json_open(struct sr_json *j, char bracket);
void sr_json_close(struct sr_json *j, char bracket);

/* Makes room for n more bytes; false when there is no memory. */
bool sr_json_grow(struct sr_json *j, size_t n);

/* A key of an object; its value is the next call. The program's own word: it
 * goes out as it stands, and must hold nothing that asks for an escape. Here so
 * that its length is a constant to the compiler. */
static inline void sr_json_key(struct sr_json *j, const char *key)
{
	size_t n = strlen(key);

	if (n + 4 > j->room - j->n && !sr_json_grow(j, n + 4))
		return;
	char *out = j->s + j->n;
	*out = ',';
	out += j->comma;
	*out++ = '"';
	memcpy(out, key, n);
	out[n] = '"';
	out[n + 1] = ':';
	j->n = (size_t)(out + n + 2 - j->s);
	j->comma = false;
}

/* A string in quotes; bytes that are no UTF-8 become U+FFFD. */
void sr_json_str(struct sr_json *j, struct sr_str s);

/* As sr_json_str; null for an empty string. */
void sr_json_str_or_null(struct sr_json *j, struct sr_str s);

void sr_json_int(struct sr_json *j, int64_t v);

/* thousandths as a decimal number: 1500 is 1.5, 2000 is 2. */
void sr_json_milli(struct sr_json *j, int64_t v);

/* v rounded to so many places (0 to 9), trailing zeros dropped; null when v is
 * no number or 9e8 or more. Knows no locale. */
void sr_json_fixed(struct sr_json *j, double v, int places);

void sr_json_bool(struct sr_json *j, bool v);
void sr_json_null(struct sr_json *j);

/* Ends a line of JSON Lines. */
void sr_json_line(struct sr_json *j);

/* Bytes as they are, with no comma or quotes: JSON made elsewhere. */
void sr_json_raw(struct sr_json *j, struct sr_str s);

#endif
