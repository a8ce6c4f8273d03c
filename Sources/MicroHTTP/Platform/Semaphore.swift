import Glibc

/// A counting semaphore: what a worker sleeps on.
///
/// Unchecked, because a `sem_t` has to stay at one address and so lives behind a pointer; every function on it may be
/// called from any thread.
@safe final class Semaphore: @unchecked Sendable {
    private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
        unsafe semaphore = .allocate(capacity: 1)
        unsafe sem_init(semaphore, 0, 0)
    }

    deinit {
        unsafe sem_destroy(semaphore)
        unsafe semaphore.deallocate()
    }

    func signal() {
        unsafe sem_post(semaphore)
    }

    func wait() {
        while unsafe sem_wait(semaphore) == -1, errno == EINTR {}
    }
}
