#include "text/script.h"

#include "base/compiler.h"
#include "base/utf8.h"

/* Blocks of Unicode, ascending. */
static const struct {
	uint32_t from, to;
	enum sr_script script;
} BLOCKS[] = {
	{ 0x0041, 0x02AF, SR_SCRIPT_LATIN },
	{ 0x0370, 0x03FF, SR_SCRIPT_GREEK },
	{ 0x0400, 0x052F, SR_SCRIPT_CYRILLIC },
	{ 0x0530, 0x058F, SR_SCRIPT_ARMENIAN },
	{ 0x0590, 0x05FF, SR_SCRIPT_HEBREW },
	{ 0x0600, 0x06FF, SR_SCRIPT_ARABIC },
	{ 0x0750, 0x077F, SR_SCRIPT_ARABIC },
	{ 0x08A0, 0x08FF, SR_SCRIPT_ARABIC },
	{ 0x0900, 0x097F, SR_SCRIPT_DEVANAGARI },
	{ 0x0980, 0x09FF, SR_SCRIPT_BENGALI },
	{ 0x0A00, 0x0A7F, SR_SCRIPT_GURMUKHI },
	{ 0x0B80, 0x0BFF, SR_SCRIPT_TAMIL },
	{ 0x0C00, 0x0C7F, SR_SCRIPT_TELUGU },
	{ 0x0D80, 0x0DFF, SR_SCRIPT_SINHALA },
	{ 0x0E00, 0x0E7F, SR_SCRIPT_THAI },
	{ 0x0E80, 0x0EFF, SR_SCRIPT_LAO },
	{ 0x1000, 0x109F, SR_SCRIPT_MYANMAR },
	{ 0x10A0, 0x10FF, SR_SCRIPT_GEORGIAN },
	{ 0x1100, 0x11FF, SR_SCRIPT_HANGUL },
	{ 0x1200, 0x139F, SR_SCRIPT_ETHIOPIC },
	{ 0x1780, 0x17FF, SR_SCRIPT_KHMER },
	{ 0x1E00, 0x1EFF, SR_SCRIPT_LATIN },
	{ 0x1F00, 0x1FFF, SR_SCRIPT_GREEK },
	{ 0x2D80, 0x2DDF, SR_SCRIPT_ETHIOPIC },
	{ 0x3040, 0x30FF, SR_SCRIPT_KANA },
	{ 0x31F0, 0x31FF, SR_SCRIPT_KANA },
	{ 0x3400, 0x4DBF, SR_SCRIPT_HAN },
	{ 0x4E00, 0x9FFF, SR_SCRIPT_HAN },
	{ 0xAC00, 0xD7AF, SR_SCRIPT_HANGUL },
	{ 0xF900, 0xFAFF, SR_SCRIPT_HAN },
	{ 0xFB50, 0xFDFF, SR_SCRIPT_ARABIC },
	{ 0xFE70, 0xFEFC, SR_SCRIPT_ARABIC },
	{ 0x20000, 0x3FFFF, SR_SCRIPT_HAN },
};

enum sr_script sr_script_of(uint32_t cp)
{
	size_t from = 0, to = SR_LEN(BLOCKS);

	if (!sr_is_letter(cp))
		return SR_SCRIPT_COUNT;
	if (cp < 0x0250)
		return SR_SCRIPT_LATIN;
	while (from < to) {
		size_t mid = (from + to) / 2;
		if (cp > BLOCKS[mid].to)
			from = mid + 1;
		else if (cp < BLOCKS[mid].from)
			to = mid;
		else
			return BLOCKS[mid].script;
	}
	return SR_SCRIPT_COUNT;
}
