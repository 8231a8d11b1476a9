/* After the rules of RFC 9309 and its examples of matching. */
#include "fetch/robots.h"
#include "lib/check.h"

static bool may(const char *robots, const char *path)
{
	return sr_robots_allow(sr_str_of(robots), "sitrep", sr_str_of(path),
			       NULL);
}

static void groups(void)
{
	static const char R[] = "User-agent: other\nDisallow: /\n\n"
				"User-Agent: *\nDisallow: /all\n\n"
				"user-agent: SITREP\nuser-agent: more/2.0\n"
				"Disallow: /ours # a remark\r\n"
				"Sitemap: http://example.org/s.xml\n"
				"Disallow: /also\n";

	CHECK(may("", "/a"));
	CHECK(!may(R, "/ours"));
	CHECK(!may(R, "/ours/a?b"));
	CHECK(!may(R, "/also"));
	CHECK(may(R, "/all")); /* its own group counts, not that of all */
	CHECK(may(R, "/"));
	CHECK(!may("User-agent: *\nDisallow: /\n", "/x"));
	CHECK(may("User-agent: *\nDisallow: /\n", "/robots.txt"));
	CHECK(may("User-agent: *\nDisallow:\n", "/x"));
	CHECK(may("Disallow: /\n", "/x")); /* of nobody */
	CHECK(!may("User-agent: sitrep/1.0\nDisallow: /x\n", "/x"));
	CHECK(may("User-agent: sitrepper\nDisallow: /x\n", "/x"));
	/* Two groups of one agent are one. */
	CHECK(!may("User-agent: sitrep\nDisallow: /a\n"
		   "User-agent: other\nAllow: /\n"
		   "User-agent: sitrep\nDisallow: /b\n",
		   "/b"));
	CHECK(!may("\xEF\xBB\xBFUser-agent: *\nDisallow: /x", "/x"));
	CHECK(!may("User-agent: *\rDisallow: /x\r", "/x"));
}

static void rules(void)
{
	static const char R[] = "User-agent: *\nDisallow: /example/page/\n"
				"Allow: /example/page/open\n"
				"Disallow: *.gif$\nDisallow: /a*z\n"
				"Allow: /same\nDisallow: /same\n"
				"Disallow: /%41%2fb\n";

	CHECK(!may(R, "/example/page/1"));
	CHECK(may(R, "/example/page/open/1"));
	CHECK(!may(R, "/pic.gif"));
	CHECK(may(R, "/pic.gif?x"));
	CHECK(!may(R, "/abcz"));
	CHECK(may(R, "/abc"));
	CHECK(may(R, "/same"));
	CHECK(!may(R, "/A%2Fb"));
	CHECK(may(R, "/A/b"));
	CHECK(!may("User-agent: *\nDisallow: /*/b/*/d$\n", "/a/b/c/c/d"));
	CHECK(may("User-agent: *\nDisallow: /*/b/*/d$\n", "/a/b/c/c/de"));
}

static void delays(void)
{
	double delay = -1;

	sr_robots_allow(SR_STR("User-agent: *\nCrawl-delay: 2.5\n"), "sitrep",
			SR_STR("/"), &delay);
	CHECK(delay == 2.5);
	sr_robots_allow(SR_STR("User-agent: *\nCrawl-delay: 99999\n"),
			"sitrep", SR_STR("/"), &delay);
	CHECK(delay == SR_ROBOTS_DELAY_MOST);
	sr_robots_allow(SR_STR("User-agent: a\nCrawl-delay: 9\n"), "sitrep",
			SR_STR("/"), &delay);
	CHECK(delay == 0);
}

int main(void)
{
	groups();
	rules();
	delays();
	return done();
}
