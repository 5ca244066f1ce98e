import { type ClipboardEvent, type SyntheticEvent, useId, useState } from "react";
import { textSource } from "../../host/file.ts";
import type { Desk } from "../../state/desk.ts";
import { open } from "../../state/opening.ts";
import { hasLines, isFileText } from "./typed.ts";

/**
 * Where an array is typed as Python writes one, or a table as a file holds it.
 *
 * @param onEnter  does what an expression says; gives back why it cannot
 */
export function TypeArray(props: { readonly desk: Desk; readonly onEnter: (text: string) => string | null }) {
  const { desk, onEnter } = props;
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (text.trim() === "") return;
    if (isFileText(text)) void open(desk, textSource("Typed table", text));
    else setProblem(onEnter(text));
  }

  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData("text/plain");
    if (text !== "" || !hasLines(pasted)) return;
    event.preventDefault();
    void open(desk, textSource("Pasted text", pasted));
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
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onPaste={paste}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
      />
      <button type="submit" className="button">
        Show
      </button>
      {problem !== null && (
        <p id={problemId} className="typed-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
