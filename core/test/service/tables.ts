/** A table whose numbers are not written as the shortest decimals. */
export const cities = "city,id,jan,jul\nOslo,007,-4.0,18.50\nCairo,010,14.00,28\nQuito,003,,15.25\n";

/** A long table whose first column is the row's number with zeros in front. */
export function longTable(rows: number, ending = "\n"): string {
  const lines = Array.from({ length: rows }, (_, row) => `${String(row).padStart(7, "0")},${(row % 97) / 4}0,"r ${row}"`);
  return ["id,value,name", ...lines, ""].join(ending);
}
