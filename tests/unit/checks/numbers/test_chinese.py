"""What a Chinese text is read as: kind, exact value, unit and bounds."""

from __future__ import annotations

import pytest

from makebrief.checks.numbers.chinese import read_chinese
from makebrief.checks.numbers.reading import Number


def shown(number: Number) -> str:
    """A number in one line, without what is usual."""
    bounds = "/".join(sorted(each or "exact" for each in number.bounds))
    parts = [number.kind, str(number.value), number.unit, "" if bounds == "exact" else bounds]
    return " ".join(filter(None, parts))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("135.22亿元", ["money 13522000000 CNY"]),
        ("一亿三千万元", ["money 130000000 CNY"]),
        ("2.6亿美元", ["money 260000000 USD"]),
        ("200余万元", ["money 2000000 CNY over"]),
        ("新增装机超过全球一半", ["count 1", "ratio 1/2 over"]),
        ("不足之处整改率95%", ["percent 95"]),
        ("3至5亿元", ["money 300000000 CNY", "money 500000000 CNY"]),
        ("1.2万余家", ["count 12000 over"]),
        ("三十余名", ["count 30 over"]),
        ("百余家", ["count 100 over"]),
        ("上百家", ["count 100 at_least/exact/over"]),
        ("近2000个", ["count 2000 nearly"]),
        ("至少举办4场", ["count 4 at_least"]),
        ("最多可申领2套", ["count 2 at_most"]),
        ("80岁以上", ["quantity 80 year at_least/over"]),
        ("三四十个", ["count 30", "count 40"]),
        ("２１个", ["count 21"]),
        ("三年", ["quantity 3 year"]),
        ("一年半", ["quantity 3/2 year"]),
        ("5个多小时", ["quantity 5 hour over"]),
        ("百亿千瓦时", ["quantity 10000000000 kWh"]),
        ("1.5万亩", ["quantity 15000 mu"]),
        ("63%～68%", ["percent 63", "percent 68"]),
        ("百分之五", ["percent 5"]),
        ("8.5‰", ["percent 17/20"]),
        ("八成五", ["percent 85"]),
        ("八五折", ["percent 85"]),
        ("1.5个百分点", ["points 3/2"]),
        ("3.3个和1.9个百分点", ["points 33/10", "points 19/10"]),
        ("三分之二", ["ratio 2/3"]),
        ("十分之一强", ["ratio 1/10 over"]),
        ("过半", ["ratio 1/2 over"]),
        ("增长2倍", ["multiple 2 growth"]),
        ("翻两番", ["multiple 4 times"]),
        ("数十万", ["vague 5"]),
        ("第20届", ["ordinal 20"]),
        ("第2.1万家", ["ordinal 21000"]),
        ("Ⅲ类水质", ["ordinal 3"]),
        ("首个", ["ordinal 1"]),
        ("2024年7月23日", ["year 2024", "month 7", "day 23"]),
        ("二〇二四年", ["year 2024"]),
        ("20世纪90年代", ["count 20", "decade 90"]),
        ("上半年", ["span 1 6"]),
        ("前三季度", ["span 1 9"]),
        ("二季度", ["span 4 6"]),
        ("1—6月", ["span 1 6"]),
        ("下午3点半", ["time 930 day"]),
        ("8:30", ["time 510"]),
        ("G309国道", ["code 0 G309"]),
        ("“1+2+4”体系", ["code 0 1+2+4"]),
        ("0635-8288123", ["code 0 0635-8288123"]),
    ],
)
def test_a_number_is_read(text: str, readings: list[str]) -> None:
    assert [shown(each) for each in read_chinese(text)] == readings


def test_words_without_numbers_are_read_as_none() -> None:
    assert read_chinese("全市经济运行总体平稳。") == ()


@pytest.mark.parametrize("text", ["万众一心", "十分重要", "千家万户", "一带一路", "统一部署"])
def test_idioms_need_no_answer(text: str) -> None:
    assert all(each.optional for each in read_chinese(text))


def test_a_number_knows_its_place_and_words() -> None:
    [number] = read_chinese("共有1200余家企业")
    assert (number.start, number.end, number.words) == (2, 7, "1200余")


@pytest.mark.parametrize(
    "text", ["从准入、融资、用地和用工四个方面支持", "比例提高到七成以上（含70%）"]
)
def test_a_number_that_says_again_what_stands_before_it_is_not_missed(text: str) -> None:
    assert read_chinese(text)[-1].optional


def test_a_count_that_is_not_that_of_the_list_is_missed() -> None:
    assert not read_chinese("从准入、融资、用地和用工12个方面支持")[-1].optional


def test_digits_of_other_scripts_state_no_number() -> None:
    assert read_chinese("甲០乙٣年") == ()
