/// What UM-Bridge answers: objects of exactly one key, as its clients' tests want it.
enum UMBridgeAnswers {
    /// The answer to `GET /Info`.
    struct Info: Encodable {
        /// A number; the C++ client stops at a string.
        let protocolVersion = 1.0
        let models: [String]
    }

    /// The answer to `POST /ModelInfo`.
    struct ModelInfo: Encodable {
        let support = Support()
    }

    /// What can be asked of a model: everything of every one.
    struct Support: Encodable {
        let evaluate = true
        let gradient = true
        let applyJacobian = true
        let applyHessian = true

        private enum CodingKeys: String, CodingKey {
            case evaluate = "Evaluate"
            case gradient = "Gradient"
            case applyJacobian = "ApplyJacobian"
            case applyHessian = "ApplyHessian"
        }
    }

    struct InputSizes: Encodable {
        let inputSizes: [Int]
    }

    struct OutputSizes: Encodable {
        let outputSizes: [Int]
    }
}

extension Answer {
    /// An answer of a vector.
    init(umBridge numbers: [Double]) {
        var text = JSONText()
        text.append(json: #"{"output":"#)
        text.append(orNull: numbers[...])
        text.append("}")
        self.init(contentType: "application/json", body: text.bytes)
    }

    /// An answer of vectors, which stand in a list one after the other.
    init(umBridge numbers: [Double], as vectors: [UMBridgeVector]) {
        var text = JSONText()
        text.append(json: #"{"output":["#)
        var start = 0
        for (index, vector) in vectors.enumerated() {
            if index > 0 { text.append(",") }
            text.append(orNull: numbers[start..<start + vector.size])
            start += vector.size
        }
        text.append(json: "]}")
        self.init(contentType: "application/json", body: text.bytes)
    }
}

extension JSONText {
    /// Writes a list of numbers, with null for those that JSON has no number for: no client reads a string there.
    fileprivate mutating func append(orNull numbers: ArraySlice<Double>) {
        append("[")
        for index in numbers.indices {
            if index > numbers.startIndex { append(",") }
            if numbers[index].isFinite { append(number: numbers[index]) } else { append(json: "null") }
        }
        append("]")
    }
}
