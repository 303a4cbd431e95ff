/** Loaded into a server by a test: a worker thread takes at least 50 ms for each message, such as a word. */
import { isMainThread, MessagePort } from 'node:worker_threads';

const { postMessage } = MessagePort.prototype;
const still = new Int32Array(new SharedArrayBuffer(4));

if (!isMainThread) {
  MessagePort.prototype.postMessage = function (...message) {
    Atomics.wait(still, 0, 0, 50);
    postMessage.apply(this, message);
  };
}
