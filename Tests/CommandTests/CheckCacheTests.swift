import Foundation
import TestSupport
import Testing

/// A check that goes on from the last one says what a first check says.
@Suite struct CheckCacheTests {
  /// Makes a corpus, edits it at random, and compares after each edit the output of a check with a cache with that of one
  /// without: byte for byte, of the whole and of a part.
  private static let script = """
    import os, random, subprocess, sys, time
    seed, khabar = int(sys.argv[1]), os.environ["KHABAR"]
    dice = random.Random(seed)
    names = "سالم خالد منى ليلى يوسف مريم حسن زيد عمر هدى".split()
    towns = "مسقط صحار نزوى صلالة صور البريمي عبري الرستاق".split()
    events = ["انهيار مبنى", "غرق عبّارة", "حريق مصنع", "تصادم قطارين", "انقطاع الكهرباء", "هبوط طائرة"]

    def word():
        return "".join(dice.choice("ابتثجحخدرزسشصضطعغفقكلمنهوي") for _ in range(6))

    def article(event=None):
        event = event or (dice.choice(events), dice.choice(towns), word(), dice.choice(names), dice.randint(1, 28))
        what, town, hint, name, day = event
        lines = [f"{what} {hint} في {town}", f"{town} - {day} أيار 2023", "",
            f"قتل {dice.randint(3, 30)} شخصا في {what} {hint} بمدينة {town}، وفق ما أعلنت هيئة الدفاع المدني.",
            f"وقال المتحدث باسم الهيئة {name} الحارثي إن فرق الإنقاذ تواصل البحث في {hint} {dice.choice(towns)}."]
        lines += [f"وأضاف أن {word()} {word()} توقف بعد {dice.randint(2, 9)} ساعات." for _ in range(dice.randint(0, 3))]
        if dice.random() < 0.1: lines.append("وتعقد الجلسة المقبلة في 31 نيسان 2024.")
        if dice.random() < 0.1: lines.append("khabar:ignore impossible-date: the ministry wrote so")
        known.append(event)
        return "\\n\\n".join(lines) + "\\n"

    known, files = [], {}
    def write(path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        files[path] = text
        with open(path, "w", encoding="utf-8") as file: file.write(text)
    def path(): return f"corpus/{dice.randint(0, 3)}/{dice.randint(0, 10**6)}.txt"

    for _ in range(70): write(path(), article(dice.choice(known) if known and dice.random() < 0.3 else None))

    def edit():
        one = dice.choice(sorted(files))
        match dice.randrange(9):
            case 0: write(path(), article())
            case 1: write(path(), article(dice.choice(known)))
            case 2: write(path(), files[one])
            case 3: write(path(), files[one] + f"\\n{word()} {word()}.\\n")
            case 4: write(one, files[one] + f"\\nوتابع {word()}.\\n")
            case 5: write(one, files[one].replace("أيار", "حزيران"))
            case 6:
                os.remove(one); del files[one]
            case 7:
                new = path(); os.makedirs(os.path.dirname(new), exist_ok=True)
                os.rename(one, new); files[new] = files.pop(one)
            case 8: os.utime(one)

    def check(*options):
        run = subprocess.run([khabar, "check", "--format", "json", "--severity", "near-duplicate=note", *options], capture_output=True)
        assert run.returncode in (0, 1), run.stderr.decode()
        return run.stdout

    for step in range(25):
        for _ in range(dice.randint(1, 3)): edit()
        # Without a pause the edits are younger than a tick of the system's clock.
        if dice.random() < 0.7: time.sleep(0.04)
        scope = "corpus" if dice.random() < 0.85 else "corpus/1"
        if check(scope, "--cache", "cache") != check(scope, "--no-cache"):
            print(f"seed {seed} step {step} {scope}: the cache changes the result")
            sys.exit(1)
    print("same")
    """

  @Test(arguments: 1...4) func `random edits are found as a first check finds them`(seed: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.script, to: "edit.py")
    let result = try Program.bash("cd '\(folder.path)' && export KHABAR && python3 edit.py \(seed)")
    #expect(result.output == "same\n", "\(result.output)\(result.errors)")
  }

  @Test func `a small change writes little`() throws {
    let script = """
      mkdir corpus; for i in $(seq 80); do echo "غرقت العبّارة رقم $i قبالة زنجبار، وقال الوزير إن $i أشخاص قتلوا." >corpus/$i.txt; done
      sleep 0.1; $KHABAR check corpus --cache c >/dev/null; sleep 0.1; $KHABAR check corpus --cache c >/dev/null; stat -c %s c/*
      echo "وأضاف الوزير أن البحث يتواصل." >>corpus/7.txt; sleep 0.1; $KHABAR check corpus --cache c >/dev/null; stat -c %s c/*
      """
    let folder = try TemporaryFolder()
    let sizes = try Program.bash("cd '\(folder.path)'; \(script)").lines.compactMap { Int($0) }
    #expect(sizes.count == 3 && sizes[0] == sizes[1] && sizes[2] * 8 < sizes[1], "\(sizes)")
  }
}
