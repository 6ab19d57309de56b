// swift-tools-version: 6.2
import PackageDescription

/// Unsafe code is an error outside the targets that face C (docs/architecture.md, "The unsafe fence").
let facingC: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .treatWarning("DeprecatedDeclaration", as: .warning),
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
]
let fenced = facingC + [.strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error)]

let package = Package(
  name: "khabar",
  products: [
    .library(name: "Khabar", targets: ["Khabar"]),
    .library(name: "KhabarExport", targets: ["KhabarExport"]),
    .library(name: "KhabarCorpus", targets: ["KhabarCorpus"]),
    .executable(name: "khabar", targets: ["khabar"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CLexicons"),
    .target(name: "CVectors"),  // loops over many numbers
    .target(name: "CSchemas"),  // C23 #embed of schemas/**, which every bundle carries
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: facingC),
    .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: facingC),
    .target(
      name: "Khabar",
      dependencies: ["CLexicons", "CVectors", "Markup", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: fenced),
    .target(
      name: "KhabarExport",
      dependencies: ["CSchemas", "Khabar", "Gzip", "Markup", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: fenced),
    .target(
      name: "SQLite", dependencies: ["CSQLite"], swiftSettings: facingC,
      // The archive, so that the program needs no SQLite of the system, whose version would change what an index is.
      linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),
    .target(
      name: "KhabarCorpus", dependencies: ["Khabar", "KhabarExport", "Markup", "SQLite"], swiftSettings: fenced),
    .executableTarget(
      name: "khabar",
      dependencies: [
        "Gzip", "Khabar", "KhabarCorpus", "KhabarExport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: fenced),
    .executableTarget(
      name: "extraction-bench", dependencies: ["Khabar"], path: "bench/extraction", swiftSettings: fenced),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "HouseRulesTests", dependencies: ["TestSupport"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"]),
    .testTarget(name: "GzipTests", dependencies: ["Gzip", "TestSupport"]),
    .testTarget(name: "KhabarTests", dependencies: ["CLexicons", "Khabar", "TestSupport"]),
    .testTarget(name: "KhabarExportTests", dependencies: ["Gzip", "Khabar", "KhabarExport", "TestSupport"]),
    .testTarget(name: "KhabarCorpusTests", dependencies: ["Khabar", "KhabarCorpus", "KhabarExport", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["Gzip", "Khabar", "KhabarCorpus", "KhabarExport", "khabar", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
