import Khabar
import KhabarExport

extension CheckedFile {
  /// The file as a cache keeps it; its paths stand beside it. First comes the outline, which every check reads.
  var cached: [UInt8] {
    let outline = FileOutline(self)
    var out = CacheWriter()
    out.write(sha256)
    out.write(outline.tellsMore ? 1 : 0)
    out.write(outline.signatures) { $0.write($1) }
    out.write(hits) { $0.write($1) }
    out.write(articles) { $0.write($1) }
    out.write(documents) { out, document in
      out.write(document.kind)
      out.write(document.isValid ? 1 : 0)
      out.write(document.sources) { out, source in
        out.write(source.name)
        out.write(source.sha256)
      }
    }
    out.write(digests) { out, line in
      out.write(line.sha256)
      out.write(line.name)
    }
    return out.bytes
  }

  /// Reads what was kept.
  init(cached bytes: ArraySlice<UInt8>, path: String, key: String) throws(CacheReader.Damage) {
    self.init(path: path, key: key)
    var reader = CacheReader(bytes)
    sha256 = try reader.optionalText()
    var signatures = try reader.outline(path: path, key: key).signatures[...]
    hits = try reader.list { reader throws(CacheReader.Damage) in try reader.hit() }
    articles = try reader.list { reader throws(CacheReader.Damage) in
      guard let signature = signatures.popFirst() else { throw CacheReader.Damage() }
      return try reader.article(signature)
    }
    documents = try reader.list { reader throws(CacheReader.Damage) in
      let (kind, isValid) = (try reader.text(), try reader.int() == 1)
      let sources = try reader.list { reader throws(CacheReader.Damage) in
        StoredDocument.Source(name: try reader.text(), sha256: try reader.text())
      }
      return StoredDocument(kind: kind, sources: sources, isValid: isValid)
    }
    digests = try reader.list { reader throws(CacheReader.Damage) in
      DigestLine(sha256: try reader.text(), name: try reader.text())
    }
  }
}

extension CacheWriter {
  mutating func write(_ hit: Hit) {
    write(hit.check)
    write(hit.severity.rawValue)
    write(hit.details) { $0.write($1) }
    write(hit.remark)
    write(hit.spot)
    write(hit.content)
    write(hit.isUncertain ? 1 : 0)
  }

  mutating func write(_ spot: Spot) {
    write([spot.region].compactMap { $0 }) { out, region in
      for number in [region.line, region.column, region.endLine, region.endColumn] { out.write(number) }
    }
    write(spot.text)
  }

  fileprivate mutating func write(_ signature: Signature) {
    write(signature.text)
    write(signature.sentences)
    write(signature.sketch)
    write(signature.terms)
    write(signature.day == nil ? 0 : 1)
    if let day = signature.day { write(day) }
  }

  fileprivate mutating func write(_ article: CheckedArticle) {
    for text in [article.name, article.sha256, article.title] { write(text) }
    write(article.hits) { $0.write($1) }
    write(article.suppressions) { out, entry in
      out.write(entry.codes) { $0.write($1) }
      out.write(entry.reason)
    }
  }
}

extension CacheReader {
  mutating func hit() throws(Damage) -> Hit {
    let code = try text()
    guard let severity = Finding.Severity(rawValue: try text()) else { throw Damage() }
    let details = try list { reader throws(Damage) in try reader.text() }
    return Hit(
      code: code, severity: severity, details: details, remark: try optionalText(), spot: try spot(),
      content: try text(), isUncertain: try int() == 1)
  }

  mutating func spot() throws(Damage) -> Spot {
    let regions = try list { reader throws(Damage) in
      Spot.Region(
        line: try reader.int(), column: try reader.int(), endLine: try reader.int(), endColumn: try reader.int())
    }
    return Spot(region: regions.first, text: try text())
  }

  /// What stands behind the digest of a file.
  mutating func outline(path: String, key: String) throws(Damage) -> FileOutline {
    var outline = FileOutline(path: path, key: key)
    outline.tellsMore = try int() == 1
    outline.signatures = try list { reader throws(Damage) in try reader.signature() }
    return outline
  }

  private mutating func signature() throws(Damage) -> Signature {
    var signature = Signature()
    signature.text = try number()
    signature.sentences = try number()
    signature.sketch = try hashes()
    signature.terms = try hashes()
    if try int() == 1 { signature.day = try int() }
    return signature
  }

  fileprivate mutating func article(_ signature: Signature) throws(Damage) -> CheckedArticle {
    let (name, sha256, title) = (try text(), try text(), try text())
    let hits = try list { reader throws(Damage) in try reader.hit() }
    let suppressions = try list { reader throws(Damage) in
      let codes = try reader.list { reader throws(Damage) in try reader.text() }
      return InlineSuppressions.Entry(codes: codes, reason: try reader.text())
    }
    return CheckedArticle(
      name: name, sha256: sha256, title: title, hits: hits, signature: signature, suppressions: suppressions)
  }
}
