// @ts-check
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "core/kernels");
const cache = join(root, "core/dist/kernels");
const moduleName = "argscope:kernels";

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

/** @param {Map<string, string>} files */
async function compile(files) {
  const { default: asc } = await import("assemblyscript/asc");
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main(["index.ts", ...options, "--outFile", "kernels.wasm"], {
    readFile: (/** @type {string} */ name) => files.get(name) ?? null,
    writeFile: (/** @type {string} */ _name, /** @type {string | Uint8Array} */ contents) => {
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

/** The kernels as a WebAssembly module, from the cache where sources, options and compiler are the same. */
export async function compileKernels(folder = cache) {
  const files = await readSources();
  const { version } = JSON.parse(await readFile(join(root, "node_modules/assemblyscript/package.json"), "utf8"));
  const hash = createHash("sha256")
    .update(JSON.stringify([version, options, [...files]]))
    .digest("hex")
    .slice(0, 16);
  const path = join(folder, `${hash}.wasm`);
  const compiling = underWay.get(path) ?? cached(path, files);
  underWay.set(path, compiling);
  return compiling.finally(() => underWay.delete(path));
}

/** @param {string} path @param {Map<string, string>} files @returns {Promise<Uint8Array>} */
async function cached(path, files) {
  try {
    return await readFile(path);
  } catch {
    const wasm = await compile(files);
    await mkdir(dirname(path), { recursive: true });
    // Other processes may build at the same time: a rename never shows half a file.
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, wasm);
    await rename(unfinished, path);
    return wasm;
  }
}

/**
 * Vite plugin: `import { wasmBase64 } from "argscope:kernels"` gives the compiled kernels. The module is inlined as text
 * because a page from `app://`, a worker, a worker_thread and a plain Node import then load it in the same way.
 *
 * @returns {import("vite").Plugin}
 */
export function kernels() {
  const id = `\0${moduleName}`;
  return {
    name: "argscope-kernels",
    resolveId: (source) => (source === moduleName ? id : null),
    async load(loaded) {
      if (loaded !== id) return null;
      for (const name of await readdir(sources)) this.addWatchFile(join(sources, name));
      const wasm = await compileKernels();
      return `export const wasmBase64 = ${JSON.stringify(Buffer.from(wasm).toString("base64"))};\n`;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wasm = await compileKernels();
  console.log(`kernels: ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} gzipped`);
}
