/* What the forms share: an incident with all that they ask about it, looked up
 * once. Strings are those of the ledger's answer, the kit and the arena. */
#ifndef SR_EXPORT_WORK_H
#define SR_EXPORT_WORK_H

#include "answer/incidents.h"
#include "export/export.h"
#include "kit/gaz.h"

/* In the order of SR_UCDP_WORDS, SR_VIINA_WORDS, SR_VIINA_ACTOR_WORDS. */
enum sr_ucdp { SR_UCDP_CONFLICT, SR_UCDP_ONE_SIDED };
enum sr_viina {
	SR_VIINA_MIL,
	SR_VIINA_AAD,
	SR_VIINA_AIRSTRIKE,
	SR_VIINA_AIRALERT,
	SR_VIINA_UAV,
	SR_VIINA_ARMOR,
	SR_VIINA_ARREST,
	SR_VIINA_ARTILLERY,
	SR_VIINA_CONTROL,
	SR_VIINA_FIREFIGHT,
	SR_VIINA_IED,
	SR_VIINA_RAID,
	SR_VIINA_OCCUPY,
	SR_VIINA_PROPERTY,
	SR_VIINA_CYBER,
	SR_VIINA_HOSPITAL,
	SR_VIINA_MILCAS,
	SR_VIINA_CIVCAS,
	SR_VIINA_RETREAT,
	SR_VIINA_SAN,
	SR_VIINA_LABELS
};
enum sr_viina_actor {
	SR_VIINA_RUS,
	SR_VIINA_UKR,
	SR_VIINA_CIV,
	SR_VIINA_OTHER
};

struct sr_export_work {
	struct sr_ask *ask;
	const struct sr_kit *kit;
	struct sr_gaz gaz;
	bool has_gaz;
	struct sr_arena *mem;
	const struct sr_records *all;
	struct sr_rows rows; /* of the forms that are tables */
	struct sr_json *out; /* of the others */
	struct sr_export_tally *tally;
	bool *used;	/* of each report: a row rests on it; timemap */
	uint32_t types; /* of all rows; timemap */
};

/* Where, and what our tables and the gazetteer know of the place. Rows of
 * tables are SR_NONE where there is none. */
struct sr_export_place {
	const struct sr_place_slot *slot; /* NULL: nowhere */
	struct sr_str feature, admin1, admin2;
	struct sr_str country; /* its name */
	uint32_t nation;       /* of nations.tsv */
	uint32_t precision;    /* of precision.tsv */
};

enum sr_side_kind {
	SR_SIDE_UNKNOWN,
	SR_SIDE_CIVILIANS,
	SR_SIDE_STATE,
	SR_SIDE_BODY, /* of states: the United Nations */
	SR_SIDE_GROUP
};

struct sr_export_side {
	struct sr_str side, name;
	enum sr_side_kind kind;
	bool home;    /* a state on its own ground */
	uint32_t row, any; /* of actors.tsv: its own, SR_NONE where it has none,
			      and that of its kind, SR_NONE where it is unknown */
};

/* When, with open ends closed at the end that is known. */
struct sr_export_days {
	bool known;
	bool open; /* one end was open */
	bool by;   /* the day is that of the report: it was over by then */
	int32_t from, to, middle;
};

/* How many died, by who they were with; low <= best <= high. */
enum sr_dead { SR_DEAD_A, SR_DEAD_B, SR_DEAD_CIVILIANS,
	       SR_DEAD_OTHER, /* of a side that is neither */
	       SR_DEAD_UNKNOWN, SR_DEAD_KINDS };
struct sr_figure {
	bool has;
	int64_t low, best, high;
};
struct sr_deaths {
	bool any; /* somebody is said to have been killed */
	struct sr_figure of[SR_DEAD_KINDS], all;
};

struct sr_happening {
	const struct sr_incident *in;
	struct sr_export_place place;
	struct sr_export_side a, b; /* who acts, and on whom */
	struct sr_export_days days;
	struct sr_deaths deaths;
	uint32_t *report; /* indices, in the order of the claims */
	size_t nreport;
};

/* about.c: false without memory. */
bool sr_happening_of(struct sr_export_work *w, const struct sr_incident *in,
		     struct sr_happening *h);
void sr_export_place_of(const struct sr_export_work *w,
			const struct sr_place_slot *slot,
			struct sr_export_place *out);
void sr_export_side_of(const struct sr_export_work *w, struct sr_str side,
		       const struct sr_export_place *place,
		       struct sr_export_side *out);
struct sr_export_days sr_export_days_of(struct sr_days days, bool by);

/* The row of terms.tsv of a type, SR_NONE; and of an incident, the first with
 * that column filled: its centre's type, then its others. */
uint32_t sr_term_of_type(const struct sr_export_work *w, unsigned type);
uint32_t sr_term_of(const struct sr_export_work *w,
		    const struct sr_incident *in, unsigned column);

/* A cell of a table by row; empty for SR_NONE. */
struct sr_str sr_export_text(const struct sr_export_work *w,
			     enum sr_table table, uint32_t row,
			     unsigned column);

/* A cell of actors.tsv: of its own row, else of its kind's. */
struct sr_str sr_export_actor(const struct sr_export_work *w,
			      const struct sr_export_side *side,
			      unsigned column);

/* deaths.c */
void sr_deaths_of(const struct sr_export_work *w, struct sr_happening *h);

/* words.c: texts put together, the arena's. */

enum sr_told_of { SR_TOLD_PUBLISHER, SR_TOLD_URL, SR_TOLD_TITLE, SR_TOLD_DAY,
		  SR_TOLD_ARTICLE };

/* Of its reports, each text once, "; " between; the first eight. */
struct sr_str sr_export_reports(struct sr_export_work *w,
				const struct sr_happening *h,
				enum sr_told_of what);
struct sr_str sr_export_speakers(struct sr_export_work *w,
				 const struct sr_happening *h);

/* What the reports call who acts (or is acted on), each name once, beside the
 * side's own; the first eight. So with the speakers. */
struct sr_str sr_export_names(struct sr_export_work *w,
			      const struct sr_happening *h, bool target);

/* The words of the claim that is its centre, and the numbers told. */
struct sr_str sr_export_notes(struct sr_export_work *w,
			      const struct sr_happening *h);

/* Its claims' keys. */
struct sr_str sr_export_claims(struct sr_export_work *w,
			       const struct sr_happening *h, char between);

/* "2022-03-27" or, with no hyphens, "20220327"; empty for none. */
struct sr_str sr_export_day(struct sr_export_work *w, int32_t day, bool hyphens);

/* When the ledger learnt the last of it, in seconds of 1970; -1: not known. */
int64_t sr_export_learnt(const struct sr_export_work *w,
			 const struct sr_happening *h);

/* The forms, a file each: whether the incident has a row in it, and the row. */
bool sr_acled_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_ucdp_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_viina_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_timemap_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_hxl_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_kml_row(struct sr_export_work *w, const struct sr_happening *h);
bool sr_plover_row(struct sr_export_work *w, const struct sr_record *r);

/* What stands before the first row and after the last. */
void sr_acled_begin(struct sr_export_work *w);
void sr_ucdp_begin(struct sr_export_work *w);
void sr_viina_begin(struct sr_export_work *w);
void sr_timemap_begin(struct sr_export_work *w);
void sr_timemap_end(struct sr_export_work *w);
void sr_hxl_begin(struct sr_export_work *w);
void sr_kml_begin(struct sr_export_work *w);
void sr_kml_end(struct sr_export_work *w);

#endif
