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
    ],
)
def test_a_difference_names_its_cause(cause: str, chinese: str, english: str) -> None:
    assert [each.cause for each in differences_of(chinese, english)] == [cause]


def test_a_number_that_one_text_lacks_stands_alone() -> None:
    [lost] = differences_of("建成充电桩6800个、换电站12座。", "It built 6,800 charging points.")
    assert (lost.zh and lost.zh.words, lost.en) == ("12", None)

    [added] = differences_of("开展了演练。", "It held 120 drills.")
    assert (added.zh, added.en and added.en.words) == (None, "120")


def test_a_month_answers_no_count_that_looks_like_it() -> None:
    assert differences_of(
        "将于9月举办，共设8大板块。", "Held in September, it has nine categories."
    )


def test_mu_may_be_hectares_if_the_digits_shown_are_right() -> None:
    assert differences_of("流转土地1500亩。", "Land of 100 hectares was transferred.") == ()
    assert differences_of("流转土地1000亩。", "Land of 66.7 hectares was transferred.") == ()
    assert differences_of("流转土地1000亩。", "Land of 67.6 hectares was transferred.")


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


@pytest.mark.parametrize("text", ["十分" * 20_000, "3 " * 20_000, "9" * 50_000, "two and " * 9_000])
def test_endless_numbers_end(text: str) -> None:
    assert differences_of(text, text) == ()
