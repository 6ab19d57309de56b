/// A file that is not the one that was listed.
enum DigestMismatch {
  static let check = Check(
    "digest-mismatch", .error, "The digest of {} is not the one that is listed.",
    arabic: "بصمة {} ليست المسجلة في القائمة.",
    remedy: "Restore the file, or write the list anew if the change is wanted.",
    good: [
      .init(("article.txt", StoredExample.article), ("article.txt.sha256", StoredExample.list(StoredExample.digest)))
    ],
    bad: [
      .init(("article.txt", StoredExample.article), ("article.txt.sha256", StoredExample.list(StoredExample.other)))
    ])
}
