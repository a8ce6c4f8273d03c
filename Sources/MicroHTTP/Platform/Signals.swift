import Glibc

// Signals are waited for, not handled: a handler may do almost nothing, a thread in `sigwait` may do everything.

/// Keeps SIGTERM and SIGINT from ending the process, and ignores SIGPIPE.
///
/// Threads inherit what is blocked, so this is called before the first one starts.
public func blockTerminationSignals() {
    var set = terminationSignals()
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    signal(SIGPIPE, SIG_IGN)
}

/// Waits for SIGTERM or SIGINT, which `blockTerminationSignals()` has to have blocked, and returns its number.
public func waitForTerminationSignal() -> Int32 {
    var set = terminationSignals()
    var number: Int32 = 0
    while unsafe sigwait(&set, &number) != 0 {}
    return number
}

private func terminationSignals() -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGTERM)
    unsafe sigaddset(&set, SIGINT)
    return set
}
