import Testing

@testable import RPC

@Suite struct InheritedSocketsTests {
    @Test func descriptorsStartAtThreeAndCarryTheirNames() {
        let environment = ["LISTEN_PID": "7", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "rpc:admin"]
        let sockets = InheritedSockets(environment: environment, process: 7)
        #expect(sockets["rpc"] == 3)
        #expect(sockets["admin"] == 4)
        #expect(sockets["other"] == nil)
    }

    @Test func anotherProcessIsNotMeant() {
        let environment = ["LISTEN_PID": "8", "LISTEN_FDS": "1"]
        #expect(InheritedSockets(environment: environment, process: 7).entries.isEmpty)
    }

    @Test(arguments: [nil, "0", "-1", "x", "1000"]) func aCountThatMakesNoSenseIsNoSocket(count: String?) {
        var environment = ["LISTEN_PID": "7"]
        environment["LISTEN_FDS"] = count
        #expect(InheritedSockets(environment: environment, process: 7).entries.isEmpty)
    }

    @Test func aSingleSocketWithoutANameAnswersToAnyName() {
        let environment = ["LISTEN_PID": "7", "LISTEN_FDS": "1"]
        #expect(InheritedSockets(environment: environment, process: 7)["rpc"] == 3)
        let named = ["LISTEN_PID": "7", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "other"]
        #expect(InheritedSockets(environment: named, process: 7)["rpc"] == nil)
    }
}
