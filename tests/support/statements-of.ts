import type { DataSource } from 'typeorm';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[] | undefined;
}

/** The statements that some work runs, in order. */
export async function statementsOf(
  dataSource: DataSource,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { logger } = dataSource;
  const listening = Object.create(logger) as typeof logger;
  listening.logQuery = (sql, parameters: unknown[] | undefined) => {
    statements.push({ sql, parameters });
  };
  dataSource.logger = listening;
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return statements;
}
