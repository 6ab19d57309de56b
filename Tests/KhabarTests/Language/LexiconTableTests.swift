import TestSupport
import Testing

@testable import Khabar

/// `Lexicons/table.bin` is made by a script that cuts forms into words as the program does; here the program reads it.
@Suite struct LexiconTableTests {
  @Test func `the categories are the files in alphabetical order`() {
    let files = Project.files(under: "Lexicons/en", "tsv").compactMap { $0.split(separator: "/").last?.dropLast(4) }
    // The provinces stand in the room of the places, under keys of their own.
    #expect(Lexicon.Category.allCases.map { "\($0)"[...] } == files.filter { $0 != "regions" }.sorted())
  }

  @Test(arguments: [
    ("الحلة", "IQ:babil"), ("Hilla", "IQ:babil"), ("أم درمان", "SD:khartoum"), ("Omdurman", "SD:khartoum"),
  ])
  func `a place has its province`(name: String, province: String) {
    let words = Words(Array(name.utf8))
    #expect(words.region(at: 0)?.regions.map(\.name) == [province])
  }

  @Test(arguments: Lexicon.Category.allCases) func `every row is found with its value`(category: Lexicon.Category)
    throws
  {
    for (key, row) in try Self.rows(category) {
      let value = Lexicon.value(Lexicon.entry(key), category)?.text
      #expect(value.map(row.values.contains) == true, "\(category): \(row.form)")
    }
  }

  @Test func `a form of no list has no entry`() {
    #expect(Lexicon.entry(Key.of("zzqx".utf8)) == -1)
    #expect(Lexicon.value(-1, .roles) == nil)
  }

  /// By key the last form of both languages, and all values that forms of this key have: one of them is in the table.
  private static func rows(_ category: Lexicon.Category) throws -> [UInt64: (form: String, values: Set<String>)] {
    var rows: [UInt64: (form: String, values: Set<String>)] = [:]
    let lines = try ["en", "ar"].flatMap { language in
      try Project.text("Lexicons/\(language)/\(category).tsv").split(separator: "\n")
    }
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let keys = Words(Array(fields[0].utf8)).all.filter(\.isWordLike).map(\.key)
      let isAside = [.denials, .labels, .moods, .notices, .quantifiers].contains(category)
      let salt = isAside ? Lexicon.salt : category == .concepts ? Lexicon.conceptSalt : 0
      let key = keys.dropFirst().reduce(keys.first ?? 0) { Key.join($0, $1) } ^ salt
      rows[key, default: ("", [])].form = fields[0]
      rows[key]?.values.insert(fields.count > 1 ? fields[1] : "")
    }
    return rows
  }
}
