/// The body of `apply`.
struct TesseractApplyRequest: Decodable {
    let inputs: OrderedMap<WireArray>

    enum CodingKeys: String, CodingKey, CaseIterable { case inputs }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an apply request")
        inputs = try fields.decodeRequired(forKey: .inputs)
    }
}

/// The body of `jacobian`.
struct TesseractJacobianRequest: Decodable {
    let inputs: OrderedMap<WireArray>
    let columns: [String]
    let rows: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case inputs
        case columns = "jac_inputs"
        case rows = "jac_outputs"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a jacobian request")
        inputs = try fields.decodeRequired(forKey: .inputs)
        columns = try fields.decodeRequired(forKey: .columns)
        rows = try fields.decodeRequired(forKey: .rows)
    }
}

/// The body of `jacobian_vector_product`.
struct TesseractJVPRequest: Decodable {
    let inputs: OrderedMap<WireArray>
    let wrt: [String]
    let outputs: [String]
    let tangent: OrderedMap<WireArray>

    enum CodingKeys: String, CodingKey, CaseIterable {
        case inputs
        case wrt = "jvp_inputs"
        case outputs = "jvp_outputs"
        case tangent = "tangent_vector"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a jacobian_vector_product request")
        inputs = try fields.decodeRequired(forKey: .inputs)
        wrt = try fields.decodeRequired(forKey: .wrt)
        outputs = try fields.decodeRequired(forKey: .outputs)
        tangent = try fields.decodeRequired(forKey: .tangent)
    }
}

/// The body of `vector_jacobian_product`.
struct TesseractVJPRequest: Decodable {
    let inputs: OrderedMap<WireArray>
    let wrt: [String]
    let outputs: [String]
    let cotangent: OrderedMap<WireArray>

    enum CodingKeys: String, CodingKey, CaseIterable {
        case inputs
        case wrt = "vjp_inputs"
        case outputs = "vjp_outputs"
        case cotangent = "cotangent_vector"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a vector_jacobian_product request")
        inputs = try fields.decodeRequired(forKey: .inputs)
        wrt = try fields.decodeRequired(forKey: .wrt)
        outputs = try fields.decodeRequired(forKey: .outputs)
        cotangent = try fields.decodeRequired(forKey: .cotangent)
    }
}

/// The body of `abstract_eval`.
struct TesseractShapesRequest: Decodable {
    let inputs: OrderedMap<TesseractShape>

    enum CodingKeys: String, CodingKey, CaseIterable { case inputs }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an abstract_eval request")
        inputs = try fields.decodeRequired(forKey: .inputs)
    }
}

/// An array without its elements.
struct TesseractShape: Codable {
    let shape: [Int]
    let dtype: String

    enum CodingKeys: String, CodingKey, CaseIterable { case shape, dtype }

    /// A shape of doubles.
    init(_ shape: [Int]) {
        self.shape = shape
        dtype = WireDType.float64.rawValue
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an array without elements")
        let shape: [WireInteger] = try fields.decodeRequired(forKey: .shape)
        self.shape = shape.map(\.value)
        dtype = try fields.decodeRequired(forKey: .dtype)
        _ = try WireDType(named: dtype, at: decoder.codingPath + [CodingKeys.dtype])
    }
}

extension KeyedDecodingContainer {
    /// A field that has to be there; where it is not, the error names it and not the object around it.
    fileprivate func decodeRequired<Value: Decodable>(forKey key: Key) throws -> Value {
        guard let value = try decodeIfPresent(Value.self, forKey: key) else {
            throw FieldError(.missingField, at: codingPath + [key], "Field required")
        }
        return value
    }
}
