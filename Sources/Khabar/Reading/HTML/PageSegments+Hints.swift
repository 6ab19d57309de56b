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
    bodies = tree.indices.filter { !spans[$0].isEmpty && inside($0) > 0 && Self.isBody($0, tree) }
    let main = bodies.filter { inside($0) * 10 > all * 4 }.last ?? -1
    for node in tree.indices where !tree.isText(node) && !spans[node].isEmpty {
      let hint = hint(node, tree)
      guard hint != .none else { continue }
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

  private static func isBody(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard tree.hasAttributes(node) else { return false }
    if let property = tree.attribute(node, .itemprop), property.elementsEqual("articleBody".utf8) { return true }
    if let value = tree.attribute(node, .class), PageHint.isBody(value) { return true }
    if let value = tree.attribute(node, .id), PageHint.isBody(value) { return true }
    return false
  }

  private func hint(_ node: Int, _ tree: MarkupTree) -> PageHint {
    var hint = PageHint(element: tree.name(node))
    guard hint == .none, tree.hasAttributes(node) else { return hint }
    for name in [MarkupName.class, .id] {
      guard let value = tree.attribute(node, name), !value.isEmpty else { continue }
      let found = PageHint(words: value)
      if found.isOut { return found }
      if found != .none { hint = found }
    }
    return hint
  }
}
