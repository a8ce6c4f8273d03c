import Autodiff

/// The body of `PUT /v1/graphs/{name}`: a function, and what its inputs are where a request does not say.
struct GraphRegistration: Decodable, Sendable {
    let function: FunctionSource
    let outputs: [String]?
    /// Defaults, which fix the shapes of their inputs.
    let inputs: [String: Tensor]
    /// The shapes of inputs without a default; of those that are in neither, scalars.
    let shapes: [String: Shape]
    let description: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case graph, expression, outputs, inputs, shapes, description
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a registration")
        let graph = try fields.decodeIfPresent(GraphDocument.self, forKey: .graph)
        let expression = try fields.decodeIfPresent(String.self, forKey: .expression)
        function = try FunctionSource.required(graph: graph, expression: expression, at: decoder.codingPath)
        outputs = try fields.decodeIDs(forKey: .outputs)
        inputs = try fields.decodeInputs(forKey: .inputs)
        shapes = try fields.decodeIfPresent([String: ShapeField].self, forKey: .shapes)?.mapValues(\.shape) ?? [:]
        description = try fields.decodeIfPresent(String.self, forKey: .description)
    }
}

/// A shape: a list of extents.
private struct ShapeField: Decodable {
    let shape: Shape

    init(from decoder: any Decoder) throws {
        let extents = try decoder.singleValueContainer().decode([WireInteger].self).map(\.value)
        guard let shape = Shape(extents) else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "\(extents) is no shape: its extents are 0 or more, and fit memory.")
        }
        self.shape = shape
    }
}
