import Models

/// How old somebody is.
enum Age {
    /// Whole years between two days; who was born on 29 February is a year older on 1 March where there is no such day.
    static func years(from birth: Day, on today: Day) -> Int {
        let (born, now) = (birth.wire, today.wire)
        let hadBirthday = born.suffix(5) <= now.suffix(5)
        return year(of: today) - year(of: birth) - (hadBirthday ? 0 : 1)
    }

    static func year(of day: Day) -> Int { Int(day.wire.prefix(4)) ?? 0 }
}
