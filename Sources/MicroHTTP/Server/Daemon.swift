internal import CMicroHTTPD
internal import CMicroHTTPDShims

/// A running libmicrohttpd, which owns a reference to the core and stops exactly once: when it is consumed.
///
/// Unchecked, because it is two pointers; what is called on them may be called from any thread.
@safe struct Daemon: ~Copyable, @unchecked Sendable {
    private let pointer: OpaquePointer
    private let callbacks: UnsafeMutablePointer<CMicroHTTPDShims_Callbacks>
    private let core: Unmanaged<ServerCore>

    /// Where connections come in, as long as the daemon runs.
    @safe struct Entrance: @unchecked Sendable {
        fileprivate let pointer: OpaquePointer

        /// Takes a connection that was accepted elsewhere, or closes it; whether it was taken.
        func add(_ descriptor: Int32, from address: SocketAddress) -> Bool {
            unsafe address.withPointer { unsafe MHD_add_connection(pointer, descriptor, $0, $1) == .YES }
        }
    }

    /// Starts one that listens nowhere.
    init?(core: ServerCore) {
        let owned = unsafe Unmanaged.passRetained(core)
        let table = UnsafeMutablePointer<CMicroHTTPDShims_Callbacks>.allocate(capacity: 1)
        unsafe table.initialize(to: MicroHTTP.callbacks(context: owned.toOpaque()))
        let started = unsafe CMicroHTTPDShims_start(table, Self.options(core.configuration))
        guard let started = unsafe started else {
            unsafe table.deallocate()
            unsafe owned.release()
            return nil
        }
        unsafe pointer = started
        unsafe callbacks = table
        unsafe self.core = owned
    }

    /// Where connections come in.
    var entrance: Entrance { unsafe Entrance(pointer: pointer) }

    /// Ends the threads and closes the connections.
    ///
    /// Nothing may be suspended: the library aborts the process over it.
    consuming func stop() {}

    deinit {
        unsafe MHD_stop_daemon(pointer)
        unsafe callbacks.deallocate()
        unsafe core.release()
    }

    // The connection's memory stays at its default of 32 KiB: it is wiped after every request, and twice as much
    // halves the throughput.
    private static func options(_ configuration: HTTPConfiguration) -> [MHD_OptionItem] {
        var options: [MHD_OptionItem] = unsafe []
        func set(_ option: MHD_OPTION, _ value: Int) {
            unsafe options.append(MHD_OptionItem(option: option, value: value, ptr_value: nil))
        }
        // A pool of one is an error to the library; one thread is what there is without the option.
        if configuration.eventThreads > 1 { set(.THREAD_POOL_SIZE, configuration.eventThreads) }
        // The library divides the limit among its threads, and hangs up on whom one thread has no room for. The acceptor
        // keeps the limit for all; each thread has room for as many.
        set(.CONNECTION_LIMIT, configuration.connectionLimit * configuration.eventThreads)
        set(.CONNECTION_TIMEOUT, max(1, Int(configuration.idleTimeout.components.seconds)))
        set(.THREAD_STACK_SIZE, configuration.stackSize)
        set(.END, 0)
        return unsafe options
    }
}
