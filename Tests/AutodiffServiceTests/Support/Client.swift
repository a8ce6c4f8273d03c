import Glibc

/// One client connection, written to and read from byte by byte, so that a test can send what no library would.
final class Client {
    struct Response {
        var status = 0
        var head = ""
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }

        func value(_ name: String) -> String? {
            let prefix = name.lowercased() + ": "
            return head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(prefix) }
                .map { String($0.dropFirst(prefix.count)) }
        }
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Connects to the loopback; `nil` if it is refused.
    init?(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = unsafe withUnsafeBytes(of: address) { bytes in
            unsafe connect(
                descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
        guard result == 0 else { return nil }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Reads one response, of which HEAD has the head only; `nil` if the connection ended or fell silent first.
    func receive(head onlyHead: Bool = false) -> Response? {
        var response = Response()
        while response.status == 0 || response.status == 100 {
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

    /// Posts a body on this connection, which stays open.
    func post(_ path: String, _ body: [UInt8]) -> Response? { exchange("POST", path, body) }

    /// Sends a body on this connection, which stays open.
    func exchange(_ method: String, _ path: String, _ body: [UInt8]) -> Response? {
        send(Array("\(method) \(path) HTTP/1.1\r\nHost: adjoint\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body)
        return receive()
    }

    private func endOfHead() -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        var from = 0
        while true {
            let last = buffer.count - 4
            if from <= last, let at = (from...last).first(where: { buffer[$0..<($0 + 4)] == mark[...] }) {
                return at + 4
            }
            from = max(0, buffer.count - 3)
            guard fill() else { return nil }
        }
    }

    private func fill() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        buffer += piece[..<count]
        return true
    }
}
