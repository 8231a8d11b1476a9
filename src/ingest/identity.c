#include "ingest/identity.h"

#include "base/utf8.h"

#define CHUNK 4096u

struct writer {
	struct sr_digest digest;
	char chunk[CHUNK];
	size_t n;
};

static void flush(struct writer *w)
{
	sr_sha256_put(&w->digest.sha, w->chunk, w->n);
	w->n = 0;
}

static void put(struct writer *w, const char *s, size_t n)
{
	if (w->n + n > CHUNK)
		flush(w);
	memcpy(w->chunk + w->n, s, n);
	w->n += n;
}

/* Behind the letters that stand at p, of ASCII and none of them blank; no more
 * than fit into a chunk. */
static const char *word_end(const char *p, const char *end)
{
	if (end - p > (ptrdiff_t)CHUNK)
		end = p + CHUNK;
	while (p < end && *p > ' ' && *p < 0x7f)
		p++;
	return p;
}

void sr_report_text_hash(struct sr_str text, char hex[SR_HEX])
{
	struct writer w = { .n = 0 };
	const char *p = text.s, *end = text.s + text.n;
	bool blank = false, begun = false;

	sr_digest_init(&w.digest);
	while (p < end) {
		const char *from = p;
		p = word_end(p, end);
		uint32_t cp = p > from ? 'a' : sr_utf8_next(&p, end);
		if (cp == 0xFEFF || cp == 0x200B)
			continue;
		if (cp == ' ' || (cp != SR_UTF8_BAD && sr_is_space(cp))) {
			blank = true;
			continue;
		}
		if (blank && begun)
			put(&w, " ", 1);
		put(&w, from, (size_t)(p - from));
		blank = false;
		begun = true;
	}
	flush(&w);
	sr_digest_end(&w.digest, hex);
}
