import Autodiff

/// The fields of the objects that a request is made of, under the names of their schemas in `openapi.yaml`.
package enum RequestFields {
    package static let bySchema: [String: [String]] = [
        "EvaluateRequest": names(of: EvaluateRequest.CodingKeys.self),
        "GradientRequest": names(of: GradientRequest.CodingKeys.self),
        "VJPRequest": names(of: VJPRequest.CodingKeys.self),
        "JVPRequest": names(of: JVPRequest.CodingKeys.self),
        "JacobianRequest": names(of: JacobianRequest.CodingKeys.self),
        "HessianRequest": names(of: HessianRequest.CodingKeys.self),
        "HVPRequest": names(of: HVPRequest.CodingKeys.self),
        "Function": names(of: OwnFunctionDocument.CodingKeys.self),
        "CheckRequest": names(of: CheckRequest.CodingKeys.self),
        "Registration": names(of: GraphRegistration.CodingKeys.self),
        "Graph": names(of: GraphDocument.CodingKeys.self),
        "Node": names(of: NodeDocument.CodingKeys.self) + Op.allAttributeNames.subtracting(["shape"]).sorted(),
        "TesseractApplyRequest": names(of: TesseractApplyRequest.CodingKeys.self),
        "TesseractJacobianRequest": names(of: TesseractJacobianRequest.CodingKeys.self),
        "TesseractJVPRequest": names(of: TesseractJVPRequest.CodingKeys.self),
        "TesseractVJPRequest": names(of: TesseractVJPRequest.CodingKeys.self),
        "TesseractShapesRequest": names(of: TesseractShapesRequest.CodingKeys.self),
        "TesseractShape": names(of: TesseractShape.CodingKeys.self),
        "EncodedArray": names(of: EncodedArray.CodingKeys.self),
        "EncodedArrayData": names(of: EncodedArray.Payload.CodingKeys.self),
    ]

    private static func names<Key: CodingKey & CaseIterable>(of keys: Key.Type) -> [String] {
        Key.allCases.map(\.stringValue)
    }
}
