// What stands in the rows of an easy read: the editor's fields, read as plain words.

const FIELDS = ["text", "who", "what", "how_much", "word", "words", "when", "where"];

/** The rows that were not deleted, in the order of the page. */
export function rowsIn(body) {
  return [...body.querySelectorAll("[data-streamfield-child]")].filter((row) => {
    const gone = row.querySelector(':scope > input[name$="-deleted"]');
    return gone && gone.value !== "1";
  });
}

export function fieldOf(row, name) {
  return row.querySelector(`[data-contentpath="${name}"]`);
}

/** The hidden field of a row's picture; null for a row that has none. */
export function pictureOf(row) {
  return fieldOf(row, "picture")?.querySelector('input[type="hidden"]') ?? null;
}

function squeezed(text) {
  return text.replace(/[\u200b\ufeff]/g, "").replace(/[ \t\u00a0]+/g, " ").trim();
}

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

/** The lines of a field, and what is bold in them. */
function wordsIn(field) {
  if (field.querySelector("[data-draftail-editor-wrapper], .Draftail-Editor__wrapper")) {
    return richText(field);
  }
  const input = field.querySelector("input:not([type=hidden]), textarea");
  return { lines: [squeezed(input?.value ?? "")].filter(Boolean), bold: [] };
}

/** A row as the server checks it. */
export function read(row) {
  const fields = FIELDS.map((name) => fieldOf(row, name)).filter(Boolean).map(wordsIn);
  return {
    key: row.dataset.contentpath,
    kind: row.querySelector(':scope > input[name$="-type"]').value,
    text: fields.flatMap((field) => field.lines).join("\n"),
    bold: fields.flatMap((field) => field.bold),
    has_picture: !fieldOf(row, "picture") || Boolean(pictureOf(row)?.value),
  };
}
