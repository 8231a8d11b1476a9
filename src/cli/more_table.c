/* The module's table: see more.h. */
#include "cli/more.h"

__attribute__((visibility("default"))) const struct sr_more sr_more = {
	.size = sizeof(sr_more),
	.version = SR_VERSION,
	.open_archive = sr_open_archive,
	.open_feed = sr_open_feed,
	.open_mail = sr_open_mail,
	.open_mbox = sr_open_mbox,
	.page_read = sr_page_read,
	.office_read = sr_office_read,
	.posts_give = sr_posts_give,
	.icu_knows = sr_icu_knows,
	.icu_guess = sr_icu_guess,
	.icu_convert = sr_icu_convert,
	.fetcher_open = sr_fetcher_open,
	.fetcher_close = sr_fetcher_close,
	.fetch = sr_fetch,
	.cmd_brief = sr_cmd_brief,
	.cmd_map = sr_cmd_map,
	.cmd_serve = sr_cmd_serve,
};
