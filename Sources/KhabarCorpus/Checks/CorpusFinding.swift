import Khabar

/// A finding about a corpus, with its files.
public struct CorpusFinding: Sendable, Hashable {
  /// A stretch of a file.
  public struct Place: Sendable, Hashable {
    /// The file, as it was named.
    public var path: String
    /// The file from the folder of the configuration, which no way of naming it changes.
    public var key: String
    /// The article, where the file holds several.
    public var article: String?
    /// Where in it.
    public var spot: Spot

    /// Makes a place.
    public init(path: String, key: String, article: String? = nil, spot: Spot) {
      self.path = path
      self.key = key
      self.article = article
      self.spot = spot
    }
  }

  /// What was found.
  public var hit: Hit
  /// Where.
  public var place: Place
  /// The other file, of a finding about two.
  public var related: Place?
  /// The folded headline of the article, by which it is known again under another name.
  public var title: String
  /// Digest of what it is about: the same as long as the fault is the same, wherever it stands. Set by `Fingerprints`.
  public var fingerprint = ""
  /// Whether the baseline has it.
  public var isKnown = false
  /// Why it is not shown, and whether the article itself says so.
  public var suppression: (reason: String, isInline: Bool)? {
    get { suppressionReason.map { ($0, isSuppressedInline) } }
    set {
      suppressionReason = newValue?.reason
      isSuppressedInline = newValue?.isInline ?? false
    }
  }
  private var suppressionReason: String?
  private var isSuppressedInline = false

  /// Makes a finding.
  public init(_ hit: Hit, at place: Place, title: String = "", related: Place? = nil) {
    self.hit = hit
    self.place = place
    self.title = title
    self.related = related
  }

  /// The order of findings in every output: by file, then by place, then by check.
  static func precedes(_ a: CorpusFinding, _ b: CorpusFinding) -> Bool {
    if a.place.path != b.place.path { return a.place.path.utf8.lexicographicallyPrecedes(b.place.path.utf8) }
    let (x, y) = (a.place.spot.region, b.place.spot.region)
    let (left, right) = ([x?.line ?? 0, x?.column ?? 0], [y?.line ?? 0, y?.column ?? 0])
    if left != right { return left.lexicographicallyPrecedes(right) }
    return a.rest.utf8.lexicographicallyPrecedes(b.rest.utf8)
  }

  private var rest: String {
    [place.article ?? "", hit.check, related?.path ?? "", hit.content, hit.details.joined(separator: "\u{1}")]
      .joined(separator: "\u{0}")
  }
}
