#include "base/list.h"
#include "text/text.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The end of the paragraph that goes on at `at`: an empty line, or the end. */
static size_t paragraph_end(struct sr_str s, size_t at)
{
	for (; at < s.n; at++) {
		if (s.s[at] != '\n')
			continue;
		size_t next = at + 1;
		while (next < s.n && is_blank(s.s[next]))
			next++;
		if (next >= s.n || s.s[next] == '\n')
			return at;
	}
	return s.n;
}

enum sr_code sr_paragraphs(struct sr_doc *doc, struct sr_err *err)
{
	struct sr_str s = doc->report.text;
	size_t at = 0;

	doc->blocks.nitem = 0;
	while (at < s.n) {
		if (s.s[at] == '\n' || is_blank(s.s[at])) {
			at++;
			continue;
		}
		size_t end = paragraph_end(s, at);
		struct sr_block *b = SR_PUSH(&doc->mem, &doc->blocks);
		if (!b)
			return sr_fail_nomem(err, "paragraphs");
		*b = (struct sr_block){
			.at = { (uint32_t)at, (uint32_t)end },
			.kind = SR_BLOCK_BODY,
		};
		at = end;
	}
	return SR_OK;
}
