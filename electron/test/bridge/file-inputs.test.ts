import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FileInputs } from "../../main/bridge/file-inputs.ts";

/** A page's debugger that notes what is asked of it; `answer` says what becomes of a command. */
function page(answer: (method: string) => Promise<unknown> = async () => ({ root: { nodeId: 1 }, nodeId: 2 })) {
  const heard: string[] = [];
  const debuggerOfPage = {
    attach() {
      if (heard.filter((each) => each === "attach").length > heard.filter((each) => each === "detach").length) {
        throw new Error("Debugger is already attached");
      }
      heard.push("attach");
    },
    detach: () => void heard.push("detach"),
    sendCommand(method: string, { files, selector }: { files?: string[]; selector?: string } = {}) {
      heard.push([method, ...(files ?? []), ...(selector === undefined ? [] : [selector])].join(" "));
      return answer(method);
    },
  };
  return { contents: { debugger: debuggerOfPage }, heard };
}

const steps = (id: string, path: string): string[] => [
  "attach",
  "DOM.getDocument",
  `DOM.querySelector input[id="${id}"]`,
  `DOM.setFileInputFiles ${path}`,
  "detach",
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("putting a file into an input of the page", () => {
  test("takes the protocol for that alone", async () => {
    const { contents, heard } = page();
    await new FileInputs().fill(contents, "g1", "/data/rain.csv");
    expect(heard).toEqual(steps("g1", "/data/rain.csv"));
  });

  test("is done one after the other", async () => {
    const { contents, heard } = page();
    const inputs = new FileInputs();
    await Promise.all([inputs.fill(contents, "g1", "/a.csv"), inputs.fill(contents, "g2", "/b.csv")]);
    expect(heard).toEqual([...steps("g1", "/a.csv"), ...steps("g2", "/b.csv")]);
  });

  test("lets the protocol go when it fails, and the next one begins", async () => {
    let fails = true;
    const { contents, heard } = page(async () => {
      if (fails) throw new Error("Could not find node");
      return { root: { nodeId: 1 }, nodeId: 2 };
    });
    const inputs = new FileInputs();
    await expect(inputs.fill(contents, "g1", "/a.csv")).rejects.toThrow("Could not find node");
    expect(heard.at(-1)).toBe("detach");
    fails = false;
    await inputs.fill(contents, "g2", "/b.csv");
    expect(heard.slice(-5)).toEqual(steps("g2", "/b.csv"));
  });

  test("fails at once where somebody else has the protocol, and nothing comes late", async () => {
    const { contents, heard } = page();
    contents.debugger.attach();
    await expect(new FileInputs().fill(contents, "g1", "/a.csv")).rejects.toThrow("already attached");
    expect(vi.getTimerCount()).toBe(0);
    expect(heard).toEqual(["attach"]);
  });

  test("does not wait for ever for a page that does not answer", async () => {
    const { contents, heard } = page(() => new Promise(() => undefined));
    const inputs = new FileInputs();
    const refused = expect(inputs.fill(contents, "g1", "/a.csv")).rejects.toThrow("did not take the file in time");
    await vi.advanceTimersByTimeAsync(2000);
    await refused;
    expect(heard).toEqual(["attach", "DOM.getDocument", "detach"]);
  });
});
