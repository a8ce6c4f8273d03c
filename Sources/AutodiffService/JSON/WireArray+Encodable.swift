import FoundationEssentials

extension WireArray {
    /// How a response writes its arrays.
    package enum Format: Sendable {
        /// A number, or nested lists of numbers.
        case lists
        /// The object with base64 bytes of float64; a scalar stays a number, which is a tenth of that size.
        case base64

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
        if array.shape.isEmpty {
            append(number: array.elements[0])
        } else if format == .lists {
            append(nested: array.elements[...], shape: array.shape[...])
        } else {
            append(json: #"{"object_type":"array","shape":"#)
            append(numbers: array.shape.lazy.map(Double.init))
            append(json: #","dtype":"float64","data":{"buffer":""#)
            append(json: array.base64)
            append(json: #"","encoding":"base64"}}"#)
        }
    }

    private mutating func append(nested elements: ArraySlice<Double>, shape: ArraySlice<Int>) {
        guard let length = shape.first, shape.count > 1 else {
            append(numbers: elements)
            return
        }
        append("[")
        let stride = length == 0 ? 0 : elements.count / length
        for index in 0..<length {
            if index > 0 { append(",") }
            let start = elements.startIndex + index * stride
            append(nested: elements[start..<start + stride], shape: shape.dropFirst())
        }
        append("]")
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
