/**
 * Canonical URLs against `new URL(text).href` on the same addresses, in one run: interleaved rounds, median of the ratios.
 * Usage: npm run bench (builds what is missing first)
 */
import { cpus } from 'node:os';
import { buildWhatIsMissing } from '../bin/build.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const { canonicalUrl } = await import('../dist/server/src/core/url/canonical-url.js');

const ROUNDS = 9;
const ADDRESSES = Array.from(
  { length: 100_000 },
  (_, i) =>
    [
      `https://cdn-${i % 997}.example.com/files/${i}/picture_${i}_300x300.jpg?v=${1_585_000_000 + i}`,
      `http://www.host-${i % 499}.example.org/wp-content/uploads/2018/02/A%20Name-${i}.jpg`,
      `https://i${i % 3}.proxy.example/other-${i % 89}.example/images/${i}.png?w=672&amp;h=372`,
      `//static.example.net/${i}/../${i}/b%C3%BCcher.jpeg?utm_source=x&id=${i}`,
    ][i % 4],
);

function time(work) {
  const from = process.hrtime.bigint();
  let length = 0;
  for (const address of ADDRESSES) length += work(address);
  return { nanoseconds: Number(process.hrtime.bigint() - from) / ADDRESSES.length, length };
}

const ours = (address) => canonicalUrl(address).url?.length ?? 0;
const peer = (address) => new URL(address, 'https://base.example').href.length;

time(ours);
time(peer);
const rounds = Array.from({ length: ROUNDS }, () => ({ ours: time(ours), peer: time(peer) }));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log(`${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}  Node ${process.version}`);
console.log(
  `canonicalUrl       ${median(rounds.map(({ ours }) => ours.nanoseconds)).toFixed(0)} ns an address`,
);
console.log(
  `new URL().href     ${median(rounds.map(({ peer }) => peer.nanoseconds)).toFixed(0)} ns an address`,
);
const ratios = rounds.map(({ ours, peer }) => peer.nanoseconds / ours.nanoseconds);
console.log(
  `rate, ours / peer  ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
);
