/// A bundle that does not verify.
enum BrokenBundle {
  static let check = Check(
    "broken-bundle", .error, "The bundle is not whole: {}.", arabic: "الحزمة غير سليمة: {}.",
    remedy: "Get another copy of it; `khabar verify` tells more.",
    bad: [.init(path: "visit.tar.gz", ([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x4B, 0x4C], 1))])
}
