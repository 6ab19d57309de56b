/// Text in which brackets mark the spans that a test talks about, so that nobody counts columns.
///
/// `MarkedText("زار ⟦مسقط⟧ في ⟦8 أيار⟧")` has the text without the brackets and two spans.
public struct MarkedText: Sendable {
  /// The text without its markers.
  public let text: String
  /// The marked stretches in Unicode code points, in the order of their opening brackets; they may nest.
  public let spans: [Range<Int>]

  /// Reads the markers out of a text.
  public init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var opened: [(index: Int, start: Int)] = []
    var spans: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        opened.append((spans.count, scalars.count))
        spans.append(scalars.count..<scalars.count)
      case "⟧":
        guard let last = opened.popLast() else { preconditionFailure("a ⟧ without its ⟦ in: \(marked)") }
        spans[last.index] = last.start..<scalars.count
      default: scalars.append(scalar)
      }
    }
    precondition(opened.isEmpty, "a ⟦ without its ⟧ in: \(marked)")
    text = String(scalars)
    self.spans = spans
  }

  /// The text of a span.
  public func text(_ span: Range<Int>) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count)))
  }
}
