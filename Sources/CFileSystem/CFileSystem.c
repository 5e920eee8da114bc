#if defined(__linux__)
#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's RENAME_EXCHANGE; <stdio.h> names it only where glibc wraps the call.
static const unsigned int exchange = 1u << 1;

int wikiguide_swap_paths(const char *a, const char *b) {
  return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, exchange) == 0 ? 0 : errno;
}

void wikiguide_settle(const char *folder) {
  int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  syncfs(descriptor);
  close(descriptor);
}
#else
#include "CFileSystem.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int wikiguide_swap_paths(const char *a, const char *b) {
  return renamex_np(a, b, RENAME_SWAP) == 0 ? 0 : errno;
}

void wikiguide_settle(const char *folder) {
  (void)folder;
  sync();
}
#endif
