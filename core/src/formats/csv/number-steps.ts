// How far a cell has been read that may be a number. A number may end in one of the first three.
const whole = 0;
const decimal = 1;
const power = 2;
const sign = 3;
const point = 4;
const letter = 5;
const powerSign = 6;
/** Nothing has been read. */
export const cellBegins = 7;
/** It is no number. */
export const noNumber = 8;
/** Behind a cell that is a number, and from here on behind any. */
export const numberEnded = 9;
/** Behind another. */
const otherEnded = 10;

const digits = "0123456789";

/** From where, by which characters, to where; `.` stands for the decimal point. */
const steps: readonly (readonly [from: number, characters: string, to: number])[] = [
  [cellBegins, digits, whole],
  [cellBegins, "+-", sign],
  [cellBegins, ".", point],
  [sign, digits, whole],
  [sign, ".", point],
  [whole, digits, whole],
  [whole, ".", decimal],
  [whole, "eE", letter],
  [point, digits, decimal],
  [decimal, digits, decimal],
  [decimal, "eE", letter],
  [letter, digits, power],
  [letter, "+-", powerSign],
  [powerSign, digits, power],
  [power, digits, power],
];

/**
 * The next state for each state and byte, at 256 × state + byte. A table, because it takes the fewest steps for each byte while
 * nothing is compiled yet.
 *
 * @param decimalPoint the byte that parts whole from fraction @param ends what ends a cell, from any state
 */
export function numberSteps(decimalPoint: number, ends: readonly number[]): Uint8Array {
  const table = new Uint8Array(numberEnded << 8).fill(noNumber);
  for (const [from, characters, to] of steps) {
    for (let k = 0; k < characters.length; k++) {
      const byte = characters[k] === "." ? decimalPoint : characters.charCodeAt(k);
      table[(from << 8) | byte] = to;
    }
  }
  for (const byte of ends) {
    if (byte > 255) continue;
    for (let state = 0; state < numberEnded; state++) table[(state << 8) | byte] = state <= power ? numberEnded : otherEnded;
  }
  return table;
}

/** What was read is a number as `NumberReader` reads one, and nothing else. */
export function isNumber(state: number): boolean {
  return state <= power || state === numberEnded;
}
