import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { SearchField } from '../../parts/search-field.js';
import { useSession } from '../../session/use-session.js';
import { DemoStrip } from './demo-strip.js';
import './home.css';
import { HomePicture } from './home-picture.js';
import { HomePromise } from './home-promise.js';

export function HomePage() {
  const words = useWords();
  const { registry } = useSession();
  return (
    <div className="page home">
      <section className="home__promise">
        <PageTitle tab={words.tagline}>
          <HomePromise text={words.home.promise} />
        </PageTitle>
        <p className="lead reading">{words.home.honesty}</p>
        <SearchField offersNo />
        <HomePicture />
      </section>
      {registry?.isDemo === true && <DemoStrip />}
      <section className="home__facts" aria-labelledby="facts">
        <h2 id="facts">{words.home.factsTitle}</h2>
        <ul className="home__fact-list">
          {words.home.facts.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <p>
          <Link to="/limits">{words.limits.title}</Link>
        </p>
      </section>
    </div>
  );
}
