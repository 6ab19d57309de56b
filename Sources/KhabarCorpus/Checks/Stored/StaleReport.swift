/// A document of an article that is another one by now.
enum StaleReport {
  static let check = Check(
    "stale-report", .error, "The stored document is of another version of {}.",
    arabic: "الوثيقة المخزنة تخص نسخة أخرى من {}.", remedy: "Make the document anew.",
    good: [
      .init(("article.txt", StoredExample.article), ("report.json", StoredExample.report(StoredExample.digest)))
    ],
    bad: [.init(("article.txt", StoredExample.article), ("report.json", StoredExample.report(StoredExample.other)))])
}
