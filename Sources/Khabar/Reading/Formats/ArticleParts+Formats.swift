extension ArticleParts {
  /// Reads valid UTF-8 of a format other than plain text.
  init(_ utf8: [UInt8], _ format: Format) {
    switch format {
    case .html: self.init(page: utf8[...])
    case .ninjs: self.init(ninjs: utf8)
    case .nitf: self.init(nitf: utf8)
    case .newsML: self.init(newsML: utf8)
    case .feedItem: self.init(feedItem: utf8)
    case .text: self.init()
    }
  }

  /// Names what keeps an item from being read as an article.
  mutating func refuse(_ message: String) {
    findings.append(Finding(code: "no-article", severity: .error, message: message))
  }
}
