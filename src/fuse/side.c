#include "fuse/side.h"

#include "base/str.h"
#include "fuse/pieces.h"
#include "ontology.h"

/* The column of the side in the tables of names; -1 for other tables. */
static int side_column(unsigned table)
{
	switch (table) {
	case SR_TABLE_STATES:
		return SR_STATES_SIDE;
	case SR_TABLE_GROUPS:
		return SR_GROUPS_SIDE;
	case SR_TABLE_LEADERS:
		return SR_LEADERS_SIDE;
	case SR_TABLE_INSTITUTIONS:
		return SR_INSTITUTIONS_SIDE;
	case SR_TABLE_FORMATIONS:
		return SR_FORMATIONS_SIDE;
	default:
		return -1;
	}
}

static bool names_side(unsigned table)
{
	return side_column(table) >= 0;
}

static bool names_institution(unsigned table)
{
	return table == SR_TABLE_INSTITUTIONS;
}

static struct sr_str side_in(const struct sr_kit *kit, struct sr_str name,
			     bool (*wanted)(unsigned table))
{
	struct sr_pieces p;
	uint32_t length;

	if (!kit || !name.n)
		return (struct sr_str){ NULL, 0 };
	sr_pieces_cut(kit, name, &p);
	for (uint32_t i = 0; i < p.n; i++) {
		const struct sr_phrase *f = sr_pieces_phrase(kit, &p, i, wanted, &length);
		if (f)
			return sr_kit_text(kit, (enum sr_table)f->table, f->row,
					   (unsigned)side_column(f->table));
	}
	return (struct sr_str){ NULL, 0 };
}

bool sr_side_listed(const struct sr_kit *kit, struct sr_str side)
{
	static const enum sr_table TABLE[] = { SR_TABLE_STATES,
					       SR_TABLE_GROUPS };

	for (size_t t = 0; kit && t < sizeof(TABLE) / sizeof(*TABLE); t++)
		for (uint32_t i = 0; i < sr_kit_rows(kit, TABLE[t]); i++)
			if (sr_str_equal(side,
					 sr_kit_text(kit, TABLE[t], i,
						     (unsigned)side_column(
							     TABLE[t]))))
				return true;
	return false;
}

struct sr_str sr_side_in(const struct sr_kit *kit, struct sr_str name)
{
	return side_in(kit, name, names_side);
}

/* "Syria", "GB defence ministry": a name, or a side with what speaks for it. */
static struct sr_str side_of_voice(const struct sr_kit *kit,
				   struct sr_str voice)
{
	struct sr_str rest = voice, first = sr_str_cut(&rest, ' ');
	struct sr_str side = sr_side_in(kit, voice);

	for (uint32_t i = 0;
	     first.n && !side.n && i < sr_kit_rows(kit, SR_TABLE_STATES); i++) {
		struct sr_str of =
			sr_kit_text(kit, SR_TABLE_STATES, i, SR_STATES_SIDE);
		if (sr_str_equal(of, first))
			side = of;
	}
	return side;
}

struct sr_str *sr_speaker_sides(const struct sr_kit *kit,
				const struct sr_records *records,
				struct sr_arena *mem)
{
	size_t n = records->claims.nitem;
	struct sr_str *side = SR_NEW(mem, struct sr_str, n);

	for (size_t i = 0; kit && side && i < n; i++) {
		const struct sr_record *r = &records->claims.items[i];
		const struct sr_claim *c = &r->claim;
		if (!c->speaker.n) {
			side[i] = side_in(
				kit, sr_filed_of(records, r)->report.publisher,
				names_institution);
			continue;
		}
		side[i] = sr_side_in(kit, c->speaker);
		if (!side[i].n)
			side[i] = side_of_voice(kit, c->voice);
	}
	return side;
}
