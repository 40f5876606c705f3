import ArgumentParser
import Contract
import Foundation
import Models
import RPC

struct Call: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Calls a method with the operator's key and prints the reply.",
        discussion: """
            Params are given as name=value. A value is taken as it stands where the method wants a text, and read as JSON \
            where it wants anything else.
            """
    )

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "Call with this token instead of the operator's.") var token: String?
    @Option(name: .customLong("as"), help: "Act for this member.") var member: String?
    @Option(name: .long, help: "Idempotency key: the same call again takes effect once.") var key: String?
    @Option(name: .long, help: "Whom to ask, for methods that every service has, such as service.info.") var service:
        ServiceName?
    @Argument(help: "For example ideas.list.") var method: String
    @Argument(help: "name=value ...") var params: [String] = []

    func run() async throws {
        try await Failure.reporting {
            let calling = try Calling(data.directory)
            let client = calling[try target()]
            var meta = CallMeta()
            meta.authorization = token
            meta.actingFor = member
            meta.idempotencyKey = key
            let types = ParamTypes(document: try await client.call(name: "rpc.discover"), method: method)
            let reply = try await client.call(name: method, params: try types.object(params), meta: meta)
            print(reply.prettyText())
            await calling.close()
        }
    }

    private func target() throws -> ServiceName {
        if let service = service ?? ServiceName(method: method) { return service }
        throw CommandProblem("\(method) does not begin with the name of a service; say which with --service.", code: 64)
    }
}

/// What the document says of a method's params: needed to tell the text 7 from the number 7.
struct ParamTypes {
    private let params: [JSONValue]
    private let schemas: JSONValue?

    init(document: JSONValue, method: String) {
        schemas = document["components"]?["schemas"]
        guard case .array(let methods)? = document["methods"],
            let found = methods.first(where: { $0["name"] == .string(method) }),
            case .array(let params)? = found["params"]
        else {
            params = []
            return
        }
        self.params = params
    }

    /// - Throws: ``CommandProblem`` for an argument without an equals sign.
    func object(_ arguments: [String]) throws -> JSONValue {
        .object(
            try arguments.map { argument in
                let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init
                )
                guard parts.count == 2 else {
                    throw CommandProblem("\(argument): params are given as name=value.", code: 64)
                }
                return .init(parts[0], value(parts[1], of: parts[0]))
            }
        )
    }

    private func value(_ text: String, of name: String) -> JSONValue {
        guard let param = params.first(where: { $0["name"] == .string(name) }), !isText(param["schema"]) else {
            return .string(text)
        }
        return (try? JSONValue(parsing: Array(text.utf8))) ?? .string(text)
    }

    private func isText(_ schema: JSONValue?) -> Bool {
        if case .string(let reference)? = schema?["$ref"], let name = reference.split(separator: "/").last {
            return isText(schemas?[String(name)])
        }
        return schema?["type"] == "string"
    }
}
