"""What the numbers of two texts do not share, and why."""

from __future__ import annotations

import pytest

from makebrief.checks.numbers.pair import differences_of


@pytest.mark.parametrize(
    ("cause", "chinese", "english"),
    [
        ("scale", "总投资90亿元。", "The investment is RMB 90 billion."),
        ("wan", "服务旅客126万人次。", "It served 126 passengers."),
        ("points", "占比提高1.5个百分点。", "The share rose by 1.5%."),
        ("bound-lost", "有1200余家企业。", "There are 1,200 firms."),
        ("bound-added", "有1200家企业。", "There are over 1,200 firms."),
        ("bound-other", "近2000个岗位。", "More than 2,000 jobs."),
        ("year", "到2035年建成。", "It will be built by 2025."),
        ("month", "8月开幕。", "It opens in September."),
        ("day", "10月18日开赛。", "The race starts on 8 October."),
        ("period", "三季度增长5%。", "It grew by 5% in the second quarter."),
        ("swapped", "发放6729万元。", "RMB 67.92 million was paid out."),
        ("range", "下降6～9℃。", "It will drop by 6–8°C."),
        ("unit", "收储土地720亩。", "Land totalling 720 hectares was reserved."),
        ("currency", "合同8000万欧元。", "Contracts worth US$80 million."),
        ("value", "有4家企业上榜。", "Five firms made the list."),
        ("value", "十几个国家。", "Several dozen countries."),
        ("value", "百余人。", "Hundreds of people."),
        ("value", "数十名专家。", "More than ten experts."),
        ("value", "打八五折。", "A discount of 85% is offered."),
        ("bound-lost", "至少缴费满12个月。", "Paid for 12 months."),
        (
            "exchanged",
            "城镇22140元，农村11360元。",
            "RMB 11,360 in towns and RMB 22,140 in villages.",
        ),
        (
            "exchanged",
            "评定四星级民宿35家、五星级民宿14家。",
            "There are 14 four-star and 35 five-star guesthouses.",
        ),
        (
            "exchanged",
            "机电产品出口增长12.6%，农产品出口增长3.8%。",
            "Exports of machines grew by 3.8% and those of farm products by 12.6%.",
        ),
        ("exchanged", "新建12所、改造5所。", "Five were built and 12 renovated."),
        ("exchanged", "6月开工，9月完工。", "Begun in September and finished in June."),
        ("exchanged", "由3.4%下降到2.9%。", "It fell from 2.9% to 3.4%."),
        ("exchanged", "查8600家，其中罚97家。", "It inspected 97 firms, including 8,600 fined."),
        ("direction", "利润减少5.6%。", "Profits increased by 5.6%."),
        ("direction", "事故起数增加12起。", "There were 12 fewer accidents."),
        ("direction", "减税之后，收入增长5%。", "After tax relief, revenue fell by 5%."),
        ("by-or-to", "占比提高到36.5%。", "The share rose by 36.5%."),
        ("by-or-to", "占比提高了3个百分点。", "The share rose to 3 percentage points."),
        ("exchanged", "查1200批，其中不合格12批。", "Of the 12 batches, 1,200 failed."),
        ("exchanged", "从2019年的12家增加到2023年的35家。", "From 35 in 2019 to 12 in 2023."),
        ("exchanged", "由77.6岁提高到79.4岁。", "It rose from 79.4 to 77.6 years."),
        ("by-or-to", "扩大3万平方米。", "It was enlarged to 30,000 square metres."),
        ("value", "防汛等12个领域。", "Flood control and ten fields."),
        ("value", "占比八成二。", "It accounts for 80%."),
        ("rate", "日均接待1.1万人次。", "It receives 11,000 visitors a month."),
        ("rate", "每亩节水80立方米。", "It saves 80 cubic metres of water a hectare."),
        ("rate", "人均2.4万元。", "RMB 24,000 per household."),
        ("rate", "每秒850立方米。", "850 cubic metres per minute."),
        ("rate", "日供水能力60万立方米。", "A capacity of 600,000 cubic metres of water a month."),
        ("direction", "居全省第2位。", "It ranked second from last in the province."),
        ("day", "每周三开放。", "It is open every Thursday."),
        ("value", "是上年的3.2倍。", "It rose by 3.2 times."),
        ("year", "〔2025〕18号。", "[2024] No. 18."),
        ("value", "成绩9秒98。", "A time of 9.89 seconds."),
        ("value", "市场价的五至七折。", "It is 60% to 70% of the market rent."),
        ("bound-added", "造林3000亩。", "Trees were planted on over 3,000 mu."),
        ("range", "处500元以上2000元以下罚款。", "A fine of RMB 500 to RMB 3,000."),
        ("bound-lost", "处500元以上罚款。", "A fine of RMB 500."),
        ("range", "3到5年内。", "Within three to six years."),
        ("bound-lost", "超过全市人口的95%。", "It is 95% of the population."),
        ("bound-other", "约占国土面积的8.6%。", "It is over 8.6% of the land."),
        ("bound-lost", "为14岁以上女生接种。", "Girls aged 14, and more than one dose."),
        ("counted", "适老化公交车230辆。", "There are 230 age-friendly bus routes."),
        ("counted", "检出不合格食品54批次。", "It found 54 tonnes of food substandard."),
        ("counted", "整治河道310公里。", "It cleared 310 rivers."),
        ("counted", "捐赠图书8000册。", "They gave 8,000 boxes of books."),
        ("counted", "接收受灾群众65户。", "It took in 65 people affected."),
        ("counted", "改造1.2万户。", "Work was done for 12,000 people."),
        ("bound-other", "不得低于18℃。", "It must not exceed 18°C."),
        ("exchanged", "来自12个国家的150名运动员。", "The 12 athletes come from 150 countries."),
        ("counted", "对接活动36场，银企参加。", "Banks met 36 companies."),
        ("direction", "由7天缩短为3天。", "It has been raised from seven days to three days."),
        ("direction", "亏损面缩小2.1个百分点。", "Loss-makers widened by 2.1 percentage points."),
        ("direction", "每亩增收800元。", "Income fell by RMB 800 per mu."),
        ("direction", "增加值增长9.1%。", "The value added, above all, shrank by 9.1%."),
        ("direction", "连续六年下降。", "It has risen for six years in a row."),
        ("direction", "去年降幅为1.9%。", "It has risen again, by 1.9% last year."),
        ("direction", "降幅9.1%。", "An increase of 9.1%."),
        ("direction", "高于全省平均水平0.6个百分点。", "It is 0.6 percentage points below it."),
        (
            "direction",
            "分别高于全国、全省1.1个和0.3个百分点。",
            "1.1 and 0.3 percentage points lower.",
        ),
        ("direction", "比上届多3个大项。", "There are three fewer sports than before."),
        ("direction", "标准提高到每人每月928元。", "It was lowered to RMB 928 per person a month."),
        ("direction", "较常年偏多37%。", "Rain was 37% below normal."),
        ("direction", "市级以上非遗262项。", "There are 262 items at or below city level."),
        (
            "direction",
            "药价持续走低，为2016年以来首次下降。",
            "Prices rose for the first time since 2016.",
        ),
        ("direction", "新增规上企业9家。", "The city lost nine large enterprises."),
        ("direction", "高三提前到8月19日开学。", "Final-year classes start later, on 19 August."),
        ("exchanged", "来自12个国家的46支队伍参赛。", "There are 12 teams from 46 countries."),
        ("exchanged", "17岁小将破了保持11年的纪录。", "An 11-year-old broke a record of 17 years."),
        (
            "exchanged",
            "原定7月26日举行，推迟至8月2日。",
            "Due on 2 July, it is put off to 26 August.",
        ),
        (
            "exchanged",
            "小学不超过45人，初中不超过50人。",
            "At most 50 in primary or 45 in junior ones.",
        ),
        ("exchanged", "续航400至450公里。", "It has a range of 450–400 kilometres."),
        ("exchanged", "据澜政发〔2025〕14号文件。", "Under Document LZF [14] No. 2025."),
        (
            "exchanged",
            "全长31公里，时速80公里。",
            "It is 80 km long, at a speed of 31 km per hour.",
        ),
        ("exchanged", "由2020年的2.3缩小到2024年的2.1。", "From 2.3 in 2024 to 2.1 in 2020."),
        ("exchanged", "已开工109个，其中完工41个。", "Of 41 begun, of which 109 are completed."),
        ("exchanged", "9:00—17:00开放。", "Open from 17:00 to 9:00."),
        ("exchanged", "2号线6月1日运营。", "Line 1 began on 2 June."),
        ("exchanged", "自2024年9月至2026年5月。", "From September 2026 to May 2024."),
        ("exchanged", "12个街道建成“15分钟服务圈”。", "15 subdistricts have a “12-minute circle”."),
        ("rate", "每吨960元。", "It costs RMB 960 per kilogram."),
        ("rate", "每户补助300元。", "Each person receives RMB 300."),
        ("direction", "由45%升至63%。", "It is 45%, down from 63%."),
        ("direction", "比上年前移3个位次。", "It moved down three places."),
        ("exchanged", "26个项目已开工24个。", "Of the projects, 26 of the 24 have begun."),
        ("exchanged", "共262项，其中国家级12项。", "There are 12 items, 262 of them national."),
        (
            "exchanged",
            "日均136万人次，最高196万。",
            "It carries 1.96 million, with a peak of 1.36 million.",
        ),
        (
            "exchanged",
            "24小时内到场、48小时内办结。",
            "It is seen within 48 hours and closed within 24 hours.",
        ),
        ("exchanged", "由下降3.2%转为增长4.7%。", "From a fall of 4.7% to growth of 3.2%."),
        ("bound-lost", "每月最高1200元。", "They receive RMB 1,200 a month."),
        ("bound-lost", "进度过九成。", "Work is 90% done."),
        ("bound-added", "提供咨询1.7万次。", "Advice was given more than 17,000 times."),
        ("bound-added", "分别为11和26微克。", "They are 11 and more than 26 micrograms."),
        ("value", "（二）提升城市品质", "(3) Improving the City"),
        ("value", "一是抓项目；二是优服务。", "First, projects; third, services."),
        ("counted", "共办理业务86万笔。", "They served 860,000 villages."),
        ("bound-lost", "每部最高补助15万元。", "Each lift qualifies for a subsidy of RMB 150,000."),
        (
            "exchanged",
            "产量增长5.2%，加工产值增长8.7%。",
            "Output grew by 8.7% and the output value of processing by 5.2%.",
        ),
        ("counted", "63个国家的外宾来我市。", "Guests from 63 cities came."),
        ("counted", "共有房源960套。", "It has 960 buildings in all."),
        ("unit", "平均为9分42秒。", "The average is 9 hours and 42 seconds."),
        ("unit", "提高1.4岁。", "It is 1.4 months longer."),
    ],
)
def test_a_difference_names_its_cause(cause: str, chinese: str, english: str) -> None:
    assert [each.cause for each in differences_of(chinese, english)] == [cause]


def test_a_number_that_one_text_lacks_stands_alone() -> None:
    [lost] = differences_of("建成充电桩6800个、换电站12座。", "It built 6,800 charging points.")
    assert (lost.zh and lost.zh.words, lost.en) == ("12", None)

    [added] = differences_of("开展了演练。", "It held 120 drills.")
    assert (added.zh, added.en and added.en.words) == (None, "120")


def test_a_factor_is_that_of_the_numbers_round_it() -> None:
    assert differences_of("由17家增加到180家。", "It rose more than tenfold, from 17 to 180.") == ()
    assert differences_of("由17家增加到180家。", "It rose tenfold, from 17 to 180.")
    assert differences_of("由17家增加到51家。", "It quadrupled from 17 to 51.")


def test_nearly_doubled_has_not_doubled() -> None:
    assert differences_of("产能增加近一倍。", "Capacity has nearly doubled.") == ()
    assert differences_of("产能增加近一倍。", "Capacity has doubled.")


def test_the_years_between_two_years_may_be_left_out_not_changed() -> None:
    assert differences_of("2023年到2025年，三年合计。", "In all, from 2023 to 2025.") == ()
    assert differences_of("2023年到2025年，三年合计。", "In the four years from 2023 to 2025.")
    assert differences_of("到2025年，三年合计。", "In all, by 2025.")


def test_a_one_that_is_bounded_has_to_be_said() -> None:
    assert differences_of("体检不少于一次。", "A check-up at least once.") == ()
    assert differences_of("体检不少于一次。", "A check-up at most once.")


def test_a_rank_among_the_first_has_to_be_said() -> None:
    assert differences_of("五个专科进入前十。", "Five specialties are in the top ten.") == ()
    assert differences_of("五个专科进入前十。", "Five specialties are in the top five.")


def test_what_ends_on_a_day_does_not_end_with_the_month() -> None:
    assert differences_of("9月30日结束。", "It will end on 30 September.") == ()
    assert differences_of("9月30日结束。", "It will end at the end of September.") == ()
    assert differences_of("6月20日启动，9月30日结束。", "From 20 June to end on 20 September.")


def test_a_month_answers_no_count_that_looks_like_it() -> None:
    assert differences_of(
        "将于9月举办，共设8大板块。", "Held in September, it has nine categories."
    )


def test_mu_may_be_hectares_if_the_digits_shown_are_right() -> None:
    assert differences_of("流转土地1500亩。", "Land of 100 hectares was transferred.") == ()
    assert differences_of("流转土地1000亩。", "Land of 66.7 hectares was transferred.") == ()
    assert differences_of("流转土地1000亩。", "Land of 67.6 hectares was transferred.")
    assert differences_of("流转土地45亩。", "Land of 45 mu (4 hectares) was transferred.")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("3个村", "three villages"),
        ("首次举办", "held for the first time"),
        ("一家企业", "an enterprise"),
        ("两地", "both places"),
        ("全市100%的村", "all villages in the city"),
        ("24小时开通", "open around the clock"),
        ("年底", "by the end of the year"),
        ("十几家", "a dozen or so firms"),
        ("每万人", "for every 10,000 people"),
        ("增长1.2倍", "up 120%"),
        ("减免项目增至4项", "Fees are now waived for four"),
        ("由5天压缩至3天半", "cut from five days to three and a half"),
        ("一年半", "a year and a half"),
        ("两个半百分点", "two and a half percentage points"),
        ("250万人", "two and a half million people"),
        ("0.5个百分点", "half a percentage point"),
        ("半公里", "half a kilometre"),
        ("Ⅲ类以上", "Class III or better"),
        ("降价超过一半", "less than half the former price"),
        ("翻了一番多", "more than doubled"),
        ("每季度至少一次", "at least once a quarter"),
        ("一等奖1项、三等奖7项", "one first prize and seven third prizes"),
        ("百亿级企业4家", "four firms worth over RMB 10 billion each"),
        ("5分钱", "RMB 0.05"),
        ("41个行业中有29个，达70.7%", "of the 41, 29, or 70.7%, grew"),
        ("每6.5人中有1名", "one in every 6.5 residents"),
        ("达九成六", "reached 96%"),
        ("偏多一到两成", "10% to 20% above normal"),
        ("防汛、规划等12个领域", "flood control, planning and ten other fields"),
        ("防汛、规划等12个领域", "12 fields such as flood control and planning"),
        ("2个项目均已完工", "both projects are complete"),
        ("占比为8.4:38.2:53.4", "8.4%, 38.2% and 53.4%"),
        ("调整为8.4∶38.2∶53.4", "now 8.4:38.2:53.4"),
        ("每年至少一次", "at least once a year"),
        ("每年不超过5000人", "limited to 5,000 a year"),
        ("一刻钟生活圈", "15-minute living circle"),
        ("2021年3座，2023年5座", "three in 2021 and five in 2023"),
        ("居全省首位", "the most in the province"),
        ("预防为主", "prevention comes first"),
        ("5月下降", "In May it fell"),
        ("3批120名干部", "120 officials in three groups"),
        ("设计时速350公里，全长470公里", "470 km long, it is designed for speeds of 350 km"),
        ("10批次样品中有9批次", "nine of the ten batches"),
        ("由三分之一提高到五分之四", "four fifths, up from one third"),
        ("共有386个，其中新开工94个", "94 new ones were begun, and there are 386 now"),
        ("由20天缩短到3天以内", "no more than three days, down from 20"),
        ("降幅收窄1.5个百分点", "the decline narrowed by 1.5 percentage points"),
        ("提高8个百分点", "an increase of eight percentage points"),
        ("住院日缩短0.6天", "stays were 0.6 days shorter"),
        ("每天两次", "twice daily"),
        ("每周三次", "three times a week"),
        ("周一至周五", "Monday to Friday"),
        ("每周六开放", "open at weekends"),
        ("第二、三产业", "the secondary and tertiary sectors"),
        ("14岁女生，超过九成", "girls aged 14, and more than 90%"),
        ("60岁以上，超过200人", "those aged 60 and above, and over 200 people"),
        ("劣Ⅴ类水体", "water below Grade V"),
        ("优Ⅲ比例", "the share at or above Grade III"),
        ("二级以上医院", "hospitals at or above the second tier"),
        ("由每10万人18.4降至6.1", "from 18.4 to 6.1 per 100,000"),
        ("从7.5‰降至6.8‰", "from 7.5 to 6.8 per thousand"),
        ("每家不超过200万元", "no firm may receive more than RMB 2 million"),
        ("约占世界的1/4", "about a quarter of the world's"),
        ("减贫人口占70%", "70% of those raised from poverty"),
        ("几乎是两年前的一半", "almost half what it was two years ago"),
        ("未满16周岁的人不得驾驶", "no one under the age of 16 may ride"),
        ("下降17.8%，降幅扩大3.2个百分点", "fell 17.8%, a decline 3.2 percentage points steeper"),
        ("1300多所学校、近90万名师生", "nearly 900,000 students at more than 1,300 schools"),
        ("不低于300元", "starts at RMB 300"),
        ("5000多名报名者", "the 5,000-odd applicants"),
        ("比去年多1200人，达到3.86万人", "38,600 pupils sat it, 1,200 more than last year"),
        ("比全国平均水平高出13个百分点", "against a national average 13 percentage points lower"),
        ("占比58%，提高了11个百分点", "58% of all, up 11 points"),
        ("20种主要蔬菜", "a score of staple vegetables"),
        ("其余三家表示订单已满", "the other three said their order books were full"),
        (
            "3所医院、5所学校和2个商圈",
            "two shopping districts, three hospitals and five schools",
        ),
        ("是三年前的1.6倍", "60% more than three years ago"),
        ("不到四成", "just under 40%"),
        ("最多申报两个项目", "two projects at most"),
        ("历时两年零三个月", "after two years and three months"),
        ("1.2米至1.5米半价", "from 1.2 to 1.5 metres half"),
        ("比上年末增加2.7万人", "27,000 more than twelve months earlier"),
        ("二孩及以上", "second or later children"),
        ("每班不得超过45人", "45 pupils to a class is the ceiling"),
        ("不得早于8点20分", "no earlier than 8.20"),
        ("女性是男性的三倍还多", "women outnumber men by more than three to one"),
        ("由每月50元提高到100元", "from 50 yuan a month to 100"),
        ("由4100元涨到5300元", "5,300 yuan a month, up from 4,100"),
        ("缴纳4至6分钱", "0.04 to 0.06 yuan"),
        ("3岁以下婴幼儿", "under-threes"),
        ("60岁以上老人", "the over-60s"),
        ("突破35万平方米", "taking the total past 350,000 square metres"),
        ("要跑大半天", "it took the better part of a day"),
        ("年满18周岁、不超过55周岁", "aged between 18 and 55"),
        ("其中近一半为未成年人", "almost half of them under-18s"),
        ("金牌58枚、银牌43枚、铜牌61枚", "162 medals: 58 gold, 43 silver and 61 bronze"),
        ("其中八成发生在夜间", "in eight cases out of ten, at night"),
        ("24个剧团", "two dozen companies"),
        ("最迟不超过3个工作日办结", "settled in three working days at the latest"),
        ("上限由5万人次调整为4万人次", "capped at 40,000 a day instead of 50,000"),
        ("最早可提前7天预约", "can be booked up to a week ahead"),
        ("截至昨天24时", "as of midnight last night"),
        ("仅次于广州", "second only to Guangzhou"),
        ("从17家增加到170家", "rose tenfold, from 17 to 170"),
        ("增长5.4%，增速放缓", "growth slowed to 5.4%"),
        ("屋里还不到15摄氏度", "it still wasn’t 15°C indoors"),
        ("每四个人中就有近一位老年人", "nearly one person in four is elderly"),
        ("220至300立方米（含）", "above 220 and up to and including 300 cubic metres"),
        ("截至6月30日24时", "at the end of the day on 30 June"),
        ("每日限流3000人", "no more than 3,000 visitors a day"),
        ("少则一两个月，多则半年", "from a month or two to half a year"),
        ("5年期以上利率", "the rate for terms of more than five years"),
        ("24小时多语种热线", "a 24-hour multilingual hotline"),
        ("一般业务由5个工作日压缩至1个工作日", "it takes one working day instead of five"),
        ("43个片区，由29处减少到8处", "in 43 areas, and they have come down from 29 to eight"),
        ("停车场127处", "127 car parks"),
        ("车桩比由3.1比1降到2.4比1", "from 3.1:1 to 2.4:1"),
        (
            "由每立方米3.05元调整为3.18元，上调0.13元",
            "raised by 0.13 yuan, from 3.05 yuan to 3.18 yuan",
        ),
        ("成绩在2小时28分以内", "within two hours and 28 minutes"),
        ("降到28微克/立方米以下", "to bring it below 28"),
        ("拨打0599—6128800", "call 0599-6128800"),
        ("第7亿件包裹", "the 700 millionth parcel"),
        ("不得低于总数的1.5%", "at least 1.5 per cent of the total"),
        ("爽约3次", "fails to show up three times"),
        (
            "80至89周岁60元，90至99周岁150元",
            "60 yuan if aged 80 to 89 and 150 yuan if aged 90 to 99",
        ),
        ("每花出去10块钱，就有近8块钱", "nearly 8 of every 10 yuan"),
        ("距今约2100年", "about 2,100 years old"),
        ("其中23个、3.8万套", "23 of them with 38,000 homes"),
        ("走半个多小时", "more than half an hour on foot"),
        ("占地45亩", "an area of 45 mu (3 hectares)"),
        ("每斤13.6元", "13.6 yuan per 500 grams"),
        (
            "给予20万元；重新认定的，给予10万元",
            "RMB 200,000; those re-certified get half that amount",
        ),
        ("排查46处，已消除44处，剩下2处", "46 were found, and all but two of them are gone"),
        ("由2分30秒缩短至1分55秒", "from two and a half minutes to one minute 55 seconds"),
        ("以2小时08分17秒夺冠", "winning in 2:08:17"),
        ("从6角降到了1角5分", "from 0.6 yuan to 0.15"),
        ("满100减30", "30 yuan off a purchase of 100 or more"),
        ("从三成提高到了44%", "from 30 per cent to 44"),
        ("7时至9时、17时至19时", "between 7 and 9 a.m. and between 5 and 7 p.m."),
        ("已超过去年全年的691列", "already more than the 691 of the whole of last year"),
        ("9月12日", "on Sept. 12"),
        ("5月3日至12月4日", "3 May to 4 Dec"),
        ("成立一百周年", "the centenary"),
        ("〔2025〕18号，自2025年起", "[2025] No. 18, from 2025"),
        ("2023年到2025年，三年合计347公顷", "347 hectares from 2023 to 2025"),
        ("2021年至2025年", "the five years from 2021 to 2025"),
        ("增长3.2倍", "rose by 3.2 times"),
        ("超过全市人口的95%", "over 95% of the population"),
        ("约占国土面积的8.6%", "about 8.6% of the land"),
        ("不足全国平均水平的一半", "less than half the national average"),
        ("超过上年的5%", "higher than the 5% of the previous year"),
        ("节约用水量的8%", "8% of the water is saved"),
        ("每投入1元", "each yuan invested"),
        ("市场价的五至七折", "50% to 70% of the market rent"),
        ("三孩及以上家庭", "families with three or more children"),
        ("流量8600立方米每秒", "8,600 cubic metres per second"),
        ("9秒98", "9.98 seconds"),
        ("万里长江", "the Yangtze"),
        ("一周一调度、一月一通报", "weekly checks and monthly reports"),
        ("10万元（不含）以下", "below RMB 100,000"),
        ("7×24小时", "24/7"),
        ("增至61个，比例达87%", "rose to 61, and 87% are done"),
        ("分别占3%、4%和5%", "3, 4, and 5% respectively"),
        ("第90百分位数", "the 90th percentile"),
        ("治理185平方公里", "brought under control over 185 square kilometres"),
        (
            "每年安排10亿元，总规模100亿元",
            "RMB 10 billion in all, financed by RMB 1 billion a year",
        ),
        ("进度过九成", "over 90% is done"),
        ("大约能省三成", "about 30% is saved"),
        ("实现金牌零的突破", "the first gold medal"),
        ("前30分钟免费", "the first 30 minutes are free"),
        ("处500元以上2000元以下罚款", "a fine of between RMB 500 and RMB 2,000"),
        ("60岁及以上占22.1%", "those aged 60 and over 22.1%"),
        ("3到5年内", "within three to five years"),
        ("“十五五”开局之年", "the first year of the 15th Five-Year Plan"),
        ("比10年前提高2.4岁", "2.4 years longer than ten years ago"),
        ("比上一季增加3万吨", "30,000 tonnes more than in the previous season"),
        ("不得低于18℃", "must not fall below 18°C"),
        ("最高不超过4.5万元", "with a cap of RMB 45,000"),
        ("不超过24个月", "never longer than 24 months"),
        ("60岁以上占比降到13%", "those aged 60 and above were 13%, a fall"),
        ("1.35亿元，通达29座城市", "worth RMB 135 million to 29 cities"),
        ("答复3412次", "it answered 3,412 calls"),
        ("至6月30日", "by the end of June"),
        ("公交230辆", "230 buses"),
        ("不到一刻钟", "less than a quarter of an hour"),
        ("45分钟", "three quarters of an hour"),
        ("不及全国平均水平的一半", "less than half the national average"),
        ("流转土地3批", "land was transferred three times"),
        ("四分之三的社区", "three communities in four"),
        ("4个县的3所学校", "three schools in four counties"),
        ("1200家企业，其中500强46家", "1,200 firms, 46 of them Global 500 companies"),
        ("9至12时", "between 9 a.m. and 12 noon"),
        ("小学不超过45人，初中不超过50人", "not exceed 45 in primary or 50 in middle schools"),
        ("凌晨四点半", "half past four in the morning"),
        ("8:45", "a quarter to nine"),
        ("连续六年下降", "it has fallen for six years in a row"),
        ("去年降幅为1.9%", "it has fallen again, by 1.9% last year"),
        ("树龄500年以上的87株", "87 trees are 500 years old or more"),
        ("持续到来年5月", "up to the following May"),
        ("年节约120万元", "saving RMB 1.2 million a year"),
        ("签约19个项目", "19 projects were signed"),
        ("提速一倍", "twice as fast"),
        ("分两期，二期2027年建成", "in two phases, the second by 2027"),
        ("2小时47分可达", "reached in 2 hours and 47 minutes"),
        ("百岁老人217位", "217 centenarians"),
        ("由12项减为3项", "cut from 12 to three"),
        ("亏损由12家降到3家", "loss-makers fell from 12 to three"),
        ("PM2.5由46改善到38", "PM2.5 improved from 46 to 38"),
        ("已开工24个，共26个", "24 of the 26 have begun"),
        ("14场活动，5000人参加", "14 events, including a concert that drew 5,000"),
        ("家庭农场1.2万家", "12,000 family farms"),
        ("合作社1.4万家", "14,000 farmers’ cooperatives"),
        ("（二）提升城市品质", "(2) Improving the City"),
        ("一是抓项目；二是优服务", "First, projects; second, services"),
        ("最高温度38℃", "a high of 38°C"),
        ("最高可贷80万元", "loans of up to RMB 800,000"),
        ("上午10点20分发布。", "At 10.20 this morning it was announced."),
        ("每斤涨了不到半块钱。", "It is up by less than half a yuan per jin."),
        ("每斤涨了5毛钱。", "It is up by half a yuan per jin."),
        ("相当于两个多东湖。", "That is more than two East Lakes."),
        ("建成两个多功能厅。", "Two multi-purpose halls were built."),
        ("35度以上的有41天。", "There were 41 days of 35 degrees or more."),
        ("剩下的一成将更换。", "The remaining tenth will be replaced."),
        ("8月成交4860套，环比下降5.1%。", "August sales were 4,860, down 5.1% from July."),
        (
            "平均车速由每小时21.4公里提高到24.9公里。",
            "Average speeds have risen from 21.4 to 24.9 kilometres per hour.",
        ),
    ],
)
def test_style_is_free(chinese: str, english: str) -> None:
    assert differences_of(chinese, english) == ()


@pytest.mark.parametrize(
    ("chinese", "english", "year", "found"),
    [
        ("2024年增长5%。", "It grew by 5% this year.", 2024, 0),
        ("2023年增长5%。", "It grew by 5% this year.", 2024, 1),
        ("今年增长5%。", "It grew by 5% in 2024.", 2024, 0),
        ("今年增长5%。", "It grew by 5% in 2025.", 2024, 1),
        ("去年增长5%。", "It grew by 5% in 2023.", 2024, 0),
    ],
)
def test_this_year_is_the_year_reported_on(
    chinese: str, english: str, year: int, found: int
) -> None:
    assert len(differences_of(chinese, english, year)) == found


@pytest.mark.parametrize(
    "text",
    [
        "十分" * 20_000, "3 " * 20_000, "9" * 50_000, "two and " * 9_000, "超过一半" * 20_000,
        "一到两成" * 20_000, "由" * 20_000, "a quarter " * 20_000, "3:" * 20_000, "每周三" * 20_000,
    ],
)  # fmt: skip
def test_endless_numbers_end(text: str) -> None:
    assert differences_of(text, text) == ()


def test_years_may_be_told_by_their_first() -> None:
    pair = "三年来，新增绿地1200公顷。", "Since 2021, 1,200 hectares have been added."
    assert differences_of(*pair, year=2024) == ()
    assert differences_of(*pair, year=2025)
