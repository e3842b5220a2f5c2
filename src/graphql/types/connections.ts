import { Field, ObjectType } from 'type-graphql';
import type { SearchAnswer } from '../../app/catalogue/search/search-entries.js';
import type { FoundBy } from '../../app/ports/catalogue.js';
import type { Edge } from '../connection.js';
import { connectionOf, edgeOf } from '../connection.js';
import { FoundByEnum } from '../enums.js';
import { AcceptanceType } from './acceptance.type.js';
import { AuditEventType } from './audit-event.type.js';
import { CaseType } from './case.type.js';
import { ClaimType } from './claim.type.js';
import { DatasetFileType } from './dataset-file.type.js';
import { DisputeFileType } from './dispute-file.type.js';
import { DisputeType } from './dispute.type.js';
import { EntryType } from './entry.type.js';
import { LogEntryType } from './log-entry.type.js';
import { MemberType } from './member.type.js';
import { NamedBuilderType } from './named-builder.type.js';
import { OrganisationType } from './organisation.type.js';
import { OwnRunType } from './own-run.type.js';
import { PageInfoType } from './page-info.type.js';
import { SearchedType } from './searched.type.js';
import { StatementType } from './statement.type.js';
import { WideningType } from './widening.type.js';
import { WorkMatchType } from './work-match.type.js';
import { CollectionType, CollectionWorkType } from './collection.type.js';
import { WorkType } from './work.type.js';

export const AcceptanceConnection = connectionOf(AcceptanceType, 'Acceptance');
export type AcceptanceConnection = InstanceType<typeof AcceptanceConnection>;

export const AuditEventConnection = connectionOf(AuditEventType, 'AuditEvent');
export type AuditEventConnection = InstanceType<typeof AuditEventConnection>;

export const CaseConnection = connectionOf(CaseType, 'Case');
export type CaseConnection = InstanceType<typeof CaseConnection>;

export const ClaimConnection = connectionOf(ClaimType, 'Claim');
export type ClaimConnection = InstanceType<typeof ClaimConnection>;

export const DatasetFileConnection = connectionOf(DatasetFileType, 'DatasetFile');
export type DatasetFileConnection = InstanceType<typeof DatasetFileConnection>;

export const DisputeConnection = connectionOf(DisputeType, 'Dispute');
export type DisputeConnection = InstanceType<typeof DisputeConnection>;

export const StatementConnection = connectionOf(StatementType, 'Statement');
export type StatementConnection = InstanceType<typeof StatementConnection>;

export const DisputeFileConnection = connectionOf(DisputeFileType, 'DisputeFile');
export type DisputeFileConnection = InstanceType<typeof DisputeFileConnection>;

export const LogEntryConnection = connectionOf(LogEntryType, 'LogEntry');
export type LogEntryConnection = InstanceType<typeof LogEntryConnection>;

export const MemberConnection = connectionOf(MemberType, 'Member');
export type MemberConnection = InstanceType<typeof MemberConnection>;

export const NamedBuilderConnection = connectionOf(NamedBuilderType, 'NamedBuilder');
export type NamedBuilderConnection = InstanceType<typeof NamedBuilderConnection>;

export const OwnRunConnection = connectionOf(OwnRunType, 'OwnRun');
export type OwnRunConnection = InstanceType<typeof OwnRunConnection>;

export const OrganisationConnection = connectionOf(OrganisationType, 'Organisation');
export type OrganisationConnection = InstanceType<typeof OrganisationConnection>;

export const WorkConnection = connectionOf(WorkType, 'Work');
export type WorkConnection = InstanceType<typeof WorkConnection>;

export const CollectionConnection = connectionOf(CollectionType, 'Collection');
export type CollectionConnection = InstanceType<typeof CollectionConnection>;

export const CollectionWorkConnection = connectionOf(CollectionWorkType, 'CollectionWork');
export type CollectionWorkConnection = InstanceType<typeof CollectionWorkConnection>;

export const WorkMatchConnection = connectionOf(WorkMatchType, 'WorkMatch');
export type WorkMatchConnection = InstanceType<typeof WorkMatchConnection>;

const EntryEdge = edgeOf(EntryType, 'Entry');

/** A page of search results, which also says what was searched. */
@ObjectType('EntryConnection', { description: 'A page of search results.', simpleResolvers: true })
export class EntryConnection {
  @Field(() => [EntryEdge], { description: 'The entries of the page, best first.' })
  readonly edges: readonly Edge<EntryType>[];

  @Field(() => PageInfoType, { description: 'Where the page ends.' })
  readonly pageInfo: PageInfoType;

  @Field(() => SearchedType, { description: 'What was looked through, whether or not anything was found.' })
  readonly searched: SearchedType;

  @Field(() => FoundByEnum, { description: 'How they were found.' })
  readonly foundBy: FoundBy;

  @Field(() => [WideningType], { description: 'What was searched beside what was typed.' })
  readonly widenings: readonly WideningType[];

  @Field(() => [String], { description: 'Names that may have been meant instead. Only with a first page.' })
  readonly suggestions: readonly string[];

  @Field(() => Boolean, {
    description: 'With a consent filter: whether there are hits beyond the 10,000 that it looked at.',
  })
  readonly hasUnseen: boolean;

  constructor(readonly answer: SearchAnswer) {
    const { page, searched } = answer;
    const datasets = new Map(searched.datasets.map((dataset) => [dataset.id, dataset]));
    // Rows of a dataset that came in while the search ran show from the next search on.
    this.edges = page.rows.flatMap(({ cursor, row }) => {
      const dataset = datasets.get(row.datasetId);
      return dataset === undefined ? [] : [new EntryEdge(cursor, new EntryType(row, dataset))];
    });
    this.pageInfo = new PageInfoType(page.rows.at(-1)?.cursor, page.hasNextPage);
    this.searched = new SearchedType(searched);
    this.foundBy = answer.foundBy;
    this.widenings = answer.widenings.map((widening) => new WideningType(widening));
    this.suggestions = answer.suggestions;
    this.hasUnseen = answer.hasUnseen;
  }
}
