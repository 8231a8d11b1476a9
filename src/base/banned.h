/* Calls that no source may make; compiled into every file before all else
 * (meson.build), so that a use of one is an error that names it. The headers
 * are read first, because they must name what they declare; <ctype.h> and
 * <locale.h> are not, so that they can't be included at all: their answers
 * hang on the locale and, for bytes above 127, on luck. */
#ifndef SR_BASE_BANNED_H
#define SR_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Write without knowing the room. */
#pragma GCC poison strcpy strncpy strncat stpcpy sprintf vsprintf gets
/* Share one buffer between threads. */
#pragma GCC poison strtok gmtime localtime ctime asctime strerror_l tmpnam
/* Say nothing of what they could not read; hang on the locale. */
#pragma GCC poison atoi atol atoll atof strcoll strxfrm setlocale localeconv
#pragma GCC poison isalpha isdigit isalnum isspace ispunct isupper islower
#pragma GCC poison isprint iscntrl isgraph isxdigit toupper tolower
/* Give other bytes another time. */
#pragma GCC poison rand srand random srandom drand48
/* What only a test may do: run a shell, put words together carelessly. */
#ifndef SR_TESTS
#pragma GCC poison system popen strcat
#endif

#endif
