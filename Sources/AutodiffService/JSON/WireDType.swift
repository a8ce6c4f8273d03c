import Autodiff

/// The element types in which an encoded array may hold its numbers, row-major and little-endian.
///
/// All are widened to double; integers beyond 2^53 are rounded by that.
enum WireDType: String, CaseIterable, Sendable {
    case float64, float32, float16
    case int8, int16, int32, int64
    case uint8, uint16, uint32, uint64
    case bool

    /// The type of a name that stands at a place in a request.
    init(named name: String, at path: [any CodingKey]) throws(FieldError) {
        guard let type = Self(rawValue: name) else {
            let known = Self.allCases.map(\.rawValue)
            throw FieldError(
                .invalidRequest, at: path,
                "The dtype '\(name.shortened)' is unknown; the known ones are \(known.joined(separator: ", ")).",
                suggestion: nearestName(to: name, among: known))
        }
        self = type
    }

    /// How many bytes one element takes.
    var width: Int {
        switch self {
        case .float64, .int64, .uint64: 8
        case .float32, .int32, .uint32: 4
        case .float16, .int16, .uint16: 2
        case .int8, .uint8, .bool: 1
        }
    }

    /// The elements that `bytes` hold; a rest that is no whole element is left out.
    func elements(of bytes: [UInt8]) -> [Double] {
        switch self {
        case .float64: widen(bytes) { Double(bitPattern: $0) }
        case .float32: widen(bytes) { Double(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) }
        case .float16: widen(bytes) { Double(Float16(bitPattern: UInt16(truncatingIfNeeded: $0))) }
        case .int8: widen(bytes) { Double(Int8(truncatingIfNeeded: $0)) }
        case .int16: widen(bytes) { Double(Int16(truncatingIfNeeded: $0)) }
        case .int32: widen(bytes) { Double(Int32(truncatingIfNeeded: $0)) }
        case .int64: widen(bytes) { Double(Int64(truncatingIfNeeded: $0)) }
        case .uint8, .uint16, .uint32, .uint64: widen(bytes) { Double($0) }
        case .bool: widen(bytes) { $0 == 0 ? 0 : 1 }
        }
    }

    /// Gathers the bytes of each element into one word and hands it to `convert`.
    private func widen(_ bytes: [UInt8], by convert: (UInt64) -> Double) -> [Double] {
        let width = width
        return (0..<bytes.count / width).map { element in
            var word: UInt64 = 0
            for byte in 0..<width { word |= UInt64(bytes[element * width + byte]) << (8 * UInt64(byte)) }
            return convert(word)
        }
    }
}
