import { FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { readZipDirectory, type ZipEntry } from "../npz/zip-directory.ts";

/** What a ZIP archive is, by the names in its directory. */
export type ArchiveKind = "npz" | "xlsx" | "zip";

export interface Archive {
  readonly kind: ArchiveKind;
  /** The files in it that may hold data, in its order. */
  readonly entries: readonly ZipEntry[];
}

/** Kinds of document that are ZIP archives, by a file that each of them has. Refused, with what to do. */
const DOCUMENTS: readonly (readonly [file: string, what: string])[] = [
  ["xl/workbook.bin", "a binary Excel workbook (.xlsb). Save it as .xlsx or CSV"],
  ["word/document.xml", "a Word document. Choose a file with rows of data"],
  ["ppt/presentation.xml", "a PowerPoint presentation. Choose a file with rows of data"],
  ["META-INF/manifest.xml", "an OpenDocument file. Save it as .xlsx or CSV"],
  ["META-INF/MANIFEST.MF", "a Java archive. Choose a file with rows of data"],
  ["AndroidManifest.xml", "an Android program. Choose a file with rows of data"],
];

/**
 * Looks into a ZIP archive.
 *
 * @throws {FormatError} its directory breaks a rule, it holds no file, or it is a document of another kind.
 */
export async function openArchive(source: ByteSource): Promise<Archive> {
  const all = await readZipDirectory(source);
  const names = new Set(all.map(({ name }) => name));
  if (names.has("xl/workbook.xml")) return { kind: "xlsx", entries: all };
  for (const [file, what] of DOCUMENTS) {
    if (names.has(file)) throw new FormatError(`${source.name} is ${what}.`, { byte: 0 });
  }
  // A workbook may have its parts anywhere: its types say what it is.
  if (names.has("[Content_Types].xml") && names.has("_rels/.rels")) return { kind: "xlsx", entries: all };
  const entries = all.filter(({ name }) => mayHoldData(name));
  if (entries.length === 0) throw new FormatError(`${source.name} is an archive without a file in it.`, { byte: 0 });
  return { kind: entries.every(({ name }) => name.endsWith(".npy")) ? "npz" : "zip", entries };
}

/** Folders, and what systems add on their own, hold none. */
function mayHoldData(name: string): boolean {
  const file = name.slice(name.lastIndexOf("/") + 1);
  return file !== "" && !file.startsWith(".") && !name.startsWith("__MACOSX/");
}
