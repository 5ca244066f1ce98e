import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { Shelf } from "./shelf.ts";
import { initial, type State } from "./state.ts";

/** What every action works with: the plain state, the arrays beside it, the engine, and the program around the page. */
export interface Desk {
  readonly store: StoreApi<State>;
  readonly shelf: Shelf;
  readonly engine: Engine;
  readonly host: Host;
}

export function createDesk(engine: Engine, host: Host): Desk {
  return { store: createStore<State>(() => initial), shelf: new Shelf(), engine, host };
}
