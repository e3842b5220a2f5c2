import { runChecker } from './checker.js';
import { processIo } from './process-io.js';

process.exitCode = await runChecker(process.argv.slice(2), processIo());
