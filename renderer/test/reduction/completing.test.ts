import { describe, expect, it } from "vitest";
import { accepted, moved, type Offer, offerAt } from "../../src/features/reduction/completing.ts";

const a = { shape: [3, 4], dtype: "float64" } as const;

/** The text with the caret at the bar. */
function offer(text: string): { offer: Offer | null; text: string } {
  const caret = text.indexOf("|");
  const written = text.replace("|", "");
  return { offer: offerAt(written, caret, a), text: written };
}

function take(text: string, candidate: string): string {
  const given = offer(text);
  if (given.offer === null) throw new Error(`Nothing is offered for ${text}`);
  const at = given.offer.completion.candidates.findIndex((each) => each.text === candidate);
  const { text: next, caret } = accepted(given.text, given.offer, at);
  return `${next.slice(0, caret)}|${next.slice(caret)}`;
}

describe("completion in the formula bar", () => {
  it.each([
    ["np.arg|", "argmin(", "np.argmin(|"],
    ["np.argm|in(a, axis=0)", "argmax(", "np.argmax(|a, axis=0)"],
    ["np.argmin(a, ax|", "axis=", "np.argmin(a, axis=|"],
    ["np.argmin(a, ax|=0)", "axis=", "np.argmin(a, axis=|0)"],
    ["np.argmin(a, axis=|)", "1", "np.argmin(a, axis=1|)"],
    ["a.re|", "reshape(", "a.reshape(|"],
    ["np.br|", "broadcast_to(", "np.broadcast_to(|"],
  ])("%s and %s give %s", (text, candidate, result) => {
    expect(take(text, candidate)).toBe(result);
  });

  it("offers nothing where all is written, or nothing fits", () => {
    expect(offer("np.argmin(a.T|, axis=0)").offer).toBeNull();
    expect(offer("np.xyz|").offer).toBeNull();
  });

  it("the arrows go through the candidates and back to none", () => {
    const first = offer("np.nanarg|").offer;
    if (first === null) throw new Error("Nothing is offered.");
    expect(first.completion.candidates.map(({ text }) => text)).toEqual(["nanargmin(", "nanargmax("]);
    const down = moved(first, 1);
    expect(down.active).toBe(0);
    expect(moved(moved(down, 1), 1).active).toBe(-1);
    expect(moved(first, -1).active).toBe(1);
  });
});
