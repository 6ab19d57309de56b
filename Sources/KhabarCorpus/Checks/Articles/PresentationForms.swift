/// Letters as shapes.
enum PresentationForms {
  static let check = Check(
    "presentation-forms", .note, "Words are written in presentation forms, as PDF files have them.",
    arabic: "في النص كلمات بأشكال العرض كما في ملفات PDF.", remedy: "Normalize the text to NFKC.",
    bad: [.init("ﻭﺻﻞ ﺍﻟﻮﻓﺪ ﺇﻟﻰ ﻣﺴﻘﻂ\n\nﻭﺻﻞ ﺍﻟﻮﻓﺪ ﺇﻟﻰ ﻣﺴﻘﻂ ﺃﻣﺲ ﻹﺟﺮﺍﺀ ﻣﺤﺎﺩﺛﺎﺕ.")])
}
