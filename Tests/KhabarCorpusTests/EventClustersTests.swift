import KhabarCorpus
import Testing

@Suite struct EventClustersTests {
  private func pair(_ a: Int, _ b: Int, _ score: Int) -> ArticlePair {
    ArticlePair(a: a, b: b, score: score, copy: nil, days: nil, words: [])
  }

  @Test func `pairs that share an article are one event`() {
    #expect(EventClusters([pair(0, 2, 900), pair(2, 3, 800)], count: 5).groups == [[0, 2, 3]])
  }

  @Test func `one doubtful pair does not chain two events`() {
    let two = [pair(0, 1, 900), pair(0, 2, 900), pair(1, 2, 900), pair(3, 4, 900), pair(3, 5, 900), pair(4, 5, 900)]
    #expect(EventClusters(two + [pair(2, 3, 510)], count: 6).groups == [[0, 1, 2], [3, 4, 5]])
    #expect(EventClusters(two + [pair(2, 3, 510), pair(1, 4, 510), pair(0, 5, 510)], count: 6).groups.count == 1)
  }

  @Test func `no pairs are no events`() {
    #expect(EventClusters([], count: 3).groups.isEmpty)
  }
}
