/// Currencies, by the unit of a quantity: ISO 4217, or a name that several states give theirs ("{pound}").
enum Currency {
  /// Which currencies go by a name alone.
  private static let named: [String: Set<String>] = [
    "{pound}": ["EGP", "GBP", "LBP", "SDG", "SSP", "SYP", "{lira}"],
    "{lira}": ["LBP", "SYP", "TRY", "{pound}"],
    "{dinar}": ["BHD", "DZD", "IQD", "JOD", "KWD", "LYD", "RSD", "TND"],
    "{riyal}": ["BRL", "IRR", "OMR", "QAR", "SAR", "YER"],
    "{dirham}": ["AED", "MAD"],
  ]

  static func isCurrency(_ unit: String) -> Bool {
    named[unit] != nil || unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether one of two units is a currency by name alone and the other one goes by that name: "ليرة", "ليرة سورية".
  static func shareName(_ a: String, _ b: String) -> Bool {
    named[a]?.contains(b) ?? false || named[b]?.contains(a) ?? false
  }

  /// Whether two units are currencies and cannot be one.
  static func areOthers(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b, a != b, isCurrency(a), isCurrency(b) else { return false }
    return !shareName(a, b)
  }
}
