import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const functions = await import(workerData.module);

/** Entry of every training worker: lets Node 20 import the TypeScript module that `workerData` names. */
export default function run({ name, task }) {
  return functions[name](task);
}
