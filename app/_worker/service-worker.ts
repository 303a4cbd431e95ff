import { NetworkOnly, type PrecacheEntry, PrecacheRoute, Route, Serwist } from 'serwist';

/**
 * The service worker: keeps the pages and the build's static files. Pages come from the server while
 * it can be reached, so that a new build shows at once; static files have their hash in their names,
 * so that builds do not mix. A new service worker waits until the pages of the old one are closed.
 * What is not kept, the API above all, it leaves alone.
 */

/** Filled in by `tools/build.mjs`. */
declare const KEPT_FILES: PrecacheEntry[];

/** How long a page may take before the kept one is shown. */
const PATIENCE_SECONDS = 5;

const serwist = new Serwist({ clientsClaim: true });
serwist.addToPrecacheList(KEPT_FILES);
serwist.registerRoute(
  new Route(
    ({ request }) => request.mode === 'navigate',
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [
        { handlerDidError: ({ request }) => serwist.matchPrecache(new URL(request.url).pathname) },
      ],
    }),
  ),
);
serwist.registerRoute(new PrecacheRoute(serwist, { cleanURLs: false, directoryIndex: null }));
serwist.addEventListeners();
