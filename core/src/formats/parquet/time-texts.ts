import { decimalsOf } from "../../array/datetime.ts";

/** A time of day as text: `06:30:00`, with the digits behind the second that it has. `unit` is ms, us or ns. */
export function timeOfDay(count: bigint, unit: string): string {
  const perSecond = 10n ** BigInt(decimalsOf({ name: unit, multiple: 1n }) ?? 0);
  const seconds = count / perSecond;
  const [hours, minutes] = [seconds / 3600n, (seconds / 60n) % 60n];
  const clock = [hours, minutes, seconds % 60n].map((part) => String(part).padStart(2, "0")).join(":");
  return clock + fractionText(count % perSecond, perSecond);
}

/**
 * An interval of Parquet as ISO 8601 writes durations: `P1M2DT1H30.5S`. Twelve bytes: months, days and milliseconds, which are
 * counted apart, for a month has no length.
 *
 * @see https://github.com/apache/parquet-format/blob/master/LogicalTypes.md, INTERVAL
 */
export function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months = 0, days = 0, milliseconds = 0] = [0, 4, 8].map((at) => view.getUint32(at, true));
  const minutes = Math.floor(milliseconds / 60_000);
  const seconds = `${Math.floor(milliseconds / 1000) % 60}${fractionText(BigInt(milliseconds % 1000), 1000n)}`;
  const date = parts([months, "M"], [days, "D"]);
  const time = parts([Math.floor(minutes / 60), "H"], [minutes % 60, "M"], [seconds, "S"]);
  return date || time ? `P${date}${time && `T${time}`}` : "PT0S";
}

/** Amounts with what they are of; those of nothing are left out. */
function parts(...amounts: readonly (readonly [number | string, string])[]): string {
  return amounts.map(([amount, name]) => (String(amount) === "0" ? "" : amount + name)).join("");
}

/** Without zeros at its end; nothing where there is none. */
function fractionText(part: bigint, whole: bigint): string {
  const digits = String(whole + part)
    .slice(1)
    .replace(/0+$/, "");
  return digits && `.${digits}`;
}
