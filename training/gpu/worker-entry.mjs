import { workerData } from 'node:worker_threads';

const loading = import(workerData.module.replace(/\.ts$/, '.mjs'));
loading.catch(() => {});

/**
 * Entry of every training worker in the bundle, where the module that `workerData` names is
 * JavaScript. A module that cannot be loaded fails each task.
 */
export default async function run({ name, task }) {
  const functions = await loading;
  return functions[name](task);
}
