/** The formats that are read. `zip` and `gzip` hold one of the others; `literal` is an array as Python writes it. */
export type Kind = "csv" | "json" | "literal" | "npy" | "npz" | "xlsx" | "parquet" | "gzip" | "zip";
