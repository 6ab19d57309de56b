import Testing

@testable import Khabar

@Suite struct EnglishAttributionTests {
  private func expect(_ text: String, _ lines: [String], at location: SourceLocation = #_sourceLocation) {
    #expect(FactReading(text).lines == lines, sourceLocation: location)
  }

  @Test func `a text may begin with a verb of saying`() {
    #expect(FactReading("Announced layoffs at the Tarn mill rose to 140 on Friday.").lines.count == 1)
    #expect(FactReading("Said to be safe, the bridge fell.").lines.isEmpty == false)
  }

  @Test func `a second speaker behind a statement is the outer link`() {
    expect(
      "The mayor said the dam had burst, according to two officials.",
      ["two officials [2] > The mayor > | the dam had burst"].map { $0.replacing(" [2]", with: "") })
    expect(
      "The driver told investigators that he had fallen asleep, police said.",
      ["police > The driver > | he had fallen asleep"])
  }

  @Test func `what is quoted says nothing of what stands behind it`() {
    expect(
      "“This is not what we agreed to,” the mayor said in his address, adding that the town would wait.",
      ["the mayor > | This is not what we agreed to", "the mayor > | the town would wait"])
  }

  @Test func `counted reports and the second word of a country say nothing`() {
    expect(
      "The firm recalled 900 heaters after 22 reports of overheating.",
      ["The firm > | 900 heaters after 22 reports of overheating"])
    #expect(FactReading("Korea, the United States and Japan have left the talks.").lines.count == 1)
  }

  @Test func `a quotation inside a clause does not end it before its speaker`() {
    expect(
      "Any attack will be met with a “notch up” response, state media reported.",
      ["state media > | Any attack will be met with a “notch up” response"])
  }

  @Test func `a statement without predicate behind a speaker belongs to the one before`() {
    expect(
      "Half a million people fled, the agency said, twice as many as last year.",
      ["the agency > | Half a million people fled, the agency said, twice as many as last year"])
  }

  @Test func `a leading frame is cut off with its relative clause`() {
    expect(
      "Norvane, which runs the ferry, said the crew was safe.", ["Norvane > | the crew was safe"])
  }

  @Test func `a trailing frame claims all clauses before it`() {
    expect(
      "The dam burst at dawn, and two villages were evacuated, officials said on Monday.",
      ["officials > | The dam burst at dawn", "officials > | two villages were evacuated"])
  }

  @Test func `a quotation belongs to the speaker behind it, and so does the next one`() {
    expect(
      "“The bridge will stay closed,” said Lena Orr, the harbour engineer. “It is not safe to cross.”",
      [
        "Lena Orr, the harbour engineer > | The bridge will stay closed",
        "Lena Orr, the harbour engineer > | It is not safe to cross",
      ])
  }

  @Test func `a medium that was told is the outer link`() {
    expect(
      "Two diplomats told Reuters that the envoy had left Geneva.",
      ["Reuters [Reuters] > Two diplomats > | the envoy had left Geneva"])
  }

  @Test func `an order is no statement`() {
    expect(
      "The court told the company to pay the fishermen.",
      ["The court > | The court told the company to pay the fishermen"])
  }

  @Test func `according to opens or closes`() {
    expect(
      "According to the port authority, the crane fell at noon.", ["the port authority > | the crane fell at noon"])
    expect(
      "The crane fell at noon, according to the port authority.", ["the port authority > | The crane fell at noon"])
  }

  @Test func `a participle and a pronoun carry the speaker on`() {
    expect(
      "Mayor Ida Holm said the library would reopen, adding that its books were dry. She said the cost was small.",
      [
        "Mayor Ida Holm > | the library would reopen", "Mayor Ida Holm > | its books were dry",
        "Mayor Ida Holm > | the cost was small",
      ])
  }

  @Test func `citing adds an inner link`() {
    expect(
      "Reuters reported, citing two officials, that the talks had stalled.",
      ["Reuters [Reuters] > two officials > | the talks had stalled"])
  }

  @Test func `a denial stays whole`() {
    let reading = FactReading("The ministry denied that it had sold the wheat.")
    #expect(reading.lines == ["The ministry > | The ministry denied that it had sold the wheat"])
    #expect(reading.matches.map(\.polarity) == [.denied])
  }

  @Test func `an announcement with a noun keeps its clause`() {
    expect(
      "A local militia claimed the attack on the depot.",
      ["A local militia > | A local militia claimed the attack on the depot"])
  }

  @Test func `said in a passive is no frame`() {
    expect("The painting is said to hang in a private house.", ["| The painting is said to hang in a private house"])
  }
}
