/// A time of day as a text tells it.
struct Clock {
  var hour: Int
  var minute: Int
  /// Behind the time of day: "Z", an offset, or nothing for local time.
  var zone = ""
  /// The part of the day named with it (see `TimeWord.Kind.dayPart`).
  var part: Int?
  /// Whether the hour is one of 24 even without a part of the day.
  var isWhole: Bool
  /// The token behind it.
  var end: Int

  /// The time as EDTF writes it behind "T"; nil where morning and evening cannot be told apart.
  func text(in outer: Int?) -> String? {
    guard let hour = hour(in: part ?? outer), hour < 24 else { return nil }
    return EDTF.padded(hour, 2) + ":" + EDTF.padded(minute, 2) + zone
  }

  private func hour(in part: Int?) -> Int? {
    guard let part else { return isWhole || hour > 12 ? hour : nil }
    guard hour <= 12 else { return hour }
    let (first, end) = (part / 100, part % 100)
    if end <= 12 { return hour == 12 ? 0 : hour }
    if first < 12 { return hour < 7 ? hour + 12 : hour }
    if end > 24 { return hour == 12 ? 0 : hour < 6 ? hour : hour + 12 }
    return hour < 12 ? hour + 12 : hour
  }
}
