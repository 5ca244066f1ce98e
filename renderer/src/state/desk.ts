import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { plainSettings, type Settings } from "./settings.ts";
import { Shelf } from "./shelf.ts";
import { initial, type State } from "./state.ts";

/** What every action works with: the plain state, the arrays beside it, the engine, and the program around the page. */
export interface Desk {
  readonly store: StoreApi<State>;
  /** Other than the state they outlive what is open. */
  readonly settings: StoreApi<Settings>;
  readonly shelf: Shelf;
  readonly engine: Engine;
  readonly host: Host;
}

export function createDesk(engine: Engine, host: Host): Desk {
  const settings = createStore<Settings>(() => plainSettings);
  return { store: createStore<State>(() => initial), settings, shelf: new Shelf(), engine, host };
}
