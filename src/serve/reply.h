/* What is sent back: every answer goes out here, with the headers that make a
 * browser treat it as what it is and nothing else. */
#ifndef SR_SERVE_REPLY_H
#define SR_SERVE_REPLY_H

#include <microhttpd.h>

#include "serve/cache.h"

struct sr_reply {
	unsigned status;
	const char *type;     /* static */
	struct sr_str bytes;  /* live until the request ends */
	struct sr_body *body; /* or this one; is dropped when it is sent */
	const char *tag;      /* of its state; NULL: not to be kept */
	const char *allow;    /* methods, with 405 */
	bool again;	      /* trying again may help */
	bool lasting;	      /* good for an hour without asking again */
	bool document;	      /* a text or picture with styles of its own */
};

/* Sends; the head alone where the browser has the body already, packed where it
 * may be. */
enum MHD_Result sr_reply_send(struct MHD_Connection *connection,
			      struct sr_cache *cache,
			      const struct sr_reply *reply);

#endif
