import FoundationEssentials

extension WireArray {
    /// How a response writes its arrays.
    package enum Format: Sendable {
        /// A number, or nested lists of numbers.
        case lists
        /// The object with base64 bytes of float64; a scalar stays a number, which is a tenth of that size.
        case base64
        /// The object that holds the elements as nested lists, of a scalar as a number, with null for what JSON has no
        /// number for: as Tesseract has it.
        case objectsOfLists
        /// The object with base64 bytes, of a scalar too.
        case objectsOfBase64

        /// Where the choice stands in an encoder's user info.
        static let key = CodingUserInfoKey(rawValue: "WireArray.Format")

        init(in userInfo: [CodingUserInfoKey: any Sendable]) {
            self = Self.key.flatMap { userInfo[$0] as? Format } ?? .lists
        }
    }
}

extension OrderedJSONEncoder {
    /// An encoder that writes arrays in one of the forms of the contract.
    package init(arrays: WireArray.Format) {
        self.init()
        if let key = WireArray.Format.key { userInfo[key] = arrays }
    }
}

extension WireArray: Encodable {
    package func encode(to encoder: any Encoder) throws {
        // `OrderedJSONEncoder` writes arrays by `JSONText.append`; this serves every other encoder, as lists.
        if shape.isEmpty {
            try WireNumber(elements[0]).encode(to: encoder)
            return
        }
        var list = encoder.unkeyedContainer()
        let inner = Array(shape.dropFirst())
        let stride = inner.reduce(1, *)
        for index in 0..<shape[0] {
            try list.encode(WireArray(shape: inner, elements: Array(elements[index * stride..<(index + 1) * stride])))
        }
    }
}

extension JSONText {
    /// Writes an array.
    mutating func append(_ array: WireArray, as format: WireArray.Format) {
        switch format {
        case .lists: append(nested: array, nullForNonFinite: false)
        case .base64 where array.shape.isEmpty: append(number: array.elements[0])
        case .base64, .objectsOfBase64:
            append(object: array, encoding: "base64") { text in
                text.append("\"")
                text.append(json: array.base64)
                text.append("\"")
            }
        case .objectsOfLists:
            append(object: array, encoding: "json") { $0.append(nested: array, nullForNonFinite: true) }
        }
    }

    /// Writes arrays under their names.
    mutating func append(_ map: OrderedMap<WireArray>, as format: WireArray.Format) {
        append("{")
        var isFirst = true
        for (name, array) in map {
            if !isFirst { append(",") }
            isFirst = false
            append(string: name)
            append(":")
            append(array, as: format)
        }
        append("}")
    }

    private mutating func append(object array: WireArray, encoding: String, buffer: (inout JSONText) -> Void) {
        append(json: #"{"object_type":"array","shape":"#)
        append(numbers: array.shape.lazy.map(Double.init))
        append(json: #","dtype":"float64","data":{"buffer":"#)
        buffer(&self)
        append(json: #","encoding":""# + encoding + #""}}"#)
    }

    /// Writes a number or nested lists; what is not finite as null, or as the contract has it.
    private mutating func append(nested array: WireArray, nullForNonFinite: Bool) {
        let isPlain = !nullForNonFinite || array.elements.allSatisfy(\.isFinite)
        if array.shape.isEmpty {
            append(array.elements[0], isPlain: isPlain)
        } else {
            append(nested: array.elements[...], shape: array.shape[...], isPlain: isPlain)
        }
    }

    private mutating func append(nested elements: ArraySlice<Double>, shape: ArraySlice<Int>, isPlain: Bool) {
        let length = shape.first ?? 0
        if shape.count == 1, isPlain {
            append(numbers: elements)
            return
        }
        append("[")
        let stride = length == 0 ? 0 : elements.count / length
        for index in 0..<length {
            if index > 0 { append(",") }
            let start = elements.startIndex + index * stride
            if shape.count == 1 {
                append(elements[start], isPlain: isPlain)
            } else {
                append(nested: elements[start..<start + stride], shape: shape.dropFirst(), isPlain: isPlain)
            }
        }
        append("]")
    }

    private mutating func append(_ number: Double, isPlain: Bool) {
        if isPlain || number.isFinite { append(number: number) } else { append(json: "null") }
    }
}

extension WireArray {
    /// The elements as little-endian float64, in base64.
    fileprivate var base64: String {
        // Gathered in an array: `Data` takes single bytes ten times slower.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(elements.count * 8)
        for element in elements {
            let word = element.bitPattern
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return Data(bytes).base64EncodedString()
    }
}
