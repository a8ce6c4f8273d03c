import Synchronization

/// The templates of requests that come again with other numbers, within a budget of memory.
package final class ResponseTemplates: Sendable {
    /// What is known of a skeleton.
    private enum Entry: Sendable {
        case template(ResponseTemplate)
        /// Its answers depend on the numbers in more than numbers, or it is refused.
        case hopeless
    }

    private let cache: ProgramCache<Entry>
    /// The hashes of skeletons that came once: a new one takes the place of an old one, which then has to come twice again.
    private let seen = Mutex([Int](repeating: 0, count: 4096))
    private let hitCount = Atomic(0)
    private let missCount = Atomic(0)
    /// Whether there is room for any.
    let isEnabled: Bool

    /// Makes an empty cache.
    ///
    /// - Parameter capacity: The bytes that skeletons and templates may take together; with 0 there are none.
    package init(capacity: Int) {
        isEnabled = capacity > 0
        cache = ProgramCache(capacity: capacity, shardCount: 4)
    }

    /// The template of a request.
    package subscript(key: ProgramKey) -> ResponseTemplate? {
        guard case .template(let template)? = cache.value(for: key) else { return nil }
        return template
    }

    /// Whether the template of a request should be learned: when it comes for the second time.
    package func isToLearn(_ key: ProgramKey) -> Bool {
        if cache.value(for: key) != nil { return false }
        return seen.withLock { seen in
            let place = key.hash & (seen.count - 1)
            defer { seen[place] = key.hash }
            return seen[place] == key.hash
        }
    }

    /// Keeps what was learned, be it that there is nothing to learn.
    package func keep(_ template: ResponseTemplate?, for key: ProgramKey) {
        cache.insert(
            template.map { .template($0) } ?? .hopeless, for: key, byteCount: 256 + (template?.byteCount ?? 0))
    }

    /// Lets a request come twice again before its template is learned.
    func forget(_ key: ProgramKey) { seen.withLock { $0[key.hash & ($0.count - 1)] = ~key.hash } }

    func countHit() { hitCount.add(1, ordering: .relaxed) }
    func countMiss() { missCount.add(1, ordering: .relaxed) }

    /// How many requests were answered by a template.
    package var hits: Int { hitCount.load(ordering: .relaxed) }
    /// How many requests of the kinds that have templates were answered in the ordinary way.
    package var misses: Int { missCount.load(ordering: .relaxed) }
    /// How much memory the skeletons and templates take.
    package var byteCount: Int { cache.byteCount }
    /// How many skeletons are known.
    package var count: Int { cache.count }
}
