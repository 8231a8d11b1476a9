#include "brief/write.h"
#include "base/err.h"
enum sr_code sr_brief_write_pdf(const struct sr_brief *b, struct sr_json *out, struct sr_err *err) { (void)out; (void)b; return sr_fail(err, SR_USAGE, "pdf", "not built yet"); }
