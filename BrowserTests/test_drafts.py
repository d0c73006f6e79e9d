"""(p) The policy is changed in a draft: a rule in its form or the text whole, what changes is told, then it is saved."""

import re

from playwright.sync_api import expect

from support.accessibility import faults, overflow
from support.shots import shoot
from support.site import GRANGE, OAKDENE
from support.visitor import PHONE, fill, send


def begin(page, school, title):
    page.goto(f"{school.path}/policy")
    page.get_by_role("link", name="Change the policy").first.click()
    page.get_by_role("link", name="Begin a draft").click()
    fill(page, title=title, reason="Agreed by the governors in May.")
    send(page)
    expect(page.locator("h1")).to_have_text(title)
    return page.url.split("?")[0]


def press(page, words):
    page.locator("main form.form").last.get_by_role("button", name=words, exact=True).locator("visible=true").last.click()


def write(area, text):
    """As if pasted: typing a hundred thousand letters takes the browser minutes."""
    area.evaluate("(area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }", text)


def name_and_impact(page, draft, scripts=True):
    page.goto(f"{draft}/name")
    fill(page, edition="2030.1")
    send(page)
    page.goto(f"{draft}/impact")
    expect(page.locator("h1")).to_have_text("What changes")
    # axe itself is a script.
    assert not scripts or faults(page) == []
    assert overflow(page) == 0


def test_a_rule_is_added_with_scripts_its_impact_read_and_the_draft_edition_saved(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.head)
    draft = begin(page, GRANGE, "Messages to parents")
    shoot(page, "draft")
    assert faults(page) == []
    page.goto(f"{draft}/new-rule")
    page.locator("[name=action][value=message]").check(force=True)
    press(page, "Continue")
    expect(page.locator("[name='when.with']").first).to_be_visible()
    shoot(page, "draft-new-rule")
    assert faults(page) == []

    # Another action asks fewer facts in common, and they follow without a button.
    assert page.locator("[name='when.channel']").count() > 0
    page.locator("[name=action][value=follow]").check(force=True)
    expect(page.locator("[name='when.channel']")).to_have_count(0, timeout=20000)
    page.locator("[name=action][value=follow]").uncheck(force=True)
    expect(page.locator("[name='when.channel']").first).to_be_visible()

    # “May be anything” gives way to a value.
    page.locator("[name='when.with'][value=parent]").check(force=True)
    expect(page.locator("[name='when.with'][value=any]")).not_to_be_checked()
    page.locator("[name=says]").fill("Parents are not messaged at all.")
    page.locator("[name=verdict][value=prohibited]").check(force=True)
    press(page, "Save in the draft")
    expect(page.locator(".error-summary")).to_contain_text("Choose the clauses")
    page.locator("[name=clause]").first.check(force=True)
    press(page, "Save in the draft")
    expect(page.locator(".banner").first).to_contain_text("Saved in the draft")

    name_and_impact(page, draft)
    expect(page.locator("main")).to_contain_text("Parents are not messaged at all.")
    expect(page.locator("tbody tr").first).to_be_visible()
    shoot(page, "draft-impact")
    page.locator("[name=read]").check(force=True)
    page.get_by_role("button", name="Save as draft edition").click()
    expect(page.locator(".page-heading .tag")).to_have_text("Draft edition")


def test_a_rule_is_changed_without_scripts_on_a_phone(visitors):
    page = visitors.sign_in(OAKDENE, OAKDENE.deputy, scripts=False, viewport=PHONE)
    draft = begin(page, OAKDENE, "Other words")
    page.goto(f"{draft}/new-rule")
    page.locator("[name=action][value=message]").check(force=True)
    press(page, "Continue")
    press(page, "Add an exception")
    expect(page.locator("[name='unless.0.who']").first).to_be_visible()
    press(page, "Add a duty")
    expect(page.locator("[name='then.0.says']")).to_be_visible()
    assert overflow(page) == 0
    page.goto(draft)
    assert overflow(page) == 0
    link = page.locator("a[href*='/rules/']").first.get_attribute("href")
    page.goto(link)
    page.locator("[name=says]").fill("Every account begins with a plan.")
    press(page, "Save in the draft")
    expect(page.locator(".banner").first).to_contain_text("Saved in the draft")
    name_and_impact(page, draft, scripts=False)
    expect(page.locator("main")).to_contain_text("Changed: sentence")


def test_the_text_is_checked_as_it_is_typed_and_an_error_leads_to_its_place(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.administrator)
    draft = begin(page, GRANGE, "As text")
    page.goto(f"{draft}/text")
    area = page.locator("[name=text]")
    text = area.input_value()
    assert text.endswith("\n")
    write(area, text.replace("verdict: prohibited", "verdict: prohibitted", 1))
    told = page.locator("#source-check")
    expect(told).to_contain_text("One thing is wrong with the text.")
    expect(told).to_contain_text("Did you mean `prohibited`?")
    assert faults(page) == []
    shoot(page, "draft-text")
    link = told.locator("a[data-line]").first
    line = int(link.get_attribute("data-line"))
    link.click()
    expect(area).to_be_focused()
    before = area.evaluate("area => area.value.slice(0, area.selectionStart)")
    assert before.count("\n") + 1 == line and re.search(r"verdict: $", before)
    press(page, "Save the draft")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("[name=text]")).to_have_value(re.compile("prohibitted"))
    write(page.locator("[name=text]"), text + "# a line more\n")
    expect(page.locator("#source-check")).to_contain_text("Nothing is wrong with the text.")
    press(page, "Save the draft")
    expect(page.locator(".banner").first).to_contain_text("Saved in the draft")


def test_a_file_goes_out_and_comes_in_again_as_a_draft(visitors, tmp_path):
    page = visitors.sign_in(GRANGE, GRANGE.administrator)
    page.goto("/grange/policy")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download", exact=True).first.click()
    assert download.value.suggested_filename == "grange-2026.2.yaml"
    file = tmp_path / "grange.yaml"
    download.value.save_as(file)
    text = file.read_text()

    page.goto("/grange/policy/drafts/import")
    assert faults(page) == []
    page.set_input_files(
        "[name=file]", {"name": "bad.yaml", "mimeType": "application/yaml", "buffer": text.replace("who:", "wo:").encode()})
    fill(page, title="From a file", reason="Written elsewhere.")
    send(page)
    expect(page.locator(".error-summary")).to_contain_text("wrong with the file")
    expect(page.locator(".source-errors")).to_contain_text("Did you mean `who`?")
    assert faults(page) == []
    shoot(page, "draft-import-wrong")
    page.set_input_files("[name=file]", {"name": "good.yaml", "mimeType": "application/yaml", "buffer": text.encode()})
    send(page)
    expect(page.locator("h1")).to_have_text("What changes")
