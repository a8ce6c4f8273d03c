import Glibc

/// A thread of the system with a stack of a chosen size: Swift's own pool has few threads, with small stacks, and
/// computing there would hold up everything that awaits.
enum Thread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread that runs to the end of `body` and is joined by nobody; whether the system had one to give.
    static func start(stackSize: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setstacksize(&attributes, stackSize)
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))

        let work = unsafe Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let code = unsafe pthread_create(&thread, &attributes, begin, work.toOpaque())
        guard code == 0 else {
            unsafe work.release()
            return false
        }
        return true
    }

    private static let begin: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        if let context = unsafe context {
            let work = unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
            work.run()
        }
        return nil
    }
}

/// Lets the calling thread sleep for so long.
func pause(_ duration: Duration) {
    usleep(useconds_t(max(0, duration / .microseconds(1))))
}
