public import Khabar

/// What is checked and how, each value with where it comes from.
public struct Configuration: Sendable {
  /// Where a value comes from.
  public enum Origin: Sendable, Hashable {
    case standard
    case file(line: Int)
    case option
  }

  /// A value and its origin.
  public struct Setting<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value
    /// Where it comes from.
    public var origin: Origin = .standard

    init(_ value: Value) { self.value = value }

    /// Takes the value of an option.
    public mutating func choose(_ value: Value?) {
      guard let value else { return }
      self.value = value
      origin = .option
    }
  }

  /// Files in which some checks stay quiet, and why.
  public struct Suppression: Sendable, Hashable {
    /// Patterns of paths.
    public var paths: [String]
    /// Codes of checks; all if empty.
    public var checks: [String]
    /// Why.
    public var reason: String
  }

  /// From which severity on a finding fails the check.
  public enum FailOn: String, Sendable, CaseIterable { case error, warning, note, never }

  /// The only checks that are run; all if empty.
  public var only = Setting<[String]>([])
  /// Checks that are not run.
  public var skip = Setting<[String]>([])
  /// Severities that replace those of the checks.
  public var severity = Setting<[String: Finding.Severity]>([:])
  /// Patterns of files that are taken besides those known by their names.
  public var include = Setting<[String]>([])
  /// Patterns of files that are left out.
  public var exclude = Setting<[String]>([])
  /// Suppressions by path.
  public var ignore = Setting<[Suppression]>([])
  /// What fails.
  public var failOn = Setting<FailOn>(.error)
  /// The baseline.
  public var baseline = Setting<String?>(nil)
  /// The folder of the cache; nil for that of the user.
  public var cache = Setting<String?>(nil)
  /// How many days apart two reports of one event may be published.
  public var window = Setting<Int>(3)

  /// The standard values.
  public init() {}

  /// The keys of the file, in alphabetical order.
  public enum Key: String, Sendable, CaseIterable {
    case baseline, cache, exclude
    case failOn = "fail-on"
    case ignore, include, only, severity, skip, window
  }
}

extension Configuration {
  /// Whether a check is run.
  public func isRun(_ check: String) -> Bool {
    (only.value.isEmpty || only.value.contains(check)) && !skip.value.contains(check)
  }

  /// Whether a finding of a severity fails.
  public func fails(_ severity: Finding.Severity) -> Bool {
    switch failOn.value {
    case .error: severity == .error
    case .warning: severity != .note
    case .note: true
    case .never: false
    }
  }

  /// What `khabar config show` shows: keys, values as YAML in one line, and origins.
  public var rows: [(key: String, value: String, origin: Origin)] { Key.allCases.map(row) }

  private func row(_ key: Key) -> (key: String, value: String, origin: Origin) {
    func row(_ value: String, _ origin: Origin) -> (key: String, value: String, origin: Origin) {
      (key.rawValue, value, origin)
    }
    func list(_ texts: [String]) -> String { "[\(texts.map(Self.quoted).joined(separator: ", "))]" }
    return switch key {
    case .baseline: row(baseline.value.map(Self.quoted) ?? "none", baseline.origin)
    case .cache: row(cache.value.map(Self.quoted) ?? "that of the user", cache.origin)
    case .exclude: row(list(exclude.value), exclude.origin)
    case .failOn: row(failOn.value.rawValue, failOn.origin)
    case .ignore:
      row(
        list(
          ignore.value.map { "\($0.paths.joined(separator: " ")): \($0.checks.joined(separator: " ")): \($0.reason)" }),
        ignore.origin)
    case .include: row(list(include.value), include.origin)
    case .only: row(list(only.value), only.origin)
    case .severity:
      row(
        list(severity.value.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }), severity.origin)
    case .skip: row(list(skip.value), skip.origin)
    case .window: row(String(window.value), window.origin)
    }
  }

  /// A text as YAML has it, with quotation marks where it needs them.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "-_./".utf8.contains($0)
    }
    return isPlain && !text.isEmpty ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension Configuration.Setting<String?> {
  /// Takes the value of an option. Without this one, an option that is not given would be taken for the value nil.
  public mutating func choose(_ value: String?) {
    if let value { choose(.some(.some(value))) }
  }
}
