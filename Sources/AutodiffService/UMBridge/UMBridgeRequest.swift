/// The body of every question of UM-Bridge.
///
/// Fields that it does not know are ignored, as the protocol wants it, and so are those that the endpoint does not ask for.
struct UMBridgeRequest: Decodable {
    let name: String
    private let fields:
        (
            config: Field<UMBridgeConfig>, input: Field<[WireArray]>, outWrt: Field<WireInteger>,
            inWrt: Field<WireInteger>, inWrt1: Field<WireInteger>, inWrt2: Field<WireInteger>, sens: Field<WireArray>,
            vec: Field<WireArray>
        )

    /// A field whose mistakes come up once it is asked for: before them the name is checked.
    private typealias Field<Value> = Result<Value?, any Error>

    enum CodingKeys: CodingKey {
        case name, config, input, outWrt, inWrt, inWrt1, inWrt2, sens, vec
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        func field<Value: Decodable>(_ key: CodingKeys) throws -> Field<Value> {
            do {
                return .success(try object.decodeIfPresent(Value.self, forKey: key))
            } catch {
                // Mistakes are told by the ordinary reader.
                if decoder is JSONTapeDecoder { throw error }
                return .failure(error)
            }
        }
        name = try object.decode(String.self, forKey: .name)
        fields = (
            try field(.config), try field(.input), try field(.outWrt), try field(.inWrt), try field(.inWrt1),
            try field(.inWrt2), try field(.sens), try field(.vec)
        )
    }
}

extension UMBridgeRequest {
    /// The form of the model that is asked about.
    var config: UMBridgeConfig {
        get throws(Problem) { try Self.value(of: fields.config) ?? UMBridgeConfig() }
    }

    /// The vectors of the point.
    var input: [WireArray] { get throws(Problem) { try Self.required(fields.input, .input) } }
    /// The weights of the output's numbers.
    var sens: WireArray { get throws(Problem) { try Self.required(fields.sens, .sens) } }
    /// The direction.
    var vec: WireArray { get throws(Problem) { try Self.required(fields.vec, .vec) } }
    /// The output to differentiate.
    var outWrt: Int? { get throws(Problem) { try Self.value(of: fields.outWrt)?.value } }
    /// The input to differentiate by.
    var inWrt: Int? { get throws(Problem) { try Self.value(of: fields.inWrt)?.value } }
    /// The input that the gradient is taken by.
    var inWrt1: Int? { get throws(Problem) { try Self.value(of: fields.inWrt1)?.value } }
    /// The input that the direction is in.
    var inWrt2: Int? { get throws(Problem) { try Self.value(of: fields.inWrt2)?.value } }

    private static func value<Value>(of field: Field<Value>) throws(Problem) -> Value? {
        switch field {
        case .success(let value): return value
        case .failure(let error): throw Problem(reading: error)
        }
    }

    private static func required<Value>(_ field: Field<Value>, _ key: CodingKeys) throws(Problem) -> Value {
        if let value = try value(of: field) { return value }
        throw Problem(.missingField, "The field '\(key.stringValue)' is missing; it must be given.", pointer: "")
    }
}
