import Testing

@testable import Khabar

/// Texts laid out as outlets do. "kind| " before a line is the wanted role; "~kind| " begins a second block on the
/// same line.
@Suite struct LayoutTests {
  @Test(arguments: layouts) func `every line gets its role`(layout: String) {
    var text = ""
    var wanted: [String] = []
    for line in layout.split(separator: "\n", omittingEmptySubsequences: false) {
      for (part, piece) in line.split(separator: "~").enumerated() {
        // A hand-wrapped line has no role of its own: it goes on with the block before it.
        guard let bar = piece.firstIndex(of: "|"), part > 0 || piece[..<bar].allSatisfy(\.isLetter) else {
          text += piece
          continue
        }
        wanted.append(String(piece[..<bar]))
        text += piece[piece.index(bar, offsetBy: 2)...]
      }
      text += "\n"
    }
    let reading = Reading(plainText: Article(plainText: Array(text.utf8), name: "layout"))
    let found = reading.blocks.map {
      "\($0.kind.rawValue)| \(String(decoding: Array(text.utf8)[$0.span.bytes], as: UTF8.self))"
    }
    #expect(reading.blocks.map(\.kind.rawValue) == wanted, "\(found.joined(separator: "\n"))")
  }

  static let layouts = [
    """
    headline| انهيار رصيف قديم في مرفأ للصيد
    byline| تزروت: نسرين بوزقزة
    paragraph| انهار رصيف قديم في مرفأ للصيد مساء الثلاثاء بعد ساعات من الأمطار الغزيرة التي هطلت على الساحل.
    """,
    """
    headline| انهيار رصيف قديم في مرفأ للصيد
    deck| المحافظ: لا ضحايا حتى الآن
    paragraph| انهار رصيف قديم في مرفأ للصيد مساء الثلاثاء بعد ساعات من الأمطار الغزيرة التي هطلت على الساحل.
    """,
    """
    headline| غرق معدية نيلية جنوب دنقلا
    dateline| دنقلا – «الشمالية اليوم»
    paragraph| انقلبت معدية تعبر النيل عند قرية الغدار ظهر السبت وعلى متنها عشرات الركاب، حسبما صرح مدير الدفاع المدني بالولاية.
    """,
    """
    headline| هدنة في غزة لمدة ستين يوما
    dateline| القاهرة (رويترز) -
    paragraph| قال مسؤولان إن الهدنة تبدأ صباح الأحد المقبل في جميع مناطق القطاع من دون استثناء. وتشمل الهدنة وقف القصف.
    """,
    """
    headline| Beirut port reopens after fire
    dateline| BEIRUT (AP) —
    paragraph| The port of Beirut reopened on Wednesday after a fire that destroyed three warehouses. The minister said the damage was limited.
    """,
    """
    headline| مقتل سبعة أشخاص في انهيار جسر قيد الإنشاء غربي الهند

    dateline| نيودلهي - الأناضول
    dateline| 12 مارس 2024

    caption| فرق الإنقاذ تبحث عن ناجين تحت الأنقاض (أسوشيتد برس - أرشيف)

    paragraph| لقي سبعة عمال حتفهم، الثلاثاء، إثر انهيار جسر قيد الإنشاء في ولاية غوجارات غربي الهند، بحسب الشرطة.

    paragraph| وقالت الشرطة في بيان إن ثلاثة عمال آخرين نقلوا إلى المستشفى، وإن حالتهم مستقرة.

    related| مواضيع ذات صلة
    related| الهند تحقق في حادث قطارين
    related| أمطار غزيرة تغرق مومباي
    boilerplate| جميع الحقوق محفوظة © 2024
    """,
    """
    headline| البنك المركزي يثبت أسعار الفائدة للمرة الثالثة

    dateline| القاهرة (رويترز) ~paragraph| - قال البنك المركزي المصري يوم الخميس إنه أبقى أسعار الفائدة دون تغيير للمرة الثالثة هذا العام.

    paragraph| وتوقع محللون خفضا قدره 100 نقطة أساس في الاجتماع المقبل للجنة السياسة النقدية.

    byline| (إعداد سامح البنا للنشرة العربية - تحرير مروة سلام)
    """,
    """
    dateline| أبوظبي في 5 مايو ~paragraph| / وام / أعلنت وزارة الصحة اليوم تسجيل حالتين جديدتين من المرض في إمارة الفجيرة.
    paragraph| وأضافت الوزارة أن المريضين يتلقيان الرعاية اللازمة في المستشفى الحكومي.
    boilerplate| انتهى
    """,
    """
    headline| Ferry sinks off Zanzibar, dozens feared dead
    deck| Rescuers pull 40 survivors from rough seas as search continues
    byline| By Amina Okello
    dateline| Updated 14 May 2023, 18:05 GMT
    boilerplate| Share this article

    dateline| DAR ES SALAAM, May 14 (Reuters) ~paragraph| - A ferry carrying more than 150 people sank off Zanzibar on Sunday, officials said.

    paragraph| The vessel had left the mainland an hour before it was hit by a wave, the port authority said in a statement.

    heading| Overloaded boats

    paragraph| Accidents are common on the route, where boats often carry more passengers than they should.

    byline| Reporting by Amina Okello; Editing by John Stow
    boilerplate| Our Standards: The Reuters Trust Principles.
    """,
    """
    headline| Three things we know about the budget

    paragraph| The finance minister presented the budget to parliament on Monday. Here is what it holds in store for voters.

    listItem| - Income tax stays as it is for the next two years.
    listItem| - Fuel duty rises by two cents a litre.
    listItem| - Pensions grow by four percent from January.

    paragraph| The opposition said that it would vote against the plan when it comes up next week.

    related| Read also
    related| Ministers at odds over fuel duty
    related| What the new pension means for you
    """,
    """
    heading| أخبار العالم
    headline| زلزال بقوة 6.1 درجات يضرب شمال الفلبين

    dateline| تاريخ النشر: 4 أيلول 2022

    paragraph| ضرب زلزال قوي شمال الفلبين فجر اليوم، من دون أن ترد أنباء عن سقوط ضحايا أو أضرار كبيرة.

    caption| صورة: خريطة تظهر مركز الزلزال

    paragraph| وقال معهد البراكين والزلازل إن مركز الهزة يقع على عمق عشرة كيلومترات تحت سطح الأرض.

    boilerplate| تابعونا على فيسبوك وتويتر
    """,
    """
    paragraph| قال متحدث باسم البلدية إن المدارس ستغلق أبوابها غداً بسبب العاصفة المتوقعة في أنحاء المدينة كلها.
    paragraph| وأضاف أن القرار يشمل المدارس الخاصة والحكومية على حد سواء، على أن يعاد النظر فيه مساء الأحد.
    """,
    """
    headline| محكمة تونسية تؤجل النظر في القضية

    deck| أجلت محكمة تونسية النظر في قضية رجل الأعمال المعروف إلى الشهر المقبل بطلب من هيئة الدفاع.

    byline| كتب: منصف الماجري

    paragraph| أجلت محكمة تونسية اليوم الجمعة النظر في قضية رجل الأعمال المعروف إلى الشهر المقبل، بطلب من هيئة الدفاع عنه.

    related| اقرأ المزيد: تأجيل محاكمة رجال أعمال
    """,
    """
    headline| Storm cuts power to 20,000 homes

    paragraph| Winds of up to 120 kilometres an hour brought down power lines across the
    north of the country on Saturday, leaving about 20,000 homes without
    electricity, the grid operator said.

    paragraph| Engineers hoped to restore supply to most of the homes by Sunday evening
    but warned that remote valleys might have to wait until the middle of
    the week.

    paragraph| No injuries were reported.
    """,
    """
    headline| انتخاب رئيس جديد للبرلمان العراقي بعد أسابيع من الخلاف

    byline| بغداد - كريم السالم
    caption| جانب من جلسة البرلمان العراقي في بغداد ("وكالة النخيل")

    paragraph| انتخب البرلمان العراقي، مساء الأربعاء، رئيساً جديداً له بعد خلاف استمر أسابيع بين الكتل الكبرى.

    paragraph| وحصل المرشح الفائز على 181 صوتاً من أصل 273 نائباً حضروا الجلسة التي عقدت بعد تأجيلها مرتين.

    related| المزيد
    related| خريطة التحالفات بعد الجلسة
    boilerplate| شارك
    """,
  ]
}
