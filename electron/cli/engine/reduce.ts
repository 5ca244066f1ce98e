import { argmax, argmin, nanargmax, nanargmin } from "@argscope/core";
import type { RecordDtype } from "@argscope/core/array/dtype.ts";
import { elementOf } from "@argscope/core/array/element.ts";
import { recordLayout } from "@argscope/core/array/record.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import { NumpyTypeError } from "@argscope/core/errors.ts";
import { numpyText } from "@argscope/core/export/numpy-text.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { writeNpyBlocks } from "@argscope/core/formats/npy/write-npy.ts";
import type { ReduceRequest } from "../command/request.ts";
import { reductionJson } from "../write/reduction-json.ts";
import { reductionTable } from "../write/reduction-table.ts";
import { utf8Blocks } from "../write/text-blocks.ts";
import { readContent } from "./content.ts";
import { select } from "./select.ts";
import type { Subject } from "./subject.ts";
import { tableSubject } from "./table-subject.ts";

const functions = { argmin, argmax, nanargmin, nanargmax };

/** Reads a file and reduces it. */
export async function* reduce(source: ByteSource, request: ReduceRequest, control: Control): AsyncGenerator<Uint8Array> {
  const { command, reading, axis, keepdims, format } = request;
  const content = await readContent(source, reading, control);
  const whole: Subject =
    content.kind === "table"
      ? tableSubject(content.table, reading, source.name)
      : { array: content.array, labels: content.array.shape.map(() => null) };
  const subject = select(whole, request.select);
  const indices = advised(subject, () => functions[command](subject.array, axis, { keepdims, control }));
  const reduction = { operation: command, axis, keepdims, subject, indices };
  switch (format) {
    case "npy":
      return yield* writeNpyBlocks(indices);
    case "text":
      return yield* utf8Blocks([`${numpyText(indices)}\n`]);
    case "json":
      return yield* utf8Blocks(reductionJson(reduction, control));
    default:
      return yield* utf8Blocks(reductionTable(reduction, format));
  }
}

/** What `work` gives; where records have no order, NumPy's refusal says which option takes a field of them. */
function advised<T>({ array }: Subject, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NumpyTypeError) || elementOf(array.dtype).kind !== "record") throw error;
    const [first] = recordLayout(array.dtype as RecordDtype).fields;
    if (first === undefined) throw error;
    throw new NumpyTypeError(`${error.message}: choose a field with --select "a['${first.name}']"`);
  }
}
