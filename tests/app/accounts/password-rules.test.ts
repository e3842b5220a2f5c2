import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordWeakness } from '../../../src/app/accounts/password-rules.js';

const EMAIL = 'marisol@example.org';

describe('passwordWeakness', () => {
  it.each([
    ['seven grey herons', 'a few words'],
    ['q7%Rw2!zKp', 'ten mixed characters'],
    ['las marisoleras del sur', 'a phrase that contains the local part'],
    ['пять серых цапель', 'another script'],
    ['🦉🌲🎨🪶🖌️🧵🌊🔭🪵🍂', 'symbols outside the basic plane'],
  ])('accepts %j: %s', (password) => {
    expect(passwordWeakness(password, EMAIL)).toBeUndefined();
  });

  it.each([
    ['', 'fewer than 10', 'nothing'],
    ['q7%Rw2!zK', 'fewer than 10', 'nine characters'],
    ['🦉🌲🎨🪶🌊', 'fewer than 10', 'five characters that take ten code units'],
    ['aaaaaaaaaaaaaaa', 'repetition', 'one character'],
    ['abababababab', 'repetition', 'two characters'],
    ['abcabcabcabc', 'repetition', 'three characters'],
    ['1234567890', 'repetition', 'a row'],
    ['0987654321', 'repetition', 'a row backwards'],
    ['abcdefghijklmnop', 'repetition', 'the alphabet'],
    ['1234512345', 'repetition', 'a row repeated'],
    ['abcde12345', 'repetition', 'two rows'],
    ['marisol@example.org', 'e-mail address', 'the e-mail address'],
    ['MARISOL@EXAMPLE.ORG', 'e-mail address', 'the e-mail address in capitals'],
    ['marisol@example.org1', 'e-mail address', 'the e-mail address and a digit'],
    ['marisol2026', 'e-mail address', 'the local part and a year'],
    ['seven grey herons '.repeat(15), 'more than 256', 'too long to hash for free'],
  ])('refuses %j as %j: %s', (password, reason) => {
    expect(passwordWeakness(password, EMAIL)).toContain(reason);
  });

  it('does not take a short local part for the whole of a word that contains it', () => {
    expect(passwordWeakness('an otter anew', 'an@example.org')).toBeUndefined();
  });
});

describe('normalPassword', () => {
  it('brings to one form what two keyboards send for the same letter', () => {
    expect(normalPassword('an\u0303o nuevo ya')).toBe(normalPassword('a\u00f1o nuevo ya'));
  });

  it('keeps capitals and spaces, which its owner chose', () => {
    expect(normalPassword(' Seven Grey Herons ')).toBe(' Seven Grey Herons ');
  });
});
