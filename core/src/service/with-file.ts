import type { FileLike } from "../contract/worker.ts";
import { type ByteSource, piecesOf } from "../formats/byte-source.ts";
import { fileSource, large } from "./file-source.ts";

/**
 * A file behind a port that the page holds too: large reads are done without the port. The port is what counts: as main holds
 * the file open, it reads on where the file was moved or replaced by another, and the page's own is refused.
 */
export function withFile(port: ByteSource, file: FileLike | undefined): ByteSource {
  if (file === undefined || file.size !== port.size) return port;
  let direct: ByteSource | null = fileSource(port.name, file);
  let isClosed = false;

  function giveUp(): void {
    direct?.close();
    direct = null;
  }

  async function attempt<T>(length: number, fast: (file: ByteSource) => Promise<T>, sure: () => Promise<T>): Promise<T> {
    if (direct === null || length < large) return sure();
    try {
      return await fast(direct);
    } catch (error) {
      // A closed port would never answer.
      if (isClosed) throw error;
      giveUp();
      return sure();
    }
  }

  return {
    ...port,
    read: (start, end) =>
      attempt(
        end - start,
        (file) => file.read(start, end),
        () => port.read(start, end),
      ),
    pieces: (start, end, take) =>
      attempt(
        end - start,
        (file) => piecesOf(file, start, end, take),
        () => piecesOf(port, start, end, take),
      ),
    close() {
      isClosed = true;
      giveUp();
      port.close();
    },
  };
}
