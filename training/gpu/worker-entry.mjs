import { workerData } from 'node:worker_threads';

const functions = await import(workerData.module.replace(/\.ts$/, '.mjs'));

/** Entry of every training worker in the bundle, where the module that `workerData` names is JavaScript. */
export default function run({ name, task }) {
  return functions[name](task);
}
