/* Any bytes as a spreadsheet without the zip around it: behind an 'o' the content
 * of an OpenDocument, else, behind any letter, styles, shared strings and a sheet
 * with form feeds between. */
#include "intake/sheet.h"

static bool open_sheet(const struct sr_within *w, struct sr_stream *s);

#define FUZZ_OPEN(w, s) open_sheet(w, s)
#include "fuzz_open.h"

static bool open_sheet(const struct sr_within *w, struct sr_stream *s)
{
	struct sr_str all = sr_stream_peek(s, 1 << 20), first = { all.s, 1 };
	struct sr_str rest = { all.s + 1, all.n - 1 };
	struct sr_book book = { .since_1904 = false };
	bool found, go_on;

	if (!all.n)
		return true;
	if (sr_str_is(first, "o")) {
		struct sr_unzip part = { .left = rest, .most = 1 << 20 };
		return sr_sheets_give(w, &part, &found);
	}
	sr_arena_init(&book.mem, (size_t)64 << 20);
	struct sr_unzip styles = { .left = sr_str_cut(&rest, '\f'),
				   .most = 1 << 20 };
	struct sr_unzip strings = { .left = sr_str_cut(&rest, '\f'),
				    .most = 1 << 20 };
	struct sr_unzip sheet = { .left = rest, .most = 1 << 20 };
	(void)sr_book_styles(&book, &styles);
	(void)sr_book_strings(&book, &strings);
	book.since_1904 = sr_str_is(first, "4");
	go_on = sr_sheet_give(w, &book, &sheet, &found);
	sr_arena_release(&book.mem);
	return go_on;
}
