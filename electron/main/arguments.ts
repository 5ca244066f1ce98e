import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

interface Start {
  /** As the process got it: the executable, then switches and files. */
  readonly argv: readonly string[];
  /** Packaged, the first plain argument is the file; in development it is the application's folder, the file the second. */
  readonly packaged: boolean;
  /** What a relative path is relative to. */
  readonly folder: string;
}

/**
 * The file that a command line names, as an absolute path, or `null`.
 *
 * Switches are Chromium's and Electron's business and are skipped (`--name=value`, `-psn_…`); `-r` and `--require` bring a
 * module's path along in development. After `--` everything is plain. A desktop may pass a `file:` URL.
 */
export function fileArgument({ argv, packaged, folder }: Start): string | null {
  const plain: string[] = [];
  for (let i = 1; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    if (argument === "--") {
      plain.push(...argv.slice(i + 1));
      break;
    }
    if (!packaged && (argument === "-r" || argument === "--require")) i++;
    else if (!argument.startsWith("-") && argument !== "") plain.push(argument);
  }
  const file = plain[packaged ? 0 : 1];
  return file === undefined ? null : resolve(folder, pathOf(file));
}

function pathOf(argument: string): string {
  if (!argument.startsWith("file://")) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    // Not a URL that names a local file: taken as a name, it gets the sentence "… was not found".
    return argument;
  }
}

/** What a second start sends to the first: its file. It crosses a process, so its shape is checked. */
export function fileOfSecondStart(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("file" in data)) return null;
  return typeof data.file === "string" ? data.file : null;
}
