import CMicroHTTPDShims
import Glibc

/// A numeric address and port, in the system's layout.
///
/// The one place that reads and writes `sockaddr`: its layouts overlap, and C tells them apart by their first field.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    var family: Int32 { Int32(storage.ss_family) }

    private init() {}

    init?(host: String, port: UInt16) {
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in>.size)
            unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: four, as: sockaddr_in.self) }
        } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: six, as: sockaddr_in6.self) }
        } else {
            return nil
        }
    }

    func bind(_ descriptor: Int32) -> Bool {
        unsafe withPointer { unsafe Glibc.bind(descriptor, $0, $1) == 0 }
    }

    /// The next client in the backlog of a non-blocking socket.
    static func accept(from descriptor: Int32) -> (Int32, SocketAddress)? {
        var address = SocketAddress()
        let client = unsafe withUnsafeMutableBytes(of: &address.storage) { bytes in
            unsafe Glibc.accept(
                descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &address.length)
        }
        guard client >= 0 else { return nil }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        _ = fcntl(client, F_SETFL, O_NONBLOCK)
        return (client, address)
    }

    /// Lends the address to C.
    func withPointer<T>(_ body: (UnsafePointer<sockaddr>?, socklen_t) -> T) -> T {
        unsafe withUnsafeBytes(of: storage) { bytes in
            unsafe body(bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, length)
        }
    }

    func connect(_ descriptor: Int32) -> Bool {
        unsafe withUnsafeBytes(of: storage) { bytes in
            unsafe Glibc.connect(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, length) == 0
        }
    }

    static func boundPort(of descriptor: Int32) -> UInt16? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let done = unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            unsafe getsockname(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &length) == 0
        }
        guard done else { return nil }
        // The port follows the family in both layouts.
        return unsafe withUnsafeBytes(of: storage) { unsafe $0.load(fromByteOffset: 2, as: UInt16.self).bigEndian }
    }

    /// The address as text; an IPv4 client of a dual-stack socket is shown as IPv4.
    static func text(of address: UnsafePointer<sockaddr>?) -> String {
        guard let address = unsafe address else { return "" }
        // Read as bytes: which C module owns the fields of `sockaddr` depends on what was imported first.
        let family = unsafe Int32(UnsafeRawPointer(address).load(as: sa_family_t.self))
        let isSix = family == AF_INET6
        guard isSix || family == AF_INET else { return "" }
        let length = isSix ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard unsafe getnameinfo(address, socklen_t(length), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
        else { return "" }
        let numeric = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return numeric.hasPrefix("::ffff:") ? String(numeric.dropFirst(7)) : numeric
    }
}
