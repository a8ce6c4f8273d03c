import Autodiff
import FoundationEssentials

/// An array as an object that names its shape and dtype and holds the elements as base64 or as nested lists.
struct EncodedArray: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case objectType = "object_type"
        case shape, dtype, data
    }

    struct Payload: Decodable {
        enum CodingKeys: String, CodingKey, CaseIterable { case buffer, encoding }

        enum Buffer {
            case base64(String)
            case json(WireArray)
            case flags([Bool])
        }

        let buffer: Buffer
        let path: [any CodingKey]

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "the data of an encoded array")
            path = decoder.codingPath + [CodingKeys.buffer]
            switch try fields.decode(String.self, forKey: .encoding) {
            case "base64": buffer = .base64(try fields.decode(String.self, forKey: .buffer))
            case "json": buffer = try fields.decode(Lists.self, forKey: .buffer).buffer
            case let other:
                throw FieldError(
                    .invalidRequest, at: decoder.codingPath + [CodingKeys.encoding],
                    "The encoding '\(other.shortened)' is unknown; an array is encoded as \"base64\" or as \"json\".",
                    suggestion: nearestName(to: other, among: ["base64", "json"]))
            }
        }
    }

    let shape: [Int]
    let dtype: WireDType
    let payload: Payload
    /// Whether nested lists may be written as one.
    private let mayBeFlat: Bool

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an encoded array")
        let objectType = try fields.decodeIfPresent(String.self, forKey: .objectType) ?? "array"
        guard objectType == "array" else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath + [CodingKeys.objectType],
                "The object_type of an encoded array is \"array\" but here it is '\(objectType.shortened)'.")
        }
        shape = try fields.decode([WireInteger].self, forKey: .shape).map(\.value)
        guard WireArray.count(of: shape) != nil else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath + [CodingKeys.shape],
                """
                A shape is a list of at most \(WireArray.maximumRank) axis lengths, none of them negative, for an array that \
                fits in memory.
                """)
        }
        let name = try fields.decode(String.self, forKey: .dtype)
        dtype = try WireDType(named: name, at: decoder.codingPath + [CodingKeys.dtype])
        payload = try fields.decode(Payload.self, forKey: .data)
        mayBeFlat = decoder.dialect == .tesseract
    }

    /// The array, its elements widened to double; throws where the buffer does not hold what shape and dtype say.
    func decoded() throws(FieldError) -> WireArray {
        switch payload.buffer {
        case .flags(let flags):
            guard dtype == .bool else {
                throw FieldError(
                    .invalidRequest, at: payload.path, "An array of \(dtype) holds numbers, but this buffer booleans.")
            }
            return try fitted(WireArray(flags.map { $0 ? 1 : 0 }))
        case .json(let array):
            return try fitted(array)
        case .base64(let text):
            guard let bytes = Data(base64Encoded: text) else {
                throw FieldError(
                    .invalidRequest, at: payload.path, "The buffer is not base64 (RFC 4648, with padding).")
            }
            // Divided, not multiplied: the product of a hostile shape and the width may overflow.
            guard bytes.count % dtype.width == 0, bytes.count / dtype.width == WireArray.count(of: shape) else {
                throw FieldError(
                    .shapeMismatch, at: payload.path,
                    """
                    The buffer holds \(bytes.count) bytes, which are not the elements of an array of shape \(shape) \
                    with \(dtype.width) byte\(dtype.width == 1 ? "" : "s") each.
                    """)
            }
            return WireArray(shape: shape, elements: dtype.elements(of: [UInt8](bytes)))
        }
    }

    /// An array from lists, where its shape is the one given.
    private func fitted(_ array: WireArray) throws(FieldError) -> WireArray {
        let isSame = array.shape == shape || (array.elements.isEmpty && WireArray.count(of: shape) == 0)
        let isFlat = mayBeFlat && array.shape.count == 1 && array.elements.count == WireArray.count(of: shape)
        guard isSame || (isFlat && !shape.isEmpty) else {
            throw FieldError(
                .shapeMismatch, at: payload.path,
                "The buffer holds an array of shape \(array.shape) but the shape given is \(shape).")
        }
        return WireArray(shape: shape, elements: array.elements)
    }
}

/// Nested lists of numbers, or a list of `true` and `false` as an array of booleans may be spelled.
private struct Lists: Decodable {
    let buffer: EncodedArray.Payload.Buffer

    init(from decoder: any Decoder) throws {
        if let flags = try? decoder.singleValueContainer().decode([Bool].self), !flags.isEmpty {
            buffer = .flags(flags)
        } else if (try? decoder.container(keyedBy: AnyKey.self)) != nil {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "A buffer with the encoding \"json\" is a number or nested lists but here it is an object.")
        } else {
            buffer = .json(try WireArray(from: decoder))
        }
    }
}
