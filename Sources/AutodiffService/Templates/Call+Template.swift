import Autodiff

extension Call {
    /// Answers a request about a function whose result is that of one program, and learns the template of its answers where
    /// it came before with other numbers.
    func learnedAnswer<Request: FunctionRequest, Compiled: PointFunction, Response: FunctionResponse>(
        _ type: Request.Type, compile: (Request, Graph) throws(GraphError) -> Compiled,
        run: (Request, Compiled) throws(PlanError) -> Compiled.Result,
        runBatch: (Request, Compiled, Graph, Batch, Batch.Settings) throws(PlanError) -> Compiled.Result,
        respond: (Request, Compiled, Compiled.Result) -> Response
    ) throws(Problem) -> Answer where Compiled.Result: BatchResult {
        guard let question, templates.isToLearn(question.key) else {
            return try answer(type, compile: compile, run: run, runBatch: runBatch, respond: respond)
        }
        let answer = try answer(type, compile: compile, run: run, runBatch: runBatch, respond: respond)
        let template = template(question, type, compile, respond)
        switch template?.answer(question.skeleton.numbers, deadline: deadline) {
        case nil where template != nil:
            // These numbers take words; others may not.
            templates.forget(question.key)
        case let body: templates.keep(body == answer.body ? template : nil, for: question.key)
        }
        return answer
    }

    /// The template of the answers to a request; nothing where they differ in more than numbers.
    ///
    /// The request is read once more with other numbers, which show which of them is which input of the program. The answer
    /// is written once more with numbers that show where each result of the program stands.
    private func template<Request: FunctionRequest, Compiled: PointFunction, Response: FunctionResponse>(
        _ question: TemplateQuestion, _ type: Request.Type,
        _ compile: (Request, Graph) throws(GraphError) -> Compiled,
        _ respond: (Request, Compiled, Compiled.Result) -> Response
    ) -> ResponseTemplate? {
        let numbers = question.skeleton.numbers
        let others = [Double](markers: numbers.count)
        guard let request = try? decode(type), request.point.batched == nil, !request.point.kinks,
            !request.point.timings, let other = try? decode(type, from: question.skeleton.body(with: others)),
            let graph = try? graph(of: request, question), let otherGraph = try? self.graph(of: other, question),
            let compiled = try? compile(request, graph), let otherCompiled = try? compile(other, otherGraph),
            let inputs = try? compiled.inputs(request.point.inputs),
            let otherInputs = try? otherCompiled.inputs(other.point.inputs),
            let sources = [ResponseTemplate.Source](inputs, of: numbers, otherInputs, of: others)
        else { return nil }
        let markers = [Double](markers: otherCompiled.program.resultCount)
        let marked = respond(other, otherCompiled, otherCompiled.result(of: markers))
        guard let text = try? Answer(json: marked).body else { return nil }
        return ResponseTemplate(
            otherCompiled.program, from: sources, of: numbers.count, AnswerText(text, markers: markers),
            isCheap: otherGraph.isSmall)
    }

    /// The function of a request, in the version that the question is about.
    private func graph(of request: some FunctionRequest, _ question: TemplateQuestion) throws -> Graph {
        let function = question.registered.map(FunctionSource.registered) ?? request.point.function
        guard let function else { throw Problem(.missingField, FunctionSource.missing) }
        return try request.point.graph(of: function, nil, limits: configuration.limits)
    }
}

extension [ResponseTemplate.Source] {
    /// Where a program's inputs come from, by two requests with all numbers different; nothing where that does not tell.
    fileprivate init?(
        _ inputs: [Double], of numbers: [Double], _ otherInputs: [Double], of otherNumbers: [Double]
    ) {
        guard inputs.count == otherInputs.count else { return nil }
        let places = Dictionary(uniqueKeysWithValues: zip(otherNumbers, otherNumbers.indices))
        self = []
        for (input, other) in zip(inputs, otherInputs) {
            if let place = places[other] {
                guard input.bitPattern == numbers[place].bitPattern else { return nil }
                append(.request(place))
            } else {
                guard input.bitPattern == other.bitPattern else { return nil }
                append(.constant(input))
            }
        }
    }
}

extension [Double] {
    /// Different numbers that nobody else has by chance, nor can foresee: any of the 2^52 from 1 to 2.
    fileprivate init(markers count: Int) {
        var markers: Set<Double> = []
        while markers.count < count { markers.insert(.random(in: 1..<2)) }
        self = Array(markers)
    }
}
