import Glibc
import Synchronization

/// One open connection, as the sweeper, the drain and the gauges see it.
final class Connection: Sendable {
    /// What a connection is waiting for, and since when.
    enum Phase: Sendable {
        case idle(since: ContinuousClock.Instant)
        case receiving(since: ContinuousClock.Instant)
        case answering
        case sending(since: ContinuousClock.Instant)
    }

    let peer: String
    private let descriptor: Int32
    private let phase = Mutex(Phase.idle(since: .now))

    init(descriptor: Int32, peer: String) {
        self.descriptor = descriptor
        self.peer = peer
    }

    func enter(_ next: Phase) {
        phase.withLock { $0 = next }
    }

    /// Ends the connection if its client is slower than it may be; whether it did.
    ///
    /// The lock is held across the shutdown, so that no request is accepted for work and cut off in one moment.
    func endIfOverdue(at now: ContinuousClock.Instant, idle: Duration, receive: Duration, send: Duration) -> Bool {
        phase.withLock { phase in
            switch phase {
            case .idle(let since):
                // A request line that drips in looks like this: the library tells of it only when it is whole.
                guard now - since > idle else { return false }
            case .receiving(let since):
                guard now - since > receive else { return false }
            case .sending(let since):
                guard now - since > send else { return false }
            case .answering:
                return false
            }
            end()
            return true
        }
    }

    /// Ends the connection if nothing has come on it for so long and nothing waits to be read.
    func endIfIdle(at now: ContinuousClock.Instant, longerThan patience: Duration) {
        phase.withLock { phase in
            guard case .idle(let since) = phase, now - since > patience, !hasUnreadBytes else { return }
            end()
        }
    }

    // The descriptor is closed by libmicrohttpd alone, which notices the end of the stream and then tells us.
    private func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private var hasUnreadBytes: Bool {
        var byte: UInt8 = 0
        return unsafe recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0
    }
}
