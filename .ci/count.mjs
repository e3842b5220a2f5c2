/**
 * Closes a run: adds up jest's result files and prints `N passed, N failed`.
 * Usage: count.mjs EXIT_STATUS RESULT_FILE… ; a skipped suite or test, or a stage that failed without a test, is a failure.
 */
import { readFileSync } from 'node:fs';

const [status, ...files] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of files.filter((name) => !name.includes('*'))) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = result.numPendingTests + result.numTodoTests + result.numPendingTestSuites;
  if (skipped > 0) console.log(`${skipped} skipped in ${file}: a skipped test counts as failed.`);
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites + skipped;
}
if (status !== '0' && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
