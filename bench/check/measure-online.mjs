/** P4: lines sent to POST /v1/check, beside a server that gives them back. */
import { median, quantile } from '../report.mjs';
import { startOnline } from './ask-online.mjs';
import { against, heading, inTurn, line, perSecond } from './turns.mjs';

const LINES = 100_000;
/** Of the log of the registry that is asked. */
const LEAVES = 20_000;

export async function measureOnline({ rounds, urls, folder }) {
  const lines = urls.filter((url) => url !== '' && !/[\r\n]/.test(url)).slice(0, LINES);
  const online = await startOnline(folder, LEAVES);
  try {
    const each = { echo: [], check: [] };
    const took = await inTurn(rounds, {
      echo: () => online.echo(lines),
      check: () => online.check(lines),
      echoInPieces: async () => each.echo.push(...(await online.echoInPieces(lines))),
      checkInPieces: async () => each.check.push(...(await online.checkInPieces(lines))),
    });
    heading(`P4  online, a log of ${LEAVES} leaves`, 'lines', 'of the echo');
    line('a bare echo, one request', perSecond(lines.length, took.echo));
    line('POST /v1/check, one request', perSecond(lines.length, took.check), against(took, 'check', 'echo'));
    for (const [name, of] of [
      ['a bare echo, 1,000 lines a request', 'echo'],
      ['POST /v1/check, 1,000 lines a request', 'check'],
    ]) {
      const wait = `half within ${median(each[of]).toFixed(1)} ms, 99 % within ${quantile(each[of], 0.99).toFixed(1)} ms`;
      line(
        name,
        perSecond(lines.length, took[`${of}InPieces`]),
        against(took, `${of}InPieces`, 'echoInPieces'),
        wait,
      );
    }
  } finally {
    await online.close();
  }
}
