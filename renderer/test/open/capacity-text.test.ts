import { CapacityError, ValueError } from "@argscope/core/errors.ts";
import { expect, it } from "vitest";
import { capacityText } from "../../src/features/open/capacity-text.ts";

it("says what is needed, what there is and what to do", () => {
  expect(capacityText(new CapacityError("Too large.", 8_123_000_000, 512_000_000).toFault())).toBe(
    "It needs 8.12 GB, and there is room for 512 MB. Choose fewer columns or rows.",
  );
});

it("says nothing of another refusal, or where the figures tell nothing", () => {
  expect(capacityText(new ValueError("No numbers.").toFault())).toBeNull();
  expect(capacityText(new CapacityError("Too large.", 0, 0).toFault())).toBeNull();
});
