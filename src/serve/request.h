/* Requests as libmicrohttpd brings them: its callbacks. */
#ifndef SR_SERVE_REQUEST_H
#define SR_SERVE_REQUEST_H

#include <microhttpd.h>

#define SR_MOST_HEAD 32768 /* bytes of a request's head */

void *sr_request_begin(void *server, const char *uri,
		       struct MHD_Connection *connection);
enum MHD_Result sr_request_take(void *server, struct MHD_Connection *connection,
				const char *url, const char *method,
				const char *version, const char *bytes,
				size_t *n, void **request);
void sr_request_end(void *server, struct MHD_Connection *connection,
		    void **request, enum MHD_RequestTerminationCode why);
void sr_connection_change(void *server, struct MHD_Connection *connection,
			  void **socket,
			  enum MHD_ConnectionNotificationCode what);

/* Answers an address as if it were asked for, and keeps the answer. */
struct sr_server;
void sr_request_warm(struct sr_server *server, const char *target);

#endif
