import { describe, expect, it } from "vitest";
import { type Command, commandOf, type KeyLike } from "../../src/state/commands.ts";
import { createDesk } from "../../src/state/desk.ts";
import { FakeEngine, FakeHost } from "../fakes.ts";

const desk = createDesk(new FakeEngine(), new FakeHost());

function command(id: string, keys: readonly string[], parts: Partial<Command> = {}): Command {
  return { id, name: id, keys, group: "Edit", isEnabled: () => true, run: () => {}, ...parts };
}

function pressed(key: string, parts: Partial<KeyLike> = {}): KeyLike {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isInField: false, ...parts };
}

const found = (commands: readonly Command[], event: KeyLike): string | undefined => commandOf(desk, commands, event)?.id;

describe("the command that keys mean", () => {
  const commands = [command("copy", ["Ctrl+C"]), command("with headers", ["Ctrl+Shift+C"]), command("next", ["F3", "Ctrl+G"])];

  it("has exactly these modifiers, in any case of the letter", () => {
    expect(found(commands, pressed("c", { ctrlKey: true }))).toBe("copy");
    expect(found(commands, pressed("C", { ctrlKey: true, shiftKey: true }))).toBe("with headers");
    expect(found(commands, pressed("c"))).toBeUndefined();
    expect(found(commands, pressed("c", { ctrlKey: true, altKey: true }))).toBeUndefined();
  });

  it("is found by any of its keys, and on a Mac by Command", () => {
    expect(found(commands, pressed("F3"))).toBe("next");
    expect(found(commands, pressed("g", { metaKey: true }))).toBe("next");
  });

  it("is none where the person types into a field, unless it is meant there too", () => {
    const inField = { ctrlKey: true, isInField: true };
    expect(found(commands, pressed("c", inField))).toBeUndefined();
    expect(found([command("find", ["Ctrl+F"], { inFields: true })], pressed("f", inField))).toBe("find");
  });

  it("is the first that can run now, and never one that is only named here", () => {
    const rivals = [
      command("disabled", ["Escape"], { isEnabled: () => false }),
      command("named", ["Escape"], { run: null }),
      command("able", ["Escape"]),
    ];
    expect(found(rivals, pressed("Escape"))).toBe("able");
  });

  it("knows the keys whose names are not their own", () => {
    const arrows = [command("down", ["Alt+Down"]), command("space", ["Shift+Space"])];
    expect(found(arrows, pressed("ArrowDown", { altKey: true }))).toBe("down");
    expect(found(arrows, pressed(" ", { shiftKey: true }))).toBe("space");
  });
});
