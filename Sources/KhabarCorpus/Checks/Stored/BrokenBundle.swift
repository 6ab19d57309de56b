/// A bundle that does not verify; the tests of bundles have examples.
enum BrokenBundle {
  static let check = Check(
    "broken-bundle", .error, "The bundle is not whole: {}.", arabic: "الحزمة غير سليمة: {}.",
    remedy: "Get another copy of it; `khabar verify` tells more.", bad: [])
}
