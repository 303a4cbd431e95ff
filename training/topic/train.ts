import { readTrainFlags } from '../flags';
import { topicOptionsSchema } from './options';
import { runTopicTraining } from './run';

await runTopicTraining(
  readTrainFlags('topic', 'Trains a topic classifier on AG News', topicOptionsSchema),
);
