import { describe, expect, it, vi } from "vitest";
import { readCsv } from "../../../src/formats/csv/index.ts";
import type { Sharing } from "../../../src/formats/csv/sharing.ts";
import { useThreeHelpers } from "../../kernels/thread-pool.ts";
import { sourceOf } from "./sources.ts";
import { isSurveyMissing, surveyBytes, surveyNames } from "./survey-files.ts";

/** How files are shared, where the usual sizes would give these small ones to one thread; and how many scans were shared. */
const asked = vi.hoisted(() => ({ sharing: undefined as Sharing | undefined, shared: 0 }));

vi.mock("../../../src/formats/csv/scan-file.ts", async (original) => {
  const { scanFile } = await original<typeof import("../../../src/formats/csv/scan-file.ts")>();
  const asAsked: typeof scanFile = (source, start, plan, line, task) => {
    const { sharing } = asked;
    if (sharing !== undefined && source.size - start > sharing.retreat && 4 * plan.rowBytes <= sharing.tail) asked.shared++;
    return scanFile(source, start, plan, line, task, sharing);
  };
  return { scanFile: asAsked };
});

const alone: Sharing = { threads: 1, block: 1 << 16, tail: 1 << 12, least: Infinity, retreat: 1 };

/** Everything that a reading brings. */
async function readAs(bytes: Uint8Array, sharing: Sharing): Promise<unknown> {
  asked.sharing = sharing;
  const table = await readCsv(sourceOf(bytes));
  const { receipt, rowCount, rowOffsets, headings, labels, dialect } = table;
  const columns = table.columns.map(({ name, heading, kind, dtype, index, missing }) => {
    return { name, heading, kind, dtype, index, missing };
  });
  const whole = {
    ...{ receipt, rowCount, headings, dialect, columns },
    rowOffsets: Array.from(rowOffsets),
    numbers: table.block().toNested(),
    texts: labels.map((column) => Array.from({ length: rowCount }, (_, row) => column.text(row))),
  };
  table.free();
  return whole;
}

describe.skipIf(isSurveyMissing)("real files that people published, cut into small segments", () => {
  useThreeHelpers();

  it.each([512, 3000, 1 << 14])("are the same tables by several threads as by one: blocks of %i bytes", async (block) => {
    const names = surveyNames();
    asked.shared = 0;
    for (const name of names) {
      const bytes = surveyBytes("csv", name);
      const whole = await readAs(bytes, alone);
      const sharing = { threads: 4, block, tail: 1 << 13, least: 0, retreat: block };
      expect(await readAs(bytes, sharing), name).toEqual(whole);
    }
    // The others are smaller than a block.
    expect(asked.shared).toBeGreaterThan(block > 10_000 ? names.length / 3 : names.length / 2);
  });
});
