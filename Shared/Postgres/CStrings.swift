import Foundation

/// A list of C strings that ends with NULL, as C functions take it.
final class CStrings {
    private let copies: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) {
        copies = texts.map { strdup($0) } + [nil]
    }

    deinit {
        for copy in copies { free(copy) }
    }

    var pointers: [UnsafePointer<CChar>?] {
        copies.map { UnsafePointer($0) }
    }
}
