/** How a registry is asked from elsewhere, ready to paste: the commands of docs/, for this registry and its key. */
export interface Example {
  readonly id: 'check' | 'receipt' | 'pull' | 'curl' | 'python' | 'spark';
  readonly text: string;
}

/**
 * @param registry its address, without a slash at the end
 * @param key the verifier key of its log; undefined while it is not known, and then for the reader to fill in
 */
export function examples(registry: string, key: string | undefined): Example[] {
  const shellKey = `"${key ?? '$KEY'}"`;
  return [
    {
      id: 'check',
      text: `npx assent check rows.parquet --use train-ai --registry ${registry} --key ${shellKey} --out kept.parquet --report report.json --receipt receipt.json`,
    },
    {
      id: 'receipt',
      text: `npx assent receipt verify receipt.json --key ${shellKey} --file rows.parquet kept.parquet`,
    },
    { id: 'pull', text: `npx assent snapshot pull ${registry} --out snapshots --key ${shellKey}` },
    {
      id: 'curl',
      text: [
        String.raw`printf '%s\n' https://example.com/1.jpg https://example.com/2.jpg |`,
        `  curl -s --data-binary @- -H 'content-type: text/plain' '${registry}/v1/check?use=train-ai'`,
      ].join('\n'),
    },
    {
      id: 'python',
      text: [
        'from assent import Checker',
        '',
        `checker = Checker("${registry}", use="train-ai")`,
        'for answer in checker.check(["https://example.com/1.jpg", "https://example.com/2.jpg"]):',
        '    print(answer.state, answer.url)',
        'print("as of log size", checker.log_size)',
      ].join('\n'),
    },
    {
      id: 'spark',
      text: `rdd.map(json.dumps).pipe("python3 assent.py check - --format ndjson --use train-ai --snapshot snapshots --key ${key ?? 'VKEY'} --keep allowed --out -")`,
    },
  ];
}
