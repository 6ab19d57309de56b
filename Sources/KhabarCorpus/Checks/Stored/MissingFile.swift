/// A file that is listed and not there.
enum MissingFile {
  static let check = Check(
    "missing-file", .error, "{} is listed with its digest and is not there.", arabic: "{} مذكور في القائمة وغير موجود.",
    remedy: "Restore the file, or write the list anew.",
    good: [
      .init(("article.txt", StoredExample.article), ("article.txt.sha256", StoredExample.list(StoredExample.digest)))
    ],
    bad: [.init(("lost.txt.sha256", StoredExample.list(StoredExample.digest, "lost.txt")))])
}
