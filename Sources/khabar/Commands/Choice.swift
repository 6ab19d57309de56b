import ArgumentParser

/// A value of an option that is one of a few names.
///
/// The parser's own way to the names goes over key paths, and it takes it each time the program starts.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension Choice {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  static var allValueDescriptions: [String: String] { [:] }
  var defaultValueDescription: String { rawValue }
}
