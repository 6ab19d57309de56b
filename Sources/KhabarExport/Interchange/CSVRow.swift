/// One row of a table of comma-separated values (RFC 4180).
struct CSVRow {
  /// The row with its line break.
  private(set) var bytes: [UInt8] = []

  /// Makes a row of cells, in their order.
  init(_ cells: [String?]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(SafeText.bytes(Array((cell ?? "").utf8)))
    }
    bytes += [0x0D, 0x0A]
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show.
  private mutating func append(_ cell: [UInt8]) {
    var cell = cell
    if let first = cell.first, "=+-@".utf8.contains(first) { cell.insert(UInt8(ascii: "'"), at: 0) }
    guard cell.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) || cell.last == 0x20 else {
      return bytes += cell
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
    bytes.append(UInt8(ascii: "\""))
  }
}
