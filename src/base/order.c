#include "base/order.h"

#include "base/str.h"

int sr_by_u32(const void *a, const void *b)
{
	return sr_order(*(const uint32_t *)a, *(const uint32_t *)b);
}

int sr_by_i64(const void *a, const void *b)
{
	return sr_order(*(const int64_t *)a, *(const int64_t *)b);
}

int sr_by_str(const void *a, const void *b)
{
	return sr_str_order(*(const struct sr_str *)a,
			    *(const struct sr_str *)b);
}
