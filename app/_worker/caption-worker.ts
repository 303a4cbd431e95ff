import type { Captioner } from '../../models/captioner/captioner';
import { NegarError, toNegarError } from '../../models/errors';
import type { EngineCaption } from '../_lib/engine';
import type { News, Request } from '../_lib/private/protocol';
import { startBackend } from './backends';
import { signalOf } from './cancellation';
import { startCaptioner } from './captioner';
import { fetchModel } from './model-files';
import { decodePhoto } from './photo';
import { readText } from './texts';

/** The Web Worker of private mode: what it is given stays in this browser. */

let captioner: Captioner | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void answer(data).then(tell, (error: unknown) => {
    const { code, message } = toNegarError(error);
    tell({ kind: 'failed', code, message });
  });
});

async function answer(request: Request): Promise<News> {
  if (request.kind === 'caption') return { kind: 'caption', caption: await caption(request) };
  if (request.kind === 'text') {
    const { task, text, flag } = request;
    const result = await readText(task, text, signalOf(flag), tellLoading);
    return { kind: 'text', result };
  }
  await startBackend(request.backend);
  tell({ kind: 'downloading', loaded: 0, total: 0 });
  const model = await fetchModel((loaded, total) => tell({ kind: 'downloading', loaded, total }));
  tell({ kind: 'starting' });
  const started = await startCaptioner(model);
  captioner = started.captioner;
  return { kind: 'ready', milliseconds: started.milliseconds };
}

async function caption({
  photo,
  options,
  words,
  flag,
  askedAt,
}: Request & { kind: 'caption' }): Promise<EngineCaption> {
  if (!captioner) throw new NegarError('MODEL_NOT_READY', 'The model is not started yet.');
  const queue = Date.now() - askedAt;
  const signal = signalOf(flag);
  const started = performance.now();
  const image = await decodePhoto(photo, signal);
  const decoded = performance.now() - started;
  const { candidates = 1, beamWidth = candidates } = options;
  const given = { ...options, signal };
  let result = words
    ? await captioner.stream(image, (word) => tell({ kind: 'word', word }), given)
    : undefined;
  if (!result || beamWidth > 1) result = await captioner.caption(image, given);
  const { timings } = result;
  const total = performance.now() - started + queue;
  return { ...result, timings: { ...timings, queue, image: decoded, total } };
}

/** How far the model of a text is. */
function tellLoading(loaded: number, total: number): void {
  tell(loaded < total ? { kind: 'downloading', loaded, total } : { kind: 'starting' });
}

function tell(news: News): void {
  self.postMessage(news);
}
