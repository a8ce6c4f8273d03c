internal import CMicroHTTPD
internal import CMicroHTTPDShims

/// A running libmicrohttpd, which owns a reference to the core and stops exactly once: when it is consumed.
///
/// Unchecked, because it is two pointers; what is called on them may be called from any thread.
@safe struct Daemon: ~Copyable, @unchecked Sendable {
    private let pointer: OpaquePointer
    private let callbacks: UnsafeMutablePointer<CMicroHTTPDShims_Callbacks>
    private let core: Unmanaged<ServerCore>

    init?(core: ServerCore, listeningOn socket: ListeningSocket) {
        let owned = unsafe Unmanaged.passRetained(core)
        let table = UnsafeMutablePointer<CMicroHTTPDShims_Callbacks>.allocate(capacity: 1)
        unsafe table.initialize(to: MicroHTTP.callbacks(context: owned.toOpaque()))
        let started = unsafe CMicroHTTPDShims_start(socket.descriptor, table, Self.options(core.configuration))
        guard let started = unsafe started else {
            unsafe table.deallocate()
            unsafe owned.release()
            return nil
        }
        unsafe pointer = started
        unsafe callbacks = table
        unsafe self.core = owned
    }

    /// Takes no more connections.
    ///
    /// The listening socket is its owner's again.
    func quiesce() {
        _ = unsafe MHD_quiesce_daemon(pointer)
    }

    /// Takes a connection that was accepted elsewhere, or closes it.
    func add(_ descriptor: Int32, from address: SocketAddress) {
        _ = unsafe address.withPointer { unsafe MHD_add_connection(pointer, descriptor, $0, $1) }
    }

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
        set(.CONNECTION_LIMIT, max(configuration.connectionLimit, configuration.eventThreads))
        set(.CONNECTION_TIMEOUT, max(1, Int(configuration.idleTimeout.components.seconds)))
        set(.THREAD_STACK_SIZE, configuration.stackSize)
        set(.END, 0)
        return unsafe options
    }
}
