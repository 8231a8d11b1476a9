/* Which addresses of the net a program that was handed a link may ask. */
#ifndef SR_FETCH_ADDRESS_H
#define SR_FETCH_ADDRESS_H

#include <stdbool.h>

struct sockaddr;

/* False for loopback, private, link-local, multicast, reserved and unknown
 * kinds of addresses, also where an IPv6 address stands for such an IPv4 one.
 * After the IANA registries of special-purpose addresses (RFC 6890). */
bool sr_address_is_public(const struct sockaddr *address);

#endif
