/** So many sentences about single columns are read; the rest is there for who asks. */
const MOST = 4;

/** One sentence, or several that are shown when they are asked for. */
export type Passage =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "more"; readonly texts: readonly string[] };

/** A receipt in passages: of a long run of sentences about one column each, all but the first few are folded away. */
export function folded(receipt: readonly string[]): readonly Passage[] {
  const isAboutColumn = (text: string): boolean => text.startsWith('Column "');
  const about = receipt.filter(isAboutColumn);
  const rest = new Set(about.length > MOST + 1 ? about.slice(MOST) : []);
  const last = about[MOST - 1];
  return receipt
    .filter((text) => !rest.has(text))
    .flatMap((text): Passage[] => {
      const sentence: Passage = { kind: "sentence", text };
      return rest.size > 0 && text === last ? [sentence, { kind: "more", texts: [...rest] }] : [sentence];
    });
}
