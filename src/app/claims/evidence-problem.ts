import { hasUserInfo } from '../../core/url/has-user-info.js';
import { parseWebUrl } from '../../core/url/parse-url.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';

const MAX_TEXT_LENGTH = 5_000;
const MAX_LINK_LENGTH = 2_048;

/** What is wrong with something that shall be looked at; undefined when it will do. */
export function evidenceProblem(text: string, link: string | undefined): InvalidInput | undefined {
  if (text === '') {
    return invalidInput(
      'text',
      'The evidence is empty.',
      'Say in a few sentences how one can see that it is yours.',
    );
  }
  if (text.length > MAX_TEXT_LENGTH) {
    return invalidInput(
      'text',
      `The evidence is longer than ${MAX_TEXT_LENGTH} characters.`,
      'Shorten it, and link to longer documents.',
    );
  }
  if (link !== undefined && !(link.length <= MAX_LINK_LENGTH && parseWebUrl(link) !== undefined)) {
    return invalidInput(
      'link',
      'The link is not a web address.',
      'Give an address that begins with https:// or http://, or leave it out.',
    );
  }
  if (link !== undefined && hasUserInfo(link)) {
    return invalidInput(
      'link',
      'The link holds a name or a password before the "@".',
      'Leave out everything between "//" and "@", and link to what a moderator can open without it.',
    );
  }
  return undefined;
}
