// Asks the server about rows that changed, and about the whole once the typing rests.

import { showAdvice, showWhole } from "./advice.mjs";
import { read, rowsIn } from "./rows.mjs";

const PAUSE = 120; // milliseconds without a key before a row is checked
const PAUSE_WHOLE = 900;
const AWAY = "The checks cannot be reached. You can write on.";

/** The editor's templates do not fill in what is no field: the words of the full version. */
function showSource(row) {
  for (const quote of row.querySelectorAll("[data-easy-source]")) {
    const words = quote.parentElement.querySelector('input[type="hidden"]').value;
    if (quote.textContent !== words) {
      quote.textContent = words;
    }
  }
}

export class Checks {
  constructor(panel, body) {
    this.body = body;
    this.address = panel.dataset.checkUrl;
    this.form = panel.closest("form");
    this.part = (name) => panel.querySelector(`[data-easy-${name}]`);
    this.checked = new Map(); // by the row's key: the words that the advice shown is about
    this.dirty = new Set();
  }

  /** Something changed: in this row, or in none. */
  checkSoon(row) {
    if (row) {
      this.dirty.add(row.dataset.contentpath);
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  checkWholeSoon() {
    clearTimeout(this.wholeTimer);
    this.wholeTimer = setTimeout(() => this.checkWhole(), PAUSE_WHOLE);
  }

  /** The server's answer on these rows; null when it has none, and then the panel says so. */
  async ask(rows, whole) {
    const problem = this.part("problem");
    try {
      const token = this.form.querySelector('input[name="csrfmiddlewaretoken"]').value;
      const response = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ rows, whole }),
      });
      const isJson = (response.headers.get("Content-Type") || "").includes("json");
      const answer = isJson ? await response.json() : {};
      problem.textContent = response.ok
        ? ""
        : answer.problem || "The checks do not answer. You can write on.";
      return response.ok ? answer : null;
    } catch {
      problem.textContent = AWAY;
      return null;
    }
  }

  /** The rows that changed and say something else than what was checked, as they are asked about. */
  changed() {
    const rows = rowsIn(this.body).filter((row) => this.dirty.has(row.dataset.contentpath));
    this.dirty.clear();
    rows.forEach(showSource);
    return rows
      .map((row) => [row, read(row)])
      .filter(([, one]) => this.checked.get(one.key) !== JSON.stringify(one));
  }

  async check() {
    const asked = this.changed();
    if (asked.length === 0) {
      return;
    }
    for (const [, one] of asked) {
      this.checked.set(one.key, JSON.stringify(one));
    }
    this.checkWholeSoon();
    const rows = asked.map(([, one]) => one);
    const answer = await this.ask(rows, false);
    for (const [row, one] of asked) {
      // What was typed meanwhile has asked again.
      if (answer && this.checked.get(one.key) === JSON.stringify(one)) {
        showAdvice(row, one, answer.rows[one.key]);
      }
    }
  }

  async checkWhole() {
    const all = rowsIn(this.body).map(read);
    const written = all.filter((one) => one.text !== "");
    const open = all.length - written.length;
    this.part("progress").textContent =
      open === 0
        ? `${all.length} rows, all with words.`
        : `${all.length} rows, ${open} of them without words yet.`;
    this.part("tidy").hidden = open === 0;
    const answer = await this.ask(written, true);
    if (answer) {
      showWhole(this.part("whole"), answer.whole);
    }
  }

  takeOutEmpty() {
    const empty = rowsIn(this.body).filter((row) => read(row).text === "");
    for (const row of empty) {
      row.querySelector('[data-streamfield-action="DELETE"]').click();
    }
    this.part("problem").textContent =
      empty.length === 1 ? "1 row is taken out." : `${empty.length} rows are taken out.`;
    this.checkWholeSoon();
  }
}
