import Khabar

/// What is wrong with a configuration file.
public struct ConfigurationTrouble: Error, Sendable, Equatable {
  /// From 1.
  public var line: Int
  /// What is wrong, and the nearest right name where one is wrong.
  public var what: String
}

extension Configuration {
  /// Reads a configuration file.
  public init(_ bytes: [UInt8]) throws(ConfigurationTrouble) {
    let document: YAML
    do { document = try YAML(bytes) } catch { throw ConfigurationTrouble(line: error.line, what: error.what) }
    self.init()
    switch document.value {
    case .nothing: return
    case .map(let members):
      for (name, line, value) in members {
        guard let key = Key(rawValue: name) else {
          throw Self.unknown("key", name, Key.allCases.map(\.rawValue), line)
        }
        try read(key, value, line)
      }
    case .text, .list: throw ConfigurationTrouble(line: document.line, what: "is no list of keys")
    }
  }

  private mutating func read(_ key: Key, _ value: YAML, _ line: Int) throws(ConfigurationTrouble) {
    let origin = Origin.file(line: line)
    func setting<Value>(_ value: Value) -> Setting<Value> {
      var setting = Setting(value)
      setting.origin = origin
      return setting
    }
    switch key {
    case .only: only = setting(try Self.checks(value))
    case .skip: skip = setting(try Self.checks(value))
    case .severity: severity = setting(try Self.severities(value))
    case .include: include = setting(try Self.texts(value))
    case .exclude: exclude = setting(try Self.texts(value))
    case .ignore: ignore = setting(try Self.suppressions(value))
    case .failOn: failOn = setting(try Self.choice(value, FailOn.allCases.map(\.rawValue), FailOn.init))
    case .baseline: baseline = setting(try Self.text(value))
    case .cache: cache = setting(try Self.text(value))
    case .window:
      guard let days = Int(try Self.text(value)), (0...3650).contains(days) else {
        throw ConfigurationTrouble(line: line, what: "\"window\" is a number of days")
      }
      window = setting(days)
    }
  }

  private static func unknown(_ what: String, _ name: String, _ names: [String], _ line: Int) -> ConfigurationTrouble {
    ConfigurationTrouble(line: line, what: "there is no \(what) \"\(name)\"\(Nearest.hint(name, names))")
  }

  private static func text(_ value: YAML) throws(ConfigurationTrouble) -> String {
    guard case .text(let text) = value.value else {
      throw ConfigurationTrouble(line: value.line, what: "a text is expected here")
    }
    return text
  }

  /// A list of texts; one text is a list of one.
  private static func texts(_ value: YAML) throws(ConfigurationTrouble) -> [String] {
    switch value.value {
    case .nothing: return []
    case .text(let text): return [text]
    case .list(let items):
      var texts: [String] = []
      for item in items { texts.append(try text(item)) }
      return texts
    case .map: throw ConfigurationTrouble(line: value.line, what: "a list is expected here")
    }
  }

  private static func choice<Choice>(
    _ value: YAML, _ names: [String], _ make: (String) -> Choice?
  ) throws(ConfigurationTrouble) -> Choice {
    let name = try text(value)
    guard let choice = make(name) else { throw unknown("value", name, names, value.line) }
    return choice
  }

  private static func checks(_ value: YAML) throws(ConfigurationTrouble) -> [String] {
    let codes = try texts(value)
    for code in codes { try expect(check: code, value.line) }
    return codes
  }

  private static func expect(check code: String, _ line: Int) throws(ConfigurationTrouble) {
    guard Check.named(code) == nil else { return }
    throw unknown("check", code, Check.all.map(\.code), line)
  }

  private static func severities(_ value: YAML) throws(ConfigurationTrouble) -> [String: Finding.Severity] {
    if case .nothing = value.value { return [:] }
    guard case .map(let members) = value.value else {
      throw ConfigurationTrouble(line: value.line, what: "\"severity\" has lines of \"check: error, warning or note\"")
    }
    var severities: [String: Finding.Severity] = [:]
    for (code, line, value) in members {
      try expect(check: code, line)
      severities[code] = try choice(value, Finding.Severity.allCases.map(\.rawValue), Finding.Severity.init)
    }
    return severities
  }

  private static func suppressions(_ value: YAML) throws(ConfigurationTrouble) -> [Suppression] {
    guard case .list(let items) = value.value else {
      if case .nothing = value.value { return [] }
      throw ConfigurationTrouble(line: value.line, what: "\"ignore\" is a list")
    }
    var suppressions: [Suppression] = []
    for item in items { suppressions.append(try suppression(item)) }
    return suppressions
  }

  private static func suppression(_ value: YAML) throws(ConfigurationTrouble) -> Suppression {
    guard case .map(let members) = value.value else {
      throw ConfigurationTrouble(
        line: value.line, what: "an entry of \"ignore\" has \"paths\", \"checks\" and \"reason\"")
    }
    var suppression = Suppression(paths: [], checks: [], reason: "")
    for (name, line, value) in members {
      switch name {
      case "paths": suppression.paths = try texts(value)
      case "checks": suppression.checks = try checks(value)
      case "reason": suppression.reason = try text(value)
      default: throw unknown("key", name, ["paths", "checks", "reason"], line)
      }
    }
    guard !suppression.paths.isEmpty else {
      throw ConfigurationTrouble(line: value.line, what: "an entry of \"ignore\" needs \"paths\"")
    }
    guard suppression.reason.utf8.contains(where: { $0 > 0x20 }) else {
      throw ConfigurationTrouble(line: value.line, what: "an entry of \"ignore\" needs a \"reason\"")
    }
    return suppression
  }
}
