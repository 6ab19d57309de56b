/// Lines that are stored from left to right.
enum VisualOrder {
  static let check = Check(
    "visual-order", .warning, "The Arabic text is stored in the order in which it is seen.",
    arabic: "النص العربي مخزن بترتيب ظهوره لا بترتيب قراءته.", remedy: "Turn its lines around.",
    good: [
      .init(
        "وصول الوفد إلى العاصمة مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها حول ملفات الاقتصاد والطاقة"
      )
    ],
    bad: [
      .init(
        "طقسم ةمصاعلا ىلإ دفولا لوصو\n\nةقاطلاو داصتقالا تافلم لوح اهيف نيلوؤسملا عم تاثداحم ءارجإل طقسم ىلإ سمأ دفولا لصو"
      )
    ])
}
