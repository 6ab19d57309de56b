import Foundation

/// A program of another maker that must accept what we write.
public struct Tool: Sendable {
  /// Its name on PATH.
  public let name: String
  private let path: String

  /// Looks the program up on PATH; where it is absent, says so and gives nil, and the test has nothing to show.
  public init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) else {
      print("skipped: no \(name) on PATH")
      return nil
    }
    self.name = name
    path = "\(folder)/\(name)"
  }

  /// Runs the program in a folder; answers its exit code and what it wrote to both outputs.
  public func run(_ arguments: [String], in folder: URL) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
