import Synchronization

/// The thread that lets clients in and deals them out to the event threads.
///
/// libmicrohttpd's threads would each let in whom they can get, and the one that is awake gets most: then one thread
/// serves nearly everybody while another waits. Here clients go around, and past the limit they stay in the kernel's
/// backlog until another leaves.
final class Acceptor: Sendable {
    private let socket: ListeningSocket
    private let entrance: Daemon.Entrance
    private let connections: ConnectionTable
    private let limit: Int
    private let isOver = Atomic(false)
    private let hasEnded = Semaphore()

    /// Starts the thread; nothing where the system has none to give.
    init?(_ socket: ListeningSocket, into entrance: Daemon.Entrance, core: ServerCore) {
        self.socket = socket
        self.entrance = entrance
        connections = core.connections
        limit = core.configuration.connectionLimit
        guard Thread.start(stackSize: core.configuration.stackSize, { [self] in run() }) else { return nil }
    }

    /// Lets nobody in any more.
    func stop() {
        isOver.store(true, ordering: .sequentiallyConsistent)
        connections.doorbell.ring()
        hasEnded.wait()
    }

    private func run() {
        while !isOver.load(ordering: .sequentiallyConsistent) {
            guard connections.hasRoom(limit: limit) else {
                connections.doorbell.wait()
                continue
            }
            guard connections.doorbell.wait(orFor: socket.descriptor) else { continue }
            // Where somebody is there and cannot be let in, the process has no descriptors left: some may be given back.
            if !admitOne() { pause(.milliseconds(20)) }
            while connections.hasRoom(limit: limit), admitOne() {}
        }
        hasEnded.signal()
    }

    private func admitOne() -> Bool {
        guard let (client, address) = socket.accept() else { return false }
        connections.admit()
        if !entrance.add(client, from: address) { connections.leave() }
        return true
    }
}
