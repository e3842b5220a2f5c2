import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useOnline } from '../browser/use-online.js';
import { useWords } from '../language/language-context.js';
import { CarriedPictureProvider } from '../search/carried-picture.js';
import { LostLeavesNote } from './lost-leaves-note.js';
import './shell.css';
import { SecondStepGate } from './sign-in/second-step-gate.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';

/** What stands around every page. */
export function Shell() {
  const words = useWords();
  const isOnline = useOnline();
  const isTurning = useNavigation().state !== 'idle';
  return (
    <>
      <a className="skip-link" href="#main">
        {words.nav.skip}
      </a>
      {isTurning && <div className="turning" aria-hidden="true" />}
      <SiteHeader />
      {!isOnline && (
        <p className="shell__note" role="status">
          {words.offline}
        </p>
      )}
      <LostLeavesNote />
      <main id="main" className="shell__main" tabIndex={-1}>
        <CarriedPictureProvider>
          <Outlet />
        </CarriedPictureProvider>
      </main>
      <SecondStepGate />
      <SiteFooter />
      <ScrollRestoration />
    </>
  );
}
