import { useState } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../language/language-context.js';
import { useSession } from '../session/use-session.js';
import { Button } from './button.js';
import { LanguageSelect } from './language-select.js';
import './site-header.css';
import { Wordmark } from './wordmark.js';

const MODERATING_ROLES: readonly string[] = ['MODERATOR', 'ADMIN'];

export function SiteHeader() {
  const words = useWords();
  const { viewer } = useSession();
  const [isOpen, setOpen] = useState(false);
  const links: [to: string, text: string][] = [
    ['/search', words.nav.search],
    ['/ask', words.nav.ask],
    ['/say-no', words.nav.sayNo],
    ...(viewer !== null && MODERATING_ROLES.includes(viewer.role)
      ? [['/moderation', words.nav.moderation] satisfies [string, string]]
      : []),
    viewer === null ? ['/sign-in', words.nav.signIn] : ['/desk', words.nav.desk],
  ];
  return (
    <header className="site-header">
      <div className="site-header__inside">
        <Wordmark />
        <Button
          look="plain"
          className="site-header__opener"
          aria-expanded={isOpen}
          aria-controls="site-nav"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {words.nav.menu}
        </Button>
        <div id="site-nav" className={isOpen ? 'site-nav site-nav--open' : 'site-nav'}>
          <nav aria-label={words.nav.label}>
            <ul className="site-nav__links">
              {links.map(([to, text]) => (
                <li key={to}>
                  <NavLink
                    to={to}
                    className="site-nav__link"
                    onClick={() => {
                      setOpen(false);
                    }}
                  >
                    {text}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <LanguageSelect />
        </div>
      </div>
    </header>
  );
}
