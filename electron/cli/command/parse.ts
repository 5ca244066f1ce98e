import { parseArgs } from "node:util";
import { didYouMean } from "@argscope/core/expression/nearest.ts";
import { type Given, textOf } from "./given.ts";
import { commandHelp, usage } from "./help.ts";
import { type CommandName, commands, type Option, ownOptions, readingOptions } from "./options.ts";
import { readingOf } from "./reading.ts";
import { type Format, formats, type Request, tableFormats } from "./request.ts";
import { selectionOf } from "./select.ts";
import { UsageError } from "./usage-error.ts";
import { axisOf, formatOf } from "./values.ts";

/** What to do: print a text and be done, or send a request to the engine and its answer to `out` (standard output without). */
export type Parsed =
  | { readonly kind: "print"; readonly text: string }
  | { readonly kind: "wrong"; readonly sentence: string; readonly help: string }
  | { readonly kind: "run"; readonly request: Request; readonly out: string | null };

/** @param argv what follows the program's name. */
export function parse(argv: readonly string[], version: string): Parsed {
  const [first, ...rest] = argv;
  if (first === "--help" || first === "-h") return { kind: "print", text: usage() };
  if (first === "--version") return { kind: "print", text: `argscope ${version}\n` };
  const command = commands.find((name) => name === first);
  if (command === undefined) {
    if (first === undefined) return { kind: "wrong", sentence: "Say what to do.", help: usage() };
    const sentence = `There is no command "${first}"${didYouMean(first, commands)}.`;
    return { kind: "wrong", sentence, help: "Try: argscope --help\n" };
  }
  try {
    return parseCommand(command, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { kind: "wrong", sentence: error.message, help: `Try: argscope ${command} --help\n` };
  }
}

function parseCommand(command: CommandName, args: readonly string[]): Parsed {
  const options = [...ownOptions(command), ...readingOptions];
  const { given, files } = tokensOf(args, options);
  if (given.has("help")) return { kind: "print", text: commandHelp(command) };
  const [file] = files;
  if (file === undefined || file === "") throw new UsageError("Name a file, or - for standard input.");
  if (files.length > 1) throw new UsageError(`One file at a time: "${file}" or "${files[1]}"?`);
  const out = textOf(given, "out") ?? null;
  if (out === "") throw new UsageError("--out takes a file's name.");
  return { kind: "run", request: requestOf(command, given, file, out), out };
}

function requestOf(command: CommandName, given: Given, file: string, out: string | null): Request {
  const reading = readingOf(given, file);
  if (command === "info") return { command, reading, format: given.has("json") ? "json" : "text" };
  if (command === "convert") return { command, reading, format: chosenFormat(given, out, tableFormats) };
  return {
    command,
    reading,
    axis: axisOf(textOf(given, "axis") ?? "none"),
    keepdims: given.has("keepdims"),
    select: given.has("select") ? selectionOf(textOf(given, "select") ?? "") : [],
    format: chosenFormat(given, out, formats),
  };
}

/** The format that was asked for; else the one that the written file's name ends in; else the first of `allowed`. */
function chosenFormat<F extends Format>(given: Given, out: string | null, allowed: readonly [F, ...F[]]): F {
  const text = textOf(given, "format");
  if (text !== undefined) {
    const format = formatOf(text, allowed);
    if (given.has("json") && format !== "json") throw new UsageError(`--json and --format ${format} do not go together.`);
    return format;
  }
  const ending = given.has("json") ? "json" : out?.slice(out.lastIndexOf(".") + 1).toLowerCase();
  if (!given.has("json") && notWritten.has(ending ?? "")) {
    throw new UsageError(`Argscope does not write .${ending} files: name another one, or say with --format what to write.`);
  }
  return allowed.find((format) => format === ending) ?? allowed[0];
}

/** Endings that would promise something else than a text. */
const notWritten = new Set(["xlsx", "xls", "ods", "parquet", "npz", "gz", "zip"]);

function tokensOf(args: readonly string[], options: readonly Option[]): { given: Given; files: readonly string[] } {
  const byName = Object.fromEntries(
    options.map(({ name, takes }) => [name, { type: takes === undefined ? ("boolean" as const) : ("string" as const) }]),
  );
  const { tokens } = parseArgs({ args: joined(args, options), options: byName, strict: false, tokens: true });
  const given = new Map<string, string | true>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName === "-h" ? "help" : token.name;
    const option = options.find((candidate) => candidate.name === name);
    if (option === undefined || (token.rawName.length === 2 && name !== "help")) {
      const names = options.map((each) => `--${each.name}`);
      throw new UsageError(`There is no option ${token.rawName}${didYouMean(token.rawName, names)}.`);
    }
    if (given.has(name)) throw new UsageError(`--${name} is given twice.`);
    if (option.takes === undefined && token.value !== undefined) throw new UsageError(`--${name} takes no value.`);
    // A value that stands by itself was joined, unless it looks like an option.
    if (option.takes !== undefined && token.inlineValue !== true) throw new UsageError(`--${name} takes ${option.takes}.`);
    given.set(name, token.value ?? true);
  }
  return { given, files };
}

/** `--axis -1` as `--axis=-1`: a value may start with a dash, as long as it does not look like an option itself. */
function joined(args: readonly string[], options: readonly Option[]): string[] {
  const takesValue = new Set(options.flatMap(({ name, takes }) => (takes === undefined ? [] : [`--${name}`])));
  const result: string[] = [];
  for (let k = 0; k < args.length; k++) {
    const argument = args[k] as string;
    const next = args[k + 1];
    if (argument === "--") return [...result, ...args.slice(k)];
    if (takesValue.has(argument) && next !== undefined && !/^--./.test(next)) {
      result.push(`${argument}=${next}`);
      k++;
    } else result.push(argument);
  }
  return result;
}
