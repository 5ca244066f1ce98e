import { HEADER_HEIGHT, type Layout } from "./layout.ts";
import { ROW_HEIGHT } from "./metrics.ts";

/** The two lines that part what stands still from what moves. */
export class FrozenLines {
  readonly #beside = line("beside");
  readonly #below = line("below");

  constructor(room: HTMLElement) {
    room.append(this.#beside, this.#below);
  }

  show({ frozen, widths, width, height }: Layout): void {
    const columns = widths.slots.slice(0, frozen.column).reduce((sum, each) => sum + each, 0);
    put(this.#beside, frozen.column > 0, { left: widths.rowNumbers + widths.labels + columns, top: 0, height });
    put(this.#below, frozen.row > 0, { left: 0, top: HEADER_HEIGHT + frozen.row * ROW_HEIGHT, width });
  }

  remove(): void {
    this.#beside.remove();
    this.#below.remove();
  }
}

function line(side: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "frozen-line";
  element.dataset["side"] = side;
  element.hidden = true;
  return element;
}

function put(element: HTMLElement, isShown: boolean, box: Readonly<Record<string, number>>): void {
  element.hidden = !isShown;
  for (const [name, px] of Object.entries(box)) element.style.setProperty(name, `${px}px`);
}
