"""(i) What is done with an answer: keeping it, asking the headteacher, telling of a departure, with and without scripts."""

import pytest
from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import GRANGE, OAKDENE
from support.visitor import DESKTOP, PHONE, fill, send, today

LOOKS = pytest.mark.parametrize("viewport,scripts", [(PHONE, True), (DESKTOP, True), (PHONE, False)],
                                ids=["phone", "desktop", "phone without scripts"])


def check(page, scripts, name):
    shoot(page, name)
    assert overflow(page) == 0
    if scripts:
        assert faults(page) == []


@LOOKS
def test_an_answer_is_kept_and_shown_as_it_was_given(visitors, viewport, scripts):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport, scripts=scripts)
    page.goto(f"{OAKDENE.path}/ask?who=teacher&action=open-account&application=not-approved")
    headline = page.locator(".verdict h2").inner_text()
    check(page, scripts, f"answer-{viewport['width']}")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_text("Recorded")).to_be_visible()
    expect(page.locator(".verdict h2")).to_have_text(headline)
    expect(page.get_by_text("byte for byte")).to_be_visible()
    assert page.get_by_role("button", name="Print this page").count() == (1 if scripts else 0)
    check(page, scripts, f"answer-kept-{viewport['width']}")
    page.get_by_role("link", name="Say what it was about").click()
    fill(page, note="The science club’s page")
    send(page)
    expect(page.get_by_text("The science club’s page").first).to_be_visible()
    page.get_by_role("link", name="Answers kept").click()
    check(page, scripts, f"answers-{viewport['width']}")


@LOOKS
def test_a_departure_is_told_answered_and_read(visitors, viewport, scripts):
    page = visitors.sign_in(GRANGE, GRANGE.teacher, viewport=viewport, scripts=scripts)
    page.goto(f"{GRANGE.path}/ask?who=teacher&action=depart-from-policy")
    page.get_by_role("link", name="Tell of a departure").click()
    check(page, scripts, f"tell-{viewport['width']}")
    words = f"The office line was down, {viewport['width']} {scripts}"
    fill(page, situation=words, stage="done", on=today(page) if scripts else (1, 10, 2026), reasons="Nobody could be reached")
    send(page)
    expect(page.get_by_text("Waiting for an answer")).to_be_visible()
    address = page.url

    head = visitors.sign_in(GRANGE, GRANGE.head, viewport=viewport, scripts=scripts)
    head.goto(address)
    check(head, scripts, f"departure-{viewport['width']}")
    head.get_by_role("link", name="Answer it").click()
    check(head, scripts, f"departure-answer-{viewport['width']}")
    fill(head, outcome="permitted", text="Rightly done")
    send(head)
    head.get_by_role("link", name="Say that the policy needs changing").click()
    fill(head, says="Say what to do when the line is down")
    send(head)
    head.goto(f"{GRANGE.path}/policy")
    expect(head.get_by_text("Judgements that ask for a change")).to_be_visible()

    page.goto(address)
    expect(page.get_by_text("Rightly done").first).to_be_visible()
    page.get_by_role("link", name="Say that you have read the answer").click()
    fill(page, read="yes")
    send(page)
    expect(page.get_by_text("Answer read")).to_be_visible()


@LOOKS
def test_what_the_policy_does_not_say_goes_to_the_headteacher(visitors, viewport, scripts):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, viewport=viewport, scripts=scripts)
    page.goto(f"{OAKDENE.path}/ask?who=teacher&action=depart-from-policy")
    expect(page.locator(".verdict")).to_contain_text("The policy does not say")
    assert page.get_by_role("link", name="Tell of a departure").count() == 0
    page.get_by_role("link", name="Ask the headteacher").click()
    fill(page, situation=f"May I act on my own judgement here? {viewport['width']} {scripts}")
    send(page)
    expect(page.get_by_text("Waiting for an answer")).to_be_visible()
    check(page, scripts, f"question-{viewport['width']}")


def test_what_is_not_known_is_not_asked_again(visitors):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, scripts=False)
    page.goto(f"{OAKDENE.path}/ask?who=teacher&action=open-account")
    page.get_by_label("I do not know").check(force=True)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("What it depends on")).to_be_visible()
    expect(page.get_by_role("link", name="Change the application")).to_be_visible()
