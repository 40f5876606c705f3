// swift-tools-version: 6.2

import PackageDescription

// The shape of the package is `docs/MODULES.md`: shared modules in layers, four services of identical shape, one command.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func shared(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Shared/\(name)", swiftSettings: strict)
}

/// What every service is made of; its own API and those it calls come on top.
let hosted: [Target.Dependency] = ["Contract", "Models", "RPC", "TypedSQL", "Hosting"]

func service(_ name: String, calls others: [String] = [], with extra: [Target.Dependency] = []) -> [Target] {
    let apis = ([name] + others).map { Target.Dependency(stringLiteral: "\($0)API") }
    return [
        .target(
            name: "\(name)API",
            dependencies: ["Contract", "Models"],
            path: "Services/\(name)/API",
            swiftSettings: strict
        ),
        .executableTarget(
            name: name,
            dependencies: hosted + apis + extra,
            path: "Services/\(name)",
            exclude: ["API"],
            swiftSettings: strict
        ),
    ]
}

func tests(_ name: String, _ dependencies: [Target.Dependency], without folders: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: ["Support"] + dependencies,
        path: "Tests/\(name)Tests",
        exclude: folders,
        swiftSettings: strict
    )
}

let apis: [Target.Dependency] = ["IdentityAPI", "IdeasAPI", "RewardsAPI", "FeedbackAPI"]
let services: [Target.Dependency] = ["Identity", "Ideas", "Rewards", "Feedback"]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]
let embedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let tracing = Target.Dependency.product(name: "Tracing", package: "swift-distributed-tracing")
let inMemoryTracing = Target.Dependency.product(name: "InMemoryTracing", package: "swift-distributed-tracing")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"),
    .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

let package = Package(
    name: "Wellspring",
    products: [
        .library(
            name: "WellspringClient",
            targets: ["Contract", "Models", "RPC", "IdentityAPI", "IdeasAPI", "RewardsAPI", "FeedbackAPI"]
        ),
        .executable(name: "wellspring-identity", targets: ["Identity"]),
        .executable(name: "wellspring-ideas", targets: ["Ideas"]),
        .executable(name: "wellspring-rewards", targets: ["Rewards"]),
        .executable(name: "wellspring-feedback", targets: ["Feedback"]),
        .executable(name: "wellspring", targets: ["Wellspring"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        shared("Contract"),
        shared("Models", ["Contract"]),
        shared("RPC", ["Contract"] + nio + [logging, metrics, tracing]),
        shared("TypedSQL", ["Contract", "Models"]),
        shared("SQLite", ["TypedSQL"] + grdb),
        .systemLibrary(
            name: "CPostgres",
            path: "Shared/CPostgres",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        shared("Postgres", ["TypedSQL", "CPostgres"]),
        shared(
            "Hosting",
            [
                "Contract", "Models", "IdentityAPI", "RPC", "TypedSQL", "SQLite", "Postgres", crypto, jwt, logging,
                metrics, coreMetrics,
                tracing, lifecycle, signals, configuration, arguments,
            ]
        ),
    ]
        + service("Identity", with: [crypto, cryptoExtras, jwt])
        + service("Ideas", calls: ["Identity"], with: [crypto])
        + service("Rewards", calls: ["Identity", "Ideas", "Feedback"], with: [crypto, arguments])
        + service("Feedback", calls: ["Identity", "Ideas", "Rewards"], with: [crypto])
        + [
            .executableTarget(
                name: "Wellspring",
                dependencies: ["Contract", "Models", "RPC", "TypedSQL", "Postgres", "Hosting", arguments, signals]
                    + apis,
                path: "Services/Wellspring",
                swiftSettings: strict
            ),
            .target(
                name: "Support",
                dependencies: hosted + ["SQLite", "Postgres", crypto, jwt, logging] + apis,
                path: "Tests/Support",
                swiftSettings: strict
            ),
            tests("Contract", ["Contract"]),
            tests("Models", ["Contract", "Models", "RPC"] + apis),
            tests("RPC", ["Contract", "RPC"] + nio + [embedded, logging, tracing, inMemoryTracing]),
            tests("TypedSQL", ["TypedSQL", "SQLite", "Postgres"]),
            tests("Hosting", hosted + ["Identity", "IdentityAPI", "SQLite", crypto, coreMetrics, logging]),
            tests("Identity", hosted + ["Identity", "IdentityAPI"]),
            tests("Ideas", hosted + ["Ideas", "IdeasAPI", "IdentityAPI"]),
            tests("Rewards", hosted + ["Rewards", crypto] + apis),
            tests("Feedback", hosted + ["Feedback"] + apis),
            tests("System", hosted + services + apis + ["Postgres", "Wellspring"]),
            tests("Reference", hosted + services + apis),
            tests("Tidy", []),
            tests("Client", hosted, without: ["clients"]),
        ],
    swiftLanguageModes: [.v6]
)
