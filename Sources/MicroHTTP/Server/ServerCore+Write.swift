import Synchronization

extension ServerCore {
    /// Hands a response to libmicrohttpd, which writes head and body at once; whether it took it.
    func write(_ response: HTTPResponse, closing: Bool, on handle: ConnectionHandle) -> Bool {
        let hasBody = response.status != 204 && response.status != 304
        guard let reply = Reply(body: hasBody ? response.body : []) else { return false }
        var closes = closing || isDraining.load(ordering: .relaxed)
        for field in response.headers {
            if field.name.isSameToken(as: "Connection") {
                closes = closes || field.value.isSameToken(as: "close")
            } else if !Self.written.contains(where: field.name.isSameToken), !reply.add(field.name, field.value) {
                log(
                    .error, "Left out the response header \(field.name.debugDescription): it is not one line of a head."
                )
            }
        }
        if closes { _ = reply.add("Connection", "close") }
        return handle.queue(reply, status: status(of: response))
    }

    // How a message ends is the library's to say; a handler's opinion could only contradict it.
    private static let written = ["Content-Length", "Transfer-Encoding"]

    private func status(of response: HTTPResponse) -> Int {
        if 200...599 ~= response.status { return response.status }
        log(.error, "Answered 500 instead of the status \(response.status), which no response can end with.")
        return 500
    }
}
