import Foundation

/// The words by which a text is found.
///
/// Case, width and accents are folded away. A run of a script that is written without spaces gives each pair of
/// neighbouring characters, and its last character alone, so that a single character finds it too by its beginning.
enum SearchTerms {
    /// Words are cut here, in Unicode scalars: nobody searches by more.
    static let longest = 40

    static func of(texts: [String]) -> Set<String> {
        var terms: Set<String> = []
        for run in texts.flatMap(runs) {
            guard run.isSpaceless else {
                terms.insert(text(run.scalars.prefix(longest)))
                continue
            }
            terms.formUnion(pairs(run.scalars))
            terms.insert(text(run.scalars.suffix(1)))
        }
        return terms
    }

    /// What a text must have, each as a whole word or as the beginning of one.
    static func of(query: String) -> [String] {
        var terms: Set<String> = []
        for run in runs(query) {
            if run.isSpaceless, run.scalars.count > 1 {
                terms.formUnion(pairs(run.scalars))
            } else {
                terms.insert(text(run.scalars.prefix(longest)))
            }
        }
        return terms.sorted()
    }

    private struct Run {
        var isSpaceless: Bool
        var scalars: [Unicode.Scalar]
    }

    private static func runs(_ text: String) -> [Run] {
        var runs: [Run] = []
        var isOpen = false
        for scalar in folded(text).unicodeScalars {
            guard isPartOfWord(scalar) else {
                isOpen = false
                continue
            }
            let isSpaceless = Self.isSpaceless(scalar)
            if isOpen, let last = runs.last, last.isSpaceless == isSpaceless {
                runs[runs.count - 1].scalars.append(scalar)
            } else {
                runs.append(Run(isSpaceless: isSpaceless, scalars: [scalar]))
            }
            isOpen = true
        }
        return runs
    }

    private static func pairs(_ scalars: [Unicode.Scalar]) -> [String] {
        zip(scalars, scalars.dropFirst()).map { text([$0, $1]) }
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Only the accents of European scripts go: the marks of others tell letters apart.
    private static func folded(_ text: String) -> String {
        let apart = text.decomposedStringWithCompatibilityMapping.unicodeScalars
        return Self.text(apart.filter { !(0x300...0x36F).contains($0.value) })
            .lowercased().precomposedStringWithCompatibilityMapping
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Thai, Lao, Burmese, Khmer, Japanese syllables, Chinese characters.
    private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
