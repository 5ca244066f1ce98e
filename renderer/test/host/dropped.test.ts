import { describe, expect, it } from "vitest";
import { droppedSource } from "../../src/host/dropped.ts";

function dropped(...items: { kind: string; file: File | null; isDirectory?: boolean }[]): DataTransfer {
  const list = items.map(({ kind, file, isDirectory = false }) => ({
    kind,
    getAsFile: () => file,
    webkitGetAsEntry: () => ({ isDirectory }),
  }));
  return { items: list } as unknown as DataTransfer;
}

const file = { name: "rain.csv", size: 3 } as File;

describe("what is dropped on the window", () => {
  it("is the first file in it", () => {
    const picked = droppedSource(dropped({ kind: "string", file: null }, { kind: "file", file }));
    expect(picked).toMatchObject({ ok: true, value: { kind: "file", name: "rain.csv", file } });
  });

  it("may hold no file", () => {
    expect(droppedSource(dropped({ kind: "string", file: null }))).toEqual({ ok: true, value: null });
  });

  it("may be a folder, which is said before anything is read", () => {
    const folder = { name: "photos", size: 0 } as File;
    expect(droppedSource(dropped({ kind: "file", file: folder, isDirectory: true }))).toMatchObject({
      ok: false,
      fault: { tag: "Access", message: "photos is a folder. Choose a file in it." },
    });
  });
});
