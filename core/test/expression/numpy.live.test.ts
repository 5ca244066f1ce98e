import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile, ExpressionError, evaluate, inspect } from "../../src/expression/index.ts";
import type { NdArray } from "../../src/index.ts";
import { makeArray } from "../array/corpus.ts";
import { findNumpy } from "../live/numpy-process.ts";
import { Random } from "../live/random.ts";
import { type RandomArray, randomArray } from "../live/random-array.ts";
import { type Described, outcome, withoutWidths } from "./described.ts";
import { randomExpression } from "./random-expression.ts";

const ARRAYS = 500;
const EXPRESSIONS_EACH = 5;

const seed = Number(process.env["ARGSCOPE_SEED"] ?? 24_060);
const numpy = findNumpy();
const title = "missing" in numpy ? `SKIPPED, ${numpy.missing}` : `NumPy ${numpy.version}, repeat with ARGSCOPE_SEED=${seed}`;
console.log(`Expressions beside NumPy: ${title}.`);

test.skipIf("missing" in numpy)(`${ARRAYS * EXPRESSIONS_EACH} random expressions give what NumPy gives (${title})`, () => {
  const cases = Array.from({ length: ARRAYS }, (_, k) => randomCase(k));
  const answers = askNumpy(cases);
  let refused = 0;
  let leftOut = 0;
  for (const [k, { array, texts }] of cases.entries()) {
    const a = makeArray(array, k % 2 === 0 ? "engine" : "ordinary");
    const before = a.data.slice();
    for (const [n, text] of texts.entries()) {
      const theirs = answers[k]?.[n] as Described;
      const ours = outcome(() => evaluate(compile(text), a));
      if ("error" in ours && ours.error === "UnsupportedError") {
        leftOut++;
        continue;
      }
      if ("error" in theirs) refused++;
      const foretold = inspection(text, a);
      // Some refusals need the elements; what is refused without them is refused in the same words.
      if ("error" in foretold || !("error" in ours)) {
        expect(foretold, `${text}, looked at before it is evaluated`).toEqual(shapeOf(ours, foretold));
      }
      expect(ours, `${text} with a of ${array.dtype}, shape (${array.shape}), array ${k} of seed ${seed}`).toEqual(theirs);
    }
    expect(a.data).toEqual(before);
  }
  expect(leftOut).toBeLessThan((ARRAYS * EXPRESSIONS_EACH) / 100);
  console.log(
    `${ARRAYS * EXPRESSIONS_EACH} expressions, ${refused} refused by both, ${leftOut} left out by Argscope: 0 differences.`,
  );
});

type Foretold = { readonly shape: readonly number[] } | { readonly error: string; readonly message: string };

/** The shape that `inspect` foretells, or how it refuses. */
function inspection(text: string, a: NdArray): Foretold {
  try {
    return { shape: inspect(compile(text), a).shape };
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.name, message: withoutWidths(error.message) };
    throw error;
  }
}

function shapeOf(answer: Described, otherwise: Foretold): Foretold {
  if ("error" in answer) return answer;
  if (!("tuple" in answer)) return { shape: answer.shape };
  const [first] = answer.tuple;
  return first === undefined ? otherwise : shapeOf(first, otherwise);
}

function randomCase(k: number): { array: RandomArray; texts: string[] } {
  const random = new Random(seed + k);
  const array = randomArray(random);
  return { array, texts: Array.from({ length: EXPRESSIONS_EACH }, () => randomExpression(random, array)) };
}

function askNumpy(cases: readonly unknown[]): Described[][] {
  const asked = spawnSync("python3", [fileURLToPath(new URL("oracle.py", import.meta.url))], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (asked.status !== 0) throw new Error(`NumPy gave no answers: ${asked.stderr}`);
  const answers: Described[][] = JSON.parse(asked.stdout);
  const named = (answer: Described) => ("error" in answer ? { ...answer, message: withoutWidths(answer.message) } : answer);
  return answers.map((each) => each.map(named));
}
