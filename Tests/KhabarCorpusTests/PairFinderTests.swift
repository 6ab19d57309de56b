import KhabarCorpus
import TestSupport
import Testing

@Suite struct PairFinderTests {
  private func pairs(
    _ articles: [(text: String, published: String?)], _ options: PairFinder.Options = .init()
  ) -> [ArticlePair] {
    let finder = PairFinder(options)
    for article in articles {
      finder.add(ArticleSketch(text: Array(article.text.utf8), published: article.published))
    }
    return finder.pairs()
  }

  private static let arabic =
    "غرقت العبارة مريم قبالة جزيرة بيمبا مساء الاثنين وعلى متنها 112 راكبا وشحنة من القرنفل، وقال جمعة مواليمو إن 14 شخصا لقوا حتفهم"
  private static let english =
    "The ferry Mariam sank off Pemba island on Monday with 112 passengers and a cargo of cloves; 14 people died, said Juma Mwalimu"
  private static let other =
    "افتتح وزير الموارد المائية المغربي كريم الصنهاجي سد وادي الريان قرب تازة بسعة 240 مليون متر مكعب لري بساتين الزيتون"

  @Test func `two languages of one event are a pair, another event is not`() {
    let found = pairs([
      (Self.arabic, "2024-03-05"), (Self.other, "2024-03-05"), (Self.english, "2024-03-06"),
    ])
    #expect(found.map { [$0.a, $0.b] } == [[0, 2]])
    #expect(found.first?.days == 1)
    #expect(found.first?.copy == nil)
    #expect(found.first?.words.contains("112") == true)
  }

  @Test func `reports of one event lie within the window, near copies may lie further apart`() {
    let apart: [(String, String?)] = [(Self.arabic, "2024-03-05"), (Self.english, "2024-03-25")]
    #expect(pairs(apart).isEmpty)
    let copies = pairs([(Self.arabic, "2024-03-05"), (Self.arabic, "2024-06-05")])
    #expect(copies.first?.copy == .near)
  }

  @Test func `of copies alone, reports written apart are left out`() {
    var options = PairFinder.Options()
    options.isCopiesOnly = true
    #expect(
      pairs([(Self.arabic, nil), (Self.arabic, nil), (Self.english, nil)], options).map { [$0.a, $0.b] } == [[0, 1]])
  }

  @Test func `nothing, one article and empty articles have no pairs`() {
    #expect(pairs([]).isEmpty)
    #expect(pairs([(Self.arabic, nil)]).isEmpty)
    #expect(pairs([("", nil), ("", nil), (" . ", "2024-01-01")]).isEmpty)
  }

  /// Twenty subjects of thirty look-alikes each, every one with a copy in other words, and more articles than are
  /// compared all with all.
  @Test func `look-alikes share their subject, copies more than that`() {
    func words(_ name: String, _ range: Range<Int>) -> [String] { range.map { "\(name)\($0)" } }
    var articles: [(String, String?)] = []
    var wanted: Set<[Int]> = []
    for subject in 0..<20 {
      let common = words("subject\(subject)x", 0..<30)
      for article in 0..<30 {
        let own = words("s\(subject)a\(article)x", 0..<12)
        articles.append(((common + own).joined(separator: " "), nil))
        if article < 5 {
          let copy = Array(common.reversed()[..<24]) + own.reversed()[..<9] + words("s\(subject)c\(article)x", 0..<9)
          wanted.insert([articles.count - 1, articles.count])
          articles.append((copy.joined(separator: " "), nil))
        }
      }
    }
    let found = Set(pairs(articles).map { [$0.a, $0.b] })
    #expect(Double(found.intersection(wanted).count) >= 0.97 * Double(wanted.count))
    #expect(Double(found.subtracting(wanted).count) <= 0.03 * Double(found.count))
  }
}
