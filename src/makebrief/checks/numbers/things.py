"""Things that briefings count: their English nouns, and what shows them in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class Things(Struct, frozen=True):
    """Things of a kind: their English names, and what shows them in Chinese.

    Wherever Chinese names such a thing, one of the characters stands; `counters` are the counter
    words that count it, beside those that count anything.
    """

    nouns: tuple[str, ...]
    characters: frozenset[str]
    counters: str


def _things(nouns: str, characters: str, counters: str) -> Things:
    return Things(tuple(nouns.split()), frozenset(characters), counters)


_THINGS = (
    _things("households families", "户家庭居", "户家"),
    _things(
        "people persons residents individuals",
        "人名位民众口者员生师客工老孩童士手兵属友家例岁患",
        "人名位例",
    ),
    _things("enterprises companies firms businesses", "企业公司商厂家店户主体单位行", "家户"),
    _things("factories", "厂企业", "家座所"),
    _things("schools", "校学园院班高初中幼", "所家"),
    _things("hospitals clinics", "医院诊卫", "家所"),
    _things("vehicles cars buses coaches taxis trucks lorries", "车辆巴", "辆台部"),
    _things("routes lines", "线路列航", "条"),
    _things("stations", "站点所队台", "座处家所"),
    _things("stops", "站", "座处家所"),
    _things("bridges", "桥", "座"),
    _things("tunnels", "隧", "座条"),
    _things("villages", "村庄屯寨", "座"),
    _things("towns townships counties", "镇乡县", ""),
    _things("cities", "市城都", "座"),
    _things("provinces", "省", ""),
    _things("countries", "国", ""),
    _things("trains", "列车班", "列班趟次"),
    _things("flights", "航班飞架", "班架次条"),
    _things("ships vessels boats", "船舰艘轮艇", "艘条只"),
    _things("trees", "树株木苗植", "株棵"),
    _things("jobs posts", "岗业职位", "人"),
    _things("patents", "专利", "件项"),
    _things("students pupils", "生学童人班孩", "人名位"),
    _things("teachers", "师教人", "人名位"),
    _things("doctors physicians", "医师大人", "人名位"),
    _things("nurses", "护人", "人名位"),
    _things("engineers", "工师人", "人名位"),
    _things("scientists researchers", "科学研究人", "人名位"),
    _things("drivers", "驾司机车人师", "人名位"),
    _things("lawyers", "律法人师", "人名位"),
    _things("judges", "法官审判评", "人名位"),
    _things("firefighters", "消防员人队", "人名位"),
    _things("inheritors", "传承人", "人名位"),
    _things("farmers", "农民户人", "人名位户"),
    _things("workers", "工员人者业", "人名位"),
    _things("patients", "患病人例者", "人名位例"),
    _things("visitors tourists passengers", "人客游旅", "人名位"),
    _things("books volumes", "书册卷本图", "册本部种套卷"),
    _things("films", "片影部", "部场"),
    _things("performances shows concerts", "演场剧节秀会", "场台部次"),
    _things("exhibitions", "展", "场次期项"),
    _things("matches", "赛场", "场项次"),
    _things("beds", "床", "张"),
    _things("flats homes houses apartments", "房套户居宅家屋", "套户间栋幢家处"),
    _things("lifts", "梯", "部台"),
    _things("reservoirs lakes", "库湖", "座处"),
    _things("rivers", "河江溪川流水", "条"),
    _things("wells", "井", "眼口处座"),
    _things("shops stores", "店铺商门", "家户间"),
    _things("restaurants", "餐馆饭店", "家处"),
    _things("museums libraries", "馆博书", "家座所"),
    _things("calls", "电话热线通诉呼来警救答询", "个次起件通"),
    _things("cases", "案例件起宗病患诊事", "件起例宗"),
    _things("projects", "项工程目", "项"),
    _things("events activities", "活动场次赛会节演展", "场"),
    _things("sessions meetings conferences", "会场次期班训", "场"),
    _things("lectures talks", "讲场课座宣", "场"),
    _things("teams squads", "队组支团", ""),
    _things("volunteers", "志愿义工", "人名位"),
    _things("athletes players", "员手人名将儿", "人名位"),
    _things("children", "孩童儿幼婴生子女", "人名位"),
    _things("women", "女妇娘产", "人名位"),
    _things("employees", "员工人职", "人名位"),
    _things("experts", "专家师", "人名位"),
    _things("graduates", "毕业生才", "人名位"),
    _things("couples", "对夫妻婚", ""),
    _things("licences permits certificates", "证照许", ""),
    _things("applications", "申请件报审办", "份条"),
    _things("complaints", "诉举投件单", "条"),
    _things("contracts agreements", "同签协议约单项", "家"),
    _things("loans", "贷笔款", "家户"),
    _things("vouchers", "券", ""),
    _things("seats", "座席位", "座"),
    _things("rooms classrooms", "间房室厅场", ""),
    _things("universities colleges", "大高校院", "所家"),
    _things("kindergartens nurseries", "幼园托", "所家"),
    _things("canteens", "食堂餐厅饭", "家所"),
    _things("parks", "园区", "座家"),
    _things("toilets", "厕卫", "座所"),
    _things("berths", "泊位码港", "座"),
    _things("containers boxes", "箱柜盒包", ""),
    _things("cooperatives", "社", "家"),
    _things("farms", "场农庄园", "家座户"),
    _things("greenhouses", "棚温室", "座"),
    _things("pigs", "猪", ""),
    _things("sheep goats", "羊", ""),
    _things("sites", "点址地场处工", "处座"),
    _things("centres centers", "心点所站处基院", "家座"),
    _things("districts", "区", ""),
    _things("ports", "港岸口", "座"),
    _things("platforms", "台", "家"),
    _things("officers", "警官干人员", "人名位"),
    _things("officials", "干官员人", "人名位"),
    _things("species", "种物类", ""),
    _things("compounds communities", "小社居村庄院宅里邻街群", "座"),
    _things("neighbourhoods neighborhoods", "小社居村里邻街圈片", "座"),
    _things("laboratories", "室", "家"),
    _things("piles", "桩", ""),
    _things("awards prizes", "奖誉称号评", "名位家人项"),
    _things("medals", "牌章奖金银铜", "块枚名位人"),
    _things("accidents", "事故", "起"),
    _things("fires", "火", "起场"),
    _things("typhoons", "台风", ""),
    _things("drills", "演练习", "场"),
    _things("robots", "机", "台"),
    _things("drones", "机", "架"),
    _things("cameras", "头机像摄", ""),
    _things("papers", "论文稿章", ""),
    _things("photographs photos", "照图片影摄", ""),
    _things("plays operas", "戏剧曲", "部台场"),
)

BY_NOUN: Mapping[str, Things] = MappingProxyType(
    {noun: each for each in _THINGS for noun in each.nouns}
)
"""The things that a noun names."""
