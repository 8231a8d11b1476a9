/* Text from outside made fit to be shown: on a terminal nothing may move the
 * cursor, ring, hide, or turn the reading direction; in a spreadsheet no cell
 * may become a formula; in XML nothing may become a mark. On a terminal what is
 * taken out is shown, never dropped in silence: "\x1b" for a control character,
 * "<U+202E>" for a mark of direction. */
#ifndef SR_VIEWS_SAFE_H
#define SR_VIEWS_SAFE_H

#include "base/json.h"

/* One line of safe text: line ends and tabs become spaces. Writes at most cap
 * bytes, never a broken character, and gives how many it wrote. */
size_t sr_safe_line(struct sr_str s, char *out, size_t cap);

/* Most bytes that sr_safe_line makes of n. */
#define SR_SAFE_MOST(n) ((n)*8 + 1)

/* Columns of a terminal that safe text takes: wide letters two, marks none. */
size_t sr_safe_width(struct sr_str s);

/* The longest beginning of safe text that fits `width` columns. */
struct sr_str sr_safe_cut(struct sr_str s, size_t width);

/* Would a spreadsheet take this cell for a formula? */
bool sr_is_formula(struct sr_str s);

/* Appends text of an element, or of an attribute in double quotes. What XML
 * does not allow, and bytes that are no UTF-8, become spaces. */
void sr_safe_xml(struct sr_json *out, struct sr_str s);

#endif
