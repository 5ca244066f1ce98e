import type { Handler } from "../handler.ts";
import { mannerOf } from "../manner.ts";
import { previewOf } from "../preview.ts";

/** The source stays kept, whatever comes of it: the person changes a choice and asks again. */
export const preview: Handler<"preview"> = async (sessions, request) => {
  const held = sessions.sources.take(request.source, request.key);
  try {
    return await previewOf(held.bytes, await mannerOf(request, held.bytes), request.control);
  } finally {
    held.release();
  }
};
