import { createBrowserRouter, type RouteObject } from 'react-router';
import { HomePage } from './pages/home/home-page.js';
import { BrokenPage } from './pages/not-found/broken-page.js';
import { NotFoundPage } from './pages/not-found/not-found-page.js';
import { Shell } from './parts/shell.js';

/** Every page but the first comes when it is called for. */
const PAGES: RouteObject[] = [
  { index: true, Component: HomePage },
  {
    path: 'search',
    lazy: async () => ({ Component: (await import('./pages/search/search-page.js')).SearchPage }),
  },
  {
    path: 'search/picture',
    lazy: async () => ({
      Component: (await import('./pages/search-picture/search-picture-page.js')).SearchPicturePage,
    }),
  },
  {
    path: 'entries/:id',
    lazy: async () => ({ Component: (await import('./pages/entry/entry-page.js')).EntryPage }),
  },
  {
    path: 'say-no',
    lazy: async () => ({ Component: (await import('./pages/say-no/say-no-page.js')).SayNoPage }),
  },
  { path: 'ask', lazy: async () => ({ Component: (await import('./pages/ask/ask-page.js')).AskPage }) },
  {
    path: 'allowed',
    lazy: async () => ({ Component: (await import('./pages/allowed/allowed-page.js')).AllowedPage }),
  },
  {
    path: 'build',
    lazy: async () => ({ Component: (await import('./pages/build/build-page.js')).BuildPage }),
  },
  {
    path: 'build/receipt',
    lazy: async () => ({ Component: (await import('./pages/receipt/receipt-page.js')).ReceiptPage }),
  },
  {
    path: 'statements/:id',
    lazy: async () => ({ Component: (await import('./pages/statement/statement-page.js')).StatementPage }),
  },
  {
    path: 'statements/:id/certificate',
    lazy: async () => ({
      Component: (await import('./pages/certificate/certificate-page.js')).CertificatePage,
    }),
  },
  {
    path: 'statements/:id/card',
    lazy: async () => ({ Component: (await import('./pages/card/card-page.js')).CardPage }),
  },
  { path: 'desk', lazy: async () => ({ Component: (await import('./pages/desk/desk-page.js')).DeskPage }) },
  {
    path: 'desk/import',
    lazy: async () => ({ Component: (await import('./pages/import/import-page.js')).ImportPage }),
  },
  {
    path: 'desk/works',
    lazy: async () => ({ Component: (await import('./pages/works/works-page.js')).WorksPage }),
  },
  {
    path: 'desk/works/new',
    lazy: async () => ({ Component: (await import('./pages/works/new-work-page.js')).NewWorkPage }),
  },
  {
    path: 'desk/works/many',
    lazy: async () => ({
      Component: (await import('./pages/many-works/many-works-page.js')).ManyWorksPage,
    }),
  },
  {
    path: 'desk/works/:id',
    lazy: async () => ({ Component: (await import('./pages/works/work-page.js')).WorkPage }),
  },
  {
    path: 'desk/collections',
    lazy: async () => ({
      Component: (await import('./pages/collections/collections-page.js')).CollectionsPage,
    }),
  },
  {
    path: 'desk/collections/:id',
    lazy: async () => ({
      Component: (await import('./pages/collections/collection-page.js')).CollectionPage,
    }),
  },
  {
    path: 'claims/:id',
    lazy: async () => ({ Component: (await import('./pages/claim/claim-page.js')).ClaimPage }),
  },
  {
    path: 'me/:token',
    lazy: async () => ({
      Component: (await import('./pages/profile-link/profile-link-page.js')).ProfileLinkPage,
    }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('./pages/account/account-page.js')).AccountPage }),
  },
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('./pages/sign-in/sign-in-page.js')).SignInPage }),
  },
  {
    path: 'sign-in/:token',
    lazy: async () => ({ Component: (await import('./pages/sign-in/link-page.js')).LinkPage }),
  },
  {
    path: 'confirm/:token',
    lazy: async () => ({ Component: (await import('./pages/sign-in/confirm-page.js')).ConfirmPage }),
  },
  {
    path: 'recover',
    lazy: async () => ({ Component: (await import('./pages/sign-in/recover-page.js')).RecoverPage }),
  },
  {
    path: 'disputes/:id',
    lazy: async () => ({ Component: (await import('./pages/dispute/dispute-page.js')).DisputePage }),
  },
  {
    path: 'moderation',
    lazy: async () => ({ Component: (await import('./pages/moderation/moderation-page.js')).ModerationPage }),
  },
  {
    path: 'moderation/hidden',
    lazy: async () => ({
      Component: (await import('./pages/hidden/hidden-page.js')).HiddenPage,
    }),
  },
  {
    path: 'moderation/suspensions',
    lazy: async () => ({
      Component: (await import('./pages/suspensions/suspensions-page.js')).SuspensionsPage,
    }),
  },
  {
    path: 'moderation/audit',
    lazy: async () => ({ Component: (await import('./pages/audit/audit-page.js')).AuditPage }),
  },
  {
    path: 'limits',
    lazy: async () => ({ Component: (await import('./pages/limits/limits-page.js')).LimitsPage }),
  },
  {
    path: 'datasets',
    lazy: async () => ({ Component: (await import('./pages/datasets/datasets-page.js')).DatasetsPage }),
  },
  {
    path: 'datasets/:slug',
    lazy: async () => ({ Component: (await import('./pages/datasets/dataset-page.js')).DatasetPage }),
  },
  {
    path: 'datasets/:slug/rows',
    lazy: async () => ({
      Component: (await import('./pages/datasets/dataset-rows-page.js')).DatasetRowsPage,
    }),
  },
  {
    path: 'report',
    lazy: async () => ({ Component: (await import('./pages/report/report-page.js')).ReportPage }),
  },
  {
    path: 'transparency',
    lazy: async () => ({
      Component: (await import('./pages/transparency/transparency-page.js')).TransparencyPage,
    }),
  },
  {
    path: 'organisations',
    lazy: async () => ({
      Component: (await import('./pages/organisations/organisations-page.js')).OrganisationsPage,
    }),
  },
  {
    path: 'organisations/:id',
    lazy: async () => ({
      Component: (await import('./pages/organisations/organisation-page.js')).OrganisationPage,
    }),
  },
  {
    path: 'membership/:token',
    lazy: async () => ({ Component: (await import('./pages/membership/membership-page.js')).MembershipPage }),
  },
  {
    path: 'unsubscribe/:token',
    lazy: async () => ({
      Component: (await import('./pages/unsubscribe/unsubscribe-page.js')).UnsubscribePage,
    }),
  },
  { path: '*', Component: NotFoundPage },
];

export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      Component: Shell,
      ErrorBoundary: BrokenPage,
      HydrateFallback: NothingYet,
      // A page that breaks leaves what stands around it in place.
      children: [{ ErrorBoundary: BrokenPage, children: PAGES }],
    },
  ]);
}

/** Until the first page has come there is the paper, and nothing on it. */
function NothingYet() {
  return null;
}
