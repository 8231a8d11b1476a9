/* What the program says: data on standard output, one-line messages on
 * standard error. Text from outside never reaches a terminal raw. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/file.h"
#include "cli/cli.h"
#include "views/safe.h"

void sr_say(const char *fmt, ...)
{
	char text[1024], safe[4096];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	size_t n = sr_safe_line(sr_str_of(text), safe, sizeof(safe));
	fprintf(stderr, "sitrep: %.*s\n", (int)n, safe);
}

int sr_exit_of(enum sr_code code)
{
	static const int EXIT[] = {
		[SR_OK] = SR_EXIT_OK,
		[SR_USAGE] = SR_EXIT_USAGE,
		[SR_REFUSED] = SR_EXIT_REFUSED,
		[SR_LIMIT] = SR_EXIT_REFUSED,
		[SR_NOMEM] = SR_EXIT_ENVIRONMENT,
		[SR_IO] = SR_EXIT_ENVIRONMENT,
		[SR_DATABASE] = SR_EXIT_ENVIRONMENT,
	};

	return (size_t)code < SR_LEN(EXIT) ? EXIT[code] : SR_EXIT_ENVIRONMENT;
}

int sr_say_err(const struct sr_err *err)
{
	if (err->where[0])
		sr_say("%s: %s", err->where, err->text);
	else
		sr_say("%s", err->text);
	return sr_exit_of(err->code);
}

int sr_say_refused(const struct sr_item *in, const struct sr_err *err)
{
	size_t n = in->name.n;

	if (n && strncmp(err->where, in->name.s, n) == 0 &&
	    (err->where[n] == '\0' || err->where[n] == ':'))
		sr_say("%s%s: %s", in->path, err->where + n, err->text);
	else
		sr_say_err(err);
	return SR_EXIT_REFUSED;
}

void sr_say_aside(const struct sr_item *in, const struct sr_doc *doc)
{
	struct sr_str code = doc->report.language;

	if (doc->aside == SR_ASIDE_LANGUAGE)
		sr_say("%s: set aside: its language is '%.*s'; only English is "
		       "read",
		       in->path, (int)code.n, code.n ? code.s : "");
	else if (doc->aside == SR_ASIDE_NO_WAR)
		sr_say("%s: set aside: no war in it", in->path);
}

bool sr_cli_write(struct sr_cli *cli, struct sr_str bytes)
{
	if (cli->reason || cli->closed)
		return false;
	if (bytes.n && fwrite(bytes.s, 1, bytes.n, stdout) != bytes.n) {
		cli->closed = errno == EPIPE;
		cli->reason = errno ? errno : EIO;
		return false;
	}
	return true;
}

bool sr_cli_print(struct sr_cli *cli, const char *fmt, ...)
{
	char text[2048];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0)
		return false;
	size_t most = sizeof(text) - 1;
	return sr_cli_write(
		cli,
		(struct sr_str){ text, (size_t)n < most ? (size_t)n : most });
}

int sr_cli_save(const char *path, struct sr_str bytes)
{
	struct sr_err err = { .code = SR_OK };

	return sr_file_save(path, bytes, &err) ? sr_say_err(&err)
					       : SR_EXIT_OK;
}
