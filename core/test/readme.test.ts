import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import * as core from "@argscope/core";
import { build } from "vite";
import { afterAll, describe, expect, test, vi } from "vitest";
import { kernels } from "../../build/kernels.mjs";
import type { Dtype } from "../src/array/dtype.ts";
import { LARGEST_BLOCK } from "../src/memory/engine-memory.ts";

// The reference is a program too: every example in README.md is run, and each `// → value` and `// throws …` is compared with
// what the line before it really gives. A block whose first line names a file is the file of a thread, for the block after it.

const readme = readSource("../README.md");

interface Block {
  readonly heading: string;
  /** The block's first line in README.md, from 1. */
  readonly line: number;
  readonly code: string;
}

function readSource(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function blocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  let heading = "";
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as string;
    if (line.startsWith("#")) heading = line.replace(/^#+ /, "");
    if (!line.startsWith("```")) continue;
    const end = lines.indexOf("```", k + 1);
    expect(end, `the fence of line ${k + 1} is closed`).toBeGreaterThan(k);
    if (line !== "```sh") expect(line, `the fence of line ${k + 1}`).toBe("```js");
    if (line === "```js") blocks.push({ heading, line: k + 2, code: lines.slice(k + 1, end).join("\n") });
    k = end;
  }
  return blocks;
}

/** The block as the body of an async function in which each promised value is checked. */
function asChecks(code: string, firstLine: number): string {
  const checked = code.split("\n").map((line, k) => {
    const names = /^import (\{.*\}) from "(.*)";$/.exec(line);
    if (names) return `const ${names[1]} = await load("${names[2]}");`;
    const promise = /^(.*?);\s*\/\/ (→|throws) (.*)$/.exec(line);
    if (!promise) {
      expect(line, `line ${firstLine + k} promises nothing half`).not.toMatch(/→|\/\/ throws/);
      return line;
    }
    const [, statement = "", sign, expected = ""] = promise;
    const at = firstLine + k;
    if (sign === "throws") return `await refuses(${at}, async () => (${statement}), ${JSON.stringify(expected)});`;
    const named = /^\s*(?:const|let) (\w+) =/.exec(statement)?.[1];
    const value = named ?? statement;
    return `${named === undefined ? "" : `${statement}; `}gives(${at}, await (${value}), (${expected}));`;
  });
  return checked.join("\n").replaceAll("import.meta.url", "moduleUrl");
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>;

/** Runs a block; how many promises it kept. */
async function run(block: Block, around: Readonly<Record<string, unknown>>): Promise<number> {
  let kept = 0;
  const scope = {
    ...core,
    ...around,
    gives(line: number, value: unknown, expected: unknown) {
      expect(value, `README.md, line ${line}`).toStrictEqual(expected);
      kept++;
    },
    async refuses(line: number, call: () => Promise<unknown>, expected: string) {
      const refusal = await call().then(
        () => "nothing was thrown",
        (error: Error) => `${error.name}: ${error.message}`,
      );
      expect(refusal, `README.md, line ${line}`).toBe(expected);
      kept++;
    },
  };
  // In a block of its own, so that it may import what is in scope already.
  const body = `"use strict"; {\n${asChecks(block.code, block.line)}\n}`;
  await new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope));
  return kept;
}

const fileNameOf = ({ code }: Block) => /^\/\/ ([\w-]+\.js)\n/.exec(code)?.[1];

const folder = mkdtempSync(join(tmpdir(), "argscope-readme-"));
const threads: Thread[] = [];

afterAll(async () => {
  core.setPool(null);
  await Promise.all(threads.map((thread) => thread.terminate()));
  rmSync(folder, { recursive: true });
});

/** A worker_thread that tells which messages its `servePool` was given. In a page's example it plays the Web Worker. */
class Thread extends Worker {
  readonly served: unknown[] = [];
  constructor(url: URL) {
    super(url);
    threads.push(this);
    this.on("message", (what) => this.served.push(what));
    this.on("error", (error) => this.served.push(error));
  }
}

/** Bundles the file of a thread over the sources, since Node 20 runs no TypeScript. */
async function writeThread(name: string, code: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const service = fileURLToPath(new URL("../src/pool/service.ts", import.meta.url));
  const sources: Readonly<Record<string, string>> = {
    "@argscope/core/thread": `import { parentPort } from "node:worker_threads";
      import { servePool as serve } from ${JSON.stringify(service)};
      export function servePool(message) { serve(message); parentPort.postMessage(message.say); }`,
    "thread:entry": `import "thread:self";\n${code}`,
    "thread:self": `import { parentPort } from "node:worker_threads";
      globalThis.self = { set onmessage(take) { parentPort.on("message", (data) => take({ data })); } };`,
  };
  const virtual = {
    name: "readme-thread",
    enforce: "pre" as const,
    resolveId: (id: string) => (id in sources ? `\0${id}` : undefined),
    load: (id: string) => sources[id.slice(1)],
  };
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [virtual, kernels()],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { input: "thread:entry", output: { entryFileNames: name } },
    },
  });
}

describe("every example gives what it says", () => {
  const blocks = blocksOf(readme);
  for (const [k, block] of blocks.entries()) {
    if (fileNameOf(block) !== undefined) continue;
    test(`${block.heading}, line ${block.line}`, async () => {
      const before = blocks[k - 1];
      const file = before && fileNameOf(before);
      if (before && file) await writeThread(file, before.code);
      const started = threads.length;
      const around = {
        load: async (name: string) => {
          if (name === "@argscope/core") return core;
          expect(name).toBe("node:worker_threads");
          return { Worker: Thread };
        },
        moduleUrl: pathToFileURL(join(folder, "main.js")).href,
        Worker: Thread,
        navigator: { hardwareConcurrency: 3 },
      };
      expect(await run(block, around), "values that were compared").toBeGreaterThan(0);
      if (file === undefined) return;
      const helpers = threads.slice(started);
      expect(helpers.length).toBeGreaterThan(0);
      await vi.waitFor(() => {
        for (const { served } of helpers) expect(served).toEqual(["reduce"]);
      }, 300_000);
    });
  }
});

test("every public name has an entry, and every entry is a public name", () => {
  const lists = readSource("../src/index.ts").matchAll(/^export (?:type )?\{([^}]*)\} from/gm);
  const names = [...lists].flatMap(([, list = ""]) => list.split(",").map((name) => name.trim().replace(/^type /, "")));
  const entries = [...readme.matchAll(/^#### .*$/gm)].flatMap(([line]) =>
    [...line.matchAll(/`(\w+)/g)].map(([, name]) => name),
  );
  expect(entries.sort()).toEqual(names.filter((name) => name !== "").sort());
  expect(entries).toEqual(expect.arrayContaining(Object.keys(core)));
});

test.each([
  ["NdArray", "../src/array/ndarray.ts"],
  ["ReduceOptions", "../src/reduce/argreduce.ts"],
  ["CsvOptions", "../src/formats/csv/options.ts"],
  ["Receipt", "../src/formats/csv/receipt.ts"],
  ["Table", "../src/table/table.ts"],
])("every member of %s is in the reference", (name, path) => {
  const body = new RegExp(`^export (?:class|interface) ${name} \\{$([^]*?)^\\}`, "m").exec(readSource(path))?.[1] ?? "";
  const members = [...body.matchAll(/^ {2}(?:readonly |get )?(\w+)(?:\??:|\()/gm)].map(([, member]) => member);
  const spoken = members.filter((member) => member !== "constructor");
  expect(spoken.length).toBeGreaterThan(2);
  for (const member of spoken) expect(readme, member).toMatch(new RegExp(`\`(?:table\\.|a\\.)?${member}\\b`));
});

test("the dtype table says what arrays are stored as", () => {
  const rows = [...readme.matchAll(/^\| `([^`]+)` \| ([^|]*Array[^|]*) \| ([^|]+) \| ([^|]+) \|/gm)];
  expect(rows).toHaveLength(21);
  for (const [, dtype = "", storage, numbers, bytes] of rows) {
    const sized = (text = "") => text.trim().replace("N", "3").replace("[U]", "[s]");
    const a = core.empty([5], sized(dtype) as Dtype);
    const [count = 0, ...factors] = [
      Number(sized(numbers)),
      ...sized(bytes)
        .split(/ or | × /)
        .map(Number),
    ];
    expect(storage, dtype).toContain(a.data.constructor.name);
    expect(a.data.length, dtype).toBe(5 * count);
    const itemsizes = sized(bytes).includes("×") ? [factors.reduce((product, factor) => product * factor, 1)] : factors;
    expect(itemsizes, dtype).toContain(a.data.byteLength / 5);
    core.free(a);
  }
});

test("the largest array is as large as it says", () => {
  expect(readme).toContain(`${LARGEST_BLOCK.toLocaleString("en-US")} bytes`);
});
