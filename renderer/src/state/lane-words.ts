import { type AnswerInSight, laneDimension, placeOf, unravel, type Winner } from "./lane-winner.ts";

/** A lane as a sentence names it: `column 3 (Jul)`, `row 17 (Oslo)`, `the array`. */
function laneName(answer: AnswerInSight, { lane }: Pick<Winner, "lane">): string {
  const { held, operand, reduction } = answer;
  if (reduction.axis === null || operand.ndim < 2) return reduction.of === "a" ? "the array" : reduction.of;
  if (held.array.ndim !== 2) return `lane (${lane.join(", ")})`;
  return standingAlong(answer, laneDimension(answer) === 0 ? 1 : 0, lane[0] ?? 0);
}

/** The lane in a list, where its heading says what it is: `3 Jul`. */
export function laneTitle(answer: AnswerInSight, { lane }: Pick<Winner, "lane">): string {
  const { held, operand, reduction } = answer;
  if (reduction.axis === null || operand.ndim < 2) return "all";
  if (held.array.ndim !== 2) return lane.join(", ");
  const [number = 0] = lane;
  const name = fileName(answer, laneDimension(answer) === 0 ? 1 : 0, number);
  return name ? `${number} ${name}` : String(number);
}

/** What the lanes of an answer are, as the heading of their list: `column`, `row`, `lane`. */
export function laneWord(answer: AnswerInSight): string {
  const { held, operand, reduction } = answer;
  if (reduction.axis === null || operand.ndim < 2 || held.array.ndim !== 2) return "lane";
  return word(answer, laneDimension(answer) === 0 ? 1 : 0);
}

/** The file's own word for where a winner stands; empty where it has none. */
export function labelOf(answer: AnswerInSight, { position }: Pick<Winner, "position">): string {
  if (answer.held.array.ndim > 2) return "";
  const along = laneDimension(answer);
  const dimensions = along === null ? position.map((_, d) => d) : [along];
  return dimensions
    .map((d) => fileName(answer, d, position[d] ?? 0))
    .filter((name) => name !== "")
    .join(", ");
}

/**
 * Who wins a lane and why, in one sentence: `column 3 (Jul): row 17 (Oslo) wins with -4.2, the smallest; 2 ties`. What nobody
 * knows yet is left out.
 */
export function reason(answer: AnswerInSight, winner: Winner): string {
  return `${laneName(answer, winner)}: ${standing(answer, winner.position)} wins ${why(answer, winner)}${tiesPart(winner)}`;
}

function why(answer: AnswerInSight, { value, isNan, runnerUp, lane, hasNan }: Winner): string {
  const { operation, nan } = answer.reduction;
  if (isNan) {
    const beaten = answer.operand.dtype.startsWith("datetime64") ? "date" : value === "NaT" ? "span of time" : "number";
    const rest = runnerUp === null ? "" : `; without it ${standing(answer, runnerUpPlace(answer, lane, runnerUp))} would`;
    return `because ${value === "NaT" ? "NaT" : "NaN"} beats every ${beaten}${rest}`;
  }
  const extreme = operation === "argmin" ? "smallest" : "largest";
  return `with ${value}, the ${extreme}${nan === "skip" && hasNan ? " beside NaN" : ""}`;
}

function runnerUpPlace({ region, reduction, operand }: AnswerInSight, lane: readonly number[], index: number): number[] {
  const { axis } = reduction;
  if (axis === null) return placeOf(region, unravel(index, operand.shape));
  const rest = [...lane];
  return region.map(({ start, axis: own }) => (own === axis ? start + index : (rest.shift() ?? 0)));
}

function tiesPart({ ties }: Winner): string {
  if (ties === null || ties === 0) return "";
  return `; ${ties.toLocaleString("en")} ${ties === 1 ? "tie" : "ties"}`;
}

/** Where a cell stands, as far as its lane does not say so. */
function standing(answer: AnswerInSight, position: readonly number[]): string {
  const { ndim } = answer.held.array;
  const along = laneDimension(answer);
  if (ndim === 1) return standingAlong(answer, 0, position[0] ?? 0);
  if (ndim !== 2) return `(${position.join(", ")})`;
  if (along !== null) return standingAlong(answer, along, position[along] ?? 0);
  return [0, 1].map((d) => standingAlong(answer, d, position[d] ?? 0)).join(", ");
}

const LONGEST_NAME = 40;

function standingAlong(answer: AnswerInSight, dimension: number, number: number): string {
  const name = fileName(answer, dimension, number);
  const what = `${word(answer, dimension)} ${number}`;
  if (name === "") return what;
  return `${what} (${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name})`;
}

/** What the positions along a dimension are on the screen. */
function word({ columnAxis }: AnswerInSight, dimension: number): string {
  return dimension === columnAxis ? "column" : "row";
}

function fileName({ held }: AnswerInSight, dimension: number, position: number): string {
  if (held.array.ndim > 2) return "";
  return (dimension === 0 ? held.labels[0]?.text(position) : held.columns[position]) ?? "";
}
