import { writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ownFolder } from "../own-folder.ts";
import { expect, test } from "../room.ts";
import { windowOf } from "../window.ts";

const folder = ownFolder();

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function dialogOf(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Import options" });
  return {
    dialog,
    open: () => page.getByRole("button", { name: "Import options" }).first().click(),
    field: (name: string) => dialog.getByLabel(name, { exact: true }),
    preview: dialog.getByRole("region", { name: "First rows" }),
    apply: () => dialog.getByRole("button", { name: "Open" }).click(),
  };
}

const parts = written("parts.csv", "id;price;name\n007;1,10;bolt\n010;2,50;nut\n003;0,05;\n");

test("the dialog says what was decided and why, shows what a choice makes of the file, and opens it so", async ({ room }) => {
  const { page } = room;
  await room.pick(parts);
  const window = windowOf(page);
  await expect(window.status).toContainText("(3, 2)");
  const { dialog, open, field, preview, apply } = dialogOf(page);
  await open();
  await expect(field("Delimiter")).toHaveValue("");
  await expect(field("Delimiter").locator("option").first()).toHaveText("Automatic: semicolon ;");
  await expect(field("Delimiter")).toHaveAccessibleDescription(/Because a semicolon parts/u);
  await expect(preview.getByRole("columnheader")).toHaveText([/int64\s*id/u, /float64\s*price/u, /text\s*name/u]);
  await expect(preview.getByRole("row").nth(1)).toHaveText("0071,10bolt");
  await field("Header lines").selectOption("none");
  await expect(preview.getByRole("row").nth(1)).toContainText("id");
  await field("Header lines").selectOption("2");
  await expect(preview.getByRole("row").nth(1)).toHaveText("0102,50nut");
  await apply();
  await expect(dialog).toBeHidden();
  await expect(window.status).toContainText("(2, 2)");
});

test("what was chosen for a file is used again, is said in the receipt, and can be forgotten", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  await room.pick(parts);
  const { open, field, apply } = dialogOf(page);
  await open();
  await field("Header lines").selectOption("2");
  await apply();
  await expect(window.status).toContainText("(2, 2)");
  await room.pick(written("other.csv", "a,b\n1,2\n"));
  await expect(window.status).toContainText("(1, 2)");
  await room.pick(parts);
  await expect(window.status).toContainText("(2, 2)");
  await page.getByRole("tab", { name: "Receipt" }).click();
  const receipt = page.getByRole("tabpanel");
  await expect(receipt).toContainText("As you chose for this file before: header lines 2.");
  await receipt.getByRole("button", { name: "Forget this choice" }).click();
  await expect(window.status).toContainText("(3, 2)");
  await room.pick(parts);
  await expect(window.status).toContainText("(3, 2)");
  await expect(receipt).not.toContainText("As you chose");
});

test("a file that cannot be read as it shows itself is read as it is said", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  // Every column is text while the delimiter is the comma that stands between the words.
  await room.pick(written("odd.csv", "x~y, in cm\n1~2, b\n3~4, c\n"));
  await expect(window.alert).toContainText("no column of numbers");
  const { dialog, open, field, apply } = dialogOf(page);
  await open();
  await expect(dialog).toBeVisible();
  await field("Delimiter").selectOption("other");
  await dialog.getByLabel("Delimiter, one character").fill("~");
  await apply();
  await expect(window.status).toContainText("(2, 1)");
});

test("a choice that makes no sense is refused in the dialog, and Escape leaves the file as it is", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  await room.pick(parts);
  await expect(window.status).toContainText("(3, 2)");
  const { dialog, open, field } = dialogOf(page);
  await open();
  await field("Delimiter").selectOption("other");
  await dialog.getByLabel("Delimiter, one character").fill("é");
  await expect(dialog.getByRole("alert")).toContainText("one ASCII character");
  await expect(dialog.getByRole("button", { name: "Open" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(window.status).toContainText("(3, 2)");
});

test("quotes that a backslash escapes are read so, in the preview, in the table and the next time", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  const path = written("escaped.csv", 'size,text\n1,"a \\"b\\", c"\n2,"d"\n');
  await room.pick(path);
  const { open, field, preview, apply } = dialogOf(page);
  await open();
  await expect(field("Quotes inside of quotes").locator("option").first()).toHaveText('Automatic: doubled, ""');
  await field("Quotes inside of quotes").selectOption("\\");
  await expect(preview.getByRole("columnheader")).toHaveCount(2);
  await expect(preview.getByRole("row").nth(1).getByRole("cell").nth(1)).toHaveText('a "b", c');
  await apply();
  await expect(window.status).toContainText("(2, 1)");
  await room.pick(parts);
  await expect(window.status).toContainText("(3, 2)");
  await room.pick(path);
  await expect(window.status).toContainText("(2, 1)");
  await page.getByRole("tab", { name: "Receipt" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("As you chose for this file before: quotes escaped by \\.");
});

test("a file of MS-DOS is read in its code page, which is told, and another can be chosen", async ({ room }) => {
  const { page } = room;
  const path = written("dos.csv", "");
  writeFileSync(
    path,
    Buffer.from("stad,antal\r\nMalm\x94,1\r\nG\x94teborg,2\r\n\x8frhus,3\r\nK\x81nzelsau,4\r\nN\x91stved,5\r\n", "latin1"),
  );
  await room.pick(path);
  const { open, field, preview } = dialogOf(page);
  await open();
  await expect(field("Encoding").locator("option").first()).toHaveText("Automatic: IBM 850 (MS-DOS, Western)");
  await expect(preview.getByRole("row").nth(4)).toContainText("Künzelsau");
  await field("Encoding").selectOption("ibm852");
  await expect(preview.getByRole("row").nth(5)).toContainText("NĹstved");
  await page.keyboard.press("Escape");
});

test("columns and rows are chosen, by keyboard too", async ({ room }) => {
  const { page } = room;
  const window = windowOf(page);
  const lines = Array.from({ length: 40 }, (_, row) => `${row},${row % 7},${(row * 3) % 11}.5,n${row}`);
  await room.pick(written("four.csv", ["id,a,b,name", ...lines, ""].join("\n")));
  await expect(window.status).toContainText("(40, 3)");
  await page.keyboard.press("Control+Shift+O");
  const { dialog, field, preview } = dialogOf(page);
  await expect(preview.getByRole("columnheader")).toHaveCount(4);
  await dialog.getByRole("checkbox", { name: "id" }).focus();
  await page.keyboard.press("Space");
  await expect(preview.getByRole("columnheader").first()).toContainText("left out");
  await field("First row").fill("10");
  await field("Row behind the last").fill("20");
  await page.keyboard.press("Enter");
  await expect(window.status).toContainText("(10, 2)");
  await page.getByRole("tab", { name: "Receipt" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("As you chose: without column “id”, rows 10:20.");
});

for (const scheme of ["light", "dark"] as const) {
  test(`the dialog has no fault that axe finds, ${scheme}`, async ({ room }) => {
    const { page } = room;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await room.pick(parts);
    const { dialog, open, preview } = dialogOf(page);
    await open();
    await expect(preview.getByRole("columnheader")).toHaveCount(3);
    const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
}
