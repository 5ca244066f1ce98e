import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const cases: readonly {
  readonly what: string;
  readonly name: string;
  make(path: string): Promise<unknown>;
  readonly says: RegExp;
}[] = [
  { what: "a PNG", name: "picture.csv", make: (path) => writeFile(path, png), says: /picture\.csv.*PNG/u },
  { what: "an empty file", name: "nothing.csv", make: (path) => writeFile(path, ""), says: /nothing\.csv.*empty/u },
  { what: "a folder", name: "folder.csv", make: (path) => mkdir(path), says: /folder\.csv.*folder/u },
  {
    what: "a file that vanished",
    name: "gone.csv",
    make: async () => undefined,
    says: /gone\.csv.*(not found|vanished|no longer)/u,
  },
  {
    what: "a column of text only",
    name: "words.csv",
    make: (path) => writeFile(path, "colour\nred\ngreen\n"),
    says: /words\.csv.*(number|text).*colour|words\.csv.*colour.*(number|text)/u,
  },
];

for (const { what, name, make, says } of cases) {
  test(`${what} is refused in one sentence, and what was open stays`, async ({ room, folder }) => {
    test.skip(
      room.kind === "browser" && (what === "a folder" || what === "a file that vanished"),
      "a browser's file dialog gives neither",
    );
    const { page } = room;
    const window = windowOf(page);
    await window.sample("[91, 92, 93, 7, 95]").click();
    await expect(window.result).toHaveText("3");
    const path = join(folder, name);
    await make(path);
    await room.pick(path);
    await expect(window.alert).toContainText(says);
    const sentence = await window.alert.innerText();
    expect(sentence, "no stack trace, no path").not.toMatch(/\bat \S+ \(|\.ts:\d|\.js:\d|file:\/\/|\/tmp\//u);
    await expect(window.result).toHaveText("3");
    await expect(window.winners.first()).toBeVisible();
  });
}

test("a file that vanishes after it was picked is refused in one sentence", async ({ room, folder }) => {
  test.skip(room.kind === "browser", "a browser reads the file before it can vanish");
  const window = windowOf(room.page);
  const path = join(folder, "short-lived.csv");
  await writeFile(path, "a,b\n1,2\n3,4\n");
  await room.pick(path);
  await expect(window.status).toContainText("(2, 2)");
  await rm(path);
  await room.pick(path);
  await expect(window.alert).toContainText("short-lived.csv");
  await expect(window.status).toContainText("(2, 2)");
});

test("an axis out of range is refused in NumPy's words, and the answer stays", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  await window.sample("[[8, 92, 93], [94, 9, 7]]").click();
  await window.choose("Axis", "0");
  await expect(window.result).toHaveText("[0 1 1]");
  const expression = page.getByRole("textbox", { name: "Expression" });
  await expression.fill("np.argmin(a, axis=2)");
  await expression.press("Enter");
  await expect(page.getByText("axis 2 is out of bounds for array of dimension 2")).toBeVisible();
  await expect(window.result).toHaveText("[0 1 1]");
});
