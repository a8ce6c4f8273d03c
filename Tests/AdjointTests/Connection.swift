import Foundation

/// One connection to a server, which may be gone at any moment.
final class Connection {
    private let descriptor: Int32

    /// Connects to the loopback; `nil` if it is refused.
    init?(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
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

    /// Sends a request; the status and the body of the answer, if all of it came.
    func ask(_ method: String, _ path: String, _ body: String = "") -> (status: Int, body: String)? {
        var rest = Array(
            "\(method) \(path) HTTP/1.1\r\nHost: adjoint\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)[
                ...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return nil }
            rest = rest.dropFirst(count)
        }
        var answer: [UInt8] = []
        while true {
            var piece = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            answer += piece[..<count]
            let text = String(decoding: answer, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let head = text[..<end.lowerBound]
            let length = head.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
            let received = text[end.upperBound...]
            if received.utf8.count >= length {
                return (head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, String(received))
            }
        }
    }
}
