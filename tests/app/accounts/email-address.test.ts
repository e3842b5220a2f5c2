import { describe, expect, it } from '@jest/globals';
import { readEmailAddress } from '../../../src/app/accounts/email-address.js';

describe('readEmailAddress', () => {
  it.each([
    ['ana@example.org', 'ana@example.org', 'as it should be'],
    ['  Ana@Example.ORG\n', 'ana@example.org', 'spaces around, capitals'],
    ['ana.b+art@sub.example.org', 'ana.b+art@sub.example.org', 'dots and a tag'],
    ['ana@münchen.example', 'ana@xn--mnchen-3ya.example', 'a domain outside ASCII'],
    ['ana@xn--mnchen-3ya.example', 'ana@xn--mnchen-3ya.example', 'the same domain in its ASCII form'],
    ["o'neil@example.org", "o'neil@example.org", 'an apostrophe'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`, 'the longest local part'],
  ])('reads %j as %j: %s', (text, address) => {
    expect(readEmailAddress(text)).toBe(address);
  });

  it.each([
    ['', 'nothing'],
    ['ana', 'no @'],
    ['@example.org', 'no local part'],
    ['ana@', 'no domain'],
    ['ana@b@example.org', 'two @'],
    ['"ana@b"@example.org', 'a quoted local part'],
    ['ana@localhost', 'a domain without a dot'],
    ['ana@example..org', 'an empty label'],
    ['ana@example.org.', 'a trailing dot'],
    ['ana@-example.org', 'a label that begins with a hyphen'],
    ['ana@ex_ample.org', 'an underscore in the domain'],
    ['ana@192.0.2.1', 'an IPv4 address'],
    ['ana@[192.0.2.1]', 'a literal'],
    ['ana@example.org:25', 'a port'],
    ['ana@example.org/x', 'a path'],
    ['ana@exa%6dple.org', 'an escape'],
    ['ana@exa\tmple.org', 'a tab inside'],
    ['ana@example.org\r\nBcc: b@example.org', 'a header'],
    ['ana@example.org,b@example.org', 'two addresses'],
    ['Ana <ana@example.org>', 'a display name'],
    ['a na@example.org', 'a space inside'],
    ['.ana@example.org', 'a leading dot'],
    ['ana..b@example.org', 'two dots in a row'],
    ['añа@example.org', 'a local part outside ASCII'],
    ['ana\0@example.org', 'a null character'],
    [`${'a'.repeat(65)}@example.org`, 'a local part that is too long'],
    [`ana@${'a'.repeat(64)}.org`, 'a label that is too long'],
    [`ana@${'a.'.repeat(125)}org`, 'an address that is too long'],
  ])('refuses %j: %s', (text) => {
    expect(readEmailAddress(text)).toBeUndefined();
  });

  it('leaves an address that it gave out as it is', () => {
    const address = readEmailAddress('Ana@MÜNCHEN.example') ?? '';
    expect(readEmailAddress(address)).toBe(address);
  });
});
