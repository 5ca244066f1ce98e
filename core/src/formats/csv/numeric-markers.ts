import { ValueError } from "../../errors.ts";
import { mostMarkers } from "./kernel-job.ts";
import { NumberReader } from "./number.ts";
import type { ScanPlan } from "./scanner.ts";

const encoder = new TextEncoder();

/**
 * Missing markers that are numbers, such as -9999. To a kernel they are numbers like others, so it asks for every cell that has
 * their value; `CellReader` then looks at the text.
 *
 * @throws {ValueError} there are more than a kernel looks for.
 */
export function numericMarkers({ missing, dialect }: Pick<ScanPlan, "missing" | "dialect">): number[] {
  const reader = new NumberReader(dialect.point);
  const values = missing.flatMap((marker) => {
    const bytes = encoder.encode(marker);
    return reader.read(bytes, 0, bytes.length) && reader.next === bytes.length ? [reader.value] : [];
  });
  if (values.length > mostMarkers) {
    throw new ValueError(`At most ${mostMarkers} numbers can stand for a missing value, and ${values.length} were given.`);
  }
  return values;
}
