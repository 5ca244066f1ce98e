import { describe, expect, it } from "vitest";
import { plainDialect } from "../../../src/formats/csv/dialect.ts";
import { numberColumn } from "../../../src/formats/csv/scanner.ts";
import { scanned } from "./scanners.ts";
import { seeded } from "./seeded.ts";

const count = Number(process.env["ARGSCOPE_DECIMALS"] ?? 20_000);
const word = new BigUint64Array(1);
const float = new Float64Array(word.buffer);

function bitsOf(value: number): string {
  float[0] = value;
  return (word[0] ?? 0n).toString(16);
}

/** Reads one number a line with the kernel and compares every bit with `Number()` of the same text. */
function expectSame(texts: readonly string[]): void {
  const bytes = new TextEncoder().encode(`${texts.join("\n")}\n`);
  const { numbers, findings } = scanned("kernel", bytes, plainDialect, [numberColumn], true);
  expect(numbers.length).toBe(texts.length);
  const different = texts.findIndex((text, k) => numbers[k] !== bitsOf(Number(text)));
  expect(different < 0 ? null : [texts[different], numbers[different]]).toBeNull();
  expect(findings).toHaveProperty("notNumbers", []);
}

function doubleFrom(bits: bigint): number {
  word[0] = bits;
  return float[0] ?? 0;
}

describe("numbers from bytes are bit-equal to Number()", () => {
  const random = seeded(17);
  const below = (limit: number): number => Math.floor(random() * limit);
  const digits = (length: number): string => Array.from({ length }, () => below(10)).join("");
  const many = (make: () => string): string[] => Array.from({ length: count }, make);
  const anyBits = (): bigint => (BigInt(below(2 ** 32)) << 32n) | BigInt(below(2 ** 32));
  const anyFinite = (): number => {
    for (;;) {
      const value = doubleFrom(anyBits());
      if (Number.isFinite(value)) return value;
    }
  };

  it("for short decimals of every length and point", () => {
    expectSame(
      many(() => `${random() < 0.5 ? "-" : ""}${digits(below(9))}${random() < 0.5 ? "." : ""}${digits(1 + below(8))}`),
    );
  });

  it("for 15 to 20 significant digits with and without a point", () => {
    expectSame(
      many(() => {
        const text = digits(15 + below(6));
        const point = below(text.length + 1);
        return `${text.slice(0, point)}.${text.slice(point)}`;
      }),
    );
  });

  it("for leading and trailing zeros, up to 60 characters", () => {
    expectSame(many(() => `${"0".repeat(below(20))}${digits(1 + below(10))}.${"0".repeat(below(20))}${digits(below(10))}`));
  });

  it("for shortest texts of any float64", () => {
    expectSame(many(() => String(anyFinite())));
  });

  it("for 17 digits and an exponent", () => {
    expectSame(many(() => anyFinite().toExponential(below(21))));
  });

  it("for 1 to 19 digits and exponents past both ends", () => {
    expectSame(many(() => `${1 + below(9)}${digits(below(19))}e${below(700) - 360}`));
  });

  it("for decimals half way between two float64, and beside it", () => {
    const half = (): string => {
      // m + 1/2 with 53 bits in m, times 2^e: exact in decimal, of up to 19 digits for small e.
      const exponent = below(11);
      const twice = ((BigInt(2 ** 52) + BigInt(below(2 ** 32)) * 1_048_573n) << 1n) | 1n;
      const value = (twice << BigInt(exponent)) + BigInt(below(3) - 1);
      return `${value}`;
    };
    expectSame(many(half));
    const fraction = (): string => {
      const bits = 30 + below(24);
      const odd = (BigInt(below(2 ** 22)) << 32n) | BigInt(below(2 ** 32)) | 1n;
      return `${(odd * 5n ** BigInt(bits)) / 10n ** BigInt(below(20))}e-${bits}`;
    };
    expectSame(many(fraction).map((text) => text.slice(0, 60)));
  });

  it("at the ends of the range and around powers of two and ten", () => {
    const ends = [
      "0",
      "-0",
      "0.0",
      "-.0",
      "5e-324",
      "2.4703282292062327e-324",
      "2.4703282292062328e-324",
      "2.2250738585072011e-308",
    ];
    ends.push("2.2250738585072014e-308", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e309");
    ends.push("9007199254740991", "9007199254740992", "9007199254740993", "9007199254740995", "18446744073709551615");
    ends.push(
      "18446744073709551616",
      "1e-400",
      "1e400",
      "1e99999",
      "1e-99999",
      "0e999",
      "1e0000000000000000001",
      "1.",
      "+1",
      "+.5",
    );
    for (let power = -400; power <= 400; power++)
      for (const lead of ["1", "9.999999999999999", "1.0000000000000002"]) ends.push(`${lead}e${power}`);
    for (let power = -1074; power <= 1023; power++) ends.push(String(2 ** power), (2 ** power).toExponential(18));
    expectSame(ends);
  });
});

describe("what is no number", () => {
  it.each(["1e", "1e+", "e5", ".", "-", "+", "-.", "--1", "1-", "1.2.3", "0x10", "1_000", "１", "1 2", "", "infinit"])(
    "%j",
    (text) => {
      const line = new TextEncoder().encode(`1\n${text},\n`);
      const { numbers } = scanned("kernel", line, plainDialect, [numberColumn], true);
      const same = scanned("reference", line, plainDialect, [numberColumn], true);
      expect(numbers).toEqual(same.numbers);
      expect(["", bitsOf(Number.NaN)]).toContain(numbers[1]);
    },
  );
});
