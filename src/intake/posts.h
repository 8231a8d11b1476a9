/* Pages of many dated messages: a channel's preview, a live blog. Each message
 * is an item of its own, as an item of a feed is: it has its own day, address
 * and author, and stays the same when others come to the page. */
#ifndef SR_INTAKE_POSTS_H
#define SR_INTAKE_POSTS_H

#include "base/list.h"
#include "intake/open.h"

struct _xmlNode; /* libxml2 */
struct _xmlDoc;

struct sr_post {
	struct _xmlNode *node, *body; /* the message; what holds its text */
	struct _xmlNode *day; /* <time>, or what has the day in its title */
};

struct sr_posts {
	struct sr_arena *mem;
	const struct sr_kit *kit;
	struct _xmlDoc *doc;
	uint32_t row; /* of messages.tsv; SR_NONE: a live blog */
	SR_LIST(struct sr_post) list;
};

/* Could a page have some? By bytes that it must have; costs little. */
bool sr_posts_likely(const struct sr_kit *kit, struct sr_str html);

/* Looks for the messages in the tree of a page, by the classes of messages.tsv,
 * else as what a live blog has beside one another, each with its time. */
void sr_posts_find(struct sr_posts *posts, struct sr_str html);

/* Gives them as items. false: it has none, nothing was given. */
bool sr_posts_give(const struct sr_within *w, struct sr_str bytes,
		   bool *go_on);

/* The next node of a tree in the order of the text, within `top`; over: what
 * is in this one is left out. NULL at the end. */
struct _xmlNode *sr_node_next(const struct _xmlNode *top,
			      struct _xmlNode *node, bool over);

/* An attribute, the tree's own; empty for none. */
struct sr_str sr_node_attr(const struct _xmlNode *node, const char *name);

/* Is it an element that has the class? */
bool sr_node_has_class(const struct _xmlNode *node, struct sr_str name);

#endif
