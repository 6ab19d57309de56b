import Khabar
import KhabarCorpus

/// An article of a data line. Metadata that cannot be read costs the line a finding, not its report.
struct LineArticle {
  private(set) var article: Article
  private var findings: [Finding] = []

  /// Makes an article of a checked line's text or HTML, which JSON has as Unicode, whatever the page says of its charset.
  init(
    _ text: [UInt8], isHTML: Bool, name: String, url: String?, outlet: String?, language: String?, published: String?
  ) {
    article = Article(
      text, name: name, mediaType: isHTML ? "text/html" : "text/plain", charset: "utf-8", url: url, outlet: outlet)
    article.isUTF8 = true
    if let published {
      article.published = PublicationDate(argument: published)?.edtf
      if article.published == nil { note("unreadable-published", "not a date like 2023-05-31", published) }
    }
    if let language {
      article.language = LanguageTag(argument: language)?.tag
      if article.language == nil { note("unreadable-language", "not a language tag like ar", language) }
    }
  }

  /// What pair finding needs of it. Plain text is taken as it is: telling its blocks apart would cost more than all else.
  var sketch: ArticleSketch {
    guard article.mediaType == "text/plain" else { return ArticleSketch(report(hasFacts: false)) }
    return ArticleSketch(text: article.bytes, published: article.published)
  }

  /// The report of the article, with or without its facts; of many those are read faster whose words are known from others.
  func report(hasFacts: Bool = true, _ known: KnownWords? = nil) -> Report {
    var report = Report(of: article, hasFacts: hasFacts, known: known)
    report.findings += findings
    return report
  }

  /// Whether another article of a data line has the same text, and all that is said of it but its name, so that both are read alike.
  func isRead(as other: LineArticle) -> Bool {
    let (own, others) = (article, other.article)
    return own.bytes == others.bytes && own.mediaType == others.mediaType && own.language == others.language
      && own.published == others.published && own.url == others.url && own.outlet == others.outlet
      && findings == other.findings
  }

  private mutating func note(_ code: String, _ what: String, _ value: String) {
    findings.append(
      Finding(code: code, severity: .warning, message: "\"\(value.prefix(40))\" is \(what); it was ignored."))
  }
}
