import type { RecentFile } from "@argscope/core/contract/bridge.ts";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Recent } from "../../host/host.ts";
import type { Desk } from "../../state/desk.ts";
import { openRequested } from "../../state/opening.ts";

/** The files that were opened last, where somebody keeps them and there are any. */
export function RecentFiles({ desk }: { readonly desk: Desk }) {
  const { recent } = desk.host;
  return recent === null ? null : <List desk={desk} recent={recent} />;
}

function List({ desk, recent }: { readonly desk: Desk; readonly recent: Recent }) {
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let isShown = true;
    void recent.list().then((listed) => {
      if (isShown && listed.ok) setFiles(listed.value);
    });
    return () => {
      isShown = false;
    };
  }, [recent]);
  if (files.length === 0) return null;
  return (
    <>
      <div className="recent-head">
        <h2>Opened lately</h2>
        <Button
          className="button quiet"
          onPress={() => {
            setFiles([]);
            void recent.clear();
          }}
        >
          Clear
        </Button>
      </div>
      <ul className="samples" aria-label="Opened lately">
        {files.map(({ id, name, problem }) => (
          <li key={id}>
            <Button
              className="sample recent"
              isDisabled={problem !== null}
              onPress={() => void recent.source(id).then((source) => openRequested(desk, source))}
            >
              {name}
            </Button>
            {problem !== null && <span className="hint">{problem}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
