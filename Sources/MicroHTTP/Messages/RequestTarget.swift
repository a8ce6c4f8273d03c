/// A request line's target, taken apart and percent-decoded.
///
/// Done here and not by libmicrohttpd, which decodes in place into a C string: there `/healthz%00x` becomes `/healthz`.
package struct RequestTarget: Sendable {
    /// The decoded path, as in `/v1/graphs/a b`.
    package var path: String
    /// The decoded parameters in the order written; one without `=` has an empty value.
    package var query: [(name: String, value: String)] = []

    /// Reads the origin form (`/path?query`), the absolute form that proxies use, and `*`.
    package init(_ raw: String) {
        // Most are paths and nothing else, which are not copied.
        if raw.utf8.span.isPlainPath {
            path = raw
            return
        }
        let bytes = Self.withoutAuthority(raw.utf8[...])
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else {
            path = Self.decode(bytes, plusIsSpace: false)
            return
        }
        path = Self.decode(bytes[..<mark], plusIsSpace: false)
        query = bytes[bytes.index(after: mark)...].split(separator: UInt8(ascii: "&")).map { pair in
            let sign = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            return (
                name: Self.decode(pair[..<sign], plusIsSpace: true),
                value: Self.decode(pair[sign...].dropFirst(), plusIsSpace: true)
            )
        }
    }

    private static func withoutAuthority(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        guard bytes.first != UInt8(ascii: "/") else { return bytes }
        let text = Substring(bytes)
        for scheme in ["http://", "https://"] where String(text.prefix(scheme.count)).isSameToken(as: scheme) {
            let rest = bytes.dropFirst(scheme.utf8.count)
            let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
            guard let end else { return "/".utf8[...] }
            return rest[end] == UInt8(ascii: "/") ? rest[end...] : Substring("/" + Substring(rest[end...])).utf8
        }
        return bytes
    }

    // An escape that is none (`%zz`, a lone `%`) stays as it was written: a path that names nothing is a 404 anyway.
    private static func decode(_ bytes: Substring.UTF8View, plusIsSpace: Bool) -> String {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || plusIsSpace && $0 == UInt8(ascii: "+") }) else {
            return String(Substring(bytes))
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ digits: Substring.UTF8View) -> UInt8? {
        guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        return UInt8(Substring(digits), radix: 16)
    }
}

extension Span<UInt8> {
    /// Whether this is an absolute path without escapes, and nothing behind it.
    fileprivate var isPlainPath: Bool {
        for place in indices where self[place] == UInt8(ascii: "%") || self[place] == UInt8(ascii: "?") { return false }
        return !isEmpty && self[0] == UInt8(ascii: "/")
    }
}
