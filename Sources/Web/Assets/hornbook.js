// Small improvements to pages that work without them. No page needs this file.
"use strict";

// A person who has just sent a form hears first what was wrong with it.
document.querySelector("[data-focus]")?.focus();

// A link into what is folded opens it, in browsers that do not do so themselves.
const unfold = () => {
  const target = document.querySelector(":target");
  if (!target?.closest("details:not([open])")) return;
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  target.scrollIntoView();
};
window.addEventListener("hashchange", unfold);
unfold();

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

// “May be anything” and the values under it shut each other out.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.type !== "checkbox" || !box.checked) return;
  const group = box.closest("[data-rule] fieldset");
  if (!group) return;
  for (const other of group.querySelectorAll("input[type=checkbox]")) {
    if (other !== box && (box.value === "any" || other.value === "any")) other.checked = false;
  }
});

// A rule's form shows the facts of the actions as they are chosen.
for (const form of document.querySelectorAll("form[data-rule]")) {
  const step = form.querySelector("[data-actions-step]");
  if (!step) continue;
  step.hidden = true;
  let pause;
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    const sent = new URLSearchParams(new FormData(form));
    sent.set("step", "facts");
    try {
      // Not form.action: the form has fields of that name.
      const reply = await fetch(form.getAttribute("action"), { method: "POST", body: sent, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const parts = ["rule-facts", "rule-exceptions"].map((id) => [document.getElementById(id), page.getElementById(id)]);
      if (turn !== asked) return;
      // Without a single action there is nothing to show: the button remains for what cannot be fetched.
      if (!reply.ok || parts.some(([, fresh]) => !fresh)) return void (step.hidden = false);
      for (const [part, fresh] of parts) part.replaceChildren(...fresh.childNodes);
      step.hidden = true;
    } catch {
      step.hidden = false;
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target.name !== "action") return;
    clearTimeout(pause);
    pause = setTimeout(show, 300);
  });
}

// A whole file as text: numbered lines, and what is wrong with it told while it is typed.
for (const source of document.querySelectorAll("[data-source]")) {
  const area = source.querySelector("textarea");
  const numbers = document.createElement("div");
  numbers.className = "source-lines";
  numbers.setAttribute("aria-hidden", "true");
  source.prepend(numbers);
  let count = 0;
  const number = () => {
    const lines = area.value.split("\n").length;
    if (lines === count) return;
    count = lines;
    numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  };
  number();
  area.addEventListener("scroll", () => (numbers.scrollTop = area.scrollTop));

  const go = (line, column) => {
    const lines = area.value.split("\n");
    let start = 0;
    for (let index = 0; index < Math.min(line, lines.length) - 1; index++) start += lines[index].length + 1;
    const at = start + Math.min(Math.max(column - 1, 0), (lines[line - 1] ?? "").length);
    area.focus({ preventScroll: true });
    area.setSelectionRange(at, at);
    const height = area.scrollHeight / lines.length;
    area.scrollTop = Math.max(0, (line - 4) * height);
    numbers.scrollTop = area.scrollTop;
    source.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link || link.hash.slice(1) !== area.id) return;
    event.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.column));
  });

  const told = document.getElementById("source-check");
  const check = source.dataset.check;
  let pause;
  let asked = 0;
  const look = async () => {
    const turn = ++asked;
    const sent = new URLSearchParams({ csrf: area.form.elements.csrf.value, text: area.value });
    try {
      const reply = await fetch(check, { method: "POST", body: sent, credentials: "same-origin" });
      if (!reply.ok || turn !== asked) return;
      tell(await reply.json());
    } catch {
      // Without an answer nothing is told: the buttons still check.
    }
  };
  const tell = ({ errors, total }) => {
    const title = document.createElement("p");
    title.className = "source-state";
    title.textContent =
      total === 0
        ? "Nothing is wrong with the text."
        : total === 1
          ? "One thing is wrong with the text."
          : `${total} things are wrong with the text.`;
    const list = document.createElement("ol");
    list.className = "source-errors";
    list.setAttribute("role", "list");
    for (const error of errors) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${area.id}`;
      link.dataset.line = error.line;
      link.dataset.column = error.column;
      link.textContent = `Line ${error.line}, column ${error.column}`;
      const text = document.createElement("p");
      text.textContent = error.message;
      item.append(link, text);
      list.append(item);
    }
    told.replaceChildren(title, ...(total ? [list] : []));
    area.toggleAttribute("aria-invalid", false);
    if (total) area.setAttribute("aria-invalid", "true");
  };
  area.addEventListener("input", () => {
    number();
    if (!check || !told) return;
    clearTimeout(pause);
    pause = setTimeout(look, 500);
  });
}

// Copies words that are to be put up by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  if (!text || !navigator.clipboard) continue;
  const says = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = "Marked: copy it with the keyboard";
    }
    setTimeout(() => (button.textContent = says), 3000);
  });
}

// A post is checked and saved while it is written. Without scripts its buttons do both.
for (const form of document.querySelectorAll("form[data-compose]")) {
  const told = document.getElementById("compose-saved");
  const tally = document.getElementById("compose-tally");
  const check = document.getElementById("compose-check");
  for (const button of form.querySelectorAll("[data-by-hand]")) button.hidden = true;
  const field = (name) => form.elements[name];
  let pause;
  let asked = 0;
  let saving = Promise.resolve();
  let sent = new URLSearchParams(new FormData(form)).toString();
  let isStopped = false;

  const post = (step) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("step", step);
    return fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
  };

  // Fields that come and go with the accounts and pictures that are chosen. What is being typed stays.
  const renew = (part, fresh) => {
    if (!part || !fresh || part.contains(document.activeElement)) return;
    const names = (of) => [...of.querySelectorAll("[name]")].map((control) => control.name).join();
    if (names(part) !== names(fresh)) part.replaceChildren(...fresh.childNodes);
  };

  // What is drawn anew keeps its pictures, which would flicker, and what somebody has opened in it.
  const renewDrawing = (fresh) => {
    for (const part of fresh.querySelectorAll("[data-keep]")) {
      part.open = check.querySelector(`[data-keep="${CSS.escape(part.dataset.keep)}"]`)?.open ?? false;
    }
    const shown = [...check.querySelectorAll("img")];
    for (const image of fresh.querySelectorAll("img")) {
      const place = shown.findIndex((known) => known.getAttribute("src") === image.getAttribute("src"));
      if (place < 0) continue;
      const [known] = shown.splice(place, 1);
      known.alt = image.alt;
      image.replaceWith(known);
    }
    const focused = check.contains(document.activeElement) && document.activeElement.closest("[data-keep]")?.dataset.keep;
    check.replaceChildren(...fresh.childNodes);
    if (focused) check.querySelector(`[data-keep="${CSS.escape(focused)}"] summary`)?.focus({ preventScroll: true });
  };

  const look = async () => {
    const turn = ++asked;
    try {
      const reply = await post("check");
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = reply.ok && page.getElementById(check.id);
      if (!fresh || turn !== asked) return;
      renewDrawing(fresh);
      const count = page.getElementById("compose-tally");
      if (tally && count && tally.textContent !== count.textContent) tally.replaceChildren(...count.childNodes);
      for (const id of ["compose-own", "compose-order"]) renew(document.getElementById(id), page.getElementById(id));
    } catch {
      // Without an answer nothing is told: the button still checks.
    }
  };

  const save = async () => {
    const now = new URLSearchParams(new FormData(form)).toString();
    if (isStopped || now === sent || form.dataset.sent) return;
    try {
      const reply = await post("auto");
      const answer = await reply.json();
      if (!reply.ok) {
        told.textContent = answer.problem ?? "Not saved yet. Use the button to save.";
        isStopped = reply.status === 409;
        return;
      }
      sent = now;
      told.textContent = `Saved at ${answer.saved}`;
      if (field("revision").value === "0") {
        const path = form.getAttribute("action").replace("/new/start", `/${answer.record}/save`);
        form.setAttribute("action", path);
        history.replaceState(null, "", path);
      }
      field("revision").value = answer.revision;
      field("once").value = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}${Math.random()}`;
      sent = new URLSearchParams(new FormData(form)).toString();
    } catch {
      told.textContent = "Not saved: the school’s server cannot be reached. What you typed is still here.";
    }
  };

  let glance;
  form.addEventListener("input", () => {
    clearTimeout(glance);
    glance = setTimeout(look, 500);
    clearTimeout(pause);
    pause = setTimeout(() => (saving = saving.then(save)), 1500);
  });
  // What is under way is not overtaken by the button.
  form.addEventListener(
    "submit",
    (event) => {
      clearTimeout(pause);
      if (form.dataset.waited) return;
      event.preventDefault();
      event.stopPropagation();
      // In a turn of its own: a form that is just being sent cannot be sent again.
      saving.then(() =>
        setTimeout(() => {
          form.dataset.waited = "yes";
          form.requestSubmit(event.submitter);
          delete form.dataset.waited;
        }),
      );
    },
    true,
  );
}

// Puts words that are selected above it into the comments, ready to be commented on.
for (const area of document.querySelectorAll("textarea[name=comments]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet comment-selection";
  const says = "Comment on the words that are selected";
  button.textContent = says;
  button.setAttribute("aria-live", "polite");
  area.before(button);
  let chosen = "";
  document.addEventListener("selectionchange", () => {
    const text = String(getSelection()).trim();
    if (text && document.activeElement !== area) chosen = text;
  });
  button.addEventListener("click", () => {
    if (!chosen) {
      button.textContent = "First select some words above";
      setTimeout(() => (button.textContent = says), 4000);
      return;
    }
    const quote = chosen.split("\n").map((line) => `> ${line}`).join("\n");
    area.value = `${area.value.trimEnd()}\n\n${quote}\n`.trimStart();
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Gives every question of a list the same answer, to be looked through before the form is sent.
for (const rows of document.querySelectorAll("[data-all]")) {
  const answers = [...rows.querySelector(".choice-answers").querySelectorAll("input")];
  const bar = document.createElement("div");
  bar.className = "choice-all";
  for (const answer of answers) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    const word = answer.labels[0].textContent.trim();
    button.textContent = `${word} to all`;
    button.addEventListener("click", () => {
      for (const radio of rows.querySelectorAll(`input[value="${CSS.escape(answer.value)}"]`)) radio.checked = true;
      said.textContent = `All ${rows.querySelectorAll(".choice-row").length} are answered “${word}”.`;
    });
    bar.append(button);
  }
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "link-button";
  clear.textContent = "Clear the answers";
  const said = document.createElement("span");
  said.className = "hint";
  said.setAttribute("role", "status");
  clear.addEventListener("click", () => {
    for (const radio of rows.querySelectorAll("input")) radio.checked = false;
    said.textContent = "No question is answered.";
  });
  bar.append(clear, said);
  rows.before(bar);
}
