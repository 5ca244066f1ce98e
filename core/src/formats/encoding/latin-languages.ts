/** The letters beyond ASCII that words of a language have, in small, for languages that are written in one of Windows' Latin alphabets. */
export type Letters = ReadonlySet<string>;

/** Languages that windows-1252 is for. */
export const western: readonly Letters[] = [
  "àâæçéèêëîïôùûüÿœ", // French
  "äöüßéèà", // German
  "áéíñóúüªº", // Spanish
  "áàâãçéêíóôõúü", // Portuguese
  "àèéìíîòóùú", // Italian
  "àçèéíïòóúü", // Catalan
  "æøåéèêóòôüöä", // Danish, Norwegian
  "åäöéüšž", // Swedish, Finnish
  "áæðéíóöúýþ", // Icelandic
  "éëïöüèêáóí", // Dutch
].map((letters) => new Set(letters));

/** Languages that windows-1250 is for. */
export const central: readonly Letters[] = [
  "áčďéěíňóřšťúůýžöü", // Czech
  "áäčďéíĺľňóôŕšťúýžě", // Slovak
  "ąćęłńóśźżéüö", // Polish
  "áéíóöőúüű", // Hungarian
  "čćđšžé", // Croatian, Slovene
  "ăâîşţșțé", // Romanian
  "äöüßéá", // German
].map((letters) => new Set(letters));
