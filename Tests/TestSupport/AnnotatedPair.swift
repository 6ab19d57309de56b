import Foundation

/// Two articles of `Tests/Articles` with what an annotator found in them: facts by name, pairs of facts that tell one
/// thing, pairs that may stand together, typed differences. Spans count Unicode code points.
public struct AnnotatedPair: Sendable {
  /// A span with the name of its fact.
  public typealias Facts = [String: Fact]

  /// A fact of one article.
  public struct Fact: Decodable, Sendable {
    /// First code point and the one behind the last.
    public var span: [Int]
  }

  /// A typed difference of two facts.
  public struct Difference: Decodable, Sendable {
    /// The names of the two facts.
    public var pair: [String]
    /// What they differ in.
    public var dimension: String
    /// The words of A that carry it.
    public var a: String
    /// The words of B that carry it.
    public var b: String
    /// Whether both cannot be true.
    public var conflict: Bool
  }

  private struct Gold: Decodable {
    struct Sides<Value: Decodable & Sendable>: Decodable, Sendable { var a: Value, b: Value }
    var published: Sides<String>
    var facts: Sides<Facts>
    var shared: [[String]]
    var related: [[String]]
    var differences: [Difference]
    var repeats: Sides<[[Int]]>
  }

  /// The articles.
  public let texts: (a: String, b: String)
  /// The days on which they were published.
  public let published: (a: String, b: String)
  /// Their facts.
  public let facts: (a: Facts, b: Facts)
  /// Pairs that tell one thing, each with its relation as the third word.
  public let shared: [[String]]
  /// Pairs that are no errors.
  public let related: [[String]]
  /// What the pairs differ in.
  public let differences: [Difference]
  /// Headlines that restate a fact.
  public let repeats: (a: [[Int]], b: [[Int]])

  /// The names of all pairs.
  public static let names = Project.files(under: "Tests/Articles", "gold.json").map {
    String($0.split(separator: "/").last?.dropLast(".gold.json".count) ?? "")
  }

  /// Reads a pair.
  public init(_ name: String) throws {
    let stem = "Tests/Articles/\(name)"
    let gold = try JSONDecoder().decode(Gold.self, from: Data(try Project.text("\(stem).gold.json").utf8))
    texts = (try Project.text("\(stem)_a.txt"), try Project.text("\(stem)_b.txt"))
    published = (gold.published.a, gold.published.b)
    facts = (gold.facts.a, gold.facts.b)
    (shared, related, differences) = (gold.shared, gold.related, gold.differences)
    repeats = (gold.repeats.a, gold.repeats.b)
  }
}
