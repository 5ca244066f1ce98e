import { Failure } from "../features/open/Failure.tsx";
import { RecentFiles } from "../features/open/RecentFiles.tsx";
import { TypeArray } from "../features/open/TypeArray.tsx";
import { enterExpression } from "../features/reduction/enter.ts";
import { Samples } from "../features/samples/Samples.tsx";
import type { Desk } from "../state/desk.ts";

/** The empty window: every way in. */
export function Welcome({ desk }: { readonly desk: Desk }) {
  return (
    <section className="welcome" aria-label="Start">
      <div className="welcome-inner">
        <Failure desk={desk} />
        <h1>Where is the smallest? Where is the largest?</h1>
        <p>
          Drop a file on this window, choose one with Open, or paste a table: CSV, NumPy’s npy and npz, JSON, XLSX or Parquet.
          Nothing leaves this machine.
        </p>
        <RecentFiles desk={desk} />
        <h2>Type an array</h2>
        <TypeArray desk={desk} onEnter={(text) => enterExpression(desk, text)?.reason ?? null} />
        <h2>Or try one of these</h2>
        <Samples desk={desk} />
      </div>
    </section>
  );
}
