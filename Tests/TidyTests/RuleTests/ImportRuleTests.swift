import Testing

/// Each rule finds what it is there to find: a rule that finds nothing looks like order.
@Suite struct ImportRuleTests {
    @Test(arguments: [
        ("Shared/Contract/A.swift", "import Models"),
        ("Shared/Models/A.swift", "import RPC"),
        ("Shared/TypedSQL/A.swift", "import SQLite"),
        ("Shared/RPC/A.swift", "import Hosting"),
        ("Shared/Hosting/A.swift", "import RewardsAPI"),
        ("Services/Rewards/API/A.swift", "public import IdeasAPI"),
        ("Services/Rewards/Service.swift", "import Ideas"),
        ("Services/Rewards/Methods/A.swift", "import SQLite"),
        ("Services/Rewards/Domain/A.swift", "import TypedSQL"),
        ("Services/Rewards/Domain/A.swift", "import Hosting"),
        ("Services/Rewards/Domain/A.swift", "import Logging"),
        ("Services/Rewards/Storage/A.swift", "import Hosting"),
        ("Services/Wellspring/A.swift", "import struct Rewards.RewardsService"),
        ("Tests/RewardsTests/A.swift", "@testable import Ideas"),
    ])
    func upwardsOrSideways(path: String, text: String) {
        #expect(LayerRule.findings(in: Source(path, text)).count == 1)
    }

    @Test(arguments: [
        ("Shared/Hosting/A.swift", "public import IdentityAPI"),
        ("Services/Rewards/Domain/A.swift", "import Models\nimport RewardsAPI\nimport IdeasAPI\nimport Crypto"),
        ("Services/Rewards/Storage/A.swift", "import TypedSQL\nimport Models"),
        ("Services/Rewards/Methods/A.swift", "import Hosting\nimport TypedSQL"),
        ("Tests/RewardsTests/A.swift", "@testable import Rewards\nimport Support\nimport Testing"),
        ("Tests/SystemTests/A.swift", "@testable import Ideas"),
    ])
    func downwards(path: String, text: String) {
        #expect(LayerRule.findings(in: Source(path, text)) == [])
    }
}
