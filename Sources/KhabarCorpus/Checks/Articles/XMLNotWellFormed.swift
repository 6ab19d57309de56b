/// XML that ends too early, or is otherwise broken.
enum XMLNotWellFormed {
  static let check = Check(
    "xml-not-well-formed", .warning, "The XML is not well-formed, and may have been read in part.",
    arabic: "ملف XML غير سليم البنية، وقد يكون قُرئ بعضه.", remedy: "Get the file again.",
    bad: [.init(("item.xml", "<?xml version=\"1.0\"?><nitf><body><body.content><p>The talks opened in Muscat.</p>"))])
}
