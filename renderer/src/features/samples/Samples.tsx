import { Button } from "react-aria-components";
import type { Desk } from "../../state/desk.ts";
import { open } from "../../state/opening.ts";
import { samples } from "./samples.ts";

/** What one can try without a file at hand. */
export function Samples({ desk }: { readonly desk: Desk }) {
  return (
    <ul className="samples">
      {samples.map(({ title, about, source }) => (
        <li key={title}>
          <Button className="sample" onPress={() => void open(desk, source)}>
            <span className={title.startsWith("[") ? "code" : undefined}>{title}</span>
          </Button>
          <span className="hint">{about}</span>
        </li>
      ))}
    </ul>
  );
}
