import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { RecentFile } from "@argscope/core/contract/bridge.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { quoted } from "./access.ts";
import { openForReading } from "./identity.ts";

/** More than a person looks through. */
const MOST = 8;
/** A drive that does not answer keeps nobody waiting, in ms. */
const PATIENCE = 800;

interface Known {
  readonly id: string;
  readonly path: string;
}

/**
 * The files that were opened last, newest first: their paths are kept in one file of the person's profile and never leave it. The
 * page gets a name and an id, which is good until the program ends.
 */
export class RecentFiles {
  readonly #file: string;
  #known: readonly Known[] = [];
  #loading: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();

  /** @param file where the paths are kept */
  constructor(file: string) {
    this.#file = file;
  }

  /** A file was opened. What cannot be kept is not remembered, and hinders nothing. */
  async add(path: string): Promise<void> {
    await this.#load();
    const [same] = this.#known.filter((each) => each.path === path);
    const others = this.#known.filter((each) => each.path !== path);
    await this.#keep([same ?? { id: randomUUID(), path }, ...others].slice(0, MOST));
  }

  /** Those that are there, and those that are not with the reason in a sentence. */
  async list(): Promise<readonly RecentFile[]> {
    await this.#load();
    return Promise.all(this.#known.map(async ({ id, path }) => ({ id, name: basename(path), problem: await problemOf(path) })));
  }

  /** @throws {AccessError} no file has the id. */
  async path(id: string): Promise<string> {
    await this.#load();
    const found = this.#known.find((each) => each.id === id);
    if (found === undefined) throw new AccessError("This file is not remembered any more. Open it from its folder.");
    return found.path;
  }

  async clear(): Promise<void> {
    await this.#load();
    await this.#keep([]);
  }

  /** Once; whoever comes meanwhile waits for the same. */
  #load(): Promise<void> {
    this.#loading ??= pathsIn(this.#file).then((paths) => {
      this.#known = paths.slice(0, MOST).map((path) => ({ id: randomUUID(), path }));
    });
    return this.#loading;
  }

  async #keep(known: readonly Known[]): Promise<void> {
    this.#known = known;
    const paths = known.map(({ path }) => path);
    // One after the other: two at a time would write into the same draft.
    this.#writing = this.#writing.then(() => write(this.#file, paths));
    await this.#writing;
  }
}

async function pathsIn(file: string): Promise<readonly string[]> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(kept) ? kept.filter((path) => typeof path === "string") : [];
  } catch {
    // None yet, or damaged: then none are remembered.
    return [];
  }
}

async function write(file: string, paths: readonly string[]): Promise<void> {
  const draft = `${file}.draft`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, JSON.stringify(paths), { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    console.error("The files that were opened last cannot be kept:", error);
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Why a file cannot be opened now; null where it can. */
async function problemOf(path: string): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, `${quoted(path)} does not answer: its drive may be away.`);
  });
  const looked = openForReading(path).then(
    async ({ handle }) => {
      await handle.close();
      return null;
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(timer);
  }
}
