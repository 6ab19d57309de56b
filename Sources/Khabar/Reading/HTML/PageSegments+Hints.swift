internal import Markup

extension PageSegments {
  /// Gives segments the hints of the elements around them.
  ///
  /// A hint that would cover most of the page's running text, or the element that names itself the body of the article,
  /// says something about the page and not about its parts.
  mutating func readHints(_ tree: MarkupTree) {
    var prose: [Int] = [0]
    var letters: [Int] = [0]
    for segment in segments {
      prose.append(prose[prose.count - 1] + (segment.isProse ? segment.letters : 0))
      letters.append(letters[letters.count - 1] + segment.letters)
    }
    let all = prose[prose.count - 1]
    func inside(_ node: Int) -> Int { prose[Int(spans[node].upperBound)] - prose[Int(spans[node].lowerBound)] }
    var hints: [(node: Int, hint: PageHint)] = []
    for node in tree.indices where !spans[node].isEmpty {
      let found = ElementHints(node, tree)
      if found.hint != .none { hints.append((node, found.hint)) }
      if found.isBody, inside(node) > 0 { bodies.append(node) }
    }
    let main = bodies.last { inside($0) * 10 > all * 4 } ?? -1
    for (node, hint) in hints {
      let span = Int(spans[node].lowerBound)..<Int(spans[node].upperBound)
      let share = inside(node) * 10
      let holdsMain = main >= node && main < tree.end(of: node)
      switch hint {
      case .outside: if share > all * 4 || holdsMain { continue }
      case .apart: if share > all * 9 || holdsMain { continue }
      case .comments: if share > all * 9 { continue }
      default: if letters[span.upperBound] - letters[span.lowerBound] > 500 { continue }
      }
      for index in span {
        if !hint.isOut {
          segments[index].hint = hint
        } else if segments[index].out == .none {
          segments[index].out = hint
        }
      }
    }
  }
}
