import { readTrainFlags } from '../flags';
import { translateOptionsSchema } from './options';
import { runTranslateTraining } from './run';

await runTranslateTraining(
  readTrainFlags(
    'translate',
    'Trains a translator on Multi30k and Flickr8k in Persian',
    translateOptionsSchema,
  ),
);
