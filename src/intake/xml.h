/* Going through XML as it comes, by libxml2's reader: each event is told to a
 * function. Entities are not put in, nothing is fetched, and what is nested
 * deeper than 256 or longer than 10 MB in one piece is broken. */
#ifndef SR_INTAKE_XML_H
#define SR_INTAKE_XML_H

#include "base/arena.h"
#include "base/str.h"
#include "intake/tags.h"

struct _xmlTextReader; /* libxml2 */

struct sr_xml {
	const char *name;   /* of the element, without its prefix */
	struct sr_str text; /* of a stretch of text */
	bool start, end;    /* of an element; neither: text */
	struct _xmlTextReader *reader;
	bool skip; /* set by the function: nothing within is wanted */
	bool stop; /* set by it: no more is */
	struct sr_tags tags;
	int (*pull)(void *from, char *out, int n);
	void *from;
};

typedef void sr_xml_fn(void *user, struct sr_xml *x);

/* All of it. False where the XML breaks off or is none, or has no memory. */
bool sr_xml_walk(struct sr_str xml, sr_xml_fn *fn, void *user);

/* The same piece by piece, of what `pull` gives: as read(2), less than 0 when it
 * fails. Closed with sr_xml_close, also where it can't be opened; *x must not be
 * moved. */
typedef int sr_xml_pull(void *from, char *out, int n);
bool sr_xml_open(struct sr_xml *x, sr_xml_pull *pull, void *from);
void sr_xml_close(struct sr_xml *x);

/* Goes on by one event, two for an empty element. 1: there may be more, 0: that
 * was all, less: it is broken. */
int sr_xml_step(struct sr_xml *x, sr_xml_fn *fn, void *user);

/* Is it the start or end of an element of that name? */
bool sr_xml_is(const struct sr_xml *x, const char *name);

/* The value of an attribute by its name without the prefix, mem's; empty for
 * none. For the start of an element. */
struct sr_str sr_xml_attr(struct sr_xml *x, struct sr_arena *mem,
			  const char *name);

#endif
