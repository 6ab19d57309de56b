/// A stretch [start, end) of a report's text, in Unicode code points, as W3C Web Annotation counts.
///
/// The same stretch in UTF-8 offsets stands beside it, so that nobody has to count again.
public struct Span: Sendable, Hashable {
  /// First code point.
  public var start: Int
  /// One past the last code point.
  public var end: Int
  /// The same stretch as offsets into `Report.utf8`.
  public var bytes: Range<Int>

  /// Makes a span from code points and the byte range they cover.
  public init(start: Int, end: Int, bytes: Range<Int>) {
    self.start = start
    self.end = end
    self.bytes = bytes
  }

  /// The number of code points.
  public var count: Int { end - start }

  /// Whether both spans have a code point in common.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether the other span lies wholly inside this one.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
