import { type SyntheticEvent, useState } from "react";
import { textSource } from "../../host/file.ts";
import type { Desk } from "../../state/desk.ts";
import { open } from "../../state/opening.ts";

/** Where an array is typed as Python writes one. */
export function TypeArray({ desk }: { readonly desk: Desk }) {
  const [text, setText] = useState("");
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (text.trim() !== "") void open(desk, textSource("Typed array", text));
  }
  return (
    <form className="type-array" onSubmit={submit}>
      <input
        type="text"
        className="code"
        aria-label="Type an array"
        placeholder="[[8, 92, 93], [94, 9, 7]]"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
