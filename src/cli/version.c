/* Versions in files: an export of a channel made again holds those messages that
 * were edited since, under the same number and moment; an archive of the web has
 * captures of one page. */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "cli/add.h"

/* Does it tell an hour? Of two rows of one day an id says too little. */
static bool is_moment(struct sr_str s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n; i++)
		digits += s.s[i] >= '0' && s.s[i] <= '9';
	return s.n && (memchr(s.s, ':', s.n) || (digits == s.n && s.n >= 10));
}

/* Its own address, else the channel's name and its number there. */
static struct sr_str address_of(const struct sr_given *g, char out[SR_MAX_PATH])
{
	if (g->url.n)
		return g->url;
	if (!g->publisher.n || !g->id.n ||
	    g->publisher.n + g->id.n + 2 > SR_MAX_PATH)
		return (struct sr_str){ NULL, 0 };
	int n = snprintf(out, SR_MAX_PATH, "%.*s#%.*s", (int)g->publisher.n,
			 g->publisher.s, (int)g->id.n, g->id.s);
	return (struct sr_str){ out, (size_t)n };
}

bool sr_add_version(struct sr_add *a, const struct sr_job *job)
{
	const struct sr_item *in = &job->in;
	char address[SR_MAX_PATH], now[SR_MOMENT];
	struct sr_err err = { 0 };

	bool message = in->own && is_moment(in->given.published);
	if (!message && !in->given.captured.n)
		return true;
	struct sr_fetch_note note = {
		.url = address_of(&in->given, address),
		.final = sr_str_of(in->path),
		.etag = message ? in->given.updated : in->given.captured,
		.modified = message ? in->given.published
				    : (struct sr_str){ NULL, 0 },
		.sha256 = sr_str_of(job->sha256),
		.bytes = (int64_t)in->bytes.n,
	};
	if (!note.url.n)
		return true;
	if (sr_cli_now(a->cli, now, &err))
		return sr_add_stop(a, &err);
	note.at = sr_str_of(now);
	return sr_ledger_message(a->ledger, &note, &err) == SR_OK ||
	       sr_add_stop(a, &err);
}
