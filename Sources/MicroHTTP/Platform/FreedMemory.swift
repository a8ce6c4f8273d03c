import CProcess

/// Lets the process keep up to 64 MB of memory that it has freed.
///
/// To compile a graph of 10,000 nodes takes some megabytes, again and again. Given back each time, their pages would be cleared
/// and mapped anew each time, which took a sixth of the time.
public func keepFreedMemory() { CProcess_keep_freed_memory() }
