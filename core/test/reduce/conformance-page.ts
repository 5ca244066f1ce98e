import type { Tally } from "../array/tally.ts";
import { namesIn, numpy } from "./reduction-cases.ts";

interface Run {
  readonly reductions: readonly Tally[];
  readonly ordinary: readonly Tally[];
  readonly calls: readonly Tally[];
  readonly ways: readonly Tally[];
}

const WHAT: Readonly<Record<string, string>> = {
  layout: "every dtype in C, Fortran, transposed, strided, negative-stride, broadcast and big-endian layout, shape (3, 4, 5)",
  empty: "every dtype, shapes (0,), (0, 3), (3, 0), (2, 0, 3) and (0, 0)",
  "0-d": "every dtype without dimensions",
  "64-d": "every dtype with 64 dimensions",
  ties: "every dtype, all elements equal",
  random: "every dtype, hard values with many NaN or NaT",
  long: "every dtype, rows of 150",
  NaN: "a single NaN or NaT at the places where blocks of a kernel begin and end",
  "one infinity": "a single extreme value among equals, at the same places",
  "all-NaN lanes": "rows, columns and whole arrays of NaN or NaT",
  "NaN and infinity": "what the nan-functions answer where NaN meets infinity",
  "signed zeros": "-0.0 beside 0.0",
  "complex infinities": "complex numbers with NaN or infinity in one part",
  "winner last": "numbers of every kind, 1 to 515 elements, the winner at the end",
  "narrow rows": "numbers of every kind, shape (33, 3)",
  "wide rows": "numbers of every kind, shape (3, 67)",
  structured: "structured arrays and void",
};

/** The page about what was compared with NumPy, from the tallies of a run. */
export function conformancePage({ reductions, ordinary, calls, ways }: Run): string {
  const all = [...reductions, ...ordinary, ...calls, ...ways];
  const words = [...new Set(all.flatMap(({ words: own }) => [...own].map(withoutValue)))].sort();
  return `# Conformance

What \`@argscope/core\` answers, compared with what NumPy ${numpy} answers. Made by the test run that compares
(\`core/test/reduce/conformance.test.ts\`); that test fails where this page is not what the run says.

NumPy's side is \`core/test/fixtures/reductions.json\` and \`calls.json\`, written by \`core/test/fixtures/make.py\`. Compared
are the indices and the shape of every result, and the class name and the text of every refusal.

**${sum(all, "answers")} answers and ${sum(all, "refusals")} refusals compared: ${all.flatMap((tally) => tally.differences).length} differences.**

## Reductions

argmin, argmax, nanargmin and nanargmax along axis None, every axis, the negative axes and the two just outside, keepdims on
and off. Each twice: in engine memory and in an ordinary buffer.

| arrays | what | count | answers | refusals | differences |
|---|---|---:|---:|---:|---:|
${reductions.map((tally, k) => row([tally.part, WHAT[tally.part] ?? "", namesIn(tally.part).length], tally, ordinary[k])).join("\n")}

Small arrays are reduced by plain loops and larger ones by kernels. So each way is also made to do all of them alone:

| way | answers | differences |
|---|---:|---:|
${["the scalar reference, every dtype", "the kernels, which do not have complex numbers and text"].map((way, k) => `| ${way} | ${ways[k]?.answers} | ${ways[k]?.differences.length} |`).join("\n")}

## Arguments, views and indexing

| function | answers | refusals | differences |
|---|---:|---:|---:|
${calls.map((tally) => row([`\`${tally.part}\``], tally)).join("\n")}

For the four reductions: what may be passed as \`axis\` and \`out\`, the order of checks, narrow and strided \`out\`. \`reshape\`
is also compared in whether the result is a view.

## Live

Where \`python3\` has NumPy, each test run also reduces 20,000 random arrays in both (any dtype, layout and values; 3 calls
each) and compares 5,000 random index texts. The seed is printed; \`ARGSCOPE_SEED\` repeats a run.

## Where Argscope differs on purpose

- \`unravelIndex\` and \`ravelMultiIndex\` give plain numbers for plain numbers, and 0-d arrays for 0-d arrays; NumPy gives its
  scalars for both.
- \`fromNested\` refuses what NumPy would make an array of objects, and text mixed with numbers (UnsupportedError).
- \`slice\` takes basic indices only: lists and booleans, which copy, are refused (UnsupportedError); text that is not Python is
  a FormatError.
- \`field\` copies a field that lies across multiples of its own size; NumPy's is always a view.

- Of NumPy's words for a time \`fromNested\` knows NaT, and neither \`today\` nor \`now\`.

## Every refusal that was compared

Where a message ends with the value that was refused, that is left out here.

${words.map((text) => `- \`\`${text.trim()}\`\``).join("\n")}
`;
}

function withoutValue(message: string): string {
  return message.replace(/(?<=: )b?(?:'.*'|".*")$|(?<=datetime string )".*"/s, "…");
}

function row(cells: readonly (string | number)[], ...tallies: readonly (Tally | undefined)[]): string {
  const given = tallies.filter((tally) => tally !== undefined);
  const counts = [sum(given, "answers"), sum(given, "refusals"), given.flatMap((tally) => tally.differences).length];
  return `| ${[...cells, ...counts].join(" | ")} |`;
}

function sum(tallies: readonly Tally[], what: "answers" | "refusals"): number {
  return tallies.reduce((total, tally) => total + tally[what], 0);
}
