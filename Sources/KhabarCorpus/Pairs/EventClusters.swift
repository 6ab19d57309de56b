/// Groups articles into events by their pairs.
///
/// The surest pairs join first. Two groups become one only if enough of their articles are pairs, so that one doubtful
/// pair does not chain two events together.
public struct EventClusters {
  /// The groups of two and more, each as the numbers of its articles in ascending order, by their first article.
  public private(set) var groups: [[Int]] = []

  /// Of all pairs that two groups could have, one in so many must be there.
  private static let leastShare = 4

  private var parents: [Int]
  private var sizes: [Int]
  /// For each group the groups it has pairs with that did not join them yet, and how many.
  private var links: [[Int: Int]]

  /// Groups articles that are numbered from 0 to `count` - 1.
  public init(_ pairs: [ArticlePair], count: Int) {
    parents = Array(0..<count)
    sizes = Array(repeating: 1, count: count)
    links = Array(repeating: [:], count: count)
    for pair in pairs.sorted(by: { ($0.score, $1.a, $1.b) > ($1.score, $0.a, $0.b) }) { add(pair) }
    var members: [Int: [Int]] = [:]
    for article in 0..<count { members[root(article), default: []].append(article) }
    groups = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private mutating func add(_ pair: ArticlePair) {
    let (x, y) = (root(pair.a), root(pair.b))
    guard x != y else { return }
    let count = links[x][y, default: 0] + 1
    (links[x][y], links[y][x]) = (count, count)
    if count * Self.leastShare >= sizes[x] * sizes[y] { join(x, y) }
  }

  /// Puts the group with fewer links into the other one.
  private mutating func join(_ x: Int, _ y: Int) {
    let (kept, gone) = links[x].count >= links[y].count ? (x, y) : (y, x)
    parents[gone] = kept
    sizes[kept] += sizes[gone]
    links[kept][gone] = nil
    for (other, count) in links[gone] where other != kept {
      let sum = links[kept][other, default: 0] + count
      links[other][gone] = nil
      (links[kept][other], links[other][kept]) = (sum, sum)
    }
    links[gone] = [:]
  }

  private mutating func root(_ article: Int) -> Int {
    var at = article
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }
}
