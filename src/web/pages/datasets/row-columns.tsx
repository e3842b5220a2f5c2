import type { ReactNode } from 'react';
import type { ResultOf } from '../../../client/graphql.js';
import type { Formats } from '../../language/formats.js';
import { TrainingAnswer } from '../../parts/answer-line.js';
import { ForeignText } from '../../parts/foreign-text.js';
import type { DatasetRows } from './operations.js';

type Found = Extract<ResultOf<typeof DatasetRows>['searchEntries'], { edges: unknown }>;
export type DatasetRow = Found['edges'][number]['node'];

/** What a table of rows can show beside the caption, in this order. */
export const ROW_COLUMNS = [
  'host',
  'author',
  'size',
  'aesthetic',
  'similarity',
  'watermark',
  'unsafe',
  'language',
  'licence',
  'answer',
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

/** Shown where nothing else was chosen. */
export const USUAL_COLUMNS: readonly RowColumn[] = ['host', 'size', 'aesthetic', 'answer'];

/** The columns that an address names; those of which there is none are passed over. */
export function readColumns(text: string | null): readonly RowColumn[] {
  if (text === null) return USUAL_COLUMNS;
  const named = text.split(',');
  return ROW_COLUMNS.filter((column) => named.includes(column));
}

/** @returns null where the row does not say */
export function cellOf(column: RowColumn, row: DatasetRow, formats: Formats): ReactNode {
  switch (column) {
    case 'host':
      return <ForeignText text={row.host} longest={60} />;
    case 'author':
      return row.author === null ? null : <ForeignText text={row.author} longest={60} />;
    case 'size':
      return row.width === null || row.height === null ? null : `${row.width} × ${row.height}`;
    case 'aesthetic':
      return measured(row.aesthetic, formats);
    case 'similarity':
      return measured(row.similarity, formats);
    case 'watermark':
      return measured(row.watermarkProbability, formats);
    case 'unsafe':
      return measured(row.unsafeProbability, formats);
    case 'language':
      return row.language === null ? null : <ForeignText text={row.language} longest={20} />;
    case 'licence':
      return row.licence === null ? null : <ForeignText text={row.licence} longest={60} />;
    case 'answer':
      return <TrainingAnswer answers={row.answers} />;
  }
}

function measured(value: number | null, formats: Formats): string | null {
  return value === null ? null : formats.measure(value);
}
