#include "CMemory.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif

void wikiguide_keep_freed_memory(void) {
#if defined(__GLIBC__)
  // A run makes millions of small values and ends: with the usual limits, a fifth of its time went
  // into giving pages back and fetching them again.
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}

void wikiguide_give_back_freed_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
