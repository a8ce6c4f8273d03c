import Glibc

/// Wakes up a thread that sleeps on it, or on a socket beside it: a pipe to itself.
final class Doorbell: Sendable {
    private let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        unsafe pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Wakes up whoever waits now, or waits next.
    func ring() {
        var ring: UInt8 = 1
        // A full pipe rings already.
        _ = unsafe write(writing, &ring, 1)
    }

    /// Waits for a ring.
    func wait() {
        _ = wait(orFor: -1)
    }

    /// Waits for a ring, or for something to read from a socket; whether there is something to read.
    func wait(orFor socket: Int32) -> Bool {
        var places = [
            pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
            // A negative one is passed over.
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        unsafe poll(&places, nfds_t(places.count), -1)
        if places[0].revents != 0 {
            var rings = [UInt8](repeating: 0, count: 64)
            _ = unsafe read(reading, &rings, rings.count)
        }
        return places[1].revents != 0
    }
}
