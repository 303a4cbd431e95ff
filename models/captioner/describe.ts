import { type DecodedWord, type Hypothesis, lengthNormalized } from '../generate/hypothesis';
import { altText } from '../text/alt-text';
import { detokenize } from '../text/tokenizer';
import type { Vocabulary } from '../text/vocabulary';
import { type Calibration, confidenceOf } from './confidence';
import type { ResolvedOptions } from './options';
import type { Candidate, CaptionResult, CaptionWord } from './result';

export type AltOptions = Pick<ResolvedOptions, 'neutral' | 'altLength'>;

/** What turns token ids into words and scores into confidence. */
interface Language {
  readonly vocabulary: Vocabulary;
  readonly calibration: Calibration;
}

/** Words, confidence and alt text of hypotheses, at least one, the best first. */
export function describe(
  { vocabulary, calibration }: Language,
  hypotheses: readonly Hypothesis[],
  { neutral, altLength }: AltOptions,
): Pick<CaptionResult, 'candidates' | 'words' | 'alt' | 'hedged'> {
  const candidates = hypotheses.map(({ tokens, logProb }): Candidate => {
    const score = lengthNormalized(logProb, tokens.length + 1, 1);
    return {
      text: detokenize(vocabulary.decode(tokens)),
      logProbability: logProb,
      confidence: confidenceOf(calibration, score),
    };
  });
  const [best] = candidates;
  const hedged = best.confidence < calibration.hedgeBelow;
  return {
    candidates,
    words: hypotheses[0].words.map((word) => describeWord({ vocabulary }, word)),
    alt: altText(best.text, { maxLength: altLength, neutral, hedged }),
    hedged,
  };
}

export function describeWord(
  { vocabulary }: Pick<Language, 'vocabulary'>,
  { token, probability, attention }: DecodedWord,
): CaptionWord {
  return { text: vocabulary.words[token], probability, attention: attention && [...attention] };
}
