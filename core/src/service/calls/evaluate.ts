import { free } from "../../array/empty.ts";
import { evaluatedText } from "../../export/evaluated-text.ts";
import { compile, evaluate } from "../../expression/index.ts";
import type { Handler } from "../handler.ts";

export const evaluateCall: Handler<"evaluate"> = (sessions, { handle, text, control }) => {
  const { reading, view } = sessions.get(handle);
  const { array } = view === null ? reading : sessions.get(view.root).reading;
  const start = performance.now();
  const value = evaluate(compile(text), array, control);
  const milliseconds = performance.now() - start;
  const arrays = value.kind === "coordinates" ? value.arrays : [value.array];
  try {
    return { text: evaluatedText(value), milliseconds };
  } finally {
    for (const each of arrays) if (each.data !== array.data) free(each);
  }
};
