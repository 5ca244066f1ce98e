import { describe, expect, it } from "vitest";
import { EditedCells } from "../../src/state/edited-cells.ts";

const cell = (place: number, text: string | null, label: number | null = null) => [{ label, places: [place], texts: [text] }];

describe("the edited cells of what is open", () => {
  it("are those that differ from the file", () => {
    const edits = new EditedCells();
    edits.take(cell(3, "7"));
    edits.take(cell(3, "8"));
    edits.take(cell(3, "x", 0));
    expect(edits.changed).toBe(2);
    expect([edits.isChanged(null, 3), edits.isChanged(0, 3), edits.isChanged(1, 3)]).toEqual([true, true, false]);
    edits.take(cell(3, null));
    expect(edits.changed).toBe(1);
    expect(edits.at(null, 3)).toBeUndefined();
  });

  it("are none once the file was saved; taken back after that they differ again", () => {
    const edits = new EditedCells();
    edits.take(cell(3, "7"));
    edits.takeSaved();
    expect(edits.changed).toBe(0);
    // Its text is still the one that was written, whatever text the file had before.
    expect(edits.at(null, 3)?.text).toBe("7");
    edits.take(cell(3, null));
    expect(edits.changed).toBe(1);
    expect(edits.at(null, 3)).toEqual({ text: null, saved: "7" });
    edits.take(cell(3, "7"));
    expect(edits.changed).toBe(0);
    edits.take(cell(3, null));
    edits.takeSaved();
    expect(edits.at(null, 3)).toBeUndefined();
  });
});
