import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { AccessError, CancelledError } from "../../../src/errors.ts";
import type { ByteSource } from "../../../src/formats/byte-source.ts";
import { noByte, plainDialect } from "../../../src/formats/csv/dialect.ts";
import type { ScanJob } from "../../../src/formats/csv/scan-job.ts";
import { claimSegment } from "../../../src/formats/csv/scan-state.ts";
import { numberColumn, textColumn } from "../../../src/formats/csv/scanner.ts";
import type { Sharing } from "../../../src/formats/csv/sharing.ts";
import { threadCount } from "../../../src/pool/helpers.ts";
import { setPool } from "../../../src/pool/pool.ts";
import { useThreeHelpers } from "../../kernels/thread-pool.ts";
import { dialects, kinds, text } from "./samples.ts";
import { type Scanned, scannedFile, scannedSource } from "./scanners.ts";
import { seeded } from "./seeded.ts";
import { sharedSourceOf, sourceOf } from "./sources.ts";

const runs = Number(process.env["ARGSCOPE_RUNS"] ?? 1000);
const encoder = new TextEncoder();
const alone: Sharing = { threads: 1, block: 64, tail: 32, least: Infinity, retreat: 1 };

const cuts = { block: 1 << 14, tail: 1 << 10, least: 0, retreat: 1 << 12 };

const sharings: fc.Arbitrary<Sharing> = fc.record({
  threads: fc.constantFrom(1, 2),
  block: fc.integer({ min: 8, max: 90 }),
  tail: fc.integer({ min: 4, max: 60 }),
  least: fc.constant(0),
  retreat: fc.integer({ min: 1, max: 60 }),
});

/** Each thread reads its own segments, or one thread reads for all. */
const readings = [
  ["that every thread reads", sharedSourceOf],
  ["that one thread reads", sourceOf],
] as const;

/** Quotes that mislead: open over lines, stray, closed by another line's, in comments. */
const misleading = [
  'a,b\n1,"x\ny"\n2,"z"\n3,w\n',
  'a,"b\n1,2\n3,4\n5,6\n7,8\n9,"10\n11,12\n',
  '"1\n2,3\n4\n5",6\n7,8\n"9""\n",10\n',
  '# it\'s "so\n1,2\n# "\n3,"4\n5"\n',
  '1,2\n\n\n3,4\r\n5,"6"\r7,8\n',
  '1,"a""b\n""c",3\n"""",5\n,,\n6,7\n',
  'x,1\n"y,2\nz",3\n"w" q,4\nv,"5\n',
].map((file) => encoder.encode(file));

describe.each(readings)("a file cut into segments %s", (_, asSource) => {
  it("is the table that one thread reads, at every cut of files with misleading quotes", async () => {
    for (const bytes of misleading) {
      for (const dialect of [plainDialect, { ...plainDialect, comment: 35, dropEmptyRows: true }]) {
        const columns = [textColumn, numberColumn, textColumn];
        const whole = await scannedFile(bytes, dialect, columns, alone);
        for (let block = 1; block <= bytes.length; block++) {
          for (const tail of [1, 3, 8, block]) {
            const sharing = { ...alone, threads: 2, least: 0, block, tail };
            expect(await scannedFile(bytes, dialect, columns, sharing, asSource), `${block}/${tail}`).toEqual(whole);
          }
        }
      }
    }
  });

  it("is the table that one thread reads, whatever the bytes, the dialect, the columns and the cuts", async () => {
    await fc.assert(
      fc.asyncProperty(text, dialects, kinds, sharings, async (bytes, dialect, columns, sharing) => {
        const whole = await scannedFile(bytes, dialect, columns, alone);
        expect(await scannedFile(bytes, dialect, columns, sharing, asSource)).toEqual(whole);
        expect(await scannedFile(bytes, dialect, columns, alone, asSource)).toEqual(whole);
      }),
      { numRuns: runs, seed: 20_261_122 },
    );
  });
});

describe.each(readings)("with threads, of a file %s", (_, asSource) => {
  useThreeHelpers();

  it("is the same table too", async () => {
    const random = seeded(99);
    const lines = Array.from({ length: 60_000 }, (_, row) => {
      const word = random() < 0.01 ? '"two\nlines, ""so"""' : `w${row}`;
      return `${random()},${word},${random() < 0.1 ? "NA" : row},${random() < 0.0001 ? '"stray' : 2n ** 60n + BigInt(row)}`;
    });
    const bytes = encoder.encode(`${lines.join("\n")}\n`);
    const columns = [numberColumn, textColumn, numberColumn, numberColumn];
    const whole = await scannedFile(bytes, plainDialect, columns, { ...alone, block: 1 << 19, tail: 1 << 16 });
    expect(whole.rows).toBeGreaterThan(59_000);
    for (const block of [1 << 12, 1 << 14, 50_000]) {
      const sharing = { threads: 4, block, tail: 1 << 10, least: 0, retreat: 1 << 12 };
      expect(await scannedFile(bytes, plainDialect, columns, sharing, asSource)).toEqual(whole);
    }
  });

  it("counts nothing of segments that were scanned in vain", async () => {
    // The first quote makes all guesses behind it worthless, and the threads have scanned some of those segments by then.
    const plain = "1.5,2.5,3.5\n".repeat(50_000);
    const gapped = "1.5,,3.5\n".repeat(50_000);
    const bytes = encoder.encode(`${plain}"1.5",2.5,3.5\n${plain.slice(0, 12 * 1500)}${gapped}`);
    const columns = Array(3).fill(numberColumn);
    const whole = await scannedFile(bytes, plainDialect, columns, alone);
    expect(whole.findings).toMatchObject({ missingByColumn: [0, 50_000, 0] });
    for (let round = 0; round < 40; round++) {
      const sharing = { threads: 4, block: 1 << 14, tail: 1 << 10, least: 0, retreat: 1 << 12 };
      const { findings, rows } = await scannedFile(bytes, plainDialect, columns, sharing, asSource);
      expect({ findings, rows }).toEqual({ findings: whole.findings, rows: whole.rows });
    }
  });

  it("ends when it is cancelled, or a read fails, and the threads go on with the next file", async () => {
    const bytes = encoder.encode("1,2,3,4\n".repeat(100_000));
    const control = new Int32Array(new SharedArrayBuffer(8));
    const whole = asSource(bytes);
    const read = (source: ByteSource): Promise<Scanned> =>
      scannedSource(source, plainDialect, Array(4).fill(numberColumn), { threads: 4, ...cuts }, control);
    // The other threads may be so fast that this one is asked for nothing: then it is read once more.
    const readWhere = async (fail: () => void): Promise<Scanned> => {
      let isAsked = false;
      const source = watched(whole, (start) => {
        if (start <= 300_000) return;
        isAsked = true;
        fail();
      });
      for (;;) {
        const scanned = await read(source);
        if (isAsked) return scanned;
      }
    };
    await expect(readWhere(() => Atomics.store(control, 1, 1))).rejects.toThrow(CancelledError);
    Atomics.store(control, 1, 0);
    const breaking = readWhere(() => {
      throw new AccessError("gone");
    });
    await expect(breaking).rejects.toThrow("gone");
    expect((await read(whole)).rows).toBe(100_000);
    expect(threadCount()).toBe(4);
    expect(Atomics.load(control, 0)).toBe(1000);
  });

  it("is the same table at small cuts, again and again", async () => {
    await fc.assert(
      fc.asyncProperty(text, kinds, sharings, async (bytes, columns, sharing) => {
        const dialect = { ...plainDialect, comment: noByte };
        const whole = await scannedFile(bytes, dialect, columns, alone);
        expect(await scannedFile(bytes, dialect, columns, { ...sharing, threads: 4 }, asSource)).toEqual(whole);
      }),
      { numRuns: runs / 4, seed: 7 },
    );
  });
});

describe.each(readings)("with a helper that the system stops in the middle of a segment, of a file %s", (_, asSource) => {
  afterAll(() => setPool(null));

  it("scans that segment again, and is the same table", async () => {
    const bytes = encoder.encode(Array.from({ length: 60_000 }, (_, row) => `${row},"a ""${row}""",${row / 7},\n`).join(""));
    const columns = [numberColumn, textColumn, numberColumn, numberColumn];
    let job: ScanJob | null = null;
    setPool(() => ({
      postMessage(message) {
        const { say, job: asked } = message as { say: string; job: ScanJob };
        if (say === "scan") job = asked;
      },
    }));
    const abandoned: number[] = [];
    const source = watched(asSource(bytes), () => {
      const segment = job === null || abandoned.length === 3 ? undefined : claimSegment(new Int32Array(job.state));
      if (segment !== undefined) abandoned.push(segment);
    });
    const got = await scannedSource(source, plainDialect, columns, { threads: 2, ...cuts });
    expect(abandoned).toHaveLength(3);
    expect(got).toEqual(await scannedFile(bytes, plainDialect, columns, { ...alone, block: 1 << 19, tail: 1 << 16 }));
  });
});

/** A source that tells where it is read, before it is, by this thread. */
function watched(source: ByteSource, tell: (start: number) => void): ByteSource {
  const { shared } = source;
  const told: ByteSource = {
    ...source,
    read(start, end) {
      tell(start);
      return source.read(start, end);
    },
  };
  if (shared === undefined) return told;
  const fill = (target: Uint8Array, start: number): void => {
    tell(start);
    shared.fill(target, start);
  };
  return { ...told, shared: { ...shared, fill } };
}
