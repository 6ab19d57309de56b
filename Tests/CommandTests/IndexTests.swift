import TestSupport
import Testing

@Suite struct IndexTests {
  /// A folder `corpus` with the seeds and some short articles, and what `bash` does in it.
  private func run(_ script: String) throws -> Program.Result {
    let folder = try TemporaryFolder()
    let setting = """
      cd '\(folder.path)' && mkdir corpus && cp '\(Project.seeds[0])' corpus/a.txt && cp '\(Project.seeds[1])' corpus/b.txt
      for i in $(seq 20); do echo "غرقت العبّارة رقم $i قبالة زنجبار، وقال الوزير إن $((i + 3)) أشخاص قتلوا." >corpus/n$i.txt; done

      """
    return try Program.bash(setting + script)
  }

  @Test func `only what has changed is read again`() throws {
    let result = try run(
      """
      exec 2>&1
      $KHABAR index corpus --db x.db; $KHABAR index corpus --db x.db
      rm corpus/n1.txt; echo 'نص آخر عن سد' >corpus/n2.txt; $KHABAR index corpus --db x.db
      """)
    #expect(
      result.lines == [
        "khabar: 22 files read, 0 unchanged, 0 gone, 0 not readable",
        "khabar: 0 files read, 22 unchanged, 0 gone, 0 not readable",
        "khabar: 1 files read, 20 unchanged, 1 gone, 0 not readable",
      ])
  }

  @Test func `what another program made is read again`() throws {
    let result = try run(
      """
      exec 2>&1
      cp $KHABAR other; echo >>other; $KHABAR index corpus --db x.db; ./other index corpus --db x.db; ./other index corpus --db x.db
      $KHABAR index corpus --db x.db --max-bytes 1000000
      """)
    #expect(
      result.lines.map { $0.split(separator: ",")[0] } == [22, 22, 0, 22].map { "khabar: \($0) files read" },
      "\(result)")
  }

  @Test func `pairs of an index are those of its files`() throws {
    let result = try run(
      """
      $KHABAR index corpus --db x.db 2>/dev/null; $KHABAR pairs corpus >a.txt; $KHABAR pairs --db x.db | cmp - a.txt && wc -l <a.txt
      rm corpus/n1.txt; cp corpus/a.txt corpus/c.txt; echo 'نص آخر عن سد' >corpus/n2.txt
      $KHABAR index corpus --db x.db 2>/dev/null; $KHABAR pairs corpus >b.txt; $KHABAR pairs --db x.db | cmp - b.txt
      $KHABAR clusters corpus >c.txt; $KHABAR clusters --db x.db | cmp - c.txt; cmp -s a.txt b.txt || echo other
      """)
    #expect(result.lines.count == 2 && result.lines.last == "other" && result.lines.first != "0", "\(result)")
  }

  @Test func `who reads while another process writes sees a whole state`() throws {
    let result = try run(
      """
      cat >read.py <<'END'
      import os, sqlite3, subprocess, time
      states = set()
      for turn in range(3):
          for number in range(1, 400):
              with open(f"corpus/n{number}.txt", "a") as file: file.write(f"قتل {number + turn} شخصا في زنجبار.\\n")
          writer = subprocess.Popen([os.environ["KHABAR"], "index", "corpus", "--db", "x.db"], stderr=subprocess.DEVNULL)
          while writer.poll() is None:
              if not os.path.exists("x.db"): continue
              base = sqlite3.connect("x.db", timeout=10)
              try:
                  base.execute("BEGIN")
                  sources = base.execute("SELECT count(*) FROM source").fetchone()
                  time.sleep(0.002)
                  rows = [base.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("article", "search")]
                  assert rows == [sources] * 2, (sources, rows)
                  states.add(sources)
              except sqlite3.OperationalError as error:
                  # Its tables come with its first transaction.
                  assert "no such table" in str(error), error
              base.close()
          assert writer.returncode == 0
      print(len(states) > 2)
      END
      export KHABAR; python3 read.py
      """)
    #expect(result.output == "True\n", "\(result)")
  }

  @Test func `an index of the first version is migrated`() throws {
    let result = try run(
      """
      exec 2>&1
      $KHABAR index corpus --db x.db 2>/dev/null
      python3 -c 'import sqlite3; base = sqlite3.connect("x.db")
      for sql in ("ALTER TABLE article DROP COLUMN sketch", "UPDATE source SET made_by = 0.1", "PRAGMA user_version = 1"): base.execute(sql)
      base.commit()'
      $KHABAR pairs --db x.db; $KHABAR search زنجبار --db x.db; $KHABAR index corpus --db x.db
      $KHABAR pairs corpus >a.txt; $KHABAR pairs --db x.db | cmp - a.txt
      """)
    #expect(
      result.lines == [
        "khabar: x.db: has the old version 1; run khabar index on it once",
        "khabar: x.db: has the old version 1; run khabar index on it once",
        "khabar: 22 files read, 0 unchanged, 0 gone, 0 not readable",
      ], "\(result)")
  }

  @Test(arguments: ["العباره زنجبار", "عبّارة", "والعبّارة", "\"قباله زنجبار\""])
  func `words are found in any spelling`(query: String) throws {
    let result = try run(
      "$KHABAR index corpus --db x.db 2>/dev/null; $KHABAR search '\(query)' --db x.db --format ndjson")
    #expect(result.lines.count == 20, "\(result.output) \(result.errors)")
  }

  @Test func `quoted words stand side by side`() throws {
    let script = "$KHABAR index corpus --db x.db 2>/dev/null; $KHABAR search '\"زنجبار قبالة\"' --db x.db; echo $?"
    #expect(try run(script).output == "0\n")
  }

  @Test(arguments: ["$KHABAR search x --db no.db", "echo x >no.db; $KHABAR search x --db no.db; "])
  func `what is no index is refused`(script: String) throws {
    let result = try run(script)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("khabar: no.db: "))
  }

  @Test func `the index may stand in the folder it indexes`() throws {
    let result = try run("$KHABAR index corpus --db corpus/x.db && $KHABAR index corpus --db corpus/x.db")
    #expect(result.status == 0)
    #expect(result.errors.hasSuffix("0 files read, 22 unchanged, 0 gone, 0 not readable\n"))
  }

  /// A run that is killed at any moment leaves a whole database, and the next one ends where a clean run does.
  @Test func `fifty kills do no harm`() throws {
    let result = try run(
      """
      cat >check.py <<'END'
      import sqlite3, sys
      base = sqlite3.connect(sys.argv[1])
      assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
      if len(sys.argv) > 2:
          for sql in ("SELECT * FROM source ORDER BY 1", "SELECT path, number, report, sketch FROM article ORDER BY 1, 2",
              "SELECT path, f.number, f.text FROM fact f JOIN article ON id = article ORDER BY 1, 2",
              "SELECT path, words, stems FROM search s JOIN article ON id = s.rowid ORDER BY 1"):
              print(base.execute(sql).fetchall())
      END
      for i in $(seq 50); do
        for n in $(seq 20); do echo "قتل $((i + n)) شخصا في زنجبار." >>corpus/n$n.txt; done
        $KHABAR index corpus --db x.db 2>/dev/null & pid=$!
        sleep "0.$((RANDOM % 4))$((RANDOM % 10))"; kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
        [ ! -e x.db ] || python3 check.py x.db || exit 1
      done
      $KHABAR index corpus --db x.db 2>/dev/null && $KHABAR index corpus --db clean.db 2>/dev/null || exit 1
      python3 check.py x.db all >x.txt && python3 check.py clean.db all >clean.txt && cmp x.txt clean.txt && wc -l <x.txt
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "4\n")
  }
}
