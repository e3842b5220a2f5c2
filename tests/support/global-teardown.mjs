import pg from 'pg';

export default async function globalTeardown() {
  const template = process.env.ASSENT_TEST_TEMPLATE;
  if (!template) return;
  const client = new pg.Client(process.env.TEST_DATABASE_URL);
  await client.connect();
  await client.query(`DROP DATABASE ${template} WITH (FORCE)`);
  await client.end();
}
