import type { GraphQLField } from 'graphql';
import { MAX_CHECKED_ITEMS } from '../app/consent/check-consent.js';
import { USES } from '../core/consent/use.js';

/** What one request may cost. Enough for one check of 10,000 items and five uses with every detail. */
export const MAX_PRICE = 500_000;

/** What a field costs beside the objects it answers: those that ask the database, or somebody else’s server, each time. */
const OWN_PRICES: Readonly<Record<string, number>> = {
  'Query.registry': 100,
  'Query.dataset': 100,
  'Query.datasets': 100,
  'Dataset.vectors': 100,
  'Dataset.files': 200,
  'Dataset.facets': 2_000,
  'Dataset.pictures': 10,
  'Entry.picture': 10,
  'Query.searchEntries': 5_000,
  'Query.searchByPicture': 50_000,
  'EntryConnection.facets': 10_000,
  'Query.searchByMeaning': 20_000,
  'Query.catalogueReport': 250_000,
  'Query.searchTogether': 75_000,
  'Entry.similar': 20_000,
  'Query.entry': 200,
  'Query.entries': 200,
  'Query.statement': 200,
  'Query.statements': 500,
  'Query.given': 2_000,
  'Query.claim': 100,
  'Log.verifierKeys': 100,
  'Log.figures': 20_000,
  'Log.continues': 100,
  'Log.namedBuilders': 2_000,
  'Log.namelessRuns': 500,
  'ReceiptsSinceNo.runs': 500,
  'Statement.runs': 200,
  'Account.namedRuns': 500,
  'Mutation.withdrawRunName': 5_000,
  'Log.checkpoint': 200,
  'Log.entry': 200,
  'Log.entries': 500,
  'Log.inclusionProof': 500,
  'Log.consistencyProof': 500,
  'LogEntry.proof': 50,
  'Statement.leaf': 100,
  'Statement.proof': 500,
  'Mutation.eraseAccount': 5_000,
  'Mutation.eraseStatementDetails': 5_000,
  'Query.work': 100,
  'Mutation.importAddresses': 20_000,
  'Query.previewConsent': 50_000,
  'Mutation.registerWorks': 50_000,
  'Mutation.registerWorkAt': 50_000,
  'Mutation.lookForWork': 20_000,
  'Mutation.decideMatches': 5_000,
  'Account.works': 500,
  'Query.collection': 100,
  'Mutation.sortWorks': 20_000,
  'Mutation.answerCollection': 50_000,
  'Mutation.endExceptions': 20_000,
  'Account.collections': 500,
  'Collection.works': 1_000,
  'Collection.counts': 1_000,
  'Account.newMatches': 200,
  'Account.matchNews': 50,
  'Claim.files': 50,
  'Account.linkedProviders': 50,
  'Account.acceptances': 500,
  'Account.answersForAll': 500,
  'Work.matches': 500,
  'Work.statements': 500,
  'Work.otherHolders': 20,
  'Query.moderationQueue': 5_000,
  'Query.queueLoad': 5_000,
  'Query.decisions': 2_000,
  'Query.case': 5_000,
  'Query.findings': 20_000,
  'Mutation.holdCase': 5_000,
  'Mutation.addCaseNote': 5_000,
  'Mutation.decideClaims': 5_000,
  'Mutation.closeDisputes': 20_000,
  'Mutation.answerProposals': 20_000,
  'Query.organisation': 100,
  'Query.organisations': 200,
  'Query.membership': 500,
  'Organisation.state': 5,
  'Organisation.members': 20,
  'Organisation.answers': 50,
  'OrganisationDesk.staff': 100,
  'OrganisationDesk.counts': 500,
  'OrganisationDesk.members': 500,
  'Member.mandates': 20,
  'Account.organisations': 200,
  'Account.invitations': 100,
  'Account.mandates': 200,
  'Statement.organisation': 5,
  'Mutation.addMembers': 50_000,
  'Mutation.passOnNoes': 50_000,
  'Query.disputes': 500,
  'Query.auditTrail': 500,
  'Account.claims': 500,
  'Account.statements': 500,
  'Account.apiKeys': 100,
  'Account.webhooks': 100,
  'Account.sessions': 100,
  'Account.recoveryCodesLeft': 100,
  'Account.receiptsSinceNo': 500,
  'Account.secondFactorSince': 100,
  'Claim.isContested': 100,
  'Claim.knownEntries': 1_000,
};

/** A search filtered by answers may ask about 10,000 rows before it has a page. */
const PRICE_OF_CONSENT = 50_000;

/** What a field costs beside the objects it answers. */
export function ownPrice(
  typeName: string,
  fieldName: string,
  args: Readonly<Record<string, unknown>>,
): number {
  const own = OWN_PRICES[`${typeName}.${fieldName}`] ?? 0;
  const filter = args['filter'];
  const asksAnswers =
    typeof filter === 'object' && filter !== null && 'consent' in filter && filter.consent !== null;
  return asksAnswers ? own + PRICE_OF_CONSENT : own;
}

/** How long lists without `first` are taken to be: a little longer than they usually are. */
const USUAL_LENGTHS: Readonly<Record<string, number>> = {
  'Query.datasets': 20,
  'Searched.datasets': 20,
  'Dataset.vectors': 2,
  'EntryConnection.widenings': 5,
  'CatalogueReport.lines': 50,
  'ReportLine.counts': 20,
  'ReportLine.claimed': 20,
  'ReportLine.matched': 20,
  'Figures.answers': 15,
  'NamedBuilder.latest': 10,
  'RunsWithAnswer.builders': 20,
  'Figures.leaves': 200,
  'SearchFacets.datasets': 20,
  'SearchFacets.hosts': 20,
  'SearchFacets.sizes': 5,
  'SearchFacets.aesthetic': 11,
  'DatasetFile.rejected': 4,
  'TakenMembersPayload.results': 500,
  'Organisation.answers': 2,
  'OrganisationDesk.staff': 10,
  'Account.organisations': 5,
  'Account.mandates': 5,
  'Member.mandates': 3,
  'Account.apiKeys': 20,
  'Account.answersForAll': USES.length,
  'Account.webhooks': 10,
  'Webhook.attempts': 20,
  'Account.sessions': 20,
  'Claim.evidence': 5,
  'Work.locations': 5,
  'Collection.answers': USES.length,
  'Work.identifiers': 2,
  'Work.matchCounts': 5,
  'Work.meaning': 50,
  'RegisterWorksPayload.works': 50,
  'DecideMatchesPayload.matches': 100,
  'Dispute.claims': 3,
  'Case.claims': 5,
  'Case.disputes': 2,
  'Case.reports': 3,
  'Case.proposals': 2,
  'Case.works': 2,
  'Case.notes': 3,
  'Query.findings': 2,
  'Query.decisions': 14,
  'DecidedThen.reasons': 12,
  'SideFindings.works': 2,
  'SideFindings.pictures': 6,
  'NamesFound.others': 5,
  'DecideClaimsPayload.results': 20,
  'CloseDisputesPayload.results': 50,
  'AnswerProposalsPayload.results': 50,
  'AnswerDispute.statements': 3,
  'Statement.disputes': 2,
  'Entry.answers': USES.length,
  'DeclareConsentPayload.statements': USES.length,
  'ImportAddressesPayload.rows': 200,
  'ConsentPreview.datasets': 20,
  'PreviewedDataset.turns': 6,
  'PreviewedDataset.turnsOnceShown': 6,
};

/** How many times what is selected below a field may have to be answered. */
export function listLength(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): number {
  if (typeName === 'Query' && field.name === 'checkConsent') return checkLength(args['input']);
  if (Array.isArray(args['ids'])) return Math.max(1, args['ids'].length);
  if (typeof args['first'] === 'number') return Math.max(1, args['first']);
  return USUAL_LENGTHS[`${typeName}.${field.name}`] ?? 1;
}

/** One answer for each item and use; what is below `answers` and `decisions` is not multiplied again. */
function checkLength(input: unknown): number {
  const { items, uses } =
    typeof input === 'object' && input !== null ? (input as { items?: unknown; uses?: unknown }) : {};
  const itemCount = Array.isArray(items) ? items.length : MAX_CHECKED_ITEMS;
  const useCount = Array.isArray(uses) ? uses.length : USES.length;
  return Math.max(1, itemCount * useCount);
}
