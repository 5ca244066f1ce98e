import { type NumberForm, numberForms } from "@argscope/core/formats/csv/number-forms.ts";
import { spaceRuns } from "@argscope/core/formats/csv/options.ts";
import { decoderOf } from "@argscope/core/formats/encoding/decoder.ts";
import type { RowRange } from "@argscope/core/table/row-range.ts";
import type { Format, IndexCol } from "./request.ts";
import { UsageError } from "./usage-error.ts";

/** What follows an option, taken for what it means there. Every one throws a UsageError that names the option. */

export function axisOf(text: string): number | null {
  if (text.toLowerCase() === "none") return null;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw new UsageError(`--axis takes a whole number or "none", not "${text}".`);
}

export function formatOf<F extends Format>(text: string, allowed: readonly F[]): F {
  const format = allowed.find((name) => name === text);
  if (format === undefined) throw new UsageError(`--format takes ${allowed.join(", ")}; not "${text}".`);
  return format;
}

export function rowsOf(text: string): RowRange {
  const match = /^(\d*):(\d*)$/.exec(text);
  const [start, stop] = [Number(match?.[1]), match?.[2] ? Number(match[2]) : null];
  if (match === null || !Number.isSafeInteger(start) || (stop !== null && !Number.isSafeInteger(stop))) {
    throw new UsageError(`--rows takes a range such as 10:20, :20 or 10:, counted from 0; not "${text}".`);
  }
  return { start, stop: stop === null ? null : Math.max(start, stop) };
}

const namedCharacters: Readonly<Record<string, string>> = {
  tab: "\t",
  "\\t": "\t",
  comma: ",",
  semicolon: ";",
  pipe: "|",
  space: " ",
};

export function delimiterOf(text: string): string {
  const character = namedCharacters[text] ?? text;
  if (isCharacter(character) || text === spaceRuns) return character;
  throw new UsageError(`--delimiter takes one ASCII character (or "tab", "space", "spaces"), not "${text}".`);
}

/** A character, or "none". */
export function characterOf(option: string, text: string): string {
  const character = namedCharacters[text] ?? text;
  if (isCharacter(character) || text === "none") return character;
  throw new UsageError(`--${option} takes one ASCII character (or "none"), not "${text}".`);
}

export function numbersOf(text: string): NumberForm[] {
  return listOf("numbers", text).map((name) => {
    const form = numberForms.find((candidate) => candidate === name);
    if (form === undefined) throw new UsageError(`--numbers takes ${numberForms.join(", ")}; not "${name}".`);
    return form;
  });
}

function isCharacter(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 128 && text !== "\n" && text !== "\r";
}

export function encodingOf(text: string): string {
  try {
    decoderOf(text);
  } catch {
    throw new UsageError(
      `--encoding takes a name that the web knows, utf-8 or windows-1252 for instance, or cp437, cp850, cp852; not "${text}".`,
    );
  }
  return text;
}

export function headerOf(text: string): "auto" | "none" | number {
  if (text === "auto" || text === "none") return text;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--header takes auto, none or the number of header lines, not "${text}".`);
}

export function decimalOf(text: string): "." | "," {
  if (text === "." || text === ",") return text;
  throw new UsageError(`--decimal takes . or a comma, not "${text}".`);
}

export function datesOf(text: string): "dmy" | "mdy" {
  if (text === "dmy" || text === "mdy") return text;
  throw new UsageError(`--dates takes dmy or mdy, not "${text}".`);
}

export function indexColOf(text: string): IndexCol {
  return text === "auto" || text === "none" ? { kind: text } : { kind: "name", name: text };
}

/** Names with commas between. One that has a comma or a quote itself stands in double quotes, as in a CSV file. */
export function listOf(option: string, text: string): string[] {
  if (text === "") return [];
  const names: string[] = [];
  const item = /"((?:[^"]|"")*)"(?=,|$)|([^,]*)/y;
  for (let at = 0; at <= text.length; at = item.lastIndex + 1) {
    item.lastIndex = at;
    const match = item.exec(text);
    if (match?.[2]?.startsWith('"')) {
      throw new UsageError(
        `--${option} has a double quote without its end in ${text.slice(at)}: a name with a comma stands in double quotes, as in "a,b",c.`,
      );
    }
    names.push(match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? "");
  }
  if (names.some((name) => name === "")) throw new UsageError(`--${option} takes names with commas between, and one is empty.`);
  return names;
}
