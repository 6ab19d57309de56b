/// The right name that is nearest to a wrong one.
package enum Nearest {
  /// The nearest of some names, by the fewest letters to add, drop, change or exchange (Damerau's restricted distance).
  package static func name(to wrong: String, of names: [String], within limit: Int = .max) -> String? {
    let distances = names.map { (distance(Array(wrong.utf8.prefix(64)), Array($0.utf8)), $0) }
    return distances.filter { $0.0 <= limit }.min { $0 < $1 }?.1
  }

  /// The same as the end of a message: ", did you mean …?".
  static func hint(_ wrong: String, _ names: [String]) -> String {
    name(to: wrong, of: names).map { "; the nearest is \"\($0)\"" } ?? ""
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
