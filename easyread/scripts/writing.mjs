// Advice beside each row of an easy read while somebody writes, and pictures for its words.
// The page works without it. What is typed never leaves the form: the server only reads it.

import { Checks } from "./writing/checks.mjs";
import { rowsIn } from "./writing/rows.mjs";

const ROW = "[data-streamfield-child]";

/** Something changed at this node; what the checks themselves show is nothing. */
function notice(checks, node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (element && !element.closest("[data-easy-advice], [data-easy-source]")) {
    checks.checkSoon(element.closest(ROW));
  }
}

function watch(checks, body) {
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of [change.target, ...change.addedNodes]) {
        notice(checks, node);
      }
      if ([...change.removedNodes].some((one) => one.dataset?.streamfieldChild !== undefined)) {
        checks.checkWholeSoon();
      }
    }
  }).observe(body, { subtree: true, childList: true, characterData: true });
  for (const kind of ["input", "change"]) {
    body.addEventListener(kind, (event) => notice(checks, event.target));
  }
}

function startWriting() {
  const panel = document.querySelector("[data-easy-writing]");
  const body = document.querySelector(".easy-rows");
  if (!panel || !body) {
    return;
  }
  const checks = new Checks(panel, body);
  watch(checks, body);
  checks.part("tidy").addEventListener("click", () => checks.takeOutEmpty());
  for (const row of rowsIn(body)) {
    checks.checkSoon(row);
  }
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", startWriting);
} else {
  startWriting();
}
