/* Whether a text tells of a war at all: a look at its words that costs next to
 * nothing, so that pages of other matters are not read. It is passed by one word
 * of war ("troops"), or by two different ones that hint at it ("killed", "fire").
 * A short text is passed by any word at all that a claim could be read of, so
 * that no headline is lost. Measured in docs/decisions/131. */
#ifndef SR_TEXT_GATE_H
#define SR_TEXT_GATE_H

#include "kit/gate.h"

#define SR_GATE_SHORT 300 /* bytes */

/* What was found so far; a text may come in parts. */
struct sr_gate_look {
	const struct sr_gate *gate;
	bool is_short; /* one trigger is enough */
	uint32_t hint; /* the first that was met; 0: none */
	bool passed;
};

/* Looks at one more part; true when it has been passed. Words are of ASCII
 * letters; a part does not begin or end within a word. */
bool sr_gate_look(struct sr_gate_look *look, struct sr_str part);

#endif
