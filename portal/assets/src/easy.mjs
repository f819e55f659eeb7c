// What makes an easy read nicer with JavaScript. Everything but listening and the print button
// works without it.

import { offerListening } from "./listening.mjs";
import { changeAtOnce } from "./wishes.mjs";

const bar = document.querySelector(".reading-bar");

function offerPrinting() {
  const button = bar.querySelector("[data-print]");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** The arrow keys turn to the idea before or after, where one idea is shown. */
function turnWithArrows() {
  const ways = { ArrowLeft: "previous", ArrowRight: "next" };
  document.addEventListener("keydown", (event) => {
    const isAlone = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    const way = ways[event.key];
    if (way && isAlone && !isTyping) {
      document.querySelector(`[data-turn="${way}"]`)?.click();
    }
  });
}

if (bar) {
  changeAtOnce(bar);
  offerListening(bar);
  offerPrinting();
}
turnWithArrows();
