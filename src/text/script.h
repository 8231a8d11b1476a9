/* In what script a letter is written. */
#ifndef SR_TEXT_SCRIPT_H
#define SR_TEXT_SCRIPT_H

#include "kit/schema.h"

/* SR_SCRIPT_COUNT for what is no letter, or of a script without a language of
 * ours. */
enum sr_script sr_script_of(uint32_t cp);

#endif
