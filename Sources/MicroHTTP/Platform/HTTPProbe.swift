import Glibc

/// A client of one request, for asking a server on this machine whether it is alive.
public enum HTTPProbe {
    /// Sends a GET over loopback, IPv4 or else IPv6.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - port: The port.
    ///   - timeout: The seconds to wait for each step.
    /// - Returns: The status of the answer, or nothing where none came.
    public static func get(_ path: String, port: UInt16, timeout: Int) -> Int? {
        for host in ["127.0.0.1", "::1"] {
            guard let address = SocketAddress(host: host, port: port),
                let answer = exchange(
                    "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", address, timeout)
            else { continue }
            return answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        }
        return nil
    }

    /// Connects, sends a text, and reads the first piece of what comes back.
    private static func exchange(_ text: String, _ address: SocketAddress, _ timeout: Int) -> String? {
        let descriptor = socket(address.family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: timeout, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        guard address.connect(descriptor) else { return nil }
        let request = Array(text.utf8)
        guard unsafe send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return nil
        }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
