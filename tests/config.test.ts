import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { InvalidConfiguration, loadConfig } from '../src/config.js';

describe('configuration', () => {
  it('needs nothing: an embedded database in ./data and port 4000', () => {
    const config = loadConfig({}, '/work');
    expect(config.port).toBe(4000);
    expect(config.database).toEqual({ kind: 'pglite', dataDir: '/work/data/database' });
    expect(config.mail).toBeUndefined();
  });

  it('reads an empty value as unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' }, '/work').port).toBe(4000);
  });

  it.each([
    ['PORT', 'http', 'not a number'],
    ['PORT', '70000', 'beyond the ports there are'],
    ['DATABASE_URL', 'mysql://localhost/assent', 'another database'],
    ['ASSENT_SMTP_URL', 'mail.example', 'no scheme'],
    ['ASSENT_PUBLIC_URL', 'javascript:alert(1)', 'not a web address'],
    ['ASSENT_LOG_LEVEL', 'loud', 'unknown level'],
    ['ASSENT_HOST_MAP', 'a.test=10.0.0.1:80', 'maps to another machine'],
  ])('refuses %s=%s and names the key (%s)', (key, value) => {
    expect(() => loadConfig({ [key]: value })).toThrow(InvalidConfiguration);
    expect(() => loadConfig({ [key]: value })).toThrow(key);
  });

  it('refuses in production what is only for tests, and demands a public address', () => {
    const production = { NODE_ENV: 'production', ASSENT_HOST_MAP: 'a.test=127.0.0.1:8080' };
    expect(() => loadConfig(production)).toThrow(/ASSENT_HOST_MAP[\s\S]*ASSENT_PUBLIC_URL/);
  });

  it('never prints a secret', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgres://user:hunter2@db/assent',
      ASSENT_SMTP_URL: 'smtp://user:hunter2@mail',
      ASSENT_MAIL_FROM: 'registry@example.org',
    });
    const database = config.database.kind === 'postgres' ? config.database.url : undefined;
    const printed = [inspect(config, { depth: 9 }), JSON.stringify(config), String(database)].join('\n');
    expect(printed).not.toContain('hunter2');
    expect(database?.reveal()).toBe('postgres://user:hunter2@db/assent');
  });
});
