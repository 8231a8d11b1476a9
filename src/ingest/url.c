/* What an address tells of its report: the outlet by its host, the day by its
 * path, and whether 3/4/2022 was written by people who put the day first. */
#include "base/calendar.h"
#include "base/str.h"
#include "ingest/field.h"

#define DAY_URL 1
#define PUBLISHER_URL 1

/* The host of an address; empty if there is none. */
static struct sr_str host_of(struct sr_str url)
{
	for (size_t i = 0; i + 2 < url.n; i++) {
		if (url.s[i] == ':' && url.s[i + 1] == '/' &&
		    url.s[i + 2] == '/') {
			url.s += i + 3;
			url.n -= i + 3;
			break;
		}
	}
	if (url.n > 4 && memcmp(url.s, "www.", 4) == 0)
		url = (struct sr_str){ url.s + 4, url.n - 4 };
	for (size_t i = 0; i < url.n; i++)
		if (url.s[i] == '/' || url.s[i] == ':' || url.s[i] == '?' ||
		    url.s[i] == '#')
			url.n = i;
	return url;
}

/* The last n labels of a host. */
static struct sr_str last_labels(struct sr_str host, unsigned n)
{
	size_t at = host.n;

	while (at > 0 && (host.s[at - 1] != '.' || --n > 0))
		at--;
	return (struct sr_str){ host.s + at, host.n - at };
}

static size_t first_label(struct sr_str host)
{
	size_t n = 0;

	while (n < host.n && host.s[n] != '.')
		n++;
	return n;
}

static bool is_country(struct sr_str host)
{
	return last_labels(host, 1).n == 2 && host.n > 3;
}

/* The part of a host that somebody registered: mirror.co.uk, reuters.com. A
 * label of at most three letters before a country's is taken to be one that
 * the country hands out (co.uk, com.ua, org.au). */
static struct sr_str registered(struct sr_str host)
{
	struct sr_str two = last_labels(host, 2);

	if (is_country(host) && first_label(two) <= 3 && two.n < host.n)
		return last_labels(host, 3);
	return two;
}

/* Of 3/4/2022 the reading that the address names; else the one with the day
 * first if the outlet's country is known and is not the United States. */
static void decide_day(struct sr_header *h, struct sr_str host,
		       struct sr_days url_day)
{
	struct sr_days *d = &h->doc->report.published;
	bool named = sr_days_known(url_day) &&
		     (url_day.from == d->from || url_day.from == d->to);

	if (named)
		*d = url_day;
	else if (is_country(host) && !sr_str_is(last_labels(host, 1), "us"))
		*d = (struct sr_days){ h->day_first, h->day_first };
	else
		return;
	h->unsure = false;
}

void sr_header_from_url(struct sr_header *h)
{
	struct sr_report *r = &h->doc->report;

	if (!r->url.n)
		return;
	struct sr_str host = host_of(r->url);
	struct sr_days day = sr_stamp_of_url(h->kit, r->url);
	if (h->publisher_rank < PUBLISHER_URL && first_label(host) < host.n)
		r->publisher = registered(host);
	if (h->unsure)
		decide_day(h, host, day);
	if (h->day_rank < DAY_URL && sr_days_known(day)) {
		h->day_rank = DAY_URL;
		r->published = day;
		r->published_inferred = true;
	}
}
