/** What people write where a number is missing. Markers that are always read so (NA, null, -) are not among them. */
const absent = new Set(
  (
    "n.a. n.a n/a. n/d nd n.d. nil none missing absent unknown unk error void blank tbd tba bdl trace tr tr. dnf dns dq k.a. s/d " +
    "? ?? * ** . .. ... … -- --- – — #n/a #value! #div/0! #ref! #num! #name? #null!"
  ).split(" "),
);
const phrases = /^(?:no|not) (?:data|value|available|applicable|detected|measured|known|reported)$/;
/** A number in a form that is not read by itself: `<5`, `12%`, `5*`, `$3`, `1.234.567`. */
const dressed = /^[<>≤≥~≈±]?\s*[$€£¥]?\s*[-+−]?\d[\d.,' ]*\s*(?:[%*†‡°?]|[a-z]{1,2}|\([a-z\d]\))?$/i;

/** A word that stands in a column of numbers more likely than above it. */
export function standsForNumber(text: string): boolean {
  return standsForMissing(text) || dressed.test(text.trim());
}

/** A word that says that there is no number. */
export function standsForMissing(text: string): boolean {
  const word = text.trim().toLowerCase();
  return absent.has(word) || phrases.test(word);
}
