import { dirname, join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import { ownKind, safeFileName } from "../files/name.ts";

/** What such files are usually called. Their content decides, so "All files" opens as many. */
const READABLE = ["csv", "tsv", "txt", "npy", "npz", "json", "jsonl", "ndjson", "xlsx", "parquet", "gz", "zip"];

/** The system's open and save dialogs. They start where the person was last, which Electron's versions do differently. */
export class Dialogs {
  #folder: string | null = null;

  /** The chosen file's path, or `null` where the person closed the dialog. */
  async open(window: BrowserWindow): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: "Open a table or an array",
      defaultPath: this.#start(),
      properties: ["openFile"],
      filters: [
        { name: "Tables and arrays", extensions: READABLE },
        { name: "All files", extensions: ["*"] },
      ],
    });
    return this.#remember(canceled ? undefined : filePaths[0]);
  }

  async save(window: BrowserWindow, suggestedName: string): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: "Save",
      defaultPath: join(this.#start(), safeFileName(suggestedName)),
      properties: ["createDirectory", "showOverwriteConfirmation"],
      filters: [...ownKind(suggestedName), { name: "All files", extensions: ["*"] }],
    });
    return this.#remember(canceled ? undefined : filePath);
  }

  #start(): string {
    return this.#folder ?? app.getPath("documents");
  }

  #remember(path: string | undefined): string | null {
    if (path === undefined || path === "") return null;
    this.#folder = dirname(path);
    return path;
  }
}
