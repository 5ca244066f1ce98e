import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../room.ts";
import { bare, windowOf } from "../window.ts";

const rows = Array.from({ length: 60 }, (_, row) => [0, 1, 2, 3, 4].map((column) => ((row * 37 + column * 11) % 61) + 1));

test("without a mouse: open, choose the axis, walk the winners, copy a range, export", async ({ room, folder }) => {
  const { page, app } = room;
  if (app === null) throw new Error("This test reads the system's clipboard.");
  const { status, result } = windowOf(page);
  const path = join(folder, "readings.csv");
  await writeFile(path, `a,b,c,d,e\n${rows.map((row) => row.join(",")).join("\n")}\n`);

  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press("Control+o");
  await expect(status).toContainText("(60, 5)");

  /** Tab until something by this role and name has the focus. */
  const tabTo = async (role: string, name: string): Promise<void> => {
    for (let k = 0; k < 40; k++) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const input = element instanceof HTMLInputElement ? element : null;
        const group = element?.closest("[role=radiogroup]")?.getAttribute("aria-label") ?? "";
        const roleOf = element?.getAttribute("role") ?? (input === null ? element?.tagName.toLowerCase() : input.type);
        return { role: roleOf ?? "", name: `${group} ${element?.getAttribute("aria-label") ?? element?.textContent ?? ""}` };
      });
      if (focused.role === role && focused.name.includes(name)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };

  await tabTo("radio", "Axis");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "1", exact: true })).toBeChecked();
  const along1 = rows.map((row) => row.indexOf(Math.min(...row)));
  await expect.poll(async () => (await result.innerText()).replace(/\s+/gu, " ")).toContain(along1.slice(0, 8).join(" "));
  await page.keyboard.press("ArrowLeft");
  const along0 = [0, 1, 2, 3, 4]
    .map((column) => rows.map((row) => row[column] ?? 0))
    .map((lane) => lane.indexOf(Math.min(...lane)));
  await expect(result).toHaveText(
    `[${along0.map((index) => String(index).padStart(Math.max(...along0.map((i) => String(i).length)))).join(" ")}]`,
  );

  await tabTo("gridcell", "");
  await page.keyboard.press("Control+Home");
  const focusedCell = async (): Promise<string> =>
    page.locator(":focus").evaluate((cell) => {
      const row = cell.closest("[role=row]")?.getAttribute("aria-rowindex");
      return `${Number(row) - 2}, ${Number(cell.getAttribute("aria-colindex")) - 2}`;
    });
  const walked = new Set<string>();
  for (let k = 0; k < along0.length; k++) {
    await page.keyboard.press("F8");
    await expect(page.locator(":focus")).toHaveAttribute("data-winner", "first");
    await expect.poll(async () => walked.has(await focusedCell())).toBe(false);
    walked.add(await focusedCell());
  }
  expect([...walked].sort()).toEqual(along0.map((row, column) => `${row}, ${column}`).sort());

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("copied 2 × 3");
  const copied = rows.slice(1, 3).map((row) => row.slice(0, 3).join("\t"));
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(`${copied.join("\r\n")}\r\n`);

  const saved = await room.save("answer.csv", async () => {
    await tabTo("button", "Export");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
    await tabTo("button", "Save");
    await page.keyboard.press("Enter");
  });
  await expect(page.getByText("Wrote the answer to answer.csv")).toBeVisible();
  const lines = (await readFile(saved, "utf8")).trim().split("\r\n");
  expect(lines.slice(1).map((line) => Number(line.split(",")[2]))).toEqual(along0);
  expect(bare(lines[0] ?? "")).toContain("argmin");
});
