/* What stands in quotation marks, and whose words it is: enough to know on
 * which side "we", "our troops" and "the enemy" are said. Who says what for
 * the claims is worked out later, with more care, by extract. */
#include "base/str.h"
#include "base/utf8.h"
#include "resolve/party_internal.h"

enum mark { NO_MARK, OPENS, CLOSES, TURNS };

static enum mark mark_of(const struct sr_muster *m, uint32_t i)
{
	struct sr_str s = sr_doc_text(m->doc, m->token[i].at);
	const char *at = s.s;

	if (m->token[i].traits & (SR_TRAIT_WORD | SR_TRAIT_DIGITS) ||
	    s.n == 0 || s.n > 3)
		return NO_MARK;
	switch (sr_utf8_next(&at, s.s + s.n)) {
	case 0x201C:
	case 0xAB:
	case 0x2018:
		return OPENS;
	case 0x201D:
	case 0xBB:
		return CLOSES;
	case 0x2019:
	case '\'':
		return m->token[i].upos == SR_UPOS_PUNCT && s.n > 1 ? CLOSES
								    : NO_MARK;
	case '"':
		return TURNS;
	default:
		return NO_MARK;
	}
}

bool sr_muster_quotes(struct sr_muster *m)
{
	uint32_t block = SR_NONE;
	bool open = false;

	m->quoted = SR_NEW(&m->doc->mem, bool, m->ntoken);
	if (!m->quoted)
		return false;
	for (uint32_t i = 0; i < m->ntoken; i++) {
		if (sr_sentence_of(m, i)->block != block) {
			block = sr_sentence_of(m, i)->block;
			open = false;
		}
		switch (mark_of(m, i)) {
		case OPENS:
			open = true;
			break;
		case CLOSES:
			open = false;
			break;
		case TURNS:
			open = !open;
			break;
		case NO_MARK:
			m->quoted[i] = open;
			break;
		}
	}
	return true;
}

/* Somebody outside quotation marks who says something in that sentence. */
static const struct sr_draft *sayer(const struct sr_muster *m, uint32_t k)
{
	const struct sr_sentence *s = &m->doc->sentences.items[k];

	for (uint32_t i = s->from; i < s->to; i++) {
		const struct sr_draft *d = m->quoted[i] ? NULL
							: sr_draft_at(m, i);
		if (d && sr_is_subject(&m->tree, i) &&
		    (m->verb[m->token[i].head] & SR_VERB_SAY) &&
		    !sr_is_passive(&m->tree, m->token[i].head))
			return d;
	}
	return NULL;
}

#define MOST_BACK 3 /* sentences of one quotation */

const struct sr_draft *sr_voice_of(const struct sr_muster *m, uint32_t token)
{
	uint32_t k = m->token[token].sentence;
	uint32_t block = m->doc->sentences.items[k].block;
	const struct sr_draft *d;

	if (!m->quoted[token])
		return NULL;
	d = sayer(m, k);
	if (!d && k + 1 < m->doc->sentences.nitem &&
	    m->doc->sentences.items[k + 1].block == block)
		d = sayer(m, k + 1);
	for (uint32_t back = 1; !d && back <= MOST_BACK && back <= k; back++) {
		if (m->doc->sentences.items[k - back].block != block)
			break;
		d = sayer(m, k - back);
	}
	return d;
}
