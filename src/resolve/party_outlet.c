/* For whom a publisher speaks: an agency of a state by its name, an armed group,
 * and any organ of a state that its words name with the state ("Ministry of
 * Defence of X", "the X General Staff"). */
#include "base/str.h"
#include "base/utf8.h"
#include "kit/phrase.h"
#include "resolve/party_internal.h"

static uint32_t step(const struct sr_muster *m, enum sr_trie trie,
		     uint32_t node, struct sr_str piece)
{
	char fold[256];
	size_t n = sr_fold(piece, fold, sizeof(fold));

	if (n > sizeof(fold))
		return 0;
	return sr_trie_step(
		m->kit, trie, node,
		sr_kit_symbol(m->kit, (struct sr_str){ fold, n }));
}

/* The side that a phrase of a table stands for: of a body, and where it will
 * do of a group or state by name. */
static bool side_of_phrase(const struct sr_muster *m, const struct sr_phrase *p,
			   enum sr_whose of, struct sr_str *side)
{
	unsigned column;

	if (p->table == SR_TABLE_INSTITUTIONS)
		column = SR_INSTITUTIONS_SIDE;
	else if (of >= SR_WHOSE_GROUP && p->table == SR_TABLE_GROUPS)
		column = SR_GROUPS_SIDE;
	else if (of >= SR_WHOSE_STATE && p->table == SR_TABLE_STATES &&
		 (p->column == SR_STATES_NAMES ||
		  p->column == SR_STATES_ADJECTIVES))
		column = SR_STATES_SIDE;
	else
		return false;
	*side = sr_kit_text(m->kit, (enum sr_table)p->table, p->row, column);
	return of == SR_WHOSE_BODY || side->n;
}

/* What is asked of a phrase; true: it is such a one. */
typedef bool ask_phrase(const struct sr_muster *m, const struct sr_phrase *p,
			void *user);

/* Asks of all phrases of a table that begin where the words do, the shorter ones
 * first; true: one of them is such a one. */
static bool ask_from(const struct sr_muster *m, enum sr_trie trie,
		     struct sr_str words, ask_phrase *ask, void *user)
{
	uint32_t node = 0;
	bool found = false;

	for (struct sr_str p; (p = sr_piece_next(&words)).n;) {
		size_t nend;
		node = step(m, trie, node, p);
		if (!node)
			break;
		const struct sr_phrase *end =
			sr_trie_ends(m->kit, trie, node, &nend);
		for (size_t i = 0; i < nend; i++)
			found |= ask(m, &end[i], user);
	}
	return found;
}

struct siding {
	enum sr_whose of;
	struct sr_str side;
};

static bool has_side(const struct sr_muster *m, const struct sr_phrase *p,
		     void *user)
{
	struct siding *s = user;

	return side_of_phrase(m, p, s->of, &s->side);
}

struct sr_str sr_side_in_words(const struct sr_muster *m, struct sr_str words,
			       enum sr_whose of)
{
	struct siding s = { of, { NULL, 0 } };

	while (words.n) {
		/* by the longest name */
		if (ask_from(m, SR_TRIE_FORMS, words, has_side, &s))
			return s.side;
		if (!sr_piece_next(&words).n)
			break;
	}
	return (struct sr_str){ NULL, 0 };
}

/* Is it of an organ of a state, or of its forces? */
static bool is_organ(const struct sr_muster *m, const struct sr_phrase *p,
		     void *user)
{
	(void)user;
	if (p->table == SR_TABLE_BODIES)
		return sr_kit_value(m->kit, SR_TABLE_BODIES, p->row,
				    SR_BODIES_CLASS) == SR_BODY_STATE;
	return p->table == SR_TABLE_PEOPLE &&
	       sr_kit_value(m->kit, SR_TABLE_PEOPLE, p->row,
			    SR_PEOPLE_CLASS) == SR_PEOPLE_FORCE;
}

static bool names_organ(const struct sr_muster *m, struct sr_str words)
{
	for (; words.n; sr_piece_next(&words))
		if (ask_from(m, SR_TRIE_LEMMAS, words, is_organ, NULL))
			return true;
	return false;
}

void sr_muster_outlet(struct sr_muster *m)
{
	struct sr_str words = m->doc->report.publisher;

	m->outlet = sr_side_in_words(m, words, SR_WHOSE_BODY);
	if (m->outlet.n)
		return;
	m->outlet = sr_side_in_words(m, words,
				     names_organ(m, words) ? SR_WHOSE_STATE
							   : SR_WHOSE_GROUP);
	m->organ = m->outlet.n != 0;
}
