import type { NdArray } from "../array/ndarray.ts";
import { failed, ok } from "../contract/result.ts";
import type { Answer, CallName, Calls, Control, Opened, Reduction, Reply, Request } from "../contract/worker.ts";
import { faultOf, InternalError } from "../errors.ts";
import { numpyText } from "../export/numpy-text.ts";
import { argmax, argmin } from "../reduce/argreduce.ts";
import { nanargmax, nanargmin } from "../reduce/nan.ts";
import { Answers } from "./answers.ts";
import { exportAnswer } from "./export.ts";
import { nanCount } from "./missing.ts";
import { type Reading, read } from "./reading.ts";
import { sharedArray, sharedText } from "./shared.ts";
import { portSink } from "./sink.ts";

interface Session {
  readonly reading: Reading;
  readonly answers: Answers;
}

/**
 * What a worker does with a request. It holds what is open and answers one request after the other; the room it runs in only
 * carries the messages.
 */
export class Service {
  readonly #sessions = new Map<number, Session>();
  #handles = 0;

  /** Never rejects: a refusal is an answer. */
  async answer(request: Request): Promise<Reply> {
    try {
      return { id: request.id, result: ok(await this.#do(request)) };
    } catch (error) {
      return { id: request.id, result: failed(faultOf(error)) };
    }
  }

  #do(request: Request): Promise<Calls[CallName]["gives"]> | Calls[CallName]["gives"] {
    switch (request.call) {
      case "open":
        return this.#open(request.takes);
      case "reduce":
        return this.#reduce(request.takes);
      case "export":
        return this.#export(request.takes);
      case "free":
        return this.#free(request.takes.handle);
    }
  }

  async #open({ source, control }: Calls["open"]["takes"]): Promise<Opened> {
    const start = performance.now();
    const reading = await read(source, control);
    const handle = ++this.#handles;
    this.#sessions.set(handle, { reading, answers: new Answers() });
    return {
      handle,
      name: source.name,
      kind: reading.kind,
      array: sharedArray(reading.array),
      columns: reading.columns,
      labels: reading.labels.map(sharedText),
      nanCount: nanCount(reading.array),
      receipt: reading.receipt,
      milliseconds: performance.now() - start,
    };
  }

  #reduce({ handle, reduction, control }: Calls["reduce"]["takes"]): Answer {
    const session = this.#session(handle);
    const start = performance.now();
    const indices = reduce(session.reading.array, reduction, control);
    const milliseconds = performance.now() - start;
    session.answers.add(reduction, indices);
    return { ...reduction, indices: sharedArray(indices), text: numpyText(indices), milliseconds };
  }

  async #export({ handle, reduction, choice, port }: Calls["export"]["takes"]): Promise<Calls["export"]["gives"]> {
    const sink = portSink(port);
    const { reading, answers } = this.#session(handle);
    const indices = answers.find(reduction);
    if (indices === undefined) {
      await sink.abort();
      throw new InternalError("This answer is not held any more. Choose the operation again, then export.");
    }
    return exportAnswer(reading, reduction, indices, choice, sink);
  }

  #free(handle: number): null {
    const { reading, answers } = this.#session(handle);
    this.#sessions.delete(handle);
    answers.release();
    reading.release();
    return null;
  }

  #session(handle: number): Session {
    const session = this.#sessions.get(handle);
    if (session === undefined) throw new InternalError(`Nothing is open under handle ${handle}.`);
    return session;
  }
}

const functions = {
  numpy: { argmin, argmax },
  skip: { argmin: nanargmin, argmax: nanargmax },
};

function reduce(a: NdArray, { operation, axis, nan, keepdims }: Reduction, control: Control): NdArray {
  return functions[nan][operation](a, axis, { keepdims, control });
}
