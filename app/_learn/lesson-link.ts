import { EngineError } from '../_lib/engine';
import type { LessonName, LessonNews, LessonRequest, Lessons } from './protocol';

interface Pending {
  readonly onDownload: (share: number) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: EngineError) => void;
}

let worker: Worker | undefined;
let lastId = 0;
const pending = new Map<number, Pending>();

/**
 * Asks the worker that runs the models in this browser; it starts with the first question.
 * @param onDownload is told the share of the model's bytes that have arrived.
 * @throws {EngineError} a code of `models/errors.ts`.
 */
export function ask<Name extends LessonName>(
  lesson: Name,
  question: Lessons[Name]['question'],
  onDownload: (share: number) => void,
): Promise<Lessons[Name]['answer']> {
  worker ??= startWorker();
  const id = ++lastId;
  const request = { id, lesson, question } as LessonRequest;
  const answer = new Promise<Lessons[Name]['answer']>((resolve, reject) => {
    pending.set(id, { onDownload, resolve, reject });
  });
  worker.postMessage(request);
  return answer;
}

function startWorker(): Worker {
  const started = new Worker(new URL('../_worker/lesson-worker.ts', import.meta.url), {
    type: 'module',
  });
  started.addEventListener('message', ({ data }: MessageEvent<LessonNews>) => hear(data));
  started.addEventListener('error', (event) => {
    event.preventDefault();
    started.terminate();
    worker = undefined;
    const error = new EngineError('WORKER_CRASHED', event.message || 'It could not be loaded.');
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  });
  return started;
}

function hear(news: LessonNews): void {
  const asked = pending.get(news.id);
  if (!asked) return;
  if (news.kind === 'downloading') {
    asked.onDownload(news.total > 0 ? news.loaded / news.total : 0);
    return;
  }
  pending.delete(news.id);
  if (news.kind === 'answer') asked.resolve(news.answer as never);
  else asked.reject(new EngineError(news.code, news.message));
}
