import { folded, type Passage } from "./folded.ts";

/** The sentences of a receipt, as items of a list. */
export function Passages({ receipt }: { readonly receipt: readonly string[] }) {
  return folded(receipt).map((passage) =>
    passage.kind === "sentence" ? <li key={passage.text}>{unbroken(passage.text)}</li> : <More key="more" {...passage} />,
  );
}

function More({ texts }: Extract<Passage, { kind: "more" }>) {
  return (
    <li className="passages-more">
      <details>
        <summary>{texts.length.toLocaleString("en")} more columns</summary>
        <ul>
          {texts.map((text) => (
            <li key={text}>{unbroken(text)}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** A number and its % sign stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" %", "\u00a0%");
}
