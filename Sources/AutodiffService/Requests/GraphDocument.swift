import Autodiff

/// Section 1a of the contract: a list of nodes.
struct GraphDocument: Decodable, Sendable {
    private enum Form {
        case described(GraphDescription)
        /// Read from a tape, of which it can be described where there is something wrong with it.
        case flat(FlatDocument, JSONTape, place: Int, Dialect)
    }

    private let form: Form

    /// Whether it was read in the fast way.
    var isFlat: Bool { if case .flat = form { true } else { false } }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case functions, nodes, outputs
    }

    init(from decoder: any Decoder) throws { form = .described(try GraphDescription(from: decoder)) }

    /// Reads a graph in the fast way; nothing where it has to be read in the ordinary one.
    init?(_ source: JSONTapeSource, at place: Int) {
        guard let document = FlatGraphReader.read(source, at: place) else { return nil }
        form = .flat(document, source.tape, place: place, source.dialect)
    }

    /// The graph, checked.
    func graph(shapes: [String: Shape], limits: GraphLimits) throws(GraphError) -> Graph {
        switch form {
        case .described(let description): return try description.graph(shapes: shapes, limits: limits)
        case .flat(let document, let tape, let place, let dialect):
            if let graph = Graph(document, shapes: shapes, limits: limits) { return graph }
            let decoder = JSONTapeDecoder(JSONTapeSource(tape, dialect: dialect), at: place)
            // It can be decoded: all that the fast reader leaves out is more than the types ask for.
            let description = (try? GraphDescription(from: decoder)) ?? GraphDescription()
            return try description.graph(shapes: shapes, limits: limits)
        }
    }
}

/// A graph document as it is written.
private struct GraphDescription: Decodable {
    var functions: [FunctionDescription] = []
    var nodes: [NodeDocument] = []
    var outputs: [String]?

    init() {}

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: GraphDocument.CodingKeys.self, in: "a graph")
        functions = try fields.decodeFunctions(forKey: .functions)
        nodes = try fields.decode([NodeDocument].self, forKey: .nodes)
        outputs = try fields.decodeIDs(forKey: .outputs)
    }

    func graph(shapes: [String: Shape], limits: GraphLimits) throws(GraphError) -> Graph {
        try Graph(
            functions: functions, nodes: nodes.map(\.description), outputs: outputs, shapes: shapes, limits: limits)
    }
}

/// A node of a graph document.
struct NodeDocument: Decodable, Sendable {
    let description: NodeDescription

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, op, args, value, shape
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        // What else there is, the op has to know.
        let others = try decoder.container(keyedBy: AnyKey.self)
        var attributes: [String: AttributeValue] = [:]
        // Sorted, because Foundation gives them in an order that changes from run to run.
        for key in others.allKeys.filter({ CodingKeys(stringValue: $0.stringValue) == nil })
            .sorted(by: { $0.stringValue < $1.stringValue })
        {
            attributes[key.stringValue] = try others.decode(AttributeDocument.self, forKey: key).value
        }
        if let extents = try fields.decodeIfPresent([WireInteger].self, forKey: .shape) {
            attributes[CodingKeys.shape.stringValue] = .integers(extents.map(\.value))
        }
        description = NodeDescription(
            try fields.decode(String.self, forKey: .id), try fields.decode(String.self, forKey: .op),
            try fields.decodeIfPresent([ArgumentDocument].self, forKey: .args)?.map(\.argument) ?? [],
            value: try fields.decodeIfPresent(WireArray.self, forKey: .value)?.tensor,
            attributes: Attributes(attributes))
    }
}

/// An attribute of a node: a number, a list of numbers, true or false, a word, or null.
struct AttributeDocument: Decodable {
    let value: AttributeValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let numbers = try? container.decode([Double].self) {
            value = .numbers(numbers)
        } else if container.decodeNil() {
            value = .none
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "An attribute is a number, a list of numbers, true, false or a word, not \(decoder.foundKind).")
        }
    }
}

/// An operand of a node: an id or a number.
private struct ArgumentDocument: Decodable {
    let argument: NodeDescription.Argument

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let id = try? container.decode(String.self) {
            argument = .id(id)
        } else if let number = try? container.decode(Double.self) {
            argument = .number(number)
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "An argument is the id of a node or a number, not \(decoder.foundKind).")
        }
    }
}

extension WireArray {
    /// The array as the engine takes it.
    var tensor: Tensor? { Shape(shape).flatMap { Tensor(shape: $0, elements: elements) } }

    /// The array of the engine as it is written.
    init(_ tensor: Tensor) { self.init(shape: tensor.shape.extents, elements: tensor.elements) }
}
