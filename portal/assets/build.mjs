// Builds what the browser needs into build/static (see README.md). Everything is made in
// memory first and written at the end, so that a failing build leaves the last good one.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

import { pictures } from "./pictures.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = join(HERE, "../..");
const OUT = join(PROJECT, "build/static");
const FONT = join(HERE, "node_modules/@fontsource/atkinson-hyperlegible");
/** The folders of OUT that belong to this build; files in them that it did not make go. */
const OWN = ["portal", "pictures"];

function stylesheet() {
  const { css } = sass.compile(join(HERE, "src/site.scss"), {
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
      throw new Error(`site.css refers to ${address}; only fonts/ is served with it`);
    }
  }
  if (/GDS Transport/i.test(css)) {
    throw new Error("site.css names the typeface GDS Transport, which is GOV.UK's alone");
  }
  return css;
}

async function script() {
  const result = await esbuild.build({
    entryPoints: [join(HERE, "src/site.mjs")],
    bundle: true,
    format: "esm",
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

/** Every file of the build: its path below OUT, and what is in it. */
async function outputs() {
  const files = new Map();
  files.set("portal/site.css", stylesheet());
  files.set("portal/site.js", await script());
  for (const range of ["latin", "latin-ext"]) {
    for (const weight of [400, 700]) {
      files.set(
        `portal/fonts/atkinson-hyperlegible-${range}-${weight}.woff2`,
        await readFile(`${FONT}/files/atkinson-hyperlegible-${range}-${weight}-normal.woff2`),
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
