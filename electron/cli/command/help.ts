import { type CommandName, commands, type Option, ownOptions, readingOptions } from "./options.ts";

const purposes: Readonly<Record<CommandName, string>> = {
  argmin: "the index of the smallest element, as NumPy's argmin: the first NaN wins",
  argmax: "the index of the greatest element, as NumPy's argmax: the first NaN wins",
  nanargmin: "the index of the smallest element, NaN passed over",
  nanargmax: "the index of the greatest element, NaN passed over",
  convert: "the table or array as it was read, clean",
  info: "what was read: dialect, encoding, shape, dtypes, and everything that was decided",
};

const exits = `Exit codes: 0 fine, 2 wrong usage, 3 the input cannot be read or reduced, 130 cancelled.`;

/** What `argscope` alone can do. */
export function usage(): string {
  const list = commands.map((command) => `  ${command.padEnd(10)} ${purposes[command]}`);
  return [
    "Usage: argscope COMMAND FILE [OPTION …]",
    "       argscope COMMAND --help",
    "       argscope --version",
    "",
    "Commands:",
    ...list,
    "",
    "FILE may be - for standard input.",
    exits,
    "",
  ].join("\n");
}

/** Everything about one command. */
export function commandHelp(command: CommandName): string {
  return [
    `Usage: argscope ${command} FILE [OPTION …]`,
    "",
    `Gives ${purposes[command]}.`,
    "FILE may be - for standard input. Its content decides what it is, not its name.",
    "",
    "Options:",
    ...ownOptions(command).map(line),
    "",
    "Reading:",
    ...readingOptions.map(line),
    "",
    "A name with a comma in it stands in double quotes: --columns '\"a,b\",c'.",
    exits,
    "",
  ].join("\n");
}

function line({ name, takes, help }: Option): string {
  const left = `  --${name}${takes === undefined ? "" : ` ${takes}`}`;
  return left.length < 30 ? `${left.padEnd(30)} ${help}` : `${left}\n${" ".repeat(31)}${help}`;
}
