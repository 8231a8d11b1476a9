/* Text files to C: textc OUT.h NAME FILE ... makes an array NAME of the files'
 * texts as strings, in the order given, ended by NULL. Bytes, not literals:
 * ISO C promises no literal of more than 4,095. */
#include <stdio.h>

static int put_file(FILE *out, const char *name, int number, const char *path)
{
	FILE *in = fopen(path, "rb");
	int c;

	if (!in) {
		perror(path);
		return 1;
	}
	fprintf(out, "static const char %s_%d[] = {", name, number);
	for (int n = 0; (c = fgetc(in)) != EOF; n++)
		fprintf(out, "%s%d,", n % 18 ? "" : "\n\t", c);
	fputs("\n\t0,\n};\n", out);
	int bad = ferror(in);
	fclose(in);
	return bad;
}

int main(int argc, char **argv)
{
	FILE *out = argc > 3 ? fopen(argv[1], "w") : NULL;
	int bad = 0;

	if (!out) {
		fputs("usage: textc OUT.h NAME FILE ...\n", stderr);
		return 2;
	}
	for (int i = 3; i < argc && !bad; i++)
		bad = put_file(out, argv[2], i - 2, argv[i]);
	fprintf(out, "static const char *const %s[] = {\n", argv[2]);
	for (int i = 3; i < argc; i++)
		fprintf(out, "\t%s_%d,\n", argv[2], i - 2);
	fputs("\tNULL,\n};\n", out);
	bad |= ferror(out);
	return fclose(out) || bad ? 3 : 0;
}
