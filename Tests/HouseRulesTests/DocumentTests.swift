import Foundation
import TestSupport
import Testing

@Suite struct DocumentTests {
  @Test func `the architecture names every folder of Sources`() throws {
    let page = try Project.text("docs/architecture.md")
    let folders = Set(Project.files(under: "Sources", "swift", "h", "c").map { $0.split(separator: "/").dropLast() })
    let names = folders.filter { $0.last != "include" }.map { $0.dropFirst().joined(separator: "/") }
    #expect(names.filter { !page.contains("`\($0)`") } == [])
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md"] + Project.files(under: "docs", "md"))
  func `links lead to files`(page: String) throws {
    let folder = Project.root.appendingPathComponent(page).deletingLastPathComponent()
    for part in try Project.text(page).components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      guard !target.isEmpty, !target.contains("://") else { continue }
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(String(target)).path), "\(target)")
    }
  }

  @Test func `the commands of the README exist and run`() throws {
    let readme = try Project.text("README.md")
    for script in ["./setup", "./check"] {
      #expect(readme.contains(script))
      #expect(FileManager.default.isExecutableFile(atPath: Project.path(script)), "\(script)")
    }
    for command in ["report", "compare", "relate", "export", "verify", "unpack", "list", "show"] {
      #expect(readme.contains("khabar \(command)"))
    }
  }

  @Test func `nothing points outside the project`() throws {
    for file in ["README.md", "CONTRIBUTING.md", "NOTICE"] + Project.files(under: "docs", "md") {
      #expect(!(try Project.text(file)).contains("/work/"), "\(file)")
    }
  }
}
