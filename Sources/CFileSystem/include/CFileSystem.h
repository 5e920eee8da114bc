#ifndef WIKIGUIDE_CFILESYSTEM_H
#define WIKIGUIDE_CFILESYSTEM_H

/// Exchanges what stands at two paths of one file system, in one step that nobody can see half of.
/// Returns 0, or the errno that says why both are as they were.
int wikiguide_swap_paths(const char *a, const char *b);

/// Waits until what was written to the file system of a folder is on its device. Returns 0, or the errno
/// that says what was lost. Where that cannot be asked for, nothing happens.
int wikiguide_settle(const char *folder);

/// Whether a folder is where something is mounted, or lies on another device than the folder that it is
/// in: 0 where not, or where nobody can say.
int wikiguide_is_mounted(const char *folder, const char *parent);

#endif
