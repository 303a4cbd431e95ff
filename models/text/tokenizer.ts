/**
 * Splits English text into the tokens that captions are trained and scored with: lower case, runs of
 * a-z and 0-9, and an apostrophe that starts a token of its own (`dog's` -> `dog`, `'s`). Everything
 * else, hyphens and typographic apostrophes included, separates. Close to the Stanford PTB tokenizer
 * of the official caption scorer, which differs in rare cases.
 */
export function tokenize(text: string): string[] {
  return text.toLowerCase().match(/'[a-z0-9]*|[a-z0-9]+/g) ?? [];
}

/** Joins tokens with spaces, and one that starts with an apostrophe with the token before it. */
export function detokenize(tokens: readonly string[]): string {
  return tokens.join(' ').replaceAll(" '", "'");
}
