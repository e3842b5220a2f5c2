import { createUnionType } from 'type-graphql';
import { CatalogueReportType } from '../types/catalogue-report.type.js';
import { InvalidSearchError } from './user-errors.js';

export const CatalogueReportResult = createUnionType({
  name: 'CatalogueReportResult',
  description: 'What asking for a report may lead to.',
  types: () => [CatalogueReportType, InvalidSearchError] as const,
});
