import Autodiff

/// Reads a graph from a tape, its names resolved on the way.
///
/// It gives up where there is anything that the engine would have to say something about, and on functions of one's own.
struct FlatGraphReader: ~Copyable {
    private let source: JSONTapeSource
    private let tape: JSONTape
    private var document = FlatDocument()
    /// The ids, and the nodes that they are of.
    private var ids: PlainList<JSONTape.Entry>
    private var named: PlainList<NodeIndex>
    private var nodes: PlainList<FlatDocument.Node>
    /// The operands of all nodes: names, to be looked up when all are known, and for each number the place of its node.
    private var arguments: PlainList<JSONTape.Entry>
    private var opNames = NameTable(capacity: 16)
    private var ops: [Op] = []

    /// Reads the graph at a place.
    static func read(_ source: JSONTapeSource, at place: Int) -> FlatDocument? {
        guard let (list, outputs) = fields(of: place, source.tape) else { return nil }
        let count = source.tape[list].count
        var reader = FlatGraphReader(source, capacity: count)
        var node = list + 1
        for _ in 0..<count {
            guard let next = reader.read(nodeAt: node) else { return nil }
            node = next
        }
        guard reader.resolve(outputsAt: outputs) else { return nil }
        return reader.document
    }

    private init(_ source: JSONTapeSource, capacity: Int) {
        self.source = source
        tape = source.tape
        ids = PlainList(capacity: capacity)
        named = PlainList(capacity: capacity)
        nodes = PlainList(capacity: capacity)
        arguments = PlainList(capacity: 2 * capacity)
    }

    /// Where the nodes and the outputs are, if nothing else is.
    private static func fields(of place: Int, _ tape: JSONTape) -> (nodes: Int, outputs: Int?)? {
        guard tape[place].isKind(.object) else { return nil }
        var nodes: Int?
        var outputs: Int?
        var key = place + 1
        while key < tape[place].end {
            if tape.isEqual(tape[key], "nodes") {
                nodes = key + 1
            } else if tape.isEqual(tape[key], "outputs") {
                if !tape[key + 1].isKind(.null) { outputs = key + 1 }
            } else {
                return nil
            }
            key = tape.end(of: key + 1)
        }
        guard let nodes, tape[nodes].isKind(.array) else { return nil }
        return (nodes, outputs)
    }

    /// Reads a node; the place behind it.
    private mutating func read(nodeAt place: Int) -> Int? {
        let object = tape[place]
        guard object.isKind(.object) else { return nil }
        var id: JSONTape.Entry?
        var op: JSONTape.Entry?
        var number: Int?
        var isDetailed = false
        var key = place + 1
        while key < object.end {
            let value = tape[key + 1]
            switch NodeField(tape[key], tape) {
            case .id where value.isKind(.string): id = value
            case .op where value.isKind(.string): op = value
            case .args where value.isKind(.array):
                guard read(argumentsAt: key + 1) else { return nil }
                key = value.end
                continue
            case .args where value.isKind(.null): break
            case .value where value.isNumber: number = key + 1
            case .value, .other: isDetailed = isDetailed || !value.isKind(.null)
            case .id, .op, .args: return nil
            }
            key = tape.end(of: key + 1)
        }
        guard let id, let op, tape.isID(id), let known = self.op(op) else { return nil }
        ids.append(id)
        named.append(NodeIndex(truncatingIfNeeded: nodes.count))
        if isDetailed {
            guard let detail = detail(of: place) else { return nil }
            append(known, .detailed, at: document.details.count)
            document.details.append(detail)
        } else if let number {
            guard known == .input || known == .constant else { return nil }
            append(known, .number, at: document.numbers.count)
            document.numbers.append(tape.number(at: number))
        } else {
            append(known, .plain)
        }
        return object.end
    }

    private mutating func append(_ op: Op, _ form: FlatDocument.Form, at place: Int = 0) {
        nodes.append(FlatDocument.Node(op, form, operandEnd: arguments.count, at: place))
    }

    /// Reads the operands of a node: numbers become nodes before it.
    private mutating func read(argumentsAt place: Int) -> Bool {
        let end = tape[place].end
        let first = arguments.count
        var argument = place + 1
        while argument < end {
            let entry = tape[argument]
            if entry.isKind(.string) {
                arguments.append(entry)
                argument += 1
            } else if entry.isNumber {
                arguments.append(JSONTape.Entry(.number, place: nodes.count))
                nodes.append(
                    FlatDocument.Node(.constant, .argument, operandEnd: first, at: document.numbers.count))
                document.numbers.append(tape.number(at: argument))
                argument += 2
            } else {
                return false
            }
        }
        return true
    }

    /// Reads what only some nodes have: a value, and attributes.
    private func detail(of place: Int) -> FlatDocument.Detail? {
        var value: Tensor?
        var attributes: [String: AttributeValue] = [:]
        var key = place + 1
        while key < tape[place].end {
            defer { key = tape.end(of: key + 1) }
            let entry = tape[key]
            guard NodeField(entry, tape).isDetail, !tape[key + 1].isKind(.null) else { continue }
            if NodeField(entry, tape) == .value {
                guard let array = try? source.value(WireArray.self, at: key + 1) else { return nil }
                value = array.tensor
            } else if tape.isEqual(entry, "shape") {
                guard let extents = try? source.value([WireInteger].self, at: key + 1) else { return nil }
                attributes["shape"] = .integers(extents.map(\.value))
            } else {
                guard let attribute = try? source.value(AttributeDocument.self, at: key + 1) else { return nil }
                attributes[tape.text(entry)] = attribute.value
            }
        }
        return FlatDocument.Detail(value: value, attributes: Attributes(attributes))
    }

    /// Looks up the names of operands and outputs, now that all are known.
    private mutating func resolve(outputsAt place: Int?) -> Bool {
        guard let names = tape.table(of: ids) else { return false }
        let isMoved = named.count < nodes.count
        document.operands = [NodeIndex](capacity: arguments.count) { operands in
            for place in 0..<arguments.count {
                let argument = arguments[place]
                if argument.isKind(.string) {
                    guard let name = tape.number(of: argument, in: names) else { return }
                    operands.append(isMoved ? named[name] : NodeIndex(truncatingIfNeeded: name))
                } else {
                    operands.append(NodeIndex(truncatingIfNeeded: argument.start))
                }
            }
        }
        guard document.operands.count == arguments.count, read(outputsAt: place, names) else { return false }
        document.names = NameList(tape.texts(ids), of: named.array)
        document.nodes = nodes.array
        return true
    }

    private mutating func read(outputsAt place: Int?, _ names: NameTable) -> Bool {
        guard let place else { return true }
        guard tape[place].isKind(.array) else { return false }
        var outputs: [NodeIndex] = []
        var seen: Set<Int> = []
        for element in place + 1..<place + 1 + tape[place].count {
            guard tape[element].isKind(.string), let name = tape.number(of: tape[element], in: names),
                seen.insert(name).inserted
            else { return false }
            outputs.append(named[name])
        }
        document.outputs = outputs
        return true
    }

    /// The op of a name, which is looked up once in a graph.
    private mutating func op(_ name: JSONTape.Entry) -> Op? {
        let number = tape.number(of: name, in: &opNames)
        if number < ops.count { return ops[number] }
        guard let op = Op.named(tape.text(name)) else { return nil }
        ops.append(op)
        return op
    }
}

/// The fields that most nodes have.
private enum NodeField {
    case id, op, args, value, other

    @inline(__always)
    init(_ key: JSONTape.Entry, _ tape: JSONTape) {
        guard key.count <= 5 else {
            self = .other
            return
        }
        switch tape.firstWord(key) {
        case 0x6469: self = .id
        case 0x706F: self = .op
        case 0x7367_7261: self = .args
        case 0x65_756C_6176: self = .value
        default: self = .other
        }
    }

    /// Whether only some nodes have it.
    var isDetail: Bool { self == .value || self == .other }
}
