#include "fetch/address.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

#include "base/compiler.h"

static bool public_4(uint32_t a)
{
	static const struct {
		uint32_t net;
		unsigned bits;
	} SPECIAL[] = {
		{ 0x00000000, 8 },  /* this network */
		{ 0x0A000000, 8 },  /* private */
		{ 0x64400000, 10 }, /* shared by carriers */
		{ 0x7F000000, 8 },  /* loopback */
		{ 0xA9FE0000, 16 }, /* link-local */
		{ 0xAC100000, 12 }, /* private */
		{ 0xC0000000, 24 }, /* protocol assignments */
		{ 0xC0000200, 24 }, /* documentation */
		{ 0xC0586300, 24 }, /* 6to4 relays */
		{ 0xC0A80000, 16 }, /* private */
		{ 0xC6120000, 15 }, /* benchmarks */
		{ 0xC6336400, 24 }, /* documentation */
		{ 0xCB007100, 24 }, /* documentation */
		{ 0xE0000000, 3 },  /* multicast, reserved, broadcast */
	};

	for (size_t i = 0; i < SR_LEN(SPECIAL); i++)
		if ((a ^ SPECIAL[i].net) >> (32 - SPECIAL[i].bits) == 0)
			return false;
	return true;
}

static uint32_t word_at(const uint8_t *b)
{
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
	       (uint32_t)b[2] << 8 | b[3];
}

static bool public_6(const uint8_t b[16])
{
	static const uint8_t MAPPED[12] = { 0, 0, 0, 0, 0,    0,
					    0, 0, 0, 0, 0xFF, 0xFF };
	static const uint8_t NAT64[12] = { 0, 0x64, 0xFF, 0x9B };

	if (memcmp(b, MAPPED, 12) == 0 || memcmp(b, NAT64, 12) == 0)
		return public_4(word_at(b + 12));
	if (b[0] == 0x20 && b[1] == 0x02) /* 6to4 */
		return public_4(word_at(b + 2));
	/* Of all that is left only 2000::/3 is given out, less Teredo, the
	 * other protocol assignments of 2001::/23, and documentation. */
	if (b[0] >> 5 != 1)
		return false;
	if (b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xFE) == 0)
		return false;
	return !(word_at(b) == 0x20010DB8 || (word_at(b) & 0xFFFFF000) ==
						    0x3FFF0000);
}

bool sr_address_is_public(const struct sockaddr *address)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	if (address->sa_family == AF_INET) {
		memcpy(&v4, address, sizeof(v4));
		return public_4(ntohl(v4.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&v6, address, sizeof(v6));
		return public_6(v6.sin6_addr.s6_addr);
	}
	return false;
}
