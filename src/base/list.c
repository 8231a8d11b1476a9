#include "base/list.h"

#include <string.h>

bool sr_list_room(struct sr_arena *a, void **items, size_t *room, size_t n,
                  size_t size)
{
	size_t more = *room ? *room : 8;

	if (n <= *room)
		return true;
	while (more < n)
		more *= 2;
	void *p = sr_arena_raw(a, more, size);
	if (!p)
		return false;
	if (*room)
		memcpy(p, *items, *room * size);
	*items = p;
	*room = more;
	return true;
}
