public import Khabar

/// What a check says of an article or a corpus, with files on which it must speak and files on which it must stay quiet.
///
/// The tests and `docs/checks.md` are made from these declarations.
public struct Check: Sendable {
  /// A small corpus: names and contents of its files.
  public struct Example: Sendable {
    /// A file, by its path in the corpus: some bytes, each run of them so many times.
    public typealias File = (path: String, runs: [(bytes: [UInt8], times: Int)])

    /// The files.
    public let files: [File]

    /// One article.
    init(_ text: String) { self.init(("article.txt", text)) }
    /// Some files.
    init(_ files: (path: String, text: String)...) { self.files = files.map { ($0.path, [(Array($0.text.utf8), 1)]) } }
    /// A file that is no text, or too large to be written out.
    init(path: String, _ runs: (bytes: [UInt8], times: Int)...) { files = [(path, runs)] }
  }

  /// Stable code ("exact-duplicate").
  public let code: String
  /// How bad it is where the configuration says nothing else. The reader may find some cases less bad.
  public let severity: Finding.Severity
  /// What is wrong, in one sentence, with {} for each detail.
  public let message: String
  /// The same in Arabic.
  public let arabicMessage: String
  /// What to do about it.
  public let remedy: String
  /// Files on which it stays quiet, though they look like it.
  public let good: [Example]
  /// Files on which it speaks.
  public let bad: [Example]

  init(
    _ code: String, _ severity: Finding.Severity, _ message: String, arabic: String, remedy: String,
    good: [Example] = [], bad: [Example]
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    arabicMessage = arabic
    self.remedy = remedy
    self.good = good
    self.bad = bad
  }

  /// All checks, in the order of the documentation.
  public static let all: [Check] =
    ReaderChecks.all + articleChecks.map(\.check)
    + [
      UnreadableArticle.check, ExactDuplicate.check, NearDuplicate.check, ConflictingReports.check,
      StaleReport.check, InvalidExport.check, DigestMismatch.check, MissingFile.check, BrokenBundle.check,
      BadSuppression.check, UnusedSuppression.check,
    ]

  /// The check of a code.
  public static func named(_ code: String) -> Check? { byCode[code] }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

  /// The checks of single articles, each with what it finds in a report.
  static let articleChecks: [(check: Check, hits: @Sendable (Report) -> [Hit])] = [
    (NoHeadline.check, NoHeadline.hits), (NoDate.check, NoDate.hits), (NoBody.check, NoBody.hits),
    (BoilerplateBody.check, BoilerplateBody.hits), (ImpossibleDate.check, ImpossibleDate.hits),
    (WeekdayMismatch.check, WeekdayMismatch.hits), (DateAfterPublication.check, DateAfterPublication.hits),
    (HeadlineNumber.check, HeadlineNumber.hits), (UnattributedQuote.check, UnattributedQuote.hits),
  ]
}
