/// Writes a page that is HTML and well-formed XML at once, so that tools of both read it.
///
/// Nothing is written unescaped: names of elements and attributes are ours, texts and values go through `HTMLText`.
struct HTMLWriter {
  /// Attributes in order; one without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  /// After which elements a line ends; within a line of text white space would be seen.
  private static let blocks: Set<String> = [
    "article", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "head",
    "header", "html", "li", "main", "meta", "nav", "ol", "p", "section", "style", "svg", "table", "tbody", "td", "th",
    "thead", "title", "tr", "ul",
  ]

  private(set) var bytes: [UInt8]

  /// Begins a page, or a part of one.
  init(isFragment: Bool = false) { bytes = isFragment ? [] : Array("<!DOCTYPE html>\n".utf8) }

  /// Writes an element and what the body writes into it.
  mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element that holds text only.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that never holds anything (`meta`).
  mutating func void(_ name: String, _ attributes: Attributes) {
    open(name, attributes, end: "/>")
    bytes.append(10)
  }

  /// Adds a part that another writer has made.
  mutating func raw(_ part: [UInt8]) { bytes += part }

  /// Writes text.
  mutating func text(_ text: String) { HTMLText.append(Array(text.utf8)[...], to: &bytes) }

  /// Writes a slice of valid UTF-8 as text.
  mutating func text(_ utf8: ArraySlice<UInt8>) { HTMLText.append(utf8, to: &bytes) }

  /// Writes a style sheet of ours, which holds nothing that HTML and XML read differently.
  mutating func style(_ sheet: String) {
    open("style", [:])
    bytes += sheet.utf8
    close("style")
  }

  private mutating func open(_ name: String, _ attributes: Attributes, end: String = ">") {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for case (let key, let value?) in attributes {
      bytes += " \(key)=\"".utf8
      HTMLText.append(Array(value.utf8)[...], to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += end.utf8
  }

  private mutating func close(_ name: String) {
    bytes += "</\(name)>".utf8
    if Self.blocks.contains(name) { bytes.append(10) }
  }
}
