"""Words of many languages as tables hold them, each with the encodings that people write it in."""

from collections.abc import Mapping, Sequence


def _words(text: str) -> list[str]:
    return text.split()


JAPANESE = _words(
    "東京都千代田区 大阪府堺市 北海道札幌市 神奈川県横浜市 愛知県名古屋市 福岡県福岡市 京都府京都市 沖縄県那覇市 "
    "埼玉県 千葉県 解約 継続 休会 男性 女性 無回答 法人 個人 プレミアム スタンダード ライト はい いいえ その他 "
    "山田太郎 鈴木花子 佐藤一郎 高橋美咲 田中健 渡辺翔 伊藤さくら 中村大輔 小林優子 加藤誠 吉田 食品 家電 衣料品 "
    "書籍 日用品 医薬品 駅前店 本店"
)
JAPANESE_ODD = _words(
    "髙橋 山﨑 渡邊 渡邉 齋藤 齊藤 濱田 澤田 廣瀬 櫻井 德永 瀨戸 眞鍋 龍ケ崎市 彌彦村 鰺ヶ沢町 ①番 ②番 ㈱山田 "
    "㈲鈴木 №5 ㎡ ℃ 第Ⅲ種 薔薇 珈琲 檸檬 憂鬱 躊躇 鰻 鯖 鮭 蟹 海老 饅頭 煎餅 Tシャツ A社 B棟 XL寸 iPhone用 "
    "１２３ ＡＢＣ 〒100-0001 令和６年 〃 々 ※印 ○ △ ◎ ● ■ → ★ ～ … α型 β型"
)
HALF_WIDTH_NAMES = _words(
    "ｻﾄｳ ｽｽﾞｷ ﾀｶﾊｼ ﾀﾅｶ ｲﾄｳ ﾜﾀﾅﾍﾞ ﾔﾏﾓﾄ ﾅｶﾑﾗ ｺﾊﾞﾔｼ ｶﾄｳ ﾖｼﾀﾞ ﾔﾏﾀﾞ ｻｻｷ ﾔﾏｸﾞﾁ ﾏﾂﾓﾄ ｲﾉｳｴ ｷﾑﾗ ﾊﾔｼ ｻｲﾄｳ ｼﾐｽﾞ ﾓﾘ ｱﾍﾞ ｲｹﾀﾞ "
    "ﾅﾘﾀ ﾄﾔﾏ ﾎﾝﾀﾞ ﾐﾔﾓﾄ ﾉﾑﾗ ﾀﾆ ﾎﾘ ﾄﾞｲ ﾏﾙﾔﾏ ﾀﾑﾗ ﾅｶﾉ"
)
HALF_WIDTH_GOODS = _words(
    "ﾃﾚﾋﾞ ﾒﾓﾘ ﾄｲﾚ ﾌﾟﾘﾝﾀ ﾏｳｽ ｷｰﾎﾞｰﾄﾞ ﾓﾆﾀ ﾊﾟｿｺﾝ ﾌﾟﾗﾝ ﾗｲﾄ ｽﾀﾝﾀﾞｰﾄﾞ ﾌﾟﾚﾐｱﾑ ﾃﾞｰﾀ ﾎﾃﾙ ﾄﾏﾄ ﾊﾞﾅﾅ ﾚﾓﾝ ﾒﾛﾝ ﾌﾞﾗｼ ﾃｰﾌﾟ ﾐﾙｸ "
    "ﾁｰｽﾞ ﾊﾑ ﾍﾞﾙﾄ ﾊﾞｯｸﾞ ﾎﾞﾀﾝ ﾜｲﾝ ｼﾞｭｰｽ ﾌｧｲﾙ ﾃﾞｨｽｸ ﾒｰﾙ ﾈｯﾄ ﾎﾟｲﾝﾄ ﾏﾈｰ"
)
HALF_WIDTH_MIXED = _words(
    "㈱ﾔﾏﾀﾞ電機 ﾄﾖﾀ自動車 (株)ﾀﾅｶ商店 ﾃﾞｰﾀ名 ｺｰﾄﾞ番号 ｶﾅ氏名 NTTﾄﾞｺﾓ ﾊﾟｿｺﾝ教室 ﾋﾞﾙ3F ﾏﾝｼｮﾝ101号 ｺｰﾎﾟ桜 ﾒｿﾞﾝ青葉 "
    "A4ｺﾋﾟｰ用紙 USBｹｰﾌﾞﾙ ﾆﾎﾝ通運 第1ﾋﾞﾙ ﾊｲﾂ田中"
)

OTHERS: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "Spanish": (
        _words(
            "Móstoles León Málaga Cádiz Córdoba Ávila Cáceres Almería España mañana niño señor año compañía "
            "teléfono número dirección población categoría sí también según después línea página crédito débito "
            "época único fácil café José María Núñez Muñoz García López Hernández Peña Íñigo"
        ),
        ("cp1252", "latin-1", "mac_roman"),
    ),
    "French": (
        _words(
            "Orléans Nîmes Besançon Évreux Sète Liège Genève été hiver février août décembre numéro société "
            "téléphone français élève garçon forêt hôtel château leçon goût sûr déjà voilà où même très après "
            "près célibataire marié divorcé veuvé prénom employé retraité"
        ),
        ("cp1252", "iso8859-15", "mac_roman"),
    ),
    "German": (
        _words(
            "München Köln Düsseldorf Nürnberg Würzburg Lübeck Münster Göttingen Gießen Straße Größe Maß weiß süß "
            "grün schön Müller Schäfer Jäger Köhler Böhm Krüger Günther Österreich Übung Äpfel jährlich monatlich "
            "gekündigt verlängert Fußball Gemüse Möbel Küche Geräte"
        ),
        ("cp1252", "latin-1", "mac_roman"),
    ),
    "Polish": (
        _words(
            "Łódź Kraków Poznań Gdańsk Wrocław Częstochowa Białystok Toruń Rzeszów Zielona Góra żółty źródło dąb "
            "wąż gęś świat ćma słońce książka mężczyzna miesiąc pieniądze sprzedaż płatność województwo "
            "właściciel numer środa październik głos święto główny należność"
        ),
        ("cp1250", "iso8859-2"),
    ),
    "Czech": (
        _words(
            "Plzeň Děčín Třebíč Příbram Ústí Břeclav Žďár Šumperk Kroměříž Česká město příjmení jméno měsíc září "
            "říjen čtvrtek žena muž děti dům kůň řeka účet částka platba zákazník smlouva ukončeno prodlouženo "
            "střední vyšší nižší dítě"
        ),
        ("cp1250", "iso8859-2"),
    ),
    "Hungarian": (
        _words(
            "Győr Székesfehérvár Kecskemét Nyíregyháza Szombathely Érd Tatabánya Sopron Békéscsaba "
            "Hódmezővásárhely összeg ügyfél szerződés hónap név cím vevő nő férfi fő erős kérdés válasz könyv "
            "újság előfizető megszűnt működő tűz bőr"
        ),
        ("cp1250", "iso8859-2"),
    ),
    "Turkish": (
        _words(
            "İstanbul İzmir Eskişehir Diyarbakır Şanlıurfa Çanakkale Muğla Niğde Ağrı Iğdır Kırşehir müşteri "
            "sözleşme ödeme şehir ağaç çiçek güneş yağmur kış yıl gün ay öğrenci öğretmen satış alış ürün fiyat "
            "değişti bağlı açık kapalı"
        ),
        ("cp1254",),
    ),
    "Russian": (
        _words(
            "Москва Казань Самара Омск Уфа Пермь Воронеж Саратов Тула Ижевск клиент договор платеж город область "
            "улица месяц год имя фамилия отчество мужчина женщина новый старый продление отказ тариф базовый "
            "премиум магазин товар цена скидка"
        ),
        ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac_cyrillic"),
    ),
    "Greek": (
        _words(
            "Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος Ιωάννινα Χανιά Καβάλα Ρόδος πελάτης σύμβαση πληρωμή "
            "πόλη οδός μήνας έτος όνομα επώνυμο άνδρας γυναίκα νέος παλιός ανανέωση ακύρωση τιμή προϊόν κατάστημα "
            "ημέρα εβδομάδα"
        ),
        ("cp1253", "iso8859-7"),
    ),
    "Hebrew": (
        _words(
            "ירושלים חיפה אשדוד נתניה רחובות אילת טבריה עכו לקוח חוזה תשלום עיר רחוב חודש שנה שם משפחה גבר אישה "
            "חדש ישן חידוש ביטול מחיר מוצר חנות יום שבוע כסף בית ספר מים לחם"
        ),
        ("cp1255",),
    ),
    "Arabic": (
        _words(
            "القاهرة الرياض دبي بغداد دمشق بيروت عمان الكويت الدوحة المنامة عميل عقد دفع مدينة شارع شهر سنة اسم "
            "عائلة رجل امرأة جديد قديم تجديد إلغاء سعر منتج متجر يوم أسبوع مال بيت"
        ),
        ("cp1256",),
    ),
    "Thai": (
        _words(
            "กรุงเทพ เชียงใหม่ ภูเก็ต ขอนแก่น ชลบุรี สงขลา นครราชสีมา อุดรธานี ลูกค้า สัญญา ชำระเงิน เมือง ถนน "
            "เดือน ปี ชื่อ นามสกุล ชาย หญิง ใหม่ เก่า ต่ออายุ ยกเลิก ราคา สินค้า ร้าน วัน สัปดาห์ บ้าน น้ำ ข้าว "
            "โรงเรียน"
        ),
        ("tis-620", "cp874"),
    ),
    "Simplified Chinese": (
        _words(
            "北京市 上海市 广州市 深圳市 天津市 重庆市 成都市 武汉市 西安市 南京市 客户 合同 付款 城市 街道 月份 "
            "年度 姓名 男 女 新客户 老客户 续约 取消 价格 产品 商店 日期 星期 电话 地址 公司 学校 医院 银行"
        ),
        ("gb18030", "gb2312"),
    ),
    "Traditional Chinese": (
        _words(
            "台北市 台中市 高雄市 台南市 桃園市 新竹市 基隆市 嘉義市 屏東縣 花蓮縣 客戶 合約 付款 城市 街道 月份 "
            "年度 姓名 男 女 新客戶 舊客戶 續約 取消 價格 產品 商店 日期 星期 電話 地址 公司 學校 醫院 銀行"
        ),
        ("big5", "cp950"),
    ),
    "Korean": (
        _words(
            "서울특별시 부산광역시 대구광역시 인천광역시 광주광역시 대전광역시 울산 수원시 고양시 제주도 고객 "
            "계약 결제 도시 거리 월 년도 이름 남자 여자 신규 기존 갱신 해지 가격 상품 매장 날짜 요일 전화 주소 "
            "회사 학교 병원 은행"
        ),
        ("euc-kr", "cp949"),
    ),
    "Japanese": (JAPANESE, ("euc-jp",)),
}
"""Words, and encodings that are neither UTF-8 nor Shift_JIS."""


def table(words: Sequence[str], codec: str, plain_rows: int = 40, rows: int = 160) -> bytes:
    """A table whose first rows are plain letters, and whose later ones hold these words in turn."""
    lines = ["id,note,city,left"]
    for number in range(rows):
        city = "Madrid" if number < plain_rows else words[number % len(words)]
        lines.append(f"{number},plain words only here,{city},{'ny'[number % 2]}")
    return ("\r\n".join(lines) + "\r\n").encode(codec)
