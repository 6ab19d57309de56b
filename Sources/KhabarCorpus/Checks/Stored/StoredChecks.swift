import KhabarExport

/// What is wrong with documents of Khabar that stand in the corpus, and with lists of digests.
enum StoredChecks {
  private static let article = "وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط.\n"
  private static let digest = Digest.hex(Array(article.utf8))
  private static let other = Digest.hex([])

  /// A report with as little as its schema asks for.
  private static func report(_ sha256: String, _ direction: String = "rtl") -> String {
    """
    {"blocks":[],"direction":"\(direction)","facts":[],"findings":[],"format":"khabar.report/1",\
    "generator":{"name":"khabar","version":"0.1.0"},"id":"\(sha256.prefix(16))","language":"ar","mentions":[],\
    "quantities":[],"source":{"bytes":4,"charset":"utf-8","mediaType":"text/plain","name":"article.txt",\
    "sha256":"\(sha256)"},"text":"","times":[]}
    """
  }

  static let stale = Check(
    "stale-report", .error, "The stored document is of another version of {}.",
    arabic: "الوثيقة المخزنة تخص نسخة أخرى من {}.", remedy: "Make the document anew.",
    good: [.init(("article.txt", article), ("report.json", report(digest)))],
    bad: [.init(("article.txt", article), ("report.json", report(other)))])

  static let invalid = Check(
    "invalid-export", .error, "The stored document does not follow the schema of its kind ({}).",
    arabic: "لا تتبع الوثيقة المخزنة مخطط نوعها ({}).", remedy: "Make the document anew with this version of Khabar.",
    good: [.init(("report.json", report(other)))],
    bad: [
      .init(("report.json", report(other, "up"))),
      .init(("reports.ndjson", report(other) + "\n" + report(other, "up"))),
    ])

  static let mismatch = Check(
    "digest-mismatch", .error, "The digest of {} is not the one that is listed.",
    arabic: "بصمة {} ليست المسجلة في القائمة.",
    remedy: "Restore the file, or write the list anew if the change is wanted.",
    good: [.init(("article.txt", article), ("article.txt.sha256", "\(digest)  article.txt\n"))],
    bad: [.init(("article.txt", article), ("article.txt.sha256", "\(other)  article.txt\n"))])

  static let missing = Check(
    "missing-file", .error, "{} is listed with its digest and is not there.", arabic: "{} مذكور في القائمة وغير موجود.",
    remedy: "Restore the file, or write the list anew.",
    good: [.init(("article.txt", article), ("article.txt.sha256", "\(digest)  article.txt\n"))],
    bad: [.init(("lost.txt.sha256", "\(digest)  lost.txt\n"))])

  static let bundle = Check(
    "broken-bundle", .error, "The bundle is not whole: {}.", arabic: "الحزمة غير سليمة: {}.",
    remedy: "Get another copy of it; `khabar verify` tells more.", bad: [])

  static let all = [stale, invalid, mismatch, missing, bundle]
}
