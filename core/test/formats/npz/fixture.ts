import { readFileSync } from "node:fs";

/** An archive that NumPy or Python made: with what np.load finds in it, or with words of the refusal that it must meet. */
export interface NpzCase {
  readonly name: string;
  readonly file: string;
  readonly arrays?: readonly {
    readonly name: string;
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly elements: readonly string[];
  }[];
  readonly refusal?: string;
  readonly tag?: string;
}

const fixture: { cases: readonly NpzCase[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/npz/npz.json", import.meta.url), "utf8"),
);

export const npzCases = fixture.cases;

/** A case's bytes, in memory of their own. */
export function archiveOf({ file }: NpzCase): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(file, "base64"));
}

/** The case of that name. */
export function npzNamed(name: string): NpzCase {
  const found = npzCases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case "${name}" in npz.json`);
  return found;
}

/** The archives that can be read and are below that size, in bytes. */
export function goodArchives(below: number): Uint8Array<ArrayBuffer>[] {
  return npzCases
    .filter((one) => one.arrays !== undefined)
    .map(archiveOf)
    .filter((file) => file.length < below);
}
