import Foundation
import TestSupport
import Testing

/// The recipes of `integrations/`, run as their hosts run them.
@Suite struct IntegrationTests {
  private static let body = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."
  private static let article = "وصول وفد التفاوض إلى مسقط\nمسقط - 8 أيار 2023\n\n\(body)\n"

  /// A folder with a good and an empty article, in which `khabar` is on PATH.
  private func run(_ script: String, environment: [String: String] = [:]) throws -> (Program.Result, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "a.txt")
    try folder.write("", to: "b.txt")
    let setup =
      "cd '\(folder.path)'; mkdir .bin; ln -s \"$KHABAR\" .bin/khabar; export PATH=$PWD/.bin:$PATH HOME=$PWD; "
    return (try Program.bash(setup + script, environment: environment), folder)
  }

  @Test func `the GitHub action annotates, summarizes and writes SARIF`() throws {
    let script = Project.path("integrations/github-action/run.sh")
    let (result, folder) = try run(
      "KHABAR=khabar '\(script)'",
      environment: [
        "KHABAR_PATHS": "a.txt b.txt", "KHABAR_OPTIONS": "--fail-on note --skip no-date",
        "GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output",
      ])
    #expect(result.status == 1)
    #expect(result.lines.first?.hasPrefix("::error file=b.txt,title=unreadable-article::") == true, "\(result)")
    #expect(try folder.text("summary.md").hasPrefix("### khabar check: 2 files, 1 articles\n"))
    #expect(try folder.text("output") == "sarif=khabar.sarif\n")
    #expect(try folder.text("khabar.sarif").contains("\"unreadable-article\""))
    let (good, _) = try run("KHABAR=khabar '\(script)'", environment: ["KHABAR_PATHS": "a.txt"])
    #expect(good.status == 0 && good.output == "")
  }

  @Test func `the action passes on what its script reads`() throws {
    let action = try Project.text("integrations/github-action/action.yml")
    let script = try Project.text("integrations/github-action/run.sh")
    for name in ["KHABAR", "KHABAR_PATHS", "KHABAR_OPTIONS", "KHABAR_SARIF", "KHABAR_CACHE"] {
      #expect(action.contains("        \(name): ${{ inputs."))
      #expect(script.contains("${\(name):-"))
    }
  }

  @Test func `the GitLab job writes both reports`() throws {
    let template = try Project.text("integrations/gitlab/khabar.gitlab-ci.yml")
    let line = try #require(template.split(separator: "\n").first { $0.hasPrefix("    - khabar check") })
    let (result, folder) = try run(
      String(line.dropFirst(6)), environment: ["KHABAR_PATHS": ".", "KHABAR_OPTIONS": "--skip no-date"])
    #expect(result.status == 1)
    for name in ["gl-code-quality-report.json", "khabar-junit.xml"] {
      #expect(template.contains(": \(name)"))
      #expect(try folder.text(name).contains("b.txt"))
    }
  }

  @Test func `the hooks of pre-commit run on the files of a commit`() throws {
    let hooks = try Project.text(".pre-commit-hooks.yaml")
    let entries = hooks.split(separator: "\n").filter { $0.hasPrefix("  entry: ") }.map { String($0.dropFirst(9)) }
    #expect(entries == ["khabar check", "khabar check"])
    #expect(try run("\(entries[0]) a.txt").0.status == 0)
    #expect(try run("\(entries[0]) a.txt b.txt").0.status == 1)
  }

  @Test func `pre-commit itself runs the hook on what is committed`() throws {
    guard Tool("pre-commit") != nil else { return }
    let script = """
      exec 2>&1
      export PRE_COMMIT_HOME=$PWD/.home GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
      mkdir hooks && cp '\(Project.path(".pre-commit-hooks.yaml"))' hooks && git -C hooks init -q
      git -C hooks add . && git -C hooks commit -qm hooks
      mkdir corpus && mv a.txt b.txt corpus && cd corpus && git init -q && echo 'skip: [no-date]' >.khabar.yml
      git add a.txt && pre-commit try-repo ../hooks khabar-check-system; echo "status $?"
      git add b.txt && pre-commit try-repo ../hooks khabar-check-system; echo "status $?"
      """
    let result = try run(script).0
    #expect(result.lines.filter { $0.hasPrefix("status ") } == ["status 0", "status 1"], "\(result.output)")
    #expect(result.output.contains("error b.txt: ") && !result.output.contains("a.txt:"), "\(result.output)")
  }

  @Test func `git shows facts instead of lines`() throws {
    let setup = """
      git init -q . && git config user.email a@b && git config user.name a && git add a.txt && git commit -qm one &&
      sed -i 's/مسقط لإجراء/الدوحة لإجراء/' a.txt &&
      """
    let text = """
      git config diff.khabar.textconv 'khabar report --color never' && echo '*.txt diff=khabar' >.gitattributes &&
      git diff -- a.txt
      """
    let (converted, _) = try run("\(setup) \(text)")
    #expect(converted.status == 0, "\(converted)")
    #expect(
      converted.output.contains("\n-  place مسقط = OM:muscat\n") && converted.output.contains("\n+  place الدوحة"))
    let tool = """
      git config difftool.khabar.cmd 'khabar compare "$LOCAL" "$REMOTE"' &&
      git difftool --no-prompt --tool khabar HEAD -- a.txt && \
      GIT_EXTERNAL_DIFF='\(Project.path("integrations/git/khabar-diff"))' git diff -- a.txt
      """
    let (compared, _) = try run("\(setup) KHABAR=khabar; export KHABAR; \(tool)")
    #expect(compared.status == 0, "\(compared)")
    #expect(compared.output.components(separatedBy: "Same event: ").count == 3)
  }
}
