import { readTrainFlags } from '../flags';
import { tagOptionsSchema } from './options';
import { runTagTraining } from './run';

await runTagTraining(
  readTrainFlags('tag', 'Trains a part-of-speech tagger on UD EWT', tagOptionsSchema),
);
