#include "base/list.h"

#include <string.h>

void *sr_list_push(struct sr_arena *a, void **items, size_t *nitem,
                   size_t *room, size_t size)
{
	if (*nitem == *room) {
		size_t more = *room ? *room * 2 : 16;
		void *p = sr_arena_raw(a, more, size);
		if (!p)
			return NULL;
		if (*nitem)
			memcpy(p, *items, *nitem * size);
		*items = p;
		*room = more;
	}
	void *at = (char *)*items + *nitem * size;
	memset(at, 0, size);
	++*nitem;
	return at;
}
