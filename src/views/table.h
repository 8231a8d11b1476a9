/* The table of rows.h for people. */
#ifndef SR_VIEWS_TABLE_H
#define SR_VIEWS_TABLE_H

#include "views/rows.h"

/* Columns as wide as what is in them; where a terminal is narrower, those that
 * may be cut or wrapped share what is left. */
void sr_table_write(struct sr_rows *r, const struct sr_view_options *options,
		    struct sr_json *out);

#endif
