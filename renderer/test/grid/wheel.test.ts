import { describe, expect, it } from "vitest";
import { Wheel, type WheelLike } from "../../src/features/grid/wheel.ts";

const none: WheelLike = { deltaX: 0, deltaY: 0, deltaMode: 0, shiftKey: false };
const notch: WheelLike = { ...none, deltaY: 100, wheelDeltaX: 0, wheelDeltaY: -120 };

describe("the wheel", () => {
  it("moves three rows a notch, whatever the screen's scale makes of it in pixels", () => {
    for (const deltaY of [53, 80, 100, 120])
      expect(new Wheel().steps({ ...notch, deltaY }, 30)).toEqual({ rows: 3, columns: 0 });
    expect(new Wheel().steps({ ...notch, deltaY: -100, wheelDeltaY: 120 }, 30).rows).toBe(-3);
  });

  it("moves three rows for the three lines that a notch is counted in lines", () => {
    expect(new Wheel().steps({ ...none, deltaY: 3, deltaMode: 1 }, 30).rows).toBe(3);
  });

  it("moves a page where it counts pages", () => {
    expect(new Wheel().steps({ ...none, deltaY: 1, deltaMode: 2 }, 30).rows).toBe(30);
  });

  it("gathers the pixels of a touch pad: 24 make a row", () => {
    const wheel = new Wheel();
    const rows = Array.from({ length: 12 }, () => wheel.steps({ ...none, deltaY: 4, wheelDeltaY: -12 }, 30).rows);
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(2);
  });

  it("answers at once when a touch pad turns back", () => {
    const wheel = new Wheel();
    wheel.steps({ ...none, deltaY: 20 }, 30);
    expect(wheel.steps({ ...none, deltaY: -24 }, 30).rows).toBe(-1);
  });

  it("moves columns with Shift, and with the wheel that moves sideways", () => {
    expect(new Wheel().steps({ ...notch, shiftKey: true }, 30)).toEqual({ rows: 0, columns: 1 });
    expect(new Wheel().steps({ ...none, deltaX: 100, wheelDeltaX: -120, wheelDeltaY: 0 }, 30)).toEqual({ rows: 0, columns: 1 });
  });
});
