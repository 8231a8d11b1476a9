/* An item to a report, by what its body is. */
#include "intake/item.h"

enum sr_code sr_item_read(struct sr_doc *doc, const struct sr_kit *kit,
			  const struct sr_item *item,
			  const struct sr_ingest_options *options,
			  struct sr_err *err)
{
	return sr_ingest_text(doc, kit, item->name, item->body, options, err);
}
