#include "fetch/address.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

#include "lib/check.h"

static bool is_public(const char *text)
{
	struct sockaddr_storage s;
	struct sockaddr_in v4 = { .sin_family = AF_INET };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };

	memset(&s, 0, sizeof(s));
	if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
		memcpy(&s, &v4, sizeof(v4));
	else if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1)
		memcpy(&s, &v6, sizeof(v6));
	return sr_address_is_public((const struct sockaddr *)&s);
}

int main(void)
{
	static const char *const OPEN[] = {
		"1.1.1.1",	  "8.8.8.8",	   "172.32.0.1",
		"172.15.255.255", "192.169.0.1",   "100.128.0.1",
		"223.255.255.1",  "2606:4700::11", "2a00:1450:4001::5",
		"2002:808:808::1"
	};
	static const char *const CLOSED[] = {
		"127.0.0.1",	   "127.8.9.1",	      "10.0.0.1",
		"192.168.1.1",	   "172.16.0.1",      "172.31.255.255",
		"169.254.169.254", "100.64.0.1",      "0.0.0.0",
		"224.0.0.1",	   "255.255.255.255", "192.0.2.1",
		"198.18.0.1",	   "203.0.113.9",     "::",
		"::1",		   "fe80::1",	      "fc00::1",
		"fd12:3456::1",	   "ff02::1",	      "::ffff:127.0.0.1",
		"::ffff:10.1.2.3", "64:ff9b::7f00:1", "2002:7f00:1::",
		"2001:db8::1",	   "2001::1",	      "nonsense"
	};

	for (size_t i = 0; i < sizeof(OPEN) / sizeof(*OPEN); i++) {
		printf("# %s\n", OPEN[i]);
		CHECK(is_public(OPEN[i]));
	}
	for (size_t i = 0; i < sizeof(CLOSED) / sizeof(*CLOSED); i++) {
		printf("# %s\n", CLOSED[i]);
		CHECK(!is_public(CLOSED[i]));
	}
	return done();
}
