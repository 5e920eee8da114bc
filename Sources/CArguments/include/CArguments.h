#ifndef WIKIGUIDE_CARGUMENTS_H
#define WIKIGUIDE_CARGUMENTS_H

/// The words of the command line as the system gave them to the program, its own name first.
/// Swift reads them from /proc, which a bare root folder does not have.
int wikiguide_argument_count(void);
const char *wikiguide_argument(int index);

#endif
