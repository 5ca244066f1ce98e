import type { Fault } from "@argscope/core/contract/result.ts";

const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** What a file needs and what there is, where that is why it is not open; null for another refusal. */
export function capacityText({ tag, fields }: Fault): string | null {
  const { needed, available } = fields;
  if (tag !== "Capacity" || typeof needed !== "number" || typeof available !== "number" || needed <= available) return null;
  return `It needs ${bytesText(needed)}, and there is room for ${bytesText(available)}. Choose fewer columns or rows.`;
}

/** Bytes in the unit that a person counts in, to three digits. */
function bytesText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString("en", { maximumSignificantDigits: 3 })} ${UNITS[power]}`;
}
