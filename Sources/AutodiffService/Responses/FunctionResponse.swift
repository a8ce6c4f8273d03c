import Autodiff

/// An answer about a function, which may tell where it is not smooth and how long it took.
protocol FunctionResponse: Encodable {
    var kinks: [KinkEntry]? { get set }
    var timings: Timings? { get set }
}

/// What is answered for directions: a map for a single one, a list of maps for a list.
enum DirectionalResult: Encodable, Sendable {
    case one(OrderedMap<WireArray>)
    case list([OrderedMap<WireArray>])

    init(_ products: [[NamedTensor]], for directions: Directions) {
        let maps = products.map { OrderedMap($0) }
        self = directions.isList ? .list(maps) : .one(maps.first ?? OrderedMap())
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .one(let map): try map.encode(to: encoder)
        case .list(let maps): try maps.encode(to: encoder)
        }
    }
}

extension OrderedMap<OrderedMap<WireArray>> {
    init(_ rows: [DerivativeRow]) {
        self.init(rows.lazy.map { ($0.name, OrderedMap<WireArray>($0.derivatives)) })
    }
}
