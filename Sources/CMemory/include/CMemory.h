#ifndef WIKIGUIDE_CMEMORY_H
#define WIKIGUIDE_CMEMORY_H

/// Lets the process keep memory that was freed instead of giving it back to the system and asking for
/// it again. Does nothing where the C library is not glibc.
void wikiguide_keep_freed_memory(void);

/// Gives the system back what the process has freed until now: what one thread has freed, another one
/// does not use. Does nothing where the C library is not glibc.
void wikiguide_give_back_freed_memory(void);

#endif
