internal import CMicroHTTPD
internal import CMicroHTTPDShims

/// A connection of libmicrohttpd, by the few verbs used on it.
///
/// Unchecked, because it is a pointer. A worker may call `resume()` on it and nothing else; it stays valid as long as
/// the connection is suspended, which one `resume()` ends.
@safe struct ConnectionHandle: @unchecked Sendable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    /// What the connection callback stored when the connection began.
    var context: Connection? {
        guard let context = unsafe CMicroHTTPDShims_context(pointer) else { return nil }
        return unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
    }

    var descriptor: Int32 { unsafe CMicroHTTPDShims_socket(pointer) }

    var peer: String { unsafe SocketAddress.text(of: CMicroHTTPDShims_address(pointer)) }

    /// What is read of the header fields of a request.
    struct Head {
        var fields = HTTPFields()
        /// Whether a line of them was folded.
        var isFolded = false
        var check: PlainHead
    }

    /// Reads the header fields of the request being read.
    func head(method: String, target: String) -> Head {
        var head = Head(check: PlainHead(method: method, target: target))
        // As many as most clients send.
        head.fields.reserveCapacity(8)
        _ = unsafe withUnsafeMutablePointer(to: &head) { head in
            unsafe MHD_get_connection_values_n(pointer, .HEADER_KIND, appendField, head)
        }
        return head
    }

    func suspend() {
        unsafe MHD_suspend_connection(pointer)
    }

    func resume() {
        unsafe MHD_resume_connection(pointer)
    }

    /// Hands over the answer to the request being read; whether libmicrohttpd took it.
    func queue(_ response: borrowing Reply, status: Int) -> Bool {
        unsafe MHD_queue_response(pointer, UInt32(status), response.pointer) == .YES
    }
}

private let appendField: MHD_KeyValueIteratorN = { context, _, name, nameLength, value, valueLength in
    guard let context = unsafe context, let name = unsafe name else { return .NO }
    let head = unsafe context.assumingMemoryBound(to: ConnectionHandle.Head.self)
    let nameBytes = unsafe UnsafeRawBufferPointer(start: name, count: nameLength).assumingMemoryBound(to: UInt8.self)
    let valueBytes = unsafe UnsafeRawBufferPointer(start: value, count: value == nil ? 0 : valueLength)
        .assumingMemoryBound(to: UInt8.self)
    // Bytes that are no UTF-8 become U+FFFD: a header from outside may hold anything.
    unsafe head.pointee.fields.append(
        String(decoding: nameBytes, as: UTF8.self), String(decoding: valueBytes, as: UTF8.self))
    unsafe head.pointee.check.append(nameBytes.span, valueBytes.span)
    // A continuation line ends up behind the *name*, in a copy made after the line: `A: b` and ` c` become `Ac: b`.
    // Only the copy's place tells; a name that was not copied stands before its value.
    if let value = unsafe value, unsafe value < name { unsafe head.pointee.isFolded = true }
    return .YES
}
