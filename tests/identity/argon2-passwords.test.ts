import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from '@jest/globals';
import { isCurrentPasswordHash } from '../../src/app/accounts/password-parameters.js';
import { PasswordsBusy } from '../../src/app/accounts/passwords-busy.js';
import { createArgon2Passwords } from '../../src/identity/argon2-passwords.js';

const passwords = createArgon2Passwords();

describe('argon2 passwords', () => {
  it('are hashed by argon2id at the cost that the registry asks for', async () => {
    const hash = await passwords.hash('seven grey herons');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(parseOptions(hash)).toMatchObject({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      saltLen: 16,
    });
    expect(isCurrentPasswordHash(hash)).toBe(true);
  });

  it('are salted: the same password has a different hash each time', async () => {
    expect(await passwords.hash('seven grey herons')).not.toBe(await passwords.hash('seven grey herons'));
  });

  it('are told from one another', async () => {
    const hash = await passwords.hash('seven grey herons');
    expect(await passwords.verify(hash, 'seven grey herons')).toBe(true);
    expect(await passwords.verify(hash, 'seven grey geese')).toBe(false);
    expect(await passwords.verify(hash, '')).toBe(false);
  });

  it('never match where there is no hash', async () => {
    expect(await passwords.verify(undefined, 'seven grey herons')).toBe(false);
    expect(await passwords.verify(undefined, '')).toBe(false);
  });

  it('are refused, not queued without end, when a crowd signs in at once', async () => {
    const small = createArgon2Passwords({ running: 1, waiting: 2 });
    const crowd = Array.from({ length: 10 }, () => small.verify(undefined, 'seven grey herons'));
    const outcomes = await Promise.allSettled(crowd);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(PasswordsBusy);
    expect(await small.verify(undefined, 'afterwards')).toBe(false);
  });
});
