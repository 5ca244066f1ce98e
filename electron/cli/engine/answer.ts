import type { Control } from "@argscope/core/contract/worker.ts";
import type { Request } from "../command/request.ts";
import { convert } from "./convert.ts";
import { info } from "./info.ts";
import { startPool } from "./pool.ts";
import { reduce } from "./reduce.ts";
import { sourceOf } from "./source.ts";

/** What a request gives, block by block. Nothing is read before the first block is asked for. */
export async function* answer(request: Request, control: Control): AsyncGenerator<Uint8Array> {
  const source = await sourceOf(request.reading.file, control);
  startPool(source.size);
  try {
    switch (request.command) {
      case "info":
        yield* info(source, request, control);
        break;
      case "convert":
        yield* convert(source, request, control);
        break;
      default:
        yield* reduce(source, request, control);
    }
  } finally {
    source.close();
  }
}
