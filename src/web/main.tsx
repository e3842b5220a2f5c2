import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { keepPresses } from './browser/keep-presses.js';
import { keptTheme, showTheme } from './browser/theme.js';
import { LanguageProvider } from './language/language-provider.js';
import { loadMessages } from './language/languages.js';
import { preferredLanguage } from './language/preferred-language.js';
import { makeRouter } from './routes.js';
import { makeGraphqlClient } from './server/graphql-client.js';

showTheme(keptTheme());
keepPresses();

const page = document.getElementById('page');
if (page === null) {
  throw new Error('index.html has no element with the id "page"');
}
const router = makeRouter();
const language = preferredLanguage();
const words = await loadMessages(language);

createRoot(page).render(
  <StrictMode>
    <Provider value={makeGraphqlClient()}>
      <LanguageProvider first={{ language, words }}>
        <RouterProvider router={router} />
      </LanguageProvider>
    </Provider>
  </StrictMode>,
);
