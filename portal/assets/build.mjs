// Builds what the browser needs into build/static (see README.md). Everything is made in
// memory first and written at the end, so that a failing build leaves the last good one.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync, inflateSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

import { pictures } from "./pictures.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, "../..");
const OUT = join(PROJECT, "build/static");
const FONT = join(HERE, "node_modules/@fontsource/atkinson-hyperlegible");
/** The folders of OUT that belong to this build; files in them that it did not make go. */
const OWN = ["portal", "easyread", "pictures"];

function stylesheet(name) {
  const { css } = sass.compile(join(HERE, `src/${name}.scss`), {
    style: "compressed",
    loadPaths: [join(HERE, "node_modules")],
    logger: {
      warn: (message) => {
        throw new Error(`sass warns: ${message}`);
      },
    },
  });
  for (const [, address] of css.matchAll(/url\(["']?([^"')]+)/g)) {
    if (!address.startsWith("fonts/")) {
      throw new Error(`${name}.css refers to ${address}; only fonts/ is served with it`);
    }
  }
  if (/GDS Transport/i.test(css)) {
    throw new Error(`${name}.css names the typeface GDS Transport, which is GOV.UK's alone`);
  }
  return css;
}

/** A script with all it imports; `iife` for the admin, whose scripts are no modules. */
async function script(path, format = "esm") {
  const result = await esbuild.build({
    entryPoints: [join(PROJECT, path)],
    bundle: true,
    format,
    target: "es2020",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    write: false,
  });
  if (result.warnings.length > 0) {
    throw new Error(`esbuild warns: ${result.warnings.map((each) => each.text).join("; ")}`);
  }
  return result.outputFiles[0].contents;
}

/** A WOFF 1.0 font as plain TrueType, which is what the maker of PDFs reads. */
function trueType(woff) {
  const HEADER = 12;
  const ENTRY = 16;
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(HEADER + count * ENTRY);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  const tables = [];
  let offset = head.length;
  for (let place = 0; place < count; place += 1) {
    const entry = 44 + place * 20;
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
    const raw = woff.subarray(from, from + packed);
    const table = packed < length ? inflateSync(raw) : raw;
    const to = HEADER + place * ENTRY;
    woff.copy(head, to, entry, entry + 4); // its name
    woff.copy(head, to + 4, entry + 16, entry + 20); // its checksum
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}

/** Every file of the build: its path below OUT, and what is in it. */
async function outputs() {
  const files = new Map();
  files.set("portal/site.css", stylesheet("site"));
  files.set("portal/easy.css", stylesheet("easy-read"));
  files.set("portal/site.js", await script("portal/assets/src/site.mjs"));
  files.set("portal/easy.js", await script("portal/assets/src/easy.mjs"));
  files.set("easyread/writing.js", await script("easyread/scripts/writing.mjs", "iife"));
  files.set("easyread/pictures.js", await script("easyread/scripts/pictures.mjs", "iife"));
  for (const range of ["latin", "latin-ext"]) {
    for (const weight of [400, 700]) {
      files.set(
        `portal/fonts/atkinson-hyperlegible-${range}-${weight}.woff2`,
        await readFile(`${FONT}/files/atkinson-hyperlegible-${range}-${weight}-normal.woff2`),
      );
      files.set(
        `portal/fonts/print/atkinson-hyperlegible-${range}-${weight}.ttf`,
        trueType(
          await readFile(`${FONT}/files/atkinson-hyperlegible-${range}-${weight}-normal.woff`),
        ),
      );
    }
  }
  files.set("portal/licences/atkinson-hyperlegible.txt", await readFile(join(FONT, "LICENSE")));
  for (const name of await readdir(join(HERE, "src/licences"))) {
    files.set(`portal/licences/${name}`, await readFile(join(HERE, "src/licences", name)));
  }
  const set = await pictures(
    join(PROJECT, "easyread/pictures"),
    join(HERE, "node_modules/@iconify-json/openmoji/icons.json"),
  );
  for (const [slug, svg] of set) {
    files.set(`pictures/${slug}.svg`, svg);
  }
  return files;
}

/** Text is kept compressed too, for the server to hand out as it is. */
function compressed(files) {
  const more = new Map();
  for (const [path, content] of files) {
    if (/\.(css|js|svg)$/.test(path)) {
      more.set(`${path}.br`, brotliCompressSync(content));
      more.set(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  }
  return new Map([...files, ...more]);
}

async function removeOthers(files) {
  for (const folder of OWN) {
    await mkdir(join(OUT, folder), { recursive: true });
    const found = await readdir(join(OUT, folder), { recursive: true, withFileTypes: true });
    for (const entry of found.filter((each) => each.isFile())) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (!files.has(relative(OUT, path))) {
        await rm(path);
      }
    }
  }
}

const files = compressed(await outputs());
await removeOthers(files);
for (const [path, content] of files) {
  await mkdir(dirname(join(OUT, path)), { recursive: true });
  await writeFile(join(OUT, path), content);
  console.log(`${path} ${Buffer.byteLength(content)} bytes`);
}
