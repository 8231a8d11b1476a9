/* Time that only goes forward, for deadlines. */
#ifndef SR_SERVE_CLOCK_H
#define SR_SERVE_CLOCK_H

#include <stdint.h>
#include <time.h>

static inline int64_t sr_clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The moment in so many ms, for a wait on a condition of that clock. */
static inline void sr_clock_after(int ms, struct timespec *out)
{
	clock_gettime(CLOCK_MONOTONIC, out);
	out->tv_sec += ms / 1000;
	out->tv_nsec += (long)(ms % 1000) * 1000000;
	if (out->tv_nsec >= 1000000000) {
		out->tv_sec++;
		out->tv_nsec -= 1000000000;
	}
}

#endif
