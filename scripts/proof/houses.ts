interface House {
  readonly trades: readonly string[];
  readonly places: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

/** What houses are called where each writing is at home: a trade and a place. Spelled as people spell it, with the joiners that Persian and Sinhala need. */
export const HOUSES: Readonly<Record<string, House>> = {
  German: {
    trades: words("Bäckerei Gärtnerei Großhandel Möbelhaus Schlüsseldienst Käserei Gebäudetechnik Spedition Müllerei Fähre"),
    places: words("München Köln Düsseldorf Nürnberg Gießen Lübeck Osnabrück Zürich Görlitz Fürth Tübingen Würzburg"),
  },
  French: {
    trades: words("Pâtisserie Épicerie Crêperie Fromagerie Hôtel L’Œuvre Bibliothèque Cordonnerie D’Après Maçonnerie"),
    places: words("Besançon Nîmes Béziers Orléans Périgueux Mâcon Évreux Angoulême Sète Lunéville Alès Liège"),
  },
  Polish: {
    trades: words("Piekarnia Księgarnia Młyn Żegluga Stocznia Cukiernia Usługi Źródło Hurtownia Święto"),
    places: words("Łódź Gdańsk Kraków Wrocław Poznań Rzeszów Częstochowa Białystok Toruń Zamość Chełm Świnoujście"),
  },
  Icelandic: {
    trades: words("Bókabúð Verslun Þvottahús Ísbúð Smiðja Höfnin Ölgerð Prentsmiðjan Æðardúnn Útgerð"),
    places: words("Reykjavík Akureyri Ísafjörður Seyðisfjörður Höfn Þórshöfn Húsavík Ólafsvík Vík Selfoss Hólmavík Djúpivogur"),
  },
  Turkish: {
    trades: words("Fırın Kitapçı Çiçekçi Eczane Şarküteri İnşaat Döşeme Gümrük Işık Kuyumcu"),
    places: words("İstanbul İzmir Diyarbakır Eskişehir Muğla Şanlıurfa Çorum Kırklareli Ağrı Iğdır Uşak Düzce"),
  },
  Vietnamese: {
    trades: words("Phở Nhà Xưởng Chợ Bưu-điện Tiệm Đường Vải Giấy Gạo"),
    places: words("Huế Đà-Nẵng Hà-Nội Cần-Thơ Đồng-Tháp Quảng-Ngãi Bến-Tre Hải-Phòng Vĩnh-Long Nghệ-An Đắk-Lắk Lạng-Sơn"),
  },
  Greek: {
    trades: words("Αρτοποιείο Βιβλιοπωλείο Φαρμακείο Ναυπηγείο Ξυλουργείο Ταβέρνα Υφαντήριο Ψαραγορά Λιμάνι Εκδόσεις"),
    places: words("Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Ιωάννινα Καβάλα Χανιά Ρόδος Βόλος Κέρκυρα Σύρος Ναύπλιο"),
  },
  Russian: {
    trades: words("Пекарня Аптека Типография Мастерская Склад Йогурт Чайная Щётка Фабрика Объединение"),
    places: words("Самара Псков Казань Томск Рязань Тюмень Щёлково Ярославль Элиста Юрга Ижевск Орёл"),
  },
  Ukrainian: {
    trades: words("Пекарня Книгарня Ґрунт Їдальня Євробуд Млин Друкарня Аптека Гуральня Цукерня"),
    places: words("Київ Львів Чернівці Рівне Ужгород Їжівці Кам’янське Житомир Вінниця Суми Черкаси Ірпінь"),
  },
  Hebrew: {
    trades: words("מאפייה ספרייה בית־מרקחת נגריה מחסן דפוס יקב משתלה מכבסה חנות"),
    places: words("חיפה ירושלים באר־שבע אשדוד נתניה צפת עכו אילת רמת־גן טבריה לוד יפו"),
  },
  Arabic: {
    trades: words("مخبز مكتبة صيدلية ورشة مستودع مطبعة مصنع حديقة ميناء مؤسسة"),
    places: words("القاهرة بيروت عمّان الرباط طرابلس بغداد صنعاء الإسكندرية دمشق مسقط الكويت أبوظبي"),
  },
  Persian: {
    trades: words("نانوایی کتاب‌فروشی داروخانه چاپخانه کارگاه انبار گل‌فروشی کارخانه فروشگاه پارچه"),
    places: words("تهران شیراز اصفهان تبریز مشهد یزد کرمان رشت قزوین گرگان اهواز زنجان"),
  },
  Hindi: {
    trades: words("बेकरी पुस्तकालय औषधालय कार्यशाला गोदाम मुद्रणालय उद्योग दुकान बाज़ार भंडार"),
    places: words("दिल्ली मुंबई लखनऊ जयपुर वाराणसी पटना भोपाल इंदौर आगरा नागपुर कानपुर देहरादून"),
  },
  Thai: {
    trades: words("เบเกอรี่ ร้านหนังสือ ร้านยา โรงพิมพ์ โกดัง โรงงาน ตลาด ร้านดอกไม้ ท่าเรือ โรงสี"),
    places: words("กรุงเทพ เชียงใหม่ ขอนแก่น ภูเก็ต อยุธยา ระยอง ลำปาง สุโขทัย น่าน ตรัง พะเยา นครปฐม"),
  },
  Chinese: {
    trades: words("面包房 书店 药房 印刷厂 仓库 工坊 花店 百货 茶馆 船厂"),
    places: words("北京 上海 广州 成都 西安 武汉 南京 青岛 大连 昆明 厦门 苏州"),
  },
  Japanese: {
    trades: words("パン工房 本の店 ドラッグ薬局 印刷所 倉庫 ものづくり工場 花屋さん カフェ東 お茶の間 造船ドック"),
    places: words("東京 大阪 さいたま つくば 札幌 名古屋 せとうち 神戸 青森 なごや 長崎 鹿児島"),
  },
  Korean: {
    trades: words("빵집 서점 약국 인쇄소 창고 공방 꽃집 찻집 조선소 방앗간"),
    places: words("서울 부산 대구 인천 광주 대전 울산 제주 전주 강릉 춘천 여수"),
  },
  Armenian: {
    trades: words("Հացաբուլկեղեն Գրախանութ Դեղատուն Տպարան Պահեստ Արհեստանոց Ծաղիկ Շուկա Նավահանգիստ Ջրաղաց"),
    places: words("Երևան Գյումրի Վանաձոր Դիլիջան Գորիս Սևան Աշտարակ Էջմիածին Մեղրի Կապան Արմավիր Իջևան"),
  },
  Georgian: {
    trades: words("საცხობი წიგნები აფთიაქი სტამბა საწყობი სახელოსნო ყვავილები ბაზარი ნავსადგური წისქვილი"),
    places: words("თბილისი ქუთაისი ბათუმი გორი ზუგდიდი თელავი მცხეთა ფოთი რუსთავი სიღნაღი ამბროლაური ოზურგეთი"),
  },
  Sinhala: {
    trades: words("බේකරිය පොත්හල ෆාමසිය මුද්‍රණාලය ගබඩාව වැඩපොළ මල්සාප්පුව වෙළඳපොළ වරාය මෝල"),
    places: words("කොළඹ මහනුවර ගාල්ල මාතර යාපනය කුරුණෑගල අනුරාධපුර පොළොන්නරුව බදුල්ල රත්නපුර නුවරඑළිය මීගමුව"),
  },
};
