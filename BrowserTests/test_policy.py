"""(l) The policy: every clause can be reached, found by its words and printed, without scripts."""

from playwright.sync_api import expect

from support.shots import shoot
from support.site import ST_MARTINS
from support.visitor import PHONE


def test_a_rule_leads_to_its_clause_in_a_section_that_was_closed(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.teacher, scripts=False, viewport=PHONE)
    page.goto("/st-martins/policy")
    link = page.locator("td a[href^='#st-martins-']").first
    clause = page.locator(link.get_attribute("href"))
    expect(clause).to_be_hidden()
    link.click()
    expect(clause).to_be_visible()
    shoot(page, "policy-clause")


def test_a_topic_of_the_contents_and_a_link_from_elsewhere_open_what_is_folded(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.teacher, viewport=PHONE)
    page.goto("/st-martins/policy")
    rules = page.locator("#topic-posting tbody tr")
    expect(rules.first).to_be_hidden()
    page.locator(".contents a[href='#topic-posting']").click()
    expect(rules.first).to_be_visible()
    rule = page.locator("#topic-connecting [id^='rule-']").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"/st-martins/policy#{rule}")
    expect(page.locator("#topic-connecting tbody tr").first).to_be_visible()


def test_clauses_are_found_by_their_words_without_scripts(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.teacher, scripts=False, viewport=PHONE)
    page.goto("/st-martins/policy")
    wanted = page.locator(".clauses > li").last.get_attribute("id")
    page.get_by_label("Words in the clause").fill(wanted)
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".clauses > li")).to_have_count(1)
    expect(page.locator(f"#{wanted}")).to_be_visible()
    page.get_by_role("link", name="Back to the policy").click()
    expect(page.locator("#process")).to_be_visible()


def test_the_policy_prints_with_every_clause(visitors):
    page = visitors.sign_in(ST_MARTINS, ST_MARTINS.teacher, viewport={"width": 794, "height": 1123})
    page.goto("/st-martins/policy")
    page.emulate_media(media="print")
    expect(page.locator(".clauses > li").first).to_be_visible()
    expect(page.locator(".clauses > li").last).to_be_visible()
    for part in (".filters", ".contents", ".navigation"):
        expect(page.locator(part).first).to_be_hidden()
    shoot(page, "policy-print")
