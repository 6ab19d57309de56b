/// The version of Khabar that writes the documents (semantic versioning).
public let khabarVersion = "0.1.0"

/// The program's name, as every document carries it beside its version.
let generatorName = "khabar"
