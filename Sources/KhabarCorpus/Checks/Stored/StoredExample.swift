import KhabarExport

/// An article and documents of it, for the examples of checks of what is stored.
enum StoredExample {
  static let article = "وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط.\n"
  static let digest = Digest.hex(Array(article.utf8))
  /// The digest of something else.
  static let other = Digest.hex([])

  /// A report with as little as its schema asks for.
  static func report(_ sha256: String, _ direction: String = "rtl") -> String {
    """
    {"blocks":[],"direction":"\(direction)","facts":[],"findings":[],"format":"khabar.report/1",\
    "generator":{"name":"khabar","version":"0.1.0"},"id":"\(sha256.prefix(16))","language":"ar","mentions":[],\
    "quantities":[],"source":{"bytes":4,"charset":"utf-8","mediaType":"text/plain","name":"article.txt",\
    "sha256":"\(sha256)"},"text":"","times":[]}
    """
  }

  /// A list of one digest, as `sha256sum` writes it.
  static func list(_ sha256: String, _ name: String = "article.txt") -> String { "\(sha256)  \(name)\n" }
}
