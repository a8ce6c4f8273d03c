internal import CMicroHTTPD
internal import CMicroHTTPDShims
import Synchronization

// What libmicrohttpd calls, on its own threads. Kept at the top of a file of their own: a closure within anything that
// is bound to an actor would be bound to it too, and trap here.

/// The functions, with the core as their context, which has to be retained as long as they may be called.
func callbacks(context: UnsafeMutableRawPointer) -> CMicroHTTPDShims_Callbacks {
    unsafe CMicroHTTPDShims_Callbacks(
        context: context, log: log, connection: notifyConnection, target: readTarget, access: access,
        completed: notifyCompleted)
}

private func core(_ context: UnsafeMutableRawPointer) -> ServerCore {
    unsafe Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
}

private let log: CMicroHTTPDShims_LogSink = { context, message in
    guard let context = unsafe context, let message = unsafe message else { return }
    unsafe core(context).log(.warning, String(cString: message))
}

private let notifyConnection: MHD_NotifyConnectionCallback = { context, pointer, slot, code in
    guard let context = unsafe context, let pointer = unsafe pointer, let slot = unsafe slot else { return }
    let core = unsafe core(context)
    switch code {
    case .CONNECTION_NOTIFY_STARTED:
        let handle = unsafe ConnectionHandle(pointer)
        let connection = Connection(descriptor: handle.descriptor, peer: handle.peer)
        unsafe slot.pointee = Unmanaged.passRetained(connection).toOpaque()
        core.connections.insert(connection)
        core.counters.accepted.add(1, ordering: .relaxed)
    case .CONNECTION_NOTIFY_CLOSED:
        guard let stored = unsafe slot.pointee else { return }
        unsafe slot.pointee = nil
        core.connections.remove(unsafe Unmanaged<Connection>.fromOpaque(stored).takeRetainedValue())
    }
}

private let readTarget: CMicroHTTPDShims_TargetCallback = { context, target, pointer in
    guard let context = unsafe context, let target = unsafe target, let pointer = unsafe pointer,
        let connection = unsafe ConnectionHandle(pointer).context
    else { return nil }
    let exchange = unsafe Exchange(core: core(context), connection: connection, target: String(cString: target))
    return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

private let access: MHD_AccessHandlerCallback = { _, pointer, _, method, version, data, size, slot in
    guard let pointer = unsafe pointer, let size = unsafe size, let stored = unsafe slot?.pointee,
        let method = unsafe method, let version = unsafe version
    else { return .NO }
    let exchange = unsafe Unmanaged<Exchange>.fromOpaque(stored).takeUnretainedValue()
    let handle = unsafe ConnectionHandle(pointer)
    let verdict: Exchange.Verdict
    if !exchange.hasHead {
        verdict = unsafe exchange.open(
            method: String(cString: method), version: String(cString: version), on: handle)
    } else if unsafe size.pointee > 0 {
        verdict = unsafe exchange.receive(UnsafeRawBufferPointer(start: data, count: size.pointee))
        unsafe size.pointee = 0
    } else {
        verdict = exchange.complete(on: handle)
    }
    return verdict == .carryOn ? .YES : .NO
}

private let notifyCompleted: MHD_RequestCompletedCallback = { _, _, slot, _ in
    guard let slot = unsafe slot, let stored = unsafe slot.pointee else { return }
    unsafe slot.pointee = nil
    unsafe Unmanaged<Exchange>.fromOpaque(stored).takeRetainedValue().finish()
}
