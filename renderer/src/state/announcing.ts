import type { Desk } from "./desk.ts";

/** Says to who cannot see it what a key has changed in the window. Whatever was said before is over. */
export function announce({ store }: Desk, text: string): void {
  store.setState({ announcement: text });
}
