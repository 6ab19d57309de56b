/// A clause of a sentence with the one who says it.
struct Piece {
  var range: Range<Int>
  var chain: Chain
  /// Whether a comma or a stronger mark stands before it.
  var isSetOff: Bool
  /// Whether a frame was cut off right before it.
  var followsFrame: Bool
  /// Whether it holds its own frame ("X denied it").
  var keepsFrame: Bool
}
