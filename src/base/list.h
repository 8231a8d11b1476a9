/* Arrays that grow in an arena: `items`, `nitem`, `room` of a struct.
 *
 *	struct { struct thing *items; size_t nitem, room; } list = { 0 };
 *	struct thing *t = SR_PUSH(arena, &list);   // zeroed, NULL when full
 *
 * The old array stays in the arena until its reset, so at most half of the
 * memory is waste; pointers into `items` are void after a push. */
#ifndef SR_BASE_LIST_H
#define SR_BASE_LIST_H

#include <string.h>

#include "base/arena.h"

#define SR_LIST(type)                                                          \
	struct {                                                               \
		type *items;                                                   \
		size_t nitem, room;                                            \
	}

/* Makes room for n items in all; false when the arena is full. The items that
 * are there stay: the first `room` of them are copied. */
bool sr_list_room(struct sr_arena *a, void **items, size_t *room, size_t n,
                  size_t size);

/* Makes room for one more; gives the zeroed new item or NULL. Here so that the
 * size is a constant to the compiler: what is filled at once is not zeroed. */
static inline void *sr_list_push(struct sr_arena *a, void **items,
				 size_t *nitem, size_t *room, size_t size)
{
	char *first;

	if (*nitem >= *room &&
	    !sr_list_room(a, items, room, *nitem + 1, size))
		return NULL;
	memcpy(&first, items, sizeof(first)); /* whatever it points to */
	return memset(first + (*nitem)++ * size, 0, size);
}

#define SR_ROOM(arena, list, n)                                                \
	sr_list_room((arena), (void **)&(list)->items, &(list)->room, (n),     \
	             sizeof(*(list)->items))

#define SR_PUSH(arena, list)                                                   \
	sr_list_push((arena), (void **)&(list)->items, &(list)->nitem,         \
	             &(list)->room, sizeof(*(list)->items))

#endif
