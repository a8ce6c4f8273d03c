import Autodiff

/// A function of one's own in a graph document, with its derivatives or without.
struct OwnFunctionDocument: Decodable {
    let parameters: [String]
    let expression: String
    let derivatives: [String: String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case parameters = "params"
        case expression, derivatives
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a function")
        parameters = try fields.decode([String].self, forKey: .parameters)
        expression = try fields.decode(String.self, forKey: .expression)
        derivatives = try fields.decodeIfPresent([String: String].self, forKey: .derivatives)
    }
}

extension KeyedDecodingContainer {
    /// Functions by their names, sorted, since their order says nothing.
    func decodeFunctions(forKey key: Key) throws -> [FunctionDescription] {
        let functions = try decodeIfPresent([String: OwnFunctionDocument].self, forKey: key) ?? [:]
        return functions.sorted { $0.key < $1.key }.map { name, function in
            FunctionDescription(
                name, function.parameters, function.expression, derivatives: function.derivatives ?? [:])
        }
    }
}
