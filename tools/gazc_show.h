/* Which name of a town is shown: the one that readers of English know. */
#ifndef GAZC_SHOW_H
#define GAZC_SHOW_H

#include "kit/gaz_write.h"
#include "kit/tsv.h"

/* Of the writer's entries, areas included: names of the countries that
 * countries.tsv calls plain lose their marks. False when memory ran out. */
bool gazc_plain_names(struct sr_gaz_writer *w, const struct sr_tsv *countries);

/* Towns (the first n entries) take the names of exonyms.tsv, and answer to
 * them. Rows of towns that the gazetteer lacks do nothing. False when memory
 * ran out. */
bool gazc_exonyms(struct sr_gaz_writer *w, uint32_t n,
		  const struct sr_tsv *exonyms);

#endif
