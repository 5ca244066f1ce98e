import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { type Command, GROUPS } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { closeDialog } from "../../state/dialogs.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { keyText } from "./key-text.ts";

/** Every key that the window knows, from the list of commands itself. It is made with the window: that is too long for one press. */
export function Keyboard({ desk, commands }: { readonly desk: Desk; readonly commands: readonly Command[] }) {
  const isOpen = useStore(desk.store, ({ dialog }) => dialog.kind === "keyboard");
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={() => closeDialog(desk, "keyboard")}>
      <div className="keyboard-map">
        {GROUPS.map((group) => (
          <Group key={group} name={group} commands={commands.filter((command) => command.group === group)} />
        ))}
      </div>
      <div className="dialog-buttons">
        <Button className="button primary" onPress={() => closeDialog(desk, "keyboard")}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}

function Group({ name, commands }: { readonly name: string; readonly commands: readonly Command[] }) {
  const withKeys = commands.filter(({ keys }) => keys.length > 0);
  if (withKeys.length === 0) return null;
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {withKeys.map(({ id, name: does, keys }) => (
          <div key={id}>
            <dt>{does}</dt>
            <dd>
              {keys.map((each) => (
                <kbd key={each}>{keyText(each)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
