import { failed, ok } from "../contract/result.ts";
import type { CallName, Calls, Reply, Request } from "../contract/worker.ts";
import { faultOf } from "../errors.ts";
import { exportCall } from "./calls/export.ts";
import { open } from "./calls/open.ts";
import { reduce } from "./calls/reduce.ts";
import type { Handler } from "./handler.ts";
import { Sessions } from "./sessions.ts";

/** One handler a call, each in a file of its own. */
const handlers: { readonly [K in CallName]: Handler<K> } = {
  open,
  reduce,
  export: exportCall,
  free(sessions, { handle }) {
    sessions.release(handle);
    return null;
  },
};

/**
 * What a worker does with a request. It holds what is open and answers one request after the other; the room it runs in only
 * carries the messages.
 */
export class Service {
  readonly #sessions = new Sessions();

  /** Never rejects: a refusal is an answer. */
  async answer(request: Request): Promise<Reply> {
    try {
      return { id: request.id, result: ok(await this.#do(request.call, request.takes)) };
    } catch (error) {
      return { id: request.id, result: failed(faultOf(error)) };
    }
  }

  #do<K extends CallName>(call: K, takes: Calls[K]["takes"]): Promise<Calls[K]["gives"]> | Calls[K]["gives"] {
    return handlers[call](this.#sessions, takes);
  }
}
