public import ArgumentParser
import Contract
import RPC

/// The command of a service's executable: what it is called with, and nothing of what it does.
public struct ServiceMain<Service: HostedService>: AsyncParsableCommand {
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "wellspring-\(Service.Interface.service)",
            abstract: Service.title,
            discussion: Service.summary,
            version: Version.current,
            subcommands: [
                Serve<Service>.self, Migrate<Service>.self, Describe<Service>.self, Check<Service>.self,
                HealthCheck<Service>.self,
                PrintVersion<Service>.self,
            ] + Service.commands,
            defaultSubcommand: Serve<Service>.self
        )
    }

    public init() {}

    /// What a service's `@main` calls; it needs to know nothing of how arguments are read.
    public static func run() async { await main() }
}

/// How every command finds its settings.
struct SettingsOptions: ParsableArguments {
    @Option(name: .long, help: "A JSON file with settings; the environment (WELLSPRING_...) has precedence.")
    var config: String?
}

struct Serve<Service: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: "Migrates the database, listens and serves until it is told to end."
        )
    }

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Exit.reporting { try await Running<Service>(config: settings.config).serve() }
    }
}

struct Migrate<Service: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "migrate", abstract: "Brings the database to this version and ends.")
    }

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Exit.reporting {
            let applied = try await Running<Service>(config: settings.config).migrate()
            print(applied.isEmpty ? "nothing to migrate" : applied.map { "migrated \($0)" }.joined(separator: "\n"))
        }
    }
}

struct Describe<Service: HostedService>: AsyncParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case openrpc, manual, methods, settings }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "describe",
            abstract: "Prints what this service is: its OpenRPC document, reference, methods or settings."
        )
    }

    @Argument(help: "openrpc, manual, methods or settings.") var form: Form = .openrpc

    func run() async throws {
        try await Exit.reporting {
            let description = try ServiceDescription<Service>()
            switch form {
            case .openrpc: print(description.openRPC.prettyText())
            case .manual: print(description.manual)
            case .methods: print(description.methods.map { "\($0.name)  \($0.summary)" }.joined(separator: "\n"))
            case .settings: print(try await ServiceDescription<Service>.settings())
            }
        }
    }
}

struct Check<Service: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: "Reads the settings, says what they are, and ends; nothing is opened."
        )
    }

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        try await Exit.reporting {
            for setting in try await Running<Service>(config: settings.config).declared { print(setting.line) }
        }
    }
}

struct HealthCheck<Service: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "healthcheck",
            abstract: "Asks the running service whether it is ready; ends with 0 or 1."
        )
    }

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let status = try await Exit.reporting { try await Running<Service>(config: settings.config).health() }
        print(status)
        if status != "SERVING" { throw ExitCode(1) }
    }
}

struct PrintVersion<Service: HostedService>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "version", abstract: "Prints the version.")
    }

    func run() { print("wellspring-\(Service.Interface.service) \(Version.current)") }
}

extension Setting {
    /// As `check` prints it; a database's URL may hold a password and is not shown.
    var line: String {
        let shown = isSecret && value.contains("@") ? "(set)" : value
        return
            "\(variable)=\(shown)  # \(sentence)\(unit.map { " In \($0)." } ?? "")\(standard.map { $0.isEmpty ? "" : " Default \($0)." } ?? "")"
    }
}
