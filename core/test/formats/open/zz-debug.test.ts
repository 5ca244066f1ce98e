import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { openData } from "../../../src/formats/open/open-data.ts";
import { mutations } from "../npy/mutations.ts";
import { fixture } from "./fixture.ts";
import { fileOf } from "./source.ts";
it("parquet", async () => {
  let turn = 0;
  const files = ["types.parquet", "none.parquet", "gzip.parquet", "zstd.parquet", "lz4.parquet", "brotli.parquet"].map(fixture);
  for (const bytes of mutations(files, 20_261_122, 1000)) {
    turn++;
    writeFileSync("/tmp/fm/last.bin", bytes);
    writeFileSync("/tmp/fm/last.txt", String(turn));
    const t = performance.now();
    try { const d = await openData(fileOf(bytes, "damaged.file")); if (d.kind !== "choice") d.release(); } catch (e) { if (!(e as {tag?: string}).tag) console.log(turn, e); }
    if (performance.now() - t > 300) console.log("slow", turn, performance.now() - t);
  }
}, 300000);
