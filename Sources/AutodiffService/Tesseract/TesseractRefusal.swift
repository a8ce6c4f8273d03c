/// A problem in the words of the Tesseract protocol.
///
/// Its SDK makes a `ValidationError` of a 422 whose `detail` lists errors in the manner of pydantic, and prints the text
/// of any other.
struct TesseractRefusal: Encodable {
    private let problem: Problem

    init(_ problem: Problem) { self.problem = problem }

    /// The problem as a response says it.
    var wording: Dialect.Wording {
        Dialect.Wording(status: status, body: (try? OrderedJSONEncoder().encode(self)) ?? [])
    }

    private enum CodingKeys: String, CodingKey { case detail }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        if status == 422 {
            try fields.encode([Entry(problem)], forKey: .detail)
        } else if problem.code == .notAcceptable {
            try fields.encode(Formats(message: problem.detail), forKey: .detail)
        } else {
            try fields.encode(problem.detail, forKey: .detail)
        }
    }

    private var status: Int { problem.code == .invalidJSON ? 422 : problem.code.status }
}

/// What was wrong with one part of a request.
private struct Entry: Encodable {
    let type: String
    let loc: [Step]
    let msg: String

    /// A field's name or an element's position.
    enum Step: Encodable {
        case name(String)
        case position(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .name(let name): try container.encode(name)
            case .position(let position): try container.encode(position)
            }
        }
    }

    init(_ problem: Problem) {
        type =
            switch problem.code {
            case .invalidJSON: "json_invalid"
            case .unknownField, .unknownInput: "extra_forbidden"
            case .missingField, .missingInput: "missing"
            case .unknownID: "literal_error"
            default: "value_error"
            }
        let hint = problem.suggestion.map { "; did you mean '\($0)'?" } ?? ""
        msg = problem.detail.contains("did you mean") ? problem.detail : problem.detail + hint
        loc = [.name("body")] + (problem.offset.map { [.position($0)] } ?? Self.steps(problem.pointer ?? ""))
    }

    private static func steps(_ pointer: String) -> [Step] {
        pointer.split(separator: "/").map { token in
            Int(token).map(Step.position)
                ?? .name(String(token).replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }
}

/// What answers can be had in.
private struct Formats: Encodable {
    let message: String
    let formats = TesseractEncodings.formats
    let transports = TesseractEncodings.transports
    let compressions = TesseractEncodings.compressions

    enum CodingKeys: String, CodingKey {
        case message
        case formats = "available_formats"
        case transports = "available_gpu_transports"
        case compressions = "available_compressions"
    }
}

/// The ways in which arrays are answered, in the protocol's names.
enum TesseractEncodings {
    static let formats = ["json", "json+base64"]
    static let transports = ["none"]
    static let compressions = ["none"]
}
