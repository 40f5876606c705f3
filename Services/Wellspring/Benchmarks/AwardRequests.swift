import Models
import RPC

/// Awards of one point each, as they are sent through the socket.
struct AwardRequests {
    let socket: String
    /// Whose token lasts for minutes only and is therefore asked for before each load.
    let calling: Calling
    let seconds: Double
    static let members = 10_000

    private static func member(_ number: Int) -> String {
        Member.ID(at: .example, entropy: UInt128(number + 1)).wire
    }

    /// - Parameter members: how many members the awards are spread over.
    /// - Returns: awards a second.
    func single(callers: Int, members: Int = members) async throws -> Double {
        let meta = try await meta()
        let params = (0..<max(2, members)).map { number in
            #"{"member":"\#(Self.member(number % members))","amount":1,"reason":"Measured",\#(meta)}"#
        }
        return try await rate("rewards.award", params, callers)
    }

    /// A thousand a call.
    func many(callers: Int) async throws -> Double {
        let meta = try await meta()
        let params = (0..<20).map { call in
            let awards = (0..<1000).map { place in
                #"{"member":"\#(Self.member((call * 500 + place * 7) % Self.members))","amount":1,"reason":"Measured"}"#
            }
            return #"{"awards":[\#(awards.joined(separator: ","))],\#(meta)}"#
        }
        return try await rate("rewards.awardMany", params, callers) * 1000
    }

    func meta() async throws -> String { #""_meta":{"authorization":"\#(try await calling.operatorToken())"}"# }

    private func rate(_ method: String, _ params: [String], _ callers: Int) async throws -> Double {
        try await EchoLoad(
            path: socket,
            connections: callers,
            inFlight: 1,
            seconds: seconds,
            method: method,
            params: params
        ).run().rate
    }
}
