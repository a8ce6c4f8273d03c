import Glibc

/// A socket that clients can connect to, closed when its owner is gone.
///
/// Made here and handed to libmicrohttpd, because the library reports only that it failed, not why.
final class ListeningSocket: Sendable {
    let descriptor: Int32
    let port: UInt16

    init(host: String, port: UInt16) throws(HTTPServerError) {
        guard let address = SocketAddress(host: host, port: port) else { throw .invalidHost(host) }
        do {
            (descriptor, self.port) = try Self.listen(at: address)
        } catch {
            // Only the default means "whatever there is"; an address that was asked for is had, or is an error.
            guard host == "::", error.code == EAFNOSUPPORT || error.code == EADDRNOTAVAIL,
                let any = SocketAddress(host: "0.0.0.0", port: port)
            else { throw .cannotListen(host: host, port: port, reason: error.reason) }
            do {
                (descriptor, self.port) = try Self.listen(at: any)
            } catch {
                throw .cannotListen(host: "0.0.0.0", port: port, reason: error.reason)
            }
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next client that the kernel has let in and nobody has served yet.
    func accept() -> (Int32, SocketAddress)? {
        SocketAddress.accept(from: descriptor)
    }

    /// Refuses clients from now on; those in the backlog are cut off.
    func refuse() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private struct Failure: Error {
        let code = errno
        var reason: String { unsafe String(cString: strerror(code)).lowercased() }
    }

    private static func listen(at address: SocketAddress) throws(Failure) -> (Int32, UInt16) {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.family, type, 0)
        guard descriptor >= 0 else { throw Failure() }
        // A restarted server may use its port while connections of the one before are in TIME_WAIT.
        enable(SO_REUSEADDR, level: SOL_SOCKET, true, on: descriptor)
        if address.family == AF_INET6 {
            enable(IPV6_V6ONLY, level: Int32(IPPROTO_IPV6), false, on: descriptor)
        }
        guard address.bind(descriptor), Glibc.listen(descriptor, 4096) == 0,
            let port = SocketAddress.boundPort(of: descriptor)
        else {
            let failure = Failure()
            close(descriptor)
            throw failure
        }
        return (descriptor, port)
    }

    private static func enable(_ option: Int32, level: Int32, _ on: Bool, on descriptor: Int32) {
        var value: Int32 = on ? 1 : 0
        unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}
