const MIN_LENGTH = 10;
/** Bounds the work that one request can ask of the hash; far above what anybody types. */
export const MAX_PASSWORD_LENGTH = 256;
const MIN_DISTINCT_CHARACTERS = 5;
const MIN_DISTINCT_STEPS = 4;
/** Of what is left of a password once the e-mail address is taken out of it. */
const MIN_OWN_LENGTH = 6;
const MIN_LOCAL_PART_TO_REMOVE = 3;

/** One form for what different keyboards send for the same password (NIST SP 800-63B §5.1.1.2). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Why a password is too easy to guess, as a sentence; undefined when it will do. Knows no list of common passwords. */
export function passwordWeakness(password: string, email: string | undefined): string | undefined {
  const characters = Array.from(normalPassword(password));
  if (characters.length < MIN_LENGTH) return `The password has fewer than ${MIN_LENGTH} characters.`;
  if (characters.length > MAX_PASSWORD_LENGTH) {
    return `The password has more than ${MAX_PASSWORD_LENGTH} characters.`;
  }
  if (new Set(characters).size < MIN_DISTINCT_CHARACTERS || distinctSteps(characters) < MIN_DISTINCT_STEPS) {
    return 'The password is a row or a repetition of a few characters.';
  }
  if (email !== undefined && withoutAddress(characters.join(''), email).length < MIN_OWN_LENGTH) {
    return 'The password is hardly more than the e-mail address.';
  }
  return undefined;
}

/** `1234567890` and `abcabcabcabc` go from one character to the next by few different steps. */
function distinctSteps(characters: readonly string[]): number {
  const points = characters.map((character) => character.codePointAt(0) ?? 0);
  return new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0))).size;
}

function withoutAddress(password: string, email: string): string {
  const local = email.slice(0, email.indexOf('@'));
  const rest = password.toLowerCase().replaceAll(email, '');
  return local.length < MIN_LOCAL_PART_TO_REMOVE ? rest : rest.replaceAll(local, '');
}
