/* sitrep watch: feeds asked again and again. The pages that a feed links to are
 * added, once and then again about every hour for as long as the feed lists
 * them, so that an edit is seen; what a feed says without a link is added as it
 * is. A feed that fails is asked more and more seldom, up to a day. */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "cli/add.h"

#define EVERY 15.0 /* minutes */
#define MOST_EVERY 1440.0
#define AGAIN 3600.0 /* seconds until a page that is there is asked again */
#define DAY 86400.0
#define MOST_PAGES 100000 /* that are remembered */

struct page {
	struct sr_str url;
	double asked; /* when last; < 0: not yet */
	const struct feed *feed; /* that listed it last, */
	size_t round;		 /* in this answer */
	bool listed, seen;	 /* it still does; the page was read */
};

struct feed {
	const char *url;
	double next;  /* when it is to be asked */
	double every; /* seconds; longer after failures */
	bool seen;    /* its last answer was read: only a new one is wanted */
};

struct watch {
	struct sr_add *add;
	struct sr_arena mem; /* of the list of pages */
	SR_LIST(struct page) pages;
	struct feed *feed;
	size_t nfeed, round; /* answers of feeds so far */
	double every;
	const struct feed *now; /* being read */
};

/* A new page, or one that no feed lists any more and that is forgotten for it. */
static struct page *room_for(struct watch *w)
{
	if (w->pages.nitem < MOST_PAGES)
		return SR_PUSH(&w->mem, &w->pages);
	for (size_t i = 0; i < w->pages.nitem; i++)
		if (!w->pages.items[i].listed)
			return &w->pages.items[i];
	return NULL;
}

static struct page *page_of(struct watch *w, struct sr_str url)
{
	for (size_t i = 0; i < w->pages.nitem; i++)
		if (sr_str_equal(w->pages.items[i].url, url))
			return &w->pages.items[i];
	struct page *p = room_for(w);
	char *own = p ? sr_arena_copy(&w->mem, url.s, url.n) : NULL;
	if (!own)
		return NULL;
	*p = (struct page){ .url = { own, url.n }, .asked = -1 };
	return p;
}

/* An item of a feed, or the page that was named in its place. */
static bool item(void *user, const struct sr_item *in)
{
	struct watch *w = user;
	struct sr_str url = in->given.url;
	struct page *p = NULL;

	if (!in->code && url.n && in->form != SR_FORM_PAGE && !in->whole &&
	    !sr_str_is(url, w->now->url)) {
		char text[SR_MAX_PATH];
		snprintf(text, sizeof(text), "%.*s", (int)url.n, url.s);
		p = url.n < sizeof(text) && sr_is_url(text) ? page_of(w, url)
							    : NULL;
	}
	if (!p)
		return sr_add_item(w->add, in);
	p->feed = w->now;
	p->round = w->round;
	p->listed = true;
	return true;
}

/* What a feed's new answer no longer lists. */
static void drop_others(struct watch *w, const struct feed *f)
{
	for (size_t i = 0; i < w->pages.nitem; i++) {
		struct page *p = &w->pages.items[i];
		p->listed = p->listed && (p->feed != f || p->round == w->round);
	}
}

static void ask_feed(struct watch *w, struct feed *f)
{
	struct sr_asked asked = { .again = f->seen };

	w->now = f;
	w->round++;
	bool all = sr_add_url(w->add, f->url, item, w, &asked);
	if (all && !asked.failed && !asked.same)
		drop_others(w, f);
	f->seen = all && (f->seen || !asked.failed);
	f->every = asked.failed ? f->every * 2 : w->every;
	if (f->every < asked.retry_after)
		f->every = asked.retry_after;
	if (f->every > DAY)
		f->every = DAY;
	f->next = sr_cli_seconds() + f->every;
}

static void ask_pages(struct watch *w)
{
	for (size_t i = 0; i < w->pages.nitem && !sr_cli_stopped(); i++) {
		struct page *p = &w->pages.items[i];
		double now = sr_cli_seconds();
		if (!p->listed ||
		    (p->asked >= 0 && now - p->asked < AGAIN))
			continue;
		p->asked = now;
		char url[SR_MAX_PATH];
		snprintf(url, sizeof(url), "%.*s", (int)p->url.n, p->url.s);
		struct sr_asked asked = { .again = p->seen };
		bool all = sr_add_url(w->add, url, sr_add_item, w->add, &asked);
		if (!all && w->add->status == SR_EXIT_ENVIRONMENT)
			return;
		p->seen = all && (p->seen || !asked.failed);
	}
}

static double minutes_wanted(struct sr_add *a)
{
	const char *text = a->cli->opt[SR_OPT_EVERY];
	struct sr_err err = { 0 };
	char *end = NULL;

	if (!text)
		return EVERY;
	double v = strtod(text, &end);
	if (text[0] && !*end && v > 0 && v <= MOST_EVERY)
		return v;
	sr_fail(&err, SR_USAGE, text,
		"expected a number of minutes, more than 0 and at most %.0f",
		MOST_EVERY);
	a->status = sr_say_err(&err);
	return 0;
}

/* When the next feed is to be asked. */
static double soonest(const struct watch *w)
{
	double least = w->feed[0].next;

	for (size_t i = 1; i < w->nfeed; i++)
		least = w->feed[i].next < least ? w->feed[i].next : least;
	return least;
}

static bool flush(struct watch *w)
{
	struct sr_err err = { 0 };

	sr_pool_wait(w->add->pool);
	if (sr_ledger_flush(w->add->ledger, &err))
		return sr_add_stop(w->add, &err);
	return true;
}

static void look(struct watch *w)
{
	for (size_t i = 0; i < w->nfeed && !sr_cli_stopped() &&
			   w->add->status != SR_EXIT_ENVIRONMENT;
	     i++)
		if (w->feed[i].next <= sr_cli_seconds())
			ask_feed(w, &w->feed[i]);
	ask_pages(w);
}

/* What is no address never will be one. */
static bool are_addresses(struct sr_add *a)
{
	struct sr_err err = { 0 };

	for (size_t i = 0; i < a->cli->noperand; i++)
		if (!sr_is_url(a->cli->operand[i])) {
			sr_fail(&err, SR_USAGE, a->cli->operand[i],
				"expected an address of http or https");
			a->status = sr_say_err(&err);
			return false;
		}
	return true;
}

static void body(struct sr_add *a)
{
	struct watch w = { .add = a };
	bool once = sr_cli_has(a->cli, SR_OPT_ONCE);

	w.every = are_addresses(a) ? minutes_wanted(a) * 60 : 0;
	w.nfeed = a->cli->noperand;
	sr_arena_init(&w.mem, SR_MAX_ARENA);
	w.feed = SR_NEW(&w.mem, struct feed, w.nfeed);
	for (size_t i = 0; w.feed && i < w.nfeed; i++)
		w.feed[i] = (struct feed){ .url = a->cli->operand[i],
					   .next = sr_cli_seconds(),
					   .every = w.every };
	while (w.feed && w.every > 0) {
		a->hush.nreason = 0; /* what still fails is said each time */
		look(&w);
		if (a->status == SR_EXIT_ENVIRONMENT || !flush(&w) || once ||
		    !sr_cli_wait(NULL, soonest(&w) - sr_cli_seconds()))
			break;
	}
	sr_arena_release(&w.mem);
}

int sr_cmd_watch(struct sr_cli *cli)
{
	return sr_add_run(cli, body);
}
