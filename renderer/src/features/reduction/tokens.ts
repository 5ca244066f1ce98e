/** A piece of an expression and where it stands, in UTF-16 units from 0. */
export interface Token {
  readonly kind: "name" | "number" | "sign" | "end" | "unknown";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PIECE =
  /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?)|(?<sign>[().,=+\-:[\]])|(?<unknown>\S))/uy;

/** Takes an expression apart. The last token is always "end". */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    const to = PIECE.lastIndex;
    const groups = match.groups ?? {};
    for (const kind of ["name", "number", "sign", "unknown"] as const) {
      const piece = groups[kind];
      if (piece !== undefined) tokens.push({ kind, text: piece, from: to - piece.length, to });
    }
  }
  const end = text.trimEnd().length;
  tokens.push({ kind: "end", text: "", from: end, to: end });
  return tokens;
}
