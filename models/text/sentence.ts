interface Word {
  /** What separates the word from the one before it. */
  gap: string;
  text: string;
}

/** A text as words that can be replaced one by one; everything between them stays as it is. */
export class Sentence {
  /** The words in lower case, as they were before any replacement. */
  readonly source: readonly string[];
  private readonly words: Word[];
  private readonly tail: string;

  constructor(text: string) {
    this.words = [...text.matchAll(/([^a-z0-9]*)([a-z0-9]+)/gi)].map(([, gap, word]) => ({
      gap,
      text: word,
    }));
    this.source = this.words.map((word) => word.text.toLowerCase());
    this.tail = /[^a-z0-9]*$/i.exec(text)![0];
  }

  toString(): string {
    return this.words.map(({ gap, text }) => gap + text).join('') + this.tail;
  }

  /** The source word after the one at `index`, undefined at the end of a clause and before `'s`. */
  next(index: number): string | undefined {
    const next = this.words[index + 1];
    return next && !/[.,;:!?()\n]/.test(next.gap) && !this.hasClitic(index)
      ? this.source[index + 1]
      : undefined;
  }

  /** Whether `'s`, `'re` or the like follows. */
  hasClitic(index: number): boolean {
    return /^\s*['’]$/.test(this.words[index + 1]?.gap ?? '');
  }

  /** Whether the words before `index` have one of these forms now. */
  hasBefore(index: number, forms: readonly string[]): boolean {
    return this.words.slice(0, index).some((word) => forms.includes(word.text.toLowerCase()));
  }

  /** Replaces a word in its own case; an article before it and the apostrophe of "boys'" follow. */
  replace(index: number, text: string): void {
    this.words[index].text = matchCase(text, this.words[index].text);
    this.suitArticle(index);
    const next = this.words[index + 1];
    if (next && !text.endsWith('s')) next.gap = next.gap.replace(/^(['’]) /, '$1s ');
  }

  /** Removes a word with the gap after it, and suits an article before it. */
  drop(index: number): void {
    const dropped = this.words[index].text;
    this.words[index].text = '';
    const next = this.words[index + 1];
    if (!next) return;
    next.gap = '';
    next.text = matchCase(next.text, dropped);
    this.suitArticle(index);
  }

  private suitArticle(index: number): void {
    const article = this.words[index - 1];
    if (!/^an?$/i.test(article?.text ?? '') || this.words[index].gap.trim() !== '') return;
    const following = this.words.slice(index).find((word) => word.text !== '');
    if (following) article.text = matchCase(articleOf(following.text), article.text);
  }
}

function articleOf(word: string): 'a' | 'an' {
  if (/^(hour|honest|heir)/i.test(word)) return 'an';
  return /^[aeiou]/i.test(word) && !/^(one|uni|use|eu)/i.test(word) ? 'an' : 'a';
}

/** A word with an initial capital where the model has one, all in capitals where the model is. */
function matchCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase() && /[a-z]/i.test(model)) {
    return word.toUpperCase();
  }
  return /^[A-Z]/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
