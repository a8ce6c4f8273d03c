import Glibc
import MicroHTTP
import Testing

@Suite struct `Termination signals` {
    @Test(arguments: [SIGTERM, SIGINT]) func `are waited for`(number: Int32) {
        // A thread of its own, because what is blocked belongs to a thread and the others are not ours.
        let received = concurrently(1) { _ in
            blockTerminationSignals()
            raise(number)
            return waitForTerminationSignal()
        }
        #expect(received == [number])
    }
}
