"""A bad connection, a server that refuses: nothing that was written is lost or said twice."""

from __future__ import annotations

from playwright.sync_api import expect

SAYING = "POST messages"


def sent(stub) -> list[str]:
    return [body["id"] for kind, body in stub.asked if kind == "messages"]


def stored(stub) -> list[str]:
    return [each["text"] for each in stub.conversations.newest().said if each["from"] == "visitor"]


def test_what_could_not_be_sent_says_so_and_is_sent_by_retrying(visitor, stub):
    visitor.asks("你好")
    stub.fail(**{SAYING: (503, {})})
    visitor.sends("租金")
    expect(visitor.status).to_contain_text("未能送出")

    stub.mend()
    visitor.button("再試").click()
    expect(visitor.messages("bot")).to_have_count(2)
    expect(visitor.status).to_have_count(0)
    assert stored(stub) == ["你好", "租金"]


def test_a_message_whose_answer_was_lost_is_sent_again_with_the_same_id(visitor, stub):
    visitor.asks("你好")
    stub.fail(lose_answers=1)
    visitor.sends("租金")

    expect(visitor.messages("bot")).to_have_count(2)
    assert stored(stub) == ["你好", "租金"]
    assert [len(sent(stub)), len(set(sent(stub)))] == [3, 2]


def test_offline_is_said_and_what_was_written_is_sent_in_order_afterwards(visitor, stub):
    visitor.asks("你好")
    visitor.context.set_offline(True)
    expect(visitor.banner).to_contain_text("離線")
    for text in ("一", "二", "三"):
        visitor.sends(text)
    expect(visitor.status).to_have_count(3)
    visitor.context.set_offline(False)

    expect(visitor.messages("bot")).to_have_count(4)
    expect(visitor.banner).to_be_hidden()
    assert stored(stub) == ["你好", "一", "二", "三"]


def test_what_was_not_sent_outlives_a_reload(visitor, stub):
    visitor.asks("你好")
    stub.fail(**{SAYING: (503, {})})
    visitor.sends("未送出")
    expect(visitor.status).to_have_count(1)
    stub.mend()
    visitor.page.reload()

    expect(visitor.messages("bot")).to_have_count(2)
    assert stored(stub) == ["你好", "未送出"]


def test_a_lost_server_is_said_and_the_conversation_goes_on_when_it_is_back(visitor, stub):
    visitor.asks("你好")
    stub.fail(all=(502, {}))
    stub.do(stub.end_streams)
    expect(visitor.banner).to_contain_text("重新連接")

    stub.mend()
    stub.says("我返嚟喇")
    expect(visitor.messages("bot").last.locator(".text")).to_have_text("我返嚟喇")
    expect(visitor.banner).to_be_hidden()


def test_a_stream_that_breaks_loses_and_doubles_nothing(visitor, stub):
    visitor.asks("一")
    stub.do(stub.end_streams)
    stub.says("斷線時講")
    expect(visitor.messages("bot")).to_have_count(2)
    visitor.asks("二")

    assert visitor.texts() == ["一", "答：一", "斷線時講", "二", "答：二"]
    assert [after for kind, after in stub.asked if kind == "events"][:2] == ["0", "2"]


def test_without_streams_the_answers_come_by_asking(visit, stub):
    stub.fail(**{"GET events": (502, {})})
    visitor = visit().opens()
    visitor.asks("你好")
    stub.says("仲喺度")

    expect(visitor.messages("bot").last.locator(".text")).to_have_text("仲喺度")
    expect(visitor.banner).to_be_hidden()


def test_a_conversation_that_the_server_does_not_know_begins_anew_with_what_was_written(
    visitor, stub
):
    visitor.asks("舊")
    stub.do(stub.conversations.forget)
    visitor.sends("新嘅問題")

    expect(visitor.page.locator(".notice")).to_contain_text("已過期")
    expect(visitor.messages("bot")).to_have_count(1)
    assert stored(stub) == ["新嘅問題"]


def test_a_button_that_the_server_does_not_know_is_said_in_words(visitor, stub):
    visitor.asks("查", buttons=[{"title": "計資助"}])
    stub.do(lambda: stub.conversations.newest().said[1].update(buttons=[]))
    visitor.button("計資助").click()

    expect(visitor.messages("bot")).to_have_count(2)
    assert stored(stub) == ["查", "計資助"]


def test_too_many_messages_wait_as_long_as_the_server_says(visitor, stub):
    visitor.asks("你好")
    stub.fail(**{SAYING: (429, {"Retry-After": "1"})})
    visitor.sends("快")
    expect(visitor.banner).to_contain_text("稍後")
    stub.mend()

    expect(visitor.messages("bot")).to_have_count(2)
    expect(visitor.banner).to_be_hidden()


def test_a_text_over_the_limit_stays_in_the_field(visitor, stub):
    visitor.asks("你好")
    visitor.writes("字" * 1900)
    expect(visitor.page.locator(".counter")).to_have_text("1,900 / 2,000 字")
    visitor.sends("字" * 2001)

    expect(visitor.page.locator(".notice")).to_contain_text("太長")
    expect(visitor.input).to_have_text("字" * 2001)
    assert len(sent(stub)) == 1


def test_a_text_that_the_server_finds_too_long_returns_to_the_field(visitor, stub):
    visitor.asks("你好")
    stub.fail(server_limit=5)
    visitor.sends("一二三四五六")

    expect(visitor.input).to_have_text("一二三四五六")
    expect(visitor.page.locator(".unsent")).to_have_count(0)


def test_a_draft_outlives_a_reload(visitor):
    visitor.writes("寫到一半\n第二行")
    visitor.page.reload()

    expect(visitor.input).to_have_text("寫到一半\n第二行")
