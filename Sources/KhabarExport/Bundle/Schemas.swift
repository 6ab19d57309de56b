internal import CSchemas

/// The files of `schemas/`, which are embedded so that every bundle can be validated with nothing else at hand.
enum Schemas {
  /// Names and bytes, in ascending order of the names.
  static var files: [(name: String, bytes: [UInt8])] {
    let all = unsafe UnsafeBufferPointer(start: khabar_schemas(), count: khabar_schema_count())
    return all.indices.map { index in
      let file = unsafe all[index]
      return unsafe (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
