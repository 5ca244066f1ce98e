import { free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import type { Control, Reduction } from "../../contract/worker.ts";
import { numpyText } from "../../export/numpy-text.ts";
import { argmax, argmin } from "../../reduce/argreduce.ts";
import { nanargmax, nanargmin } from "../../reduce/nan.ts";
import { reduceRepeated } from "../../reduce/repeated.ts";
import type { Handler } from "../handler.ts";
import { operandReading } from "../operands.ts";
import { sharedArray } from "../shared.ts";

export const reduce: Handler<"reduce"> = (sessions, { handle, reduction, control }) => {
  const session = sessions.get(handle);
  const { array, isCopy } = operandReading(sessions, session, reduction.of);
  try {
    const start = performance.now();
    const indices = indicesOf(array, reduction, control);
    const milliseconds = performance.now() - start;
    session.answers.add(reduction, indices);
    return { ...reduction, indices: sharedArray(indices), text: numpyText(indices), milliseconds };
  } finally {
    if (isCopy) free(array);
  }
};

const functions = {
  numpy: { argmin, argmax },
  skip: { argmin: nanargmin, argmax: nanargmax },
};

function indicesOf(a: NdArray, { operation, axis, nan, keepdims }: Reduction, control: Control): NdArray {
  return reduceRepeated(functions[nan][operation], a, axis, { keepdims, control });
}
