#include "fetch/robots.h"

#include "base/str.h"

#define MOST_STARS 64 /* of a rule; those of more are passed over */

struct parser {
	const char *agent;
	struct sr_str path;
	bool named; /* only groups that name the agent count */
	bool in_group, in_rules;
	bool found; /* a group of that kind */
	size_t longest;
	bool allow;
	double delay;
};

/* The letters, - and _ that the value of User-agent begins with. */
static struct sr_str product(struct sr_str s)
{
	size_t n = 0;

	while (n < s.n && (sr_ascii_lower(s.s[n]) >= 'a' || s.s[n] == '-' ||
			   s.s[n] == '_') &&
	       sr_ascii_lower(s.s[n]) <= 'z')
		n++;
	return (struct sr_str){ s.s, n };
}

/* One byte as both sides have it: %41 is A. */
static int next_byte(struct sr_str s, size_t *at)
{
	if (s.s[*at] == '%' && *at + 2 < s.n && sr_hex_digit(s.s[*at + 1]) >= 0 &&
	    sr_hex_digit(s.s[*at + 2]) >= 0) {
		int c = sr_hex_digit(s.s[*at + 1]) * 16 + sr_hex_digit(s.s[*at + 2]);
		*at += 3;
		/* A slash that is written so is no slash of the path. */
		return c == '/' ? 256 + '/' : c;
	}
	return (unsigned char)s.s[(*at)++];
}

/* Does the rule fit the beginning of the path? "*" stands for anything, "$" at
 * its end for the end. Steps back to the last star only, so the time is at most
 * the product of both lengths. */
static bool fits(struct sr_str rule, struct sr_str path)
{
	bool end = rule.n && rule.s[rule.n - 1] == '$';
	size_t r = 0, p = 0, star = SIZE_MAX, from = 0;

	rule.n -= end;
	for (;;) {
		if (r < rule.n && rule.s[r] == '*') {
			star = ++r;
			from = p;
			continue;
		}
		if (r == rule.n && (!end || p == path.n))
			return true;
		size_t r2 = r, p2 = p;
		if (r < rule.n && p < path.n &&
		    next_byte(rule, &r2) == next_byte(path, &p2)) {
			r = r2;
			p = p2;
			continue;
		}
		if (star == SIZE_MAX || from >= path.n)
			return false;
		next_byte(path, &from);
		r = star;
		p = from;
	}
}

static size_t stars(struct sr_str rule)
{
	size_t n = 0;

	for (size_t i = 0; i < rule.n; i++)
		n += rule.s[i] == '*';
	return n;
}

static void take_rule(struct parser *p, struct sr_str rule, bool allow)
{
	if (!rule.n || stars(rule) > MOST_STARS || !fits(rule, p->path))
		return;
	if (rule.n > p->longest || (rule.n == p->longest && allow)) {
		p->longest = rule.n;
		p->allow = allow;
	}
}

static double seconds(struct sr_str s)
{
	double v = 0, unit = 1;
	bool dot = false;

	for (size_t i = 0; i < s.n && i < 12; i++) {
		if (s.s[i] == '.' && !dot) {
			dot = true;
			continue;
		}
		if (s.s[i] < '0' || s.s[i] > '9')
			break;
		v = v * 10 + (s.s[i] - '0');
		unit *= dot ? 10 : 1;
	}
	v /= unit;
	return v > SR_ROBOTS_DELAY_MOST ? SR_ROBOTS_DELAY_MOST : v;
}

static void take_agent(struct parser *p, struct sr_str value)
{
	if (p->in_rules) {
		p->in_group = p->in_rules = false;
	}
	bool ours = p->named ? sr_str_same_name(product(value), sr_str_of(p->agent))
			     : value.n && value.s[0] == '*';
	p->in_group = p->in_group || ours;
	p->found = p->found || ours;
}

static void take_line(struct parser *p, struct sr_str line)
{
	const char *mark = line.n ? memchr(line.s, '#', line.n) : NULL;

	if (mark)
		line.n = (size_t)(mark - line.s);
	struct sr_str value = line, key;
	if (!line.n || !memchr(line.s, ':', line.n))
		return;
	key = sr_str_trim(sr_str_cut(&value, ':'));
	value = sr_str_trim(value);
	bool allow = sr_str_same_name(key, SR_STR("allow"));
	if (sr_str_same_name(key, SR_STR("user-agent"))) {
		take_agent(p, value);
	} else if (allow || sr_str_same_name(key, SR_STR("disallow"))) {
		p->in_rules = true;
		if (p->in_group)
			take_rule(p, value, allow);
	} else if (sr_str_same_name(key, SR_STR("crawl-delay"))) {
		p->in_rules = true;
		if (p->in_group)
			p->delay = seconds(value);
	}
}

static void read_lines(struct parser *p, struct sr_str robots)
{
	if (robots.n >= 3 && memcmp(robots.s, "\xEF\xBB\xBF", 3) == 0)
		robots = (struct sr_str){ robots.s + 3, robots.n - 3 };
	while (robots.n) {
		size_t n = 0;
		while (n < robots.n && robots.s[n] != '\n' &&
		       robots.s[n] != '\r')
			n++;
		take_line(p, (struct sr_str){ robots.s, n });
		n += n < robots.n;
		robots = (struct sr_str){ robots.s + n, robots.n - n };
	}
}

bool sr_robots_allow(struct sr_str robots, const char *agent,
		     struct sr_str path, double *delay)
{
	struct parser p = {
		.agent = agent, .path = path, .named = true, .allow = true
	};

	read_lines(&p, robots);
	if (!p.found) {
		p = (struct parser){ .agent = agent,
				     .path = path,
				     .allow = true };
		read_lines(&p, robots);
	}
	if (delay)
		*delay = p.delay;
	/* The rules themselves may always be asked for. */
	return p.allow || sr_str_is(path, "/robots.txt");
}
