import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Patience } from "../../src/features/grid/patience.ts";

let done: string[];
let patience: Patience;
const doing = (name: string) => () => void done.push(name);

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  patience = new Patience(60);
});

afterEach(() => {
  vi.useRealTimers();
});

describe("patience", () => {
  it("does at once what need not wait, and what waited is done with", () => {
    patience.runLate(doing("late"));
    patience.run(doing("now"));
    vi.advanceTimersByTime(1000);
    expect(done).toEqual(["now"]);
    expect(patience.isWaiting).toBe(false);
  });

  it("does the newest of what waits when the time of the first is up, however often a newer one comes", () => {
    for (let k = 0; k < 20; k++) {
      patience.runLate(doing(String(k)));
      vi.advanceTimersByTime(16);
    }
    // 60 ms are up in the fourth turn of 16, and three turns later again.
    expect(done).toEqual(["3", "7", "11", "15", "19"]);
  });

  it("gives up what waits when it is stopped", () => {
    patience.runLate(doing("late"));
    patience.stop();
    vi.advanceTimersByTime(1000);
    expect(done).toEqual([]);
  });
});
