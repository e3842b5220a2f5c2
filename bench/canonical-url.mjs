/**
 * Canonical URLs against `new URL(text).href` on the same addresses, in one run: interleaved rounds, median of the ratios.
 * Usage: npm run bench (builds what is missing first)
 *
 * The goal is five times the rate of `new URL().href` on addresses such as data sets hold. What limits it:
 *
 * - Whoever is handed a text has to look at each character. The least that JavaScript can do with one, a test whether all
 *   are printable, is printed last: the platform's parser takes four to seven times as long as that alone.
 * - The short cut (plain-address.ts) is one such look, which has more characters to tell apart, knows where a host ends
 *   and follows dots and escapes; that takes two to three times as long as the least. Then come the cut itself and, where
 *   there is a query, a look for tracking parameters. It is about twice as fast as the parser.
 * - The rules parse by `new URL` themselves, and are about five times slower than it; three of 100 addresses need them,
 *   which is a third of all the time.
 *
 * To be much faster, bytes have to be read before they become texts (pages of a Parquet file, lines of a list), many
 * addresses at a time; that is for the offline check, whose input are files.
 */
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, spread } from './report.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const { canonicalUrl, canonicalUrlByRules } = await import('../dist/server/src/core/url/canonical-url.js');
const { plainAddress } = await import('../dist/server/src/core/url/plain-address.js');

const ROUNDS = 61;
const NAMES = 'alpine-meadow-at-first-light_by-the-lake_original-oil-on-canvas-print';

/** Of 1,000 addresses of LAION-400M, how many look like this; they have 98 characters on average. */
const LIKE_LAION = [
  [480, (i) => `https://cdn-${i % 97}.example.com/files/products/${i}/${NAMES.slice(i % 40)}_300x300.jpg`],
  [220, (i) => `http://www.host-${i % 499}.example.org/wp-content/uploads/2018/02/${NAMES.slice(i % 30)}-${i}.jpg`],
  [225, (i) => `https://img${i % 9}.example.net/is/image/${i}/${NAMES.slice(i % 50)}.jpg?wid=672&hei=372&v=${1_585_000_000 + i}`],
  [48, (i) => `https://static.example.com/pictures/${i}/Alpine%20Meadow%20by%20the%20Lake%20${i}%20(Original)%20Print.jpg`],
  [20, (i) => `https://i${i % 3}.proxy.example/other-${i % 89}.example/wp-content/uploads/${NAMES.slice(i % 60)}.png?w=672&amp;h=372`],
  [3, (i) => `http://www.host-${i % 89}.example.org/b%c3%bccher/${NAMES.slice(i % 40)}/${i}.jpg`],
  [2, (i) => `http://www.Host-${i % 89}.example.org/pictures/${NAMES.slice(i % 40)}/${i}.jpg`],
  [2, (i) => `https://host-${i % 89}.example:443/wp-content/uploads/2018/02/${NAMES.slice(i % 40)} ${i}.jpg`],
]; // prettier-ignore

const ADDRESSES = Array.from({ length: 20_000 }, (_, i) => {
  let place = (i * 617) % 1_000;
  const [, make] = LIKE_LAION.find(([share]) => (place -= share) < 0);
  return make(i);
});
const PLAIN = ADDRESSES.filter((address) => plainAddress(address) !== undefined);
const PRINTABLE = /^[!-~]*$/;

const works = {
  ours: [ADDRESSES, (address) => canonicalUrl(address).url?.length ?? 0],
  rules: [ADDRESSES, (address) => canonicalUrlByRules(address).url?.length ?? 0],
  peer: [ADDRESSES, (address) => new URL(address).href.length],
  oursOnPlain: [PLAIN, (address) => canonicalUrl(address).url?.length ?? 0],
  peerOnPlain: [PLAIN, (address) => new URL(address).href.length],
  look: [ADDRESSES, (address) => (PRINTABLE.test(address) ? 1 : 0)],
};

/** Nanoseconds an address; the lengths are added up so that nothing can be left out. */
function time([addresses, work]) {
  const from = process.hrtime.bigint();
  let length = 0;
  for (const address of addresses) length += work(address);
  return { nanoseconds: Number(process.hrtime.bigint() - from) / addresses.length, length };
}

const measure = () => Object.fromEntries(Object.entries(works).map(([name, work]) => [name, time(work)]));
measure();
const rounds = Array.from({ length: ROUNDS }, measure);
const nanoseconds = (name) =>
  median(rounds.map((round) => round[name].nanoseconds))
    .toFixed(0)
    .padStart(6);
const ratio = (ours, peer) =>
  spread(rounds.map((round) => round[peer].nanoseconds / round[ours].nanoseconds));
const share = ((100 * PLAIN.length) / ADDRESSES.length).toFixed(1);

console.log(machineLine());
console.log(`canonicalUrl                    ${nanoseconds('ours')} ns an address`);
console.log(`  by the short cut              ${nanoseconds('oursOnPlain')} ns, ${share} % of the addresses`);
console.log(`  by the rules alone            ${nanoseconds('rules')} ns, if there were no short cut`);
console.log(`new URL().href                  ${nanoseconds('peer')} ns an address`);
console.log(`a look at each character        ${nanoseconds('look')} ns an address`);
console.log(`rate, ours / new URL().href       ${ratio('ours', 'peer')}`);
console.log(`  of the short cut alone          ${ratio('oursOnPlain', 'peerOnPlain')}`);
console.log(`  of the look at each character   ${ratio('look', 'peer')}, which nothing can beat`);
