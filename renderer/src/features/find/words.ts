import type { Finding } from "../../state/finding.ts";

/** What the search says of itself. */
export function findText(finding: Finding): string {
  if (finding.kind === "closed") return "";
  const { hit, count } = finding;
  const counted = count === null ? "" : countText(count.found, count.done);
  switch (hit.kind) {
    case "none":
      return "";
    case "searching":
      return "searching";
    case "failed":
      return hit.fault.message;
    case "nowhere":
      return "not found";
    case "at":
      return [counted, hit.wrapped === "no" ? "" : `went on ${hit.wrapped}`].filter((part) => part !== "").join(" · ");
  }
}

function countText(found: number, done: number): string {
  const number = found.toLocaleString("en");
  return done < 1000 ? `${number} so far (${Math.floor(done / 10)} %)` : `${number} found`;
}
