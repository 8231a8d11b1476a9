/* /brief.html, .md, .pdf: the situation report of `sitrep brief`. */
#include "brief/write.h"
#include "serve/route.h"
#include "serve/server.h"

static enum sr_code brief(struct sr_call *call, enum sr_brief_format format,
			  const char *type)
{
	struct sr_ask *a = call->ask;
	struct sr_brief made;
	enum sr_code code = sr_brief_make(a, &made);

	if (code)
		return code;
	pthread_mutex_lock(&call->server->drawing);
	code = sr_brief_write(&made, format, &call->out, &a->err);
	pthread_mutex_unlock(&call->server->drawing);
	call->type = type;
	return code;
}

enum sr_code sr_api_brief_html(struct sr_call *call)
{
	return brief(call, SR_BRIEF_HTML, "text/html; charset=utf-8");
}

enum sr_code sr_api_brief_md(struct sr_call *call)
{
	return brief(call, SR_BRIEF_MD, "text/markdown; charset=utf-8");
}

enum sr_code sr_api_brief_pdf(struct sr_call *call)
{
	return brief(call, SR_BRIEF_PDF, "application/pdf");
}
