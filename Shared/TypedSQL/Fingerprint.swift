/// The 64-bit FNV-1a hash: it is the same in every process and on every machine, which `Hashable` is not.
/// Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/. It resists mistakes, not malice.
package func fingerprint(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
