// Small improvements to pages that work without them. No page needs this file.
"use strict";

// A person who has just sent a form hears first what was wrong with it.
document.querySelector("[data-focus]")?.focus();

// The link of an error summary leads to the control itself, its label in sight.
document.querySelector(".error-summary")?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const control = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  (control.closest(".field") ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
});

// A form is sent once, however often its button is pressed. The server would refuse the second; this spares the wait.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // After this turn, so that the pressed button's own value still goes along.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = true;
  });
});

// Coming back to a page kept by the browser, its forms can be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = false;
  }
});

// Counts characters as the server does: what a reader sees as one is one.
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("en", { granularity: "grapheme" }) : null;
const length = (text) => {
  const trimmed = text.trim();
  return segmenter ? Array.from(segmenter.segment(trimmed)).length : Array.from(trimmed).length;
};

for (const area of document.querySelectorAll("textarea[data-count]")) {
  const max = Number(area.dataset.count);
  const line = document.getElementById(`${area.id}-count`);
  if (!line) continue;
  // What is read aloud waits until the typing pauses.
  const spoken = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  line.after(spoken);
  let pause;
  const update = () => {
    const left = max - length(area.value);
    const number = Math.abs(left).toLocaleString("en-GB");
    const noun = Math.abs(left) === 1 ? "character" : "characters";
    line.textContent = left < 0 ? `You have ${number} ${noun} too many.` : `You have ${number} ${noun} left.`;
    line.classList.toggle("count-over", left < 0);
    clearTimeout(pause);
    return line.textContent;
  };
  update();
  area.addEventListener("input", () => {
    const text = update();
    pause = setTimeout(() => (spoken.textContent = text), 1000);
  });
}

// Shows a password while its owner wants to see it, and hides it again before it is sent.
for (const box of document.querySelectorAll("[data-password]")) {
  const input = box.querySelector("input");
  const button = box.querySelector("button");
  if (!input || !button) continue;
  const show = (isShown) => {
    input.type = isShown ? "text" : "password";
    button.textContent = isShown ? "Hide" : "Show";
    button.setAttribute("aria-label", isShown ? "Hide what is typed" : "Show what is typed");
  };
  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  input.form?.addEventListener("submit", () => show(false));
}

// Narrows a long list of boxes to those that hold what is typed. What is ticked stays ticked, and stays in sight.
for (const list of document.querySelectorAll("[data-filter]")) {
  const box = document.createElement("input");
  box.type = "search";
  box.className = "input filter-box";
  box.placeholder = "Type to find";
  box.setAttribute("aria-label", `Find in ${list.dataset.filter}`);
  // It belongs to no form, so that Return in it sends none and its text is not posted.
  box.setAttribute("form", "");
  list.before(box);
  box.addEventListener("input", () => {
    const sought = box.value.trim().toLocaleLowerCase();
    for (const option of list.querySelectorAll(".option")) {
      const isTicked = option.querySelector("input").checked;
      option.hidden = !isTicked && !option.textContent.toLocaleLowerCase().includes(sought);
    }
  });
}

// Prints the page at a button; without scripts the browser's own command does.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Follows work under way: shows the part anew from the page's own address until it is no longer marked as running.
for (const part of document.querySelectorAll("[data-live]")) {
  part.querySelector(".live-by-hand")?.remove();
  const look = async () => {
    try {
      const reply = await fetch(part.dataset.live, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = reply.ok && page.getElementById(part.id);
      if (!fresh) return;
      const isRunning = "live" in fresh.dataset;
      if (isRunning) fresh.querySelector(".live-by-hand")?.remove();
      part.replaceChildren(...fresh.childNodes);
      if (isRunning) setTimeout(look, 2000);
    } catch {
      setTimeout(look, 10000);
    }
  };
  setTimeout(look, 2000);
}
