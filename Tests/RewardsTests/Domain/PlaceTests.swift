import Contract
import Models
import Support
import Testing

@testable import Rewards

@Test func placeSurvivesItsKey() throws {
    let place = Place(earned: try Points(wire: 120), member: Cast.member("Ines"))
    #expect(Place(key: place.key) == place)
}

@Test(arguments: ["", "12", "x mem_0", "12 mem_0", "12 \(Cast.member("Ines")) 3", "-9999999999999999999 mem"])
func placeRefusesOtherKeys(key: String) { #expect(Place(key: key) == nil) }
