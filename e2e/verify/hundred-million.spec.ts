import { explore, writeHugeArray } from "../huge-array.ts";
import { measuredAgain } from "../page-thread.ts";
import { test } from "../room.ts";

test.describe.configure(measuredAgain);

test.setTimeout(600_000);

test("every row of 100,000,000 × 4 float32 is reached, and no frame shows another cell's number", async ({ room, folder }) => {
  const [rows, columns] = [100_000_000, 4];
  await explore(room, folder, await writeHugeArray(folder, rows, columns), rows, columns);
});
