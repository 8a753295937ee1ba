"""One card of each kind, in the structure of docs/website-api.md, with invented figures."""

from __future__ import annotations

from typing import Any

CALCULATION: dict[str, Any] = {
    "kind": "calculation",
    "whole": True,
    "title": "資助計算",
    "columns": ["項目", "開支", "可計入"],
    "rows": [
        {
            "name": "自動化機械（設備）",
            "amount": "700萬港元",
            "counted": "700萬港元",
            "state": "full",
            "note": "",
        },
        {
            "name": "生產線顧問費",
            "amount": "60萬港元",
            "counted": "45萬港元",
            "state": "part",
            "note": "超過上限，計到上限",
        },
        {
            "name": "樓宇租金",
            "amount": "240萬港元",
            "counted": "0港元",
            "state": "none",
            "note": "不獲資助",
        },
    ],
    "totals": [
        {"label": "可計入開支", "value": "745萬港元", "note": "總預算 1,000萬港元"},
        {"label": "資助額", "value": "186萬港元", "note": "745萬港元 × 四分之一", "strong": True},
        {"label": "公司要出", "value": "814萬港元"},
    ],
    "bar": {
        "label": "總預算 1,000萬港元由邊個出",
        "parts": [
            {"role": "government", "label": "政府資助", "value": "186萬港元", "share": 0.186},
            {"role": "own", "label": "公司出資", "value": "559萬港元", "share": 0.559},
            {"role": "excluded", "label": "不獲資助", "value": "255萬港元", "share": 0.255},
        ],
    },
    "notes": ["要先獲批，之後先好落訂。"],
    "disclaimer": "⚖️ 以上係初步計算，最終由秘書處決定。",
    "source": "📄 資料來源：簡報「資助上限」",
}

EXPENSES: dict[str, Any] = {
    "kind": "expenses",
    "whole": True,
    "title": "可以資助的開支",
    "columns": [
        {
            "title": "可以資助",
            "mark": "✅",
            "items": [{"name": "機械及設備", "note": ""}, {"name": "專利註冊", "note": "有上限"}],
        },
        {"title": "不可以資助", "mark": "❌", "items": [{"name": "樓宇租金", "note": ""}]},
    ],
    "notes": [],
    "source": "📄 資料來源：簡報「可資助開支」",
}

SERVICES: dict[str, Any] = {
    "kind": "services",
    "whole": True,
    "title": "HKPC services",
    "items": [
        {
            "name": "Smart Production Line assessment",
            "text": "Experts visit the factory and see what can be automated.",
            "points": ["A visit of half a day", "A written report"],
            "note": "",
        },
        {
            "name": "Application support",
            "text": "Help with the forms.",
            "points": [],
            "note": "By appointment",
        },
    ],
    "notes": [],
    "source": "📄 Source: the presentation, “Services”",
}

ELIGIBILITY: dict[str, Any] = {
    "kind": "eligibility",
    "whole": False,
    "title": "初步資格檢查",
    "done": 3,
    "of": 6,
    "items": [
        {"label": "香港註冊公司", "state": "met", "note": ""},
        {"label": "生產線設於香港", "state": "not_met", "note": "要設於香港"},
        {"label": "智能生產線", "state": "soft_miss", "note": "可以與顧問商討"},
        {"label": "沒有其他資助", "state": "unknown", "note": ""},
        {"label": "項目期限", "state": "asked", "note": ""},
        {"label": "本地承辦商", "state": "open", "note": ""},
    ],
    "notes": [],
    "source": "",
}

ALL = [CALCULATION, EXPENSES, SERVICES, ELIGIBILITY]
