import type { OpenRequest } from "../contract/opening.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Manner } from "./reading.ts";

/** How a request wants its source read: as it says, else as was said about this very file before, else as the file shows. */
export async function mannerOf(request: OpenRequest, bytes: ByteSource): Promise<Manner> {
  // What was typed or pasted is no file that anybody comes back to.
  const fingerprint = request.source.kind === "text" ? null : await fingerprintOf(bytes);
  if (request.options !== undefined) return { options: request.options, isRemembered: false, fingerprint };
  const known = request.remembered?.find((remembered) => remembered.fingerprint === fingerprint);
  return { options: known?.options ?? {}, isRemembered: known !== undefined, fingerprint };
}
