import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { NotIsolated } from "./app/NotIsolated.tsx";
import { startEngine } from "./engine/worker.ts";
import { watchArrivals } from "./features/open/arrivals.ts";
import { currentHost } from "./host/current.ts";
import { createDesk } from "./state/desk.ts";
import { tellCrash, watchEngine } from "./state/failing.ts";
import { openRequested } from "./state/opening.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import "./app/layout.css";
import "./app/welcome.css";
import "./features/reduction/reduction.css";
import "./features/receipt/receipt.css";
import "./features/winners/winners.css";
import "./features/grid/grid.css";

const element = document.getElementById("root");
if (element === null) throw new Error("The page has no root element.");
const root = createRoot(element);

if (globalThis.crossOriginIsolated) {
  const host = currentHost();
  const desk = createDesk(startEngine(), host);
  watchEngine(desk);
  watchArrivals(desk);
  const crash = new URLSearchParams(location.search).get("crashed");
  if (crash !== null) tellCrash(desk, crash);
  host.onOpenRequest((request) => void openRequested(desk, request));
  root.render(<App desk={desk} />);
  host.pageReady();
} else {
  root.render(<NotIsolated />);
}
