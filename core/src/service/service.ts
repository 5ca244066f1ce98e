import { failed, ok } from "../contract/result.ts";
import type { CallName, Calls, Reply, Request } from "../contract/worker.ts";
import { faultOf } from "../errors.ts";
import { copy } from "./calls/copy.ts";
import { edit, redo, undo, withdraw } from "./calls/edit.ts";
import { evaluateCall } from "./calls/evaluate.ts";
import { exportCall } from "./calls/export.ts";
import { edge, find, findLabel } from "./calls/find.ts";
import { first } from "./calls/first.ts";
import { open } from "./calls/open.ts";
import { order } from "./calls/order.ts";
import { clear, paste } from "./calls/paste.ts";
import { preview } from "./calls/preview.ts";
import { rail } from "./calls/rail.ts";
import { reduce } from "./calls/reduce.ts";
import { rows } from "./calls/rows.ts";
import { forms, resume, save } from "./calls/save.ts";
import { scale } from "./calls/scale.ts";
import { tally } from "./calls/tally.ts";
import { ties } from "./calls/ties.ts";
import { view } from "./calls/view.ts";
import { walk } from "./calls/walk.ts";
import { winners } from "./calls/winners.ts";
import type { Handler } from "./handler.ts";
import { Sessions } from "./sessions.ts";

/** One handler a call, each in a file of its own. */
const handlers: { readonly [K in CallName]: Handler<K> } = {
  open,
  first,
  preview,
  rows,
  reduce,
  order,
  scale,
  tally,
  copy,
  find,
  findLabel,
  edge,
  edit,
  paste,
  clear,
  undo,
  redo,
  withdraw,
  forms,
  save,
  resume,
  ties,
  winners,
  rail,
  walk,
  view,
  evaluate: evaluateCall,
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
