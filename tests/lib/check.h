/* Sixty lines of test harness: TAP out, one line a check.
 *
 *	int main(void) { CHECK(1 + 1 == 2); CHECK_STR(s, "x"); return done(); } */
#ifndef SR_TESTS_CHECK_H
#define SR_TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

#include "base/str.h"

static int check_count, check_failed;

static inline void check_line(int ok, const char *file, int line,
                              const char *what)
{
	check_count++;
	check_failed += !ok;
	printf("%sok %d - %s:%d %s\n", ok ? "" : "not ", check_count, file,
	       line, what);
}

#define CHECK(x) check_line(!!(x), __FILE__, __LINE__, #x)

static inline void check_str(struct sr_str got, const char *want,
                             const char *file, int line, const char *what)
{
	int ok = sr_str_is(got, want);

	check_line(ok, file, line, what);
	if (!ok)
		printf("# got  %.*s\n# want %s\n", (int)got.n, got.s, want);
}

#define CHECK_STR(got, want) check_str((got), (want), __FILE__, __LINE__, #got)

static inline void check_int(long long got, long long want, const char *file,
                             int line, const char *what)
{
	check_line(got == want, file, line, what);
	if (got != want)
		printf("# got  %lld\n# want %lld\n", got, want);
}

#define CHECK_INT(got, want)                                                   \
	check_int((long long)(got), (long long)(want), __FILE__, __LINE__, #got)

static inline int done(void)
{
	printf("1..%d\n", check_count);
	return check_failed != 0;
}

#endif
