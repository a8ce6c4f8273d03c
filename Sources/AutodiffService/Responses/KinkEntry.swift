import Autodiff

/// A node of which a convention decided the derivative.
struct KinkEntry: Encodable, Sendable {
    let node: String?
    let op: String
    let edge: String
    let convention: String?
    let count: Int?
    let element: Int?
    let point: Int?
    let points: Int?

    init(_ kink: Kink) {
        node = kink.node
        op = kink.op.name
        edge = kink.edge.rawValue
        convention = kink.convention
        count = kink.count
        element = kink.element
        point = kink.point
        points = kink.points
    }
}
