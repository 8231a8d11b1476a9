#include "serve/files.h"

#include <stdio.h>

#include "base/compiler.h"
#include "base/file.h"
#include "base/limits.h"

#define MOST_FILE ((size_t)16 << 20)

const struct sr_web_file *sr_web_find(struct sr_str name)
{
	for (size_t i = 0; i < sr_web_nfile; i++)
		if (sr_str_is(name, sr_web_files[i].name))
			return &sr_web_files[i];
	return NULL;
}

const char *sr_web_type(struct sr_str name)
{
	static const char *const TYPE[][2] = {
		{ ".html", "text/html; charset=utf-8" },
		{ ".js", "text/javascript; charset=utf-8" },
		{ ".mjs", "text/javascript; charset=utf-8" },
		{ ".css", "text/css; charset=utf-8" },
		{ ".json", "application/json" },
		{ ".webmanifest", "application/manifest+json" },
		{ ".svg", "image/svg+xml" },
		{ ".png", "image/png" },
		{ ".ico", "image/x-icon" },
		{ ".woff2", "font/woff2" },
		{ ".txt", "text/plain; charset=utf-8" },
	};

	for (size_t i = 0; i < SR_LEN(TYPE); i++) {
		size_t n = strlen(TYPE[i][0]);
		if (name.n > n &&
		    memcmp(name.s + name.n - n, TYPE[i][0], n) == 0)
			return TYPE[i][1];
	}
	return "application/octet-stream";
}

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool sr_web_name_is_plain(struct sr_str name)
{
	bool begins = true;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		if (begins ? !is_plain(c) || c == '.'
			   : !is_plain(c) && c != '/')
			return false;
		begins = c == '/';
	}
	return !begins;
}

enum sr_code sr_web_read(const char *folder, struct sr_str name,
			 struct sr_arena *mem, struct sr_str *bytes,
			 struct sr_err *err)
{
	char path[SR_MAX_PATH];
	struct sr_err why = { 0 };

	if (!sr_web_name_is_plain(name) || name.n > 200 ||
	    snprintf(path, sizeof(path), "%s/%.*s", folder, (int)name.n,
		     name.s) >= (int)sizeof(path) ||
	    sr_file_read(mem, path, MOST_FILE, bytes, &why))
		return sr_fail(err, SR_REFUSED, "", "there is no such file");
	return SR_OK;
}
