/// Why a bundle could not be written.
public enum BundleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name holds other characters than ASCII letters, digits, ".", "_" and "-", begins with one of those three, or has
  /// more than 100.
  case unfitName(String)
  /// The organisation is empty or holds a control character.
  case unfitOrganisation(String)
  /// Two different articles have one id.
  case idCollision(String)
  /// A member is larger than the 8 GiB that ustar can hold, or its path is too long.
  case memberTooLarge(path: String)
  /// The compressor failed.
  case compression(String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .unfitName(let name):
      "\"\(name)\" cannot name a bundle: use at most 100 ASCII letters, digits, \".\", \"_\", \"-\", a letter or digit first."
    case .unfitOrganisation(let name):
      "\"\(name)\" cannot name an organisation: it is empty or holds a control character."
    case .idCollision(let id): "Two different articles have the id \(id)."
    case .memberTooLarge(let path): "\(path) does not fit into a ustar archive."
    case .compression(let reason): reason
    }
  }
}
