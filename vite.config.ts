import { defineConfig, type Plugin } from 'vite';

/** Where `npx vite` finds a running server (`npm start`) while somebody works on the pages. */
const SERVER = 'http://localhost:4000';

/** Nothing is painted before the script has chosen the colours, so that a chosen theme never flashes into view. */
const paintAfterScript: Plugin = {
  name: 'paint-after-script',
  transformIndexHtml: (html) =>
    html.replace('<script type="module"', '<script type="module" blocking="render"'),
};

export default defineConfig({
  root: 'src/web',
  plugins: [paintAfterScript],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The Content-Security-Policy allows nothing inline, so no picture may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // `"use client"` in react-router means nothing here: there is no server rendering to tell from.
      // Nor does anybody who starts a server want to know which part of a build took how long.
      checks: { moduleLevelDirective: false, bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // What verifies proofs and draws codes is heavy, and comes only to the pages that do.
            { name: 'libraries', test: /node_modules\/(?!@noble\/|qr\/)/ },
            // What most pages share comes at once; split by part it would be forty requests.
            {
              name: 'parts',
              test: /src\/web\/(?:parts|statements|language|session|server|browser|styles)\//,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': SERVER, '/thumbnails': SERVER, '/log': SERVER },
  },
});
