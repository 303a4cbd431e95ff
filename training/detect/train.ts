import { readTrainFlags } from '../flags';
import { detectorOptionsSchema } from './options';
import { runDetectorTraining } from './run';

await runDetectorTraining(
  readTrainFlags('detect', 'Trains the word detector of a captioner', detectorOptionsSchema),
);
