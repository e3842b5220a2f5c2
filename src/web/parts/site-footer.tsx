import { Link } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import { useSession } from '../session/use-session.js';
import './site-footer.css';
import { ThemeSelect } from './theme-select.js';

export function SiteFooter() {
  const { words, formats } = useLanguage();
  const { registry } = useSession();
  return (
    <footer className="site-footer">
      <div className="site-footer__inside">
        <p className="site-footer__tagline">{words.tagline}</p>
        <nav aria-label={words.footer.label}>
          <ul className="site-footer__links">
            <li>
              <Link to="/limits">{words.limits.title}</Link>
            </li>
            <li>
              <Link to="/datasets">{words.datasets.title}</Link>
            </li>
            <li>
              <Link to="/transparency">{words.transparency.title}</Link>
            </li>
            <li>
              <Link to="/report">{words.report.title}</Link>
            </li>
            <li>
              <Link to="/organisations">{words.organisations.title}</Link>
            </li>
            <li>
              <Link to="/ask">{words.nav.ask}</Link>
            </li>
            <li>
              <Link to="/build">{words.build.title}</Link>
            </li>
            <li>
              <Link to="/allowed">{words.allowed.title}</Link>
            </li>
            <li>
              <Link to="/account">{words.account.title}</Link>
            </li>
          </ul>
        </nav>
        <div className="site-footer__choices">
          <ThemeSelect />
        </div>
        {registry !== undefined && (
          <p className="site-footer__facts">
            <bdi>{registry.name}</bdi>
            {registry.isDemo && ` · ${words.home.demoTitle}`}
            {` · ${words.footer.log(formats.amount(registry.logSize))}`}
            {` · ${words.footer.rules(registry.rulesVersion, registry.canonicalUrlVersion)}`}
          </p>
        )}
      </div>
    </footer>
  );
}
