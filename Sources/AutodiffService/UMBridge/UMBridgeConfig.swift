import Autodiff

/// What a request may say of the form of a model: `{"split": true, "f": 2.0}`.
struct UMBridgeConfig: Decodable, Sendable {
    /// Whether each input and output is a vector of its own.
    var split = false
    /// What is bound to inputs, which then are in no vector.
    var inputs: [String: Tensor] = [:]

    static let split = "split"

    /// The configuration of a request that gives none.
    init() {}

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        // Sorted, because Foundation gives them in an order that changes from run to run.
        for key in fields.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            if try fields.decodeNil(forKey: key) { continue }
            // A number under the same name binds an input that is called so.
            if key.stringValue == Self.split, let flag = try? fields.decode(Bool.self, forKey: key) {
                split = flag
            } else {
                inputs[key.stringValue] = try fields.decode(WireArray.self, forKey: key).tensor
            }
        }
    }
}
