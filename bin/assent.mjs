#!/usr/bin/env node
/** The `assent` command: builds what is missing, then hands over to the compiled command line. */
import { buildWhatIsMissing } from './build.mjs';

await buildWhatIsMissing((line) => process.stderr.write(`${line}\n`), { pages: process.argv[2] === 'serve' });
const { main } = await import('../dist/server/joined/main.js');
process.exitCode = await main(process.argv.slice(2));
