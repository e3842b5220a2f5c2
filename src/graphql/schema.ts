// Both decorator libraries look for it when the first class is read, so it comes before everything else.
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { guardSchema } from './guard-schema.js';
import { POLICY } from './policy.js';
import { AcceptanceResolver } from './resolvers/acceptance.resolver.js';
import { KeptFileResolver } from './resolvers/kept-file.resolver.js';
import { SignedOriginalResolver } from './resolvers/signed-original.resolver.js';
import { LinkedProviderResolver } from './resolvers/linked-provider.resolver.js';
import { MatchNewsResolver } from './resolvers/match-news.resolver.js';
import { ArtistNamesResolver } from './resolvers/artist-names.resolver.js';
import { AccountResolver, SessionResolver } from './resolvers/account.resolver.js';
import { AuditResolver } from './resolvers/audit.resolver.js';
import { ClaimResolver } from './resolvers/claim.resolver.js';
import { ClaimingResolver } from './resolvers/claiming.resolver.js';
import { ConsentResolver } from './resolvers/consent.resolver.js';
import { DatasetResolver } from './resolvers/dataset.resolver.js';
import { DisputeResolver } from './resolvers/dispute.resolver.js';
import { EntryResolver } from './resolvers/entry.resolver.js';
import {
  AccountOrganisationsResolver,
  MemberResolver,
  OrganisationDeskResolver,
} from './resolvers/organisation-desk.resolver.js';
import { OrganisationResolver } from './resolvers/organisation.resolver.js';
import { OrganisingResolver } from './resolvers/organising.resolver.js';
import { PictureResolver } from './resolvers/picture.resolver.js';
import { TogetherResolver } from './resolvers/together.resolver.js';
import { ErasureResolver } from './resolvers/erasure.resolver.js';
import { LogEntryResolver, LogResolver } from './resolvers/log.resolver.js';
import { MeaningResolver } from './resolvers/meaning.resolver.js';
import { ModerationResolver } from './resolvers/moderation.resolver.js';
import { QueueResolver } from './resolvers/queue.resolver.js';
import { RegisteringResolver } from './resolvers/registering.resolver.js';
import { RegistryResolver } from './resolvers/registry.resolver.js';
import { ReportResolver } from './resolvers/report.resolver.js';
import { SearchResolver } from './resolvers/search.resolver.js';
import { SecurityResolver } from './resolvers/security.resolver.js';
import {
  NamedRunResolver,
  OwnRunResolver,
  RunsSinceNoResolver,
  RunsWithStatementResolver,
} from './resolvers/named-run.resolver.js';
import { SignInResolver } from './resolvers/sign-in.resolver.js';
import { WebhookResolver } from './resolvers/webhook.resolver.js';
import { AnswerDisputeResolver } from './resolvers/answer-dispute.resolver.js';
import {
  DecidingStatementResolver,
  NotCountedStatementResolver,
  StatementResolver,
} from './resolvers/statement.resolver.js';
import { CollectionResolver } from './resolvers/collection.resolver.js';
import { WorkResolver } from './resolvers/work.resolver.js';

/** The schema as classes describe it, without the policy in front of it. */
export async function buildBareSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AcceptanceResolver,
      AccountResolver,
      AuditResolver,
      ArtistNamesResolver,
      KeptFileResolver,
      SignedOriginalResolver,
      LinkedProviderResolver,
      MatchNewsResolver,
      ClaimResolver,
      ClaimingResolver,
      ConsentResolver,
      DatasetResolver,
      AnswerDisputeResolver,
      DisputeResolver,
      DecidingStatementResolver,
      EntryResolver,
      PictureResolver,
      TogetherResolver,
      SearchResolver,
      ReportResolver,
      ErasureResolver,
      LogEntryResolver,
      LogResolver,
      MeaningResolver,
      ModerationResolver,
      QueueResolver,
      NamedRunResolver,
      NotCountedStatementResolver,
      OwnRunResolver,
      RunsSinceNoResolver,
      RunsWithStatementResolver,
      RegistryResolver,
      SecurityResolver,
      SessionResolver,
      SignInResolver,
      StatementResolver,
      RegisteringResolver,
      WorkResolver,
      CollectionResolver,
      WebhookResolver,
      AccountOrganisationsResolver,
      MemberResolver,
      OrganisationDeskResolver,
      OrganisationResolver,
      OrganisingResolver,
    ],
    // Use cases validate; a second validator would answer differently, and tell the caller what it was given.
    validate: false,
  });
  describeRoots(schema);
  return schema;
}

/** The schema that is served. Throws `PolicyMismatch` when a field has no rule. */
export async function buildGuardedSchema(): Promise<GraphQLSchema> {
  const schema = await buildBareSchema();
  guardSchema(schema, POLICY);
  return schema;
}

/** The schema as text, sorted, with descriptions: what schema/schema.graphql holds. */
export async function writeSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildBareSchema()))}\n`;
}

/** type-graphql makes the root types itself and leaves them without a word. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'What can be asked. Nothing here changes anything.';
  if (mutation)
    mutation.description = 'What can be done. What a person can put right is answered in the result.';
}
