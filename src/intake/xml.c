#include "intake/xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

static void tell(struct sr_xml *x, int type, sr_xml_fn *fn, void *user)
{
	xmlTextReader *r = x->reader;

	x->name = (const char *)xmlTextReaderConstLocalName(r);
	x->text = (struct sr_str){ NULL, 0 };
	x->start = type == XML_READER_TYPE_ELEMENT;
	x->end = type == XML_READER_TYPE_END_ELEMENT;
	if (!x->start && !x->end) {
		if (type != XML_READER_TYPE_TEXT &&
		    type != XML_READER_TYPE_CDATA &&
		    type != XML_READER_TYPE_WHITESPACE &&
		    type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
			return;
		x->text = sr_str_of((const char *)xmlTextReaderConstValue(r));
	}
	bool empty = x->start && xmlTextReaderIsEmptyElement(r);
	fn(user, x);
	if (!empty || x->skip)
		return;
	x->start = false;
	x->end = true;
	fn(user, x);
}

static void silent(void *user, const xmlError *error)
{
	(void)user, (void)error;
}

static bool quiet(struct sr_xml *x)
{
	if (x->reader)
		xmlTextReaderSetStructuredErrorHandler(
			x->reader,
			(xmlStructuredErrorFunc)(void (*)(void))silent, NULL);
	return x->reader != NULL;
}

int sr_xml_step(struct sr_xml *x, sr_xml_fn *fn, void *user)
{
	int more = x->skip ? xmlTextReaderNext(x->reader)
			   : xmlTextReaderRead(x->reader);

	x->skip = false;
	if (more == 1)
		tell(x, xmlTextReaderNodeType(x->reader), fn, user);
	return more;
}

bool sr_xml_walk(struct sr_str xml, sr_xml_fn *fn, void *user)
{
	struct sr_xml x = { .reader = NULL };

	if (sr_tags_are_few(xml, true))
		x.reader = xmlReaderForMemory(xml.s, (int)xml.n, NULL, NULL,
					      OPTIONS);
	int more = quiet(&x) ? 1 : -1;

	while (more == 1 && !x.stop)
		more = sr_xml_step(&x, fn, user);
	sr_xml_close(&x);
	return more >= 0;
}

static int pull_few(void *user, char *out, int n)
{
	struct sr_xml *x = user;
	int k = x->pull(x->from, out, n);

	if (k > 0 &&
	    !sr_tags_go_on(&x->tags, (struct sr_str){ out, (size_t)k }))
		return -1;
	return k;
}

bool sr_xml_open(struct sr_xml *x, sr_xml_pull *pull, void *from)
{
	*x = (struct sr_xml){ .tags = { .xml = true },
			      .pull = pull,
			      .from = from };
	x->reader = xmlReaderForIO(pull_few, NULL, x, NULL, NULL, OPTIONS);
	return quiet(x);
}

void sr_xml_close(struct sr_xml *x)
{
	xmlFreeTextReader(x->reader);
	x->reader = NULL;
}

bool sr_xml_is(const struct sr_xml *x, const char *name)
{
	return strcmp(x->name, name) == 0;
}

struct sr_str sr_xml_attr(struct sr_xml *x, struct sr_arena *mem,
			  const char *name)
{
	xmlTextReader *r = x->reader;
	struct sr_str s = { NULL, 0 };

	for (int more = xmlTextReaderMoveToFirstAttribute(r); more == 1;
	     more = xmlTextReaderMoveToNextAttribute(r)) {
		const char *own = (const char *)xmlTextReaderConstLocalName(r);
		if (strcmp(own, name) != 0)
			continue;
		s = sr_str_of((const char *)xmlTextReaderConstValue(r));
		s.s = sr_arena_copy(mem, s.s ? s.s : "", s.n);
		break;
	}
	xmlTextReaderMoveToElement(r);
	return s.s ? s : (struct sr_str){ NULL, 0 };
}
