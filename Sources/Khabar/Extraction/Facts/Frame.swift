/// An attribution found in a sentence.
struct Frame {
  /// What becomes of the words of the frame and of those around it.
  enum Mode {
    /// The content follows; the frame is cut off.
    case leads
    /// The clause stays whole, frame included ("X denied it").
    case keeps
    /// The content came before.
    case trails
    /// The content goes on around it.
    case inserted
  }

  var mode: Mode
  /// First token of the frame, its subject included.
  var start: Int
  /// First token of the content, or the first one to read on from.
  var content: Int
  var chain: Chain
  /// Whether its own subject is missing, so that the chain was carried on from before.
  var isCarried = false
  /// Whether its content is a noun ("أكد الوزير وصول الوفد"), so that a new clause with a subject of its own ends it.
  var isNominal = false
  /// Who says what follows a trailing frame, where its source goes on in a relative clause ("بحسب مصدر قال إن").
  var further: Chain?
  /// Whether that is the rest of what was said, which is no statement of its own (", some of them up to the roof").
  var isRest = false
}
