import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { MOST_SUBJECTS, reportOn } from '../../app/catalogue/reports/report-on.js';
import type { GraphqlContext } from '../context.js';
import { CatalogueReportResult } from '../results/catalogue-report-result.js';
import { toError } from '../results/refusal-to-error.js';
import { CatalogueReportType } from '../types/catalogue-report.type.js';

@Resolver()
export class ReportResolver {
  @Query(() => CatalogueReportResult, {
    description: 'Counts names, sites and addresses in the datasets that can be searched.',
  })
  async catalogueReport(
    @Ctx() { registry }: GraphqlContext,
    @Arg('subjects', () => [String], { description: `Names, sites or addresses; at most ${MOST_SUBJECTS}.` })
    subjects: string[],
  ): Promise<typeof CatalogueReportResult> {
    const report = await reportOn(registry, subjects);
    return report.ok ? new CatalogueReportType(report) : toError(report);
  }
}
