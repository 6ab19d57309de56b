package enum NameKey {
  package static func matches(_ a: String, _ b: String) -> Bool { a == b }
}
