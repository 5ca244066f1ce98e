// @ts-check
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "core/kernels");
const cache = join(root, "core/dist/kernels");
const prefix = "argscope:kernels/";

/** Each is a WebAssembly module of its own, which costs nothing where it is not used: core/kernels/NAME.ts is its entry. */
export const kernelModules = ["reductions", "tables", "tallies"];

/** The module's own range of memory sizes is the widest, so that it can be instantiated over any of the engine's memories. */
const options = [
  ...["--enable", "simd", "--enable", "threads", "--enable", "bulk-memory"],
  ...["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
  ...["-O3", "--noAssert", "--runtime", "stub"],
];

/** @returns {Promise<Map<string, string>>} source text by file name relative to core/kernels, in a fixed order */
async function readSources() {
  const names = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith(".ts")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(sources, name), "utf8")));
  return new Map(names.map((name, i) => [name.replaceAll("\\", "/"), /** @type {string} */ (texts[i])]));
}

/** @param {string} name @param {Map<string, string>} files */
async function compile(name, files) {
  const { default: asc } = await import("assemblyscript/asc");
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main([`${name}.ts`, ...options, "--outFile", "kernels.wasm"], {
    readFile: (/** @type {string} */ path) => files.get(path) ?? null,
    writeFile: (/** @type {string} */ _path, /** @type {string | Uint8Array} */ contents) => {
      if (typeof contents !== "string") wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`core/kernels does not compile.\n${stderr.toString()}`, { cause: error });
  return wasm;
}

/**
 * What is being compiled in this process, by cache path: a page and its workers ask for the same kernels at once.
 * @type {Map<string, Promise<Uint8Array>>}
 */
const underWay = new Map();

/** Kernels as a WebAssembly module, from the cache where sources, options and compiler are the same. @param {string} name */
export async function compileKernels(name, folder = cache) {
  const files = await readSources();
  const { version } = JSON.parse(await readFile(join(root, "node_modules/assemblyscript/package.json"), "utf8"));
  const hash = createHash("sha256")
    .update(JSON.stringify([version, options, name, [...files]]))
    .digest("hex")
    .slice(0, 16);
  const path = join(folder, `${hash}.wasm`);
  const compiling = underWay.get(path) ?? cached(path, name, files);
  underWay.set(path, compiling);
  return compiling.finally(() => underWay.delete(path));
}

/** @param {string} path @param {string} name @param {Map<string, string>} files @returns {Promise<Uint8Array>} */
async function cached(path, name, files) {
  try {
    return await readFile(path);
  } catch {
    const wasm = await compile(name, files);
    await mkdir(dirname(path), { recursive: true });
    // Other processes may build at the same time: a rename never shows half a file.
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, wasm);
    await rename(unfinished, path);
    return wasm;
  }
}

/**
 * Vite plugin: `import { wasmHex } from "argscope:kernels/NAME"` gives compiled kernels. The module is inlined as text
 * because a page from `app://`, a worker, a worker_thread and a plain Node import then load it in the same way. As two digits
 * a byte, because a packer finds again what repeats itself: in base64, where three bytes share four letters, it does not, and
 * the package is 13 KB larger when packed.
 *
 * @returns {import("vite").Plugin}
 */
export function kernels() {
  return {
    name: "argscope-kernels",
    resolveId: (source) => (kernelModules.some((name) => source === prefix + name) ? `\0${source}` : null),
    async load(loaded) {
      if (!loaded.startsWith(`\0${prefix}`)) return null;
      for (const file of await readdir(sources)) this.addWatchFile(join(sources, file));
      const wasm = await compileKernels(loaded.slice(prefix.length + 1));
      return `export const wasmHex = "${Buffer.from(wasm).toString("hex")}";\n`;
    },
  };
}

/**
 * As `kernels`, for what gets its kernels compiled, from another thread.
 *
 * @returns {import("vite").Plugin}
 */
export function noKernels() {
  return {
    name: "argscope-no-kernels",
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load: (loaded) => (loaded.startsWith(`\0${prefix}`) ? 'export const wasmHex = "";\n' : null),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of kernelModules) {
    const wasm = await compileKernels(name);
    console.log(`${name}: ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} gzipped`);
  }
}
