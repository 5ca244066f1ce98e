import { offsetAt, type Track, thumbLength, thumbStart } from "./thumb.ts";

export interface ScrollBarParts {
  readonly element: HTMLElement;
  readonly direction: "down" | "across";
  /** Asked for by the person: any whole or broken number, the grid brings it into bounds. */
  readonly onOffset: (offset: number) => void;
}

/** What the bar stands for, and what it counts, for who hears it. */
export interface ScrollBarState extends Omit<Track, "track"> {
  readonly isShown: boolean;
  readonly count: number;
}

/** A scroll bar over rows or columns by number. Without React: it moves with every notch of the wheel. */
export class ScrollBar {
  readonly #parts: ScrollBarParts;
  readonly #thumb: HTMLElement;
  readonly #size: ResizeObserver;
  #track: Track = { track: 0, offset: 0, last: 0, page: 1 };

  constructor(parts: ScrollBarParts) {
    const { element } = parts;
    this.#parts = parts;
    this.#thumb = element.firstElementChild as HTMLElement;
    element.addEventListener("pointerdown", this.#press);
    element.addEventListener("keydown", this.#key);
    // The observer brings the length along: asking the element for it would make the browser lay the page out at once.
    this.#size = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      this.#track = { ...this.#track, track: this.#isDown ? height : width };
      this.#draw();
    });
    this.#size.observe(element);
  }

  destroy(): void {
    this.#size.disconnect();
    this.#parts.element.removeEventListener("pointerdown", this.#press);
    this.#parts.element.removeEventListener("keydown", this.#key);
  }

  show({ isShown, count, offset, last, page }: ScrollBarState): void {
    const { element } = this.#parts;
    element.hidden = !isShown;
    this.#track = { track: this.#track.track, offset, last, page };
    if (!isShown) return;
    const words = this.#isDown ? "rows" : "columns";
    element.ariaValueMax = String(last);
    element.ariaValueNow = String(offset);
    element.ariaValueText = `${words} ${offset} to ${Math.min(count, offset + page) - 1} of ${count.toLocaleString("en")}`;
    this.#draw();
  }

  get #isDown(): boolean {
    return this.#parts.direction === "down";
  }

  #draw(): void {
    const start = `${thumbStart(this.#track)}px`;
    this.#thumb.style[this.#isDown ? "height" : "width"] = `${thumbLength(this.#track)}px`;
    this.#thumb.style.transform = this.#isDown ? `translateY(${start})` : `translateX(${start})`;
  }

  /** On the thumb: drags it. On the track: pages towards the pointer. */
  readonly #press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const { element, onOffset } = this.#parts;
    const box = element.getBoundingClientRect();
    const at = this.#isDown ? event.clientY - box.top : event.clientX - box.left;
    const start = thumbStart(this.#track);
    if (at < start) onOffset(this.#track.offset - this.#track.page);
    else if (at >= start + thumbLength(this.#track)) onOffset(this.#track.offset + this.#track.page);
    else this.#drag(event.pointerId, (this.#isDown ? event.clientY : event.clientX) - start);
  };

  /** @param grip  where the pointer would be with the thumb at the start of the track. */
  #drag(pointer: number, grip: number): void {
    const { element, onOffset } = this.#parts;
    element.setPointerCapture(pointer);
    element.toggleAttribute("data-dragging", true);
    const move = (event: PointerEvent): void =>
      onOffset(offsetAt(this.#track, (this.#isDown ? event.clientY : event.clientX) - grip));
    const drop = (): void => {
      element.toggleAttribute("data-dragging", false);
      element.removeEventListener("pointermove", move);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", drop, { once: true });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { offset, page, last } = this.#track;
    const steps: Record<string, number> = {
      [this.#isDown ? "ArrowUp" : "ArrowLeft"]: offset - 1,
      [this.#isDown ? "ArrowDown" : "ArrowRight"]: offset + 1,
      PageUp: offset - page,
      PageDown: offset + page,
      Home: 0,
      End: last,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#parts.onOffset(target);
  };
}
