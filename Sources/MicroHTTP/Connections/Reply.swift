internal import CMicroHTTPD

/// A response in libmicrohttpd's hands: built once, queued once, released when its owner is gone.
@safe struct Reply: ~Copyable {
    fileprivate(set) var pointer: OpaquePointer

    /// Copies the body: one `memcpy` costs less than keeping a Swift array alive from C.
    init?(body: [UInt8]) {
        let made = unsafe body.withUnsafeBytes { bytes in
            unsafe MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
        }
        guard let made = unsafe made else { return nil }
        unsafe pointer = made
    }

    deinit {
        unsafe MHD_destroy_response(pointer)
    }

    /// Adds a header field; whether it was one.
    func add(_ name: String, _ value: String) -> Bool {
        guard name.isToken, value.isFieldValue else { return false }
        // The library refuses an empty value; HTTP does not, and one says no more than the field's absence.
        if value.isEmpty { return true }
        // By hand, as Swift would copy both to the heap.
        return unsafe name.withCString { name in
            unsafe value.withCString { value in unsafe MHD_add_response_header(pointer, name, value) == .YES }
        }
    }
}
