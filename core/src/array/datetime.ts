/** NaT, in datetime64 and timedelta64 alike: the smallest int64. */
export const NOT_A_TIME = -(2n ** 63n);

/** A datetime unit: one count is `multiple` times `name`. The generic unit has no name and holds only NaT. */
export interface Unit {
  readonly name: string;
  readonly multiple: bigint;
}

const units = new Map<string, Unit>();

/** The unit of `datetime64[25s]`, `timedelta64[D]` and the like. */
export function unitOf(dtype: string): Unit {
  let unit = units.get(dtype);
  if (unit === undefined) {
    const match = /\[(\d*)(\D+)\]$/.exec(dtype);
    const name = match?.[2] ?? "generic";
    unit = { name: name === "μs" ? "us" : name, multiple: BigInt(match?.[1] || 1) };
    units.set(dtype, unit);
  }
  return unit;
}

/** Counts per second, as a power of ten. */
const DECIMALS: Readonly<Record<string, number>> = { s: 0, ms: 3, us: 6, ns: 9, ps: 12, fs: 15, as: 18 };

export function decimalsOf(unit: Unit): number | undefined {
  return DECIMALS[unit.name];
}

/**
 * ISO 8601 text of a count since 1970, to the unit's own precision, as NumPy's `str`.
 *
 * @see numpy/_core/src/multiarray/datetime_strings.c, NpyDatetime_MakeISO8601Datetime
 */
export function datetimeText(count: bigint, unit: Unit): string {
  if (count === NOT_A_TIME || unit.name === "generic") return "NaT";
  // NumPy multiplies in 64 bits: a count too large for its multiple wraps round there, and so it does here.
  const value = BigInt.asIntN(64, count * unit.multiple);
  switch (unit.name) {
    case "Y":
      return yearText(1970n + value);
    case "M":
      return `${yearText(1970n + floorDivide(value, 12n))}-${two(floorModulo(value, 12n) + 1n)}`;
    case "W":
      return dateText(BigInt.asIntN(64, value * 7n));
    case "D":
      return dateText(value);
    case "h":
      return `${dateText(floorDivide(value, 24n))}T${two(floorModulo(value, 24n))}`;
    case "m":
      return `${dateText(floorDivide(value, 1440n))}T${clock(floorModulo(value, 1440n))}`;
    default: {
      const decimals = DECIMALS[unit.name] ?? 0;
      const perSecond = 10n ** BigInt(decimals);
      const seconds = floorDivide(value, perSecond);
      const ofDay = floorModulo(seconds, 86400n);
      const fraction = decimals === 0 ? "" : `.${floorModulo(value, perSecond).toString().padStart(decimals, "0")}`;
      return `${dateText(floorDivide(seconds, 86400n))}T${clock(ofDay / 60n)}:${two(ofDay % 60n)}${fraction}`;
    }
  }
}

export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function floorModulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar. */
export function daysOfDate(year: bigint, month: bigint, day: bigint): bigint {
  // Years are counted from March, so that the leap day is the last of its year; 719468 days lie from 0000-03-01 to 1970-01-01.
  const marchYear = month <= 2n ? year - 1n : year;
  const marchMonth = (month + 9n) % 12n;
  const yearDays = marchYear * 365n + floorDivide(marchYear, 4n) - floorDivide(marchYear, 100n) + floorDivide(marchYear, 400n);
  return yearDays + (153n * marchMonth + 2n) / 5n + day - 1n - 719468n;
}

function dateText(days: bigint): string {
  const shifted = days + 719468n;
  const era = floorDivide(shifted, 146097n);
  const ofEra = floorModulo(shifted, 146097n);
  const yearOfEra = (ofEra - ofEra / 1460n + ofEra / 36524n - ofEra / 146096n) / 365n;
  const ofYear = ofEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const marchMonth = (5n * ofYear + 2n) / 153n;
  const day = ofYear - (153n * marchMonth + 2n) / 5n + 1n;
  const month = marchMonth < 10n ? marchMonth + 3n : marchMonth - 9n;
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function yearText(year: bigint): string {
  const digits = (year < 0n ? -year : year).toString();
  return year < 0n ? `-${digits.padStart(3, "0")}` : digits.padStart(4, "0");
}

function clock(minutes: bigint): string {
  return `${two(minutes / 60n)}:${two(minutes % 60n)}`;
}

function two(value: bigint): string {
  return value.toString().padStart(2, "0");
}
