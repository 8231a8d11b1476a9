#include <stdio.h>

#include "sitrep.h"

int main(void)
{
	puts("sitrep " SR_VERSION);
	return 0;
}
