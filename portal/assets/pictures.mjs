// Reads pictures.csv and makes one standalone SVG file for each of its rows.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

const COLUMNS = ["slug", "name", "words", "source", "openmoji", "author", "licence", "licence_url"];
/** What must not be in a picture: it has to work under a strict content security policy. */
const FORBIDDEN = [
  /<(script|foreignObject|style|image|a|animate|set)\b/i,
  /\s(style|on[a-z]+)\s*=/i,
  /\bxlink:/i,
  /\bhref\s*=\s*["'](?!#)/i,
  /url\(\s*["']?(?!#)/i,
  /<!(DOCTYPE|ENTITY)/i,
];

/** The rows of a CSV text (RFC 4180: quoted fields, doubled quotes), each a list of fields. */
export function parseCsv(text) {
  const rows = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) {
      throw new Error(`pictures.csv: cannot read the field at character ${at}`);
    }
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] !== ",") {
      rows.push([]);
    }
  }
  return rows.filter((row) => row.length > 0);
}

/** The rows of pictures.csv as objects; throws when a column, a field or a slug is wrong. */
export function readRows(text) {
  const [head, ...body] = parseCsv(text);
  if (head.join() !== COLUMNS.join()) {
    throw new Error(`pictures.csv: the columns must be ${COLUMNS.join()}`);
  }
  const seen = new Set();
  return body.map((fields) => {
    const row = Object.fromEntries(COLUMNS.map((column, index) => [column, fields[index]]));
    const empty = COLUMNS.filter((column) => column !== "openmoji" && !row[column]);
    if (fields.length !== COLUMNS.length || empty.length > 0) {
      throw new Error(`pictures.csv: the row ${fields[0]} lacks ${empty.join() || "a field"}`);
    }
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.slug) || seen.has(row.slug)) {
      throw new Error(`pictures.csv: the slug ${row.slug} is wrong or there twice`);
    }
    seen.add(row.slug);
    return row;
  });
}

function fromOpenMoji(row, set) {
  const icon = set.icons[row.openmoji];
  if (icon === undefined) {
    throw new Error(`pictures.csv: ${row.slug}: OpenMoji has no "${row.openmoji}"`);
  }
  const { left = 0, top = 0, width = set.width ?? 16, height = set.height ?? 16 } = icon;
  const box = `${left} ${top} ${width} ${height}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${icon.body}</svg>\n`;
}

async function fromDrawing(row, folder) {
  const svg = await readFile(join(folder, "drawn", `${row.slug}.svg`), "utf8");
  if (!/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 72 72">/.test(svg)) {
    throw new Error(`drawn/${row.slug}.svg does not begin like the other drawings`);
  }
  return svg;
}

/**
 * All pictures: a map from slug to the text of its SVG file.
 * Throws when a row has no picture, or a picture holds something forbidden.
 */
export async function pictures(folder, openMojiFile) {
  const rows = readRows(await readFile(join(folder, "pictures.csv"), "utf8"));
  const set = JSON.parse(await readFile(openMojiFile, "utf8"));
  const made = new Map();
  for (const row of rows) {
    if (row.source !== "openmoji" && row.source !== "drawn") {
      throw new Error(`pictures.csv: ${row.slug}: unknown source "${row.source}"`);
    }
    const svg =
      row.source === "openmoji" ? fromOpenMoji(row, set) : await fromDrawing(row, folder);
    const wrong = FORBIDDEN.find((pattern) => pattern.test(svg));
    if (wrong !== undefined) {
      throw new Error(`${row.slug}: the picture matches ${wrong}, which is not allowed`);
    }
    made.set(row.slug, svg);
  }
  return made;
}
