import Autodiff

/// The OpenAPI document of a model: what clients learn of its inputs and outputs.
///
/// The SDK reads `paths` and what is supported; its friends for JAX and PyTorch the schemas of `apply`, their properties,
/// `array_flags` and `differentiable_arrays`.
extension TesseractModel {
    /// The document.
    var document: JSONTree {
        [
            "openapi": "3.1.0",
            "info": .object(OrderedMap(information)),
            "paths": .object(OrderedMap(Self.operations.map { ("/\($0.name)", $0.item) })),
            "components": ["schemas": .object(OrderedMap(schemas))],
            "x-supported-output-formats": .texts(TesseractEncodings.formats),
            "x-supported-gpu-transports": .texts(TesseractEncodings.transports),
            "x-supported-compressions": .texts(TesseractEncodings.compressions),
        ]
    }

    private var information: [(String, JSONTree)] {
        let title = kind == .gradient ? "Gradient of \(name)" : name
        return [("title", .text(title)), ("version", "1")] + (description.map { [("description", .text($0))] } ?? [])
    }

    private var schemas: [(String, JSONTree)] {
        let (inputNames, outputNames) = (inputs.map(\.name), outputs.map(\.name))
        let point: (String, JSONTree) = ("inputs", .reference("Apply_InputSchema"))
        return [
            ("Apply_InputSchema", .strictObject(inputs.map { ($0.name, Self.array(of: $0.shape)) })),
            ("Apply_OutputSchema", .strictObject(outputs.map { ($0.name, Self.array(of: $0.shape)) })),
            ("ApplyInputSchema", .strictObject([point], Self.differentiable(inputs))),
            (
                "ApplyOutputSchema",
                .object(
                    OrderedMap([("$ref", "#/components/schemas/Apply_OutputSchema")] + Self.differentiable(outputs)))
            ),
            (
                "JacobianInputSchema",
                .strictObject([point, ("jac_inputs", .set(of: inputNames)), ("jac_outputs", .set(of: outputNames))])
            ),
            ("JacobianOutputSchema", .map(of: .map(of: .reference("Array")))),
            (
                "JVPInputSchema",
                .strictObject([
                    point, ("jvp_inputs", .set(of: inputNames)), ("jvp_outputs", .set(of: outputNames)),
                    ("tangent_vector", .map(of: .reference("Array"))),
                ])
            ),
            ("JVPOutputSchema", .map(of: .reference("Array"))),
            (
                "VJPInputSchema",
                .strictObject([
                    point, ("vjp_inputs", .set(of: inputNames)), ("vjp_outputs", .set(of: outputNames)),
                    ("cotangent_vector", .map(of: .reference("Array"))),
                ])
            ),
            ("VJPOutputSchema", .map(of: .reference("Array"))),
            ("AbstractInputSchema", .strictObject([("inputs", .strictObject(inputs.map(Self.abstract)))])),
            ("AbstractOutputSchema", .strictObject(outputs.map(Self.abstract))),
        ] + Self.commonSchemas
    }

    /// An array of a shape, which may be left to be repeated along axes of extent 1.
    private static func array(of shape: Shape) -> JSONTree {
        .strictObject(
            [
                ("object_type", ["type": "string", "const": "array"]),
                (
                    "shape",
                    [
                        "type": "array", "items": ["type": "integer"], "minItems": .integer(shape.rank),
                        "maxItems": .integer(shape.rank), "examples": .list([.integers(shape.extents)]),
                    ]
                ),
                ("dtype", .oneOf(texts: WireDType.allCases.map(\.rawValue))),
                ("data", .reference("ArrayData")),
            ], [("array_flags", ["DIFFERENTIABLE"])], required: ["shape", "dtype", "data"])
    }

    private static func differentiable(_ fields: [Field]) -> [(String, JSONTree)] {
        let arrays = fields.map { field -> (String, JSONTree) in
            (field.name, ["shape": .integers(field.shape.extents), "dtype": .text(WireDType.float64.rawValue)])
        }
        return [("differentiable_arrays", .object(OrderedMap(arrays)))]
    }

    private static func abstract(_ field: Field) -> (String, JSONTree) { (field.name, .reference("ShapeDType")) }

    private static let commonSchemas: [(String, JSONTree)] = [
        (
            "Array",
            .strictObject(
                [
                    ("object_type", ["type": "string", "const": "array"]),
                    ("shape", ["type": "array", "items": ["type": "integer"]]),
                    ("dtype", .oneOf(texts: WireDType.allCases.map(\.rawValue))),
                    ("data", .reference("ArrayData")),
                ], required: ["shape", "dtype", "data"])
        ),
        ("ArrayData", .strictObject([("buffer", [:]), ("encoding", .oneOf(texts: ["json", "base64"]))])),
        (
            "ShapeDType",
            .strictObject([
                ("shape", ["type": "array", "items": ["type": "integer"]]), ("dtype", ["type": "string"]),
            ])
        ),
        (
            "HTTPValidationError",
            ["type": "object", "properties": ["detail": ["type": "array", "items": .reference("ValidationError")]]]
        ),
        (
            "ValidationError",
            .strictObject([
                ("type", ["type": "string"]), ("loc", ["type": "array", "items": ["type": ["string", "integer"]]]),
                ("msg", ["type": "string"]),
            ])
        ),
    ]
}

extension TesseractModel {
    /// The paths of a model.
    ///
    /// That a path is there tells clients that it can be asked.
    private static let operations: [(name: String, item: JSONTree)] = [
        ("health", ["get": ["operationId": "health", "responses": ["200": ["description": "It is there."]]]]),
        operation("apply", "Apply", "The outputs at a point."),
        operation("jacobian", "Jacobian", "The derivative of some outputs by some inputs."),
        operation("jacobian_vector_product", "JVP", "The change of some outputs along a change of some inputs."),
        operation(
            "vector_jacobian_product", "VJP", "The derivative by some inputs of some outputs, each times its weight."),
        operation("abstract_eval", "Abstract", "The shapes of the outputs."),
    ]

    private static func operation(
        _ name: String, _ schema: String, _ description: String
    ) -> (name: String, item: JSONTree) {
        func content(_ schema: String) -> JSONTree { ["application/json": ["schema": .reference(schema)]] }
        return (
            name,
            [
                "post": [
                    "operationId": .text(name), "description": .text(description),
                    "requestBody": ["required": true, "content": content("\(schema)InputSchema")],
                    "responses": [
                        "200": ["description": "The answer.", "content": content("\(schema)OutputSchema")],
                        "422": ["description": "The request is wrong.", "content": content("HTTPValidationError")],
                    ],
                ]
            ]
        )
    }
}

extension JSONTree {
    fileprivate static func texts(_ texts: [String]) -> JSONTree { .list(texts.map(JSONTree.text)) }
    fileprivate static func integers(_ numbers: [Int]) -> JSONTree { .list(numbers.map(JSONTree.integer)) }
    fileprivate static func reference(_ schema: String) -> JSONTree {
        ["$ref": .text("#/components/schemas/\(schema)")]
    }
    fileprivate static func oneOf(texts: [String]) -> JSONTree { ["type": "string", "enum": .texts(texts)] }
    fileprivate static func map(of schema: JSONTree) -> JSONTree { ["type": "object", "additionalProperties": schema] }

    /// A schema of sets of names.
    fileprivate static func set(of names: [String]) -> JSONTree {
        ["type": "array", "items": .oneOf(texts: names), "minItems": 1]
    }

    /// A schema of objects that have these properties and no others, all of them unless it is said which.
    fileprivate static func strictObject(
        _ properties: [(String, JSONTree)], _ extensions: [(String, JSONTree)] = [], required: [String]? = nil
    ) -> JSONTree {
        let keywords: [(String, JSONTree)] = [
            ("type", "object"), ("properties", .object(OrderedMap(properties))),
            ("required", .texts(required ?? properties.map(\.0))), ("additionalProperties", false),
        ]
        return .object(OrderedMap(keywords + extensions))
    }
}
