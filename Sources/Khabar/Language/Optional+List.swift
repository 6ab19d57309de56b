extension Optional {
  /// The value, or nothing. A list of what may be nil would be made and gone through to drop it.
  var list: [Wrapped] { map { [$0] } ?? [] }
}
