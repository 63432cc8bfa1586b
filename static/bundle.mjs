// `npm run build`: one stylesheet and one script in static/build/, from the NL Design System packages and our own files.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { transform } from "lightningcss";

const OUT = "static/build";
const TARGETS = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

// The order of the layers decides who wins: plain elements, components, our own patterns.
const { dependencies } = JSON.parse(await readFile("package.json", "utf8"));
const stylesheet = [
  "@layer base, nlds, own;",
  '@import "./static/css/tokens.css";',
  '@import "./static/css/base.css" layer(base);',
  ...Object.keys(dependencies)
    .filter((name) => name.startsWith("@utrecht/"))
    .map((name) => `@import "${name}/dist/index.css" layer(nlds);`),
  ...["layout", "forms", "patterns", "overview", "workshops", "pilots", "documents", "rich_text", "strategy", "print"].map(
    (name) => `@import "./static/css/${name}.css" layer(own);`,
  ),
].join("\n");

// A component brings every variant it knows; those that no template or style of ours names stay behind.
// A name that ends in "--" is completed in the template: utrecht-alert--{{ kind }} keeps each kind that is named anywhere.
async function sources(folder, endings) {
  const files = await readdir(folder, { recursive: true });
  return Promise.all(files.filter((file) => endings.test(file)).map((file) => readFile(join(folder, file), "utf8")));
}
const own = [
  ...(await sources("templates", /\.html$/)),
  ...(await sources("static/css", /\.css$/)),
  ...(await Promise.all(["mvi", "strategy", "pilots", "workshops"].map((app) => sources(app, /\.py$/)))).flat(),
].join("\n");
const named = new Set(own.match(/utrecht-[a-z0-9_-]+/g));
const open = [...named].filter((name) => name.endsWith("--"));
const kinds = new Set(own.match(/(?<=["'])[a-z-]+(?=["'])/g));
const isUsed = (name) =>
  named.has(name) || open.some((start) => name.startsWith(start) && kinds.has(name.slice(start.length)));

// Where a variant shares its rule with one that is used, as in `.variant, .used { … }`, lightningcss keeps both.
function withoutVariants(text, unused) {
  const isWhole = (selector) => selector.split("(").length === selector.split(")").length;
  const names = (selector) => selector.replace(/\(.*\)/g, "").match(/(?<=\.)[\w-]+/g) ?? [];
  const stays = (selector) => !isWhole(selector) || !names(selector).some((name) => unused.includes(name));
  return text.replace(/(?<=[{}])[^{}@;]+(?=\{)/g, (list) => list.split(",").filter(stays).join(",") || list);
}

// Four components bring the same ring for the focus: they share the last one. And lightningcss says some things twice.
function saidOnce(text) {
  const rings = [...text.matchAll(/(?<=[{}])([^{}]+)\{(--_utrecht-focus-ring[^{}]+)\}/g)];
  for (const body of new Set(rings.map(([, , body]) => body))) {
    const same = rings.filter((ring) => ring[2] === body);
    const last = same.at(-1)[0];
    const names = same.map(([, name]) => name).join();
    for (const [rule] of same.slice(0, -1)) text = text.replace(rule, "");
    text = text.replace(last, () => `${names}{${body}}`);
  }
  return text.replace(/(?<=[{;])([^{};]+);(?:\1;)+/g, "$1;");
}

// Without those variants, and then without the custom properties that nothing reads any more.
function shaken(css, unusedSymbols) {
  const { code } = transform({ filename: "app.css", code: css, minify: true, targets: TARGETS, unusedSymbols });
  const text = withoutVariants(code.toString(), unusedSymbols);
  const read = new Set([...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const unread = [...text.matchAll(/[{;](--[\w-]+):/g)].map(([, name]) => name).filter((name) => !read.has(name));
  return unread.length ? shaken(Buffer.from(text), [...unusedSymbols, ...unread]) : text;
}

const { outputFiles } = await build({
  stdin: { contents: stylesheet, resolveDir: ".", loader: "css" },
  bundle: true,
  write: false,
  outfile: `${OUT}/app.css`,
  legalComments: "linked",
});
await mkdir(OUT, { recursive: true });
for (const file of outputFiles) {
  if (!file.path.endsWith(".css")) {
    await writeFile(file.path, file.contents);
    continue;
  }
  const classes = new Set([...file.text.matchAll(/\.(utrecht-[a-z0-9_-]+)/g)].map(([, name]) => name));
  await writeFile(file.path, saidOnce(shaken(file.contents, [...classes].filter((name) => !isUsed(name)))));
}

await build({
  entryPoints: ["static/js/app.js"],
  bundle: true,
  minify: true,
  target: "es2022",
  outfile: `${OUT}/app.js`,
});
