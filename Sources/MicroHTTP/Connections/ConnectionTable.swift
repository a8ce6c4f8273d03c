import Synchronization

/// Every open connection.
///
/// libmicrohttpd closes a descriptor only after it has notified us, and the notification takes this lock; so whoever
/// holds the lock and finds a connection here may use its descriptor, which cannot have become another's.
final class ConnectionTable: Sendable {
    private let open = Mutex<[ObjectIdentifier: Connection]>([:])
    /// How many clients have been let in and have not gone; more than are open, as a thread opens what it was handed later.
    private let admitted = Atomic(0)
    private let isFull = Atomic(false)
    /// Rings when somebody goes while there is no room, and when the server stops.
    let doorbell = Doorbell()

    var count: Int { open.withLock { $0.count } }

    func insert(_ connection: Connection) {
        open.withLock { $0[ObjectIdentifier(connection)] = connection }
    }

    func remove(_ connection: Connection) {
        open.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(connection)) }
        leave()
    }

    /// Counts a client that is let in.
    func admit() {
        admitted.add(1, ordering: .sequentiallyConsistent)
    }

    /// Counts a client that has gone.
    func leave() {
        admitted.subtract(1, ordering: .sequentiallyConsistent)
        if isFull.load(ordering: .sequentiallyConsistent) { doorbell.ring() }
    }

    /// Whether one more client may be let in; if not, the doorbell rings when one may.
    func hasRoom(limit: Int) -> Bool {
        isFull.store(true, ordering: .sequentiallyConsistent)
        guard admitted.load(ordering: .sequentiallyConsistent) < limit else { return false }
        isFull.store(false, ordering: .sequentiallyConsistent)
        return true
    }

    /// Ends the connections whose clients are slower than they may be; how many those were.
    func endOverdue(idle: Duration, receive: Duration, send: Duration) -> Int {
        let now = CoarseInstant.now
        return open.withLock { open in
            open.values.count { $0.endIfOverdue(at: now, idle: idle, receive: receive, send: send) }
        }
    }

    /// Ends the connections that have been kept alive without a request for so long.
    func endIdle(longerThan patience: Duration) {
        let now = CoarseInstant.now
        open.withLock { open in
            for connection in open.values { connection.endIfIdle(at: now, longerThan: patience) }
        }
    }
}
