/* A chat saved as a text: "[12/03/2022, 14:22:11] Name: words" or "3/12/22, 2:22 PM
 * - Name: words", a message going on in the lines below, as WhatsApp writes it. */
#ifndef SR_INTAKE_CHAT_H
#define SR_INTAKE_CHAT_H

#include "intake/open.h"

/* Does a text begin like a chat? */
bool sr_is_chat(struct sr_str first);

/* Gives each message as an item with its moment and author. Notices of the
 * program, which have no author, are passed over. */
bool sr_open_chat(const struct sr_within *w, struct sr_stream *s);

#endif
