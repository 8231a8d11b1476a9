/* Trees and mentions to claims. */
#ifndef SR_EXTRACT_EXTRACT_H
#define SR_EXTRACT_EXTRACT_H

#include "base/err.h"
#include "kit/kit.h"
#include "model/doc.h"

/* The claims, in order of their triggers; fills doc->quotes too. */
enum sr_code sr_extract(struct sr_doc *doc, const struct sr_kit *kit,
                        struct sr_err *err) SR_MUST_USE;

#endif
