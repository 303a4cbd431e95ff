import { NetworkOnly, type PrecacheEntry, Route, Serwist, type SerwistPlugin } from 'serwist';

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

/**
 * A worker takes the address of its script from the response, where a kept one has lost the fragment
 * that tells the worker what to load. A response without an address leaves it the one it asked for.
 */
const withoutAddress: SerwistPlugin = {
  cachedResponseWillBeUsed: ({ cachedResponse }) =>
    Promise.resolve(cachedResponse && new Response(cachedResponse.body, cachedResponse)),
};

const serwist = new Serwist({
  clientsClaim: true,
  precacheEntries: KEPT_FILES,
  precacheOptions: { cleanURLs: false, directoryIndex: null, plugins: [withoutAddress] },
});

const pages = new Route(
  ({ request }) => request.mode === 'navigate',
  new NetworkOnly({
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [
      { handlerDidError: ({ request }) => serwist.matchPrecache(new URL(request.url).pathname) },
    ],
  }),
);
// The route that answers with what is kept is there already, and pages must come before it.
serwist.routes.get(pages.method)?.unshift(pages);

serwist.addEventListeners();
