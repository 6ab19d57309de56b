internal import Crypto

/// A link to a section in the bar of a page.
struct PageLink {
  /// The id of the section.
  var target: String
  /// What it is about, as a class of the style sheet.
  var kind: String
  /// What it is called.
  var label: String
  /// How much is in it.
  var count: Int?
  /// A sign before the label.
  var sign: String?

  init(_ target: String, _ kind: String, _ label: String, _ count: Int? = nil, sign: String? = nil) {
    (self.target, self.kind, self.label, self.count, self.sign) = (target, kind, label, count, sign)
  }
}

/// What every page has around its content: metadata, the policy that lets nothing be loaded or run, the style sheet.
struct PageFrame {
  /// The language of our own words.
  let language: InterfaceLanguage
  /// The title of the page.
  let title: String

  /// A page with a header, a bar of links to its sections and its content.
  func page(
    header: (inout HTMLWriter) -> Void, links: [PageLink], main: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var html = HTMLWriter()
    html.element("html", ["lang": language.rawValue, "dir": language.words.direction]) { html in
      html.element("head") { writeHead(&$0) }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#content"], text: language.words.skip)
        html.element("header", ["class": "top"], header)
        write(links, &html)
        html.element("main", ["id": "content"], main)
        html.element("footer") { html in
          html.element("p") { $0.element("bdi", text: "\(generatorName) \(khabarVersion)") }
        }
      }
    }
    return html.bytes
  }

  private func writeHead(_ html: inout HTMLWriter) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "color-scheme", "content": "light dark"])
    html.void("meta", ["name": "referrer", "content": "no-referrer"])
    html.element("title", text: title)
    html.style(PageStyle.sheet)
  }

  private func write(_ links: [PageLink], _ html: inout HTMLWriter) {
    html.element("nav", ["class": "bar", "aria-label": language.words.sections]) { html in
      html.element("ul") { html in
        for link in links {
          html.element("li") {
            $0.element("a", ["href": "#\(link.target)", "class": link.kind]) { write(link, &$0) }
          }
        }
      }
    }
  }

  private func write(_ link: PageLink, _ html: inout HTMLWriter) {
    if let sign = link.sign {
      html.sign(sign)
      html.text(" ")
    }
    html.text(link.label)
    guard let count = link.count else { return }
    html.text(" ")
    html.element("b", text: "\(count)")
  }

  /// Content Security Policy: nothing is loaded, nothing runs, and only the one style sheet applies.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(base64(SHA256.hash(data: Array(PageStyle.sheet.utf8))))'; "
    + "base-uri 'none'; form-action 'none'"

  /// Base 64 (RFC 4648) of a digest.
  private static func base64(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = Array(digest)
    return stride(from: 0, to: bytes.count, by: 3).reduce(into: "") { text, start in
      let three = bytes[start..<min(start + 3, bytes.count)]
      let bits = (three + Array(repeating: 0, count: 3 - three.count)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let four = [18, 12, 6, 0].map { digits[Int(bits >> UInt32($0)) & 63] }
      text += String(decoding: four.prefix(three.count + 1), as: UTF8.self)
      text += String(repeating: "=", count: 3 - three.count)
    }
  }
}
