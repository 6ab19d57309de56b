import Foundation

/// The built program, run as a user runs it.
public enum Program {
  /// What a run left.
  public struct Result: Sendable {
    /// Exit code, or minus the signal that ended it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
    /// Standard output, line by line.
    public var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  private static let release = ProcessInfo.processInfo.environment["KHABAR_BIN"]
  /// Whether the program was named by $KHABAR_BIN; the one beside the tests is built for debugging and slow.
  public static let isRelease = release != nil
  /// The program under test: $KHABAR_BIN, else the one beside the running test bundle.
  public static let path =
    release
    ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("khabar").path

  /// Runs the program.
  public static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try launch(path, arguments, Array(input.utf8), environment)
  }

  /// Runs the program on input that need not be text.
  public static func run(_ arguments: String..., bytes: [UInt8]) throws -> Result {
    try launch(path, arguments, bytes, [:])
  }

  /// Runs a script of bash in which `$KHABAR` is the program.
  public static func bash(_ script: String, environment: [String: String] = [:]) throws -> Result {
    try launch("/bin/bash", ["-c", script], [], environment.merging(["KHABAR": path]) { $1 })
  }

  /// Input and outputs are files, so that no pipe can fill up while nobody reads.
  private static func launch(
    _ path: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String]
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let files = try ["in", "out", "err"].map { name in
      try folder.write(name == "in" ? input : [], to: name)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Result(status: status, output: texts[1], errors: texts[2])
  }
}
