import CProcess

/// Takes out of memory what was read to start the program: tables of symbols, and code that runs once.
///
/// They are most of what a server that waits would have resident. What it needs again is mapped again, once, in
/// less than a millisecond.
public func releaseStartPages() { CProcess_release_code() }
