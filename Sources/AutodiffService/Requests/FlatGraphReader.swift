import Autodiff

/// Reads a graph from a tape, its names resolved on the way.
///
/// It gives up where there is anything that the engine would have to say something about, and on functions of one's own.
struct FlatGraphReader {
    private let source: JSONTapeSource
    private let tape: JSONTape
    private(set) var document = FlatDocument()
    private var names: NameTable
    /// The nodes of names, by the numbers of those; -1 where there is none yet.
    private var nodes: [Int32] = []
    /// Whether each name has come up as that of a node first, so that its number is the place of its node.
    private var areNamesNodes = true
    private var opNames = NameTable(capacity: 16)
    private var ops: [Op] = []

    /// Reads the graph at a place.
    init?(_ source: JSONTapeSource, at place: Int) {
        self.source = source
        tape = source.tape
        guard let (list, outputs) = Self.fields(of: place, tape) else { return nil }
        let count = tape[list].count
        names = NameTable(capacity: count)
        nodes.reserveCapacity(count)
        document.reserveCapacity(count)
        var node = list + 1
        for index in 0..<count {
            guard let next = read(nodeAt: node, index) else { return nil }
            node = next
        }
        guard resolve(), read(outputsAt: outputs) else { return nil }
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
    private mutating func read(nodeAt place: Int, _ index: Int) -> Int? {
        let object = tape[place]
        guard object.isKind(.object) else { return nil }
        var id: JSONTape.Entry?
        var op: JSONTape.Entry?
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
            case .other: isDetailed = isDetailed || !value.isKind(.null)
            case .id, .op, .args: return nil
            }
            key = tape.end(of: key + 1)
        }
        guard let id, let op, tape.isID(id), let known = self.op(op) else { return nil }
        let name = number(of: id)
        guard nodes[name] < 0 else { return nil }
        nodes[name] = Int32(index)
        areNamesNodes = areNamesNodes && name == index
        document.ids.append(tape.text(id))
        if isDetailed, !read(detailOf: place) { return nil }
        document.nodes.append(
            FlatDocument.Node(
                known, operandEnd: document.operands.count, detail: isDetailed ? document.details.count - 1 : nil))
        return object.end
    }

    /// Reads the operands of a node: names as their numbers, to be resolved when all are known.
    private mutating func read(argumentsAt place: Int) -> Bool {
        var argument = place + 1
        for _ in 0..<tape[place].count {
            let entry = tape[argument]
            if entry.isKind(.string) {
                document.operands.append(Int32(number(of: entry)))
                argument += 1
            } else if entry.isNumber {
                document.operands.append(~Int32(document.numbers.count))
                document.numbers.append(tape.number(at: argument))
                argument += 2
            } else {
                return false
            }
        }
        return true
    }

    /// Reads what only some nodes have: a value, and attributes.
    private mutating func read(detailOf place: Int) -> Bool {
        var value: Tensor?
        var attributes: [String: AttributeValue] = [:]
        var key = place + 1
        while key < tape[place].end {
            defer { key = tape.end(of: key + 1) }
            let entry = tape[key]
            guard NodeField(entry, tape) == .other, !tape[key + 1].isKind(.null) else { continue }
            if tape.isEqual(entry, "value") {
                guard let array = try? source.value(WireArray.self, at: key + 1) else { return false }
                value = array.tensor
            } else if tape.isEqual(entry, "shape") {
                guard let extents = try? source.value([WireInteger].self, at: key + 1) else { return false }
                attributes["shape"] = .integers(extents.map(\.value))
            } else {
                guard let attribute = try? source.value(AttributeDocument.self, at: key + 1) else { return false }
                attributes[tape.text(entry)] = attribute.value
            }
        }
        document.details.append(FlatDocument.Detail(value: value, attributes: Attributes(attributes)))
        return true
    }

    /// Puts nodes in the place of names.
    private mutating func resolve() -> Bool {
        if areNamesNodes, names.count == document.nodes.count { return true }
        for place in document.operands.indices {
            let name = Int(document.operands[place])
            guard name >= 0 else { continue }
            guard nodes[name] >= 0 else { return false }
            document.operands[place] = nodes[name]
        }
        return true
    }

    private mutating func read(outputsAt place: Int?) -> Bool {
        guard let place else { return true }
        guard tape[place].isKind(.array) else { return false }
        var outputs: [Int32] = []
        var seen: Set<Int32> = []
        for element in place + 1..<place + 1 + tape[place].count {
            guard tape[element].isKind(.string) else { return false }
            let name = number(of: tape[element])
            guard nodes[name] >= 0, seen.insert(nodes[name]).inserted else { return false }
            outputs.append(nodes[name])
        }
        document.outputs = outputs
        return true
    }

    private mutating func number(of name: JSONTape.Entry) -> Int {
        let number = tape.number(of: name, in: &names)
        if number == nodes.count { nodes.append(-1) }
        return number
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
    case id, op, args, other

    @inline(__always)
    init(_ key: JSONTape.Entry, _ tape: JSONTape) {
        guard key.count <= 4 else {
            self = .other
            return
        }
        switch tape.firstWord(key) {
        case 0x6469: self = .id
        case 0x706F: self = .op
        case 0x7367_7261: self = .args
        default: self = .other
        }
    }
}
