"""A person at a browser: signs in, fills forms in, and says what the page complained about."""

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


class Visitors:
    def __init__(self, site, browser):
        self.site = site
        self.browser = browser
        self.complaints = []
        self._contexts = []

    def open(self, viewport=DESKTOP, scheme="light", scripts=True, touch=False):
        """A page in a browser of its own, where nobody is signed in."""
        context = self.browser.new_context(
            base_url=self.site.base, viewport=viewport, color_scheme=scheme, java_script_enabled=scripts,
            has_touch=touch,
            accept_downloads=True, locale="en-GB", timezone_id="Europe/London")
        context.set_default_timeout(8000)
        self._contexts.append(context)
        context.on("page", self._listen)
        return context.new_page()

    def sign_in(self, school, name, **how):
        """A page on which this person of the demonstration has just signed in."""
        page = self.open(**how)
        page.goto(f"{school.path}/sign-in")
        page.locator(".demo-people").get_by_role("button", name=name).click()
        page.wait_for_url(f"**{school.path}/today")
        return page

    def close(self):
        for context in self._contexts:
            context.close()

    def _listen(self, page):
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _console(self, message):
        # A browser also complains of every answer that is an error; those are told apart by their status elsewhere.
        is_status = message.text.startswith("Failed to load resource: the server responded with a status of 4")
        is_asset = "/assets/" in message.location.get("url", "")
        if message.type in ("error", "warning") and (is_asset or not is_status):
            self.complaints.append(f"{message.location.get('url')}: {message.text}")


# The whole row of an option is its label, which lies over the box: so boxes are ticked where they are, not where they show.
def fill(page, **values):
    """Fills in the main form by the names of its fields. A list ticks boxes by the words beside them."""
    form = page.locator("main form.form").last
    for name, value in values.items():
        _fill_one(form, name, value)


def _fill_one(form, name, value):
    if isinstance(value, list):
        group = form.locator("fieldset", has=form.page.locator(f"[name='{name}']"))
        for words in value:
            group.get_by_label(words).check(force=True)
        return
    if isinstance(value, tuple):
        for part, number in zip(("day", "month", "year"), value):
            form.locator(f"[name='{name}-{part}']").fill(str(number))
        return
    control = form.locator(f"[name='{name}']").first
    kind = control.evaluate("element => element.tagName === 'SELECT' ? 'select' : element.type")
    if kind == "select":
        option = control.locator("option", has_text=value).first
        control.select_option(option.get_attribute("value"))
    elif kind in ("radio", "checkbox"):
        form.locator(f"[name='{name}'][value='{value}']").check(force=True)
    else:
        control.fill(value)


def find(page, path, words):
    """Looks for words in a list, by the form above it: an address does not take them."""
    page.goto(path)
    page.locator("form.filters [name=q]").fill(words)
    page.locator("form.filters button[type=submit]").click()
    page.wait_for_load_state()
    assert words not in page.url


def send(page):
    page.locator("main form.form").last.locator("button[type=submit]").click()


def row(page, key):
    """The line of a summary with exactly this key."""
    return page.locator(".summary > div").filter(has=page.locator("dt").get_by_text(key, exact=True))


def today(page):
    """The day in London as the forms take it."""
    text = page.evaluate("new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' })")
    return tuple(int(part) for part in text.split("/"))
