import { expect, test } from "vitest";
import { compile, complete, type Evaluated, ExpressionError, evaluate, inspect } from "../../src/expression/index.ts";
import { free, fromNested } from "../../src/index.ts";
import { Random } from "../live/random.ts";
import { randomExpression } from "./random-expression.ts";
import { randomText } from "./random-text.ts";

const TEXTS = 20_000;
/** No text may take longer, in microseconds of processor time. Typing must not be felt; the rest is for a slow machine. */
const MICROSECONDS = 2_000_000;

test(`${TEXTS} random texts are evaluated or refused with their place, and nothing else happens`, () => {
  const seed = Number(process.env["ARGSCOPE_SEED"] ?? 20_260);
  const random = new Random(seed);
  const a = fromNested([
    [8, 92, 93],
    [94, 9, 7],
  ]);
  const before = a.data.slice();
  const expressions = Array.from({ length: 300 }, () => randomExpression(random, a));
  let taken = 0;
  for (let k = 0; k < TEXTS; k++) {
    const text = randomText(random, expressions);
    const caret = random.integer(0, text.length);
    const started = process.cpuUsage();
    const { start, end } = complete(text, caret, a);
    expect(start <= caret && caret <= end && end <= text.length, text).toBe(true);
    const evaluated = attempt(text, () => evaluate(compile(text), a));
    const inspected = attempt(text, () => inspect(compile(text), a));
    if (evaluated !== null) {
      expect(inspected, `${text} was evaluated, so it can be inspected`).not.toBeNull();
      taken++;
      release(evaluated, a.data);
    }
    expect(process.cpuUsage(started).user, text).toBeLessThan(MICROSECONDS);
  }
  expect(a.data).toEqual(before);
  console.log(`${TEXTS} random texts of seed ${seed}: ${taken} evaluated, ${TEXTS - taken} refused.`);
  expect(taken).toBeGreaterThan(TEXTS / 100);
});

/** What `work` gives; null where it refuses as it should. */
function attempt<T>(text: string, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw new Error(`${JSON.stringify(text)} threw ${error}`, { cause: error });
    expect(0 <= error.start && error.start <= error.end && error.end <= text.length, text).toBe(true);
    return null;
  }
}

function release(evaluated: Evaluated, data: unknown): void {
  const arrays = evaluated.kind === "coordinates" ? evaluated.arrays : [evaluated.array];
  for (const array of arrays) if (array.data !== data) free(array);
}
