/* sitrep explain iXXXX: what makes some claims one incident. Each telling is
 * shown with how it hangs on the centre, in points and words, and which link
 * is the weakest. */

#include "answer/incidents.h"
#include "base/calendar.h"
#include "cli/explain.h"
#include "ontology.h"
#include "views/incidents.h"
#include "views/wording.h"

struct show {
	struct sr_ask *ask;
	const struct sr_asked_incidents *found;
	const struct sr_incident *in;
};

static void put_place(struct show *s)
{
	const struct sr_place_slot *p = s->in->place;
	char point[SR_WORDING] = "no point";

	if (!p)
		return;
	if (p->has_point)
		sr_point_text(p->lat, p->lon, point);
	sr_ask_say(s->ask, "  %-9s %s %.*s%s%.*s, %s", "place",
		   sr_role_name(p->role), (int)p->name.n,
		   p->name.n ? p->name.s : "", p->country.n ? ", " : "",
		   (int)p->country.n, p->country.n ? p->country.s : "", point);
}

static void put_head(struct show *s)
{
	const struct sr_incident *in = s->in;
	char support[SR_SUPPORT_TEXT], against[SR_SUPPORT_TEXT];
	char days[SR_WORDING];

	sr_support_text(in->support, support);
	sr_support_text(in->against, against);
	sr_ask_say(s->ask, "incident %s  %s", in->id, sr_type_name(in->type));
	sr_days_text(in->days, in->by, days);
	sr_ask_say(s->ask, "  %-9s %s%s", "day", days[0] ? days : "not known",
		   in->by ? " (no day is named: by that of the report)" : "");
	put_place(s);
	if (in->actor.n || in->target.n)
		sr_ask_say(s->ask, "  %-9s %.*s%s%.*s", "who", (int)in->actor.n,
			   in->actor.n ? in->actor.s : "",
			   in->target.n ? " > " : "", (int)in->target.n,
			   in->target.n ? in->target.s : "");
	struct sr_str numbers =
		sr_incident_numbers(in, &s->found->all, &s->ask->mem);
	if (numbers.n)
		sr_ask_say(s->ask, "  %-9s %.*s%s", "numbers", (int)numbers.n,
			   numbers.s,
			   in->contradicted ? ": they can't all be right" : "");
	sr_ask_say(s->ask, "  %-9s %s%s: %s", "status",
		   sr_standing_name(in->standing),
		   in->doubted ? ", doubted" : "",
		   sr_standing_means(in->standing));
	if (in->support.nclaim)
		sr_ask_say(s->ask, "  %-9s %s", "said by", support);
	if (in->against.nclaim)
		sr_ask_say(s->ask, "  %-9s %s", "denied by", against);
	sr_ask_say(s->ask,
		   "  %-9s %s (Airwars), credibility %d (Admiralty code)",
		   "grade", sr_incident_grade(in), sr_incident_credibility(in));
}

static void put_claim(struct show *s, uint32_t index)
{
	const struct sr_record *r = &s->found->all.claims.items[index];
	const struct sr_filed *f = sr_filed_of(&s->found->all, r);
	const struct sr_claim *c = &r->claim;
	char days[SR_WORDING];

	sr_days_text(c->days, c->basis == SR_BASIS_REPORT, days);
	sr_ask_say(s->ask, "  %.*s  %s, %s, %s", SR_ID_SHOWN, r->key.s,
		   sr_type_name(c->type), sr_status_name(c->status),
		   days[0] ? days : "no day");
	sr_ask_say(s->ask, "    \"%.*s\"", (int)r->words.n,
		   r->words.n ? r->words.s : "");
	sr_ask_say(s->ask, "    %.*s%s%.*s", (int)c->speaker.n,
		   c->speaker.n ? c->speaker.s : "",
		   c->speaker.n ? ", in " : "", (int)f->report.name.n,
		   f->report.name.s);
}

static void put_told(struct show *s, const struct sr_told *told, bool centre)
{
	struct sr_str why =
		sr_told_words(s->in, told, &s->found->all, &s->ask->mem);

	sr_ask_say(s->ask, " ");
	if (centre)
		sr_ask_say(
			s->ask,
			"the most exact telling, to which the others are held");
	else if (told->points[SR_REASON_PERSON])
		sr_ask_say(s->ask, "joined because a person decided so");
	else
		sr_ask_say(s->ask,
			   "joined, %d points where %d are enough: %.*s",
			   told->score, SR_INCIDENT_ENOUGH, (int)why.n, why.s);
	for (uint32_t i = 0; i < told->n; i++)
		put_claim(s, s->in->claim[told->from + i]);
}

static void put_weakest(struct show *s)
{
	const struct sr_told *least = NULL;

	for (uint32_t i = 1; i < s->in->ntold; i++)
		if (!s->in->told[i].points[SR_REASON_PERSON] &&
		    (!least || s->in->told[i].score < least->score))
			least = &s->in->told[i];
	if (!least)
		return;
	sr_ask_say(s->ask, " ");
	sr_ask_say(s->ask, "weakest link: %.*s, %d points", SR_ID_SHOWN,
		   s->found->all.claims.items[least->head].key.s, least->score);
}

static int show(struct show *s)
{
	put_head(s);
	for (uint32_t i = 0; i < s->in->ntold; i++)
		put_told(s, &s->in->told[i], i == 0);
	put_weakest(s);
	return SR_EXIT_OK;
}

int sr_explain_incident(struct sr_ask *ask, const char *id)
{
	struct sr_asked_incidents found;
	struct show s = { .ask = ask, .found = &found };
	size_t n = strlen(id), several = 0;

	ask->filter.key = sr_str_of(id + 1);
	if (sr_ask_incidents(ask, &found))
		return sr_ask_fail(ask);
	for (size_t i = 0; i < found.incidents.items.nitem; i++) {
		const struct sr_incident *in = &found.incidents.items.items[i];
		if (strncmp(in->id, id, n) != 0)
			continue;
		s.in = in;
		several++;
	}
	if (several == 1)
		return show(&s);
	if (several)
		sr_say("%s: begins several ids; expected more digits", id);
	else
		sr_say("%s: no incident has that id", id);
	return several ? SR_EXIT_USAGE : SR_EXIT_REFUSED;
}
