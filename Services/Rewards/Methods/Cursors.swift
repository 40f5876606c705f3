import Models
import RPC

/// Cursors whose key has a form. One that was made for another list is answered as what it is, a wrong parameter.
enum Cursors {
    static func version(_ cursor: Cursor) throws(Fault) -> Int64 {
        guard let version = Int64(cursor.key) else { throw foreign }
        return version
    }

    static func place(_ cursor: Cursor) throws(Fault) -> Place {
        guard let place = Place(key: cursor.key) else { throw foreign }
        return place
    }

    static func task(_ cursor: Cursor) throws(Fault) -> TaskPlace {
        guard let place = TaskPlace(key: cursor.key) else { throw foreign }
        return place
    }

    private static var foreign: Fault {
        .invalidParams([.init(path: "/after", sentence: "must be the `next` of an earlier page of this list")])
    }
}
