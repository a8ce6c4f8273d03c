import Synchronization

/// One request that a worker answers while its connection is suspended.
///
/// The answer may come from the worker, from the sweeper when the deadline has passed, or from a server that stops.
/// The first is taken and resumes the connection, which is thereby resumed exactly once; later ones are dropped.
final class Job: Sendable {
    let request: HTTPRequest
    let deadline: ContinuousClock.Instant
    private let connection: ConnectionHandle
    private let answer = Mutex<HTTPResponse?>(nil)

    init(_ request: HTTPRequest, deadline: ContinuousClock.Instant, connection: ConnectionHandle) {
        self.request = request
        self.deadline = deadline
        self.connection = connection
    }

    var isSettled: Bool { answer.withLock { $0 != nil } }

    /// Gives the answer; whether it was the first.
    @discardableResult
    func settle(_ response: HTTPResponse) -> Bool {
        let isFirst = answer.withLock { answer in
            guard answer == nil else { return false }
            answer = response
            return true
        }
        if isFirst { connection.resume() }
        return isFirst
    }

    /// The answer, once the connection has been resumed.
    var response: HTTPResponse? { answer.withLock { $0 } }
}
