import type { Command } from 'commander';
import type { Receipt } from '../../core/receipt/receipt.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT, type CommandIo } from '../io.js';
import { datasetCard } from '../receipt/dataset-card.js';
import { legalStatement } from '../receipt/legal-statement.js';
import { openReceipt } from '../receipt/receipt-file.js';
import { writeWhole } from '../write-whole.js';

export function addReport(program: Command, { io, ended }: CommandSetting): void {
  const report = program.command('report').description('Writes texts about a check, from its receipt.');
  const add = (name: string, summary: string, textOf: (receipt: Receipt) => string) =>
    report
      .command(name)
      .summary(summary)
      .description(`Prints ${summary}, in Markdown, or writes it with --out.`)
      .argument('<receipt>', 'receipt of the check')
      .option('--out <file>', 'write it to a file')
      .action(async (file: string, { out }: { out?: string }) => {
        ended(await tell(io, textOf(await openReceipt(io, file)), out));
      });
  add('card', 'a section for the card of the dataset', datasetCard);
  add('legal', 'a record of what the run shows and what it does not', legalStatement);
}

async function tell(io: CommandIo, text: string, out: string | undefined): Promise<number> {
  if (out === undefined) io.out(text);
  else await writeWhole(io, out, text);
  return EXIT.done;
}
