import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const loading = import(workerData.module);
loading.catch(() => {});

/**
 * Entry of every training worker: lets Node 20 import the TypeScript module that `workerData` names.
 * A module that cannot be loaded fails each task.
 */
export default async function run({ name, task }) {
  const functions = await loading;
  return functions[name](task);
}
