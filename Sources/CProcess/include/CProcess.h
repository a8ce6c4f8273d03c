#ifndef ADJOINT_CPROCESS_H
#define ADJOINT_CPROCESS_H

/// Takes the code and the constants of the program and its libraries out of the memory of this process.
///
/// What is needed again is mapped again where it is needed, from the page cache as a rule.
void CProcess_release_code(void);

/// Lets the process keep up to 64 MB of memory that it has freed, for what it allocates next.
void CProcess_keep_freed_memory(void);

#endif
