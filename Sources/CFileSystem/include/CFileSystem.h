#ifndef WIKIGUIDE_CFILESYSTEM_H
#define WIKIGUIDE_CFILESYSTEM_H

/// Exchanges what stands at two paths of one file system, in one step that nobody can see half of.
/// Returns 0, or the errno that says why both are as they were.
int wikiguide_swap_paths(const char *a, const char *b);

#endif
