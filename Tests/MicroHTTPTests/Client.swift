import Glibc

/// One client connection, written to and read from byte by byte, so that a test can send what no library would.
final class Client {
    struct Response {
        var status = 0
        var head = ""
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }

        /// Whether a line of the head is this one, in any case.
        func has(_ line: String) -> Bool {
            head.lowercased().split(separator: "\r\n").contains { $0 == line.lowercased() }
        }

        func value(_ name: String) -> String? {
            let prefix = name.lowercased() + ": "
            return head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(prefix) }
                .map { String($0.dropFirst(prefix.count)) }
        }
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Connects to the loopback, by IPv4 or IPv6; `nil` if it is refused.
    init?(port: UInt16, six: Bool = false, timeout: Int = 20) {
        descriptor = socket(six ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: timeout, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var one: Int32 = 1
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_port = port.bigEndian
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var other = sockaddr_in6()
        other.sin6_family = sa_family_t(AF_INET6)
        other.sin6_port = port.bigEndian
        other.sin6_addr = in6addr_loopback
        let result =
            six
            ? unsafe withUnsafeBytes(of: other) { unsafe connect(to: $0) }
            : unsafe withUnsafeBytes(of: four) { unsafe connect(to: $0) }
        guard result == 0 else { return nil }
    }

    deinit { close(descriptor) }

    private func connect(to address: UnsafeRawBufferPointer) -> Int32 {
        unsafe Glibc.connect(
            descriptor, address.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(address.count))
    }

    /// Sends everything; whether the other side took it.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { all in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: all[sent...])
                return unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Reads one response; `nil` if the connection ended or fell silent first.
    func receive(head onlyHead: Bool = false, interim: Bool = false) -> Response? {
        var response = Response()
        while response.status == 0 || response.status == 100 && !interim {
            guard let end = endOfHead() else { return nil }
            response.head = String(decoding: buffer[..<end], as: UTF8.self)
            buffer.removeFirst(end)
            response.status = Int(response.head.split(separator: " ")[1]) ?? -1
        }
        guard !onlyHead, let length = response.value("Content-Length").flatMap({ Int($0) }) else { return response }
        while buffer.count < length { guard fill() else { return nil } }
        response.body = Array(buffer[..<length])
        buffer.removeFirst(length)
        return response
    }

    func exchange(_ text: String) -> Response? {
        send(text)
        return receive()
    }

    /// Whether the other side ends the connection with nothing more said.
    func isEnded() -> Bool { buffer.isEmpty && !fill() && buffer.isEmpty && errno != EAGAIN }

    private func endOfHead() -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        var from = 0
        while true {
            if buffer.count >= 4,
                let at = (from...(buffer.count - 4)).first(where: { buffer[$0..<($0 + 4)] == mark[...] })
            {
                return at + 4
            }
            from = max(0, buffer.count - 3)
            guard fill() else { return nil }
        }
    }

    private func fill() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        errno = 0
        let count = unsafe recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        buffer += piece[..<count]
        return true
    }
}

extension String {
    /// A request with a Host, the fields given, and the length of its body if it has one.
    static func request(_ method: String, _ target: String, _ fields: [String] = [], body: String? = nil) -> String {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: test"] + fields
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}
