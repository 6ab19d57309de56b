import Khabar

/// What people ask about that is no command of its own.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case formats
  case configuration
  case differences

  /// What it is about, in a few words.
  var title: String {
    switch self {
    case .exitCodes: "how commands end"
    case .formats: "what is read and what is written"
    case .configuration: "the file .khabar.yml and variables of the environment"
    case .differences: "the rules by which details differ"
    }
  }

  /// The whole of it, with the line break at its end.
  var text: String {
    switch self {
    case .exitCodes: Self.exitCodesText
    case .formats: Self.formatsText
    case .configuration: Self.configurationText
    case .differences: Self.differencesText
    }
  }

  private static let exitCodesText = """
    EXIT CODES

      0  done; with a difference too, unless --fail-on was given
      1  done, and what --fail-on conflict, unique, update or any names was found; check: a new finding of the severity
         that --fail-on names, which is error
      2  trouble: bad usage, unreadable input, an invalid bundle or a failed write

      A crash is never 0 or 1. A reader that goes away (khabar … | head) is no trouble: 0.

    """

  private static let formatsText = """
    WHAT IS READ

      plain text, HTML, ninjs 1 to 3, NITF, NewsML-G2, RSS and Atom with full texts, WARC, and gzip of all of them, told by
      their content; UTF-8, UTF-16, windows-1256, ISO-8859-6, windows-1252

    WHAT IS WRITTEN OF REPORTS AND COMPARISONS (--format)

      text         for people; --lang, --only, --context, --words, --width, --color
      html         a page for a browser: one file, no scripts, nothing to load
      markdown     for issues and wikis
      json         khabar.report/1, khabar.comparison/1
      ndjson       the same, one document a line
      xml          the same as XML
      csv          a table of facts
      ninjs        news in JSON 3.1; reports only
      annotations  W3C Web Annotations; reports only

      Several, with commas between them, are written into a folder: --format json,html -o FOLDER. khabar export --bundle
      writes reports and comparisons as one BagIt bag in a .tar.gz.

    WHAT khabar check WRITES (--format, --also FORM=FILE)

      text         for people
      json         khabar.check/1
      ndjson       one finding a line
      sarif        SARIF 2.1.0, for code scanning and editors
      junit        one test a file
      github       annotations of GitHub Actions
      gitlab       Code Quality of GitLab
      checkstyle   for tools that comment
      markdown     a step summary or a pull request

    """

  private static let configurationText = """
    .khabar.yml

      Settings of khabar check, looked for from the first path upward; --config FILE names another, and options win over it.
      khabar config show prints each value with where it comes from.

      only       run only these checks: [no-date]
      skip       leave these out: [no-date]
      severity   of checks: error, warning or note, one a line
      include    files of other names: ["*.article"]
      exclude    paths: [drafts/]; * and ? in one name, ** over folders
      fail-on    error, warning, note or never
      window     most days between two reports of one event
      baseline   a file of findings that are accepted
      cache      a folder for what the next check can use
      ignore     findings that are none: entries of paths, checks and a reason

    VARIABLES OF THE ENVIRONMENT

      LC_ALL, LC_MESSAGES, LANG  the language of text for people, by the first that is set: ar, else English; --lang beats it
      NO_COLOR                   no colour, if it is not empty; --color beats it
      CLICOLOR_FORCE             colour in files and pipes too, if it is not empty or 0; NO_COLOR beats it
      TERM                       no colour if it is dumb
      PAGER                      what shows long text on a terminal: less by default; cat, or --no-pager, for none
      LESS                       options of less: FRX by default
      SOURCE_DATE_EPOCH          the time of the members of a bundle, in seconds since 1970
      XDG_CACHE_HOME, HOME       where check keeps its cache: khabar in the first, else .cache/khabar in the second

      Outputs for programs depend on none of them but SOURCE_DATE_EPOCH.

    """

  /// A line for each rule; the rest of it is told by `khabar rules`.
  private static var differencesText: String {
    var text = "RULES OF DIFFERENCE\n"
    var section: String?
    for rule in DifferenceRule.all {
      if rule.section != section { text += "\n  \(rule.section)\n" }
      section = rule.section
      text += "    \(rule.verdict == .conflict ? "≠" : "~") \(rule.name)  \(rule.reason)\n"
    }
    return text
      + "\n  ≠ contradicts, ~ can both be true; versions are for compare --versions. khabar rules NAME has examples.\n"
  }
}
