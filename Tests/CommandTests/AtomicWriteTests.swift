import Foundation
import TestSupport
import Testing

/// A program that is killed, or has no room, leaves the old file or none.
@Suite struct AtomicWriteTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<150 {
      let text = try Project.text("seeds/\(number % 2 == 0 ? "000_52b912b0584e463f" : "004_76ffc98cad9dc6a4").txt")
      try folder.write("\(text)\n\(number)\n", to: "\(number).txt")
    }
  }

  @Test func `killed at 100 random moments, an export leaves a whole bundle or none`() throws {
    let script = """
      cd '\(folder.path)'
      whole=0; none=0; half=0
      RANDOM=6
      "$KHABAR" export *.txt --bundle b.tar.gz >/dev/null && cp b.tar.gz expected && rm b.tar.gz*
      for round in $(seq 100); do
        "$KHABAR" export *.txt --bundle b.tar.gz >/dev/null 2>&1 & child=$!
        sleep 0.$(printf %03d $((RANDOM % 450)))
        kill -9 $child 2>/dev/null; wait $child 2>/dev/null
        if [ ! -e b.tar.gz ]; then none=$((none + 1))
        elif cmp -s b.tar.gz expected; then whole=$((whole + 1)); else half=$((half + 1)); fi
        for side in b.tar.gz.sha256 b.tar.sha256; do
          if [ -e $side ] && [ $(wc -l <$side) != 1 ]; then half=$((half + 1)); fi
        done
        if [ $((round % 2)) = 0 ]; then rm -f b.tar.gz b.tar.gz.sha256 b.tar.sha256; fi
      done
      echo $half $((whole + none)); ls -A | grep -v -e '^[0-9]*.txt$' -e '^b\\.tar' -e '^expected$' | wc -l
      """
    let result = try Program.bash(script)
    #expect(result.lines.first == "0 100")
    if Program.isRelease { #expect(result.lines.last == "0") }
  }

  @Test func `a full disk ends with 2 and the path, and leaves nothing`() throws {
    let script = """
      mkdir '\(folder.path)/m' && mount -t tmpfs -o size=256k none '\(folder.path)/m' || { echo skipped; exit; }
      cd '\(folder.path)'
      "$KHABAR" export *.txt --bundle m/b.tar.gz >/dev/null; echo $?
      "$KHABAR" export *.txt --format json -o m/d >/dev/null; echo $?
      rm -rf m/d
      "$KHABAR" export *.txt --bundle b.tar.gz >/dev/null; "$KHABAR" unpack b.tar.gz -o m; echo $?
      ls -A m | wc -l
      umount '\(folder.path)/m'
      """
    let result = try Program.bash(script)
    guard result.lines != ["skipped"] else { return print("skipped: no tmpfs can be mounted here") }
    #expect(result.lines == ["2", "2", "2", "0"])
    #expect(result.errors.contains("khabar: m/b.tar.gz: cannot be written (No space left on device)"))
  }

  @Test func `a limit on the size of files ends with 2, and leaves the old bundle`() throws {
    try folder.write("old", to: "b.tar.gz")
    let result = try Program.bash(
      "cd '\(folder.path)'; ulimit -f 64; trap '' XFSZ; \"$KHABAR\" export *.txt --bundle b.tar.gz")
    #expect(result.status == 2)
    #expect(result.errors.contains("b.tar.gz: cannot be written (File too large)"))
    #expect(try folder.text("b.tar.gz") == "old")
  }
}
