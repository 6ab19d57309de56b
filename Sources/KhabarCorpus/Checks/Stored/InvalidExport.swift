/// A document that the schema of its kind refuses.
enum InvalidExport {
  static let check = Check(
    "invalid-export", .error, "The stored document does not follow the schema of its kind ({}).",
    arabic: "لا تتبع الوثيقة المخزنة مخطط نوعها ({}).", remedy: "Make the document anew with this version of Khabar.",
    good: [.init(("report.json", StoredExample.report(StoredExample.other)))],
    bad: [
      .init(("report.json", StoredExample.report(StoredExample.other, "up"))),
      .init(
        (
          "reports.ndjson",
          StoredExample.report(StoredExample.other) + "\n" + StoredExample.report(StoredExample.other, "up")
        )),
    ])
}
