/// XML that would have to be unfolded.
enum XMLEntities {
  static let check = Check(
    "xml-entities", .error, "The XML declares entities, which are not followed.",
    arabic: "يعرّف ملف XML كيانات لا تُتبع.", remedy: "Deliver it without a document type.",
    bad: [
      .init(("item.xml", "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"b\">]><nitf><body>&a;</body></nitf>"))
    ])
}
