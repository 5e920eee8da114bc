#include "CArguments.h"

static int count = 0;
static char **arguments = 0;

// What runs before main is given its arguments, on Linux with glibc and on macOS.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  arguments = argv;
}

int wikiguide_argument_count(void) { return count; }

const char *wikiguide_argument(int index) { return arguments[index]; }
