import Glibc
import Synchronization

/// One open connection, as the sweeper, the drain and the gauges see it.
final class Connection: Sendable {
    /// What a connection is waiting for.
    enum Phase: UInt64, Sendable {
        case idle, receiving, answering, sending
        /// It has been ended by us, and the library has not noticed yet.
        case ended
    }

    /// A phase and since when it is, in one word, so that no lock is needed to enter one.
    private struct State {
        let word: UInt64

        init(_ phase: Phase, since instant: CoarseInstant = .now) { word = instant.milliseconds << 3 | phase.rawValue }
        init(word: UInt64) { self.word = word }

        var phase: Phase { Phase(rawValue: word & 7) ?? .ended }
        var start: CoarseInstant { CoarseInstant(milliseconds: word >> 3) }
    }

    let peer: String
    private let descriptor: Int32
    private let state = Atomic(State(.idle).word)

    init(descriptor: Int32, peer: String) {
        self.descriptor = descriptor
        self.peer = peer
    }

    func enter(_ phase: Phase) {
        state.store(State(phase).word, ordering: .releasing)
    }

    /// Ends the connection if its client is slower than it may be; whether it did.
    func endIfOverdue(at now: CoarseInstant, idle: Duration, receive: Duration, send: Duration) -> Bool {
        let state = State(word: state.load(ordering: .acquiring))
        let patience: Duration
        switch state.phase {
        // A request line that drips in looks like this: the library tells of it only when it is whole.
        case .idle: patience = idle
        case .receiving: patience = receive
        case .sending: patience = send
        case .answering, .ended: return false
        }
        return now.elapsed(since: state.start) > patience && end(state)
    }

    /// Ends the connection if nothing has come on it for so long and nothing waits to be read.
    func endIfIdle(at now: CoarseInstant, longerThan patience: Duration) {
        let state = State(word: state.load(ordering: .acquiring))
        guard state.phase == .idle, now.elapsed(since: state.start) > patience, !hasUnreadBytes else { return }
        _ = end(state)
    }

    /// Ends the connection unless it has gone on from a state, so that no request is accepted for work and then cut off;
    /// whether it did.
    ///
    /// The descriptor is closed by libmicrohttpd alone, which notices the end of the stream and then tells us.
    private func end(_ state: State) -> Bool {
        let isSame = self.state.compareExchange(
            expected: state.word, desired: State(.ended).word, ordering: .acquiringAndReleasing
        ).exchanged
        if isSame { shutdown(descriptor, Int32(SHUT_RDWR)) }
        return isSame
    }

    private var hasUnreadBytes: Bool {
        var byte: UInt8 = 0
        return unsafe recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0
    }
}
