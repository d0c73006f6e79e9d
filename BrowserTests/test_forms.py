"""(c), (e), (f) Forms: wrong ones come back filled in, the keyboard alone is enough, and a double click does one thing."""

from playwright.sync_api import expect

from support.application import application
from support.site import DRONFIELD, GRANGE
from support.visitor import fill, find, send


def test_a_form_with_every_field_wrong_comes_back_filled_in(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.teacher)
    page.goto("/grange/accounts/new/apply")
    fill(page, name="n" * 81, email="not an address", aim="a" * 1001, audience="b" * 501, promotion="c" * 501)
    send(page)
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert page.title().startswith("Error: ")
    wrong = ["platform", "name", "email", "aim", "audience", "promotion", "openness", "lead"]
    for name in wrong:
        field = page.locator(".field-wrong").filter(has=page.locator(f"[name='{name}']"))
        expect(field.locator(".problem").first).not_to_be_empty()
    kept = {"name": "n" * 81, "email": "not an address", "aim": "a" * 1001, "audience": "b" * 501, "promotion": "c" * 501}
    for name, value in kept.items():
        expect(page.locator(f"main [name='{name}']")).to_have_value(value)


def test_every_link_of_the_error_summary_leads_to_its_field(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.teacher)
    page.goto("/grange/accounts/new/apply")
    send(page)
    links = page.locator(".error-summary a")
    assert links.count() >= 8
    for index in range(links.count()):
        target = links.nth(index).get_attribute("href")
        links.nth(index).click()
        expect(page.locator(target)).to_be_focused()
        assert page.locator(target).evaluate("it => it.closest('form').matches('main .form')")


def test_a_teacher_applies_with_the_keyboard_alone(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.teacher)
    page.goto("/grange/accounts/new/apply")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "platform")
    page.keyboard.type("Facebook")
    type_into(page, "name", "Keyboard club")
    type_into(page, "email", f"clubs@{GRANGE.domain}")
    type_into(page, "aim", "To tell families about the club.")
    type_into(page, "audience", "Families")
    type_into(page, "promotion", "By letter")
    tab_to(page, "openness")
    page.keyboard.press("Space")
    tab_to(page, "lead")
    page.keyboard.type(GRANGE.teacher)
    tab_to(page, "operators")
    while GRANGE.assistant not in page.evaluate("document.activeElement.closest('.option')?.textContent ?? ''"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Keyboard club")


def tab_to(page, name):
    """Presses Tab until the focus is on the field, past no field of the form that comes after it."""
    for _ in range(60):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {name}")


def type_into(page, name, text):
    tab_to(page, name)
    page.keyboard.type(text)


def test_the_tab_order_is_the_order_of_the_page(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.teacher)
    page.goto("/grange/people")
    places = []
    for _ in range(25):
        page.keyboard.press("Tab")
        places.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    assert places == sorted(places)
    assert page.locator("[tabindex]:not([tabindex='-1']):not([tabindex='0'])").count() == 0


def test_what_has_the_focus_shows_it(visitors):
    page = visitors.sign_in(GRANGE, GRANGE.teacher)
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => {
              const shown = document.activeElement.closest('.duty, .option') ?? document.activeElement;
              return getComputedStyle(shown).outlineStyle + ' ' + getComputedStyle(document.activeElement).outlineStyle;
            }""")
        assert "solid" in style


def test_a_double_click_applies_once(visitors):
    page = visitors.sign_in(DRONFIELD, DRONFIELD.teacher)
    page.goto("/dronfield/accounts/new/apply")
    fill(page, **application(DRONFIELD, "Clicked twice", DRONFIELD.teacher, [DRONFIELD.assistant]))
    page.locator("main form.form button[type=submit]").dblclick()
    expect(page.locator("h1")).to_have_text("Clicked twice")
    expect(page.locator(".timeline > li")).to_have_count(1)
    find(page, "/dronfield/accounts", "Clicked")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_a_form_that_is_sent_a_second_time_says_that_nothing_was_done_twice(visitors):
    page = visitors.sign_in(DRONFIELD, DRONFIELD.teacher, scripts=False)
    page.goto("/dronfield/accounts/new/apply")
    fill(page, **application(DRONFIELD, "Sent twice", DRONFIELD.teacher, [DRONFIELD.assistant]))
    action = page.locator("main form.form").get_attribute("action")
    same = page.request.post(action, form=posted(page), headers={"Sec-Fetch-Site": "same-origin"})
    assert "done=recorded" in same.url
    send(page)
    expect(page.locator(".banner")).to_contain_text("Nothing was done twice")
    find(page, "/dronfield/accounts", "Sent")
    expect(page.locator("tbody tr")).to_have_count(1)


def posted(page):
    """What the form would send, each box of a group by its own value."""
    fields = {}
    for control in page.locator("main form.form [name]").all():
        kind = control.get_attribute("type")
        if kind in ("radio", "checkbox") and not control.is_checked():
            continue
        fields[control.get_attribute("name")] = control.get_attribute("value") if kind == "hidden" else control.input_value()
    return fields
