import MicroHTTP

extension ServiceConfiguration {
    /// Lets a request pass that shows the token, or any request where there is none.
    func authorize(_ request: HTTPRequest) throws(Problem) {
        guard let token else { return }
        guard let field = request.headers["Authorization"] else {
            var problem = Problem(
                .unauthorized, "This server wants a token: send the header `Authorization: Bearer ...`.")
            problem.authenticate = "Bearer"
            throw problem
        }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", isEqual(String(parts[1]), token) else {
            throw Problem(.forbidden, "The credentials in `Authorization` are not those that this server wants.")
        }
    }

    /// Compares in a time that does not tell how much of a guess was right.
    private func isEqual(_ guess: String, _ token: String) -> Bool {
        let (guess, token) = (Array(guess.utf8), Array(token.utf8))
        var difference = guess.count ^ token.count
        for (index, byte) in token.enumerated() {
            difference |= Int(byte ^ (index < guess.count ? guess[index] : 0))
        }
        return difference == 0
    }
}
