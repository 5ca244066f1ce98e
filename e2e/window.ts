import { expect, type Locator, type Page } from "@playwright/test";

/** What a person sees and does in the window, by the accessible names. */
export function windowOf(page: Page) {
  const radio = (group: string, name: string): Locator =>
    page.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true });
  return {
    result: page.getByRole("status", { name: "Result" }),
    status: page.getByRole("status", { name: "Status" }),
    grid: page.getByRole("grid", { name: "Array" }),
    expression: page.getByRole("textbox", { name: "Expression" }),
    alert: page.getByRole("alert"),
    winners: page.locator('[data-winner="first"]'),
    ties: page.locator('[data-winner="tie"]'),
    choose: async (group: "Operation" | "Axis" | "NaN", name: string): Promise<void> => {
      await radio(group, name).check();
      await expect(radio(group, name)).toBeChecked();
    },
    sample: (name: string | RegExp): Locator => page.getByRole("button", { name }),
    /** The texts of the winning cells that are in sight, in reading order. */
    winningTexts: async (): Promise<string[]> => (await page.locator('[data-winner="first"]').allInnerTexts()).map(bare),
  };
}

/** A cell's text without the winner's icon. */
export function bare(text: string): string {
  return text.replace(/[▼▲]/gu, "").trim();
}
