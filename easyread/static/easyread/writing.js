// Advice beside each row of an easy read while somebody writes, and pictures for its words.
// The page works without it. What is typed never leaves the form: the server only reads it.

const startWriting = () => {
  const PAUSE = 120; // milliseconds without a key before a row is checked
  const PAUSE_WHOLE = 900;
  const FIRST = 4; // pieces of advice shown at once
  const PAUSE_SPOKEN = 1500; // a screen reader hears the outcome once the typing rests

  const panel = document.querySelector("[data-easy-writing]");
  const body = document.querySelector(".easy-rows");
  if (!panel || !body) {
    return;
  }
  const form = panel.closest("form");
  const part = (name) => panel.querySelector(`[data-easy-${name}]`);
  const checked = new Map(); // by the row's key: the words that the advice shown is about
  const dirty = new Set();
  let timer = 0;
  let wholeTimer = 0;

  // ---- reading rows ----

  const rows = () =>
    [...body.querySelectorAll("[data-streamfield-child]")].filter((row) => {
      const gone = row.querySelector(':scope > input[name$="-deleted"]');
      return gone && gone.value !== "1";
    });
  const kindOf = (row) => row.querySelector(':scope > input[name$="-type"]').value;
  const fieldOf = (row, name) => row.querySelector(`[data-contentpath="${name}"]`);
  const squeezed = (text) => text.replace(/[\u200b\ufeff]/g, "").replace(/[ \t\u00a0]+/g, " ").trim();

  function richText(field) {
    const lines = [];
    const bold = [];
    for (const block of field.querySelectorAll('[data-block="true"]')) {
      lines.push(squeezed(block.textContent));
      for (const run of block.querySelectorAll('[style*="bold"]')) {
        bold.push(squeezed(run.textContent).toLowerCase());
      }
    }
    return { lines: lines.filter(Boolean), bold: bold.filter(Boolean) };
  }

  function read(row) {
    const key = row.dataset.contentpath;
    const texts = [];
    let bold = [];
    for (const name of ["text", "who", "what", "how_much", "word", "words", "when", "where"]) {
      const field = fieldOf(row, name);
      if (!field) {
        continue;
      }
      if (field.querySelector("[data-draftail-editor-wrapper], .Draftail-Editor__wrapper")) {
        const rich = richText(field);
        texts.push(...rich.lines);
        bold = rich.bold;
      } else {
        const input = field.querySelector("input:not([type=hidden]), textarea");
        texts.push(squeezed(input ? input.value : ""));
      }
    }
    const picture = fieldOf(row, "picture");
    const chosen = picture && picture.querySelector('input[type="hidden"]');
    return {
      key,
      kind: kindOf(row),
      text: texts.filter(Boolean).join("\n"),
      bold,
      has_picture: !picture || Boolean(chosen && chosen.value),
    };
  }

  // ---- showing advice ----

  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function adviceOf(row) {
    let box = row.querySelector("[data-easy-advice]");
    if (!box) {
      box = make("div", "easy-advice");
      box.dataset.easyAdvice = "";
      const status = make("p", "easy-advice__status");
      const list = make("ul", "easy-advice__list");
      list.id = `easy-advice-${row.dataset.contentpath}`;
      const spoken = make("p", "w-sr-only");
      spoken.setAttribute("role", "status");
      const pictures = make("div", "easy-advice__pictures");
      box.append(status, list, pictures, spoken);
      (row.querySelector(".struct-block") || row).append(box);
      for (const field of row.querySelectorAll('[contenteditable="true"], input[type="text"]')) {
        const others = field.getAttribute("aria-describedby");
        field.setAttribute("aria-describedby", [others, list.id].filter(Boolean).join(" "));
      }
    }
    return box;
  }

  const LABELS = { strong: "Please change", warn: "Better", hint: "Perhaps" };

  function line(advice) {
    const item = make("li", `easy-advice__one easy-advice__one--${advice.severity}`);
    item.append(make("strong", "", `${LABELS[advice.severity] || "Perhaps"}: `));
    item.append(advice.advice);
    if (advice.words) {
      item.append(" ", make("q", "easy-advice__words", advice.words));
    }
    return item;
  }

  /** What is less pressing opens with one click. */
  function more(advice) {
    if (advice.length === 0) {
      return [];
    }
    const item = make("li", "");
    const details = make("details", "easy-advice__more");
    const list = make("ul", "easy-advice__list");
    list.append(...advice.map(line));
    details.append(make("summary", "", `${advice.length} more`), list);
    item.append(details);
    return [item];
  }

  const summary = (count) =>
    count === 0 ? "Good to read." : count === 1 ? "1 thing to look at." : `${count} things to look at.`;

  function show(row, asked, answer) {
    const box = adviceOf(row);
    const [status, list, pictures, spoken] = box.children;
    const isEmpty = asked.text === "";
    const advice = isEmpty ? [] : answer.advice;
    status.textContent = isEmpty ? "No words yet." : summary(advice.length);
    status.classList.toggle("easy-advice__status--good", !isEmpty && advice.length === 0);
    list.replaceChildren(...advice.slice(0, FIRST).map(line), ...more(advice.slice(FIRST)));
    offer(row, pictures, answer.pictures);
    clearTimeout(box.spokenTimer);
    box.spokenTimer = setTimeout(() => {
      const words = isEmpty ? "" : [status.textContent, ...advice.map((one) => one.advice)].join(" ");
      if (spoken.textContent !== words && row.contains(document.activeElement)) {
        spoken.textContent = words;
      }
    }, PAUSE_SPOKEN);
  }

  function offer(row, box, pictures) {
    const field = fieldOf(row, "picture");
    const input = field && field.querySelector('input[type="hidden"]');
    const others = input ? pictures.filter((one) => String(one.id) !== input.value) : [];
    const shown = others.map((one) => one.id).join();
    if (box.dataset.shown === shown) {
      return;
    }
    box.dataset.shown = shown;
    box.replaceChildren();
    for (const one of others) {
      const button = make("button", "easy-advice__picture");
      button.type = "button";
      const image = make("img", "");
      image.src = one.url;
      image.alt = "";
      image.width = 56;
      image.height = 56;
      button.append(image, make("span", "w-sr-only", "Use this picture: "), make("span", "", one.name));
      button.addEventListener("click", () => {
        field.querySelector("[data-picture-chooser], .chooser").dispatchEvent(
          new CustomEvent("easyread:choose-picture", { bubbles: true, detail: one }),
        );
        button.remove();
        field.querySelector("button:not([hidden])")?.focus();
      });
      box.append(button);
    }
  }

  // ---- asking ----

  async function ask(asked, whole) {
    const token = form.querySelector('input[name="csrfmiddlewaretoken"]').value;
    const response = await fetch(panel.dataset.checkUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ rows: asked, whole }),
    });
    const isJson = (response.headers.get("Content-Type") || "").includes("json");
    const answer = isJson ? await response.json() : {};
    const problem = response.ok ? "" : answer.problem || "The checks do not answer. You can write on.";
    part("problem").textContent = problem;
    return response.ok ? answer : null;
  }

  async function check() {
    const now = rows().filter((row) => dirty.has(row.dataset.contentpath));
    dirty.clear();
    const asked = new Map();
    for (const row of now) {
      showSource(row);
      const one = read(row);
      const words = JSON.stringify(one);
      if (checked.get(one.key) !== words) {
        checked.set(one.key, words);
        asked.set(row, one);
      }
    }
    if (asked.size === 0) {
      return;
    }
    checkWholeSoon();
    try {
      const answer = await ask([...asked.values()], false);
      for (const [row, one] of asked) {
        // What was typed meanwhile has asked again.
        if (answer && checked.get(one.key) === JSON.stringify(one)) {
          show(row, one, answer.rows[one.key]);
        }
      }
    } catch {
      part("problem").textContent = "The checks cannot be reached. You can write on.";
    }
  }

  function checkWholeSoon() {
    clearTimeout(wholeTimer);
    wholeTimer = setTimeout(checkWhole, PAUSE_WHOLE);
  }

  async function checkWhole() {
    const asked = rows().map(read);
    const open = asked.filter((one) => one.text === "").length;
    part("progress").textContent =
      open === 0
        ? `${asked.length} rows, all with words.`
        : `${asked.length} rows, ${open} of them without words yet.`;
    part("tidy").hidden = open === 0;
    try {
      const answer = await ask(
        asked.filter((one) => one.text !== ""),
        true,
      );
      if (answer) {
        showWhole(answer.whole);
      }
    } catch {
      part("problem").textContent = "The checks cannot be reached. You can write on.";
    }
  }

  function showWhole(whole) {
    const box = part("whole");
    box.replaceChildren();
    box.append(make("p", "", `${whole.sentences} sentences.`));
    if (whole.advice.length > 0) {
      const list = make("ul", "easy-advice__list");
      list.append(...whole.advice.map(line));
      box.append(make("h3", "w-h4", "Advice on the whole"), list);
    }
    if (whole.counts.length > 0) {
      const details = make("details", "easy-panel__rules");
      const list = make("ul", "");
      for (const rule of whole.counts) {
        list.append(make("li", "", `${rule.title}: ${rule.times}`));
      }
      details.append(make("summary", "", "Which rules, and how often"), list);
      box.append(details);
    }
  }

  /** The editor's templates do not fill in what is no field: the words of the full version. */
  function showSource(row) {
    for (const quote of row.querySelectorAll("[data-easy-source]")) {
      const words = quote.parentElement.querySelector('input[type="hidden"]').value;
      if (quote.textContent !== words) {
        quote.textContent = words;
      }
    }
  }

  // ---- noticing ----

  function notice(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element || element.closest("[data-easy-advice], [data-easy-source]")) {
      return;
    }
    const row = element.closest("[data-streamfield-child]");
    if (row) {
      dirty.add(row.dataset.contentpath);
    }
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      notice(change.target);
      if (change.type === "childList") {
        change.addedNodes.forEach(notice);
        if ([...change.removedNodes].some((one) => one.dataset?.streamfieldChild !== undefined)) {
          checkWholeSoon();
        }
      }
    }
  }).observe(body, { subtree: true, childList: true, characterData: true });
  body.addEventListener("input", (event) => notice(event.target));
  body.addEventListener("change", (event) => notice(event.target));

  part("tidy").addEventListener("click", () => {
    const empty = rows().filter((row) => read(row).text === "");
    for (const row of empty) {
      row.querySelector('[data-streamfield-action="DELETE"]').click();
    }
    part("problem").textContent =
      empty.length === 1 ? "1 row is taken out." : `${empty.length} rows are taken out.`;
    checkWholeSoon();
  });

  for (const row of rows()) {
    dirty.add(row.dataset.contentpath);
  }
  timer = setTimeout(check, PAUSE);
};

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", startWriting);
} else {
  startWriting();
}
