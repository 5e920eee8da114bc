#if defined(__linux__)
#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/stat.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's RENAME_EXCHANGE; <stdio.h> names it only where glibc wraps the call.
static const unsigned int exchange = 1u << 1;

int wikiguide_swap_paths(const char *a, const char *b) {
  return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, exchange) == 0 ? 0 : errno;
}

int wikiguide_settle(const char *folder) {
  int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int code = syncfs(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  return code == ENOSYS || code == EINVAL || code == EROFS ? 0 : code;
}

int wikiguide_is_mounted(const char *folder, const char *parent) {
  struct statx inner, outer;
  if (statx(AT_FDCWD, folder, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &inner) != 0) return 0;
  if (inner.stx_attributes & STATX_ATTR_MOUNT_ROOT) return 1;
  // Kernels before 5.8 do not tell; and a volume of btrfs is none, but cannot be linked into either.
  if (statx(AT_FDCWD, parent, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &outer) != 0) return 0;
  return inner.stx_dev_major != outer.stx_dev_major || inner.stx_dev_minor != outer.stx_dev_minor;
}
#else
#include "CFileSystem.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/param.h>
#include <unistd.h>

int wikiguide_swap_paths(const char *a, const char *b) {
  return renamex_np(a, b, RENAME_SWAP) == 0 ? 0 : errno;
}

int wikiguide_settle(const char *folder) {
  (void)folder;
  sync();
  return 0;
}

int wikiguide_is_mounted(const char *folder, const char *parent) {
  (void)parent;
  struct statfs status;
  return statfs(folder, &status) == 0 && strcmp(status.f_mntonname, folder) == 0;
}
#endif
